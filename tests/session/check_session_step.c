/* Tests of the step h, what it is told of, and the panel of errors, through what frames show. */
#include "frames.h"

/* The step before is kept, with its kind, until auto has gone. */
START_TEST(auto_goes_back_to_the_step_before)
{
    struct session *session = new_session();
    run_well(session, "step 1e-5r");
    run_well(session, "step-auto");
    assert_shows(session, "central h=auto");
    run_well(session, "step-auto");
    assert_shows(session, "central h=1e-5r");
    run_well(session, "step auto");
    run_well(session, "step auto");
    run_well(session, "step-decade-larger");
    assert_shows(session, "central h=0.0001r");
    run_well(session, "scheme exact");
    run_well(session, "step-auto");
    ck_assert_ptr_nonnull(strstr(session_message(session), "no use for it"));
    session_free(session);
}
END_TEST

/* The panel goes round, and knows true errors where there are exact derivatives. */
START_TEST(the_panel_of_errors)
{
    struct session *session = new_session();
    run_well(session, "error-panel");
    assert_shows(session, " central: * estimate + true ");
    run_well(session, "scheme exact");
    assert_shows(session, " central: * estimate + true ");
    run_well(session, "scheme forward2");
    assert_shows(session, " forward2: ");
    run_well(session, "error-panel");
    assert_shows(session, " f b F B c 4 6 8 r ");
    run_well(session, "error-panel");
    struct text frame = draw(session);
    ck_assert_ptr_null(strstr(text_string(&frame), "o: best"));
    text_free(&frame);
    run_well(session, "error-panel one");
    run_well(session, "function 1/x");
    assert_shows(session, "no error is known here");
    session_free(session);
}
END_TEST

START_TEST(why_tells_how_the_step_was_chosen)
{
    struct session *session = new_session();
    run_well(session, "function sin(x)*y");
    run_well(session, "probe 1 2");
    run_well(session, "step auto");
    run_well(session, "why");
    ck_assert_ptr_nonnull(strstr(session_message(session), "x0 h="));
    ck_assert_ptr_nonnull(strstr(session_message(session), "noise of f "));
    ck_assert_ptr_nonnull(strstr(session_message(session), ", x1 h="));
    ck_assert_ptr_nonnull(strstr(session_message(session),
                                 "; error 8.2e-11, mostly truncation; no h is better; "));
    run_well(session, "function x^3*y");
    run_well(session, "scheme richardson");
    run_well(session, "step 0.1");
    run_well(session, "why");
    ck_assert_ptr_nonnull(strstr(session_message(session),
                                 "; levels of x0 6.02 6.005 6.00125 6.0003125"));
    run_well(session, "scheme exact");
    run_well(session, "why");
    ck_assert_str_eq(session_message(session), "exact derivatives have no h");
    session_free(session);
}
END_TEST

START_TEST(why_tells_whether_the_step_is_right)
{
    static const char *const rows[][3] = {
        { "sin(x)*y", "step 1e-4",
          "h=0.0001: error 1.8e-9, mostly truncation; best h=1e-5: 9" },
        { "sin(x)*y", "step 1e-9", "h=1e-9: error 1e-6, mostly roundoff; best h=1e-5: 9" },
        { "sin(x)*y", "step 1e-5", "h=1e-5: error 9.3e-11, mostly roundoff; no h is better; auto: x0 h=" },
        { "abs(x-1) + y", "step 1e-4", "h=0.0001: a kink: no h helps; auto: x0 h=" },
        { "1/(x-1)", "step 1e-4", "h=0.0001: undefined here; auto: x0 none" },
        { "sin(x)*y", "step 1e-20", "h=1e-20: dead here; best h=1e-5: 9" },
    };
    char line[80];
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        snprintf(line, sizeof line, "function %s", rows[i][0]);
        run_well(session, line);
        run_well(session, rows[i][1]);
        run_well(session, "probe 1 2");
        run_well(session, "why");
        ck_assert_msg(strstr(session_message(session), rows[i][2]) == session_message(session),
                      "%s: %s", rows[i][2], session_message(session));
    }
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, auto_goes_back_to_the_step_before);
    tcase_add_test(cases, the_panel_of_errors);
    tcase_add_test(cases, why_tells_how_the_step_was_chosen);
    tcase_add_test(cases, why_tells_whether_the_step_is_right);
}

SUITE_MAIN("session step", add_cases)
