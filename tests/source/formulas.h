/* From a text to a function, for tests of sources. */
#ifndef STEEPEST_TESTS_SOURCE_FORMULAS_H
#define STEEPEST_TESTS_SOURCE_FORMULAS_H

#include <string.h>

#include "../grad/functions.h"
#include "source/formula_function.h"

static const struct parameters no_parameters = { .count = 0 };

/* The text's formula; the text must be understood. */
static inline struct formula *new_formula(const char *text)
{
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    struct formula *formula = NULL;
    struct failure failure;
    if (formula_new(&source, &no_parameters, &formula, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
    return formula;
}

/* The text as a function of n variables. */
static inline struct formula_function *new_function(const char *text, size_t n)
{
    struct formula *formula = new_formula(text);
    struct formula_function *function = NULL;
    struct failure failure;
    if (formula_function_new(formula, n, &function, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
    formula_free(formula);
    return function;
}

/* The gradient of the text's function by the default scheme and step. */
static inline struct gradient gradient_of_text(const char *text, size_t n, const double *point)
{
    struct formula_function *function = new_function(text, n);
    struct gradient got = gradient_of(formula_function_fn(function), "central", 1e-4, point);
    formula_function_free(function);
    return got;
}

#endif
