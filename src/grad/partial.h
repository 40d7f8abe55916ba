/* A derivative of a function as a function of its own. */
#ifndef STEEPEST_GRAD_PARTIAL_H
#define STEEPEST_GRAD_PARTIAL_H

#include <stdbool.h>

#include "grad/gradient.h"

enum { PARTIAL_BLOCK = 64 }; /* places that are worked on at a time */

/* df/dx0 or df/dx1. Start with partial_make; not to be moved while `fn` is in use. */
struct partial {
    struct fn fn;           /* of n variables, with evaluate, evaluate_grid and is_stopped */
    const struct fn *whole; /* f; not owned */
    struct difference difference;
    size_t axis;
    struct differentiator *differentiator;
    double *place; /* n numbers */
    double x0[PARTIAL_BLOCK]; /* what a block of places takes */
    double values[PARTIAL_BLOCK];
    double derivatives[GRID_AXES][PARTIAL_BLOCK];
    enum verdict verdicts[PARTIAL_BLOCK];
};

/*
 * Make the derivative of `whole`, which must outlive it and has n >= GRID_AXES, along `axis` <
 * GRID_AXES. Its values are those of gradient_grid with that difference, and NaN where the verdict
 * is not ok: of a dead difference nobody knows whether it is zero. With the exact scheme
 * whole->gradient_grid is needed. False when memory is short; then too release it.
 */
bool partial_make(struct partial *partial, const struct fn *whole,
                  const struct difference *difference, size_t axis);

/* Release what partial_make made. */
void partial_release(struct partial *partial);

#endif
