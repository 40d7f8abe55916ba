/* Error against h at a place, as a figure in SVG 1.1: the V for a page or a slide. */
#ifndef STEEPEST_VIEW_SWEEP_FIGURE_H
#define STEEPEST_VIEW_SWEEP_FIGURE_H

#include "base/text.h"
#include "grad/sweep.h"
#include "view/viewport.h"

enum { SWEEP_CURVES_MOST = 16 };

/*
 * What one scheme gives with each of the steps sweep_step(0), sweep_step(1), ...: lengths of
 * vectors, infinite or NaN where they are unknown.
 */
struct sweep_curve {
    const char *name;               /* lives for ever */
    double estimates[SWEEP_STEPS];  /* estimated errors of the gradient */
    double truncations[SWEEP_STEPS]; /* of these, what the formula leaves out, and rounding's part */
    double roundoffs[SWEEP_STEPS];
    double truths[SWEEP_STEPS];     /* distances from the exact gradient; NaN where there is none */
    enum verdict verdicts[SWEEP_STEPS];
};

/* Everything that the figure shows. No text is NULL; texts are not owned. */
struct sweep_figure {
    size_t count; /* curves, at least 1 */
    struct sweep_curve curves[SWEEP_CURVES_MOST];
    size_t present;       /* the curve of the present scheme */
    double own[AXES];     /* the present h along x0 and x1; NaN where there is none */
    const char *function; /* as the title names it; any bytes */
    const char *settings; /* below the title: the place, the present difference */
};

/*
 * Append the figure to `text`, in UTF-8; text->failed when memory is short. Allocates nothing else.
 *
 * Both axes are logarithmic. A curve is a path of class `scheme-K`, K counted from 0, in the group
 * `curves`: `M x y L x y ...` from the largest step down, which begins anew after each step whose
 * error is 0, infinite or NaN, and a circle where a step stands alone. Which steps those are, and
 * why, stands below. One curve has its true errors beside it, in a path of class `true-error`, and
 * names where its error is truncation and where roundoff. Vertical lines in the group `marks` stand
 * at the present h, and where the present scheme's estimate is least.
 */
void sweep_figure_write(const struct sweep_figure *figure, struct text *text);

#endif
