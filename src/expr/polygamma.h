/* The slopes of log(gamma(x)), which the C library lacks. */
#ifndef STEEPEST_EXPR_POLYGAMMA_H
#define STEEPEST_EXPR_POLYGAMMA_H

/*
 * digamma(x), the derivative of log |gamma(x)|: NaN at 0, -1, -2, ... and at -inf.
 * Abramowitz and Stegun, 6.3.5 (recurrence), 6.3.7 (reflection), 6.3.18 (asymptotic series).
 */
double digamma(double x);

/*
 * trigamma(x), the derivative of digamma: infinite at 0, -1, -2, ... .
 * Abramowitz and Stegun, 6.4.6 (recurrence), 6.4.7 (reflection), 6.4.12 (asymptotic series).
 */
double trigamma(double x);

#endif
