/* A formula, for a number of variables, as a struct fn. */
#include "source/formula_function.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/size.h"
#include "expr/evaluate.h"
#include "expr/grid.h"

enum { STRIP_ROWS = 32, STRIP_COLUMNS = 512 }; /* a piece of a grid that stays in the cache */

struct formula_function {
    const struct kernels *kernels;
    struct evaluator *value;
    struct grid_evaluator *value_grid;
    struct evaluator *gradient; /* NULL before formula_function_differentiate */
    struct grid_evaluator *gradient_grid; /* by x0 and x1; NULL as well */
    double **results; /* where value and n derivatives go */
    struct evaluator *hessian; /* NULL before formula_function_curve */
    const double **place;      /* n columns of one number */
    double *curvatures;        /* results of `hessian`, one number each */
    double **curvature_results;
    struct evaluator *plane_hessian; /* by x0 and x1; NULL before formula_function_curve_plane */
    double *strip;    /* values over a strip of a grid */
    struct interruption *interruption; /* not owned; NULL: none */
    struct fn fn;
};

static void evaluate(void *context, size_t count, const double *const *x, double *values)
{
    const struct formula_function *function = context;
    evaluator_run(function->value, count, x, &values);
}

static void evaluate_gradient(void *context, size_t count, const double *const *x, double *values,
                              double *const *derivatives)
{
    const struct formula_function *function = context;
    function->results[0] = values;
    for (size_t k = 0; k < function->fn.n; k++)
        function->results[1 + k] = derivatives[k];
    evaluator_run(function->gradient, count, x, function->results);
}

static bool is_stopped(void *context)
{
    const struct formula_function *function = context;
    return interruption_is_stopped(function->interruption);
}

static struct places places_of(const struct grid *grid)
{
    return (struct places){ .columns = grid->columns, .rows = grid->rows, .x0 = grid->x0,
                            .x1 = grid->x1, .fixed = grid->fixed };
}

static void evaluate_gradient_grid(void *context, const struct grid *grid, double *values,
                                   double *const derivatives[GRID_AXES])
{
    static const struct shift none = { { 0, 0 } };
    const struct formula_function *function = context;
    struct places places = places_of(grid);
    double *const results[] = { values, derivatives[0], derivatives[1] };
    grid_evaluator_run(function->gradient_grid, &places, &none, results);
}

/* Whether the difference is (f(a) - f(b)) / divisor, which the kernels know. */
static bool is_pair(const struct grid_difference *difference)
{
    return difference->samples == 2 && difference->weights[0] == 1 && difference->weights[1] == -1;
}

static struct shift shift_of(const struct grid_difference *difference, size_t sample)
{
    return (struct shift){ { difference->shifts[sample][0], difference->shifts[sample][1] } };
}

static void evaluate_pairs(const struct formula_function *function, const struct places *places,
                           const struct grid_difference *first,
                           const struct grid_difference *second)
{
    const struct shift shifts[PAIR_LANES] = { shift_of(first, 0), shift_of(first, 1),
                                              shift_of(second, 0), shift_of(second, 1) };
    const double divisors[2] = { first->divisor, second->divisor };
    double *const outputs[2] = { first->out, second->out };
    grid_evaluator_pairs(function->value_grid, places, shifts, divisors, outputs);
}

/* The grid's values, where the difference is no more than that. */
static bool is_value(const struct grid_difference *difference)
{
    return difference->samples == 1 && difference->weights[0] == 1 && difference->divisor == 1;
}

/* Add a sample's weighted values to those of a strip of the grid, or begin with them. */
static void add_sample(const double *values, const struct places *strip, double weight, bool first,
                       size_t stride, double *out)
{
    for (size_t row = 0; row < strip->rows; row++)
        for (size_t column = 0; column < strip->columns; column++) {
            double term = weight * values[row * strip->columns + column];
            double *sum = &out[row * stride + column];
            *sum = first ? term : *sum + term;
        }
}

/* Compute a difference over a strip, whose first place's result is `out`. */
static void evaluate_strip(const struct formula_function *function, const struct places *strip,
                           const struct grid_difference *difference, size_t stride, double *out)
{
    for (size_t i = 0; i < difference->samples; i++) {
        struct shift shift = shift_of(difference, i);
        grid_evaluator_run(function->value_grid, strip, &shift, &function->strip);
        add_sample(function->strip, strip, difference->weights[i], i == 0, stride, out);
    }
    for (size_t row = 0; row < strip->rows; row++)
        for (size_t column = 0; column < strip->columns; column++)
            out[row * stride + column] /= difference->divisor;
}

static size_t at_most(size_t count, size_t most)
{
    return count < most ? count : most;
}

