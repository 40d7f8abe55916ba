/* Points of one dimension, gathered to be computed together. */
#include "cli/point_batch.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"

enum { PIECE = 128 }; /* points that a worker takes at a time: what the widest kernels take */

/* A computation that the crew shares. */
struct job {
    struct point_batch *batch;
    const struct difference *difference;
};

void point_batch_free(struct point_batch *batch)
{
    for (size_t i = 0; batch->workers != NULL && i < crew_size(batch->crew); i++) {
        worker_free(&batch->workers[i].worker);
        free(batch->workers[i].x);
        free(batch->workers[i].derivatives);
        free(batch->workers[i].steps);
    }
    free(batch->workers);
    free(batch->numbers);
    free(batch->x);
    free(batch->derivatives);
    free(batch->steps);
    free(batch->verdicts);
    free(batch->estimates);
    *batch = (struct point_batch){ .crew = batch->crew, .depth = batch->depth };
}

static size_t room_for(size_t n)
{
    size_t room = BATCH_NUMBERS_MOST / n;
    if (room > BATCH_POINTS_MOST)
        return BATCH_POINTS_MOST;
    return room == 0 ? 1 : room;
}

static enum status make_workers(struct point_batch *batch, const struct formula *formula,
                                bool exact, struct failure *failure)
{
    size_t size = crew_size(batch->crew);
    enum status status = STATUS_OK;
    batch->workers = calloc(size, sizeof *batch->workers);
    if (batch->workers == NULL)
        return failure_memory(failure);
    for (size_t i = 0; i < size && status == STATUS_OK; i++) {
        struct batch_worker *made = &batch->workers[i];
        status = worker_make(&made->worker, formula, batch->used, exact, failure);
        made->x = array_resize(NULL, batch->used, sizeof *made->x);
        made->derivatives = array_resize(NULL, batch->used, sizeof *made->derivatives);
        made->steps = array_resize(NULL, batch->used, sizeof *made->steps);
        if (status == STATUS_OK &&
            (made->x == NULL || made->derivatives == NULL || made->steps == NULL))
            status = failure_memory(failure);
    }
    return status;
}

/* Let `columns` point to batch->used columns from `next` on, and further to the one behind these. */
static double *place_columns(const struct point_batch *batch, double **columns, double *next)
{
    for (size_t k = 0; k < batch->used; k++, next += batch->room)
        columns[k] = next;
    for (size_t k = batch->used; k < batch->n; k++)
        columns[k] = next;
    return next + batch->room;
}

/* Get the memory for batch->room points; false when it is short. */
static bool allocate(struct point_batch *batch)
{
    size_t n = batch->n;
    size_t columns = n + 2 * (batch->used + 1) + 1; /* x, derivatives, steps, values */
    size_t estimates = batch->depth == BATCH_JUDGEMENTS ? batch->used : 0;
    batch->numbers = array_resize(NULL, columns, batch->room * sizeof *batch->numbers);
    batch->x = array_resize(NULL, n, sizeof *batch->x);
    batch->derivatives = array_resize(NULL, n, sizeof *batch->derivatives);
    batch->steps = array_resize(NULL, n, sizeof *batch->steps);
    batch->verdicts = array_resize(NULL, batch->room, sizeof *batch->verdicts);
    batch->estimates = array_resize(NULL, estimates, batch->room * sizeof *batch->estimates);
    if (batch->numbers == NULL || batch->x == NULL || batch->derivatives == NULL ||
        batch->steps == NULL || batch->verdicts == NULL || batch->estimates == NULL)
        return false;
    double *next = batch->numbers;
    for (size_t k = 0; k < n; k++, next += batch->room)
        batch->x[k] = next;
    next = place_columns(batch, batch->derivatives, next);
    batch->values = place_columns(batch, batch->steps, next);
    return true;
}

enum status point_batch_shape(struct point_batch *batch, const struct formula *formula, size_t n,
                              bool exact, struct failure *failure)
{
    point_batch_free(batch);
    batch->n = n;
    batch->used = formula_is_vector(formula) ? n : formula_least_n(formula);
    batch->room = room_for(n) * crew_size(batch->crew);
    enum status status = make_workers(batch, formula, exact, failure);
    if (status == STATUS_OK && !allocate(batch))
        status = failure_memory(failure);
    if (status != STATUS_OK)
        point_batch_free(batch);
    return status;
}

void point_batch_add(struct point_batch *batch, const double *point)
{
    for (size_t k = 0; k < batch->n; k++)
        batch->x[k][batch->count] = point[k];
    batch->count++;
}

/* Compute the points of piece `item`. */
static void compute_piece(void *context, size_t index, size_t item)
{
    const struct job *job = context;
    struct point_batch *batch = job->batch;
    struct batch_worker *worker = &batch->workers[index];
    size_t start = item * PIECE;
    size_t count = batch->count - start < PIECE ? batch->count - start : PIECE;
    for (size_t k = 0; k < batch->used; k++) {
        worker->x[k] = batch->x[k] + start;
        worker->derivatives[k] = batch->derivatives[k] + start;
        worker->steps[k] = batch->steps[k] + start;
    }
    struct gradient_result result = { .values = batch->values + start,
                                      .derivatives = worker->derivatives,
                                      .verdicts = batch->verdicts + start,
                                      .steps = worker->steps };
    gradient_batch(worker->worker.differentiator, job->difference, count, worker->x,
                   batch->depth == BATCH_VALUES ? 0 : batch->used, &result);
    if (batch->depth == BATCH_JUDGEMENTS)
        judge_batch(worker->worker.differentiator, job->difference, count, worker->x, batch->used,
                    &result, batch->estimates + start * batch->used);
}

void point_batch_compute(struct point_batch *batch, const struct difference *difference)
{
    struct job job = { .batch = batch, .difference = difference };
    crew_run(batch->crew, (batch->count + PIECE - 1) / PIECE, compute_piece, &job);
    for (size_t i = 0; batch->used < batch->n && i < batch->count; i++) {
        batch->derivatives[batch->used][i] = isfinite(batch->values[i]) ? 0 : (double)NAN;
        batch->steps[batch->used][i] = NAN;
    }
}
