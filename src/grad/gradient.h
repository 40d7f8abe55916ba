/* Gradients by finite differences, for one point or for many. */
#ifndef STEEPEST_GRAD_GRADIENT_H
#define STEEPEST_GRAD_GRADIENT_H

#include <stdbool.h>
#include <stddef.h>

#include "grad/fn.h"
#include "grad/scheme.h"
#include "grad/verdict.h"

/* How the step of a component follows from the h that was asked for. */
enum step_kind {
    STEP_FIXED,    /* h */
    STEP_RELATIVE, /* h max(1, |x|), x being the coordinate that moves */
    STEP_AUTO      /* chosen for each point and axis by auto_step_choose (grad/auto_step.h) */
};

/* How a derivative is computed. */
struct difference {
    const struct scheme *scheme;
    double h; /* positive and finite */
    enum step_kind step;
};

/* The seed's: central with h = 1e-4. */
struct difference difference_default(void);

/* Whether both compute every derivative alike. */
bool difference_is_same(const struct difference *a, const struct difference *b);

/*
 * Where the results for a batch of `count` points go. Every array belongs to the caller, holds
 * `count` entries and overlaps no other.
 */
struct gradient_result {
    double *values;                /* f at the points */
    double *const *derivatives;    /* derivatives[a]: df/dx_a, for each axis that was asked for */
    enum verdict *verdicts;        /* the worst of the point's components */
    double *const *steps;          /* steps[a]: the step taken along x_a; NULL: not wanted */
};

/* A function with the memory that differencing it needs. One thread at a time. */
struct differentiator;

/*
 * Make a differentiator for `fn`, which must outlive it. NULL when memory is short.
 * Free it with differentiator_free.
 */
struct differentiator *differentiator_new(const struct fn *fn);

/* Free what differentiator_new returned, or NULL. */
void differentiator_free(struct differentiator *differentiator);

/* Whether its function was told to stop (grad/fn.h): what is computed with it means nothing. */
bool differentiator_is_stopped(const struct differentiator *differentiator);

/*
 * The values and the first `axes` (at most fn->n) partial derivatives at `count` points, given as
 * n columns as in struct fn. Only x_a moves for derivative a. A sample is fl(x + fl(k h)), the
 * divisor uses the nominal h: (f(x+h) - f(x-h)) / (2 h) has the bits of that very expression. h is
 * the component's own step. Those of exact derivatives are NaN.
 * The exact scheme needs fn->gradient, and axes is 0 or fn->n: every derivative has its array.
 * Allocates nothing and cannot fail. Verdict of a component:
 *   undefined  f at the point, a sample's place, a sample's value or the result is not finite;
 *   dead       a sample's place rounds to x, or flatness_is_rounding (grad/flat.h) says that f has
 *              lost the step;
 *   ok         otherwise. A true zero is ok. Exact derivatives are ok or undefined.
 * An undefined derivative is stored as NaN, a dead one as the zero or number that was computed.
 */
void gradient_batch(struct differentiator *differentiator, const struct difference *difference,
                    size_t count, const double *const *x, size_t axes,
                    const struct gradient_result *result);

#endif
