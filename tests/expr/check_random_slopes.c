/*
 * Tests src/expr/derivative.c with random expressions: where extrapolated differences are sure of a
 * slope, it is the exact one.
 */
#include "../suite.h"

#include <float.h>
#include <stdio.h>

#include "compile.h"
#include "random_text.h"

enum {
    EXPRESSIONS = 30000,
    LEVELS = 4,
    SAMPLES = 2 * LEVELS, /* of a derivative */
    POINTS = 1 + ENTRIES_MOST * SAMPLES
};

static const double FIRST_STEP = 7.3e-4;
static const double TOLERANCE = 1e-6; /* of the gradient's size */

/* How many slopes there were, and how many could be compared. */
struct tally {
    size_t slopes;
    size_t sure;
};

static void compile_order(const char *text, size_t n, int order, struct compiled *made)
{
    const struct program_wish wish = { .kernels = kernels_best(), .order = order, .variables = n };
    struct failure failure;
    if (compile_wish(text, strlen(text), n, &no_parameters, &wish, made, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
}

static double step_of(size_t level)
{
    return ldexp(FIRST_STEP, -(int)level);
}

/* The values at the point and at every sample of every derivative. */
static void sample(const struct compiled *made, const double *point, double *values)
{
    static double columns[ENTRIES_MOST][POINTS];
    const double *x[ENTRIES_MOST];
    for (size_t k = 0; k < made->n; k++) {
        x[k] = columns[k];
        for (size_t i = 0; i < POINTS; i++)
            columns[k][i] = point[k];
        for (size_t i = 0; i < SAMPLES; i++)
            columns[k][1 + k * SAMPLES + i] += i % 2 == 0 ? step_of(i / 2) : -step_of(i / 2);
    }
    evaluator_run(made->evaluator, 1 + made->n * SAMPLES, x, &values);
}

/*
 * Richardson's extrapolation of central differences, and what it may be off: by what its last step
 * changed, and by the rounding of the values.
 */
static double extrapolate(const double *values, double *error)
{
    double table[LEVELS], previous = 0, size = 0;
    for (size_t level = 0; level < LEVELS; level++) {
        double up = values[2 * level];
        double down = values[2 * level + 1];
        table[level] = (up - down) / (2 * step_of(level));
        size = fmax(size, fabs(up) + fabs(down));
    }
    for (int order = 1; order < LEVELS; order++) {
        previous = table[LEVELS - 1];
        for (int level = LEVELS - 1; level >= order; level--)
            table[level] += (table[level] - table[level - 1]) / (ldexp(1, 2 * order) - 1);
    }
    *error = fabs(table[LEVELS - 1] - previous) + 64 * DBL_EPSILON * size / step_of(LEVELS - 1);
    return table[LEVELS - 1];
}

static double size_of(const double *numbers, size_t n)
{
    double size = 0;
    for (size_t k = 0; k < n; k++)
        size += fabs(numbers[k]);
    return size;
}

/* An exact derivative that is not finite is left out: a product of 0 and infinity may be any. */
static void compare_slopes(const char *text, const double *point, size_t n, const double *values,
                           const double *slopes, struct tally *tally)
{
    double expected[ENTRIES_MOST], errors[ENTRIES_MOST];
    for (size_t k = 0; k < n; k++)
        expected[k] = extrapolate(values + 1 + k * SAMPLES, &errors[k]);
    double most = TOLERANCE * fmin(size_of(slopes, n), size_of(expected, n));
    tally->slopes += n;
    if (!isfinite(size_of(slopes, n)) || !isfinite(size_of(expected, n)))
        return;
    for (size_t k = 0; k < n; k++) {
        if (errors[k] > most)
            continue;
        tally->sure++;
        if (fabs(slopes[k] - expected[k]) > most)
            ck_abort_msg("%s\nby x%zu at %a %a %a: %.17g, not %.17g", text, k, point[0], point[1],
                         point[2], slopes[k], expected[k]);
    }
}

/* Remainders are left out: a difference over many of their jumps may look smooth. */
static void compare_one(struct maker *maker, struct tally *tally)
{
    struct text text = TEXT_EMPTY;
    struct compiled value, gradient;
    double point[ENTRIES_MOST], values[POINTS], results[1 + ENTRIES_MOST];
    make_text(maker, &text);
    if (strchr(text_string(&text), '%') != NULL) {
        text_free(&text);
        return;
    }
    compile_order(text.bytes, maker->n, 0, &value);
    compile_order(text.bytes, maker->n, 1, &gradient);
    for (size_t k = 0; k < maker->n; k++)
        point[k] = ((double)pick(maker, 100000) - 50000) / 9973;
    sample(&value, point, values);
    results_at(&gradient, point, results);
    compare_slopes(text.bytes, point, maker->n, values, results + 1, tally);
    compiled_free(&value);
    compiled_free(&gradient);
    text_free(&text);
}

START_TEST(exact_slopes_are_those_of_the_values)
{
    static struct maker maker = { .state = 521288629u };
    struct tally tally = { 0, 0 };
    int count = getenv("TEST_UNDER_VALGRIND") != NULL ? EXPRESSIONS / 100 : EXPRESSIONS;
    for (int i = 0; i < count; i++)
        compare_one(&maker, &tally);
    printf("%zu slopes, %zu compared\n", tally.slopes, tally.sure);
    ck_assert_uint_gt(tally.sure, tally.slopes / 10);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, exact_slopes_are_those_of_the_values);
}

SUITE_MAIN("expr random slopes", add_cases)
