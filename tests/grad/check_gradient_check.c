/* Tests of grad/gradient_check.h. */
#include "../suite.h"

#include "functions.h"
#include "grad/gradient_check.h"

/* A component, what is known of it, and what must be said. */
struct ruling {
    double given;
    struct slope slopes[3];
    double scale;
    double tolerance;
    enum agreement agreement;
    double numerical;
};

#define UNKNOWN { 5, NAN }

static const struct ruling rulings[] = {
    /* As near as the errors allow for, three times, and a little beyond. */
    { 1, { { 1, 0 }, { 1, 0 }, { 1, 0 } }, 0, 0, AGREEMENT_agree, 1 },
    { 1 + 2e-9, { { 1, 1e-9 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_agree, 1 },
    { 1 + 4e-9, { { 1, 1e-9 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_disagree, 1 },
    { 1 + 0x1p-51, { { 1, 0 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_agree, 1 },
    { 1 + 0x1p-48, { { 1, 0 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_disagree, 1 },
    { -1, { { 1, 0.1 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_disagree, 1 },
    /* The best of several is told, and one that allows for the number withholds the judgement. */
    { 1, { { 1, 1e-8 }, { 1, 1e-9 }, { 1, 1e-7 } }, 0, 0, AGREEMENT_agree, 1 },
    { 1, { { 4, 1e-8 }, { 3, 1e-9 }, { 2, 1e-7 } }, 0, 0, AGREEMENT_disagree, 3 },
    { 1, { { 1, 1e-8 }, { 2, 1e-9 }, { 2, 1e-7 } }, 0, 0, AGREEMENT_unresolved, 2 },
    { 1, { { 1, 1e-9 }, { 2, 1e-8 }, { 2, 1e-7 } }, 0, 0, AGREEMENT_agree, 1 },
    { 1, { { 2, 1e-9 }, UNKNOWN, { NAN, 0 } }, 0, 0, AGREEMENT_disagree, 2 },
    /* What is not known well enough. */
    { 1, { { 1, 1e-6 }, { 1, 1e-5 }, UNKNOWN }, 0, 0, AGREEMENT_unresolved, 1 },
    { 1, { UNKNOWN, { 1, INFINITY }, { NAN, NAN } }, 0, 0, AGREEMENT_unresolved, NAN },
    { NAN, { UNKNOWN, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_unresolved, NAN },
    /* No number, or one that is far too large. */
    { NAN, { { 1, 1e-9 }, { 1, 1e-9 }, UNKNOWN }, 0, 0, AGREEMENT_disagree, 1 },
    { INFINITY, { { 1, 1e-9 }, UNKNOWN, UNKNOWN }, 0, 0.5, AGREEMENT_disagree, 1 },
    { 1e308, { { -1e308, 1e300 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_disagree, -1e308 },
    /* A derivative that is 0 is held against the slopes around. */
    { 0, { { 0, 0 }, { 0, 0 }, { 0, 0 } }, 0, 0, AGREEMENT_agree, 0 },
    { 0, { { 0, 1e-40 }, UNKNOWN, UNKNOWN }, 0, 0, AGREEMENT_agree, 0 },
    { 0, { { 1e-13, 1e-13 }, UNKNOWN, UNKNOWN }, 1, 0, AGREEMENT_agree, 1e-13 },
    { 0, { { 1e-13, 1e-13 }, UNKNOWN, UNKNOWN }, 1e-10, 0, AGREEMENT_unresolved, 1e-13 },
    { 1e-9, { { 1e-13, 1e-13 }, UNKNOWN, UNKNOWN }, 1, 0, AGREEMENT_disagree, 1e-13 },
    { 1, { { 1, 1e-6 }, UNKNOWN, UNKNOWN }, 1000, 0, AGREEMENT_unresolved, 1 },
    /* With a tolerance. */
    { 1.01, { { 1, 1e-9 }, UNKNOWN, UNKNOWN }, 0, 0.01, AGREEMENT_agree, 1 },
    { 1.02, { { 1, 1e-9 }, UNKNOWN, UNKNOWN }, 0, 0.01, AGREEMENT_disagree, 1 },
    { 1, { { 1, 1e-4 }, UNKNOWN, UNKNOWN }, 0, 0.01, AGREEMENT_agree, 1 },
    { 1, { { 1, 1e-2 }, UNKNOWN, UNKNOWN }, 0, 0.01, AGREEMENT_unresolved, 1 },
};

START_TEST(the_rule_holds)
{
    for (size_t i = 0; i < sizeof rulings / sizeof rulings[0]; i++) {
        const struct ruling *ruling = &rulings[i];
        struct checked checked = check_component(ruling->given, ruling->slopes, 3, ruling->scale,
                                                 ruling->tolerance);
        ck_assert_msg(checked.agreement == ruling->agreement, "row %zu: %s", i,
                      agreement_name(checked.agreement));
        ck_assert_msg(same_bits(checked.numerical.value, ruling->numerical), "row %zu: %g", i,
                      checked.numerical.value);
    }
}
END_TEST

START_TEST(differences_are_measured)
{
    struct checked checked = { .numerical = { .value = 4 } };
    ck_assert_double_eq(checked_difference(&checked, 2), 2);
    ck_assert_double_eq(checked_relative(&checked, 2), 0.5);
    ck_assert_double_eq(checked_relative(&checked, -4), 2);
    ck_assert_double_eq(checked_relative(&checked, 8), 0.5);
    ck_assert_double_infinite(checked_relative(&checked, (double)NAN));
    checked.numerical.value = 0;
    ck_assert_double_eq(checked_relative(&checked, 0), 0);
}
END_TEST

static double waves(const double *x)
{
    return sin(x[0]) * exp(x[1] / 2) + x[0] * x[0] * x[1];
}

static double bowl(const double *x)
{
    return x[0] * x[0] + 3 * x[1] * x[1];
}

static double as_float(const double *x)
{
    return (double)(float)waves(x);
}

static double cone(const double *x)
{
    return fabs(x[0]) + x[1];
}

static double hyperbola(const double *x)
{
    return 1 / x[0] + x[1];
}

static double constant(const double *x)
{
    (void)x;
    return 7;
}

static double steep(const double *x)
{
    return 1e100 * x[0] + 1e-300 * x[1];
}

/* Check one component of a function in C at a point. */
static struct checked check_at(point_function *call, double x0, double x1, size_t axis,
                               double given)
{
    struct called called = { .call = call, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    struct checker *checker = checker_new(&fn);
    struct checked checked;
    ck_assert_ptr_nonnull(checker);
    checker_check(checker, axis, 1, (const double *[]){ &x0, &x1 }, &given, 0, &checked);
    checker_free(checker);
    return checked;
}

static void expect(enum agreement agreement, point_function *call, double x0, double x1,
                   size_t axis, double given)
{
    struct checked checked = check_at(call, x0, x1, axis, given);
    ck_assert_msg(checked.agreement == agreement, "%g by x%zu at %g %g: %s, %.17g +- %g", given,
                  axis, x0, x1, agreement_name(checked.agreement), checked.numerical.value,
                  checked.numerical.error);
}

START_TEST(mistakes_of_a_backward_pass_are_found)
{
    double x0 = 0.7;
    double x1 = -1.3;
    double first = cos(x0) * exp(x1 / 2) + 2 * x0 * x1;
    double second = sin(x0) * exp(x1 / 2) / 2 + x0 * x0;
    expect(AGREEMENT_agree, waves, x0, x1, 0, first);
    expect(AGREEMENT_agree, waves, x0, x1, 1, second);
    expect(AGREEMENT_disagree, waves, x0, x1, 0, -first);
    expect(AGREEMENT_disagree, waves, x0, x1, 0, 2 * first);
    expect(AGREEMENT_disagree, waves, x0, x1, 1, second / 2);
    expect(AGREEMENT_disagree, waves, x0, x1, 0, second);
    expect(AGREEMENT_disagree, waves, x0, x1, 1, first);
    expect(AGREEMENT_disagree, waves, x0, x1, 1, second - 1e-6 * x0 * x0);
    expect(AGREEMENT_disagree, waves, x0, x1, 0, first * (1 + 1e-7));
    expect(AGREEMENT_disagree, waves, x0, x1, 0, (double)NAN);
    expect(AGREEMENT_disagree, waves, x0, x1, 0, (double)INFINITY);
}
END_TEST

START_TEST(zeros_are_told_from_others)
{
    expect(AGREEMENT_agree, bowl, 0, 0, 0, 0);
    expect(AGREEMENT_agree, bowl, 0, 2, 0, 0);
    expect(AGREEMENT_disagree, bowl, 0, 0, 0, 1e-3);
    expect(AGREEMENT_disagree, bowl, 2, 0, 1, -1e-6);
    expect(AGREEMENT_agree, constant, 1, 2, 1, 0);
    expect(AGREEMENT_disagree, constant, 1, 2, 1, 1e-9);
}
END_TEST

START_TEST(sizes_do_not_matter)
{
    expect(AGREEMENT_agree, steep, 1, 0, 0, 1e100);
    expect(AGREEMENT_disagree, steep, 1, 0, 0, 2e100);
    expect(AGREEMENT_agree, steep, 0, 1, 1, 1e-300);
    expect(AGREEMENT_disagree, steep, 0, 1, 1, -1e-300);
}
END_TEST

START_TEST(right_gradients_at_bad_places_are_not_called_wrong)
{
    double x0 = 0.7;
    double x1 = -1.3;
    expect(AGREEMENT_unresolved, as_float, x0, x1, 0, cos(x0) * exp(x1 / 2) + 2 * x0 * x1);
    expect(AGREEMENT_disagree, as_float, x0, x1, 0, cos(x0) * exp(x1 / 2) - 2 * x0 * x1);
    expect(AGREEMENT_unresolved, cone, 0, 1, 0, 1);
    expect(AGREEMENT_unresolved, cone, 0, 1, 0, 0);
    expect(AGREEMENT_agree, cone, 0, 1, 1, 1);
    expect(AGREEMENT_disagree, cone, 0, 1, 1, 2);
    expect(AGREEMENT_unresolved, hyperbola, 0, 1, 0, (double)-INFINITY);
    expect(AGREEMENT_unresolved, hyperbola, 0, 1, 1, 1);
    expect(AGREEMENT_unresolved, waves, (double)NAN, 1, 0, 1);
    expect(AGREEMENT_unresolved, waves, (double)INFINITY, 1, 0, 1);
}
END_TEST

START_TEST(a_component_depends_on_nothing_else)
{
    enum { COUNT = 300 };
    double x0[COUNT];
    double x1[COUNT];
    double given[COUNT];
    struct checked checked[COUNT];
    struct called called = { .call = waves, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    struct checker *checker = checker_new(&fn);
    size_t count = getenv("TEST_UNDER_VALGRIND") != NULL ? 140 : COUNT;
    for (size_t i = 0; i < count; i++) {
        x0[i] = (double)i / 16 - 9;
        x1[i] = (double)i / 128;
        given[i] = cos(x0[i]);
    }
    checker_check(checker, 1, count, (const double *[]){ x0, x1 }, given, 0, checked);
    checker_free(checker);
    for (size_t i = 0; i < count; i += 7) {
        struct checked alone = check_at(waves, x0[i], x1[i], 1, given[i]);
        ck_assert_int_eq(alone.agreement, checked[i].agreement);
        ck_assert(same_bits(alone.numerical.value, checked[i].numerical.value));
        ck_assert(same_bits(alone.numerical.error, checked[i].numerical.error));
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_rule_holds);
    tcase_add_test(cases, differences_are_measured);
    tcase_add_test(cases, mistakes_of_a_backward_pass_are_found);
    tcase_add_test(cases, zeros_are_told_from_others);
    tcase_add_test(cases, sizes_do_not_matter);
    tcase_add_test(cases, right_gradients_at_bad_places_are_not_called_wrong);
    tcase_add_test(cases, a_component_depends_on_nothing_else);
}

SUITE_MAIN("grad gradient check", add_cases)
