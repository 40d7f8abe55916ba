/* A derivative of a function as a function of its own. */
#include "grad/partial.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/gradient_grid.h"

/* Put the derivatives at the places of a grid of one row, no longer than a block, into `out`. */
static void differentiate(struct partial *partial, const struct grid *row, double *out)
{
    const struct gradient_result result = {
        .values = partial->values,
        .derivatives = (double *const[]){ partial->derivatives[0], partial->derivatives[1] },
        .verdicts = partial->verdicts,
    };
    gradient_grid(partial->differentiator, &partial->difference, row, &result);
    for (size_t i = 0; i < row->columns; i++)
        out[i] = partial->verdicts[i] == VERDICT_ok ? partial->derivatives[partial->axis][i] : NAN;
}

static void evaluate(void *context, size_t count, const double *const *x, double *values)
{
    struct partial *partial = context;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < partial->whole->n; k++)
            partial->place[k] = x[k][i];
        const struct grid point = { .columns = 1, .rows = 1, .x0 = &partial->place[0],
                                    .x1 = &partial->place[1], .fixed = partial->place };
        differentiate(partial, &point, &values[i]);
    }
}

/* A coordinate moved by a shift, of which 0 leaves it as it is. */
static double moved(double coordinate, double shift)
{
    return shift == 0 ? coordinate : coordinate + shift;
}

/* Add a sample of a difference, for a block of a row, to what is there; the first begins it. */
static void add_sample(struct partial *partial, const struct grid *block,
                       const struct grid_difference *wanted, size_t sample, double *out)
{
    double at[PARTIAL_BLOCK];
    double x1 = moved(*block->x1, wanted->shifts[sample][1]);
    for (size_t i = 0; i < block->columns; i++)
        partial->x0[i] = moved(block->x0[i], wanted->shifts[sample][0]);
    const struct grid row = { .columns = block->columns, .rows = 1, .x0 = partial->x0, .x1 = &x1,
                              .fixed = block->fixed };
    differentiate(partial, &row, at);
    for (size_t i = 0; i < block->columns; i++)
        out[i] = (sample == 0 ? 0 : out[i]) + wanted->weights[sample] * at[i];
}

static void evaluate_block(struct partial *partial, const struct grid *block,
                           const struct grid_difference *wanted, double *out)
{
    for (size_t sample = 0; sample < wanted->samples; sample++)
        add_sample(partial, block, wanted, sample, out);
    for (size_t i = 0; i < block->columns; i++)
        out[i] /= wanted->divisor;
}

static void evaluate_grid(void *context, const struct grid *grid, size_t count,
                          const struct grid_difference *differences)
{
    struct partial *partial = context;
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t first = 0; first < grid->columns; first += PARTIAL_BLOCK) {
            size_t left = grid->columns - first;
            const struct grid block = { .columns = left < PARTIAL_BLOCK ? left : PARTIAL_BLOCK,
                                        .rows = 1, .x0 = grid->x0 + first, .x1 = grid->x1 + row,
                                        .fixed = grid->fixed };
            for (size_t i = 0; i < count; i++)
                evaluate_block(partial, &block, &differences[i],
                               differences[i].out + row * grid->columns + first);
        }
}

static bool is_stopped(void *context)
{
    const struct partial *partial = context;
    return fn_is_stopped(partial->whole);
}

bool partial_make(struct partial *partial, const struct fn *whole,
                  const struct difference *difference, size_t axis)
{
    partial->whole = whole;
    partial->difference = *difference;
    partial->axis = axis;
    partial->differentiator = differentiator_new(whole);
    partial->place = array_resize(NULL, whole->n, sizeof *partial->place);
    partial->fn = (struct fn){ .n = whole->n, .evaluate = evaluate,
                               .evaluate_grid = evaluate_grid, .is_stopped = is_stopped,
                               .context = partial };
    return partial->differentiator != NULL && partial->place != NULL;
}

void partial_release(struct partial *partial)
{
    differentiator_free(partial->differentiator);
    free(partial->place);
}
