/* The project's own evaluation, as the bench drives it. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "source/formula.h"
#include "view/field.h"

struct engine {
    struct formula *formula;
    struct formula_function *function;
    const struct fn *fn;
    struct differentiator *differentiator;
    struct field *field;
    double *scratch; /* rows of numbers, as many as the work needs */
};

size_t engine_sets(const char *names[ENGINE_SETS_MOST])
{
    names[0] = "plain";
    return 1;
}

enum status engine_new(const char *text, size_t n, const char *set, struct engine **engine,
                       struct failure *failure)
{
    static const struct parameters none = { .count = 0 };
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    (void)set;
    struct engine *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    enum status status = formula_new(&source, &none, &made->formula, failure);
    if (status == STATUS_OK)
        status = formula_function_new(made->formula, n, &made->function, failure);
    if (status == STATUS_OK)
        made->fn = formula_function_fn(made->function);
    if (status != STATUS_OK)
        engine_free(made);
    *engine = status == STATUS_OK ? made : NULL;
    return status;
}

void engine_free(struct engine *engine)
{
    if (engine == NULL)
        return;
    free(engine->scratch);
    field_free(engine->field);
    differentiator_free(engine->differentiator);
    formula_function_free(engine->function);
    formula_free(engine->formula);
    free(engine);
}

/* Memory for `count` numbers, or NULL when it is short. */
static double *reserve(struct engine *engine, size_t count)
{
    double *grown = array_resize(engine->scratch, count, sizeof *grown);
    if (grown != NULL)
        engine->scratch = grown;
    return grown;
}

static void fill(double *numbers, size_t count, double value)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = value;
}

/* slopes[i] = -(f(ahead[i]) - f(behind[i])) / (2 h); `values` has room for 2 * count numbers. */
static void difference_row(const struct fn *fn, size_t count, const double *const ahead[2],
                           const double *const behind[2], double *values, double *slopes)
{
    fn->evaluate(fn->context, count, ahead, values);
    fn->evaluate(fn->context, count, behind, values + count);
    for (size_t i = 0; i < count; i++)
        slopes[i] = (values[i] - values[count + i]) / (-2 * BENCH_STEP);
}

/* Central differences from values at points alone. */
static bool central(struct engine *engine, const struct square *square,
                    const struct slopes *slopes)
{
    enum { ROWS = 7 }; /* five of coordinates, two of values */
    size_t size = square->size;
    double *right = reserve(engine, ROWS * size);
    if (right == NULL)
        return false;
    double *left = right + size;
    double *level = left + size;
    double *upper = level + size;
    double *lower = upper + size;
    double *values = lower + size;
    for (size_t i = 0; i < size; i++) {
        right[i] = square->places[i] + BENCH_STEP;
        left[i] = square->places[i] - BENCH_STEP;
    }
    for (size_t row = 0; row < size; row++) {
        fill(level, size, square->places[row]);
        fill(upper, size, square->places[row] + BENCH_STEP);
        fill(lower, size, square->places[row] - BENCH_STEP);
        difference_row(engine->fn, size, (const double *[]){ right, level },
                       (const double *[]){ left, level }, values, slopes->along[0] + row * size);
        difference_row(engine->fn, size, (const double *[]){ square->places, upper },
                       (const double *[]){ square->places, lower }, values,
                       slopes->along[1] + row * size);
    }
    return true;
}

bool engine_run(struct engine *engine, enum engine_work work, size_t jobs,
                const struct square *square, const struct slopes *slopes)
{
    return work == ENGINE_CENTRAL && jobs == 1 && central(engine, square, slopes);
}

bool engine_field(struct engine *engine, size_t columns, size_t rows, double half)
{
    if (engine->differentiator == NULL)
        engine->differentiator = differentiator_new(engine->fn);
    if (engine->field == NULL)
        engine->field = field_new();
    double *x0 = reserve(engine, columns + rows);
    if (engine->differentiator == NULL || engine->field == NULL || x0 == NULL
        || field_resize(engine->field, columns, rows) != STATUS_OK)
        return false;
    double *x1 = x0 + columns;
    for (size_t i = 0; i < columns; i++)
        x0[i] = half * (2 * (double)i / (double)(columns - 1) - 1);
    for (size_t i = 0; i < rows; i++)
        x1[i] = half * (2 * (double)i / (double)(rows - 1) - 1);
    struct plane plane = { .differentiator = engine->differentiator, .n = AXES };
    struct difference difference = difference_default();
    return field_compute(engine->field, &plane, &difference, x0, x1) == STATUS_OK;
}
