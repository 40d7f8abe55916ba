/* A formula, for a number of variables, as a struct fn. */
#ifndef STEEPEST_SOURCE_FORMULA_FUNCTION_H
#define STEEPEST_SOURCE_FORMULA_FUNCTION_H

#include <stddef.h>

#include "base/failure.h"
#include "base/interruption.h"
#include "expr/kernels.h"
#include "grad/fn.h"
#include "source/formula.h"

/* A formula made ready for a number of variables. */
struct formula_function;

/*
 * Make the function of n >= formula_least_n(formula) variables, to be evaluated with the
 * processor's fastest kernels or with these. STATUS_OK; STATUS_USAGE when the text has no scalar
 * value or too many operations with n variables; STATUS_FAILED when memory is short. Free with
 * formula_function_free; the formula may be freed before.
 */
enum status formula_function_new(const struct formula *formula, size_t n,
                                 struct formula_function **function, struct failure *failure);
enum status formula_function_new_with(const struct formula *formula, size_t n,
                                      const struct kernels *kernels,
                                      struct formula_function **function,
                                      struct failure *failure);

/*
 * Give the function exact derivatives, unless it has them, from the formula that it was made of.
 * Errors as formula_function_new, with the function as it was.
 */
enum status formula_function_differentiate(struct formula_function *function,
                                           const struct formula *formula,
                                           struct failure *failure);

/*
 * Give the function exact second derivatives, unless it has them: fn->hessian. Errors as
 * formula_function_new, with the function as it was.
 */
enum status formula_function_curve(struct formula_function *function,
                                   const struct formula *formula, struct failure *failure);

/*
 * Give the function of n >= 2 variables first derivatives, and exact second ones by x0 and x1
 * alone, unless it has them: fn->plane_hessian. Errors as formula_function_new, with the function
 * as it was or with the first ones.
 */
enum status formula_function_curve_plane(struct formula_function *function,
                                         const struct formula *formula, struct failure *failure);

/*
 * Let all that the function computes count its work with an interruption, which must outlive that;
 * NULL: with none. Once it is stopped what is stored is NaN.
 */
void formula_function_set_interruption(struct formula_function *function,
                                       struct interruption *interruption);

/* What a value costs, in units of work (base/interruption.h). */
size_t formula_function_cost(const struct formula_function *function);

/* Free what these made, or NULL. */
void formula_function_free(struct formula_function *function);

/*
 * The function for numerics; valid while `function` is. It has evaluate_grid when n >= 2; once it
 * was differentiated, gradient, and gradient_grid when n >= 2; once it was curved, hessian, or
 * plane_hessian.
 */
const struct fn *formula_function_fn(const struct formula_function *function);

#endif
