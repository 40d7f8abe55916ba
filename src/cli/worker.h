/* What a thread computes gradients with. */
#ifndef STEEPEST_CLI_WORKER_H
#define STEEPEST_CLI_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "grad/gradient.h"
#include "source/formula_function.h"

/* A function and its differentiator, for one thread at a time. Start from zeros. */
struct worker {
    struct formula_function *function;
    struct differentiator *differentiator;
};

/*
 * Make a worker's function of n variables, with exact derivatives if `exact`. Errors as
 * formula_function_new; whatever is returned, end with worker_free.
 */
enum status worker_make(struct worker *worker, const struct formula *formula, size_t n, bool exact,
                        struct failure *failure);

/* Release what the worker holds. */
void worker_free(struct worker *worker);

#endif
