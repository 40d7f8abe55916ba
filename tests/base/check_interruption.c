/* Tests src/base/interruption.c: when it is asked, and what is remembered of the answer. */
#include "../suite.h"

#include "base/interruption.h"

/* Gives an answer, and counts. */
struct asked {
    enum interruption_answer answer;
    int times;
};

static enum interruption_answer ask(void *context)
{
    struct asked *asked = context;
    asked->times++;
    return asked->answer;
}

START_TEST(it_is_asked_when_much_was_done)
{
    struct asked asked = { .answer = INTERRUPTION_GO_ON };
    struct interruption interruption;
    interruption_begin(&interruption, ask, &asked);
    ck_assert(!interruption_count(&interruption, INTERRUPTION_WORK));
    ck_assert_int_eq(asked.times, 0);
    ck_assert(!interruption_count(&interruption, 1));
    ck_assert_int_eq(asked.times, 1);
    /* What is counted is done after the question. */
    ck_assert(!interruption_count(&interruption, INTERRUPTION_WORK - 1));
    ck_assert_int_eq(asked.times, 1);
    ck_assert(!interruption_count(&interruption, 3 * (size_t)INTERRUPTION_WORK));
    ck_assert(!interruption_count(&interruption, 1));
    ck_assert_int_eq(asked.times, 3);
}
END_TEST

START_TEST(a_stop_is_for_good)
{
    struct asked asked = { .answer = INTERRUPTION_PAUSE };
    struct interruption interruption;
    interruption_begin(&interruption, ask, &asked);
    ck_assert(!interruption_ask(&interruption));
    ck_assert(interruption.paused);
    asked.answer = INTERRUPTION_STOP;
    ck_assert(interruption_ask(&interruption));
    asked.answer = INTERRUPTION_GO_ON;
    ck_assert(interruption_ask(&interruption));
    ck_assert(interruption_count(&interruption, 1));
    ck_assert(interruption_is_stopped(&interruption));
    ck_assert_int_eq(asked.times, 2);
    interruption_begin(&interruption, ask, &asked);
    ck_assert(!interruption_count(&interruption, 1));
    ck_assert(!interruption.paused);
}
END_TEST

START_TEST(nobody_need_be_asked)
{
    struct interruption nobody = { .ask = NULL };
    ck_assert(!interruption_count(&nobody, 2 * (size_t)INTERRUPTION_WORK));
    ck_assert(!interruption_count(NULL, 2 * (size_t)INTERRUPTION_WORK));
    ck_assert(!interruption_is_stopped(NULL));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, it_is_asked_when_much_was_done);
    tcase_add_test(cases, a_stop_is_for_good);
    tcase_add_test(cases, nobody_need_be_asked);
}

SUITE_MAIN("base interruption", add_cases)
