/* Tests of the command check: what it says, what colours show, and when it ends. */
#include "lines.h"

#include <math.h>

#include "session/checking.h"
#include "view/quantity.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .background = BACKGROUND_unknown,
                                         .screen = true };

/* Carry out lines until NULL, the last of which must leave this message. */
static void says(const char *message, const char *const *lines)
{
    struct session *session = session_on(&terminal);
    for (size_t i = 0; lines[i] != NULL; i++)
        run_well(session, lines[i]);
    ck_assert_str_eq(session_message(session), message);
    canvas_free(draw_frame(session));
    session_free(session);
}

#define SAYS(message, ...) says(message, (const char *const[]){ __VA_ARGS__, NULL })

START_TEST(samples_are_counted)
{
    SAYS("0 of 629 samples disagree, 0 are unresolved", "check 2x; 2y");
    SAYS("0 of 629 samples disagree, 17 are unresolved", "function abs(x) + y",
         "check x > 0 ? 1 : -1; 1");
    SAYS("0 of 629 samples disagree, 0 are unresolved", "set a=3", "function a*x + y*z",
         "at x2=2", "check a; z; y");
    SAYS("0 of 629 samples disagree, 0 are unresolved", "function rosenbrock",
         "scheme forward", "step 0.5", "check r = y - x^2; -400x*r - 2(1 - x); 200r");
}
END_TEST

START_TEST(what_is_wrong_is_told_and_where_most)
{
    SAYS("612 of 629 disagree, all in g0; worst at x0=-4.5 x1=0: given 9, not -9",
         "check -2x; 2y");
    SAYS("629 of 629 disagree, all in g1; worst at x0=0 x1=0: given 0.001, not 0",
         "check 2x; 2y + 1e-3");
    SAYS("612 of 629 disagree, all in g1; worst at x0=-4.5 x1=0: given -20.2, not 20.2",
         "function x^2*y", "check 2x*y; -x^2");
    SAYS("612 of 629 disagree, 576 in g0, 612 in g1; "
         "worst at x0=-4.5 x1=-2: given -20.2, not 20.2",
         "function x^2*y", "check -2x*y; -x^2");
    SAYS("612 of 629 disagree, all in g1, 17 unresolved; "
         "worst at x0=-4.5 x1=-2: given 3, not 2",
         "function abs(x) + 2y", "check x > 0 ? 1 : x < 0 ? -1 : nan; x == 0 ? 2 : 3");
    SAYS("37 of 629 disagree, all in g1; worst at x0=-4.5 x1=0: given inf, not 1",
         "function x + y", "check 1; y == 0 ? 1/0 : 1");
    SAYS("629 of 629 disagree, all in g0; worst at x0=-4.5 x1=-2: given 1.000001, not 1",
         "function x + y", "check 1.000001; 1");
}
END_TEST

/* A check is described while colours show it. */
START_TEST(a_check_is_described)
{
    struct failure failure;
    struct text text = TEXT_EMPTY;
    struct session *session = session_on(&terminal);
    run_well(session, "check 2x; -2y");
    ck_assert_int_eq(session_describe(session, &text, &failure), STATUS_OK);
    ck_assert_ptr_nonnull(strstr(text_string(&text),
                                 "The gradient 2x; -2y was given: 592 of 629 disagree, all in g1; "
                                 "worst at x0=0 x1=-2: given 4, not -4.\n"));
    text_clear(&text);
    run_well(session, "color-by f");
    ck_assert_int_eq(session_describe(session, &text, &failure), STATUS_OK);
    ck_assert_ptr_null(strstr(text_string(&text), "was given"));
    text_free(&text);
    session_free(session);
}
END_TEST

START_TEST(a_check_ends)
{
    SAYS("nothing is checked, write check g0; g1", "check");
    SAYS("the check is over", "check 2x; 2y", "check");
    SAYS("nothing is checked, write check g0; g1", "check 2x; 2y", "function x", "check");
    SAYS("nothing is checked, write check g0; g1", "check 2x; 2y", "set a=2", "check");
    SAYS("colours: magnitude", "check 2x; 2y", "function x + y", "color-by magnitude");
    SAYS("colours: check", "check 2x; 2y", "color-by f", "color-by check");
    SAYS("colours: check", "check 2x; 2y", "color-next", "color-previous");
}
END_TEST

