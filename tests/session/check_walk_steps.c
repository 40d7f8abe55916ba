/* Tests of walks that are taken, or shown, step by step. */
#include "walking.h"

#include "session/reveal.h"

/* Ten presses are the walk of ten steps, and each is a change of its own. */
START_TEST(a_walk_is_taken_step_by_step)
{
    struct session *session = new_session();
    struct session *other = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "steps 77");
    assert_says(session, "walk-step", "step 1: f 1.921, |grad f| 2.772, plain lr 0.01");
    for (int i = 1; i < 10; i++)
        run_well(session, i % 2 == 0 ? "walk-step" : "step");
    assert_says(session, "walk-step 5", "step 15: f 1.091, |grad f| 2.089, plain lr 0.01");
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    assert_row(session, "plain lr 0.01, 15 steps: ");
    assert_says(session, "steps 20", "the next walk: plain lr 0.01 (its own), 20 steps");
    run_well(session, "undo 2");
    assert_row(session, "plain lr 0.01, 10 steps: ");
    run_well(session, "undo");
    assert_row(session, "plain lr 0.01, 9 steps: ");
    run_well(session, "redo");
    run_well(other, "steps 10");
    run_well(other, "descend 1 1");
    run_well(other, "probe 1 1");
    assert_same(session, other);
    session_free(session);
    session_free(other);
}
END_TEST

/* Elsewhere, or in another manner, a step is the first of a walk of its own. */
START_TEST(another_place_or_manner_begins_another_walk)
{
    static const char *const changes[] = { "probe 1 -1", "optimizer adam", "lr 0.2" };
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "walk-step 3");
    for (int i = 0; i < 3; i++) {
        run_well(session, changes[i]);
        run_well(session, "walk-step 2");
        assert_row(session, i == 0 ? "plain lr 0.01, 2 steps" : i == 1 ? "adam lr 0.1, 2 steps"
                                                                       : "adam lr 0.2, 2 steps");
        run_well(session, "walk-step 2");
        ck_assert(strncmp(session_message(session), "step 4: ", 8) == 0);
    }
    /* What is chosen for walks to come is no part of how a walk goes. */
    run_well(session, "steps 9");
    assert_says(session, "walk-step", "step 5: f ");
    /* Walks from elsewhere change nothing for the one from here. */
    run_well(session, "descend 0.5 0.5");
    assert_says(session, "walk-step", "step 6: f ");
    assert_row(session, "adam lr 0.2, 9 steps: ");
    ck_assert_int_eq(count_marks(session, 'O'), 3);
    session_free(session);
}
END_TEST

/* A walk that has come to its end takes no step; one whose steps were all taken does. */
START_TEST(an_ended_walk_tells_its_reason_again)
{
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "lr 0.1");
    run_well(session, "steps 97");
    assert_says(session, "descend", "plain lr 0.1: step limit: ");
    ck_assert_int_eq(count_marks(session, '@'), 1);
    assert_says(session, "walk-step", "plain lr 0.1: converged at step 98: ");
    assert_says(session, "walk-step 7", "plain lr 0.1: converged at step 98: ");
    ck_assert_int_eq(count_marks(session, '@'), 0);
    ck_assert_int_eq(count_marks(session, '*'), 1);
    /* Those seven were no change. */
    run_well(session, "undo");
    assert_row(session, "plain lr 0.1, 97 steps: ");
    assert_says(session, "walk-step 900", "plain lr 0.1: converged at step 98: ");
    /* What other derivatives make of the walk is found out before it is given steps. */
    run_well(session, "scheme forward");
    run_well(session, "step 1");
    assert_says(session, "walk-step 7", "plain lr 0.1: converged at step ");
    run_well(session, "undo");
    ck_assert_double_eq(session_difference(session)->h, 1e-4);
    session_free(session);
}
END_TEST

/* A long walk takes a step more without being made again, and what it shows is what it would be. */
START_TEST(a_long_walk_goes_on_from_where_it_stands)
{
    struct session *session = new_session();
    struct session *other = new_session();
    run_well(session, "lr 1e-5");
    run_well(session, "probe 1 1");
    run_well(session, "steps 9000");
    run_well(session, "descend");
    for (int i = 0; i < 1000; i++)
        run_well(session, "walk-step");
    run_well(session, "steps 100");
    run_well(other, "lr 1e-5");
    run_well(other, "probe 1 1");
    run_well(other, "steps 10000");
    run_well(other, "descend");
    run_well(other, "steps 100");
    assert_same(session, other);
    assert_row(session, "plain lr 1e-5, 10000 steps: ");
    session_free(session);
    session_free(other);
}
END_TEST

