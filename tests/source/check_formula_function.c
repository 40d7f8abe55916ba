/* Tests src/source/formula_function.c: the ways to evaluate a formula agree in every bit. */
#include "../suite.h"

#include "formulas.h"
#include "grad/gradient_grid.h"

enum {
    COLUMNS = 700, /* more than a strip has, and no whole number of them */
    ROWS = 70,
    PLACES = COLUMNS * ROWS,
    VARIABLES = 4,
    DIFFERENCES = 12
};

static const double fixed[VARIABLES] = { NAN, NAN, 0.75, -2 };

static const char *const texts[] = {
    "sum(x**2)", "sin(x)*cos(y) + z", "exp(x*y)/x2 - sqrt(y)", "1/(x^2 + y^2) + floor(x)",
    "hypot(x, y)*x3 + (x > y ? log(x) : abs(y))", "3", "x", "tanh(30x) + 1e16y",
};

enum { TEXTS = sizeof texts / sizeof texts[0] };

/* A text with derivatives, evaluated with the best kernels or the plain ones. */
static struct formula_function *differentiated(const char *text, const char *kernels)
{
    struct formula *formula = new_formula(text);
    struct formula_function *function = NULL;
    struct failure failure;
    const struct kernels *set = kernels == NULL ? kernels_best() : kernels_find(kernels);
    ck_assert_int_eq(formula_function_new_with(formula, VARIABLES, set, &function, &failure),
                     STATUS_OK);
    ck_assert_ptr_null(formula_function_fn(function)->gradient);
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    formula_free(formula);
    return function;
}

/* A window with poles, kinks and steps in it, and coordinates that are no numbers. */
static struct grid grid_of(size_t columns, size_t rows)
{
    static double x0[COLUMNS], x1[ROWS];
    for (size_t i = 0; i < columns; i++)
        x0[i] = ((double)(i * 37 % 701) - 350) / 128;
    for (size_t i = 0; i < rows; i++)
        x1[i] = ((double)(i * 11 % 71) - 35) / 16;
    x0[columns / 2] = -0.0;
    x0[columns - 1] = NAN;
    x1[rows / 2] = INFINITY;
    return (struct grid){ .columns = columns, .rows = rows, .x0 = x0, .x1 = x1, .fixed = fixed };
}

/* f at every place moved by `shift`, by the evaluator of points. */
static void values_at(const struct fn *fn, const struct grid *grid, const double shift[GRID_AXES],
                      double *values)
{
    static double columns[VARIABLES][PLACES];
    const double *const x[] = { columns[0], columns[1], columns[2], columns[3] };
    size_t count = grid->columns * grid->rows;
    for (size_t i = 0; i < count; i++) {
        columns[0][i] = grid->x0[i % grid->columns];
        columns[1][i] = grid->x1[i / grid->columns];
        for (size_t axis = 0; axis < GRID_AXES; axis++)
            if (shift[axis] != 0)
                columns[axis][i] += shift[axis];
        for (size_t k = GRID_AXES; k < VARIABLES; k++)
            columns[k][i] = fixed[k];
    }
    fn->evaluate(fn->context, count, x, values);
}

/* The difference as fn.h defines it. */
static void difference_at(const struct fn *fn, const struct grid *grid,
                          const struct grid_difference *difference, double *out)
{
    static double values[PLACES];
    size_t count = grid->columns * grid->rows;
    for (size_t s = 0; s < difference->samples; s++) {
        values_at(fn, grid, difference->shifts[s], values);
        for (size_t i = 0; i < count; i++) {
            double term = difference->weights[s] * values[i];
            out[i] = s == 0 ? term : out[i] + term;
        }
    }
    for (size_t i = 0; i < count; i++)
        out[i] /= difference->divisor;
}

/* Values, pairs that stand together and alone, and what is neither. */
static const struct grid_difference differences[DIFFERENCES] = {
    { .samples = 1, .weights = { 1 }, .divisor = 1 },
    { .samples = 2, .shifts = { { 1e-4, 0 }, { -1e-4, 0 } }, .weights = { 1, -1 },
      .divisor = 2e-4 },
    { .samples = 2, .shifts = { { 0, 1e-4 }, { 0, 0 } }, .weights = { 1, -1 }, .divisor = 1e-4 },
    { .samples = 2, .shifts = { { 0.5, 0 }, { 0, 0.5 } }, .weights = { 1, -1 }, .divisor = 3 },
    { .samples = 5, .shifts = { { 2e-2, 0 }, { 1e-2, 0 }, { -1e-2, 0 }, { -2e-2, 0 } },
      .weights = { -1, 8, -8, 1, 0.1 }, .divisor = 12e-2 },
    { .samples = 2, .shifts = { { 0, 1e-4 }, { 0, -1e-4 } }, .weights = { -1, 1 },
      .divisor = -2e-4 },
    { .samples = 1, .shifts = { { 0.25, -0.25 } }, .weights = { 1 }, .divisor = 1 },
    { .samples = 1, .shifts = { { 0.25, 0 } }, .weights = { 3 }, .divisor = 7 },
    { .samples = GRID_SAMPLES_MOST,
      .shifts = { { 1, 2 }, { -1, 2 }, { 1, -2 }, { 0, 0 }, { 3, 0 }, { 0, 3 }, { -2, 0 },
                  { 0, -2 } },
      .weights = { 1, 0.1, -0.7, 2, 1e-5, 3, -1, -1 }, .divisor = 0.3 },
    { .samples = 1, .shifts = { { 0.25, 0 } }, .weights = { 1 }, .divisor = 7 },
    { .samples = 2, .shifts = { { 1, 0 }, { -1, 0 } }, .weights = { 1, 0.5 }, .divisor = 2 },
    { .samples = 2, .shifts = { { 0, 1 }, { 0, -1 } }, .weights = { 1, -1 }, .divisor = 2 },
};

