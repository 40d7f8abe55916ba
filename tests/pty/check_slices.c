/* A function whose field takes years: keys are obeyed all the same. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
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

/*
 * A cancel that comes before the answer is begun waits for it; then the next key stops it. The
 * count that was typed ahead of the cancel stays, and shows that the answer has ended.
 */
START_TEST(a_cancel_stops_an_answer_alone)
{
    enum { TRIALS_MOST = 8, PAUSE = 500, MESSAGE_ROW = 22 };
    const char *const arguments[] = { ENDLESS, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    bool stopped = false;
    pty_wait_text(pty, "0 %");
    for (int i = 0; i < TRIALS_MOST && !stopped; i++) {
        char row[PTY_TEXT_SIZE];
        pty_send(pty, i == 0 ? ":write never.tsv\r7" : "l:write never.tsv\r7");
        pty_quiet(pty, (i + 1) * PAUSE);
        pty_send(pty, "\003");
        pty_quiet(pty, (i + 1) * PAUSE);
        stopped = strstr(pty_row(pty, MESSAGE_ROW, row), " 7") != NULL;
    }
    ck_assert(stopped);
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
