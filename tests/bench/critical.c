/* The critical points of a window, on one core. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

#include "expr/parameters.h"
#include "grad/critical.h"
#include "measure.h"
#include "source/formula_function.h"
#include "targets.h"

static const double allowed_seconds = 0.05;

static const struct rectangle window = { { -5, -5 }, { 5, 5 } };

/* The functions whose points are looked for. */
static const struct {
    const char *name;
    const char *text;
    const char *target; /* "" for none */
} subjects[] = {
    { "himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "50 milliseconds" },
    { "six-hump", "(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (-4 + 4y^2)*y^2", "" },
    { "rastrigin", "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)", "" },
};

/* Find the points anew. */
static bool find(const void *context)
{
    struct plane_slope *slope = *(struct plane_slope *const *)context;
    struct critical_points points = { .count = 0 };
    bool found = critical_points_find(slope, &window, &points);
    critical_points_free(&points);
    return found;
}

static void time_search(struct bench *bench, size_t subject, struct plane_slope *slope)
{
    double times[ROUNDS_MOST];
    for (size_t round = 0; round < bench->rounds; round++)
        times[round] = seconds_of(find, &slope);
    double seconds = median(times, bench->rounds);
    printf("  %-24s%12.3g", subjects[subject].name, 1e3 * seconds);
    bench_print_ratio(bench, allowed_seconds / seconds, allowed_seconds / seconds,
                      target_of(subjects[subject].target, "critical", bench->sets[0]));
    printf("\n");
}

static enum status run_subject(struct bench *bench, size_t subject, struct failure *failure)
{
    static const struct parameters none = { .count = 0 };
    const char *text = subjects[subject].text;
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct plane_slope slope = { .fn = NULL };
    enum status status = formula_new(&source, &none, &formula, failure);
    if (status == STATUS_OK)
        status = formula_function_new(formula, GRID_AXES, &function, failure);
    if (status == STATUS_OK)
        status = formula_function_differentiate(function, formula, failure);
    if (status == STATUS_OK)
        status = formula_function_curve(function, formula, failure);
    if (status == STATUS_OK && !plane_slope_make(&slope, formula_function_fn(function), NULL))
        status = failure_memory(failure);
    if (status == STATUS_OK)
        time_search(bench, subject, &slope);
    plane_slope_release(&slope);
    formula_function_free(function);
    formula_free(formula);
    return status;
}

bool bench_critical(struct bench *bench, struct failure *failure)
{
    enum status status = STATUS_OK;
    printf("critical points on [-5, 5]^2, one core; %zu rounds: median\n"
           "  %-24s%12s  what is allowed is longer by\n", bench->rounds, "", "milliseconds");
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0] && status == STATUS_OK; i++)
        status = run_subject(bench, i, failure);
    return status == STATUS_OK;
}
