/* Tests of cli/check_tally.h. */
#include "../suite.h"

#include <math.h>

#include "cli/check_tally.h"

static struct checked checked_as(enum agreement agreement, double numerical, double error)
{
    return (struct checked){ .agreement = agreement,
                             .numerical = { .value = numerical, .error = error } };
}

START_TEST(nothing_and_one)
{
    struct check_tally tally = { .points = 0 };
    char line[FAILURE_MESSAGE_SIZE];
    check_tally_describe(&tally, line);
    ck_assert_str_eq(line, "0 components: 0 agree, 0 disagree, 0 unresolved");
    struct checked checked = checked_as(AGREEMENT_unresolved, (double)NAN, (double)NAN);
    tally.points = 1;
    check_tally_add(&tally, 0, 1, &checked);
    check_tally_describe(&tally, line);
    ck_assert_str_eq(line, "1 component: 0 agree, 0 disagree, 1 unresolved");
}
END_TEST

START_TEST(the_worst_is_the_first_of_the_largest)
{
    struct check_tally tally = { .points = 1 };
    char line[FAILURE_MESSAGE_SIZE];
    struct checked small = checked_as(AGREEMENT_disagree, 1.5, 1.3e-9);
    struct checked large = checked_as(AGREEMENT_disagree, -0.25, 3e-12);
    struct checked right = checked_as(AGREEMENT_agree, 4, 1e-15);
    check_tally_add(&tally, 0, 1.5 + 0x1p-20, &small);
    tally.points++;
    check_tally_add(&tally, 3, 0.25, &large);
    check_tally_add(&tally, 4, 4, &right);
    tally.points++;
    check_tally_add(&tally, 5, 0.25, &large);
    check_tally_describe(&tally, line);
    ck_assert_str_eq(line, "4 components: 1 agree, 3 disagree, 0 unresolved; worst: point 2, "
                           "component 3: given 0.25, numerical -0.25 +- 3e-12");
    check_tally_add(&tally, 6, (double)NAN, &small);
    check_tally_describe(&tally, line);
    ck_assert_str_eq(line, "5 components: 1 agree, 4 disagree, 0 unresolved; worst: point 3, "
                           "component 6: given nan, numerical 1.5 +- 1.3e-9");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, nothing_and_one);
    tcase_add_test(cases, the_worst_is_the_first_of_the_largest);
}

SUITE_MAIN("cli check tally", add_cases)
