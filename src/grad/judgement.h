/* How far gradients can be believed: an error estimate and a verdict for each. */
#ifndef STEEPEST_GRAD_JUDGEMENT_H
#define STEEPEST_GRAD_JUDGEMENT_H

#include "grad/estimate.h"
#include "grad/gradient.h"

/* The sine of 22.5 degrees: an arrow that is off by more points to another of eight directions. */
#define TRUSTED_SINE 0.38268343236508977

/*
 * Judge `count` points that gradient_batch or gradient_grid computed into `result`, whose steps are
 * there, for the first `axes` derivatives. estimates[i * axes + a] becomes that of x_a at point i;
 * where the verdict is dead or undefined, and for the exact scheme, every number in it is NaN.
 * Verdicts that are ok are made those of verdict_of_point. Allocates nothing and cannot fail.
 */
void judge_batch(struct differentiator *differentiator, const struct difference *difference,
                 size_t count, const double *const *x, size_t axes,
                 const struct gradient_result *result, struct estimate *estimates);

/*
 * The verdict of a point with `axes` components, none of which is dead or undefined:
 *   kink                    where a component has one;
 *   truncation or roundoff  where the errors, taken together, reach TRUSTED_SINE of the gradient's
 *                           length, so that its direction may be off by more than 22.5 degrees: the
 *                           one that matters more;
 *   ok                      otherwise, and where the gradient is 0 for all that is known.
 */
enum verdict verdict_of_point(size_t axes, const double *gradient, const struct estimate *estimates);

/* The length of a vector, without overflow on the way. */
double vector_length(size_t axes, const double *vector);

/* The length of the vector of the components' errors: infinite or NaN where one is. */
double error_of_point(size_t axes, const struct estimate *estimates);

/*
 * The largest angle, in radians from 0 to pi, between a vector of that length and one that is off by
 * `error`: asin(error / length), pi where the error reaches the length. NaN where one is NaN.
 */
double angle_bound(double length, double error);

/*
 * The order at which the differences of a point converge, from three steps: the binary logarithm of
 * |D(h) - D(h/2)| / |D(h/2) - D(h/4)|, lengths of vectors (Roache, Verification and Validation in
 * Computational Science and Engineering, 5.10). NaN where both are 0.
 */
double order_of_point(size_t axes, const struct estimate *estimates);

/*
 * By how much relative errors of f's values grow in the gradient: the length of the vector of the
 * components' sums of |weight f| over that of the gradient (the condition number of a sum: Higham,
 * Accuracy and Stability of Numerical Algorithms, 2nd edition, 4.2). NaN where both are 0.
 */
double condition_of_point(size_t axes, const double *gradient, const struct estimate *estimates);

#endif
