/* Tests of grad/plane_fn.h: in the plane a function is what the whole one is. */
#include "../suite.h"

#include <string.h>

#include "functions.h"
#include "grad/plane_fn.h"

enum { N = 4, POINTS = 2 * PLANE_FN_BLOCK + 7 };

static const double fixed[N] = { -1e9, 1e9, 3, -0.5 };

/* x0 x2 + x1^2 x3 and its derivatives. */
static double value_at(const double *x)
{
    return x[0] * x[2] + x[1] * x[1] * x[3];
}

static void find_gradients(void *context, size_t count, const double *const *x, double *values,
                           double *const *derivatives)
{
    call_each(context, count, x, values);
    for (size_t i = 0; i < count; i++) {
        derivatives[0][i] = x[2][i];
        derivatives[1][i] = 2 * x[1][i] * x[3][i];
        derivatives[2][i] = x[0][i];
        derivatives[3][i] = x[1][i] * x[1][i];
    }
}

/* Number the entries, and tell of the place. */
static void find_hessian(void *context, const double *place, double *hessian)
{
    (void)context;
    for (int i = 0; i < N * N; i++)
        hessian[i] = i + place[0] + 10 * place[1] + 100 * place[2] + 1000 * place[3];
}

/* Tell which fixed variables came along. */
static void find_grid(void *context, const struct grid *grid, size_t count,
                      const struct grid_difference *differences)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        differences[i].out[0] = grid->x0[0] + grid->x1[0] + grid->fixed[2] + grid->fixed[3];
}

static void find_gradient_grid(void *context, const struct grid *grid, double *values,
                               double *const derivatives[GRID_AXES])
{
    (void)context;
    values[0] = grid->x0[0];
    derivatives[0][0] = grid->fixed[2];
    derivatives[1][0] = grid->fixed[3];
}

static struct called called = { .call = value_at, .n = N };

static struct fn whole_fn(void)
{
    return (struct fn){ .n = N, .evaluate = call_each, .evaluate_grid = find_grid,
                        .gradient = find_gradients, .gradient_grid = find_gradient_grid,
                        .hessian = find_hessian, .context = &called };
}

/* Coordinates of many points. */
static void list_points(double x0[POINTS], double x1[POINTS])
{
    for (int i = 0; i < POINTS; i++) {
        x0[i] = i / 3.0 - 7;
        x1[i] = 5 - i / 7.0;
    }
}

START_TEST(points_have_their_values_and_gradients)
{
    struct fn whole = whole_fn();
    struct plane_fn plane;
    double x0[POINTS];
    double x1[POINTS];
    double values[2][POINTS];
    double derivatives[GRID_AXES][POINTS];
    const double *x[] = { x0, x1 };
    list_points(x0, x1);
    ck_assert(plane_fn_make(&plane, &whole, fixed));
    ck_assert_uint_eq(plane.fn.n, GRID_AXES);
    plane.fn.evaluate(plane.fn.context, POINTS, x, values[0]);
    plane.fn.gradient(plane.fn.context, POINTS, x, values[1],
                      (double *const[]){ derivatives[0], derivatives[1] });
    for (int i = 0; i < POINTS; i++) {
        double expected = value_at((const double[]){ x0[i], x1[i], fixed[2], fixed[3] });
        ck_assert(same_bits(values[0][i], expected));
        ck_assert(same_bits(values[1][i], expected));
        ck_assert(same_bits(derivatives[0][i], fixed[2]));
        ck_assert(same_bits(derivatives[1][i], 2 * x1[i] * fixed[3]));
    }
    plane_fn_release(&plane);
}
END_TEST

START_TEST(hessians_are_a_corner_of_the_whole)
{
    struct fn whole = whole_fn();
    struct plane_fn plane;
    double hessian[GRID_AXES * GRID_AXES];
    const double place[] = { 7, 8 };
    const double base = 7 + 80 + 100 * 3 - 1000 * 0.5;
    ck_assert(plane_fn_make(&plane, &whole, fixed));
    plane.fn.hessian(plane.fn.context, place, hessian);
    ck_assert_double_eq(hessian[0], base);
    ck_assert_double_eq(hessian[1], base + 1);
    ck_assert_double_eq(hessian[2], base + N);
    ck_assert_double_eq(hessian[3], base + N + 1);
    plane_fn_release(&plane);
}
END_TEST

START_TEST(grids_have_the_fixed_variables)
{
    struct fn whole = whole_fn();
    struct plane_fn plane;
    const double at[] = { 7, 8 };
    double sum;
    double value;
    double derivatives[GRID_AXES];
    const struct grid grid = { .columns = 1, .rows = 1, .x0 = &at[0], .x1 = &at[1] };
    const struct grid_difference itself = { .samples = 1, .weights = { 1 }, .divisor = 1,
                                            .out = &sum };
    ck_assert(plane_fn_make(&plane, &whole, fixed));
    plane.fn.evaluate_grid(plane.fn.context, &grid, 1, &itself);
    plane.fn.gradient_grid(plane.fn.context, &grid, &value,
                           (double *const[]){ &derivatives[0], &derivatives[1] });
    ck_assert_double_eq(sum, 7 + 8 + 3 - 0.5);
    ck_assert_double_eq(value, 7);
    ck_assert_double_eq(derivatives[0], 3);
    ck_assert_double_eq(derivatives[1], -0.5);
    plane_fn_release(&plane);
}
END_TEST

static double square_at(const double *x)
{
    return x[0] * x[0] + x[1];
}

START_TEST(what_the_whole_has_not_is_missing)
{
    struct called square = { .call = square_at, .n = GRID_AXES };
    struct fn whole = { .n = GRID_AXES, .evaluate = call_each, .context = &square };
    struct plane_fn plane;
    const double at[] = { 3, 4 };
    ck_assert(plane_fn_make(&plane, &whole, NULL));
    ck_assert(plane.fn.evaluate_grid == NULL && plane.fn.gradient == NULL);
    ck_assert(plane.fn.gradient_grid == NULL && plane.fn.hessian == NULL);
    struct gradient gradient = gradient_of(&plane.fn, "central", 0.5, at);
    ck_assert_double_eq(gradient.value, 13);
    ck_assert_double_eq(gradient.derivatives[0], 6);
    ck_assert_double_eq(gradient.derivatives[1], 1);
    plane_fn_release(&plane);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, points_have_their_values_and_gradients);
    tcase_add_test(cases, hessians_are_a_corner_of_the_whole);
    tcase_add_test(cases, grids_have_the_fixed_variables);
    tcase_add_test(cases, what_the_whole_has_not_is_missing);
}

SUITE_MAIN("plane function", add_cases)
