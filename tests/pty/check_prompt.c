/* The `:` line on a terminal: what is typed and pasted there, and what answers. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

static const char *const no_arguments[] = { NULL };

static struct pty *start(void)
{
    struct pty *pty = pty_start(NULL, no_arguments);
    pty_wait_text(pty, "sum(x**2)");
    return pty;
}

/* Leave the program, whose screen and bytes stay. */
static void leave(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
}

static void quit(struct pty *pty)
{
    leave(pty);
    pty_free(pty);
}

START_TEST(command_is_carried_out)
{
    static const char *const wanted[] = { "-c", "step 0.5", "-c", "right 3", NULL };
    struct pty *pty = start();
    struct pty_picture *picture = pty_print(24, 80, wanted);
    pty_send(pty, ":step 0.7\x7f" "5\r:right 3\r");
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    quit(pty);
}
END_TEST

/* Whether the cursor is two columns before the end of `:step 1`. */
static bool is_where_the_arrows_led(struct pty *pty, const void *context)
{
    enum { LINE_ROW = 22, COLUMN = 5 };
    int row;
    int column;
    (void)context;
    pty_cursor(pty, &row, &column);
    return row == LINE_ROW && column == COLUMN;
}

START_TEST(cursor_follows_the_line)
{
    struct pty *pty = start();
    pty_send(pty, ":step 1\x1b[D\x1b[D");
    pty_wait_text(pty, ":step 1");
    pty_wait(pty, is_where_the_arrows_led, NULL, "the cursor is where the arrows led");
    pty_send(pty, "\x1b");
    pty_wait_text(pty, "? help");
    quit(pty);
}
END_TEST

static const struct {
    const char *typed;
    const char *answer;
} wrong[] = {
    { "zom-in", "did you mean 'zoom-in'?" },
    { "xyzzyplugh", "unknown command 'xyzzyplugh'" },
    { "scheme", "scheme" },
    { "step 0", "a step from" },
    { "step 1 2 3", "step" },
    { "window 1:0 1:0", "the range is empty" },
    { "function x +", "function" },
    { "function sinn(x)", "did you mean 'sin'?" },
    { "left -1", "a whole number" },
    { "left 99999999999999999999", "a whole number" },
};

START_TEST(wrong_commands_are_told)
{
    struct pty *pty = start();
    struct pty_picture *picture = pty_print(24, 80, no_arguments);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        pty_send(pty, ":");
        pty_wait_text(pty, "Enter run");
        int bells = pty_bells(pty);
        pty_send(pty, wrong[i].typed);
        pty_send(pty, "\r");
        pty_wait_text(pty, "? help");
        pty_wait_text(pty, wrong[i].answer);
        ck_assert_int_gt(pty_bells(pty), bells);
        pty_wait_picture(pty, picture);
    }
    pty_picture_free(picture);
    quit(pty);
}
END_TEST

START_TEST(quit_is_a_command)
{
    struct pty *pty = start();
    pty_send(pty, ":quit\r");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(pty));
    pty_free(pty);
}
END_TEST

START_TEST(cancelled_lines_change_nothing)
{
    static const char *const cancels[] = { "\x03", "\x1b", "\x15\x7f" };
    struct pty *pty = start();
    struct pty_picture *picture = pty_print(24, 80, no_arguments);
    pty_wait_text(pty, "any key clears this");
    for (size_t i = 0; i < sizeof cancels / sizeof cancels[0]; i++) {
        pty_send(pty, ":sign");
        pty_wait_text(pty, ":sign");
        pty_send(pty, cancels[i]);
        pty_wait_text(pty, "? help");
        pty_wait_picture(pty, picture);
    }
    pty_picture_free(picture);
    quit(pty);
}
END_TEST

/* Bytes that must not reach a terminal as they are. */
static const struct {
    const char *typed;
    const char *shown;
    const char *forbidden;
} hostile[] = {
    { "\xe2\x80\xae", "\\u{202e}", "\xe2\x80\xae" },  /* right-to-left override */
    { "\xe2\x81\xa6", "\\u{2066}", "\xe2\x81\xa6" },  /* left-to-right isolate */
    { "\xe2\x80\x8b", "\\u{200b}", "\xe2\x80\x8b" },  /* zero width space */
    { "e\xcc\x81", "\\u{301}", "\xcc\x81" },          /* combining acute */
    { "\xc2\x9b" "31m", "\\u{9b}31m", "\xc2\x9b" },   /* CSI of C1 */
    { "\x9b" "31m", "31m", "\x9b" },                  /* no UTF-8 */
    { "\x1b]0;title\x07:function y", "function y", "title\x07" },
    { "\xe4\xb8\xad", "\\u{4e2d}", "\xe4\xb8\xad" },  /* two columns wide */
};

