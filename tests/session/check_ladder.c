/* Tests of steps along 1-2-5 and by decades. */
#include "../suite.h"

#include "session/ladder.h"

START_TEST(rungs_follow_one_another)
{
    static const double up[] = { 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01 };
    double h = up[0];
    for (size_t i = 1; i < sizeof up / sizeof up[0]; i++) {
        h = ladder_125(h, 1);
        ck_assert_double_eq(h, up[i]);
    }
    for (size_t i = sizeof up / sizeof up[0] - 1; i-- > 0;) {
        h = ladder_125(h, -1);
        ck_assert_double_eq(h, up[i]);
    }
}
END_TEST

START_TEST(a_number_between_rungs_goes_to_the_next)
{
    ck_assert_double_eq(ladder_125(3e-4, 1), 5e-4);
    ck_assert_double_eq(ladder_125(3e-4, -1), 2e-4);
    ck_assert_double_eq(ladder_125(7, 2), 20.0);
    ck_assert_double_eq(ladder_125(0.99, -1), 0.5);
    ck_assert_double_eq(ladder_125(0.99, 1), 1.0);
}
END_TEST

START_TEST(a_count_is_as_many_single_steps)
{
    double stepped = 1e-4;
    for (int i = 0; i < 100; i++)
        stepped = ladder_125(stepped, 1);
    ck_assert_double_eq(ladder_125(1e-4, 100), stepped);
}
END_TEST

START_TEST(the_ends_hold)
{
    ck_assert_double_eq(ladder_125(1, INT64_C(1000000000)), STEP_MOST);
    ck_assert_double_eq(ladder_125(1, -INT64_C(1000000000)), STEP_LEAST);
    ck_assert_double_eq(ladder_125(STEP_MOST, 1), STEP_MOST);
    ck_assert_double_eq(ladder_125(STEP_LEAST, -1), STEP_LEAST);
    ck_assert_double_eq(ladder_decade(1, INT64_C(1000000000)), STEP_MOST);
    ck_assert_double_eq(ladder_decade(1, -INT64_C(1000000000)), STEP_LEAST);
}
END_TEST

START_TEST(decades_keep_the_digits)
{
    ck_assert_double_eq(ladder_decade(1e-4, -1), 1e-5);
    ck_assert_double_eq(ladder_decade(2.5e-22, -1), 2.5e-23);
    ck_assert_double_eq(ladder_decade(3, 5), 3e5);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, rungs_follow_one_another);
    tcase_add_test(cases, a_number_between_rungs_goes_to_the_next);
    tcase_add_test(cases, a_count_is_as_many_single_steps);
    tcase_add_test(cases, the_ends_hold);
    tcase_add_test(cases, decades_keep_the_digits);
}

SUITE_MAIN("session ladder", add_cases)
