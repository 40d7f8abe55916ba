/* Named numbers that a text may use. */
#ifndef STEEPEST_EXPR_PARAMETERS_H
#define STEEPEST_EXPR_PARAMETERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

enum {
    PARAMETERS_MOST = 64,
    PARAMETER_NAME_SIZE = 32 /* bytes of a name, with its NUL */
};

struct parameter {
    char name[PARAMETER_NAME_SIZE];
    double value;
};

/* A set of parameters; plain data that may be copied. Empty when count is 0. */
struct parameters {
    struct parameter entries[PARAMETERS_MOST];
    size_t count;
};

/*
 * Give the parameter named by `length` bytes at `start` of the source a value, adding it when it is
 * new. STATUS_OK; STATUS_USAGE, pointing at the name, when it is no name, has a meaning already, is
 * too long, or there are too many.
 */
enum status parameters_set(struct parameters *parameters, const struct source_text *source,
                           size_t start, size_t length, double value, struct failure *failure);

/* Store the value of the parameter of that name; false when there is none. */
bool parameters_find(const struct parameters *parameters, const char *name, size_t length,
                     double *value);

#endif
