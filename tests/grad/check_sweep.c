/* Tests src/grad/sweep.c: errors against h whose course is known. */
#include "../suite.h"

#include <stdio.h>

#include "functions.h"
#include "grad/sweep.h"

static double sine(const double *x)
{
    return sin(x[0]);
}

static double quotient(const double *x)
{
    return exp(x[0]) / (sin(x[0]) - x[0] * x[0]);
}

static double power(const double *x)
{
    return pow(x[0], 1.5);
}

static double rosenbrock(const double *x)
{
    double a = x[1] - x[0] * x[0];
    double b = 1 - x[0];
    return 100 * a * a + b * b;
}

START_TEST(steps_are_the_nearest_to_their_decimals)
{
    static const int digits[] = { 1, 5, 2 };
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        char text[32];
        snprintf(text, sizeof text, "%de-%zu", digits[i % 3], (i + 2) / 3);
        ck_assert_double_eq(sweep_step(i), strtod(text, NULL));
    }
}
END_TEST

/* Component 0 of a function in C at a point, by central differences with step h. */
static double central(point_function *call, size_t n, const double *point, double h,
                      struct estimate *estimate)
{
    struct called called = { .call = call, .n = n };
    struct fn fn = { .n = n, .evaluate = call_each, .context = &called };
    struct sweep sweep;
    ck_assert(sweep_make(&sweep, &fn));
    sweep_at(&sweep, scheme_default(), h, (const double *[]){ &point[0], &point[n - 1] });
    ck_assert_int_eq(sweep.verdict, VERDICT_ok);
    *estimate = sweep.estimates[0];
    double derivative = sweep.gradient[0];
    sweep_release(&sweep);
    return derivative;
}

START_TEST(the_sine_at_1)
{
    static const struct {
        double h;
        double most;
    } rows[] = { { 1e-5, 5e-11 }, { 1e-8, 5e-8 }, { 1e-12, 5e-4 } };
    const double x = 1;
    struct estimate estimate;
    double error = fabs(central(sine, 1, &x, 1e-4, &estimate) - cos(1));
    ck_assert_double_eq_tol(error / 9.00e-10, 1, 0.02);
    ck_assert_double_eq_tol(estimate.truncation / error, 1, 0.02);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        error = fabs(central(sine, 1, &x, rows[i].h, &estimate) - cos(1));
        ck_assert_double_lt(error, rows[i].most);
        ck_assert_double_le(error, 3 * estimate_error(&estimate));
    }
}
END_TEST

/* The example of Squire and Trapp: the derivative of e^x / (sin x - x^2) at 1. */
START_TEST(a_quotient_with_a_pole_close_by)
{
    static const double halved[] = { 141.678097131, 140.971663667, 140.796145400, 140.752333523,
                                     140.741384778 };
    const double truth = 140.7377355712966;
    const double x = 1;
    struct estimate estimate;
    for (int i = 0; i < 5; i++) {
        double derivative = central(quotient, 1, &x, ldexp(0.01, -i), &estimate);
        ck_assert_double_eq_tol(derivative, halved[i], 1e-9);
        ck_assert_double_le(fabs(derivative - truth), 3 * estimate_error(&estimate));
    }
}
END_TEST

START_TEST(rosenbrock_falls_with_the_square)
{
    const double point[] = { -1.2, 1 };
    struct estimate estimate;
    for (double h = 1e-2; h > 0.9e-3; h /= sqrt(10)) {
        double error = central(rosenbrock, 2, point, h, &estimate) + 215.6;
        ck_assert_double_eq_tol(error / (-480 * h * h), 1, 1e-5);
    }
    const double x = 2;
    ck_assert_double_eq_tol(central(power, 1, &x, 1e-8, &estimate), 2.12132034, 5e-8);
}
END_TEST

static double three(const double *x)
{
    return x[0] * x[1] + sin(x[2]);
}

/* What is lost to rounding along x2 is no matter of the first two derivatives. */
START_TEST(derivatives_that_are_not_wanted_do_not_count)
{
    static const double point[] = { 2, 3, 1e16 };
    static const double *const columns[] = { &point[0], &point[1], &point[2] };
    struct called called = { .call = three, .n = 3 };
    struct fn fn = { .n = 3, .evaluate = call_each, .context = &called };
    struct sweep sweep;
    ck_assert(sweep_make(&sweep, &fn));
    sweep_at(&sweep, scheme_default(), 0.125, columns);
    ck_assert_int_eq(sweep.verdict, VERDICT_dead);
    sweep.axes = 2;
    sweep_at(&sweep, scheme_default(), 0.125, columns);
    ck_assert_int_eq(sweep.verdict, VERDICT_ok);
    ck_assert_double_eq(sweep.gradient[0], 3);
    ck_assert_double_lt(estimate_error(&sweep.estimates[1]), 1e-12);
    sweep_release(&sweep);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, steps_are_the_nearest_to_their_decimals);
    tcase_add_test(cases, the_sine_at_1);
    tcase_add_test(cases, a_quotient_with_a_pole_close_by);
    tcase_add_test(cases, derivatives_that_are_not_wanted_do_not_count);
    tcase_add_test(cases, rosenbrock_falls_with_the_square);
}

SUITE_MAIN("grad sweep", add_cases)
