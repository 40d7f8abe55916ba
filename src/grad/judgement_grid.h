/* How far the gradients over a grid can be believed. */
#ifndef STEEPEST_GRAD_JUDGEMENT_GRID_H
#define STEEPEST_GRAD_JUDGEMENT_GRID_H

#include "grad/gradient.h"

/* Where the judgements go: an entry for each place, x0 fastest. Not owned, none overlaps another. */
struct grid_judgement {
    double *errors;     /* error_of_point */
    double *orders;     /* order_of_point */
    double *conditions; /* condition_of_point */
};

/*
 * Judge every place of a grid that gradient_grid computed into `result`, whose steps are there, as
 * judge_batch does (grad/judgement.h), and refine the verdicts. NaN where nothing is estimated.
 * Allocates nothing and cannot fail.
 */
void judge_grid(struct differentiator *differentiator, const struct difference *difference,
                const struct grid *grid, const struct gradient_result *result,
                const struct grid_judgement *judgement);

#endif