/* Any other difference: strip by strip, sample by sample. */
static void evaluate_any(const struct formula_function *function, const struct places *places,
                         const struct grid_difference *difference)
{
    for (size_t row = 0; row < places->rows; row += STRIP_ROWS) {
        for (size_t column = 0; column < places->columns; column += STRIP_COLUMNS) {
            struct places strip = *places;
            strip.x0 += column;
            strip.x1 += row;
            strip.columns = at_most(places->columns - column, STRIP_COLUMNS);
            strip.rows = at_most(places->rows - row, STRIP_ROWS);
            evaluate_strip(function, &strip, difference, places->columns,
                           difference->out + row * places->columns + column);
        }
    }
}

static void evaluate_grid(void *context, const struct grid *grid, size_t count,
                          const struct grid_difference *differences)
{
    const struct formula_function *function = context;
    struct places places = places_of(grid);
    for (size_t i = 0; i < count; i++) {
        const struct grid_difference *difference = &differences[i];
        struct shift shift = shift_of(difference, 0);
        if (is_value(difference))
            grid_evaluator_run(function->value_grid, &places, &shift, &difference->out);
        else if (i + 1 < count && is_pair(difference) && is_pair(&differences[i + 1]))
            evaluate_pairs(function, &places, difference, &differences[++i]);
        else
            evaluate_any(function, &places, difference);
    }
}

/* Make the evaluators of the value. */
static enum status prepare_value(struct formula_function *function, const struct formula *formula,
                                 struct failure *failure)
{
    const struct program_wish wish = { .kernels = function->kernels };
    struct program *program;
    enum status status = formula_compile(formula, function->fn.n, &wish, &program, failure);
    if (status != STATUS_OK)
        return status;
    function->value = evaluator_new(program);
    function->fn.evaluate = evaluate;
    bool made = function->value != NULL;
    if (function->fn.n >= GRID_AXES) {
        function->value_grid = grid_evaluator_new(program);
        function->strip = array_resize(NULL, STRIP_ROWS * STRIP_COLUMNS, sizeof(double));
        function->fn.evaluate_grid = evaluate_grid;
        made = made && function->value_grid != NULL && function->strip != NULL;
    }
    program_free(program);
    return made ? STATUS_OK : failure_memory(failure);
}

enum status formula_function_new_with(const struct formula *formula, size_t n,
                                      const struct kernels *kernels,
                                      struct formula_function **function,
                                      struct failure *failure)
{
    struct formula_function *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    made->kernels = kernels;
    made->fn.n = n;
    made->fn.context = made;
    made->fn.is_stopped = is_stopped;
    enum status status = prepare_value(made, formula, failure);
    if (status != STATUS_OK)
        formula_function_free(made);
    else
        *function = made;
    return status;
}

enum status formula_function_new(const struct formula *formula, size_t n,
                                 struct formula_function **function, struct failure *failure)
{
    return formula_function_new_with(formula, n, kernels_best(), function, failure);
}

/* Make the evaluator of all derivatives at points. */
static enum status prepare_points(struct formula_function *function, const struct formula *formula,
                                  struct failure *failure)
{
    size_t n = function->fn.n;
    const struct program_wish wish = { .kernels = function->kernels, .order = 1, .variables = n };
    struct program *program;
    enum status status = formula_compile(formula, n, &wish, &program, failure);
    if (status != STATUS_OK)
        return status;
    if (function->results == NULL)
        function->results = array_resize(NULL, 1 + n, sizeof *function->results);
    function->gradient = evaluator_new(program);
    program_free(program);
    if (function->results == NULL || function->gradient == NULL)
        return failure_memory(failure);
    evaluator_set_interruption(function->gradient, function->interruption);
    function->fn.gradient = evaluate_gradient;
    return STATUS_OK;
}

/* Make the evaluator of two derivatives over a grid. */
static enum status prepare_grid(struct formula_function *function, const struct formula *formula,
                                struct failure *failure)
{
    const struct program_wish wish = { .kernels = function->kernels, .order = 1,
                                       .variables = GRID_AXES };
    struct program *program;
    enum status status = formula_compile(formula, function->fn.n, &wish, &program, failure);
    if (status != STATUS_OK)
        return status;
    function->gradient_grid = grid_evaluator_new(program);
    program_free(program);
    if (function->gradient_grid == NULL)
        return failure_memory(failure);
    grid_evaluator_set_interruption(function->gradient_grid, function->interruption);
    function->fn.gradient_grid = evaluate_gradient_grid;
    return STATUS_OK;
}

enum status formula_function_differentiate(struct formula_function *function,
                                           const struct formula *formula,
                                           struct failure *failure)
{
    enum status status = STATUS_OK;
    if (function->gradient == NULL)
        status = prepare_points(function, formula, failure);
    if (status == STATUS_OK && function->gradient_grid == NULL && function->fn.n >= GRID_AXES)
        status = prepare_grid(function, formula, failure);
    return status;
}

