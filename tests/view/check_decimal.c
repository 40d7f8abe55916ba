/* Tests of view/decimal.h. */
#include "../suite.h"

#include <math.h>
#include <stdint.h>

#include "view/decimal.h"

static void assert_text(int64_t whole, int exponent, const char *expected)
{
    char text[NUMBER_SIZE];
    ck_assert_str_eq(decimal_text((struct decimal){ whole, exponent }, text), expected);
}

START_TEST(digits_are_counted_without_the_sign)
{
    ck_assert_int_eq(decimal_digits(0), 1);
    ck_assert_int_eq(decimal_digits(9), 1);
    ck_assert_int_eq(decimal_digits(-10), 2);
    ck_assert_int_eq(decimal_digits(99999999999999999), 17);
}
END_TEST

START_TEST(zeros_move_to_the_exponent)
{
    struct decimal reduced = decimal_reduce((struct decimal){ -120300, -4 });
    ck_assert_int_eq(reduced.whole, -1203);
    ck_assert_int_eq(reduced.exponent, -2);
    ck_assert_int_eq(decimal_reduce((struct decimal){ 0, 7 }).exponent, 7);
}
END_TEST

START_TEST(every_digit_is_written)
{
    assert_text(0, -300, "0");
    assert_text(1, 0, "1");
    assert_text(-5, -1, "-0.5");
    assert_text(12, -4, "0.0012");
    assert_text(1, -4, "0.0001");
    assert_text(1, -5, "1e-5");
    assert_text(-125, -302, "-1.25e-300");
    assert_text(5, 3, "5000");
    assert_text(5, 4, "5e4");
    assert_text(1000500, -1, "100050");
    assert_text(10000, 0, "10000");
    assert_text(-99999999999999999, 0, "-99999999999999999");
    assert_text(12345678901234567, -8, "123456789.01234567");
    assert_text(12345678901234567, -20, "0.00012345678901234567");
    assert_text(12345678901234567, 290, "1.2345678901234567e306");
}
END_TEST

START_TEST(the_value_is_the_nearest_double)
{
    ck_assert_double_eq(decimal_value((struct decimal){ -12345678901234567, -16 }),
                        -1.2345678901234567);
    ck_assert_double_eq(decimal_value((struct decimal){ 3, -301 }), 3e-301);
    ck_assert_double_eq(decimal_value((struct decimal){ 1, -400 }), 0);
    ck_assert_double_eq(decimal_value((struct decimal){ 1, 309 }), (double)INFINITY);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, digits_are_counted_without_the_sign);
    tcase_add_test(cases, zeros_move_to_the_exponent);
    tcase_add_test(cases, every_digit_is_written);
    tcase_add_test(cases, the_value_is_the_nearest_double);
}

SUITE_MAIN("view decimal", add_cases)
