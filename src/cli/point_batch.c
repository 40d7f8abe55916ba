/* Points of one dimension, gathered to be computed together. */
#include "cli/point_batch.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"

void point_batch_free(struct point_batch *batch)
{
    differentiator_free(batch->differentiator);
    formula_function_free(batch->function);
    free(batch->numbers);
    free(batch->x);
    free(batch->derivatives);
    free(batch->verdicts);
    *batch = (struct point_batch){ .n = 0 };
}

static size_t room_for(size_t n)
{
    size_t room = BATCH_NUMBERS_MOST / n;
    if (room > BATCH_POINTS_MOST)
        return BATCH_POINTS_MOST;
    return room == 0 ? 1 : room;
}

/* Get the memory for batch->room points; false when it is short. */
static bool allocate(struct point_batch *batch)
{
    size_t n = batch->n;
    size_t columns = n + batch->used + 2; /* x, derivatives, those not used, values */
    batch->numbers = array_resize(NULL, columns, batch->room * sizeof *batch->numbers);
    batch->x = array_resize(NULL, n, sizeof *batch->x);
    batch->derivatives = array_resize(NULL, n, sizeof *batch->derivatives);
    batch->verdicts = array_resize(NULL, batch->room, sizeof *batch->verdicts);
    if (batch->numbers == NULL || batch->x == NULL || batch->derivatives == NULL ||
        batch->verdicts == NULL)
        return false;
    double *next = batch->numbers;
    for (size_t k = 0; k < n; k++, next += batch->room)
        batch->x[k] = next;
    for (size_t k = 0; k < batch->used; k++, next += batch->room)
        batch->derivatives[k] = next;
    for (size_t k = batch->used; k < n; k++)
        batch->derivatives[k] = next;
    batch->values = next + batch->room;
    return true;
}

enum status point_batch_shape(struct point_batch *batch, const struct formula *formula, size_t n,
                              bool exact, struct failure *failure)
{
    point_batch_free(batch);
    size_t used = formula_is_vector(formula) ? n : formula_least_n(formula);
    enum status status = formula_function_new(formula, used, &batch->function, failure);
    if (status == STATUS_OK && exact)
        status = formula_function_differentiate(batch->function, formula, failure);
    if (status == STATUS_OK) {
        batch->n = n;
        batch->used = used;
        batch->room = room_for(n);
        batch->differentiator = differentiator_new(formula_function_fn(batch->function));
        if (batch->differentiator == NULL || !allocate(batch))
            status = failure_memory(failure);
    }
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

void point_batch_compute(struct point_batch *batch, const struct difference *difference,
                         bool with_gradient)
{
    struct gradient_result result = {
        .values = batch->values, .derivatives = batch->derivatives, .verdicts = batch->verdicts
    };
    gradient_batch(batch->differentiator, difference, batch->count,
                   (const double *const *)batch->x, with_gradient ? batch->used : 0, &result);
    for (size_t i = 0; batch->used < batch->n && i < batch->count; i++)
        batch->derivatives[batch->used][i] = isfinite(batch->values[i]) ? 0 : (double)NAN;
}
