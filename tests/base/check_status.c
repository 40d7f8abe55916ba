/* Tests src/base/status.c: the exit status of each way of ending. */
#include "../suite.h"

#include "base/status.h"

START_TEST(exit_statuses)
{
    ck_assert_int_eq(status_exit(STATUS_OK), 0);
    ck_assert_int_eq(status_exit(STATUS_FAILED), 1);
    ck_assert_int_eq(status_exit(STATUS_USAGE), 64);
    ck_assert_int_eq(status_exit(STATUS_DATA), 65);
    ck_assert_int_eq(status_exit(STATUS_NO_INPUT), 66);
    ck_assert_int_eq(status_exit(STATUS_CANNOT_CREATE), 73);
    ck_assert_int_eq(status_exit(STATUS_IO), 74);
    ck_assert_int_eq(STATUS_COUNT, 7);
}
END_TEST

START_TEST(anything_else_is_a_failure)
{
    int beyond = STATUS_COUNT;
    ck_assert_int_eq(status_exit((enum status)beyond), 1);
    int below = -1;
    ck_assert_int_eq(status_exit((enum status)below), 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, exit_statuses);
    tcase_add_test(cases, anything_else_is_a_failure);
}

SUITE_MAIN("base status", add_cases)
