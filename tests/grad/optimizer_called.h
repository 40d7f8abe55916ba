/* Optimizers by their names, for tests. */
#ifndef STEEPEST_TESTS_GRAD_OPTIMIZER_CALLED_H
#define STEEPEST_TESTS_GRAD_OPTIMIZER_CALLED_H

#include <check.h>
#include <string.h>

#include "grad/optimizer.h"

/* The optimizer of that name. */
static inline const struct optimizer *optimizer_called(const char *name)
{
    size_t index = 0;
    while (strcmp(optimizer_at(index)->name, name) != 0)
        ck_assert_uint_lt(++index, OPTIMIZER_COUNT);
    return optimizer_at(index);
}

#endif
