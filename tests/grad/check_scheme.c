/* Tests src/grad/scheme.c and schemes.def: each scheme is exact up to its order, no further. */
#include "../suite.h"

#include <stdint.h>
#include <string.h>

#include "functions.h"

START_TEST(schemes_are_found_by_their_names)
{
    static const char *const names[] = { "forward", "backward", "forward2", "backward2", "central",
                                         "central4", "central6", "central8", "richardson",
                                         "exact" };
    ck_assert_uint_eq(scheme_count(), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < scheme_count(); i++) {
        const struct scheme *scheme = scheme_at(i);
        ck_assert_str_eq(scheme->name, names[i]);
        ck_assert_ptr_eq(scheme_find(names[i], strlen(names[i])), scheme);
        ck_assert_uint_le(scheme->samples, SCHEME_SAMPLES_MOST);
        ck_assert_str_ne(scheme->formula, "");
        ck_assert_str_ne(scheme->source, "");
    }
    ck_assert_ptr_null(scheme_find("centra", 6));
    ck_assert_ptr_null(scheme_find("", 0));
    ck_assert_ptr_null(scheme_find("Central", 7));
    ck_assert_str_eq(scheme_default()->name, "central");
    ck_assert_double_eq(difference_default().h, 1e-4);
    ck_assert_ptr_eq(difference_default().scheme, scheme_default());
}
END_TEST

START_TEST(the_next_scheme_goes_round)
{
    int count = (int)scheme_count();
    for (int i = 0; i < count; i++) {
        const struct scheme *scheme = scheme_at((size_t)i);
        for (int by = -3 * count; by <= 3 * count; by++)
            ck_assert_ptr_eq(scheme_next(scheme, by),
                             scheme_at((size_t)((i + by + 3 * count) % count)));
    }
}
END_TEST

static double square(const double *x)
{
    return x[0] * x[0];
}

static double cube(const double *x)
{
    return x[0] * x[0] * x[0];
}

/* The sum of weight * (8 offset)^degree: whole numbers, offsets being eighths. */
static int64_t moment(const struct scheme *scheme, int degree)
{
    int64_t sum = 0;
    for (size_t k = 0; k < scheme->samples; k++) {
        int64_t term = (int64_t)scheme->weights[k];
        ck_assert_double_eq((double)term, scheme->weights[k]);
        ck_assert_double_eq(floor(8 * scheme->offsets[k]), 8 * scheme->offsets[k]);
        for (int i = 0; i < degree; i++)
            term *= (int64_t)(8 * scheme->offsets[k]);
        sum += term;
    }
    return sum;
}

/* At 0 with h = 1 the derivative of x is 1, that of every other power 0. */
START_TEST(exact_for_polynomials_up_to_the_order)
{
    for (size_t i = 0; i < scheme_count(); i++) {
        const struct scheme *scheme = scheme_at(i);
        if (scheme_is_exact(scheme))
            continue;
        for (int degree = 0; degree <= scheme->order; degree++)
            ck_assert_msg(moment(scheme, degree) ==
                              (degree == 1 ? 8 * (int64_t)scheme->divisor : 0),
                          "%s of degree %d", scheme->name, degree);
        ck_assert_msg(moment(scheme, scheme->order + 1) != 0, "%s is of higher order",
                      scheme->name);
    }
}
END_TEST

