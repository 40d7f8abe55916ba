/* The arrows of a figure. */
#include <math.h>

#include "view/svg_parts.h"

/* Heads: lengths as parts of the shaft's width and of the arrow, half width as part of length. */
static const double head_strokes = 5;
static const double head_part = 0.4;
static const double head_slope = 0.36;

/* Dashes of an unsure arrow's shaft and what is between them, in widths of the shaft. */
static const double dash_strokes = 2.5;
static const double gap_strokes = 2;

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

/* Close a path at the head's corners and its tip. */
static void append_head(struct text *text, const double from[AXES], const double unit[AXES],
                        double length, double head)
{
    append_point(text, " L", from, unit, length - head, head * head_slope);
    append_point(text, " L", from, unit, length - head, -head * head_slope);
    append_point(text, " L", from, unit, length, 0);
    text_append(text, "\"/>\n");
}

void svg_arrow(struct text *text, const double from[AXES], const double direction[AXES],
               double length, double stroke, int color)
{
    double size = hypot(direction[0], direction[1]);
    double unit[AXES] = { direction[0] / size, direction[1] / size };
    double head = fmin(head_strokes * stroke, head_part * length);
    char class[SVG_CLASS_SIZE];
    svg_color_class(color, class);
    text_append_format(text, "<path class=\"%s\" d=\"", class);
    append_point(text, "M", from, unit, 0, 0);
    append_point(text, " L", from, unit, length, 0);
    if (color == SVG_UNSURE) {
        text_append(text, "\"/>\n<path class=\"unsure-head\" d=\"");
        append_point(text, "M", from, unit, length, 0);
    }
    append_head(text, from, unit, length, head);
}

void svg_dashes(struct text *text, double stroke)
{
    text_append(text, " stroke-dasharray=\"");
    svg_number(text, dash_strokes * stroke);
    text_append(text, " ");
    svg_number(text, gap_strokes * stroke);
    text_append(text, "\"");
}

static void append_arrow(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area, const struct svg_contents *contents,
                         const struct svg_sample *listed)
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
    svg_arrow(text, from, direction,
              fmin(svg_arrow_length(contents, listed->magnitude), most), contents->stroke,
              listed->group == SVG_SURE ? svg_color(picture, area, &sample) : SVG_UNSURE);
}

/* Append a group of arrows; what is wrong with all of them is said, unless that is nothing. */
static void append_group(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area, const struct svg_contents *contents,
                         enum svg_group group)
{
    static const struct {
        const char *id;
        const char *title;
    } groups[] = {
        [SVG_TRUNCATION] = { "truncation", "unsure: may be off by more than 22.5 degrees, by "
                                           "truncation; a smaller h may help" },
        [SVG_ROUNDOFF] = { "roundoff", "unsure: may be off by more than 22.5 degrees, by "
                                       "roundoff; a larger h may help" },
        [SVG_SURE] = { "arrows", NULL },
    };
    const struct svg_sample *samples = svg_group_samples(contents, group);
    if (contents->counts[group] == 0 && group != SVG_SURE)
        return;
    text_append_format(text, "<g id=\"%s\" clip-path=\"url(#area)\"", groups[group].id);
    svg_number_attribute(text, "stroke-width", contents->stroke);
    if (group != SVG_SURE)
        svg_dashes(text, contents->stroke);
    text_append(text, ">\n");
    if (groups[group].title != NULL)
        text_append_format(text, "<title>%s</title>\n", groups[group].title);
    for (size_t i = 0; i < contents->counts[group]; i++)
        append_arrow(text, picture, area, contents, &samples[i]);
    text_append(text, "</g>\n");
}

void svg_arrows(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents)
{
    /* Those to rely on are drawn over the others. */
    append_group(text, picture, area, contents, SVG_TRUNCATION);
    append_group(text, picture, area, contents, SVG_ROUNDOFF);
    append_group(text, picture, area, contents, SVG_SURE);
}
