/* The terminal is given back on every way out, and taken again after a stop. */
#include "../suite.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

static const char *const no_arguments[] = { NULL };
static const char paste[] = "2004"; /* the mode in which a terminal marks what is pasted */

static struct pty *start(const struct pty_options *options)
{
    static const char *const with_mouse[] = { "--command=set mouse", NULL };
    struct pty *pty = pty_start(options, with_mouse);
    pty_wait_text(pty, "sum(x**2)");
    ck_assert(pty_is_alternate(pty));
    ck_assert(!pty_modes_are_back(pty));
    ck_assert(pty_tells_mouse(pty));
    ck_assert(pty_mode_is_on(pty, paste));
    return pty;
}

/* The terminal is as before the start: modes, mouse, pastes, screen, cursor, colours, scrolling. */
static void assert_given_back(struct pty *pty)
{
    char text[PTY_TEXT_SIZE];
    pty_quiet(pty, 100);
    ck_assert(pty_modes_are_back(pty));
    ck_assert(!pty_mode_is_on(pty, paste));
    ck_assert(!pty_is_alternate(pty));
    ck_assert(pty_cursor_visible(pty));
    ck_assert(!pty_tells_mouse(pty));
    ck_assert_str_eq(pty_row(pty, 0, text), "before");
}

static void quit(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    assert_given_back(pty);
    pty_free(pty);
}

/*
 * SIGSYS is the last: valgrind dies of it. All have one handler, so that a few are enough for it.
 */
static const int deadly[] = {
    SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGSEGV, SIGABRT, SIGBUS,    SIGPIPE, SIGILL, SIGTRAP,
    SIGFPE,  SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGSYS,
};

enum { DEADLY = sizeof deadly / sizeof deadly[0], DEADLY_SLOW = 3 };

START_TEST(deadly_signal_gives_the_terminal_back)
{
    struct pty *pty = start(NULL);
    pty_signal(pty, deadly[_i]);
    int status = pty_wait_end(pty);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), deadly[_i]);
    assert_given_back(pty);
    pty_free(pty);
}
END_TEST

/* What is sent to a program that writes too large a file: the write has failed, and that is told. */
START_TEST(large_file_does_not_end_the_program)
{
    struct pty *pty = start(NULL);
    pty_signal(pty, SIGXFSZ);
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    assert_given_back(pty);
    pty_free(pty);
}
END_TEST

static bool hides_cursor(struct pty *pty, const void *context)
{
    (void)context;
    return !pty_cursor_visible(pty);
}

/* The help page hides the cursor. */
START_TEST(hidden_cursor_comes_back)
{
    struct pty *pty = start(NULL);
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_wait(pty, hides_cursor, NULL, "the cursor is hidden");
    pty_signal(pty, SIGTERM);
    ck_assert(WIFSIGNALED(pty_wait_end(pty)));
    assert_given_back(pty);
    pty_free(pty);
}
END_TEST

START_TEST(quit_key_is_the_signal)
{
    struct pty *pty = start(NULL);
    pty_send(pty, "\x1c");
    int status = pty_wait_end(pty);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), SIGQUIT);
    assert_given_back(pty);
    pty_free(pty);
}
END_TEST

