/* The flow of steepest descent in a plane, a step at a time at many places. */
#ifndef STEEPEST_GRAD_FLOW_H
#define STEEPEST_GRAD_FLOW_H

#include <stddef.h>

#include "grad/fn.h"

enum {
    FLOW_LANES = 64, /* places that take a step together */
    FLOW_STAGES = 6
};

/* Where the places are, and where a step has led. The first `count` entries of each are in use. */
struct flow_lanes {
    size_t count; /* 0 to FLOW_LANES */
    double place[GRID_AXES][FLOW_LANES];
    double time_step[FLOW_LANES]; /* above 0 */
    double next[GRID_AXES][FLOW_LANES];
    double error[GRID_AXES][FLOW_LANES]; /* estimated, of `next` */
};

/*
 * Take a step of dx/dt = -grad f from every place: fill `next` and `error`, which are not finite
 * where the gradient is not on the way. `fn` has two variables and an exact gradient. The method is
 * RODAS, of order 4(3), which is made for stiff flows as the floor of a valley has them (Hairer and
 * Wanner, Solving Ordinary Differential Equations II, 2nd edition, IV.7); the Hessian is taken from
 * differences of the gradient, `spacing` away on each axis, which keep the symmetry of f. Where f
 * falls away to the sides, with an eigenvalue below 0, a longer time_step than 1 / |eigenvalue| is
 * cut to that: with more the method would draw to a saddle what runs away from it.
 */
void flow_step(const struct fn *fn, const double spacing[GRID_AXES], struct flow_lanes *lanes);

#endif
