/* What the error of a curve alone is, from where to where. */
#include <math.h>
#include <string.h>

#include "view/sweep_figure_parts.h"

enum { BRANCH_LEAST = 3 }; /* steps of a branch that is told */

enum branch { BRANCH_NONE, BRANCH_TRUNCATION, BRANCH_ROUNDOFF };

/* Neighbouring steps of one kind, from the largest on. */
struct run {
    enum branch branch;
    size_t first;
    size_t end; /* one past the last */
};

/* A stretch along the axis of h. */
struct stretch {
    double left;
    double right;
};

/*
 * Below the step whose estimate is least, what smaller steps change is rounding too, whichever part
 * of the estimate shows it: what a formula leaves out falls with h.
 */
static enum branch branch_at(const struct sweep_curve *curve, size_t step)
{
    if (!sweep_is_drawn(curve->estimates[step]))
        return BRANCH_NONE;
    bool falls = step <= sweep_best(curve);
    return falls && curve->truncations[step] > curve->roundoffs[step] ? BRANCH_TRUNCATION
                                                                      : BRANCH_ROUNDOFF;
}

/* Find the run that begins at a step. */
static struct run run_at(const struct sweep_curve *curve, size_t first)
{
    struct run run = { branch_at(curve, first), first, first + 1 };
    while (run.end < SWEEP_STEPS && branch_at(curve, run.end) == run.branch)
        run.end++;
    return run;
}

/* The place in the middle between a step and the next larger one; beyond the ends a little further. */
static double place_between(const struct sweep_area *area, size_t step)
{
    static const double beyond = 5;
    if (step == 0)
        return sweep_x(area, sweep_step(0)) + beyond;
    double larger = sweep_x(area, sweep_step(step - 1));
    return step == SWEEP_STEPS ? larger - beyond
                               : (sweep_x(area, sweep_step(step)) + larger) / 2;
}

static struct stretch stretch_of(const struct sweep_area *area, const struct run *run)
{
    return (struct stretch){ place_between(area, run->end), place_between(area, run->first) };
}

/* The line that runs through words, if any; NaN when there is none. */
static double line_through(const struct sweep_area *area, const struct sweep_marks *marks,
                           double left, double width)
{
    for (size_t i = 0; i < marks->count; i++) {
        double x = sweep_x(area, marks->items[i].h);
        if (x > left - SVG_GAP / 2.0 && x < left + width + SVG_GAP / 2.0)
            return x;
    }
    return NAN;
}

/*
 * Where a name begins: within its stretch, beside the vertical lines where there is room; where
 * the stretch is too short it reaches out of it, away from the other branch, or stands outside.
 */
static double place_name(const struct sweep_area *area, const struct sweep_marks *marks,
                         const struct stretch *stretch, double width, enum branch branch)
{
    static const double shares[] = { 0.5, 0.3, 0.7, 0.1, 0.9 };
    double room = stretch->right - stretch->left - width;
    for (size_t i = 0; room > 0 && i < sizeof shares / sizeof shares[0]; i++) {
        double left = stretch->left + shares[i] * room;
        if (isnan(line_through(area, marks, left, width)))
            return left;
    }
    bool rightward = branch == BRANCH_TRUNCATION;
    double left = rightward ? stretch->left : stretch->right - width;
    for (size_t i = 0; i < marks->count; i++) {
        double line = line_through(area, marks, left, width);
        if (isfinite(line))
            left = rightward ? line + SVG_GAP / 2.0 : line - width - SVG_GAP / 2.0;
    }
    double edge = area->left + area->width;
    return left + width > edge ? edge + SVG_GAP / 2.0 : fmax(left, area->left + 1);
}

/* Append a bracket below the steps of a run. */
static void append_bracket(struct text *text, const struct stretch *stretch, double y)
{
    static const double foot = 4;
    const double points[][AXES] = {
        { stretch->left, y + foot }, { stretch->left, y },
        { stretch->right, y }, { stretch->right, y + foot }
    };
    text_append(text, "<path d=\"");
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        text_append(text, i == 0 ? "M " : " L ");
        svg_number(text, points[i][0]);
        text_append(text, " ");
        svg_number(text, points[i][1]);
    }
    text_append(text, "\"/>\n");
}

/* Bracket the runs of a branch and name the longest, the first of several. */
static void append_branch(struct text *text, const struct sweep_area *area,
                          const struct sweep_curve *curve, const struct sweep_marks *marks,
                          enum branch branch, const char *name)
{
    static const double lift = 10;
    static const double raise = 4;
    double y = area->top + area->height - lift;
    struct run longest = { branch, 0, 0 };
    for (size_t first = 0; first < SWEEP_STEPS;) {
        struct run run = run_at(curve, first);
        struct stretch stretch = stretch_of(area, &run);
        first = run.end;
        if (run.branch != branch || run.end - run.first < BRANCH_LEAST)
            continue;
        append_bracket(text, &stretch, y);
        if (run.end - run.first > longest.end - longest.first)
            longest = run;
    }
    if (longest.end == 0)
        return;
    struct stretch stretch = stretch_of(area, &longest);
    double width = (double)strlen(name) * SWEEP_LETTER;
    svg_label(text, place_name(area, marks, &stretch, width, branch), y - raise, "start", name);
}

void sweep_branches(struct text *text, const struct sweep_area *area,
                    const struct sweep_figure *figure, const struct sweep_marks *marks)
{
    const struct sweep_curve *curve = &figure->curves[0];
    text_append(text, "<g id=\"branches\">\n");
    append_branch(text, area, curve, marks, BRANCH_ROUNDOFF, "roundoff");
    append_branch(text, area, curve, marks, BRANCH_TRUNCATION, "truncation");
    text_append(text, "</g>\n");
}
