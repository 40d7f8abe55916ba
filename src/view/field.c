/* A function's values and gradients over a grid of places. */
#include "view/field.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "grad/divergence.h"
#include "grad/eigenvalues.h"
#include "grad/gradient_grid.h"
#include "grad/judgement_grid.h"

enum {
    NUMBERS_PER_SAMPLE = 10 + 2 * AXES, /* the arrays of struct field but places and row */
    NUMBERS_PER_ROW = 1 + 2 * AXES     /* of a row that is computed in another way */
};

struct field {
    size_t columns;
    size_t rows;
    double *numbers; /* the memory of all that follow */
    size_t numbers_capacity;
    double *places[AXES]; /* of the columns; of the rows */
    double *values;
    double *derivatives[AXES];
    double *steps[AXES];
    double *divergences; /* NaN until field_diverge */
    double *errors;      /* these three until field_judge */
    double *orders;
    double *conditions;
    double *true_errors; /* until field_find_truth */
    double *best_steps;  /* until field_find_steps */
    double *rates;       /* until field_find_rates */
    double *basins;      /* until field_find_basins */
    double *row[NUMBERS_PER_ROW]; /* scratch, a number for each column */
    double *checks;      /* until field_set_check */
    enum verdict *verdicts;
    size_t verdicts_capacity;
};

struct field *field_new(void)
{
    return calloc(1, sizeof(struct field));
}

void field_free(struct field *field)
{
    if (field == NULL)
        return;
    free(field->numbers);
    free(field->verdicts);
    free(field);
}

/*
 * Numbers that a field of this size holds; false on overflow. Its verdicts are as many more, for
 * judging, and a row.
 */
static bool count_numbers(size_t columns, size_t rows, size_t *samples, size_t *numbers)
{
    if (!size_multiply(columns, rows, samples) ||
        !size_multiply(*samples, NUMBERS_PER_SAMPLE, numbers))
        return false;
    size_t around;
    if (!size_multiply(columns, NUMBERS_PER_ROW + 1, &around) || around > SIZE_MAX - rows ||
        *numbers > SIZE_MAX - (around + rows))
        return false;
    *numbers += around + rows;
    return true;
}

/* Make room; on failure nothing is lost. The old content does not survive. */
static bool grow(struct field *field, size_t samples, size_t numbers)
{
    double *more_numbers = NULL;
    enum verdict *more_verdicts = NULL;
    if (numbers > field->numbers_capacity) {
        more_numbers = array_resize(NULL, numbers, sizeof *more_numbers);
        if (more_numbers == NULL)
            return false;
    }
    if (samples > field->verdicts_capacity) {
        more_verdicts = array_resize(NULL, samples, sizeof *more_verdicts);
        if (more_verdicts == NULL) {
            free(more_numbers);
            return false;
        }
    }
    if (more_numbers != NULL) {
        free(field->numbers);
        field->numbers = more_numbers;
        field->numbers_capacity = numbers;
    }
    if (more_verdicts != NULL) {
        free(field->verdicts);
        field->verdicts = more_verdicts;
        field->verdicts_capacity = samples;
    }
    return true;
}

/* Give each array its part of the memory. */
static void share_out(struct field *field, size_t samples)
{
    double **arrays[NUMBERS_PER_SAMPLE] = {
        &field->values, &field->derivatives[0], &field->derivatives[1], &field->steps[0],
        &field->steps[1], &field->divergences, &field->errors, &field->orders, &field->conditions,
        &field->true_errors, &field->best_steps, &field->rates, &field->basins, &field->checks
    };
    double *next = field->numbers;
    for (size_t i = 0; i < NUMBERS_PER_SAMPLE; i++, next += samples)
        *arrays[i] = next;
    for (size_t i = 0; i < NUMBERS_PER_ROW; i++, next += field->columns)
        field->row[i] = next;
    field->places[0] = next;
    field->places[1] = next + field->columns;
}

enum status field_resize(struct field *field, size_t columns, size_t rows)
{
    size_t samples;
    size_t numbers;
    if (!count_numbers(columns, rows, &samples, &numbers) ||
        !grow(field, 2 * samples + columns, numbers))
        return STATUS_FAILED;
    field->columns = columns;
    field->rows = rows;
    for (size_t i = 0; i < numbers; i++)
        field->numbers[i] = (double)NAN;
    for (size_t i = 0; i < samples; i++)
        field->verdicts[i] = VERDICT_undefined;
    if (numbers > 0)
        share_out(field, samples);
    return STATUS_OK;
}

