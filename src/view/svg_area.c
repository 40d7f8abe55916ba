/* Where a figure's field lies, and how places of the plane become points of it. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "view/svg_parts.h"

/* The longer side of the area, and the shorter one's least part of it. */
static const double side_most = 560;
static const double shape_least = 1.0 / 3;

static const double single_margin = 0.25; /* of the side, where an axis has one sample */

/* Spans that differ by more than this are shown with scales of their own by ASPECT_auto. */
static const double auto_aspect_most = 4;

/* A window that misses the area's shape by rounding alone is shown as it was asked for. */
static const double shape_tolerance = 1e-9;

enum {
    TITLE_HEIGHT = 58,
    TICKS_HEIGHT = 50, /* below the area: labels and the axis's name */
    TICK_LENGTH = 5,
    TICKS_APART_ACROSS = 6, /* characters */
    TICKS_APART_UP = 2,     /* lines */
    LABEL_ROOM = 24
};

/* Sizes of the area, so that cells between samples are squares where its shape allows. */
static void choose_size(size_t columns, size_t rows, double size[AXES])
{
    double across = (double)columns + 1;
    double up = (double)rows + 1;
    double most = fmax(across, up);
    size[0] = side_most * fmax(across / most, shape_least);
    size[1] = side_most * fmax(up / most, shape_least);
}

/* From the area's edge to the first sample: as far as from there to the next. */
static double margin(double size, size_t samples)
{
    return samples == 1 ? size * single_margin : size / ((double)samples + 1);
}

struct window svg_window(const struct window *asked, size_t columns, size_t rows,
                         enum aspect aspect)
{
    double size[AXES];
    double spans[AXES];
    struct window window = *asked;
    choose_size(columns, rows, size);
    size[0] -= 2 * margin(size[0], columns);
    size[1] -= 2 * margin(size[1], rows);
    for (int axis = 0; axis < AXES; axis++)
        spans[axis] = asked->high[axis] - asked->low[axis];
    bool apart = spans[0] > auto_aspect_most * spans[1] || spans[1] > auto_aspect_most * spans[0];
    if (aspect == ASPECT_fill || (aspect == ASPECT_auto && apart))
        return window;
    for (int axis = 0; axis < AXES; axis++) {
        double wanted = spans[1 - axis] * (size[axis] / size[1 - axis]);
        if (!(wanted > spans[axis] * (1 + shape_tolerance)))
            continue;
        double middle = asked->low[axis] + spans[axis] / 2;
        window.low[axis] = middle - wanted / 2;
        window.high[axis] = middle + wanted / 2;
    }
    return window;
}

/* Place an axis's ticks; `cell` user units are as one character of its labels. */
static void place_ticks(struct svg_area *area, const struct window *window, int axis, double size,
                        double cell)
{
    double span = window->high[axis] - window->low[axis];
    double pixels = fabs(area->projection.dots[axis]);
    double step = span / pixels * cell;
    int cells = (int)(size / cell);
    struct tick_axis tick_axis = {
        .low = window->low[axis] + span / 2 - step * (cells - 1) / 2,
        .step = step,
        .cells = cells,
        .apart = axis == 0 ? TICKS_APART_ACROSS : TICKS_APART_UP,
        .label_room = LABEL_ROOM,
        .label_gap = axis == 0 ? 1 : -1,
    };
    area->tick_count[axis] = ticks_place(&tick_axis, area->ticks[axis]);
}

/* Width of the longest label of the axis that goes up. */
static double label_width(const struct svg_area *area)
{
    size_t most = 2;
    for (size_t i = 0; i < area->tick_count[1]; i++) {
        const char *label = area->ticks[1][i].label;
        size_t width = utf8_count(label, strlen(label));
        most = width > most ? width : most;
    }
    return (double)(most * SVG_LETTER);
}

void svg_area_make(struct svg_area *area, const struct window *window, size_t columns,
                   size_t rows)
{
    double size[AXES];
    size_t samples[AXES] = { columns, rows };
    double margins[AXES];
    choose_size(columns, rows, size);
    *area = (struct svg_area){ .top = TITLE_HEIGHT, .width = size[0], .height = size[1] };
    struct projection *projection = &area->projection;
    area->distance = fmin(margin(size[0], columns), margin(size[1], rows));
    for (int axis = 0; axis < AXES; axis++) {
        margins[axis] = margin(size[axis], samples[axis]);
        projection->first[axis] = window->low[axis];
        projection->step[axis] = window->high[axis] - window->low[axis];
        projection->dots[axis] = (size[axis] - 2 * margins[axis]) * (axis == 0 ? 1 : -1);
        place_ticks(area, window, axis, size[axis], axis == 0 ? SVG_LETTER : SVG_LINE);
    }
    area->left = SVG_LINE + SVG_GAP + label_width(area) + TICK_LENGTH + SVG_GAP;
    projection->first_dot[0] = area->left + margins[0];
    projection->first_dot[1] = area->top + area->height - margins[1];
    area->total_width = area->left + area->width + 2 * SVG_GAP + SVG_LEGEND;
    svg_area_fit(area, 0, 0, 0);
}

void svg_area_fit(struct svg_area *area, int notes, double legend_height, double below_height)
{
    area->top += notes * SVG_LINE;
    area->projection.first_dot[1] += notes * SVG_LINE;
    area->below = area->top + fmax(area->height + TICKS_HEIGHT, legend_height);
    area->total_height = area->below + below_height;
}
