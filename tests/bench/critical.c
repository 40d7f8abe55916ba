/* The critical points of a window, and the basins of its minima, on one core. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

#include "expr/parameters.h"
#include "grad/basins.h"
#include "grad/critical.h"
#include "measure.h"
#include "source/formula_function.h"
#include "targets.h"
#include "view/linspace.h"

enum { ACROSS = 36, UP = 19 }; /* samples of a frame of 80 columns and 24 rows */

static const struct rectangle window = { { -5, -5 }, { 5, 5 } };

/* What is timed. */
struct task {
    const char *name;
    double allowed_seconds;
    const char *target;
    bool (*run)(const void *context);
};

/* The functions whose points are looked for. */
static const struct {
    const char *name;
    const char *text;
    bool has_targets;
} subjects[] = {
    { "himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", true },
    { "six-hump", "(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (-4 + 4y^2)*y^2", false },
    { "rastrigin", "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)", false },
    { "rosenbrock", "100(y - x^2)^2 + (1 - x)^2", false },
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

/* Find the points, then to which of the minima each sample runs. */
static bool map(const void *context)
{
    struct plane_slope *slope = *(struct plane_slope *const *)context;
    double x0[ACROSS * UP];
    double x1[ACROSS * UP];
    double numbers[ACROSS * UP];
    struct critical_points points = { .count = 0 };
    bool found = critical_points_find(slope, &window, &points);
    struct basins *basins = found ? basins_new(slope->fn, NULL, &points, &window) : NULL;
    for (int i = 0; i < ACROSS * UP; i++) {
        x0[i] = linspace_place(window.low[0], window.high[0], ACROSS, (size_t)(i % ACROSS));
        x1[i] = linspace_place(window.low[1], window.high[1], UP, (size_t)(i / ACROSS));
    }
    if (basins != NULL)
        basins_find(basins, ACROSS * UP, x0, x1, numbers);
    critical_points_free(&points);
    basins_free(basins);
    return basins != NULL;
}

static const struct task tasks[] = {
    { "", 0.05, "50 milliseconds", find },
    { " basins", 0.2, "200 milliseconds", map },
};

static void time_task(struct bench *bench, size_t subject, const struct task *task,
                      struct plane_slope *slope)
{
    double times[ROUNDS_MOST];
    char name[32];
    for (size_t round = 0; round < bench->rounds; round++)
        times[round] = seconds_of(task->run, &slope);
    double seconds = median(times, bench->rounds);
    const char *target = subjects[subject].has_targets ? task->target : "";
    snprintf(name, sizeof name, "%s%s", subjects[subject].name, task->name);
    printf("  %-24s%12.3g", name, 1e3 * seconds);
    bench_print_ratio(bench, task->allowed_seconds / seconds, task->allowed_seconds / seconds,
                      target_of(target, "critical", bench->sets[0]));
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
        status = formula_function_curve_plane(function, formula, failure);
    if (status == STATUS_OK && !plane_slope_make(&slope, formula_function_fn(function), NULL))
        status = failure_memory(failure);
    for (size_t i = 0; i < sizeof tasks / sizeof tasks[0] && status == STATUS_OK; i++)
        time_task(bench, subject, &tasks[i], &slope);
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
