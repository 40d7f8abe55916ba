/* A gradient that is typed: a text in the language for each derivative. */
#ifndef STEEPEST_SOURCE_GRADIENT_FORMULA_H
#define STEEPEST_SOURCE_GRADIENT_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/interruption.h"
#include "expr/parameters.h"

enum { DERIVATIVES_MOST = 256 }; /* derivatives that one text may give */

/* Derivatives that were understood, made ready for no number of variables yet. */
struct gradient_formula;

/*
 * Understand `g0; g1; ...`, the derivatives by x0, x1, ...; parameters' values are taken now. An
 * item `name = expression` other than the last is a definition and holds for all derivatives behind
 * it. STATUS_OK; STATUS_USAGE with the place of the error in `source`, also for more than
 * DERIVATIVES_MOST; STATUS_FAILED when memory is short. Keeps nothing of `source`. Free with
 * gradient_formula_free.
 */
enum status gradient_formula_new(const struct source_text *source,
                                 const struct parameters *parameters,
                                 struct gradient_formula **formula, struct failure *failure);

/* Free what gradient_formula_new made, or NULL. */
void gradient_formula_free(struct gradient_formula *formula);

/* How many derivatives there are, at least 1. */
size_t gradient_formula_count(const struct gradient_formula *formula);

/*
 * Make the derivatives ready for points of n variables. STATUS_OK; STATUS_USAGE, with the place in
 * the text, when there are not n of them or one has no value with n variables; STATUS_FAILED when
 * memory is short. On failure they are ready for no number.
 */
enum status gradient_formula_prepare(struct gradient_formula *formula, size_t n,
                                     struct failure *failure);

/*
 * Store the derivative by x_axis at `count` points of the n variables that it was made ready for,
 * given as columns as in struct fn. Not for two threads at once.
 */
void gradient_formula_evaluate(const struct gradient_formula *formula, size_t axis, size_t count,
                               const double *const *x, double *values);

/* Let its derivatives count their work: as formula_function_set_interruption, once prepared. */
void gradient_formula_set_interruption(struct gradient_formula *formula,
                                       struct interruption *interruption);

/* Whether a derivative was told to stop. */
bool gradient_formula_is_stopped(const struct gradient_formula *formula);

#endif
