/* The slope of a function at one place, given as a vector. */
#include "grad/slope.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

bool slope_make(struct slope_finder *slope, const struct fn *fn)
{
    size_t n = fn->n;
    *slope = (struct slope_finder){ .fn = fn, .difference = difference_default() };
    slope->differentiator = differentiator_new(fn);
    slope->columns = array_resize(NULL, n, sizeof *slope->columns);
    slope->derivatives = array_resize(NULL, n, sizeof *slope->derivatives);
    slope->moved = array_resize(NULL, n, sizeof *slope->moved);
    slope->ahead = array_resize(NULL, n, sizeof *slope->ahead);
    slope->steps = array_resize(NULL, n, sizeof *slope->steps);
    slope->step_columns = array_resize(NULL, n, sizeof *slope->step_columns);
    slope->estimates = array_resize(NULL, n, sizeof *slope->estimates);
    return slope->differentiator != NULL && slope->columns != NULL && slope->derivatives != NULL &&
           slope->moved != NULL && slope->ahead != NULL && slope->steps != NULL &&
           slope->step_columns != NULL && slope->estimates != NULL;
}

void slope_release(struct slope_finder *slope)
{
    differentiator_free(slope->differentiator);
    free(slope->columns);
    free(slope->derivatives);
    free(slope->moved);
    free(slope->ahead);
    free(slope->steps);
    free(slope->step_columns);
    free(slope->estimates);
}

/* The columns of one place. */
static const double *const *columns_of(struct slope_finder *slope, const double *place)
{
    for (size_t k = 0; k < slope->fn->n; k++)
        slope->columns[k] = &place[k];
    return slope->columns;
}

enum verdict slope_at(struct slope_finder *slope, const double *place, double *value, double *gradient)
{
    enum verdict verdict;
    size_t n = slope->fn->n;
    for (size_t k = 0; k < n; k++)
        slope->derivatives[k] = &gradient[k];
    const struct gradient_result result = { .values = value, .derivatives = slope->derivatives,
                                            .verdicts = &verdict };
    gradient_batch(slope->differentiator, &slope->difference, 1, columns_of(slope, place), n,
                   &result);
    return verdict;
}

struct slope_doubt slope_judge(struct slope_finder *slope, const double *place)
{
    double value;
    struct slope_doubt doubt = { .error = NAN };
    size_t n = slope->fn->n;
    const double *const *columns = columns_of(slope, place);
    for (size_t k = 0; k < n; k++) {
        slope->derivatives[k] = &slope->ahead[k];
        slope->step_columns[k] = &slope->steps[k];
    }
    const struct gradient_result result = { .values = &value, .derivatives = slope->derivatives,
                                            .verdicts = &doubt.verdict,
                                            .steps = slope->step_columns };
    gradient_batch(slope->differentiator, &slope->difference, 1, columns, n, &result);
    judge_batch(slope->differentiator, &slope->difference, 1, columns, n, &result,
                slope->estimates);
    if (doubt.verdict < VERDICT_dead && !scheme_is_exact(slope->difference.scheme))
        doubt.error = error_of_point(n, slope->estimates);
    return doubt;
}

double slope_value(struct slope_finder *slope, const double *place)
{
    double value;
    slope->fn->evaluate(slope->fn->context, 1, columns_of(slope, place), &value);
    return value;
}

/* The step along a coordinate for the difference of gradients. */
static double hessian_step(const struct difference *difference, double x)
{
    switch (difference->step) {
    case STEP_FIXED:
        return difference->h;
    case STEP_RELATIVE:
        return difference->h * fmax(1, fabs(x));
    case STEP_AUTO:
        break;
    }
    return ldexp(fmax(1, fabs(x)), -13);
}

/* Put the difference of the gradients along x_j into a row. */
static void difference_row(struct slope_finder *slope, const double *place, size_t j, double *row)
{
    size_t n = slope->fn->n;
    const struct scheme *scheme = slope->difference.scheme;
    double h = hessian_step(&slope->difference, place[j]);
    memset(row, 0, n * sizeof *row);
    memcpy(slope->moved, place, n * sizeof *place);
    for (size_t i = 0; i < scheme->samples; i++) {
        double value;
        slope->moved[j] = place[j] + scheme->offsets[i] * h;
        slope_at(slope, slope->moved, &value, slope->ahead);
        for (size_t k = 0; k < n; k++)
            row[k] += scheme->weights[i] * slope->ahead[k];
    }
    for (size_t k = 0; k < n; k++)
        row[k] /= scheme->divisor * h;
}

/* Share out between both triangles what differences have made of the matrix. */
static void make_symmetric(size_t n, double *matrix)
{
    for (size_t j = 0; j < n; j++)
        for (size_t k = 0; k < j; k++) {
            double mean = 0.5 * (matrix[j * n + k] + matrix[k * n + j]);
            matrix[j * n + k] = mean;
            matrix[k * n + j] = mean;
        }
}

void slope_hessian(struct slope_finder *slope, const double *place, double *hessian)
{
    size_t n = slope->fn->n;
    if (scheme_is_exact(slope->difference.scheme)) {
        slope->fn->hessian(slope->fn->context, place, hessian);
        return;
    }
    for (size_t j = 0; j < n; j++)
        difference_row(slope, place, j, hessian + j * n);
    make_symmetric(n, hessian);
}