START_TEST(ignored_hangup_signal_stays_ignored)
{
    struct pty_options options = { .hangup_ignored = true };
    struct pty *pty = start(&options);
    pty_signal(pty, SIGHUP);
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

static bool is_alternate(struct pty *pty, const void *context)
{
    (void)context;
    return pty_is_alternate(pty);
}

/* Stop, see that the terminal was given back, go on, see the frame again. */
static void stop_and_go_on(struct pty *pty)
{
    struct pty_picture *picture = pty_print(24, 80, no_arguments);
    pty_wait_stopped(pty);
    assert_given_back(pty);
    pty_continue(pty);
    pty_wait(pty, is_alternate, NULL, "the screen is taken again");
    pty_wait_picture(pty, picture);
    ck_assert(!pty_modes_are_back(pty));
    ck_assert(pty_tells_mouse(pty));
    ck_assert(pty_mode_is_on(pty, paste));
    pty_picture_free(picture);
}

START_TEST(suspend_key_stops_and_goes_on)
{
    struct pty *pty = start(NULL);
    for (int i = 0; i < 3; i++) {
        pty_send(pty, "\x1a");
        stop_and_go_on(pty);
    }
    pty_signal(pty, SIGTSTP);
    stop_and_go_on(pty);
    quit(pty);
}
END_TEST

START_TEST(size_may_change_while_stopped)
{
    struct pty *pty = start(NULL);
    struct pty_picture *picture = pty_print(30, 100, no_arguments);
    pty_send(pty, "\x1a");
    pty_wait_stopped(pty);
    pty_resize(pty, 30, 100);
    pty_continue(pty);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    quit(pty);
}
END_TEST

START_TEST(forced_stop_is_followed_by_a_whole_frame)
{
    struct pty *pty = start(NULL);
    struct pty_picture *picture = pty_print(24, 80, no_arguments);
    pty_wait_picture(pty, picture);
    pty_quiet(pty, 200);
    pty_signal(pty, SIGSTOP);
    pty_wait_stopped(pty);
    size_t before = pty_received(pty);
    pty_continue(pty);
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_wait_bytes(pty, before, 2000);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

START_TEST(signal_while_stopped_ends_it)
{
    struct pty *pty = start(NULL);
    pty_send(pty, "\x1a");
    pty_wait_stopped(pty);
    pty_signal(pty, SIGTERM);
    pty_continue(pty);
    int status = pty_wait_end(pty);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), SIGTERM);
    assert_given_back(pty);
    pty_free(pty);
}
END_TEST

/* The terminal is the shell's then: nothing is written there, and its modes stay. */
START_TEST(background_job_dies_without_the_terminal)
{
    struct pty *pty = start(NULL);
    pty_send(pty, "\x1a");
    pty_wait_stopped(pty);
    assert_given_back(pty);
    size_t before = pty_received(pty);
    pty_continue_behind(pty);
    pty_wait_stopped(pty);
    pty_signal(pty, SIGTERM);
    pty_continue_behind(pty);
    int status = pty_wait_end(pty);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), SIGTERM);
    assert_given_back(pty);
    ck_assert_uint_eq(pty_received(pty), before);
    pty_free(pty);
}
END_TEST

/* A closed terminal ends the program, SIGHUP or not. */
START_TEST(closed_terminal_ends_it)
{
    struct pty_options options = { .hangup_ignored = _i == 1 };
    struct pty *pty = start(&options);
    pty_hang_up(pty);
    pty_wait_end(pty);
    pty_free(pty);
}
END_TEST

/* What valgrind keeps from happening: it takes the default of SIGTSTP to be no stop. */
static void add_cases_without_valgrind(TCase *cases)
{
    tcase_add_loop_test(cases, deadly_signal_gives_the_terminal_back, DEADLY - 1, DEADLY);
    tcase_add_test(cases, suspend_key_stops_and_goes_on);
    tcase_add_test(cases, size_may_change_while_stopped);
    tcase_add_test(cases, signal_while_stopped_ends_it);
    tcase_add_test(cases, background_job_dies_without_the_terminal);
}

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, deadly_signal_gives_the_terminal_back, 0,
                        pty_under_valgrind() ? DEADLY_SLOW : DEADLY - 1);
    tcase_add_test(cases, large_file_does_not_end_the_program);
    tcase_add_test(cases, hidden_cursor_comes_back);
    tcase_add_test(cases, quit_key_is_the_signal);
    tcase_add_test(cases, ignored_hangup_signal_stays_ignored);
    tcase_add_test(cases, forced_stop_is_followed_by_a_whole_frame);
    tcase_add_loop_test(cases, closed_terminal_ends_it, 0, 2);
    if (!pty_under_valgrind())
        add_cases_without_valgrind(cases);
}

SUITE_MAIN("pty signals", add_cases)
