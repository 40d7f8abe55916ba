/* The axes of a figure. */
#include <math.h>

#include "view/svg_parts.h"

static const double tick_length = 5;
static const double baseline_drop = 4; /* from the middle of a label's digits to its foot */

/* Append a line of a path from one point to another. */
static void append_line(struct text *text, double x0, double y0, double x1, double y1)
{
    const double numbers[] = { x0, y0, x1, y1 };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        text_append(text, i == 0 ? "M " : i == 2 ? " L " : " ");
        svg_number(text, numbers[i]);
    }
    text_append(text, "\n");
}

/* Where an axis's tick lies along it; false when that is outside of the area. */
static bool tick_point(const struct svg_area *area, int axis, double value, double *along)
{
    const struct projection *projection = &area->projection;
    double place[AXES] = { projection->first[0], projection->first[1] };
    double point[AXES];
    place[axis] = value;
    projection_point(projection, place, point);
    *along = point[axis];
    if (axis == 0)
        return *along >= area->left && *along <= area->left + area->width;
    return *along >= area->top && *along <= area->top + area->height;
}

/* Append lines at all ticks: across the area for the grid, else outward from its edge. */
static void append_tick_lines(struct text *text, const struct svg_area *area, bool grid)
{
    double bottom = area->top + area->height;
    double right = area->left + area->width;
    for (int axis = 0; axis < AXES; axis++) {
        for (size_t i = 0; i < area->tick_count[axis]; i++) {
            double along;
            if (!tick_point(area, axis, area->ticks[axis][i].value, &along))
                continue;
            if (axis == 0)
                append_line(text, along, bottom, along, grid ? area->top : bottom + tick_length);
            else
                append_line(text, area->left, along, grid ? right : area->left - tick_length,
                            along);
        }
    }
}

static void append_tick_path(struct text *text, const struct svg_area *area, bool grid)
{
    if (area->tick_count[0] + area->tick_count[1] == 0)
        return;
    text_append_format(text, "<path class=\"%s\" d=\"\n", grid ? "grid" : "axis");
    append_tick_lines(text, area, grid);
    text_append(text, "\"/>\n");
}

static void append_labels(struct text *text, const struct svg_area *area)
{
    double below = area->top + area->height + tick_length + SVG_LINE - baseline_drop;
    double beside = area->left - tick_length - baseline_drop;
    for (int axis = 0; axis < AXES; axis++) {
        for (size_t i = 0; i < area->tick_count[axis]; i++) {
            const struct tick *tick = &area->ticks[axis][i];
            double along;
            if (tick->label[0] == '\0' || !tick_point(area, axis, tick->value, &along))
                continue;
            if (axis == 0)
                svg_label(text, along, below, "middle", tick->label);
            else
                svg_label(text, beside, along + baseline_drop, "end", tick->label);
        }
    }
}

void svg_axes(struct text *text, const struct svg_area *area)
{
    text_append(text, "<g id=\"axes\">\n");
    append_tick_path(text, area, true);
    append_tick_path(text, area, false);
    text_append(text, "<rect class=\"axis\"");
    svg_number_attribute(text, "x", area->left);
    svg_number_attribute(text, "y", area->top);
    svg_number_attribute(text, "width", area->width);
    svg_number_attribute(text, "height", area->height);
    text_append(text, "/>\n");
    append_labels(text, area);
    svg_label(text, area->left + area->width / 2,
              area->top + area->height + tick_length + 2 * SVG_LINE, "middle", "x0");
    svg_label(text, SVG_GAP, area->top + area->height / 2 + baseline_drop, "start", "x1");
    text_append(text, "</g>\n");
}
