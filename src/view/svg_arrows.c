/* The arrows and marks of a figure. */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "view/mark.h"
#include "view/svg_parts.h"

/* An arrow of the 90th percentile reaches so far to the next sample (PICTURE: quiver). */
static const double percentile = 0.9;
static const double percentile_reach = 0.9;

/* Shafts, as parts of the distance between samples and in user units. */
static const double stroke_part = 0.05;
static const double stroke_least = 0.25;
static const double stroke_most = 1.6;

/* Heads: lengths as parts of the shaft's width and of the arrow, half width as part of length. */
static const double head_strokes = 5;
static const double head_part = 0.4;
static const double head_slope = 0.36;

/* An arrow that is shorter than this many widths of its shaft looks like a dot. */
static const double short_strokes = 2.5;

/* A mark takes no more of the distance between samples. */
static const double mark_part = 0.6;

struct svg_sample {
    size_t column;
    size_t row;
    double magnitude; /* positive and finite */
};

/* From long to short, equals as they lie in the field. */
static int compare_samples(const void *left, const void *right)
{
    const struct svg_sample *a = left;
    const struct svg_sample *b = right;
    if (a->magnitude != b->magnitude)
        return a->magnitude < b->magnitude ? 1 : -1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

/* List the samples that have arrows, long ones first, and count the marks of the others. */
static void sort_samples(const struct field *field, struct svg_sample *samples,
                         struct svg_contents *contents)
{
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            enum mark mark;
            if (mark_find(&sample, false, &mark)) {
                contents->marks[mark]++;
                continue;
            }
            double magnitude = hypot(sample.gradient[0], sample.gradient[1]);
            samples[contents->arrows++] = (struct svg_sample){
                .column = column, .row = row, .magnitude = fmin(magnitude, DBL_MAX)
            };
        }
    }
    qsort(samples, contents->arrows, sizeof *samples, compare_samples);
}

static void choose_lengths(const struct svg_area *area, const struct svg_sample *samples,
                           struct svg_contents *contents)
{
    contents->length = percentile_reach * area->distance;
    contents->stroke = fmin(fmax(area->distance * stroke_part, stroke_least), stroke_most);
    if (contents->arrows == 0)
        return;
    size_t ascending = (size_t)(percentile * (double)(contents->arrows - 1));
    contents->percentile = samples[contents->arrows - 1 - ascending].magnitude;
}

/* Append a point of a path that is `along` the direction, of length 1, and `across` it. */
static void append_point(struct text *text, const char *letter, const double from[AXES],
                         const double unit[AXES], double along, double across)
{
    text_append(text, letter);
    text_append(text, " ");
    svg_number(text, from[0] + along * unit[0] - across * unit[1]);
    text_append(text, " ");
    svg_number(text, from[1] + along * unit[1] + across * unit[0]);
}

void svg_arrow(struct text *text, const double from[AXES], const double direction[AXES],
               double length, double stroke, int level)
{
    double size = hypot(direction[0], direction[1]);
    double unit[AXES] = { direction[0] / size, direction[1] / size };
    double head = fmin(head_strokes * stroke, head_part * length);
    text_append_format(text, "<path class=\"level-%d\" d=\"", level);
    append_point(text, "M", from, unit, 0, 0);
    append_point(text, " L", from, unit, length, 0);
    append_point(text, " L", from, unit, length - head, head * head_slope);
    append_point(text, " L", from, unit, length - head, -head * head_slope);
    append_point(text, " L", from, unit, length, 0);
    text_append(text, "\"/>\n");
}

static void append_arrow(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area, const struct svg_sample *listed,
                         struct svg_contents *contents)
{
    struct sample sample = field_sample(picture->field, listed->column, listed->row);
    double sign = picture->ascent ? 1 : -1;
    double vector[AXES] = { sign * sample.gradient[0], sign * sample.gradient[1] };
    double from[AXES];
    double direction[AXES];
    projection_point(&area->projection, sample.place, from);
    projection_direction(&area->projection, vector, direction);
    /* From anywhere in the area, twice both sides is out of it. */
    double most = 2 * (area->width + area->height);
    double length = fmin(listed->magnitude / contents->percentile * contents->length, most);
    contents->too_short |= length < short_strokes * contents->stroke;
    svg_arrow(text, from, direction, length, contents->stroke,
              scale_level(&picture->scale, listed->magnitude));
}

void svg_mark(struct text *text, const double point[AXES], enum mark mark, double size)
{
    static const double crossing[][AXES] = { { -1, -1 }, { 1, 1 }, { -1, 1 }, { 1, -1 } };
    static const double equals[][AXES] = { { -1, -0.4 }, { 1, -0.4 }, { -1, 0.4 }, { 1, 0.4 } };
    const double(*strokes)[AXES] = mark == MARK_DEAD ? equals : crossing;
    if (mark == MARK_ZERO) {
        text_append(text, "<circle class=\"zero\"");
        svg_number_attribute(text, "cx", point[0]);
        svg_number_attribute(text, "cy", point[1]);
        svg_number_attribute(text, "r", size / 2);
        text_append(text, "/>\n");
        return;
    }
    text_append_format(text, "<path class=\"%s\" d=\"", mark == MARK_DEAD ? "dead" : "undefined");
    for (size_t i = 0; i < sizeof crossing / sizeof crossing[0]; i++) {
        text_append(text, i == 0 ? "M " : i % 2 == 0 ? " M " : " L ");
        svg_number(text, point[0] + strokes[i][0] * size / 2);
        text_append(text, " ");
        svg_number(text, point[1] + strokes[i][1] * size / 2);
    }
    text_append(text, "\"/>\n");
}

static void append_marks(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area)
{
    const struct field *field = picture->field;
    double size = fmin(SVG_MARK, area->distance * mark_part);
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            enum mark mark;
            double point[AXES];
            if (!mark_find(&sample, false, &mark))
                continue;
            projection_point(&area->projection, sample.place, point);
            svg_mark(text, point, mark, size);
        }
    }
}

struct svg_contents svg_arrows(struct text *text, const struct svg_picture *picture,
                               const struct svg_area *area)
{
    struct svg_contents contents = { .arrows = 0 };
    size_t count = field_columns(picture->field) * field_rows(picture->field);
    struct svg_sample *samples = array_resize(NULL, count, sizeof *samples);
    if (samples == NULL) {
        text->failed = true;
        return contents;
    }
    sort_samples(picture->field, samples, &contents);
    choose_lengths(area, samples, &contents);
    text_append(text, "<g id=\"arrows\" clip-path=\"url(#area)\"");
    svg_number_attribute(text, "stroke-width", contents.stroke);
    text_append(text, ">\n");
    for (size_t i = 0; i < contents.arrows; i++)
        append_arrow(text, picture, area, &samples[i], &contents);
    text_append(text, "</g>\n<g id=\"marks\"");
    svg_number_attribute(text, "stroke-width", fmin(contents.stroke, 1));
    text_append(text, ">\n");
    append_marks(text, picture, area);
    text_append(text, "</g>\n");
    free(samples);
    return contents;
}
