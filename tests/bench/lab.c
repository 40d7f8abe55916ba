/* The differentiation lab on a large frame's cells: errors of every arrow, and the best steps. */
#include "bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expr/parameters.h"
#include "grad/auto_step.h"
#include "grad/judgement.h"
#include "grad/noise.h"
#include "measure.h"
#include "source/formula_function.h"
#include "targets.h"

enum { LAB_COLUMNS = 200, LAB_ROWS = 60, LAB_POINTS = LAB_COLUMNS * LAB_ROWS, LAB_AXES = 2 };

static const double error_seconds = 0.016;
static const double steps_seconds = 0.25;

/* The functions that the maps are timed for, on [-5.12, 5.12]^2. */
static const struct {
    const char *name;
    const char *text;
} subjects[] = {
    { "himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2" },
    { "waves", "sin(x*y)*exp(-(x^2 + y^2)/8)" },
    { "rastrigin", "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)" },
};

/* A function with the lattice of points and room for what is computed. */
struct lab {
    struct formula_function *function;
    struct differentiator *differentiator;
    struct places places;
    double x[LAB_AXES][LAB_POINTS];
    double values[LAB_POINTS];
    double derivatives[LAB_AXES][LAB_POINTS];
    double steps[LAB_AXES][LAB_POINTS];
    enum verdict verdicts[LAB_POINTS];
    struct estimate estimates[LAB_AXES * LAB_POINTS];
    struct component items[LAB_AXES * LAB_POINTS];
    double noises[LAB_AXES * LAB_POINTS];
    struct auto_step chosen[LAB_AXES * LAB_POINTS];
};

static enum status lab_open(struct lab *lab, const char *text, struct failure *failure)
{
    static const struct parameters none = { .count = 0 };
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    struct formula *formula = NULL;
    enum status status = formula_new(&source, &none, &formula, failure);
    if (status == STATUS_OK)
        status = formula_function_new(formula, LAB_AXES, &lab->function, failure);
    formula_free(formula);
    if (status != STATUS_OK)
        return status;
    const struct fn *fn = formula_function_fn(lab->function);
    lab->differentiator = differentiator_new(fn);
    if (!places_make(&lab->places, fn) || lab->differentiator == NULL)
        return failure_memory(failure);
    for (size_t i = 0; i < LAB_POINTS; i++) {
        lab->x[0][i] = -5.12 + 10.24 * (double)(i % LAB_COLUMNS) / (LAB_COLUMNS - 1);
        lab->x[1][i] = -5.12 + 10.24 * (double)(i / LAB_COLUMNS) / (LAB_ROWS - 1);
        for (size_t a = 0; a < LAB_AXES; a++)
            lab->items[LAB_AXES * i + a] = (struct component){ .point = i, .axis = a };
    }
    return STATUS_OK;
}

static void lab_close(struct lab *lab)
{
    places_release(&lab->places);
    differentiator_free(lab->differentiator);
    formula_function_free(lab->function);
}

/* The gradient of every point, its errors and its verdict. */
static bool map_errors(const void *context)
{
    struct lab *lab = *(struct lab *const *)context;
    struct difference difference = difference_default();
    const double *x[] = { lab->x[0], lab->x[1] };
    struct gradient_result result = {
        .values = lab->values,
        .derivatives = (double *[]){ lab->derivatives[0], lab->derivatives[1] },
        .verdicts = lab->verdicts,
        .steps = (double *[]){ lab->steps[0], lab->steps[1] },
    };
    gradient_batch(lab->differentiator, &difference, LAB_POINTS, x, LAB_AXES, &result);
    judge_batch(lab->differentiator, &difference, LAB_POINTS, x, LAB_AXES, &result,
                lab->estimates);
    return true;
}

/* The best step of every component for every scheme that takes differences. */
static bool map_steps(const void *context)
{
    struct lab *lab = *(struct lab *const *)context;
    struct components components = { .x = (const double *[]){ lab->x[0], lab->x[1] },
                                     .values = lab->values,
                                     .count = LAB_AXES * LAB_POINTS,
                                     .items = lab->items };
    noise_measure(&lab->places, &components, lab->noises);
    for (size_t s = 0; s < scheme_count(); s++)
        if (!scheme_is_exact(scheme_at(s)))
            auto_step_choose(&lab->places, scheme_at(s), &components, lab->noises, lab->chosen);
    return true;
}

static void time_map(struct bench *bench, struct lab *lab, const char *name,
                     bool (*map)(const void *context), double allowed, const char *target)
{
    double times[ROUNDS_MOST];
    for (size_t round = 0; round < bench->rounds; round++)
        times[round] = seconds_of(map, &lab);
    double seconds = median(times, bench->rounds);
    printf("  %-24s%12.3g", name, 1e3 * seconds);
    bench_print_ratio(bench, allowed / seconds, allowed / seconds,
                      target_of(target, "lab", bench->sets[0]));
    printf("\n");
}

bool bench_lab(struct bench *bench, struct failure *failure)
{
    enum status status = STATUS_OK;
    printf("%d x %d points, one core; %zu rounds: median\n"
           "  %-24s%12s  what is allowed is longer by\n", LAB_COLUMNS, LAB_ROWS, bench->rounds, "",
           "milliseconds");
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0] && status == STATUS_OK; i++) {
        char name[32];
        struct lab *lab = calloc(1, sizeof *lab);
        status = lab == NULL ? failure_memory(failure) : lab_open(lab, subjects[i].text, failure);
        if (status == STATUS_OK) {
            snprintf(name, sizeof name, "errors, %s", subjects[i].name);
            time_map(bench, lab, name, map_errors, error_seconds, "16 milliseconds");
            snprintf(name, sizeof name, "best h, %s", subjects[i].name);
            time_map(bench, lab, name, map_steps, steps_seconds, "250 milliseconds");
        }
        if (lab != NULL)
            lab_close(lab);
        free(lab);
    }
    return status == STATUS_OK;
}
