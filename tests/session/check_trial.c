/* Tests of functions that are tried: what follows, what stays, what comes back. */
#include "lines.h"

#include "base/text.h"
#include "session/trial.h"

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .utf8 = true,
                                             .glyphs = GLYPHS_arrows,
                                             .background = BACKGROUND_dark };
    struct session *session = session_on(&terminal);
    run_well(session, "function himmelblau");
    run_well(session, "zoom-in");
    return session;
}

static void begin(struct session *session, const char *expected)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(trial_begin(session, &text, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&text), expected);
    text_free(&text);
}

static enum status show(struct session *session, const char *bytes)
{
    struct failure failure;
    struct source_text text = { "function", bytes, strlen(bytes) };
    return trial_show(session, &text, &failure);
}

static void assert_shows(const struct session *session, const char *text)
{
    ck_assert_str_eq(formula_text(session_formula(session)), text);
}

static const char first[] = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

START_TEST(the_last_right_function_stays)
{
    struct session *session = new_session();
    begin(session, first);
    ck_assert_int_eq(show(session, "x*y"), STATUS_OK);
    assert_shows(session, "x*y");
    ck_assert_int_eq(show(session, "x*y +"), STATUS_USAGE);
    assert_shows(session, "x*y");
    ck_assert_int_eq(show(session, ""), STATUS_USAGE);
    ck_assert_int_eq(show(session, "  "), STATUS_USAGE);
    assert_shows(session, "x*y");
    ck_assert_int_eq(show(session, "x*y + 1"), STATUS_OK);
    trial_keep(session);
    assert_shows(session, "x*y + 1");
    /* All that was tried is one change. */
    run_well(session, "undo");
    assert_shows(session, first);
    run_well(session, "redo");
    assert_shows(session, "x*y + 1");
    session_free(session);
}
END_TEST

START_TEST(what_was_before_comes_back)
{
    struct session *session = new_session();
    struct failure failure;
    struct canvas *before = draw_frame(session);
    begin(session, first);
    ck_assert_int_eq(show(session, "rosenbrock"), STATUS_OK);
    ck_assert_int_eq(show(session, "rosenbrock +"), STATUS_USAGE);
    struct canvas *faded = draw_frame(session);
    trial_drop(session);
    struct canvas *after = draw_frame(session);
    for (int row = 0; row < canvas_rows(before); row++)
        for (int column = 0; column < canvas_columns(before); column++) {
            struct cell one = canvas_cell(before, row, column);
            struct cell other = canvas_cell(after, row, column);
            ck_assert_uint_eq(one.character, other.character);
            ck_assert_int_eq(one.pen.foreground, other.pen.foreground);
            ck_assert(row > 20 || canvas_cell(faded, row, column).pen.attributes !=
                                      ATTRIBUTE_BOLD);
        }
    /* Nothing was changed. */
    run_well(session, "undo 2");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    canvas_free(before);
    canvas_free(faded);
    canvas_free(after);
    session_free(session);
}
END_TEST

/* The name, and all that belongs to the function, is back with its text. */
START_TEST(the_same_text_is_the_same_function)
{
    struct session *session = new_session();
    struct failure failure;
    begin(session, first);
    ck_assert_int_eq(show(session, "1"), STATUS_OK);
    ck_assert_int_eq(show(session, first), STATUS_OK);
    trial_keep(session);
    run_well(session, "function");
    ck_assert_int_eq(strncmp(session_message(session), "function: himmelblau: ", 22), 0);
    run_well(session, "undo 2");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

/* The values that are told after the function, which has no comma. */
static void assert_values(struct session *session, const char *values)
{
    run_well(session, "function");
    const char *told = strchr(session_message(session), ',');
    ck_assert_str_eq(told == NULL ? "" : told, values);
}

static void assert_fixed(struct session *session, const char *bytes, const char *values)
{
    ck_assert_int_eq(show(session, bytes), STATUS_OK);
    assert_values(session, values);
}

/* As long as the text takes them, whatever was tried between; a name brings its own function. */
START_TEST(fixed_variables_stay_fixed)
{
    struct session *session = new_session();
    run_well(session, "function x*y + x2*x3");
    run_well(session, "at x2=7");
    run_well(session, "at x3=8");
    begin(session, "x*y + x2*x3");
    assert_fixed(session, "x*y + x2", ", x2=7");
    assert_fixed(session, "x*y", "");
    assert_fixed(session, "x*y + x3", ", x3=8");
    assert_fixed(session, "x[3]*sum(x)", ", x2=7, x3=8");
    assert_fixed(session, "booth", "");
    assert_fixed(session, "x*y + x2*x3 + 1", ", x2=7, x3=8");
    trial_keep(session);
    run_well(session, "function x*y + x2");
    assert_values(session, ", x2=0");
    session_free(session);
}
END_TEST

START_TEST(a_trial_may_end_with_the_session)
{
    struct session *session = new_session();
    begin(session, first);
    ck_assert_int_eq(show(session, "x"), STATUS_OK);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_last_right_function_stays);
    tcase_add_test(cases, what_was_before_comes_back);
    tcase_add_test(cases, the_same_text_is_the_same_function);
    tcase_add_test(cases, fixed_variables_stay_fixed);
    tcase_add_test(cases, a_trial_may_end_with_the_session);
}

SUITE_MAIN("session trial", add_cases)
