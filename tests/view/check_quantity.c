/* Tests of view/quantity.h. */
#include "../suite.h"

#include <math.h>
#include <string.h>

#include "view/quantity.h"

static const char *const names[QUANTITY_COUNT] = {
    "x0", "x1", "f", "grad0", "grad1", "magnitude", "angle",
    "divergence", "error", "true-error", "angle-error", "order", "best-h", "trust", "condition",
    "learning-rate", "basin", "check", "verdict"
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
    sample.rate = 0.25;
    sample.basin = 2;
    ck_assert_double_eq(quantity_number(QUANTITY_learning_rate, &sample), 0.25);
    ck_assert_double_eq(quantity_number(QUANTITY_basin, &sample), 2);
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
        { QUANTITY_error, COLORS_SEQUENTIAL, "error" },
        { QUANTITY_best_step, COLORS_SEQUENTIAL, "best h" },
        { QUANTITY_trust, COLORS_SEQUENTIAL, "trusted digits" },
        { QUANTITY_learning_rate, COLORS_SEQUENTIAL, "lr edge" },
        { QUANTITY_basin, COLORS_CATEGORICAL, "basin" },
        { QUANTITY_check, COLORS_SEQUENTIAL, "wrong by" },
        { QUANTITY_verdict, COLORS_NONE, "verdict" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_int_eq(quantity_color_kind(rows[i].quantity), rows[i].kind);
        ck_assert_str_eq(quantity_symbol(rows[i].quantity, true), rows[i].ascii);
    }
    ck_assert_str_eq(quantity_symbol(QUANTITY_grad0, false), "\u2202f/\u2202x0");
    ck_assert_str_eq(quantity_label(QUANTITY_divergence), "div");
    ck_assert_ptr_null(quantity_label(QUANTITY_grad0));
    ck_assert_str_eq(quantity_missing_words(QUANTITY_check, false), "unresolved");
    ck_assert_ptr_null(quantity_missing_words(QUANTITY_basin, false));
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

static double trust(double length, double error, enum verdict verdict)
{
    struct sample sample = { .gradient = { length, 0 }, .error = error, .verdict = verdict };
    return quantity_number(QUANTITY_trust, &sample);
}

START_TEST(trust_counts_digits)
{
    ck_assert_double_eq_tol(trust(2, 2e-3, VERDICT_ok), 3, 1e-12);
    ck_assert_double_eq_tol(trust(1e300, 1e295, VERDICT_ok), 5, 1e-12);
    ck_assert_double_eq_tol(trust(1e-300, 1e-305, VERDICT_ok), 5, 1e-9);
    ck_assert_double_eq(trust(1, 0, VERDICT_ok), 15.95);
    ck_assert_double_eq(trust(1, 1, VERDICT_roundoff), 0);
    ck_assert_double_eq(trust(1, HUGE_VAL, VERDICT_truncation), 0);
    ck_assert_double_eq(trust(0, 0, VERDICT_ok), 15.95);
    ck_assert_double_eq(trust(0, 1e-9, VERDICT_roundoff), 0);
    ck_assert_double_nan(trust(1, (double)NAN, VERDICT_ok));
    ck_assert_double_nan(trust((double)NAN, (double)NAN, VERDICT_undefined));
}
END_TEST

START_TEST(angle_errors_go_from_0_to_pi)
{
    struct sample sample = { .gradient = { 3, 4 }, .error = 2.5 };
    ck_assert_double_eq_tol(quantity_number(QUANTITY_angle_error, &sample), asin(0.5), 1e-15);
    sample.error = 5;
    ck_assert_double_eq_tol(quantity_number(QUANTITY_angle_error, &sample), acos(-1), 1e-15);
    sample.gradient[0] = (double)NAN;
    ck_assert_double_nan(quantity_number(QUANTITY_angle_error, &sample));
}
END_TEST

START_TEST(a_quantity_tells_what_it_needs)
{
    ck_assert_int_eq(quantity_need(QUANTITY_magnitude), NEED_NOTHING);
    ck_assert_int_eq(quantity_need(QUANTITY_divergence), NEED_DIVERGENCE);
    ck_assert_int_eq(quantity_need(QUANTITY_error), NEED_JUDGEMENT);
    ck_assert_int_eq(quantity_need(QUANTITY_verdict), NEED_JUDGEMENT);
    ck_assert_int_eq(quantity_need(QUANTITY_true_error), NEED_TRUTH);
    ck_assert_int_eq(quantity_need(QUANTITY_best_step), NEED_STEPS);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, quantities_have_names);
    tcase_add_test(cases, numbers_and_words);
    tcase_add_test(cases, numbers_that_vary_over_the_plane_have_colours);
    tcase_add_test(cases, an_undefined_gradient_is_nan);
    tcase_add_test(cases, magnitudes_do_not_overflow_needlessly);
    tcase_add_test(cases, trust_counts_digits);
    tcase_add_test(cases, angle_errors_go_from_0_to_pi);
    tcase_add_test(cases, a_quantity_tells_what_it_needs);
}

SUITE_MAIN("view quantity", add_cases)
