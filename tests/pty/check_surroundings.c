/* Terminals, locales and streams of every kind. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

static const char *const no_arguments[] = { NULL };

static void quit(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_quiet(pty, 100);
    ck_assert(pty_modes_are_back(pty));
    pty_free(pty);
}

/* Without a cursor that can be placed there is one frame, and no more. */
START_TEST(dumb_terminal_gets_a_frame)
{
    struct pty_options options = { .term = "dumb" };
    struct pty *pty = pty_start(&options, no_arguments);
    int status = pty_wait_end(pty);
    pty_quiet(pty, 100);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_wait_text(pty, "|\xe2\x88\x87" "f|");
    ck_assert_ptr_null(strchr(pty_bytes(pty), '\x1b'));
    pty_free(pty);
}
END_TEST

START_TEST(unknown_terminal_is_told_and_taken_for_another)
{
    static const char *const terms[] = { "", "nonsense-terminal", "../../etc/passwd",
                                         "\x1b[31mred" };
    static const char *const told[] = { "TERM is not set", "'nonsense-terminal'",
                                        "'../../etc/passwd'", "'\\x1b[31mred'" };
    struct pty_options options = { .term = terms[_i] };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_wait_text(pty, "sum(x**2)");
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_send(pty, "\x03q");
    int status = pty_wait_end(pty);
    pty_quiet(pty, 100);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_wait_text(pty, told[_i]);
    pty_wait_text(pty, "xterm");
    ck_assert(!pty_is_alternate(pty));
    pty_free(pty);
}
END_TEST

START_TEST(known_terminals_show_the_field)
{
    static const char *const terms[] = { "xterm", "vt100", "linux", "screen", "tmux-256color",
                                         "vt220", "rxvt-unicode", "xterm-mono", "ansi" };
    static const bool tell_mouse[] = { true, false, false, true, true, false, true, true, false };
    struct pty_options options = { .term = terms[_i] };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_wait_text(pty, "sum(x**2)");
    pty_send(pty, "\x1b[C\x1bOC");
    pty_wait_text(pty, "x0 0.5 ");
    pty_wait_text(pty, "? help");
    pty_send(pty, ":set mouse\r");
    pty_wait_text(pty, tell_mouse[_i] ? "mouse: click" : "tells nothing of a mouse");
    pty_send(pty, "\x1b[<0;40;9M\x1b[<0;40;9m");
    pty_wait_text(pty, tell_mouse[_i] ? "x0 -0.5 " : "x0 0.5 ");
    ck_assert_int_eq(pty_tells_mouse(pty), tell_mouse[_i]);
    ck_assert_int_eq(pty_bells(pty), 0);
    ck_assert(pty_mode_is_on(pty, "2004"));
    quit(pty);
}
END_TEST

/* What it is asked for as an xterm would stand on its screen. */
START_TEST(a_terminal_of_other_codes_is_asked_for_nothing)
{
    struct pty_options options = { .term = "vt52" };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_end(pty), 0);
    ck_assert_uint_gt(pty_received(pty), 500);
    ck_assert_ptr_null(strstr(pty_bytes(pty), "2004"));
    pty_free(pty);
}
END_TEST

START_TEST(keys_come_from_the_terminal_when_input_is_none)
{
    struct pty_options options = { .input = "/dev/null" };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_wait_text(pty, "sum(x**2)");
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

/* Whether any cell has a colour. */
static bool has_color(struct pty *pty, const void *context)
{
    (void)context;
    for (int row = 0; row < 24; row++) {
        for (int column = 0; column < 80; column++) {
            struct pty_cell cell = pty_cell(pty, row, column);
            if (cell.foreground != PTY_DEFAULT || cell.background != PTY_DEFAULT)
                return true;
        }
    }
    return false;
}

START_TEST(no_color_is_honoured)
{
    static const char *const always[] = { "--color=always", NULL };
    struct pty_options options = { .environment = { "NO_COLOR=1" } };
    struct pty *pty = pty_start(&options, _i == 0 ? no_arguments : always);
    if (_i == 1)
        pty_wait(pty, has_color, NULL, "a colour is shown");
    pty_wait_text(pty, "? help");
    pty_quiet(pty, 300);
    ck_assert_int_eq(has_color(pty, NULL), _i == 1);
    quit(pty);
}
END_TEST

START_TEST(ascii_locale_shows_nothing_else)
{
    struct pty_options options = { .locale = "C" };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_wait_text(pty, "sum(x**2)");
    pty_send(pty, "lgggg?Gq:\xe2\x86\x92zz\r");
    pty_wait_text(pty, "unknown command");
    pty_send(pty, ":\xe2\x86\x92");
    pty_wait_text(pty, ":\\u{2192}");
    pty_send(pty, "\x03");
    pty_quiet(pty, 200);
    for (const char *byte = pty_bytes(pty); *byte != '\0'; byte++)
        ck_assert_int_lt((unsigned char)*byte, 0x80);
    quit(pty);
}
END_TEST

/* Esc waits as long as ESCDELAY says for the rest of a key. */
START_TEST(escape_delay_comes_from_the_environment)
{
    struct pty_options options = { .environment = { "ESCDELAY=60000" } };
    struct pty *pty = pty_start(&options, no_arguments);
    pty_wait_text(pty, "x0 0 ");
    pty_send(pty, ":x");
    pty_wait_text(pty, ":x");
    pty_send(pty, "\x1b");
    pty_quiet(pty, 500);
    pty_wait_text(pty, ":x");
    pty_send(pty, "[D\x03");
    pty_wait_text(pty, "? help");
    quit(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, dumb_terminal_gets_a_frame);
    bool slow = pty_under_valgrind();
    tcase_add_loop_test(cases, unknown_terminal_is_told_and_taken_for_another, 0, slow ? 1 : 4);
    tcase_add_loop_test(cases, known_terminals_show_the_field, 0, slow ? 3 : 9);
    tcase_add_test(cases, a_terminal_of_other_codes_is_asked_for_nothing);
    tcase_add_test(cases, keys_come_from_the_terminal_when_input_is_none);
    tcase_add_loop_test(cases, no_color_is_honoured, 0, 2);
    tcase_add_test(cases, ascii_locale_shows_nothing_else);
    tcase_add_test(cases, escape_delay_comes_from_the_environment);
}

SUITE_MAIN("pty surroundings", add_cases)
