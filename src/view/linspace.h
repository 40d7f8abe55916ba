/* Evenly spaced places. */
#ifndef STEEPEST_VIEW_LINSPACE_H
#define STEEPEST_VIEW_LINSPACE_H

#include <stddef.h>

/*
 * Place `index` of `count` places from `low` to `high` as numpy.linspace computes it: evenly
 * spaced, the last exactly `high`; a single place is `low`.
 */
double linspace_place(double low, double high, size_t count, size_t index);

#endif
