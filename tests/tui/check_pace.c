/* Tests src/tui/pace.c: keys are seen at once, frames come now and then, by a clock of our own. */
#include "../suite.h"

#include "tui/pace.h"

/* A clock that somebody turns, and a key that somebody presses. */
struct world {
    int64_t now;
    bool key;
    int looks;
};

static int64_t milliseconds(void *context)
{
    return ((struct world *)context)->now;
}

static bool is_awaited(void *context)
{
    struct world *world = context;
    world->looks++;
    return world->key;
}

/* Ask until the frame has cost so many questions; the last answer. */
static enum interruption_answer ask_until(struct pace *pace, int asked)
{
    enum interruption_answer answer = INTERRUPTION_GO_ON;
    while (pace->asked < asked)
        answer = pace_ask(pace);
    return answer;
}

START_TEST(a_key_stops_within_a_look)
{
    struct world world = { .now = 1000000 };
    struct pace pace = { .milliseconds = milliseconds, .is_awaited = is_awaited,
                         .context = &world };
    pace_begin(&pace, false);
    world.key = true;
    ck_assert_int_eq(ask_until(&pace, PACE_ASKED_LOOK), INTERRUPTION_GO_ON);
    world.now += PACE_CALM - 1;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_GO_ON);
    ck_assert_int_eq(world.looks, 0);
    world.now++;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_STOP);
    ck_assert_int_le(PACE_CALM + PACE_LOOK, 40);
}
END_TEST

/* However late it is, unless questions come so seldom that nothing else can be told of the cost. */
START_TEST(what_costs_little_is_finished)
{
    struct world world = { .now = 0 };
    struct pace pace = { .milliseconds = milliseconds, .is_awaited = is_awaited,
                         .context = &world };
    pace_begin(&pace, true);
    world.key = true;
    world.now = PACE_SLOW * PACE_CALM - 1;
    ck_assert_int_eq(ask_until(&pace, PACE_ASKED_LOOK - 1), INTERRUPTION_GO_ON);
    world.now++;
    pace_begin(&pace, true);
    world.now += PACE_SLOW * PACE_CALM;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_STOP);
    world.key = false;
    pace_begin(&pace, true);
    world.now += PACE_SLOW * PACE_FRAME - 1;
    ck_assert_int_eq(ask_until(&pace, PACE_ASKED_FRAME - 1), INTERRUPTION_GO_ON);
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_STOP);
}
END_TEST

START_TEST(it_looks_seldom_and_pauses_for_frames)
{
    struct world world = { .now = 5 };
    struct pace pace = { .milliseconds = milliseconds, .is_awaited = is_awaited,
                         .context = &world };
    pace_begin(&pace, false);
    ask_until(&pace, PACE_ASKED_LOOK);
    for (int i = 0; i < 10 * PACE_FRAME; i++) {
        world.now = 5 + i / 10;
        ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_GO_ON);
    }
    ck_assert_int_eq(world.looks, (PACE_FRAME - PACE_CALM) / PACE_LOOK);
    world.now = 5 + PACE_FRAME;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_PAUSE);
    pace_begin(&pace, false);
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_GO_ON);
}
END_TEST

/* What a key did is shown soon, even if that costs a part of the work; answers have their time. */
START_TEST(a_fresh_frame_does_not_wait)
{
    struct world world = { .now = 0 };
    struct pace pace = { .milliseconds = milliseconds, .is_awaited = is_awaited,
                         .context = &world };
    pace_begin(&pace, true);
    ask_until(&pace, PACE_ASKED_FRAME);
    world.now = PACE_FRAME - 1;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_GO_ON);
    world.now = PACE_FRAME;
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_STOP);
    pace_end(&pace);
    ck_assert_int_eq(pace_ask(&pace), INTERRUPTION_PAUSE);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_key_stops_within_a_look);
    tcase_add_test(cases, what_costs_little_is_finished);
    tcase_add_test(cases, a_fresh_frame_does_not_wait);
    tcase_add_test(cases, it_looks_seldom_and_pauses_for_frames);
}

SUITE_MAIN("tui pace", add_cases)
