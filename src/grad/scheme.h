/* Ways to a derivative: finite difference schemes and the exact one, one row each. */
#ifndef STEEPEST_GRAD_SCHEME_H
#define STEEPEST_GRAD_SCHEME_H

#include <stdbool.h>
#include <stddef.h>

enum { SCHEME_SAMPLES_MOST = 8 }; /* samples of the widest row of schemes.def */

/*
 * f'(x) = (sum over the samples of weight * f(x + offset * h)) / (divisor * h) + O(h^order).
 * The exact one has no samples, and no use for h.
 */
struct scheme {
    const char *name;
    int order;
    double divisor;
    size_t samples;
    double offsets[SCHEME_SAMPLES_MOST]; /* in steps of h; finite binary fractions */
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

/*
 * The sum of |weight| over the divisor: by so much, over h, an error of f's values grows in the
 * difference at most (Gill, Murray and Wright, Practical Optimization, 4.6.1.1). Not of the exact one.
 */
double scheme_amplification(const struct scheme *scheme);

/* The largest |offset|: how many steps of h the samples reach out to. Not of the exact one. */
double scheme_reach(const struct scheme *scheme);

/* Whether derivatives are taken of the formula itself. */
bool scheme_is_exact(const struct scheme *scheme);

/* The one that takes derivatives of the formula itself. */
const struct scheme *scheme_exact(void);

/* The seed's scheme, central. */
const struct scheme *scheme_default(void);

/* The scheme `by` rows after `scheme` in the table (before it when negative), going round. */
const struct scheme *scheme_next(const struct scheme *scheme, int by);

#endif