START_TEST(steps_that_cannot_be_taken_are_told)
{
    struct session *session = new_session();
    run_well(session, "function x^2 + y^2*step(x + 9)");
    run_well(session, "probe 1 1");
    run_well(session, "walk-step 5");
    assert_fails(session, "walk-step 0", "a whole number from 1 to 1000000000 is wanted here");
    assert_fails(session, "walk-step 1000000000", "a walk has at most 1000000000 steps");
    assert_says(session, "walk-step", "step 6: f ");
    for (int i = 1; i < WALKS_MOST; i++) {
        run_well(session, "left");
        run_well(session, "walk-step");
    }
    run_well(session, "left");
    assert_fails(session, "walk-step",
                 "8 walks are shown, clear them first with D or clear-walks");
    session_free(session);
}
END_TEST

static struct session *session_with_walks(void)
{
    struct session *session = new_session();
    run_well(session, "lr 0.2");
    run_well(session, "descend 1 -2");
    run_well(session, "descend -2 1");
    return session;
}

/* Only the newest walk is held back, and whatever is done meanwhile the end is the whole walk. */
START_TEST(the_newest_walk_is_revealed)
{
    struct session *session = session_with_walks();
    struct session *other = session_with_walks();
    char reason[128];
    snprintf(reason, sizeof reason, "%s", session_message(session));
    ck_assert(!reveal_is_on(session));
    reveal_begin(session);
    ck_assert(reveal_is_on(session));
    assert_row(session, "step 0: f 5, |grad f| 4.472, plain lr 0.2");
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    ck_assert_int_eq(count_marks(session, '*'), 1);
    reveal_advance(session);
    assert_row(session, "step 2: f 0.648, |grad f| 1.61, plain lr 0.2");
    ck_assert_int_eq(count_marks(session, '@'), 1);
    session_resize(session, ROWS - 3, COLUMNS);
    session_resize(session, ROWS, COLUMNS);
    reveal_advance(session);
    assert_row(session, "step 4: f ");
    session_set_message(session, reason);
    struct canvas *canvas = draw_frame(session);
    canvas_free(canvas);
    ck_assert_str_eq(session_message(session), reason);
    reveal_end(session);
    ck_assert(!reveal_is_on(session));
    assert_same(session, other);
    session_free(session);
    session_free(other);
}
END_TEST

/* A short walk is shown step by step, the longest in no more frames than there are for it. */
START_TEST(a_walk_takes_so_many_frames_at_most)
{
    static const struct {
        const char *steps;
        int frames;
    } walks[] = { { "steps 1", 1 },   { "steps 2", 2 },    { "steps 40", 40 },
                  { "steps 41", 21 }, { "steps 100", 34 }, { "steps 20000", 40 } };
    for (size_t i = 0; i < sizeof walks / sizeof walks[0]; i++) {
        struct session *session = new_session();
        int frames = 0;
        run_well(session, "lr 1e-4");
        run_well(session, walks[i].steps);
        run_well(session, "descend 1 1");
        for (reveal_begin(session); reveal_is_on(session); reveal_advance(session))
            frames++;
        ck_assert_int_eq(frames, walks[i].frames);
        session_free(session);
    }
}
END_TEST

/* Where there is no way to be shown, nothing begins. */
START_TEST(nothing_is_revealed_without_a_way)
{
    struct session *session = new_session();
    reveal_begin(session);
    ck_assert(!reveal_is_on(session));
    run_well(session, "descend 0 0");
    reveal_begin(session);
    ck_assert(!reveal_is_on(session));
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_walk_is_taken_step_by_step);
    tcase_add_test(cases, another_place_or_manner_begins_another_walk);
    tcase_add_test(cases, an_ended_walk_tells_its_reason_again);
    tcase_add_test(cases, a_long_walk_goes_on_from_where_it_stands);
    tcase_add_test(cases, steps_that_cannot_be_taken_are_told);
    tcase_add_test(cases, the_newest_walk_is_revealed);
    tcase_add_test(cases, a_walk_takes_so_many_frames_at_most);
    tcase_add_test(cases, nothing_is_revealed_without_a_way);
}

SUITE_MAIN("session walk steps", add_cases)
