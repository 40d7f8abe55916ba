/* Gradients over a grid of places. */
#ifndef STEEPEST_GRAD_GRADIENT_GRID_H
#define STEEPEST_GRAD_GRADIENT_GRID_H

#include "grad/gradient.h"

/*
 * The values, the derivatives by x0 and x1 and the verdicts at every place of a grid, whose
 * function has n >= 2 variables: entry row * columns + column of each array. What a place gets is
 * what gradient_batch would give it, bit for bit. The exact scheme needs fn->gradient_grid.
 * Allocates nothing and cannot fail.
 */
void gradient_grid(struct differentiator *differentiator, const struct difference *difference,
                   const struct grid *grid, const struct gradient_result *result);

#endif
