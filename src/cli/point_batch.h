/* Points of one dimension, gathered to be computed together. */
#ifndef STEEPEST_CLI_POINT_BATCH_H
#define STEEPEST_CLI_POINT_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/crew.h"
#include "base/failure.h"
#include "cli/worker.h"
#include "grad/gradient.h"

enum {
    BATCH_POINTS_MOST = 256,     /* of each worker's part */
    BATCH_NUMBERS_MOST = 1 << 20 /* coordinates of a part of more than one point */
};

/* A worker and where its part of the columns begins. */
struct batch_worker {
    struct worker worker;
    const double **x;
    double **derivatives;
};

/*
 * The points and what was computed for them. Start from zeros and a crew, which must outlive it;
 * end with point_batch_free.
 */
struct point_batch {
    struct crew *crew;
    size_t n;     /* coordinates of a point; 0 before the first */
    size_t used;  /* the first of them, up to the last that the function can depend on */
    size_t room;  /* points that there is memory for */
    size_t count; /* points in hand */
    struct batch_worker *workers; /* one for each of the crew */
    double *numbers;      /* the memory of what follows */
    double **x;           /* n columns of `room` numbers */
    double **derivatives; /* n columns too; those beyond `used` are one and the same */
    double *values;
    enum verdict *verdicts;
};

/* Release what the batch holds; its crew stays. */
void point_batch_free(struct point_batch *batch);

/*
 * Make an empty batch for points of n >= formula_least_n(formula) coordinates, with exact
 * derivatives if `exact`. STATUS_OK; STATUS_USAGE when the formula has no value for n coordinates,
 * as formula_function_new says; STATUS_FAILED when memory is short. On failure the batch is empty
 * and has n = 0.
 */
enum status point_batch_shape(struct point_batch *batch, const struct formula *formula, size_t n,
                              bool exact, struct failure *failure);

/* Add a point of batch->n coordinates, for which there must be room. */
void point_batch_add(struct point_batch *batch, const double *point);

/*
 * Compute values and, `with_gradient`, derivatives and verdicts of all the points. The derivative
 * along a coordinate beyond those used is 0, or NaN where f is not finite.
 */
void point_batch_compute(struct point_batch *batch, const struct difference *difference,
                         bool with_gradient);

#endif
