/* Functions that are typed: a text in the language as a struct fn. */
#ifndef STEEPEST_SOURCE_FORMULA_H
#define STEEPEST_SOURCE_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "expr/parameters.h"
#include "grad/fn.h"

/* A text that was understood. It is not tied to a number of variables. */
struct formula;

/*
 * Understand a text; parameters' values are taken now. STATUS_OK; STATUS_USAGE with the place of
 * the error; STATUS_FAILED when memory is short. Free with formula_free. Keeps nothing of `source`.
 */
enum status formula_new(const struct source_text *source, const struct parameters *parameters,
                        struct formula **formula, struct failure *failure);

/* Free what formula_new made, or NULL. */
void formula_free(struct formula *formula);

/* The text on one line, without comments, runs of blanks made one blank; ASCII. */
const char *formula_text(const struct formula *formula);

/* Append the text in its one form: see tree_print. Short memory shows in text->failed. */
void formula_print(const struct formula *formula, struct text *text);

/* Least n that the text can be evaluated with: its highest variable + 1, at least 1. */
size_t formula_least_n(const struct formula *formula);

/* Whether the text takes all of x as a vector, so that every n gives another function. */
bool formula_is_vector(const struct formula *formula);

/*
 * The first variable at or above `least` that the text names, as it does every one where bare x is
 * the whole vector; no smaller than any n when there is none.
 */
size_t formula_next_variable(const struct formula *formula, size_t least);

/* A formula made ready for a number of variables. */
struct formula_function;

/*
 * Make the function of n >= formula_least_n(formula) variables. STATUS_OK; STATUS_USAGE when the
 * text has no scalar value or too many operations with n variables; STATUS_FAILED when memory is
 * short. Free with formula_function_free; the formula may be freed before.
 */
enum status formula_function_new(const struct formula *formula, size_t n,
                                 struct formula_function **function, struct failure *failure);

/* Free what formula_function_new made, or NULL. */
void formula_function_free(struct formula_function *function);

/* The function for numerics; valid while `function` is. */
const struct fn *formula_function_fn(const struct formula_function *function);

#endif
