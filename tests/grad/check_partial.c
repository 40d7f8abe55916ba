/* Tests of grad/partial.h: a derivative is a function of its own. */
#include "../suite.h"

#include "functions.h"
#include "grad/partial.h"

enum { N = 3, COLUMNS = PARTIAL_BLOCK + 9, ROWS = 3 };

static const double fixed[N] = { 1e9, -1e9, 3 };

/* x0^2 x2 + x0 x1; far out a sum that loses a small step. */
static double value_at(const double *x)
{
    return x[0] > 1000 ? 1e17 + x[0] : x[0] * x[0] * x[2] + x[0] * x[1];
}

static struct called called = { .call = value_at, .n = N };

static const struct fn whole = { .n = N, .evaluate = call_each, .context = &called };

/* The derivative along an axis by central differences; to be released and freed. */
static struct partial *partial_along(size_t axis)
{
    struct difference difference = difference_default();
    struct partial *partial = malloc(sizeof *partial);
    ck_assert_ptr_nonnull(partial);
    ck_assert(partial_make(partial, &whole, &difference, axis));
    return partial;
}

static void drop(struct partial *partial)
{
    partial_release(partial);
    free(partial);
}

START_TEST(values_are_those_of_the_scheme)
{
    struct partial *partial = partial_along((size_t)_i);
    const double x0[] = { -1.5, 0.25, 2 };
    const double x1[] = { 4, -7, 0 };
    const double x2[] = { 3, 2, -1 };
    const double *columns[] = { x0, x1, x2 };
    double values[3];
    partial->fn.evaluate(partial->fn.context, 3, columns, values);
    for (int i = 0; i < 3; i++) {
        const double point[] = { x0[i], x1[i], x2[i] };
        struct gradient gradient = gradient_of(&whole, "central", 1e-4, point);
        ck_assert(same_bits(values[i], gradient.derivatives[_i]));
    }
    drop(partial);
}
END_TEST

/* A grid's places, shifted and weighed, have the values of points. */
START_TEST(grids_give_what_points_give)
{
    struct partial *partial = partial_along((size_t)_i);
    double x0[COLUMNS];
    const double x1[ROWS] = { -2, 0, 5 };
    double out[ROWS * COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        x0[i] = 0.125 * i;
    const struct grid grid = { .columns = COLUMNS, .rows = ROWS, .x0 = x0, .x1 = x1,
                               .fixed = fixed };
    const struct grid_difference wanted = { .samples = 2, .shifts = { { 0, 0.5 }, { -0.25, 0 } },
                                            .weights = { 3, -1 }, .divisor = 4, .out = out };
    partial->fn.evaluate_grid(partial->fn.context, &grid, 1, &wanted);
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            const double first[] = { x0[column], x1[row] + 0.5, fixed[2] };
            const double second[] = { x0[column] - 0.25, x1[row], fixed[2] };
            double expected =
                (3 * gradient_of(&whole, "central", 1e-4, first).derivatives[_i] -
                 gradient_of(&whole, "central", 1e-4, second).derivatives[_i]) / 4;
            ck_assert_double_eq(out[row * COLUMNS + column], expected);
        }
    drop(partial);
}
END_TEST

START_TEST(a_dead_difference_is_no_zero)
{
    struct partial *partial = partial_along(0);
    const double x[] = { 1e4 };
    const double *columns[] = { x, x, x };
    double value = 0;
    partial->fn.evaluate(partial->fn.context, 1, columns, &value);
    ck_assert(isnan(value));
    drop(partial);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, values_are_those_of_the_scheme, 0, GRID_AXES);
    tcase_add_loop_test(cases, grids_give_what_points_give, 0, GRID_AXES);
    tcase_add_test(cases, a_dead_difference_is_no_zero);
}

SUITE_MAIN("grad partial", add_cases)
