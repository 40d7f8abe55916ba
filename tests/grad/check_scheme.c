/* Tests src/grad/scheme.c and schemes.def: each scheme is exact up to its order, no further. */
#include "../suite.h"

#include <string.h>

#include "functions.h"

START_TEST(schemes_are_found_by_their_names)
{
    static const char *const names[] = { "forward", "backward", "central", "exact" };
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

static double power_0(const double *x)
{
    (void)x;
    return 3;
}

static double power_1(const double *x)
{
    return x[0];
}

static double power_2(const double *x)
{
    return x[0] * x[0];
}

static double power_3(const double *x)
{
    return x[0] * x[0] * x[0];
}

static point_function *const powers[] = { power_0, power_1, power_2, power_3 };

/* x and h have few binary digits, so that nothing is rounded. */
START_TEST(exact_for_polynomials_up_to_the_order)
{
    static const double exact[] = { 0, 1, 2 * 1.5, 3 * 1.5 * 1.5 };
    const double x = 1.5;
    const double h = 0.25;
    for (size_t i = 0; i < scheme_count(); i++) {
        const struct scheme *scheme = scheme_at(i);
        if (scheme_is_exact(scheme))
            continue;
        ck_assert_int_lt(scheme->order, 3);
        for (int degree = 0; degree <= scheme->order + 1; degree++) {
            struct gradient got = gradient_of_call(powers[degree], 1, scheme->name, h, &x);
            if (degree <= scheme->order)
                ck_assert_msg(got.derivatives[0] == exact[degree], "%s of degree %d: %a",
                              scheme->name, degree, got.derivatives[0]);
            else
                ck_assert_msg(got.derivatives[0] != exact[degree], "%s is of higher order",
                              scheme->name);
        }
    }
}
END_TEST

/* The error's first term is known: h for x^2 forward, h^2 for x^3 central. */
START_TEST(the_error_is_the_formulas)
{
    const double x = 1.5;
    const double h = 0.25;
    ck_assert_double_eq(gradient_of_call(power_2, 1, "forward", h, &x).derivatives[0], 3 + h);
    ck_assert_double_eq(gradient_of_call(power_2, 1, "backward", h, &x).derivatives[0], 3 - h);
    ck_assert_double_eq(gradient_of_call(power_3, 1, "central", h, &x).derivatives[0],
                        6.75 + h * h);
}
END_TEST

static double exponential(const double *x)
{
    return exp(x[0]);
}

START_TEST(the_order_is_observed)
{
    const double x = 0.7;
    for (size_t i = 0; i < scheme_count(); i++) {
        const struct scheme *scheme = scheme_at(i);
        if (scheme_is_exact(scheme))
            continue;
        struct gradient coarse = gradient_of_call(exponential, 1, scheme->name, 0x1p-8, &x);
        struct gradient fine = gradient_of_call(exponential, 1, scheme->name, 0x1p-9, &x);
        double ratio = (coarse.derivatives[0] - exp(x)) / (fine.derivatives[0] - exp(x));
        ck_assert_double_le(fabs(log2(ratio) - scheme->order), 0.01);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, schemes_are_found_by_their_names);
    tcase_add_test(cases, the_next_scheme_goes_round);
    tcase_add_test(cases, exact_for_polynomials_up_to_the_order);
    tcase_add_test(cases, the_error_is_the_formulas);
    tcase_add_test(cases, the_order_is_observed);
}

SUITE_MAIN("grad scheme", add_cases)
