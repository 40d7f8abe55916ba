/* The names that a text in the language may use. */
#ifndef STEEPEST_EXPR_NAMES_H
#define STEEPEST_EXPR_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/nearest.h"
#include "expr/operation.h"
#include "expr/parameters.h"

enum {
    ARGUMENTS_MOST = 255,   /* arguments of a call that takes many */
    VARIABLES_MOST = 100000 /* variables are x0 to x99999 */
};

/* How a function's arguments become operations: see functions.def. */
enum folding {
    FOLDING_ELEMENTWISE,
    FOLDING_FOLD,
    FOLDING_REDUCE,
    FOLDING_FOLD_OR_REDUCE,
    FOLDING_MEAN,
    FOLDING_NORM,
    FOLDING_DOT,
    FOLDING_LENGTH,
    FOLDING_RANGE
};

/* One row of functions.def. */
struct function {
    const char *name;
    int least;
    int most;
    enum folding folding;
    enum operation operation;
    const char *meaning;
};

/* How many functions there are. */
size_t function_count(void);

/* Function `index` < function_count(), in the order of functions.def; lives for ever. */
const struct function *function_at(size_t index);

/* The function of the `length` bytes at `name`, or NULL. */
const struct function *function_find(const char *name, size_t length);

/* Whether a call with so many arguments speaks of vectors: its text is a vector text. */
bool function_takes_vector(const struct function *function, size_t arguments);

/* Store the value of the constant pi, e, tau, inf or nan; false for another name. */
bool constant_find(const char *name, size_t length, double *value);

/*
 * Store k when the name is that of variable k: x0, x1, ... without leading zeros, or y, z for 1, 2.
 * Bare x is variable 0, or the whole vector where the text is a vector text. False for another name
 * and for k >= VARIABLES_MOST.
 */
bool variable_find(const char *name, size_t length, size_t *k);

/* Whether the language has given the name a meaning: function, constant or variable. */
bool name_is_taken(const char *name, size_t length);

/* Show every known name, parameters included, to a search for the nearest. */
void names_consider(struct nearest *nearest, const struct parameters *parameters);

#endif
