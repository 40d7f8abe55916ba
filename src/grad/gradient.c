/* Gradients by finite differences, for one point or for many. */
#include "grad/gradient.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/differentiator.h"
#include "grad/flat.h"
#include "grad/noise.h"

/* So many times more axes than points, and points are taken one by one, with axes together. */
enum { POINTS_FEW = 4 };

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

bool difference_is_same(const struct difference *a, const struct difference *b)
{
    return a->scheme == b->scheme && a->h == b->h && a->step == b->step;
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
    made->gathered = array_resize(NULL, fn->n, sizeof *made->gathered);
    made->gathered_memory = make_columns(fn->n, GATHERED_MOST, made->gathered);
    bool has_places = places_make(&made->places, fn);
    if (made->columns != NULL && made->point != NULL && made->gathered != NULL &&
        made->gathered_memory != NULL && has_places)
        return made;
    differentiator_free(made);
    return NULL;
}

bool differentiator_is_stopped(const struct differentiator *differentiator)
{
    return fn_is_stopped(differentiator->fn);
}

void differentiator_free(struct differentiator *differentiator)
{
    if (differentiator == NULL)
        return;
    free(differentiator->columns);
    free(differentiator->point);
    places_release(&differentiator->places);
    free(differentiator->gathered);
    free(differentiator->gathered_memory);
    free(differentiator);
}

/* Choose the steps of the first `count` of work->items, components of the batch x. */
static void choose_steps(struct differentiator *work, const struct difference *difference,
                         const double *const *x, const double *values, size_t count)
{
    struct components components = {
        .x = x, .values = values, .count = count, .items = work->items
    };
    for (size_t i = 0; i < count && difference->step != STEP_AUTO; i++)
        work->steps[i] = difference->step == STEP_FIXED
                             ? difference->h
                             : difference->h * fmax(1, fabs(component_place(&components, i)));
    if (difference->step != STEP_AUTO)
        return;
    noise_measure(&work->places, &components, work->noises);
    auto_step_choose(&work->places, difference->scheme, &components, work->noises, work->chosen);
    for (size_t i = 0; i < count; i++)
        work->steps[i] = work->chosen[i].h;
}

static void worsen(enum verdict *verdict, enum verdict other)
{
    if (other > *verdict)
        *verdict = other;
}

static void start_component(struct differentiator *work, size_t i, double value)
{
    work->unchanged[i] = true;
    work->component[i] = isfinite(value) ? VERDICT_ok : VERDICT_undefined;
}

/* Judge the place and the value of a sample of f, which is `value` at x itself. */
static void judge_sample(struct differentiator *work, size_t i, double x, double value)
{
    if (!isfinite(work->shifted[i]) || !isfinite(work->samples[i]))
        work->component[i] = VERDICT_undefined;
    else if (work->shifted[i] == x)
        worsen(&work->component[i], VERDICT_dead);
    work->unchanged[i] = work->unchanged[i] && work->samples[i] == value;
}

/* Add sample k's part of the sum, in the table's order. */
static void add_term(struct differentiator *work, const struct scheme *scheme, size_t k, size_t i,
                     double sample)
{
    double term = scheme->weights[k] * sample;
    work->sums[i] = k == 0 ? term : work->sums[i] + term;
}

/* The derivative that is work->items[i], of the batch x, from what was gathered. */
static double finish_component(struct differentiator *work, const struct scheme *scheme,
                               const double *const *x, size_t i, double value)
{
    const struct component *item = &work->items[i];
    double quotient = work->sums[i] / (scheme->divisor * work->steps[i]);
    if (!isfinite(quotient))
        work->component[i] = VERDICT_undefined;
    if (work->component[i] == VERDICT_ok && work->unchanged[i] &&
        flatness_is_rounding(&work->places, x, item->point, item->axis, work->steps[i], value))
        work->component[i] = VERDICT_dead;
    return work->component[i] == VERDICT_undefined ? (double)NAN : quotient;
}

/* Finish the first `count` of work->items and store them. */
static void finish_components(struct differentiator *work, const struct scheme *scheme,
                              const double *const *x, size_t count,
                              const struct gradient_result *result)
{
    for (size_t i = 0; i < count; i++) {
        size_t point = work->items[i].point;
        size_t axis = work->items[i].axis;
        result->derivatives[axis][point] =
            finish_component(work, scheme, x, i, result->values[point]);
        worsen(&result->verdicts[point], work->component[i]);
        if (result->steps != NULL)
            result->steps[axis][point] = work->steps[i];
    }
}