START_TEST(cycling_passes_a_check_over_unless_there_is_one)
{
    struct session *session = session_on(&terminal);
    for (int i = 0; i < QUANTITY_COUNT; i++) {
        run_well(session, "color-next");
        ck_assert_str_ne(session_message(session), "colours: check");
        run_well(session, "color-previous 2");
        ck_assert_str_ne(session_message(session), "colours: check");
        run_well(session, "color-next 2");
    }
    session_free(session);
}
END_TEST

START_TEST(wrong_texts_change_nothing)
{
    struct session *session = session_on(&terminal);
    struct failure failure;
    ck_assert_int_eq(run(session, "color-by check", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "no gradient is checked, use the command 'check g0; g1'");
    run_well(session, "check 2x; 2y");
    ck_assert_int_eq(run(session, "check 2x; 2q", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.origin, "check");
    ck_assert_uint_eq(failure.column, 6);
    ck_assert_int_eq(run(session, "check 2x", &failure), STATUS_USAGE);
    run_well(session, "color-by check");
    session_free(session);
}
END_TEST

START_TEST(a_pan_and_a_small_screen_do_no_harm)
{
    struct session *session = session_on(&terminal);
    run_well(session, "check 2x; y");
    run_well(session, "pan-right 3");
    run_well(session, "zoom-in");
    canvas_free(draw_frame(session));
    session_resize(session, 4, 10);
    run_well(session, "check 2x; 2y");
    canvas_free(draw_frame(session));
    /* Large to a frame of 24 rows, and soon enough drawn for valgrind. */
    session_resize(session, suite_under_valgrind() ? 30 : 60, suite_under_valgrind() ? 90 : 200);
    canvas_free(draw_frame(session));
    session_free(session);
}
END_TEST

/* The number that a check of x^2 + |y| stores for the place (x0, x1). */
static double number_at(const char *gradient, double x0, double x1)
{
    static const struct fixed_variables none = { .count = 0 };
    static const struct parameters no_parameters = { .count = 0 };
    struct source_text function = { .name = "f", .bytes = "x^2 + abs(y)", .length = 12 };
    struct source_text text = { .name = "g", .bytes = gradient, .length = strlen(gradient) };
    struct subject *subject = NULL;
    struct checking *checking = NULL;
    struct failure failure;
    struct difference difference = difference_default();
    struct field *field = field_new();
    ck_assert_int_eq(subject_new(&function, "", &no_parameters, &none, &subject, &failure),
                     STATUS_OK);
    ck_assert_int_eq(checking_new(&text, subject, &no_parameters, &checking, &failure), STATUS_OK);
    ck_assert_int_eq(field_resize(field, 1, 1), STATUS_OK);
    field_compute(field, &subject->plane, &difference, &x0, &x1);
    ck_assert_double_nan(field_sample(field, 0, 0).check);
    checking_compute_rows(checking, field, 0, field_rows(field));
    double number = field_sample(field, 0, 0).check;
    checking_free(checking);
    subject_free(subject);
    field_free(field);
    return number;
}

START_TEST(numbers_tell_how_wrong)
{
    ck_assert_double_eq(number_at("2x; 1", 2, 3), 0);
    ck_assert_double_eq_tol(number_at("2x + 5; 1", 0, 1), 5 / sqrt(26), 1e-9);
    ck_assert_double_eq_tol(number_at("x/2; 1", 2, 3), 3 / sqrt(17), 1e-9);
    ck_assert_double_eq_tol(number_at("-2x; -1", 2, 3), 2, 1e-9);
    ck_assert_double_eq(number_at("2x; nan", 2, 3), 2);
    ck_assert_double_eq(number_at("1e300*1e300; 1", 2, 3), 2);
    ck_assert_double_nan(number_at("2x; 1", 2, 0));
    ck_assert_double_ge(number_at("-2x; 1", 2, 0), 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, samples_are_counted);
    tcase_add_test(cases, what_is_wrong_is_told_and_where_most);
    tcase_add_test(cases, a_check_is_described);
    tcase_add_test(cases, a_check_ends);
    tcase_add_test(cases, cycling_passes_a_check_over_unless_there_is_one);
    tcase_add_test(cases, wrong_texts_change_nothing);
    tcase_add_test(cases, a_pan_and_a_small_screen_do_no_harm);
    tcase_add_test(cases, numbers_tell_how_wrong);
}

SUITE_MAIN("session checking", add_cases)
