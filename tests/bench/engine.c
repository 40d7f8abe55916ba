/* The project's own evaluation, as the bench drives it. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/size.h"
#include "expr/kernels.h"
#include "source/formula_function.h"
#include "view/field.h"

enum { STRIP_ROWS = 64 }; /* rows that a thread takes at a time */

struct engine {
    struct formula *formula;
    struct formula_function *function;
    const struct fn *fn;
    const char *set;
    struct crew *crew;                 /* NULL before a run with several threads */
    struct formula_function **helpers; /* what its workers but the first compute with */
    struct differentiator *differentiator;
    struct field *field;
    double *scratch; /* numbers, as many as the work needs */
};

size_t engine_sets(const char *names[ENGINE_SETS_MOST])
{
    size_t found = 0;
    for (size_t left = kernels_count(); left > 0 && found < ENGINE_SETS_MOST; left--) {
        const struct kernels *kernels = kernels_at(left - 1);
        if (kernels != NULL && (left > 1 || found == 0))
            names[found++] = kernels->name;
    }
    return found;
}

/* Make the function of a text that was understood, with exact derivatives. */
static enum status make_function(struct engine *engine, size_t n, const char *set,
                                 struct failure *failure)
{
    engine->set = set;
    enum status status = formula_function_new_with(engine->formula, n, kernels_find(set),
                                                   &engine->function, failure);
    if (status == STATUS_OK)
        status = formula_function_differentiate(engine->function, engine->formula, failure);
    if (status == STATUS_OK)
        engine->fn = formula_function_fn(engine->function);
    return status;
}

enum status engine_new(const char *text, size_t n, const char *set, struct engine **engine,
                       struct failure *failure)
{
    static const struct parameters none = { .count = 0 };
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    struct engine *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    enum status status = formula_new(&source, &none, &made->formula, failure);
    if (status == STATUS_OK)
        status = make_function(made, n, set, failure);
    if (status != STATUS_OK)
        engine_free(made);
    *engine = status == STATUS_OK ? made : NULL;
    return status;
}

void engine_free(struct engine *engine)
{
    if (engine == NULL)
        return;
    for (size_t i = 1; engine->helpers != NULL && i < crew_size(engine->crew); i++)
        formula_function_free(engine->helpers[i]);
    free(engine->helpers);
    crew_free(engine->crew);
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

/* The pair of samples that the central scheme takes along an axis, for -grad f. */
static struct grid_difference central_difference(int axis, double *out)
{
    struct grid_difference difference = {
        .samples = 2, .weights = { 1, -1 }, .divisor = -2 * BENCH_STEP, .out = out
    };
    difference.shifts[0][axis] = BENCH_STEP;
    difference.shifts[1][axis] = -BENCH_STEP;
    return difference;
}

/* A run over a square that a crew shares. */
struct job {
    struct engine *engine;
    enum engine_work work;
    const struct square *square;
    const struct slopes *slopes;
};

/* Compute strip `item` of the square. */
static void run_strip(void *context, size_t worker, size_t item)
{
    const struct job *job = context;
    const struct fn *fn =
        worker == 0 ? job->engine->fn : formula_function_fn(job->engine->helpers[worker]);
    size_t size = job->square->size;
    size_t first = item * STRIP_ROWS;
    double *along[] = { job->slopes->along[0] + first * size, job->slopes->along[1] + first * size };
    struct grid_difference differences[] = { central_difference(0, along[0]),
                                             central_difference(1, along[1]) };
    struct grid grid = { .columns = size,
                         .rows = size - first < STRIP_ROWS ? size - first : STRIP_ROWS,
                         .x0 = job->square->places, .x1 = job->square->places + first };
    if (job->work == ENGINE_EXACT)
        fn->gradient_grid(fn->context, &grid, NULL, along);
    else
        fn->evaluate_grid(fn->context, &grid, 2, differences);
}

/* Make a crew and a function for each of its workers; false when memory is short. */
static bool make_crew(struct engine *engine, size_t jobs)
{
    struct failure ignored;
    enum status status = STATUS_OK;
    engine->crew = crew_new(jobs);
    if (engine->crew == NULL)
        return false;
    engine->helpers = calloc(crew_size(engine->crew), sizeof(struct formula_function *));
    if (engine->helpers == NULL)
        return false;
    for (size_t i = 1; i < crew_size(engine->crew) && status == STATUS_OK; i++)
        status = formula_function_new_with(engine->formula, engine->fn->n,
                                           kernels_find(engine->set), &engine->helpers[i],
                                           &ignored);
    return status == STATUS_OK && crew_size(engine->crew) == jobs;
}

bool engine_run(struct engine *engine, enum engine_work work, size_t jobs,
                const struct square *square, const struct slopes *slopes)
{
    struct job job = { .engine = engine, .work = work, .square = square, .slopes = slopes };
    size_t strips = (square->size + STRIP_ROWS - 1) / STRIP_ROWS;
    if (jobs > 1 && engine->crew == NULL && !make_crew(engine, jobs))
        return false;
    if (jobs > 1)
        crew_run(engine->crew, strips, run_strip, &job);
    for (size_t i = 0; jobs == 1 && i < strips; i++)
        run_strip(&job, 0, i);
    return true;
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
    struct plane plane = { .differentiator = engine->differentiator };
    struct difference difference = difference_default();
    field_compute(engine->field, &plane, &difference, x0, x1);
    return true;
}
