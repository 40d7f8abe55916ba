/* Gradients by finite differences, for one point or for many. */
#include "grad/gradient.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/differentiator.h"

static const double default_step = 1e-4;

/* A part of a batch: `count` <= DIFFERENTIATOR_BLOCK points from `start`. */
struct block {
    size_t start;
    size_t count;
    const double *const *x; /* columns of the whole batch */
    const double *values;   /* f at the block's points */
};

struct difference difference_default(void)
{
    return (struct difference){ .scheme = scheme_default(), .h = default_step };
}

/* Let `columns` point to n rows of `length` numbers in new memory; NULL when it is short. */
static double *make_columns(size_t n, size_t length, double **columns)
{
    double *memory = array_resize(NULL, n, length * sizeof *memory);
    for (size_t k = 0; memory != NULL && columns != NULL && k < n; k++)
        columns[k] = memory + k * length;
    return memory;
}

struct differentiator *differentiator_new(const struct fn *fn)
{
    struct differentiator *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->fn = fn;
    made->columns = array_resize(NULL, fn->n, sizeof *made->columns);
    made->point = array_resize(NULL, fn->n, sizeof *made->point);
    made->flat.columns = array_resize(NULL, fn->n, sizeof *made->flat.columns);
    made->gathered = array_resize(NULL, fn->n, sizeof *made->gathered);
    made->flat_memory = make_columns(fn->n, 2 * FLAT_RUNGS, made->flat.columns);
    made->gathered_memory = make_columns(fn->n, GATHERED_MOST, made->gathered);
    if (made->columns == NULL || made->point == NULL || made->flat.columns == NULL ||
        made->gathered == NULL || made->flat_memory == NULL || made->gathered_memory == NULL) {
        differentiator_free(made);
        return NULL;
    }
    made->flat.values = made->samples;
    return made;
}

void differentiator_free(struct differentiator *differentiator)
{
    if (differentiator == NULL)
        return;
    free(differentiator->columns);
    free(differentiator->point);
    free(differentiator->flat.columns);
    free(differentiator->flat_memory);
    free(differentiator->gathered);
    free(differentiator->gathered_memory);
    free(differentiator);
}

static void worsen(enum verdict *verdict, enum verdict other)
{
    if (other > *verdict)
        *verdict = other;
}

static void start_component(struct differentiator *work, const struct block *block)
{
    for (size_t i = 0; i < block->count; i++) {
        work->unchanged[i] = true;
        work->component[i] = isfinite(block->values[i]) ? VERDICT_ok : VERDICT_undefined;
    }
}

/* Evaluate f with x_axis moved by `shift`, into samples, and judge the places and the values. */
static void take_sample(struct differentiator *work, const struct block *block, size_t axis,
                        double shift)
{
    const double *column = block->x[axis] + block->start;
    for (size_t i = 0; i < block->count; i++)
        work->shifted[i] = column[i] + shift;
    work->columns[axis] = work->shifted;
    work->fn->evaluate(work->fn->context, block->count, work->columns, work->samples);
    work->columns[axis] = column;
    for (size_t i = 0; i < block->count; i++) {
        if (!isfinite(work->shifted[i]) || !isfinite(work->samples[i]))
            work->component[i] = VERDICT_undefined;
        else if (work->shifted[i] == column[i])
            worsen(&work->component[i], VERDICT_dead);
        work->unchanged[i] = work->unchanged[i] && work->samples[i] == block->values[i];
    }
}

/* Sum weight * sample over the scheme's samples, in the table's order. */
static void sum_samples(struct differentiator *work, const struct difference *difference,
                        const struct block *block, size_t axis)
{
    const struct scheme *scheme = difference->scheme;
    for (size_t k = 0; k < scheme->samples; k++) {
        const double *values = block->values;
        if (scheme->offsets[k] != 0) {
            take_sample(work, block, axis, scheme->offsets[k] * difference->h);
            values = work->samples;
        }
        for (size_t i = 0; i < block->count; i++) {
            double term = scheme->weights[k] * values[i];
            work->sums[i] = k == 0 ? term : work->sums[i] + term;
        }
    }
}

/* Whether f at block point `i`, flat at this step, has lost its change to rounding. */
static bool lost_to_rounding(struct differentiator *work, const struct block *block, size_t i,
                             size_t axis, double h)
{
    for (size_t k = 0; k < work->fn->n; k++)
        work->point[k] = block->x[k][block->start + i];
    return flatness_is_rounding(work->fn, work->point, axis, h, block->values[i], &work->flat);
}

static void differentiate_axis(struct differentiator *work, const struct difference *difference,
                               const struct block *block, size_t axis,
                               const struct gradient_result *result)
{
    double divisor = difference->scheme->divisor * difference->h;
    double *derivative = result->derivatives[axis] + block->start;
    enum verdict *verdict = result->verdicts + block->start;
    start_component(work, block);
    sum_samples(work, difference, block, axis);
    for (size_t i = 0; i < block->count; i++) {
        double quotient = work->sums[i] / divisor;
        enum verdict component = isfinite(quotient) ? work->component[i] : VERDICT_undefined;
        if (component == VERDICT_ok && work->unchanged[i] &&
            lost_to_rounding(work, block, i, axis, difference->h))
            component = VERDICT_dead;
        derivative[i] = component == VERDICT_undefined ? NAN : quotient;
        worsen(&verdict[i], component);
    }
}

/* The verdict of a point whose derivatives are exact. */
static enum verdict judge_exact(const struct gradient_result *result, size_t axes, size_t i)
{
    bool finite = isfinite(result->values[i]);
    for (size_t axis = 0; axis < axes; axis++)
        finite = finite && isfinite(result->derivatives[axis][i]);
    return finite ? VERDICT_ok : VERDICT_undefined;
}

void finish_exact(size_t axes, size_t count, const struct gradient_result *result)
{
    for (size_t i = 0; i < count; i++) {
        result->verdicts[i] = judge_exact(result, axes, i);
        for (size_t axis = 0; axis < axes; axis++)
            if (!isfinite(result->values[i]) || !isfinite(result->derivatives[axis][i]))
                result->derivatives[axis][i] = NAN;
    }
}

static void difference_batch(struct differentiator *differentiator,
                             const struct difference *difference, size_t count,
                             const double *const *x, size_t axes,
                             const struct gradient_result *result)
{
    const struct fn *fn = differentiator->fn;
    for (size_t start = 0; start < count; start += DIFFERENTIATOR_BLOCK) {
        size_t points = count - start < DIFFERENTIATOR_BLOCK ? count - start
                                                             : DIFFERENTIATOR_BLOCK;
        struct block block = {
            .start = start, .count = points, .x = x, .values = result->values + start
        };
        for (size_t k = 0; k < fn->n; k++)
            differentiator->columns[k] = x[k] + start;
        fn->evaluate(fn->context, points, differentiator->columns, result->values + start);
        for (size_t i = 0; i < points; i++)
            result->verdicts[start + i] = VERDICT_ok;
        for (size_t axis = 0; axis < axes; axis++)
            differentiate_axis(differentiator, difference, &block, axis, result);
    }
}

void gradient_batch(struct differentiator *differentiator, const struct difference *difference,
                    size_t count, const double *const *x, size_t axes,
                    const struct gradient_result *result)
{
    const struct fn *fn = differentiator->fn;
    if (!scheme_is_exact(difference->scheme) || axes == 0) {
        difference_batch(differentiator, difference, count, x, axes, result);
        return;
    }
    fn->gradient(fn->context, count, x, result->values, result->derivatives);
    finish_exact(axes, count, result);
}
