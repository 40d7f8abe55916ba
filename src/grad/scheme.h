/* Finite difference schemes, one row each. */
#ifndef STEEPEST_GRAD_SCHEME_H
#define STEEPEST_GRAD_SCHEME_H

#include <stddef.h>

enum { SCHEME_SAMPLES_MOST = 2 }; /* samples of the widest row of schemes.def */

/* f'(x) = (sum over the samples of weight * f(x + offset * h)) / (divisor * h) + O(h^order). */
struct scheme {
    const char *name;
    int order;
    double divisor;
    size_t samples;
    double offsets[SCHEME_SAMPLES_MOST]; /* whole numbers, in steps of h */
    double weights[SCHEME_SAMPLES_MOST]; /* summed in this order */
    const char *formula;                 /* for people, in ASCII */
    const char *source;                  /* where the formula stands in print */
};

/* How many schemes there are; at least 1. */
size_t scheme_count(void);

/* Scheme `index` < scheme_count(), in the order of schemes.def; lives for ever. */
const struct scheme *scheme_at(size_t index);

/* The scheme of the `length` bytes at `name`, or NULL. */
const struct scheme *scheme_find(const char *name, size_t length);

/* The seed's scheme, central. */
const struct scheme *scheme_default(void);

/* The scheme `by` rows after `scheme` in the table (before it when negative), going round. */
const struct scheme *scheme_next(const struct scheme *scheme, int by);

#endif