static void compare_differences(const char *text, const char *kernels, const struct grid *grid)
{
    static double got[DIFFERENCES + 1][PLACES], expected[PLACES];
    struct grid_difference asked[DIFFERENCES + 1]; /* the last, a pair, is not asked for */
    struct formula_function *function = differentiated(text, kernels);
    const struct fn *fn = formula_function_fn(function);
    for (size_t k = 0; k <= DIFFERENCES; k++) {
        asked[k] = differences[k < DIFFERENCES ? k : DIFFERENCES - 1];
        asked[k].out = got[k];
    }
    got[DIFFERENCES][0] = 77;
    fn->evaluate_grid(fn->context, grid, DIFFERENCES, asked);
    ck_assert_double_eq(got[DIFFERENCES][0], 77);
    for (size_t k = 0; k < DIFFERENCES; k++) {
        difference_at(fn, grid, &asked[k], expected);
        for (size_t i = 0; i < grid->columns * grid->rows; i++)
            if (!same_bits(got[k][i], expected[i]))
                ck_abort_msg("%s: difference %zu, place %zu of %zu x %zu is %a, not %a", text, k,
                             i, grid->columns, grid->rows, got[k][i], expected[i]);
    }
    formula_function_free(function);
}

/* Whether a text is left out where every instruction takes long. */
static bool is_left_out(size_t text)
{
    return getenv("TEST_UNDER_VALGRIND") != NULL && text % 4 != 1;
}

START_TEST(differences_over_a_grid)
{
    for (size_t i = 0; i < TEXTS; i++) {
        struct grid grid = grid_of(67, 41);
        if (is_left_out(i))
            continue;
        compare_differences(texts[i], NULL, &grid);
        compare_differences(texts[i], "plain", &grid);
    }
    struct grid wide = grid_of(COLUMNS, 33);
    compare_differences(texts[0], NULL, &wide);
    struct grid high = grid_of(5, ROWS);
    compare_differences(texts[1], NULL, &high);
}
END_TEST

/* What a way of computing a grid's gradients gives. */
struct answer {
    double values[PLACES];
    double derivatives[VARIABLES][PLACES];
    enum verdict verdicts[PLACES];
};

static void answer_places(struct differentiator *differentiator,
                          const struct difference *difference, const struct grid *grid,
                          struct answer *answer)
{
    static double columns[VARIABLES][PLACES];
    const double *const x[] = { columns[0], columns[1], columns[2], columns[3] };
    double *const derivatives[] = { answer->derivatives[0], answer->derivatives[1],
                                    answer->derivatives[2], answer->derivatives[3] };
    struct gradient_result result = { .values = answer->values, .derivatives = derivatives,
                                      .verdicts = answer->verdicts };
    for (size_t i = 0; i < grid->columns * grid->rows; i++) {
        columns[0][i] = grid->x0[i % grid->columns];
        columns[1][i] = grid->x1[i / grid->columns];
        columns[2][i] = fixed[2];
        columns[3][i] = fixed[3];
    }
    gradient_batch(differentiator, difference, grid->columns * grid->rows, x,
                   scheme_is_exact(difference->scheme) ? VARIABLES : GRID_AXES, &result);
}

static void compare_gradients(const char *text, const struct scheme *scheme,
                              const struct grid *grid)
{
    static struct answer got, expected;
    struct formula_function *function = differentiated(text, NULL);
    struct differentiator *differentiator = differentiator_new(formula_function_fn(function));
    ck_assert_ptr_nonnull(differentiator);
    struct difference difference = { .scheme = scheme, .h = 1e-4 };
    double *const derivatives[] = { got.derivatives[0], got.derivatives[1] };
    struct gradient_result result = { .values = got.values, .derivatives = derivatives,
                                      .verdicts = got.verdicts };
    gradient_grid(differentiator, &difference, grid, &result);
    answer_places(differentiator, &difference, grid, &expected);
    for (size_t i = 0; i < grid->columns * grid->rows; i++)
        if (!same_bits(got.values[i], expected.values[i]) ||
            !same_bits(got.derivatives[0][i], expected.derivatives[0][i]) ||
            !same_bits(got.derivatives[1][i], expected.derivatives[1][i]) ||
            got.verdicts[i] != expected.verdicts[i])
            ck_abort_msg("%s %s: place %zu: %a %a %a %s, not %a %a %a %s", scheme->name, text, i,
                         got.values[i], got.derivatives[0][i], got.derivatives[1][i],
                         verdict_name(got.verdicts[i]), expected.values[i],
                         expected.derivatives[0][i], expected.derivatives[1][i],
                         verdict_name(expected.verdicts[i]));
    differentiator_free(differentiator);
    formula_function_free(function);
}

