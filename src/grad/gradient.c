/* Gradients by finite differences, for one point or for many. */
#include "grad/gradient.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/flat.h"

enum { BLOCK = 256 }; /* points that are worked on at a time; at least 2 * FLAT_RUNGS */

static const double default_step = 1e-4;

struct differentiator {
    const struct fn *fn;
    const double **columns; /* the n columns of the block, one of them replaced by `shifted` */
    double *point;          /* the n coordinates of one point */
    struct flat_workspace flat;
    double *flat_memory; /* what flat.columns point into */
    double shifted[BLOCK];
    double samples[BLOCK];
    double sums[BLOCK];
    bool unchanged[BLOCK];        /* every sample so far equals f at the point */
    enum verdict component[BLOCK]; /* verdict of the axis at hand */
};

/* A part of a batch: `count` <= BLOCK points from `start`. */
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

struct differentiator *differentiator_new(const struct fn *fn)
{
    enum { FLAT_ROW = 2 * FLAT_RUNGS };
    struct differentiator *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->fn = fn;
    made->columns = array_resize(NULL, fn->n, sizeof *made->columns);
    made->point = array_resize(NULL, fn->n, sizeof *made->point);
    made->flat.columns = array_resize(NULL, fn->n, sizeof *made->flat.columns);
    made->flat_memory = array_resize(NULL, fn->n, FLAT_ROW * sizeof *made->flat_memory);
    if (made->columns == NULL || made->point == NULL || made->flat.columns == NULL ||
        made->flat_memory == NULL) {
        differentiator_free(made);
        return NULL;
    }
    for (size_t k = 0; k < fn->n; k++)
        made->flat.columns[k] = made->flat_memory + k * FLAT_ROW;
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

void gradient_batch(struct differentiator *differentiator, const struct difference *difference,
                    size_t count, const double *const *x, size_t axes,
                    const struct gradient_result *result)
{
    const struct fn *fn = differentiator->fn;
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t points = count - start < BLOCK ? count - start : BLOCK;
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
