/* Functions that are typed: a text in the language. */
#ifndef STEEPEST_SOURCE_FORMULA_H
#define STEEPEST_SOURCE_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "expr/parameters.h"
#include "expr/program.h"

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

/*
 * Compile the text for n >= formula_least_n(formula) variables. Errors as program_new, pointing in
 * the text. Free with program_free; the formula may be freed before.
 */
enum status formula_compile(const struct formula *formula, size_t n,
                            const struct program_wish *wish, struct program **program,
                            struct failure *failure);

#endif
