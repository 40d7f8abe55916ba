/* A function's values and gradients over a grid of places. */
#include "view/field.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "grad/divergence.h"
#include "grad/gradient_grid.h"

enum { NUMBERS_PER_SAMPLE = 3 + AXES }; /* value, derivatives, divergence, check */

struct field {
    size_t columns;
    size_t rows;
    double *numbers; /* the memory of the next five */
    size_t numbers_capacity;
    double *places[AXES]; /* of the columns; of the rows */
    double *values;
    double *derivatives[AXES];
    double *divergences; /* NaN until field_diverge */
    double *checks;      /* NaN until field_set_check */
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

/* Numbers that a field of this size holds; false on overflow. */
static bool count_numbers(size_t columns, size_t rows, size_t *samples, size_t *numbers)
{
    if (!size_multiply(columns, rows, samples) ||
        !size_multiply(*samples, NUMBERS_PER_SAMPLE, numbers))
        return false;
    if (columns > SIZE_MAX - rows || *numbers > SIZE_MAX - (columns + rows))
        return false;
    *numbers += columns + rows;
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

enum status field_resize(struct field *field, size_t columns, size_t rows)
{
    size_t samples;
    size_t numbers;
    if (!count_numbers(columns, rows, &samples, &numbers) || !grow(field, samples, numbers))
        return STATUS_FAILED;
    field->columns = columns;
    field->rows = rows;
    for (size_t i = 0; i < numbers; i++)
        field->numbers[i] = (double)NAN;
    for (size_t i = 0; i < samples; i++)
        field->verdicts[i] = VERDICT_undefined;
    if (numbers == 0)
        return STATUS_OK;
    field->places[0] = field->numbers;
    field->places[1] = field->places[0] + columns;
    field->values = field->places[1] + rows;
    for (size_t axis = 0; axis < AXES; axis++)
        field->derivatives[axis] = field->values + (axis + 1) * samples;
    field->divergences = field->values + (AXES + 1) * samples;
    field->checks = field->divergences + samples;
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

void field_compute(struct field *field, const struct plane *plane,
                   const struct difference *difference, const double *x0, const double *x1)
{
    if (field->columns * field->rows == 0)
        return;
    memcpy(field->places[0], x0, field->columns * sizeof *x0);
    memcpy(field->places[1], x1, field->rows * sizeof *x1);
    struct grid grid = { .columns = field->columns, .rows = field->rows, .x0 = x0, .x1 = x1,
                         .fixed = plane->fixed };
    struct gradient_result result = {
        .values = field->values, .derivatives = field->derivatives, .verdicts = field->verdicts
    };
    gradient_grid(plane->differentiator, difference, &grid, &result);
    for (size_t i = 0; i < field->columns * field->rows; i++)
        field->divergences[i] = field->checks[i] = (double)NAN;
}

void field_diverge(struct field *field, const struct plane *plane)
{
    if (field->columns * field->rows == 0)
        return;
    struct grid grid = { .columns = field->columns, .rows = field->rows, .x0 = field->places[0],
                         .x1 = field->places[1], .fixed = plane->fixed };
    divergence_grid(plane->differentiator, &grid, field->values, field->divergences);
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
        .check = field->checks[i],
        .verdict = field->verdicts[i],
    };
}