START_TEST(amplification_and_reach)
{
    static const struct {
        const char *name;
        double amplification;
        double reach;
    } rows[] = {
        { "forward", 2, 1 },          { "backward", 2, 1 },        { "forward2", 4, 2 },
        { "backward2", 4, 2 },        { "central", 1, 1 },         { "central4", 1.5, 2 },
        { "central6", 110.0 / 60, 3 }, { "central8", 1750.0 / 840, 4 },
        { "richardson", 76626.0 / 5670, 1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct scheme *scheme = scheme_find(rows[i].name, strlen(rows[i].name));
        ck_assert_double_eq(scheme_amplification(scheme), rows[i].amplification);
        ck_assert_double_eq(scheme_reach(scheme), rows[i].reach);
    }
}
END_TEST

/* The error's first term is known: h for x^2 forward, h^2 for x^3 central. */
START_TEST(the_error_is_the_formulas)
{
    const double x = 1.5;
    const double h = 0.25;
    ck_assert_double_eq(gradient_of_call(square, 1, "forward", h, &x).derivatives[0], 3 + h);
    ck_assert_double_eq(gradient_of_call(square, 1, "backward", h, &x).derivatives[0], 3 - h);
    ck_assert_double_eq(gradient_of_call(cube, 1, "central", h, &x).derivatives[0],
                        6.75 + h * h);
}
END_TEST

/* Entire functions with their derivatives. */
#define ENTIRE(name, value, slope)                                                                 \
    static double name(const double *point)                                                        \
    {                                                                                              \
        const double x = point[0];                                                                 \
        return value;                                                                              \
    }                                                                                              \
    static double name##_slope(const double *point)                                                \
    {                                                                                              \
        const double x = point[0];                                                                 \
        return slope;                                                                              \
    }

ENTIRE(sine, sin(x), cos(x))
ENTIRE(exponential, exp(x), exp(x))
ENTIRE(cosine_of_double, cos(2 * x), -2 * sin(2 * x))
ENTIRE(growing_sine, x *sin(x), sin(x) + x * cos(x))
ENTIRE(bell, exp(-x * x), -2 * x * exp(-x * x))
ENTIRE(hyperbolic_sine, sinh(x), cosh(x))
ENTIRE(sine_of_triple, sin(3 * x), 3 * cos(3 * x))
ENTIRE(exponential_of_sine, exp(sin(x)), cos(x) * exp(sin(x)))
ENTIRE(growing_exponential, x *exp(x), (1 + x) * exp(x))
ENTIRE(sine_of_fivefold, sin(5 * x), 5 * cos(5 * x))

static const struct {
    point_function *value;
    point_function *slope;
    double x;
} entire[] = {
    { sine, sine_slope, 1 },
    { exponential, exponential_slope, 0.5 },
    { cosine_of_double, cosine_of_double_slope, 0.4 },
    { growing_sine, growing_sine_slope, 1.3 },
    { bell, bell_slope, 0.8 },
    { hyperbolic_sine, hyperbolic_sine_slope, 1 },
    { sine_of_triple, sine_of_triple_slope, 0.3 },
    { exponential_of_sine, exponential_of_sine_slope, 1 },
    { growing_exponential, growing_exponential_slope, 0.4 },
    { sine_of_fivefold, sine_of_fivefold_slope, 0.2 },
};

enum { ENTIRE_COUNT = sizeof entire / sizeof entire[0], STEPS_MOST = 60, STEPS_FITTED = 4 };

/* The slope of a line through STEPS_FITTED points that stand evenly. */
static double fitted_slope(const double *heights)
{
    return (3 * (heights[3] - heights[0]) + (heights[2] - heights[1])) / 10;
}

/*
 * The slope of log error over log h through the smallest STEPS_FITTED steps, of a ratio of sqrt(2),
 * at which the truncation is over ten times the roundoff.
 */
static double observed_order(const struct scheme *scheme, size_t function)
{
    const double *x = &entire[function].x;
    double roundoff = scheme_amplification(scheme) * 0x1p-53 * fabs(entire[function].value(x));
    double logarithms[STEPS_MOST];
    int usable = 0;
    for (int i = 0; i < STEPS_MOST; i++) {
        double h = exp2(-0.5 * i);
        struct gradient got = gradient_of_call(entire[function].value, 1, scheme->name, h, x);
        double error = fabs(got.derivatives[0] - entire[function].slope(x));
        logarithms[i] = log2(error);
        if (error <= 10 * roundoff / h)
            break;
        usable = i + 1;
    }
    ck_assert_int_ge(usable, STEPS_FITTED);
    return -fitted_slope(logarithms + usable - STEPS_FITTED) / 0.5;
}

START_TEST(the_order_is_observed)
{
    for (size_t i = 0; i < scheme_count(); i++) {
        const struct scheme *scheme = scheme_at(i);
        if (scheme_is_exact(scheme))
            continue;
        for (size_t function = 0; function < ENTIRE_COUNT; function++) {
            double order = observed_order(scheme, function);
            ck_assert_msg(fabs(order - scheme->order) <= 0.1, "%s, function %zu: order %g",
                          scheme->name, function, order);
        }
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, schemes_are_found_by_their_names);
    tcase_add_test(cases, the_next_scheme_goes_round);
    tcase_add_test(cases, exact_for_polynomials_up_to_the_order);
    tcase_add_test(cases, amplification_and_reach);
    tcase_add_test(cases, the_error_is_the_formulas);
    tcase_add_test(cases, the_order_is_observed);
}

SUITE_MAIN("grad scheme", add_cases)
