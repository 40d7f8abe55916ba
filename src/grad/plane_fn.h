/* A function of many variables as one of the two that a plane shows. */
#ifndef STEEPEST_GRAD_PLANE_FN_H
#define STEEPEST_GRAD_PLANE_FN_H

#include <stdbool.h>

#include "grad/fn.h"

enum { PLANE_FN_BLOCK = 16 }; /* points that are handed on at a time */

/* A function in a plane. Start with plane_fn_make; not to be moved while `fn` is in use. */
struct plane_fn {
    struct fn fn; /* of x0 and x1, all others fixed; no plane_hessian */
    const struct fn *whole; /* not owned */
    double *place;          /* n numbers, of which [0] and [1] are those of the last Hessian's */
    double *matrix;         /* n * n numbers; NULL where the whole function has no Hessian */
    double *memory;         /* n columns of constants, then n of derivatives */
    const double **columns; /* n */
    double **derivatives;   /* n */
};

/*
 * Make it for `whole`, which must outlive it and has n >= GRID_AXES. `fixed` are n numbers, of
 * which [0] and [1] are not read, or NULL for n = GRID_AXES; they are copied. What it gives has the
 * bits that the whole function gives in the plane. False when memory is short; then too release it.
 */
bool plane_fn_make(struct plane_fn *plane, const struct fn *whole, const double *fixed);

/* Release what plane_fn_make made. */
void plane_fn_release(struct plane_fn *plane);

#endif
