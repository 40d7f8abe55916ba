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

/* A named number and where it may be moved: least <= value <= most. */
struct parameter {
    char name[PARAMETER_NAME_SIZE];
    double value;
    double least; /* -INFINITY when there is no limit */
    double most;  /* INFINITY likewise */
    double given; /* the value that it was set to: what moves it since leaves this as it is */
};

/* A set of parameters; plain data that may be copied. Empty when count is 0. */
struct parameters {
    struct parameter entries[PARAMETERS_MOST];
    size_t count;
};

/*
 * Give the parameter named by `length` bytes at `start` of the source a value, adding it when it is
 * new, without limits. STATUS_OK; STATUS_USAGE, pointing at the name, when it is no name, has a
 * meaning already, is too long, there are too many, or the value is beyond the limits it has.
 */
enum status parameters_set(struct parameters *parameters, const struct source_text *source,
                           size_t start, size_t length, double value, struct failure *failure);

/* As parameters_set, with other limits: least <= value <= most. */
enum status parameters_set_range(struct parameters *parameters, const struct source_text *source,
                                 size_t start, size_t length, double least, double value,
                                 double most, struct failure *failure);

/* Store the value of the parameter of that name; false when there is none. */
bool parameters_find(const struct parameters *parameters, const char *name, size_t length,
                     double *value);

#endif
