/* A function of n real variables: all that numerics sees of one. */
#ifndef STEEPEST_GRAD_FN_H
#define STEEPEST_GRAD_FN_H

#include <stdbool.h>
#include <stddef.h>

enum {
    GRID_AXES = 2,        /* a grid varies x0 and x1 */
    GRID_SAMPLES_MOST = 8 /* samples of a difference */
};

/* Places in the plane of x0 and x1; the other variables stand still. Nothing is owned. */
struct grid {
    size_t columns;
    size_t rows;
    const double *x0;    /* one for each column */
    const double *x1;    /* one for each row */
    const double *fixed; /* n numbers, of which [0] and [1] are not read; may be NULL for n <= 2 */
};

/*
 * At every place of a grid (sum of weights[i] * f(place + shifts[i])) / divisor, summed in this
 * order; out[row * columns + column] gets it. A shift of 0 leaves its coordinate as it is.
 */
struct grid_difference {
    size_t samples; /* 1 to GRID_SAMPLES_MOST */
    double shifts[GRID_SAMPLES_MOST][GRID_AXES];
    double weights[GRID_SAMPLES_MOST];
    double divisor;
    double *out;
};

/*
 * Points are given as columns: x[k] is an array with variable k of every point. The sequence is
 *
 *     const double x0[] = { 1, 2, 3 }, x1[] = { 4, 5, 6 };
 *     const double *x[] = { x0, x1 };
 *     double values[3];
 *     fn.evaluate(fn.context, 3, x, values);     values[i] = f(x0[i], x1[i])
 *
 * None of these ever fails: where the function has no value they store NaN or an infinity. What
 * they give for a point depends neither on its place nor on the others, and is the same, bit for
 * bit, whichever of them computes it. Not for two threads at once with one context. All but
 * `evaluate` may be NULL.
 */
struct fn {
    size_t n; /* variables, at least 1 */
    /*
     * Store the function's value at each of `count` points. x has n columns of at least `count`
     * entries; `values` overlaps none of them.
     */
    void (*evaluate)(void *context, size_t count, const double *const *x, double *values);
    /* Store `count` differences over a grid; n >= 2. A value is one with a single sample. */
    void (*evaluate_grid)(void *context, const struct grid *grid, size_t count,
                          const struct grid_difference *differences);
    /* Store the values and all n exact derivatives at each of `count` points. */
    void (*gradient)(void *context, size_t count, const double *const *x, double *values,
                     double *const *derivatives);
    /*
     * Store the values, unless that is NULL, and the exact derivatives by x0 and x1 over a grid;
     * n >= 2.
     */
    void (*gradient_grid)(void *context, const struct grid *grid, double *values,
                          double *const derivatives[GRID_AXES]);
    /*
     * Store the exact second derivatives at one place, which is n numbers: n * n of them, by x_j
     * and x_k at j * n + k.
     */
    void (*hessian)(void *context, const double *place, double *hessian);
    /* Store those by x0 x0, x0 x1 and x1 x1 alone at one place; n >= 2. */
    void (*plane_hessian)(void *context, const double *place, double hessian[3]);
    /* Whether computing was told to stop: what the others store then means nothing. */
    bool (*is_stopped)(void *context);
    void *context; /* what these get; owned by whoever made the function */
};

/* Whether what a function stores means nothing, so that there is no use in going on. */
static inline bool fn_is_stopped(const struct fn *fn)
{
    return fn->is_stopped != NULL && fn->is_stopped(fn->context);
}

#endif
