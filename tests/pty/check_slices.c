/* A function whose field takes years: keys are obeyed all the same. */
#include "../suite.h"

#include <sys/wait.h>

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

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, keys_are_obeyed_while_it_computes);
}

SUITE_MAIN("pty slices", add_cases)