static void evaluate_hessian(void *context, const double *place, double *hessian)
{
    const struct formula_function *function = context;
    size_t n = function->fn.n;
    const double *second = function->curvatures + 1 + n;
    for (size_t k = 0; k < n; k++)
        function->place[k] = &place[k];
    evaluator_run(function->hessian, 1, function->place, function->curvature_results);
    for (size_t j = 0; j < n; j++)
        for (size_t k = j; k < n; k++, second++) {
            hessian[j * n + k] = *second;
            hessian[k * n + j] = *second;
        }
}

/* Make room for the results of second derivatives. */
static bool make_curvatures(struct formula_function *function)
{
    size_t n = function->fn.n;
    size_t count = 1 + n + n * (n + 1) / 2;
    const double **place = array_resize(function->place, n, sizeof *place);
    if (place == NULL)
        return false;
    function->place = place;
    double *curvatures = array_resize(function->curvatures, count, sizeof *curvatures);
    if (curvatures == NULL)
        return false;
    function->curvatures = curvatures;
    double **results = array_resize(function->curvature_results, count, sizeof *results);
    if (results == NULL)
        return false;
    function->curvature_results = results;
    for (size_t i = 0; i < count; i++)
        function->curvature_results[i] = &function->curvatures[i];
    return true;
}

enum status formula_function_curve(struct formula_function *function,
                                   const struct formula *formula, struct failure *failure)
{
    size_t n = function->fn.n;
    const struct program_wish wish = { .kernels = function->kernels, .order = 2, .variables = n };
    struct program *program;
    if (function->hessian != NULL)
        return STATUS_OK;
    enum status status = formula_compile(formula, n, &wish, &program, failure);
    if (status != STATUS_OK)
        return status;
    if (make_curvatures(function))
        function->hessian = evaluator_new(program);
    program_free(program);
    if (function->hessian == NULL)
        return failure_memory(failure);
    evaluator_set_interruption(function->hessian, function->interruption);
    function->fn.hessian = evaluate_hessian;
    return STATUS_OK;
}

static void evaluate_plane_hessian(void *context, const double *place, double hessian[3])
{
    enum { FIRST = 1 + GRID_AXES }; /* results before the second derivatives */
    const struct formula_function *function = context;
    double before[FIRST];
    double *const results[] = { &before[0],  &before[1],  &before[2],
                                &hessian[0], &hessian[1], &hessian[2] };
    for (size_t k = 0; k < function->fn.n; k++)
        function->place[k] = &place[k];
    evaluator_run(function->plane_hessian, 1, function->place, results);
}

enum status formula_function_curve_plane(struct formula_function *function,
                                         const struct formula *formula, struct failure *failure)
{
    size_t n = function->fn.n;
    const struct program_wish wish = { .kernels = function->kernels, .order = 2,
                                       .variables = GRID_AXES };
    struct program *program;
    enum status status = formula_function_differentiate(function, formula, failure);
    if (status != STATUS_OK || function->plane_hessian != NULL)
        return status;
    status = formula_compile(formula, n, &wish, &program, failure);
    if (status != STATUS_OK)
        return status;
    const double **place = array_resize(function->place, n, sizeof *place);
    function->place = place == NULL ? function->place : place;
    if (place != NULL)
        function->plane_hessian = evaluator_new(program);
    program_free(program);
    if (function->plane_hessian == NULL)
        return failure_memory(failure);
    evaluator_set_interruption(function->plane_hessian, function->interruption);
    function->fn.plane_hessian = evaluate_plane_hessian;
    return STATUS_OK;
}

void formula_function_set_interruption(struct formula_function *function,
                                       struct interruption *interruption)
{
    function->interruption = interruption;
    evaluator_set_interruption(function->value, interruption);
    if (function->value_grid != NULL)
        grid_evaluator_set_interruption(function->value_grid, interruption);
    if (function->gradient != NULL)
        evaluator_set_interruption(function->gradient, interruption);
    if (function->gradient_grid != NULL)
        grid_evaluator_set_interruption(function->gradient_grid, interruption);
    if (function->hessian != NULL)
        evaluator_set_interruption(function->hessian, interruption);
    if (function->plane_hessian != NULL)
        evaluator_set_interruption(function->plane_hessian, interruption);
}

size_t formula_function_cost(const struct formula_function *function)
{
    return evaluator_cost(function->value);
}

void formula_function_free(struct formula_function *function)
{
    if (function == NULL)
        return;
    evaluator_free(function->value);
    grid_evaluator_free(function->value_grid);
    evaluator_free(function->gradient);
    grid_evaluator_free(function->gradient_grid);
    evaluator_free(function->hessian);
    evaluator_free(function->plane_hessian);
    free(function->results);
    free(function->place);
    free(function->curvatures);
    free(function->curvature_results);
    free(function->strip);
    free(function);
}

const struct fn *formula_function_fn(const struct formula_function *function)
{
    return &function->fn;
}
