/* A function whose field takes years: keys are obeyed all the same. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

/* Remainders of numbers that are as far apart as can be take a step for each bit. */
#define ENDLESS                                                                                    \
    "a = sum(mod(1e300*x0*x1, arange(20000) + 1e-300)); b = sum(mod(a, arange(60000)*1e-300)); "   \
    "a + sum(mod(b*arange(90000), 1e-300*x0))"

START_TEST(keys_are_obeyed_while_it_computes)
{
    const char *const arguments[] = { ENDLESS, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait_text(pty, "0 %");
    pty_send(pty, "?");
    pty_wait_text(pty, "zoom in twofold");
    pty_send(pty, "q");
    pty_wait_text(pty, "0 %");
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(pty));
    pty_free(pty);
}
END_TEST

static bool is_there(struct pty *pty, const void *path)
{
    (void)pty;
    return access(path, F_OK) == 0;
}

/*
 * However long it takes: over a slow line a burst of keys comes at once, and may end in Esc. Nor
 * does another size.
 */
START_TEST(what_is_typed_ahead_stops_no_answer)
{
    static const char *const arguments[] = { "sum(sin(x0*x1*arange(400)/33))", NULL };
    char folder[] = "/tmp/steepest-ahead-XXXXXX";
    char path[sizeof folder + 16];
    char keys[sizeof path + 16];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/figure.svg", folder);
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait_text(pty, "aliased");
    snprintf(keys, sizeof keys, ":write %s\r\x1b", path);
    pty_send(pty, keys);
    pty_wait(pty, is_there, path, "the figure is written");
    ck_assert_int_eq(unlink(path), 0);
    snprintf(keys, sizeof keys, ":write %s\rq", path);
    pty_send(pty, keys);
    pty_resize(pty, 30, 90);
    ck_assert_int_eq(WEXITSTATUS(pty_wait_end(pty)), 0);
    pty_free(pty);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

/* Whether a count that was typed is shown in the row of messages. */
static bool shows_count(struct pty *pty, const void *count)
{
    enum { MESSAGE_ROW = 22 };
    char row[PTY_TEXT_SIZE];
    return strstr(pty_row(pty, MESSAGE_ROW, row), count) != NULL;
}

/*
 * A cancel that is read with the keys before it waits for the answer, so that it must come after
 * them. The count that was typed ahead of it stays, and shows that the answer has ended.
 */
START_TEST(a_cancel_stops_an_answer_alone)
{
    const char *const arguments[] = { ENDLESS, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait_text(pty, "0 %");
    pty_send(pty, ":write never.tsv\r7");
    pty_wait_read(pty);
    pty_send(pty, "\003");
    pty_wait(pty, shows_count, " 7", "the count is shown");
    pty_send(pty, "q");
    ck_assert_int_eq(WEXITSTATUS(pty_wait_end(pty)), 0);
    pty_free(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    /* What takes long here takes twenty seconds there. */
    if (!pty_under_valgrind()) {
        tcase_add_test(cases, what_is_typed_ahead_stops_no_answer);
        tcase_add_test(cases, a_cancel_stops_an_answer_alone);
    }
    tcase_add_test(cases, keys_are_obeyed_while_it_computes);
}

SUITE_MAIN("pty slices", add_cases)
