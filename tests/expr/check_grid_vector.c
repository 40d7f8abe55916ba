/* Tests src/expr/grid.c with vector texts, of which every part hands out many values. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>

#include "compile.h"
#include "expr/grid.h"

enum { ENTRIES = 64 + 2, COLUMNS = 150, ROWS = 3, PLACES = COLUMNS * ROWS };

static const char *const texts[] = {
    "sum(x**2)",                 /* squares that are the same on the whole grid */
    "sum((x*x0)*y)",             /* products for each column */
    "sum((x*y)*x0)",             /* for each row */
    "sum((x*x0)*(x*y)*sin(x))", /* for all three */
};

/* Places and variables that no two of are alike. */
struct fixture {
    double x[ENTRIES][PLACES];
    double fixed[ENTRIES];
    double x0[COLUMNS];
    double x1[ROWS];
};

static void fill(struct fixture *fixture)
{
    for (size_t i = 0; i < COLUMNS; i++)
        fixture->x0[i] = (double)i / 7 - 9;
    for (size_t i = 0; i < ROWS; i++)
        fixture->x1[i] = (double)i * 3 - 2.5;
    for (size_t k = 0; k < ENTRIES; k++) {
        fixture->fixed[k] = k < 2 ? (double)NAN : 1 / (double)k;
        for (size_t i = 0; i < PLACES; i++)
            fixture->x[k][i] = k == 0   ? fixture->x0[i % COLUMNS]
                               : k == 1 ? fixture->x1[i / COLUMNS]
                                        : fixture->fixed[k];
    }
}

static void compile_for(const char *text, const struct kernels *kernels, struct compiled *made)
{
    const struct program_wish wish = { .kernels = kernels };
    struct failure failure;
    ck_assert_int_eq(compile_wish(text, strlen(text), ENTRIES, &no_parameters, &wish, made,
                                  &failure), STATUS_OK);
}

static void check_text(const char *text, const struct kernels *kernels,
                       const struct fixture *fixture)
{
    static const struct shift none = { { 0, 0 } };
    double expected[PLACES];
    double values[PLACES];
    double *const expected_results[] = { expected };
    double *const results[] = { values };
    const double *x[ENTRIES];
    struct compiled made;
    compile_for(text, kernels, &made);
    struct grid_evaluator *evaluator = grid_evaluator_new(made.program);
    ck_assert_ptr_nonnull(evaluator);
    for (size_t k = 0; k < ENTRIES; k++)
        x[k] = fixture->x[k];
    evaluator_run(made.evaluator, PLACES, x, expected_results);
    const struct places places = { .columns = COLUMNS, .rows = ROWS, .x0 = fixture->x0,
                                   .x1 = fixture->x1, .fixed = fixture->fixed };
    grid_evaluator_run(evaluator, &places, &none, results);
    for (size_t i = 0; i < PLACES; i++)
        ck_assert_msg(same_bits(values[i], expected[i]), "%s, %s, place %zu: %a, not %a", text,
                      kernels->name, i, values[i], expected[i]);
    grid_evaluator_free(evaluator);
    compiled_free(&made);
}

START_TEST(a_grid_has_the_bits_of_its_points)
{
    static struct fixture fixture;
    const struct kernels *kernels = kernels_at((size_t)_i);
    fill(&fixture);
    for (size_t i = 0; kernels != NULL && i < sizeof texts / sizeof texts[0]; i++)
        check_text(texts[i], kernels, &fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, a_grid_has_the_bits_of_its_points, 0, (int)kernels_count());
}

SUITE_MAIN("expr grid of vectors", add_cases)