size_t field_columns(const struct field *field)
{
    return field->columns;
}

size_t field_rows(const struct field *field)
{
    return field->rows;
}

/* The places, from row `first` on. */
static struct grid grid_of(const struct field *field, const struct plane *plane, size_t first,
                           size_t rows)
{
    return (struct grid){ .columns = field->columns, .rows = rows, .x0 = field->places[0],
                          .x1 = field->places[1] + first, .fixed = plane->fixed };
}

/* What is computed into, from row `first` on. The arrays are filled in. */
static struct gradient_result result_of(const struct field *field, size_t first,
                                        double *derivatives[AXES], double *steps[AXES])
{
    size_t i = first * field->columns;
    for (int axis = 0; axis < AXES; axis++) {
        derivatives[axis] = field->derivatives[axis] + i;
        steps[axis] = field->steps[axis] + i;
    }
    return (struct gradient_result){ .values = field->values + i,
                                     .derivatives = derivatives,
                                     .verdicts = field->verdicts + i,
                                     .steps = steps };
}

/* Forget what later functions found. */
static void forget_findings(struct field *field)
{
    double *const found[] = { field->divergences, field->errors,      field->orders,
                              field->conditions,  field->true_errors, field->best_steps,
                              field->rates,       field->basins,      field->checks };
    for (size_t k = 0; k < sizeof found / sizeof found[0]; k++)
        for (size_t i = 0; i < field->columns * field->rows; i++)
            found[k][i] = (double)NAN;
}

void field_begin(struct field *field, const double *x0, const double *x1)
{
    if (field->columns * field->rows == 0)
        return;
    memcpy(field->places[0], x0, field->columns * sizeof *x0);
    memcpy(field->places[1], x1, field->rows * sizeof *x1);
    forget_findings(field);
}

void field_compute_rows(struct field *field, const struct plane *plane,
                        const struct difference *difference, size_t first, size_t count)
{
    if (field->columns * count == 0)
        return;
    double *derivatives[AXES];
    double *steps[AXES];
    struct grid grid = grid_of(field, plane, first, count);
    struct gradient_result result = result_of(field, first, derivatives, steps);
    gradient_grid(plane->differentiator, difference, &grid, &result);
}

void field_compute(struct field *field, const struct plane *plane,
                   const struct difference *difference, const double *x0, const double *x1)
{
    field_begin(field, x0, x1);
    field_compute_rows(field, plane, difference, 0, field->rows);
}

void field_diverge_rows(struct field *field, const struct plane *plane, size_t first, size_t count)
{
    if (field->columns * count == 0)
        return;
    struct grid grid = grid_of(field, plane, 0, field->rows);
    divergence_rows(plane->differentiator, &grid, first, count, field->values,
                    field->divergences);
}

void field_diverge(struct field *field, const struct plane *plane)
{
    field_diverge_rows(field, plane, 0, field->rows);
}

void field_judge_rows(struct field *field, const struct plane *plane,
                      const struct difference *difference, size_t first, size_t count)
{
    if (field->columns * count == 0)
        return;
    double *derivatives[AXES];
    double *steps[AXES];
    size_t i = first * field->columns;
    struct grid grid = grid_of(field, plane, first, count);
    struct gradient_result result = result_of(field, first, derivatives, steps);
    struct grid_judgement judgement = { .errors = field->errors + i, .orders = field->orders + i,
                                        .conditions = field->conditions + i };
    /* Judging refines verdicts, which must stay as they were if it is stopped. */
    size_t size = count * field->columns * sizeof *field->verdicts;
    result.verdicts = field->verdicts + field->columns * field->rows + i;
    memcpy(result.verdicts, field->verdicts + i, size);
    judge_grid(plane->differentiator, difference, &grid, &result, &judgement);
    if (!differentiator_is_stopped(plane->differentiator))
        memcpy(field->verdicts + i, result.verdicts, size);
}

