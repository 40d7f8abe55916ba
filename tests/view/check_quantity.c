/* Tests of view/quantity.h. */
#include "../suite.h"

#include <math.h>
#include <string.h>

#include "view/quantity.h"

static const char *const names[QUANTITY_COUNT] = {
    "x0", "x1", "f", "grad0", "grad1", "magnitude", "angle",
    "divergence", "check", "verdict"
};

START_TEST(quantities_have_names)
{
    for (int i = 0; i < QUANTITY_COUNT; i++) {
        enum quantity quantity = (enum quantity)i;
        ck_assert_str_eq(quantity_name(quantity), names[i]);
        ck_assert_int_eq(quantity_is_word(quantity), quantity == QUANTITY_verdict);
    }
}
END_TEST

START_TEST(numbers_and_words)
{
    struct sample sample = {
        .place = { 1, 2 }, .value = 3, .gradient = { -3, 4 }, .verdict = VERDICT_dead
    };
    static const double numbers[] = { 1, 2, 3, -3, 4, 5 };
    sample.divergence = -7;
    sample.check = 0.5;
    ck_assert_double_eq(quantity_number(QUANTITY_check, &sample), 0.5);
    ck_assert_double_eq(quantity_number(QUANTITY_divergence, &sample), -7);
    for (int i = 0; i < 6; i++)
        ck_assert_double_eq(quantity_number((enum quantity)i, &sample), numbers[i]);
    ck_assert_double_eq_tol(quantity_number(QUANTITY_angle, &sample), 2.2142974355881810, 1e-15);
    ck_assert_str_eq(quantity_word(QUANTITY_verdict, &sample), "dead");
}
END_TEST

START_TEST(numbers_that_vary_over_the_plane_have_colours)
{
    static const struct {
        enum quantity quantity;
        enum color_kind kind;
        const char *ascii;
    } rows[] = {
        { QUANTITY_x0, COLORS_NONE, "x0" },
        { QUANTITY_f, COLORS_SEQUENTIAL, "f" },
        { QUANTITY_grad0, COLORS_DIVERGING, "df/dx0" },
        { QUANTITY_grad1, COLORS_DIVERGING, "df/dx1" },
        { QUANTITY_magnitude, COLORS_SEQUENTIAL, "|grad f|" },
        { QUANTITY_angle, COLORS_CYCLIC, "angle" },
        { QUANTITY_divergence, COLORS_DIVERGING, "div(-grad f)" },
        { QUANTITY_check, COLORS_SEQUENTIAL, "wrong by" },
        { QUANTITY_verdict, COLORS_NONE, "verdict" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_int_eq(quantity_color_kind(rows[i].quantity), rows[i].kind);
        ck_assert_str_eq(quantity_symbol(rows[i].quantity, true), rows[i].ascii);
    }
    ck_assert_str_eq(quantity_symbol(QUANTITY_grad0, false), "\u2202f/\u2202x0");
}
END_TEST

START_TEST(an_undefined_gradient_is_nan)
{
    struct sample sample = {
        .value = HUGE_VAL, .gradient = { (double)NAN, 1 }, .verdict = VERDICT_undefined
    };
    ck_assert_double_nan(quantity_number(QUANTITY_grad0, &sample));
    ck_assert_double_nan(quantity_number(QUANTITY_magnitude, &sample));
    ck_assert_double_nan(quantity_number(QUANTITY_angle, &sample));
    ck_assert_double_nan(quantity_number(QUANTITY_verdict, &sample));
    ck_assert_double_infinite(quantity_number(QUANTITY_f, &sample));
    ck_assert_str_eq(quantity_word(QUANTITY_verdict, &sample), "undefined");
    ck_assert_str_eq(quantity_word(QUANTITY_f, &sample), "");
}
END_TEST

START_TEST(magnitudes_do_not_overflow_needlessly)
{
    struct sample sample = { .gradient = { 3e200, 4e200 } };
    ck_assert_double_eq_tol(quantity_number(QUANTITY_magnitude, &sample), 5e200, 1e186);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, quantities_have_names);
    tcase_add_test(cases, numbers_and_words);
    tcase_add_test(cases, numbers_that_vary_over_the_plane_have_colours);
    tcase_add_test(cases, an_undefined_gradient_is_nan);
    tcase_add_test(cases, magnitudes_do_not_overflow_needlessly);
}

SUITE_MAIN("view quantity", add_cases)
