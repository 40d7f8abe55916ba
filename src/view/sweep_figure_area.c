/* The axes of a figure of error against h. */
#include <math.h>
#include <stdio.h>

#include "view/sweep_figure_parts.h"

static const double area_width = 560;
static const double area_height = 420;
static const double legend_width = 256;
static const double title_height = 55;
static const double margin = 0.4;       /* decades of h beyond the first step and the last */
static const double branch_room = 0.11; /* of the height, below a curve alone */
static const double tick_length = 5;
static const double baseline_drop = 4; /* from the middle of a label's digits to its foot */
static const double least_decades = 3; /* of the error */
static const double empty_low = -16;   /* the axis of an error that nothing is known of */

enum {
    LABELS_ACROSS_MOST = 10,
    LABELS_UP_MOST = 13,
    TICKS_HEIGHT = 48 /* below the area: labels and the axis's name */
};

bool sweep_is_drawn(double error)
{
    return error > 0 && error < HUGE_VAL;
}

char *sweep_number(double value, int digits, char out[SWEEP_NUMBER_SIZE])
{
    char number[NUMBER_SIZE];
    minus_copy(number_short(value, digits, number), false, out, SWEEP_NUMBER_SIZE);
    return out;
}

/* Widen a range of logarithms by those of some errors. */
static void include(const double errors[SWEEP_STEPS], double *low, double *high)
{
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        if (!sweep_is_drawn(errors[i]))
            continue;
        *low = fmin(*low, log10(errors[i]));
        *high = fmax(*high, log10(errors[i]));
    }
}

/* Find the decades that the errors take, with room for the names of branches below them. */
static void choose_decades(struct sweep_area *area, const struct sweep_figure *figure)
{
    double low = HUGE_VAL;
    double high = -HUGE_VAL;
    for (size_t i = 0; i < figure->count; i++) {
        include(figure->curves[i].estimates, &low, &high);
        if (sweep_alone(figure))
            include(figure->curves[i].truths, &low, &high);
    }
    area->empty = low > high;
    if (area->empty) {
        area->low = empty_low;
        area->high = 0;
        return;
    }
    area->high = ceil(high);
    area->low = fmin(floor(low), area->high - least_decades);
    if (sweep_alone(figure))
        area->low = fmin(area->low, floor((low - branch_room * area->high) / (1 - branch_room)));
}

void sweep_area_make(struct sweep_area *area, const struct sweep_figure *figure, size_t marks,
                     size_t notes)
{
    *area = (struct sweep_area){
        .left = 92,
        .top = title_height + (double)(marks * SVG_LINE),
        .width = area_width,
        .height = area_height,
        .first = log10(sweep_step(SWEEP_STEPS - 1)) - margin,
        .last = log10(sweep_step(0)) + margin,
    };
    choose_decades(area, figure);
    area->total_width = area->left + area->width + 2 * SVG_GAP + legend_width;
    area->total_height = area->top + area->height + TICKS_HEIGHT + SVG_GAP +
                         (double)(notes * SVG_LINE);
}

static double x_of_decade(const struct sweep_area *area, double decade)
{
    return area->left + (decade - area->first) / (area->last - area->first) * area->width;
}

static double y_of_decade(const struct sweep_area *area, double decade)
{
    return area->top + (area->high - decade) / (area->high - area->low) * area->height;
}

double sweep_x(const struct sweep_area *area, double h)
{
    return x_of_decade(area, log10(h));
}

double sweep_y(const struct sweep_area *area, double error)
{
    return y_of_decade(area, log10(error));
}

/* Decades from a label to the next, so that there are not more than that. */
static double decades_apart(double span, int most)
{
    static const double steps[] = { 1, 2, 5, 10, 20, 50, 100 };
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] && span / steps[i] > most)
        i++;
    return steps[i];
}

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

/* Ten to the power `decade`, as a label. */
static void append_power(struct text *text, double x, double y, const char *anchor, double decade)
{
    text_append(text, "<text");
    svg_number_attribute(text, "x", x);
    svg_number_attribute(text, "y", y);
    text_append_format(text, " text-anchor=\"%s\">10<tspan class=\"power\" dy=\"-5\">%s%.0f</tspan>"
                       "</text>\n", anchor, decade < 0 ? "−" : "", fabs(decade));
}

/* Append the ticks of an axis from `low` to `high` as lines: across the area, or outward. */
static void append_ticks(struct text *text, const struct sweep_area *area, int axis, double apart,
                         bool grid)
{
    double low = axis == 0 ? area->first : area->low;
    double high = axis == 0 ? area->last : area->high;
    double bottom = area->top + area->height;
    for (double decade = ceil(low / apart) * apart; decade <= high; decade += apart) {
        double x = x_of_decade(area, decade);
        double y = y_of_decade(area, decade);
        if (axis == 0)
            append_line(text, x, bottom, x, grid ? area->top : bottom + tick_length);
        else
            append_line(text, area->left, y, grid ? area->left + area->width
                                                  : area->left - tick_length, y);
    }
}

static void append_labels(struct text *text, const struct sweep_area *area, int axis, double apart)
{
    double low = axis == 0 ? area->first : area->low;
    double high = axis == 0 ? area->last : area->high;
    double below = area->top + area->height + tick_length + SVG_LINE - baseline_drop + 2;
    for (double decade = ceil(low / apart) * apart; decade <= high; decade += apart) {
        if (axis == 0)
            append_power(text, x_of_decade(area, decade), below, "middle", decade);
        else
            append_power(text, area->left - tick_length - baseline_drop,
                         y_of_decade(area, decade) + baseline_drop, "end", decade);
    }
}

/* Append the names of the axes; that of the error's reads upward. */
static void append_names(struct text *text, const struct sweep_area *area,
                         const struct sweep_figure *figure)
{
    double middle = area->top + area->height / 2;
    double x = SVG_GAP + SVG_LINE;
    svg_label(text, area->left + area->width / 2,
              area->top + area->height + tick_length + 2 * SVG_LINE + 2, "middle", "step h");
    text_append(text, "<text text-anchor=\"middle\" transform=\"translate(");
    svg_number(text, x);
    text_append(text, " ");
    svg_number(text, middle);
    text_append(text, ") rotate(-90)\">");
    text_append(text, sweep_alone(figure) ? "|error of ∇f|" : "estimated |error of ∇f|");
    text_append(text, "</text>\n");
}

void sweep_axes(struct text *text, const struct sweep_area *area,
                const struct sweep_figure *figure)
{
    const double apart[AXES] = {
        decades_apart(area->last - area->first, LABELS_ACROSS_MOST),
        decades_apart(area->high - area->low, LABELS_UP_MOST),
    };
    text_append(text, "<g id=\"axes\">\n");
    for (int grid = 1; grid >= 0; grid--) {
        text_append_format(text, "<path class=\"%s\" d=\"\n", grid == 1 ? "grid" : "axis");
        append_ticks(text, area, 0, grid == 1 ? apart[0] : 1, grid == 1);
        if (!area->empty)
            append_ticks(text, area, 1, apart[1], grid == 1);
        text_append(text, "\"/>\n");
    }
    svg_rectangle(text, area->left, area->top, area->width, area->height, " class=\"axis\"/>\n");
    append_labels(text, area, 0, apart[0]);
    if (!area->empty)
        append_labels(text, area, 1, apart[1]);
    append_names(text, area, figure);
    text_append(text, "</g>\n");
}
