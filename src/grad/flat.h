/* Telling a function that is flat from one whose change was lost to rounding. */
#ifndef STEEPEST_GRAD_FLAT_H
#define STEEPEST_GRAD_FLAT_H

#include <stdbool.h>
#include <stddef.h>

#include "grad/fn.h"

enum { FLAT_RUNGS = 32 }; /* steps that are tried at a time */

/*
 * Memory for flatness_is_rounding: n columns of 2 * FLAT_RUNGS entries each and as many values.
 * All of it belongs to the caller.
 */
struct flat_workspace {
    double **columns;
    double *values;
};

/*
 * f did not change between x and its samples at step h along `axis`, where f(x) = value, finite.
 * Was the change lost to rounding? The steps 4h, 16h, ... up to 2^52 max(1, |x|) are tried on both
 * sides, and the step at which f begins to change is narrowed down. If a thousandth beyond it f has
 * changed by no more than 256 units in its last place, a slope is growing out of the rounding: true
 * (tanh at 30, 1e16 + x). If it has changed by more, f jumps or has a kink there and is truly flat
 * before it (floor, the foot of relu): false, as when it never changes.
 * `point` holds the n coordinates; allocates nothing.
 */
bool flatness_is_rounding(const struct fn *fn, const double *point, size_t axis, double h,
                          double value, struct flat_workspace *workspace);

#endif