START_TEST(gradients_over_a_grid)
{
    for (size_t s = 0; s < scheme_count(); s++)
        for (size_t i = 0; i < TEXTS; i++) {
            struct grid grid = grid_of(61, 23);
            if (!is_left_out(i))
                compare_gradients(texts[i], scheme_at(s), &grid);
        }
}
END_TEST

/* A grid's values are stored only where they are wanted. */
START_TEST(derivatives_without_values)
{
    static double first[2][PLACES], second[2][PLACES], values[PLACES];
    struct formula_function *function = differentiated("sin(x)*y^2 + z*x", NULL);
    const struct fn *fn = formula_function_fn(function);
    struct grid grid = grid_of(45, 3);
    fn->gradient_grid(fn->context, &grid, values, (double *const[]){ first[0], second[0] });
    fn->gradient_grid(fn->context, &grid, NULL, (double *const[]){ first[1], second[1] });
    for (size_t i = 0; i < 45 * 3; i++) {
        ck_assert(same_bits(first[0][i], first[1][i]));
        ck_assert(same_bits(second[0][i], second[1][i]));
    }
    formula_function_free(function);
}
END_TEST

/* With one variable there are no grids. */
START_TEST(one_variable)
{
    struct formula *formula = new_formula("x^3");
    struct formula_function *function = new_function("x^3", 1);
    const struct fn *fn = formula_function_fn(function);
    struct failure failure;
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    ck_assert_ptr_null(fn->evaluate_grid);
    ck_assert_ptr_null(fn->gradient_grid);
    const double x = 2;
    struct gradient got = gradient_of(fn, "exact", 1, &x);
    ck_assert_double_eq(got.value, 8);
    ck_assert_double_eq(got.derivatives[0], 12);
    formula_free(formula);
    formula_function_free(function);
}
END_TEST

/* x0^3*x1 - x2*sin(x1) at (2, 1, 3): second derivatives by hand. */
START_TEST(second_derivatives_at_a_place)
{
    static const double place[] = { 2, 1, 3 };
    const double expected[] = { 12, 12, 0, 12, 3 * sin(1.0), -cos(1.0), 0, -cos(1.0), 0 };
    double hessian[9];
    struct formula *formula = new_formula("x0^3*x1 - x2*sin(x1)");
    struct formula_function *function = NULL;
    struct failure failure;
    ck_assert_int_eq(formula_function_new(formula, 3, &function, &failure), STATUS_OK);
    const struct fn *fn = formula_function_fn(function);
    ck_assert_ptr_null(fn->hessian);
    ck_assert_int_eq(formula_function_curve(function, formula, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_curve(function, formula, &failure), STATUS_OK);
    formula_free(formula);
    fn->hessian(fn->context, place, hessian);
    for (size_t i = 0; i < 9; i++)
        ck_assert_double_eq_tol(hessian[i], expected[i], 1e-14);
    formula_function_free(function);
}
END_TEST

/* The same place, by x0 and x1 alone. */
START_TEST(second_derivatives_in_the_plane)
{
    static const double place[] = { 2, 1, 3 };
    double hessian[3];
    struct formula *formula = new_formula("x0^3*x1 - x2*sin(x1)");
    struct formula_function *function = NULL;
    struct failure failure;
    ck_assert_int_eq(formula_function_new(formula, 3, &function, &failure), STATUS_OK);
    const struct fn *fn = formula_function_fn(function);
    ck_assert_ptr_null(fn->plane_hessian);
    ck_assert_int_eq(formula_function_curve_plane(function, formula, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_curve_plane(function, formula, &failure), STATUS_OK);
    formula_free(formula);
    ck_assert_ptr_nonnull(fn->gradient);
    ck_assert_ptr_null(fn->hessian);
    fn->plane_hessian(fn->context, place, hessian);
    ck_assert_double_eq_tol(hessian[0], 12, 1e-14);
    ck_assert_double_eq_tol(hessian[1], 12, 1e-14);
    ck_assert_double_eq_tol(hessian[2], 3 * sin(1.0), 1e-14);
    formula_function_free(function);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, second_derivatives_in_the_plane);
    tcase_add_test(cases, second_derivatives_at_a_place);
    tcase_add_test(cases, differences_over_a_grid);
    tcase_add_test(cases, gradients_over_a_grid);
    tcase_add_test(cases, derivatives_without_values);
    tcase_add_test(cases, one_variable);
}

SUITE_MAIN("source formula_function", add_cases)
