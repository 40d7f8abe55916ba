/* Tests of view/decade.h. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "view/decade.h"

START_TEST(small_exponents_are_the_nearest_doubles)
{
    static const double values[] = { 1, 1.5, 2, 3, 5, 7, 17, -25 };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        for (int exponent = -22; exponent <= 22; exponent++) {
            char text[40];
            snprintf(text, sizeof text, "%.1fe%d", values[i], exponent);
            ck_assert_double_eq(times_power_of_ten(values[i], exponent), strtod(text, NULL));
        }
    }
}
END_TEST

START_TEST(large_exponents_are_near)
{
    for (int exponent = -307; exponent <= 307; exponent++) {
        char text[40];
        snprintf(text, sizeof text, "7e%d", exponent);
        double expected = strtod(text, NULL);
        ck_assert_double_le(fabs(times_power_of_ten(7, exponent) - expected), 1e-15 * expected);
    }
}
END_TEST

START_TEST(doubles_end_in_zero_and_infinity)
{
    ck_assert_double_eq(times_power_of_ten(1, 309), HUGE_VAL);
    ck_assert_double_eq(times_power_of_ten(-1, 100000), -HUGE_VAL);
    ck_assert_double_eq(times_power_of_ten(1, -400), 0);
    ck_assert_double_eq(times_power_of_ten(1, -100000), 0);
    ck_assert_double_gt(times_power_of_ten(5, -324), 0);
    ck_assert_double_gt(times_power_of_ten(1, 308), 9e307);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, small_exponents_are_the_nearest_doubles);
    tcase_add_test(cases, large_exponents_are_near);
    tcase_add_test(cases, doubles_end_in_zero_and_infinity);
}

SUITE_MAIN("view decade", add_cases)
