/* A gradient at one point with one step after another: error against h. */
#ifndef STEEPEST_GRAD_SWEEP_H
#define STEEPEST_GRAD_SWEEP_H

#include <stdbool.h>

#include "grad/judgement.h"

enum { SWEEP_STEPS = 49 }; /* 1, 0.5, 0.2, 0.1, ... down to 1e-16 */

/* Step `index` < SWEEP_STEPS, from the largest down: the double nearest to its decimal. */
double sweep_step(size_t index);

/*
 * A function, and what was found of it: n numbers each but the verdict. Start with sweep_make, end
 * with sweep_release.
 */
struct sweep {
    const struct fn *fn; /* not owned */
    size_t axes; /* derivatives that sweep_at finds; n, and may be set to less */
    struct differentiator *differentiator;
    double *gradient;
    struct estimate *estimates; /* as judge_batch gives them */
    enum verdict verdict;
    double *steps;
    double **columns; /* 2n pointers: each derivative as a column of one number, then the steps */
};

/* Make a sweep of `fn`, which must outlive it. False when memory is short; then too release it. */
bool sweep_make(struct sweep *sweep, const struct fn *fn);

/* Release what sweep_make made. */
void sweep_release(struct sweep *sweep);

/*
 * Compute and judge the gradient at a point, given as n columns of one number, by `scheme` with
 * step h: the first sweep->axes derivatives, and the verdict of these alone. The exact scheme needs
 * fn->gradient, has no use for h and finds all derivatives. Allocates nothing.
 */
void sweep_at(struct sweep *sweep, const struct scheme *scheme, double h,
              const double *const *point);

#endif
