/* A function of n real variables: all that numerics sees of one. */
#ifndef STEEPEST_GRAD_FN_H
#define STEEPEST_GRAD_FN_H

#include <stddef.h>

/*
 * Points are given as columns: x[k] is an array with variable k of every point. The sequence is
 *
 *     const double x0[] = { 1, 2, 3 }, x1[] = { 4, 5, 6 };
 *     const double *x[] = { x0, x1 };
 *     double values[3];
 *     fn.evaluate(fn.context, 3, x, values);     values[i] = f(x0[i], x1[i])
 */
struct fn {
    size_t n; /* variables, at least 1 */
    /*
     * Store the function's value at each of `count` points. x has n columns of at least `count`
     * entries; `values` overlaps none of them. Never fails: where the function has no value it
     * stores NaN or an infinity. A point's value does not depend on its place or on the others.
     * Not for two threads at once with one context.
     */
    void (*evaluate)(void *context, size_t count, const double *const *x, double *values);
    void *context; /* what evaluate gets; owned by whoever made the function */
};

#endif
