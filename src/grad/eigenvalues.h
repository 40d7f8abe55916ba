/* Eigenvalues of symmetric matrices of two rows. */
#ifndef STEEPEST_GRAD_EIGENVALUES_H
#define STEEPEST_GRAD_EIGENVALUES_H

#include "grad/fn.h"

/* Store those of the matrix of h[0], h[1] and h[1], h[2], the smaller first. */
void eigenvalues_find(const double h[3], double eigenvalues[GRID_AXES]);

/*
 * The largest learning rate at which plain descent on the quadratic function with that Hessian does
 * not diverge: 2 / lambda, lambda the larger eigenvalue (Goodfellow, Bengio and Courville, Deep
 * Learning, 4.3.1; Nesterov, Introductory Lectures on Convex Optimization, 1.2.3). At it the steps
 * swing for ever, below it they shrink. NaN where there is no such rate: the function is not convex
 * there, an eigenvalue is less than -1e-12 times the larger; or not curved, both are 0; or an entry
 * is not finite.
 */
double eigenvalues_edge(const double h[3]);

#endif
