/* The colours of a figure: their classes, and what the legend has to tell of them. */
#include <math.h>
#include <stdio.h>

#include "view/palette_kind.h"
#include "view/svg_parts.h"

const struct color_mode *svg_page(void)
{
    /* 4.5:1 on white or more; stronger levels are darker, so that grey print keeps their order. */
    static const struct color_mode page = { .depth = DEPTH_256, .background = BACKGROUND_light };
    return &page;
}

enum color_kind svg_color_kind(const struct svg_picture *picture)
{
    return quantity_color_kind(picture->colors.quantity);
}

struct pen svg_color_pen(const struct svg_picture *picture, int color)
{
    return palette_pen(svg_page(), svg_color_kind(picture), color, picture->colors.levels);
}

int svg_category_color(int number)
{
    return number == 0 ? 0 : 1 + (number - 1) % palette_categories(svg_page());
}

void svg_color_class(int color, char class[SVG_CLASS_SIZE])
{
    static const char *const others[] = { "unsure", "none", "plain" };
    if (color < 0)
        snprintf(class, SVG_CLASS_SIZE, "%s", others[SVG_UNSURE - color]);
    else
        snprintf(class, SVG_CLASS_SIZE, "level-%d", color);
}

/* The octant, 0 east then counterclockwise, that the arrow of a sample points to. */
static int octant_at(const struct svg_picture *picture, const struct svg_area *area,
                     const struct sample *sample)
{
    double sign = picture->ascent ? 1 : -1;
    double direction[AXES];
    projection_direction(&area->projection, sample->gradient, direction);
    return octant_of(sign * direction[0], -sign * direction[1]);
}

int svg_color(const struct svg_picture *picture, const struct svg_area *area,
              const struct sample *sample)
{
    double number = quantity_number(picture->colors.quantity, sample);
    if (isnan(number))
        return SVG_NONE;
    if (svg_color_kind(picture) == COLORS_CYCLIC)
        return octant_at(picture, area, sample);
    int level = color_scale_level(&picture->colors, number);
    return svg_color_kind(picture) == COLORS_CATEGORICAL ? svg_category_color(level) : level;
}

/* Which of the samples along an axis is nearest to a place. */
static size_t nearest(const struct window *window, int axis, size_t samples, double place)
{
    double part = (place - window->low[axis]) / (window->high[axis] - window->low[axis]);
    double index = round(part * (double)(samples - 1));
    if (!(index > 0))
        return 0;
    return index < (double)(samples - 1) ? (size_t)index : samples - 1;
}

/* A line knows magnitudes alone; for other quantities the nearest sample of the field tells. */
static struct sample known_at(const struct svg_picture *picture, const struct stream_point *point)
{
    const struct field *field = picture->field;
    if (picture->colors.quantity == QUANTITY_magnitude)
        return (struct sample){ .gradient = { point->magnitude, 0 } };
    return field_sample(field,
                        nearest(&picture->window, 0, field_columns(field), point->place[0]),
                        nearest(&picture->window, 1, field_rows(field), point->place[1]));
}

int svg_stream_color(const struct svg_picture *picture, const struct svg_area *area,
                     const struct stream_point *point)
{
    struct sample known = known_at(picture, point);
    return svg_color(picture, area, &known);
}

static void note(struct svg_contents *contents, const struct svg_picture *picture,
                 const struct sample *sample)
{
    double number = quantity_number(picture->colors.quantity, sample);
    contents->none = contents->none || isnan(number);
    contents->least = fmin(contents->least, number);
    contents->most = fmax(contents->most, number);
}

void svg_survey_colors(struct svg_contents *contents, const struct svg_picture *picture)
{
    const struct streams *streams = picture->streams;
    size_t arrows = svg_arrow_count(contents);
    contents->least = HUGE_VAL;
    contents->most = -HUGE_VAL;
    for (size_t i = 0; i < arrows; i++) {
        const struct svg_sample *listed = &contents->samples[i];
        struct sample sample = field_sample(picture->field, listed->column, listed->row);
        note(contents, picture, &sample);
    }
    for (size_t i = 0; streams != NULL && i < streams_count(streams); i++) {
        const struct stream_line *line = streams_line(streams, i);
        for (size_t at = 0; at < line->count; at++) {
            struct sample known = known_at(picture, &line->points[at]);
            note(contents, picture, &known);
        }
    }
}
