/* Points with gradients that somebody gives, gathered to be checked together. */
#ifndef STEEPEST_CLI_CHECK_BATCH_H
#define STEEPEST_CLI_CHECK_BATCH_H

#include <stddef.h>

#include "base/crew.h"
#include "base/failure.h"
#include "grad/gradient_check.h"
#include "source/formula_function.h"

/* What one thread checks with. */
struct check_worker {
    struct formula_function *function;
    struct checker *checker;
    const double **x; /* where its part of the columns begins */
};

/*
 * Points of one dimension, the gradients given for them, and what was found. Start from zeros and a
 * crew, which must outlive it; end with check_batch_free.
 */
struct check_batch {
    struct crew *crew;
    size_t n;     /* coordinates of a point; 0 before the first */
    size_t room;  /* points that there is memory for */
    size_t count; /* points in hand */
    struct check_worker *workers; /* one for each of the crew */
    double *numbers;              /* the memory of the next two */
    double **x;                   /* n columns of `room` coordinates */
    double **given;               /* n columns of `room` derivatives */
    struct checked *checked;      /* component k of point i: entry k * room + i */
};

/* Release what the batch holds; its crew stays. */
void check_batch_free(struct check_batch *batch);

/*
 * Make an empty batch for points of n >= formula_least_n(formula) coordinates. STATUS_OK;
 * STATUS_USAGE when the formula has no value for n coordinates; STATUS_FAILED when memory is short.
 * On failure the batch is empty and has n = 0.
 */
enum status check_batch_shape(struct check_batch *batch, const struct formula *formula, size_t n,
                              struct failure *failure);

/* Check all points in hand by checker_check with a relative tolerance. */
void check_batch_compute(struct check_batch *batch, double tolerance);

#endif
