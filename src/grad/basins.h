/* Which minimum each place of a plane runs down to. */
#ifndef STEEPEST_GRAD_BASINS_H
#define STEEPEST_GRAD_BASINS_H

#include <stddef.h>

#include "grad/critical.h"
#include "grad/fn.h"

/* The minima of a window, with what is needed to follow the flow to them. One thread at a time. */
struct basins;

/*
 * Make it for `fn`, which must outlive it and has n >= 2, gradient and gradient_grid; `fixed` is as in plane_slope_make; `points` are the critical points of `window`.
 * NULL when memory is short. Free with basins_free.
 */
struct basins *basins_new(const struct fn *fn, const double *fixed,
                          const struct critical_points *points, const struct rectangle *window);

/*
 * Make another for another thread, of the minima that `first` has found, which must outlive it;
 * `fn` gives the numbers that the function of `first` gives, the rest is as in basins_new. Computes
 * nothing. NULL when memory is short. Free with basins_free.
 */
struct basins *basins_share(const struct basins *first, const struct fn *fn, const double *fixed);

/* Free what basins_new or basins_share made, or NULL. */
void basins_free(struct basins *basins);

/*
 * Let basins_find tell these numbers of the minima, in their order, instead of 1, 2, ...; they must
 * outlive the basins, and those that share them.
 */
void basins_set_numbers(struct basins *basins, const size_t *numbers);

/*
 * Store for each of `count` places (x0[i], x1[i]) the number of the minimum that the flow
 * dx/dt = -grad f leads to: 1 for the first of the minima among the points, degenerate ones too, if none was set. 0
 * where it leads to none: it ends elsewhere, at a saddle or where f has no gradient; it is further
 * than 5 windows from the middle of the window; or it has taken 2000 steps. The flow is followed by
 * flow_step (grad/flow.h) with local errors of at most 1e-5 of the step, and no step is longer than
 * 1/16 of the window, until an ellipse round a minimum has caught it (grad/basin_trap.h) or a step
 * is shorter than 1e-12 of the window, or 32 steps come to less than 1e-5 of it, and to less than
 * the 32 before, while time steps shrink by a quarter: so it ends before an edge of the domain.
 * What is told of a place does not depend on the others. Allocates nothing and cannot fail; once
 * computing was told to stop it means nothing.
 */
void basins_find(struct basins *basins, size_t count, const double *x0, const double *x1,
                 double *numbers);

#endif
