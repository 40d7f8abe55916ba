/* The curves of a figure of error against h. */
#include <math.h>

#include "view/sweep_figure_parts.h"

static const double point_radius = 2;
static const double ring_radius = 5;

size_t sweep_best(const struct sweep_curve *curve)
{
    size_t best = SWEEP_STEPS;
    for (size_t i = 0; i < SWEEP_STEPS; i++)
        if (isfinite(curve->estimates[i]) &&
            (best == SWEEP_STEPS || curve->estimates[i] < curve->estimates[best]))
            best = i;
    return best;
}

static void append_point(struct text *text, const struct sweep_area *area, size_t step,
                         double error)
{
    svg_number(text, sweep_x(area, sweep_step(step)));
    text_append(text, " ");
    svg_number(text, sweep_y(area, error));
}

static void append_circle(struct text *text, const struct sweep_area *area, const char *class,
                          size_t step, double error, double radius)
{
    text_append_format(text, "<circle class=\"%s\"", class);
    svg_number_attribute(text, "cx", sweep_x(area, sweep_step(step)));
    svg_number_attribute(text, "cy", sweep_y(area, error));
    svg_number_attribute(text, "r", radius);
    text_append(text, "/>\n");
}

static bool is_drawn_at(const double errors[SWEEP_STEPS], size_t step)
{
    return step < SWEEP_STEPS && sweep_is_drawn(errors[step]);
}

/* Append what a path's `d` holds: lines between neighbours that are drawn, never over a gap. */
static void append_lines(struct text *text, const struct sweep_area *area,
                         const double errors[SWEEP_STEPS])
{
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        if (!is_drawn_at(errors, i))
            continue;
        text_append(text, i > 0 && is_drawn_at(errors, i - 1) ? " L " : "\nM ");
        append_point(text, area, i, errors[i]);
    }
}

static bool has_any(const double errors[SWEEP_STEPS])
{
    for (size_t i = 0; i < SWEEP_STEPS; i++)
        if (sweep_is_drawn(errors[i]))
            return true;
    return false;
}

/* Append a curve, with a circle at each of its points, or at those without neighbours alone. */
static void append_curve(struct text *text, const struct sweep_area *area, const char *class,
                         const char *name, const double errors[SWEEP_STEPS], bool dotted)
{
    if (!has_any(errors))
        return;
    text_append_format(text, "<g class=\"%s\">\n<path d=\"", class);
    append_lines(text, area, errors);
    text_append_format(text, "\"><title>%s</title></path>\n", name);
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        bool lone = !is_drawn_at(errors, i + 1) && (i == 0 || !is_drawn_at(errors, i - 1));
        if (is_drawn_at(errors, i) && (dotted || lone))
            append_circle(text, area, "point", i, errors[i], point_radius);
    }
    text_append(text, "</g>\n");
}

void sweep_curves(struct text *text, const struct sweep_area *area,
                  const struct sweep_figure *figure)
{
    const struct sweep_curve *present = &figure->curves[figure->present];
    size_t best = sweep_best(present);
    text_append(text, "<g id=\"curves\">\n");
    if (sweep_alone(figure))
        append_curve(text, area, "true-error", "true error", present->truths, true);
    for (size_t i = 0; i < figure->count; i++) {
        const struct sweep_curve *curve = &figure->curves[i];
        char class[SWEEP_LABEL_SIZE];
        sweep_class(figure, i, class);
        append_curve(text, area, class, curve->name, curve->estimates, sweep_alone(figure));
    }
    if (best < SWEEP_STEPS && sweep_is_drawn(present->estimates[best]))
        append_circle(text, area, "best", best, present->estimates[best], ring_radius);
    text_append(text, "</g>\n");
}
