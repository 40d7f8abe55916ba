/* Functions written in C, for tests of numerics. */
#ifndef STEEPEST_TESTS_GRAD_FUNCTIONS_H
#define STEEPEST_TESTS_GRAD_FUNCTIONS_H

#include <check.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "grad/gradient.h"

enum { VARIABLES_HERE_MOST = 16 };

/* A function of a point's coordinates. */
typedef double point_function(const double *x);

/* The context of call_each. */
struct called {
    point_function *call;
    size_t n;
};

/* Evaluates the context's function at each point. */
static inline void call_each(void *context, size_t count, const double *const *x, double *values)
{
    const struct called *called = context;
    double point[VARIABLES_HERE_MOST];
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < called->n; k++)
            point[k] = x[k][i];
        values[i] = called->call(point);
    }
}

/* The gradient of one point, and what is known of it. */
struct gradient {
    double value;
    double derivatives[VARIABLES_HERE_MOST];
    enum verdict verdict;
};

/* Differentiate a function at one point by a scheme with step h. */
static inline struct gradient gradient_of(const struct fn *fn, const char *scheme, double h,
                                          const double *point)
{
    struct gradient gradient = { .verdict = VERDICT_COUNT };
    const double *columns[VARIABLES_HERE_MOST];
    double *derivatives[VARIABLES_HERE_MOST];
    for (size_t k = 0; k < fn->n; k++) {
        columns[k] = &point[k];
        derivatives[k] = &gradient.derivatives[k];
    }
    struct difference difference = { .scheme = scheme_find(scheme, strlen(scheme)), .h = h };
    struct gradient_result result = {
        .values = &gradient.value, .derivatives = derivatives, .verdicts = &gradient.verdict
    };
    struct differentiator *differentiator = differentiator_new(fn);
    ck_assert_ptr_nonnull(differentiator);
    ck_assert_ptr_nonnull(difference.scheme);
    gradient_batch(differentiator, &difference, 1, columns, fn->n, &result);
    differentiator_free(differentiator);
    return gradient;
}

/* As gradient_of, of a function in C of n variables. */
static inline struct gradient gradient_of_call(point_function *call, size_t n, const char *scheme,
                                               double h, const double *point)
{
    struct called called = { .call = call, .n = n };
    struct fn fn = { .n = n, .evaluate = call_each, .context = &called };
    return gradient_of(&fn, scheme, h, point);
}

/* Equal in every bit; NaNs are equal to one another. */
static inline bool same_bits(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(a) && isnan(b) : memcmp(&a, &b, sizeof a) == 0;
}

#endif
