/*
 * Tests src/expr/evaluate.c, split.c and tape.c with random expressions: what a point gets depends
 * neither on its place nor on its neighbours, nor on what else is computed.
 */
#include "../suite.h"

#include <stdio.h>

#include "compile.h"
#include "expr/grid.h"
#include "random_text.h"

enum {
    EXPRESSIONS = 100000,
    POINTS = KERNEL_POINTS_MOST + 7, /* one tile and some that fill none, of any set */
    ALONE = 3,                       /* points that are evaluated by themselves too */
    GRID_COLUMNS = 9,
    GRID_ROWS = POINTS / GRID_COLUMNS,
    RESULTS_MOST = 1 + ENTRIES_MOST
};

/* Points and what became of them. */
struct block {
    double columns[ENTRIES_MOST][POINTS];
    double values[POINTS];
};

/* An expression being looked at. */
struct subject {
    const char *text;
    struct compiled compiled;
    const struct block *block;
};

static void compile_order(const char *text, size_t n, int order, struct compiled *made)
{
    const struct program_wish wish = { .kernels = kernels_best(), .order = order, .variables = n };
    struct failure failure;
    if (compile_wish(text, strlen(text), n, &no_parameters, &wish, made, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
}

static void evaluate(const struct subject *subject, size_t count, struct block *block)
{
    const double *x[ENTRIES_MOST];
    double *values = block->values;
    for (size_t k = 0; k < subject->compiled.n; k++)
        x[k] = block->columns[k];
    evaluator_run(subject->compiled.evaluator, count, x, &values);
}

/* Point i of the block must have this value whichever way it came about. */
static void compare(const struct subject *subject, const char *way, size_t i, double value)
{
    if (!same_bits(value, subject->block->values[i]))
        ck_abort_msg("%s\npoint %zu %s: %a, in the block %a", subject->text, i, way, value,
                     subject->block->values[i]);
}

/* In the other order, each point has another lane and other neighbours. */
static void compare_turned(const struct subject *subject)
{
    static struct block turned;
    for (size_t k = 0; k < subject->compiled.n; k++)
        for (size_t i = 0; i < POINTS; i++)
            turned.columns[k][i] = subject->block->columns[k][POINTS - 1 - i];
    evaluate(subject, POINTS, &turned);
    for (size_t i = 0; i < POINTS; i++)
        compare(subject, "turned", i, turned.values[POINTS - 1 - i]);
}

static void compare_alone(const struct subject *subject, struct maker *maker)
{
    for (int k = 0; k < ALONE; k++) {
        double point[ENTRIES_MOST];
        size_t i = pick(maker, POINTS);
        for (size_t variable = 0; variable < subject->compiled.n; variable++)
            point[variable] = subject->block->columns[variable][i];
        compare(subject, "alone", i, value_at(&subject->compiled, point));
    }
}

/* The value must not change when derivatives are computed as well. */
static void compare_with_derivatives(const struct subject *subject, struct maker *maker)
{
    struct compiled made;
    compile_order(subject->text, subject->compiled.n, 1, &made);
    for (int k = 0; k < ALONE; k++) {
        double point[ENTRIES_MOST], results[RESULTS_MOST];
        size_t i = pick(maker, POINTS);
        for (size_t variable = 0; variable < made.n; variable++)
            point[variable] = subject->block->columns[variable][i];
        results_at(&made, point, results);
        compare(subject, "with derivatives", i, results[0]);
    }
    compiled_free(&made);
}

/* Make a small grid of the block's first places, with the block's points for it. */
static struct places make_grid(struct block *block, size_t n)
{
    static double x0[GRID_COLUMNS], x1[GRID_ROWS], fixed[ENTRIES_MOST];
    for (size_t column = 0; column < GRID_COLUMNS; column++)
        x0[column] = block->columns[0][column];
    for (size_t row = 0; row < GRID_ROWS; row++)
        x1[row] = block->columns[1][row];
    for (size_t k = 2; k < n; k++)
        fixed[k] = block->columns[k][0];
    for (size_t i = 0; i < (size_t)GRID_COLUMNS * GRID_ROWS; i++) {
        block->columns[0][i] = x0[i % GRID_COLUMNS];
        block->columns[1][i] = x1[i / GRID_COLUMNS];
        for (size_t k = 2; k < n; k++)
            block->columns[k][i] = fixed[k];
    }
    return (struct places){ .columns = GRID_COLUMNS, .rows = GRID_ROWS, .x0 = x0, .x1 = x1,
                            .fixed = fixed };
}

/* A grid's values are those of its points; changes the block. */
static void compare_grid(struct subject *subject, struct block *block)
{
    static const struct shift none = { { 0, 0 } };
    static double values[GRID_COLUMNS * GRID_ROWS];
    double *results[] = { values };
    struct grid_evaluator *evaluator = grid_evaluator_new(subject->compiled.program);
    if (evaluator == NULL)
        ck_abort_msg("memory is short");
    struct places places = make_grid(block, subject->compiled.n);
    grid_evaluator_run(evaluator, &places, &none, results);
    grid_evaluator_free(evaluator);
    evaluate(subject, GRID_COLUMNS * GRID_ROWS, block);
    for (size_t i = 0; i < (size_t)GRID_COLUMNS * GRID_ROWS; i++)
        compare(subject, "on a grid", i, values[i]);
}

static void compare_one(struct maker *maker, int number)
{
    static struct block block;
    struct text text = TEXT_EMPTY;
    make_text(maker, &text);
    struct subject subject = { .text = text_string(&text), .block = &block };
    compile_order(subject.text, maker->n, 0, &subject.compiled);
    for (size_t k = 0; k < maker->n; k++)
        for (size_t i = 0; i < POINTS; i++)
            block.columns[k][i] = coordinate(maker);
    evaluate(&subject, POINTS, &block);
    compare_turned(&subject);
    compare_alone(&subject, maker);
    if (number % 4 == 0)
        compare_with_derivatives(&subject, maker);
    else if (number % 4 == 2)
        compare_grid(&subject, &block);
    compiled_free(&subject.compiled);
    text_free(&text);
}

START_TEST(a_point_has_its_bits_everywhere)
{
    static struct maker maker = { .state = 88675123u };
    int count = cases_in_time(EXPRESSIONS);
    for (int i = 0; i < count; i++)
        compare_one(&maker, i);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_point_has_its_bits_everywhere);
}

SUITE_MAIN("expr vectors", add_cases)
