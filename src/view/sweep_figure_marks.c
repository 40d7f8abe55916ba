/* The vertical lines of a figure of error against h. */
#include <math.h>
#include <stdio.h>

#include "view/sweep_figure_parts.h"

enum {
    STEP_DIGITS = 4,
    ERROR_DIGITS = 2
};

/* Add a line's place and return the room for its label; lines stay in order. */
static char *add(struct sweep_marks *marks, double h, const char *class)
{
    size_t at = marks->count++;
    for (; at > 0 && marks->items[at - 1].h > h; at--)
        marks->items[at] = marks->items[at - 1];
    marks->items[at].h = h;
    marks->items[at].class = class;
    return marks->items[at].label;
}

static bool is_on_axis(double h)
{
    return h >= sweep_step(SWEEP_STEPS - 1) && h <= sweep_step(0);
}

/* Add the present steps: one line where both are the same, or only one is known. */
static void add_own(const struct sweep_figure *figure, struct sweep_marks *marks)
{
    const double *own = figure->own;
    char number[SWEEP_NUMBER_SIZE];
    bool apart = isfinite(own[0]) && isfinite(own[1]) && !(own[0] >= own[1] && own[0] <= own[1]);
    for (int axis = 0; axis < AXES; axis++) {
        if (!is_on_axis(own[axis]))
            continue;
        if (axis == 1 && !apart && is_on_axis(own[0]))
            continue;
        char *label = add(marks, own[axis], "own");
        sweep_number(own[axis], STEP_DIGITS, number);
        if (apart)
            snprintf(label, SWEEP_LABEL_SIZE, "h of x%d = %s", axis, number);
        else
            snprintf(label, SWEEP_LABEL_SIZE, "h = %s", number);
    }
}

void sweep_marks_find(const struct sweep_figure *figure, struct sweep_marks *marks)
{
    const struct sweep_curve *curve = &figure->curves[figure->present];
    size_t best = sweep_best(curve);
    char number[SWEEP_NUMBER_SIZE];
    char error[SWEEP_NUMBER_SIZE];
    marks->count = 0;
    add_own(figure, marks);
    if (best == SWEEP_STEPS || !sweep_is_drawn(curve->estimates[best]))
        return;
    char *label = add(marks, sweep_step(best), "best");
    sweep_number(sweep_step(best), STEP_DIGITS, number);
    sweep_number(curve->estimates[best], ERROR_DIGITS, error);
    if (sweep_alone(figure))
        snprintf(label, SWEEP_LABEL_SIZE, "best h = %s, estimate %s", number, error);
    else
        snprintf(label, SWEEP_LABEL_SIZE, "best h of %s = %s", curve->name, number);
}

/*
 * A label stands to the right of its line, and the further left the line, the higher the label: so
 * no line runs through another's label.
 */
void sweep_marks_draw(struct text *text, const struct sweep_area *area,
                      const struct sweep_marks *marks)
{
    static const double beside = 4;
    static const double rise = 12;
    text_append(text, "<g id=\"marks\">\n");
    for (size_t i = 0; i < marks->count; i++) {
        double x = sweep_x(area, marks->items[i].h);
        double foot = area->top - (double)((marks->count - 1 - i) * SVG_LINE) - beside;
        text_append_format(text, "<path class=\"%s\" d=\"M ", marks->items[i].class);
        svg_number(text, x);
        text_append(text, " ");
        svg_number(text, area->top + area->height);
        text_append(text, " L ");
        svg_number(text, x);
        text_append(text, " ");
        svg_number(text, foot - rise);
        text_append(text, "\"/>\n");
        svg_label(text, x + beside, foot - 1, "start", marks->items[i].label);
    }
    text_append(text, "</g>\n");
}
