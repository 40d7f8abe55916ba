/* Systems of linear equations whose matrix is made positive definite. */
#ifndef STEEPEST_GRAD_CHOLESKY_H
#define STEEPEST_GRAD_CHOLESKY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Factor A + c I = L L^T, A being a symmetric matrix of n * n finite numbers of which the lower
 * triangle is read: c is 0 when A is positive definite, else the first of a sequence that doubles
 * and makes it so (Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 3.3). L is
 * put into `factor`, n * n numbers; its upper triangle means nothing. False, without a factor, when
 * a number is not finite or grows beyond all bounds.
 */
bool cholesky_factor(size_t n, const double *matrix, double *factor);

/* Put the solution of L L^T p = b in the place of b, n numbers. */
void cholesky_solve(size_t n, const double *factor, double *b);

#endif
