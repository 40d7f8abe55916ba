/* Divergence of the field of steepest descent over a grid of places. */
#ifndef STEEPEST_GRAD_DIVERGENCE_H
#define STEEPEST_GRAD_DIVERGENCE_H

#include "grad/gradient.h"

/*
 * The divergence of -grad f in the plane of x0 and x1 at every place of a grid whose function has
 * n >= 2 variables, entry row * columns + column: minus the sum over both axes of
 * (f(x+k) - 2 f(x) + f(x-k)) / k^2, which is off by k^2 / 12 times the fourth derivative and by
 * rounding of about 4 epsilon |f| / k^2. k = epsilon^(1/4) max(1, |x|) balances the two (Press et
 * al., Numerical Recipes, 5.7); epsilon^(1/4) is 2^-13, and k is cut to a power of two, so that
 * x +- k is exact nearly always. Where the places stand closer than that k is less than their
 * distance, so that what is told belongs to the place, but at least 2^-26 |x|. A difference that is
 * no larger than its rounding, 4 epsilon times the sum of its terms' sizes, is 0, or NaN where k was
 * made less: there rounding could hide it. NaN where a value is not finite. `values` holds f at the
 * places and must not overlap `divergences`. Four evaluations a place. Allocates nothing and cannot
 * fail.
 */
void divergence_grid(struct differentiator *differentiator, const struct grid *grid,
                     const double *values, double *divergences);

/* The same for `count` rows of the grid from `first` on alone; other entries stay. */
void divergence_rows(struct differentiator *differentiator, const struct grid *grid, size_t first,
                     size_t count, const double *values, double *divergences);

#endif
