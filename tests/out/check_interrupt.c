/* Tests src/out/interrupt.c: signals that wait until they may have their effect. */
#include "../suite.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "out/interrupt.h"

static const int deadly[] = { SIGHUP, SIGINT, SIGTERM };

enum { DEADLY = sizeof deadly / sizeof deadly[0] };

static volatile sig_atomic_t caught;

static void count(int number)
{
    (void)number;
    caught++;
}

static void catch_all(void)
{
    struct sigaction action = { .sa_handler = count };
    caught = 0;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &action, NULL);
}

static void catch_none(void)
{
    for (int i = 0; i < DEADLY; i++)
        signal(deadly[i], SIG_DFL);
}

START_TEST(a_held_signal_takes_effect_at_release)
{
    struct interrupt interrupt = { 0 };
    interrupt_hold(&interrupt);
    interrupt_hold(&interrupt);
    ck_assert(!interrupt_is_pending(&interrupt));
    raise(deadly[_i]);
    ck_assert(interrupt_is_pending(&interrupt));
    ck_assert(interrupt_is_pending(&interrupt));
    ck_assert_int_eq(caught, 0);
    interrupt_release(&interrupt);
    ck_assert_int_eq(caught, 1);
    ck_assert(!interrupt_is_pending(&interrupt));
    raise(deadly[_i]);
    ck_assert_int_eq(caught, 2);
}
END_TEST

START_TEST(nothing_is_held_at_first)
{
    struct interrupt interrupt = { 0 };
    raise(SIGTERM);
    ck_assert_int_eq(caught, 1);
    ck_assert(!interrupt_is_pending(&interrupt));
    interrupt_release(&interrupt);
    ck_assert_int_eq(caught, 1);
}
END_TEST

START_TEST(an_ignored_signal_does_not_count)
{
    struct interrupt interrupt = { 0 };
    signal(SIGHUP, SIG_IGN);
    interrupt_hold(&interrupt);
    raise(SIGHUP);
    ck_assert(!interrupt_is_pending(&interrupt));
    raise(SIGTERM);
    ck_assert(interrupt_is_pending(&interrupt));
    interrupt_release(&interrupt);
    ck_assert_int_eq(caught, 1);
}
END_TEST

START_TEST(a_signal_blocked_before_stays_so)
{
    struct interrupt interrupt = { 0 };
    sigset_t blocked;
    sigset_t before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    interrupt_hold(&interrupt);
    raise(SIGINT);
    ck_assert(!interrupt_is_pending(&interrupt));
    interrupt_release(&interrupt);
    ck_assert_int_eq(caught, 0);
    sigprocmask(SIG_SETMASK, &before, NULL);
    ck_assert_int_eq(caught, 1);
}
END_TEST

START_TEST(waiting_ends_with_input_or_a_signal)
{
    struct interrupt interrupt = { 0 };
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert(interrupt_wait(&interrupt, ends[1], POLLOUT));
    interrupt_hold(&interrupt);
    ck_assert_int_eq(write(ends[1], "a", 1), 1);
    ck_assert(interrupt_wait(&interrupt, ends[0], POLLIN));
    char byte;
    ck_assert_int_eq(read(ends[0], &byte, 1), 1);
    raise(SIGINT);
    ck_assert(!interrupt_wait(&interrupt, ends[0], POLLIN));
    interrupt_release(&interrupt);
    close(ends[1]);
    ck_assert(interrupt_wait(&interrupt, ends[0], POLLIN));
    close(ends[0]);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, catch_all, catch_none);
    tcase_add_loop_test(cases, a_held_signal_takes_effect_at_release, 0, DEADLY);
    tcase_add_test(cases, nothing_is_held_at_first);
    tcase_add_test(cases, an_ignored_signal_does_not_count);
    tcase_add_test(cases, a_signal_blocked_before_stays_so);
    tcase_add_test(cases, waiting_ends_with_input_or_a_signal);
}

SUITE_MAIN("out interrupt", add_cases)
