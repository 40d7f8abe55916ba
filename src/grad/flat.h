/* Telling a function that is flat from one whose change was lost to rounding. */
#ifndef STEEPEST_GRAD_FLAT_H
#define STEEPEST_GRAD_FLAT_H

#include <stdbool.h>
#include <stddef.h>

#include "grad/places.h"

/*
 * f did not change between point `point` of the columns x and its samples at step h along `axis`,
 * where f = value, finite. Was the change lost to rounding? The steps 4h, 16h, ... up to
 * 2^52 max(1, |x|) are tried on both sides, and the step at which f begins to change is narrowed
 * down. If a thousandth beyond it f has changed by no more than 256 units in its last place, a slope
 * is growing out of the rounding: true (tanh at 30, 1e16 + x). If it has changed by more, f jumps or
 * has a kink there and is truly flat before it (floor, the foot of relu): false, as when it never
 * changes. So it is when f comes back to its value or crosses it within twenty such steps on either
 * side: what changed is its rounding, and f is as flat there (1.5 - x + x); a function whose whole
 * change is no more than such a rounding (1e16 + sin x) is told no better. Uses `places` for its own;
 * allocates nothing.
 */
bool flatness_is_rounding(struct places *places, const double *const *x, size_t point, size_t axis,
                          double h, double value);

#endif
