/* Tests of view/mark.h. */
#include "../suite.h"

#include <math.h>

#include "view/mark.h"

enum { ARROW = MARK_COUNT }; /* no mark */

/* The mark of a gradient of length `length` that may be off by `error`, or ARROW. */
static int mark_of(double length, double error, enum verdict verdict, bool trust)
{
    struct sample sample = { .gradient = { 0, length }, .error = error, .verdict = verdict };
    enum mark mark;
    return mark_find(&sample, trust, &mark) ? (int)mark : ARROW;
}

START_TEST(trust_marks_what_may_be_wrong)
{
    ck_assert_int_eq(mark_of(1, 0.1, VERDICT_ok, true), ARROW);
    ck_assert_int_eq(mark_of(1, 0.9, VERDICT_truncation, true), ARROW);
    ck_assert_int_eq(mark_of(1, 0.95, VERDICT_truncation, true), MARK_DOUBTFUL);
    ck_assert_int_eq(mark_of(1, 1, VERDICT_truncation, true), MARK_DOUBTFUL);
    ck_assert_int_eq(mark_of(1, HUGE_VAL, VERDICT_roundoff, true), MARK_DOUBTFUL);
    ck_assert_int_eq(mark_of(0, 1e-9, VERDICT_roundoff, true), MARK_DOUBTFUL);
    ck_assert_int_eq(mark_of(0, 0, VERDICT_ok, true), MARK_ZERO);
    ck_assert_int_eq(mark_of(0, 0, VERDICT_kink, true), MARK_KINK);
    ck_assert_int_eq(mark_of(1, (double)NAN, VERDICT_ok, true), ARROW);
}
END_TEST

START_TEST(without_trust_every_gradient_has_its_arrow)
{
    ck_assert_int_eq(mark_of(1, 2, VERDICT_truncation, false), ARROW);
    ck_assert_int_eq(mark_of(1, 2, VERDICT_roundoff, false), ARROW);
    ck_assert_int_eq(mark_of(1, 2, VERDICT_kink, false), ARROW);
    ck_assert_int_eq(mark_of(0, 2, VERDICT_roundoff, false), MARK_ZERO);
}
END_TEST

START_TEST(dead_and_undefined_are_marked_always)
{
    for (int trust = 0; trust < 2; trust++) {
        ck_assert_int_eq(mark_of(0, (double)NAN, VERDICT_dead, trust), MARK_DEAD);
        ck_assert_int_eq(mark_of((double)NAN, (double)NAN, VERDICT_undefined, trust),
                         MARK_UNDEFINED);
    }
}
END_TEST

START_TEST(arrows_that_may_be_off_are_dim)
{
    struct sample sample = { .gradient = { 1, 0 }, .error = 0.5, .verdict = VERDICT_roundoff };
    ck_assert(mark_dims(&sample, true));
    ck_assert(!mark_dims(&sample, false));
    sample.verdict = VERDICT_ok;
    ck_assert(!mark_dims(&sample, true));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, trust_marks_what_may_be_wrong);
    tcase_add_test(cases, without_trust_every_gradient_has_its_arrow);
    tcase_add_test(cases, dead_and_undefined_are_marked_always);
    tcase_add_test(cases, arrows_that_may_be_off_are_dim);
}

SUITE_MAIN("view mark", add_cases)
