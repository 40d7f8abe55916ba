/* Tests of what a session does with a screen, and without one. */
#include "frames.h"

#include "source/catalogue.h"

START_TEST(screen_commands_ask_the_screen)
{
    static const struct {
        const char *line;
        enum request request;
    } asked[] = { { "quit", REQUEST_QUIT },
                  { "redraw", REQUEST_REDRAW },
                  { "help", REQUEST_HELP },
                  { "keys", REQUEST_KEYS },
                  { "prompt", REQUEST_PROMPT },
                  { "repeat", REQUEST_REPEAT } };
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        run_well(session, asked[i].line);
        ck_assert_int_eq(session_take_request(session), asked[i].request);
        ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    }
    session_free(session);
}
END_TEST

START_TEST(without_a_screen_only_quit_is_granted)
{
    struct display none = terminal;
    struct failure failure;
    struct session *session = new_session();
    none.screen = false;
    session_set_display(session, &none);
    run_well(session, "quit");
    ck_assert_int_eq(session_take_request(session), REQUEST_QUIT);
    ck_assert_int_eq(run(session, "help", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "this command needs a terminal, 'help COMMAND' and 'keys' do not");
    ck_assert_int_eq(run(session, "redraw", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "this command needs a terminal");
    session_free(session);
}
END_TEST

START_TEST(switches_are_turned_without_a_change_to_undo)
{
    struct failure failure;
    struct session *session = new_session();
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    run_well(session, "set mouse");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "this terminal tells nothing of a mouse");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    ck_assert_int_eq(run(session, "set mous", &failure), STATUS_USAGE);
    run_well(session, "reset");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    run_well(session, "set nomouse");
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "");
    session_free(session);
}
END_TEST

START_TEST(a_switch_says_what_it_does_where_it_does_it)
{
    struct display display = terminal;
    display.has_mouse = true;
    struct session *session = session_on(&display);
    run_well(session, "set mouse");
    ck_assert_ptr_nonnull(strstr(session_message(session), "mouse: click puts the probe"));
    session_free(session);
    display.screen = false;
    session = session_on(&display);
    run_well(session, "set mouse");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "");
    ck_assert_str_eq(session_told(session), "");
    session_free(session);
}
END_TEST

START_TEST(options_point_into_their_own_text)
{
    struct session *session = new_session();
    struct failure failure;
    struct source_text text = { .name = "--step", .bytes = "1e", .length = 2 };
    struct text report = TEXT_EMPTY;
    ck_assert_int_eq(session_run_command(session, "step", &text, &failure), STATUS_USAGE);
    failure_append_report(&failure, false, &report);
    ck_assert_str_eq(text_string(&report),
                     "steepest: --step:1:1: an exponent needs digits; to multiply by e write "
                     "'1*e'\n  1e\n  ^~\n");
    text_free(&report);
    session_free(session);
}
END_TEST

START_TEST(without_utf8_everything_is_ascii)
{
    struct display plain = terminal;
    struct failure failure;
    struct session *session = new_session();
    plain.utf8 = false;
    plain.glyphs = GLYPHS_ascii;
    session_set_display(session, &plain);
    for (size_t i = 0; i < catalogue_count(); i++) {
        char line[64];
        snprintf(line, sizeof line, "function %s", catalogue_at(i)->name);
        run_well(session, line);
        struct text frame = draw(session);
        for (size_t k = 0; k < frame.length; k++)
            ck_assert_int_ge((signed char)text_string(&frame)[k], 0);
        text_free(&frame);
    }
    ck_assert_int_eq(run(session, "glyphs arrows", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "'arrows' needs a UTF-8 locale, as in LC_ALL=C.UTF-8");
    run_well(session, "glyphs");
    assert_shows(session, "6 6 6");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, screen_commands_ask_the_screen);
    tcase_add_test(cases, without_a_screen_only_quit_is_granted);
    tcase_add_test(cases, switches_are_turned_without_a_change_to_undo);
    tcase_add_test(cases, a_switch_says_what_it_does_where_it_does_it);
    tcase_add_test(cases, options_point_into_their_own_text);
    tcase_add_test(cases, without_utf8_everything_is_ascii);
}

SUITE_MAIN("session screen", add_cases)
