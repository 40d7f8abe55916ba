/* Points with gradients that somebody gives, gathered to be checked together. */
#include "cli/check_batch.h"

#include <stdlib.h>

#include "base/size.h"

enum {
    POINTS_MOST = 512,
    NUMBERS_MOST = 1 << 18, /* coordinates of a batch of more than one point */
    PIECE = 64              /* points of one component that a thread takes at a time */
};

/* A computation that the crew shares. */
struct job {
    struct check_batch *batch;
    double tolerance;
};

void check_batch_free(struct check_batch *batch)
{
    for (size_t i = 0; batch->workers != NULL && i < crew_size(batch->crew); i++) {
        checker_free(batch->workers[i].checker);
        formula_function_free(batch->workers[i].function);
        free(batch->workers[i].x);
    }
    free(batch->workers);
    free(batch->numbers);
    free(batch->x);
    free(batch->given);
    free(batch->checked);
    *batch = (struct check_batch){ .crew = batch->crew };
}

static enum status make_worker(struct check_worker *worker, const struct formula *formula,
                               size_t n, struct failure *failure)
{
    enum status status = formula_function_new(formula, n, &worker->function, failure);
    if (status != STATUS_OK)
        return status;
    worker->checker = checker_new(formula_function_fn(worker->function));
    worker->x = array_resize(NULL, n, sizeof *worker->x);
    return worker->checker == NULL || worker->x == NULL ? failure_memory(failure) : STATUS_OK;
}

static enum status make_workers(struct check_batch *batch, const struct formula *formula,
                                struct failure *failure)
{
    size_t size = crew_size(batch->crew);
    enum status status = STATUS_OK;
    batch->workers = calloc(size, sizeof *batch->workers);
    if (batch->workers == NULL)
        return failure_memory(failure);
    for (size_t i = 0; i < size && status == STATUS_OK; i++)
        status = make_worker(&batch->workers[i], formula, batch->n, failure);
    return status;
}

/* Get the memory for batch->room points; false when it is short. */
static bool allocate(struct check_batch *batch)
{
    size_t n = batch->n;
    size_t room = batch->room;
    batch->numbers = array_resize(NULL, 2 * n, room * sizeof *batch->numbers);
    batch->x = array_resize(NULL, n, sizeof *batch->x);
    batch->given = array_resize(NULL, n, sizeof *batch->given);
    batch->checked = array_resize(NULL, n, room * sizeof *batch->checked);
    if (batch->numbers == NULL || batch->x == NULL || batch->given == NULL ||
        batch->checked == NULL)
        return false;
    for (size_t k = 0; k < n; k++) {
        batch->x[k] = batch->numbers + k * room;
        batch->given[k] = batch->numbers + (n + k) * room;
    }
    return true;
}

enum status check_batch_shape(struct check_batch *batch, const struct formula *formula, size_t n,
                              struct failure *failure)
{
    check_batch_free(batch);
    batch->n = n;
    batch->room = NUMBERS_MOST / n < POINTS_MOST ? NUMBERS_MOST / n : POINTS_MOST;
    batch->room = batch->room == 0 ? 1 : batch->room;
    enum status status = make_workers(batch, formula, failure);
    if (status == STATUS_OK && !allocate(batch))
        status = failure_memory(failure);
    if (status != STATUS_OK)
        check_batch_free(batch);
    return status;
}

/* Check component item % n of piece item / n. */
static void check_piece(void *context, size_t index, size_t item)
{
    const struct job *job = context;
    struct check_batch *batch = job->batch;
    struct check_worker *worker = &batch->workers[index];
    size_t axis = item % batch->n;
    size_t start = item / batch->n * PIECE;
    size_t left = batch->count - start;
    for (size_t k = 0; k < batch->n; k++)
        worker->x[k] = batch->x[k] + start;
    checker_check(worker->checker, axis, left < PIECE ? left : PIECE, worker->x,
                  batch->given[axis] + start, job->tolerance,
                  batch->checked + axis * batch->room + start);
}

void check_batch_compute(struct check_batch *batch, double tolerance)
{
    struct job job = { .batch = batch, .tolerance = tolerance };
    size_t pieces = (batch->count + PIECE - 1) / PIECE;
    crew_run(batch->crew, pieces * batch->n, check_piece, &job);
}