void field_judge(struct field *field, const struct plane *plane,
                 const struct difference *difference)
{
    field_judge_rows(field, plane, difference, 0, field->rows);
}

/* The distance of a gradient from the exact one; NaN where it is not finite. */
static double distance_from(const struct field *field, size_t column, size_t i)
{
    double distance = hypot(field->derivatives[0][i] - field->row[0][column],
                            field->derivatives[1][i] - field->row[1][column]);
    return isfinite(distance) ? distance : (double)NAN;
}

void field_find_truth_rows(struct field *field, const struct plane *plane, const struct fn *fn,
                           size_t first, size_t count)
{
    for (size_t row = first;
         row < first + count && field->columns > 0 && fn->gradient_grid != NULL; row++) {
        struct grid grid = grid_of(field, plane, row, 1);
        fn->gradient_grid(fn->context, &grid, NULL, field->row);
        for (size_t column = 0; column < field->columns; column++) {
            size_t i = row * field->columns + column;
            field->true_errors[i] = distance_from(field, column, i);
        }
    }
}

void field_find_truth(struct field *field, const struct plane *plane, const struct fn *fn)
{
    field_find_truth_rows(field, plane, fn, 0, field->rows);
}

void field_find_steps_rows(struct field *field, const struct plane *plane,
                           const struct difference *difference, size_t first, size_t count)
{
    struct difference automatic = *difference;
    automatic.step = STEP_AUTO;
    size_t samples = field->columns * field->rows;
    for (size_t row = first; row < first + count && field->columns > 0; row++) {
        struct grid grid = grid_of(field, plane, row, 1);
        struct gradient_result result = { .values = field->row[2 * AXES],
                                          .derivatives = field->row,
                                          .verdicts = field->verdicts + 2 * samples,
                                          .steps = field->row + AXES };
        gradient_grid(plane->differentiator, &automatic, &grid, &result);
        for (size_t column = 0; column < field->columns; column++)
            field->best_steps[row * field->columns + column] =
                fmin(field->row[AXES][column], field->row[AXES + 1][column]);
    }
}

void field_find_steps(struct field *field, const struct plane *plane,
                      const struct difference *difference)
{
    field_find_steps_rows(field, plane, difference, 0, field->rows);
}

void field_find_rates_rows(struct field *field, struct plane_slope *slope, size_t first,
                           size_t count)
{
    for (size_t i = first * field->columns; i < (first + count) * field->columns; i++) {
        double hessian[3];
        const double at[AXES] = { field->places[0][i % field->columns],
                                  field->places[1][i / field->columns] };
        bool finite = isfinite(field->values[i]) && plane_slope_hessian(slope, at, hessian);
        field->rates[i] = finite ? eigenvalues_edge(hessian) : (double)NAN;
    }
}

void field_find_basins_rows(struct field *field, struct basins *basins, size_t first, size_t count)
{
    for (size_t row = first; row < first + count && field->columns > 0; row++) {
        size_t from = row * field->columns;
        for (size_t column = 0; column < field->columns; column++)
            field->row[0][column] = field->places[1][row];
        basins_find(basins, field->columns, field->places[0], field->row[0], field->basins + from);
        for (size_t i = from; i < from + field->columns; i++)
            if (!isfinite(field->values[i]))
                field->basins[i] = (double)NAN;
    }
}

bool sample_has_gradient(const struct sample *sample)
{
    return sample->verdict < VERDICT_dead;
}

void field_set_check(struct field *field, size_t column, size_t row, double check)
{
    field->checks[row * field->columns + column] = check;
}

struct sample field_sample(const struct field *field, size_t column, size_t row)
{
    size_t i = row * field->columns + column;
    return (struct sample){
        .place = { field->places[0][column], field->places[1][row] },
        .value = field->values[i],
        .gradient = { field->derivatives[0][i], field->derivatives[1][i] },
        .divergence = field->divergences[i],
        .step = fmin(field->steps[0][i], field->steps[1][i]),
        .error = field->errors[i],
        .order = field->orders[i],
        .condition = field->conditions[i],
        .true_error = field->true_errors[i],
        .best_step = field->best_steps[i],
        .rate = field->rates[i],
        .basin = field->basins[i],
        .check = field->checks[i],
        .verdict = field->verdicts[i],
    };
}