START_TEST(hostile_text_is_shown_inert)
{
    struct pty *pty = start();
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        pty_send(pty, ":");
        pty_wait_text(pty, "Enter run");
        pty_send(pty, "function x+");
        pty_send(pty, hostile[i].typed);
        pty_wait_text(pty, hostile[i].shown);
        pty_send(pty, "\r");
        pty_wait_text(pty, "? help");
    }
    leave(pty);
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++)
        ck_assert_ptr_null(strstr(pty_bytes(pty), hostile[i].forbidden));
    pty_free(pty);
}
END_TEST

START_TEST(pasted_text_is_not_obeyed)
{
    struct pty *pty = start();
    pty_send(pty, "\x1b[200~q:quit\rq\x1b[201~");
    pty_wait_text(pty, "pasted text goes to : f or /");
    pty_send(pty, ":\x1b[200~function x*y\rquit\r\x1b[20");
    pty_quiet(pty, 100);
    pty_send(pty, "1~");
    pty_wait_text(pty, ":function x*y quit");
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

START_TEST(every_control_byte_is_inert)
{
    struct pty *pty = start();
    for (int byte = 1; byte < 0x20; byte++) {
        /* Those that mean something: enter twice, interrupt, start, stop, quit, suspend, escape. */
        if (strchr("\r\n\x03\x11\x13\x1c\x1a\x1b", byte) != NULL)
            continue;
        char line[] = { ':', 'a', (char)byte, 'b', '\x03', '\0' };
        pty_send(pty, line);
    }
    pty_send(pty, ":end");
    pty_wait_text(pty, ":end");
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

START_TEST(long_lines_scroll)
{
    struct pty *pty = start();
    pty_send(pty, ":");
    for (int i = 0; i < 100; i++)
        pty_send(pty, "1234567890");
    pty_send(pty, "end");
    pty_wait_text(pty, "67890end");
    pty_send(pty, "\x01start");
    pty_wait_text(pty, ":start12345");
    pty_send(pty, "\x03");
    quit(pty);
}
END_TEST

START_TEST(lines_are_called_back_in_the_next_run)
{
    static const char *const wanted[] = { "-c", "step 0.5", NULL };
    char folder[] = "/tmp/steepest-state-XXXXXX";
    char variable[64];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(variable, sizeof variable, "XDG_STATE_HOME=%s", folder);
    struct pty_options options = { .environment = { variable } };
    for (int run = 0; run < 2; run++) {
        struct pty *pty = pty_start(&options, no_arguments);
        struct pty_picture *picture = pty_print(24, 80, wanted);
        pty_wait_text(pty, "sum(x**2)");
        pty_send(pty, run == 0 ? ":step 0.5\r" : ":\x1b[A\r");
        pty_wait_picture(pty, picture);
        pty_picture_free(picture);
        quit(pty);
    }
    char path[64];
    snprintf(path, sizeof path, "%s/steepest/history", folder);
    ck_assert_int_eq(unlink(path), 0);
    snprintf(path, sizeof path, "%s/steepest", folder);
    ck_assert_int_eq(rmdir(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, lines_are_called_back_in_the_next_run);
    tcase_add_test(cases, command_is_carried_out);
    tcase_add_test(cases, cursor_follows_the_line);
    tcase_add_test(cases, wrong_commands_are_told);
    tcase_add_test(cases, quit_is_a_command);
    tcase_add_test(cases, cancelled_lines_change_nothing);
    tcase_add_test(cases, hostile_text_is_shown_inert);
    tcase_add_test(cases, pasted_text_is_not_obeyed);
    tcase_add_test(cases, every_control_byte_is_inert);
    tcase_add_test(cases, long_lines_scroll);
}

SUITE_MAIN("pty prompt", add_cases)
