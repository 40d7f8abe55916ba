/* Points of one dimension, gathered to be computed together. */
#ifndef STEEPEST_CLI_POINT_BATCH_H
#define STEEPEST_CLI_POINT_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/crew.h"
#include "base/failure.h"
#include "cli/worker.h"
#include "grad/judgement.h"

enum {
    BATCH_POINTS_MOST = 256,     /* of each worker's part */
    BATCH_NUMBERS_MOST = 1 << 20 /* coordinates of a part of more than one point */
};

/* How much is computed of points: each includes the ones before. */
enum batch_depth { BATCH_VALUES, BATCH_GRADIENTS, BATCH_JUDGEMENTS };

/* A worker and where its part of the columns begins. */
struct batch_worker {
    struct worker worker;
    const double **x;
    double **derivatives;
    double **steps;
};

/*
 * The points and what was computed for them. Start from zeros and a crew, which must outlive it;
 * end with point_batch_free.
 */
struct point_batch {
    struct crew *crew;
    enum batch_depth depth;
    size_t n;     /* coordinates of a point; 0 before the first */
    size_t used;  /* the first of them, up to the last that the function can depend on */
    size_t room;  /* points that there is memory for */
    size_t count; /* points in hand */
    struct batch_worker *workers; /* one for each of the crew */
    double *numbers;      /* the memory of what follows */
    double **x;           /* n columns of `room` numbers */
    double **derivatives; /* n columns too; those beyond `used` are one and the same */
    double **steps;       /* as derivatives: the step taken for each; NaN beyond `used` */
    double *values;
    enum verdict *verdicts;
    struct estimate *estimates; /* [point * used + k], where the depth is BATCH_JUDGEMENTS */
};

/* Release what the batch holds; its crew stays. */
void point_batch_free(struct point_batch *batch);

/*
 * Make an empty batch for points of n >= formula_least_n(formula) coordinates, to be computed to
 * batch->depth, with exact derivatives if `exact`. STATUS_OK; STATUS_USAGE when the formula has no value for n coordinates,
 * as formula_function_new says; STATUS_FAILED when memory is short. On failure the batch is empty
 * and has n = 0.
 */
enum status point_batch_shape(struct point_batch *batch, const struct formula *formula, size_t n,
                              bool exact, struct failure *failure);

/* Add a point of batch->n coordinates, for which there must be room. */
void point_batch_add(struct point_batch *batch, const double *point);

/*
 * Compute values and, as far as the batch's depth says, derivatives, steps and verdicts, and
 * estimates of all the points; judged verdicts are those of judge_batch. The derivative along a
 * coordinate beyond those used is 0, or NaN where f is not finite.
 */
void point_batch_compute(struct point_batch *batch, const struct difference *difference);

#endif
