/* Exact slopes and curvatures of a function in a plane of x0 and x1. */
#ifndef STEEPEST_GRAD_PLANE_SLOPE_H
#define STEEPEST_GRAD_PLANE_SLOPE_H

#include <stdbool.h>

#include "grad/fn.h"

/* A function and the plane that it is looked at in. Start with plane_slope_make. */
struct plane_slope {
    const struct fn *fn; /* not owned */
    double *place;       /* n numbers, of which [0] and [1] are those of the last place asked for */
};

/* A rectangle of the plane. */
struct rectangle {
    double low[GRID_AXES];
    double high[GRID_AXES];
};

/*
 * Make it for `fn`, which must outlive it and has n >= 2, gradient_grid and plane_hessian. `fixed`
 * are n numbers, of which [0] and [1] are not read, or NULL for n = 2; they are copied. False when
 * memory is short; then too release it.
 */
bool plane_slope_make(struct plane_slope *slope, const struct fn *fn, const double *fixed);

/* Release what plane_slope_make made. */
void plane_slope_release(struct plane_slope *slope);

/* f at a place of the plane. */
double plane_slope_value(struct plane_slope *slope, const double at[GRID_AXES]);

/* The derivatives by x0 and x1 there; false when one is not finite. */
bool plane_slope_gradient(struct plane_slope *slope, const double at[GRID_AXES],
                          double gradient[GRID_AXES]);

/* The second derivatives by x0 x0, x0 x1 and x1 x1 there; false when one is not finite. */
bool plane_slope_hessian(struct plane_slope *slope, const double at[GRID_AXES], double hessian[3]);

#endif