/* Set work->point to point `i` of columns. */
static void take_point(struct differentiator *work, const double *const *x, size_t i)
{
    for (size_t k = 0; k < work->fn->n; k++)
        work->point[k] = x[k][i];
}

/* Evaluate f at the block's points with x_axis moved by steps, into samples, and judge them. */
static void take_sample(struct differentiator *work, const struct block *block, size_t axis,
                        double offset)
{
    const double *column = block->x[axis] + block->start;
    for (size_t i = 0; i < block->count; i++)
        work->shifted[i] = column[i] + offset * work->steps[i];
    work->columns[axis] = work->shifted;
    work->fn->evaluate(work->fn->context, block->count, work->columns, work->samples);
    work->columns[axis] = column;
    for (size_t i = 0; i < block->count; i++)
        judge_sample(work, i, column[i], block->values[i]);
}

/* The derivatives by one axis at all points of a block. */
static void differentiate_axis(struct differentiator *work, const struct difference *difference,
                               const struct block *block, size_t axis,
                               const struct gradient_result *result)
{
    const struct scheme *scheme = difference->scheme;
    for (size_t i = 0; i < block->count; i++) {
        work->items[i] = (struct component){ .point = block->start + i, .axis = axis };
        start_component(work, i, block->values[i]);
    }
    choose_steps(work, difference, block->x, result->values, block->count);
    for (size_t k = 0; k < scheme->samples; k++) {
        bool moved = scheme->offsets[k] != 0;
        if (moved)
            take_sample(work, block, axis, scheme->offsets[k]);
        for (size_t i = 0; i < block->count; i++)
            add_term(work, scheme, k, i, moved ? work->samples[i] : block->values[i]);
    }
    finish_components(work, scheme, block->x, block->count, result);
}

/*
 * Evaluate f at work->point with x_(first + i) moved by its step, for i < count, all at once. The
 * gathered columns hold the point `count` times, and do so again afterwards.
 */
static void take_samples_of_axes(struct differentiator *work, size_t first, size_t count,
                                 double offset, double value)
{
    double **columns = work->gathered;
    for (size_t i = 0; i < count; i++)
        columns[first + i][i] = work->shifted[i] =
            work->point[first + i] + offset * work->steps[i];
    work->fn->evaluate(work->fn->context, count, (const double *const *)columns, work->samples);
    for (size_t i = 0; i < count; i++) {
        columns[first + i][i] = work->point[first + i];
        judge_sample(work, i, work->point[first + i], value);
    }
}

/* The derivatives by the axes from `first` on at point `index` of x, which is work->point. */
static void differentiate_axes(struct differentiator *work, const struct difference *difference,
                               const double *const *x, size_t first, size_t count, size_t index,
                               const struct gradient_result *result)
{
    const struct scheme *scheme = difference->scheme;
    double value = result->values[index];
    for (size_t i = 0; i < count; i++) {
        work->items[i] = (struct component){ .point = index, .axis = first + i };
        start_component(work, i, value);
    }
    choose_steps(work, difference, x, result->values, count);
    for (size_t k = 0; k < scheme->samples; k++) {
        bool moved = scheme->offsets[k] != 0;
        if (moved)
            take_samples_of_axes(work, first, count, scheme->offsets[k], value);
        for (size_t i = 0; i < count; i++)
            add_term(work, scheme, k, i, moved ? work->samples[i] : value);
    }
    finish_components(work, scheme, x, count, result);
}

/* All derivatives at one point of many variables: many axes are evaluated together. */
static void differentiate_point(struct differentiator *work, const struct difference *difference,
                                const double *const *x, size_t axes, size_t index,
                                const struct gradient_result *result)
{
    take_point(work, x, index);
    for (size_t k = 0; k < work->fn->n; k++)
        for (size_t i = 0; i < GATHERED_MOST; i++)
            work->gathered[k][i] = work->point[k];
    for (size_t first = 0; first < axes; first += GATHERED_MOST)
        differentiate_axes(work, difference, x, first,
                           axes - first < GATHERED_MOST ? axes - first : GATHERED_MOST, index,
                           result);
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
        for (size_t axis = 0; axis < axes; axis++) {
            if (!isfinite(result->values[i]) || !isfinite(result->derivatives[axis][i]))
                result->derivatives[axis][i] = NAN;
            if (result->steps != NULL)
                result->steps[axis][i] = NAN;
        }
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
        bool by_point = points < GATHERED_MOST && POINTS_FEW * points <= axes;
        for (size_t axis = 0; axis < axes && !by_point; axis++)
            differentiate_axis(differentiator, difference, &block, axis, result);
        for (size_t i = 0; i < points && by_point; i++)
            differentiate_point(differentiator, difference, x, axes, start + i, result);
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
