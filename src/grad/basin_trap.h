/* Ellipses round minima that nothing which flows downhill leaves. */
#ifndef STEEPEST_GRAD_BASIN_TRAP_H
#define STEEPEST_GRAD_BASIN_TRAP_H

#include <stdbool.h>

#include "grad/critical.h"
#include "grad/plane_slope.h"

/* All places x with (x - centre) . metric (x - centre) <= size. */
struct basin_trap {
    double centre[GRID_AXES];
    double metric[3]; /* by x0 x0, x0 x1 and x1 x1 */
    double size;      /* 0: nothing is caught */
    double reach;     /* how far it goes along x0, either way */
};

/*
 * Find the largest ellipse round a minimum, of those that are a quarter of the window high or wide,
 * half that, and so on, in which the flow dx/dt = -grad f runs inward: A is the Hessian at the
 * minimum m and (x - m) . A (x - m) falls along the flow, so that every way within ends at m
 * (Khalil, Nonlinear Systems, 3rd edition, 8.2). That is looked at on 8 similar ellipses within, at
 * 32 places each: the gradient must be within 60 degrees of A (x - m). At a degenerate minimum A is
 * the square of the window's scales and the angle may be up to 90. Where all are too small nothing
 * is caught. No other critical point of the list may lie inside.
 */
struct basin_trap basin_trap_find(const struct fn *fn, const struct critical_points *points,
                                  size_t index, const struct rectangle *window);

/* Whether a place is caught. */
bool basin_trap_holds(const struct basin_trap *trap, const double place[GRID_AXES]);

#endif
