/* Tests of grad/divergence.h. */
#include "../suite.h"

#include <math.h>

#include "grad/divergence.h"

enum { SIDE = 9, PLACES = SIDE * SIDE };

static const double pi = 3.14159265358979323846;

static void bowl(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = x[0][i] * x[0][i] + 3 * x[1][i] * x[1][i];
}

static void slope(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = 1e9 + 0.1 * x[0][i] - 0.7 * x[1][i];
}

static void waves(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = sin(x[0][i]) * sin(x[1][i]);
}

static void edge(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = x[0][i] < 0 ? (double)NAN : x[0][i] * x[1][i];
}

static void huge(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = 1.7e308 - 0 * x[0][i];
}

/* The divergences on a square of places from low to high. */
static void diverge(void (*evaluate)(void *, size_t, const double *const *, double *), double low,
                    double high, double places[SIDE], double divergences[PLACES])
{
    struct fn fn = { .n = GRID_AXES, .evaluate = evaluate };
    struct differentiator *differentiator = differentiator_new(&fn);
    double x0[PLACES];
    double x1[PLACES];
    double values[PLACES];
    const double *x[] = { x0, x1 };
    ck_assert_ptr_nonnull(differentiator);
    for (int i = 0; i < SIDE; i++)
        places[i] = low + (high - low) * i / (SIDE - 1);
    for (int i = 0; i < PLACES; i++) {
        x0[i] = places[i % SIDE];
        x1[i] = places[i / SIDE];
    }
    evaluate(NULL, PLACES, x, values);
    struct grid grid = { .columns = SIDE, .rows = SIDE, .x0 = places, .x1 = places };
    divergence_grid(differentiator, &grid, values, divergences);
    differentiator_free(differentiator);
}

START_TEST(of_a_quadratic_it_is_constant)
{
    double places[SIDE];
    double divergences[PLACES];
    diverge(bowl, -2, 2, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert_double_eq_tol(divergences[i], -8, 1e-6);
    diverge(bowl, 1e6, 2e6, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert_double_eq_tol(divergences[i], -8, 1e-5);
}
END_TEST

START_TEST(of_a_plane_it_is_zero_and_not_rounding)
{
    double places[SIDE];
    double divergences[PLACES];
    diverge(slope, -2, 2, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert(divergences[i] == 0);
    diverge(huge, -1e300, 1e300, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert(divergences[i] == 0);
}
END_TEST

START_TEST(it_is_near_the_exact_one)
{
    double places[SIDE];
    double divergences[PLACES];
    diverge(waves, -pi, 3, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert_double_eq_tol(divergences[i], 2 * sin(places[i % SIDE]) * sin(places[i / SIDE]),
                                1e-7);
}
END_TEST

static void spike(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = exp(-(x[0][i] * x[0][i] + x[1][i] * x[1][i]) * 1e12);
}

static void lifted(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = 1000 + x[0][i] * x[0][i];
}

/* In a small window it is that of the place, or nothing is told. */
START_TEST(in_a_small_window_it_looks_no_further)
{
    double places[SIDE];
    double divergences[PLACES];
    diverge(spike, -1e-6, 1e-6, places, divergences);
    for (int i = 0; i < PLACES; i++) {
        double x = places[i % SIDE];
        double y = places[i / SIDE];
        double square = (x * x + y * y) * 1e12;
        ck_assert_double_eq_tol(divergences[i], 4e12 * (1 - square) * exp(-square), 3e11);
    }
    diverge(lifted, -1e-6, 1e-6, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert_double_nan(divergences[i]);
    diverge(bowl, -1e-9, 1e-9, places, divergences);
    for (int i = 0; i < PLACES; i++)
        ck_assert_double_eq_tol(divergences[i], -8, 1e-6);
}
END_TEST

START_TEST(beyond_an_edge_it_is_nan)
{
    double places[SIDE];
    double divergences[PLACES];
    diverge(edge, -1, 1, places, divergences);
    for (int i = 0; i < PLACES; i++) {
        if (places[i % SIDE] <= 0)
            ck_assert_double_nan(divergences[i]);
        else
            ck_assert_double_eq_tol(divergences[i], 0, 1e-7);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, of_a_quadratic_it_is_constant);
    tcase_add_test(cases, of_a_plane_it_is_zero_and_not_rounding);
    tcase_add_test(cases, it_is_near_the_exact_one);
    tcase_add_test(cases, in_a_small_window_it_looks_no_further);
    tcase_add_test(cases, beyond_an_edge_it_is_nan);
}

SUITE_MAIN("grad divergence", add_cases)
