/* Tests of walks on the screen. */
#include "walking.h"

#include <stdio.h>

START_TEST(a_walk_tells_and_shows_how_it_ended)
{
    struct session *session = new_session();
    assert_says(session, "lr 0.1", "the next walk: plain lr 0.1, 100 steps at most");
    assert_says(session, "optimizer adam", "the next walk: adam lr 0.1, 100 steps at most");
    assert_says(session, "lr auto", "the next walk: adam lr 0.1 (its own), 100 steps at most");
    assert_says(session, "steps 1000", "the next walk: adam lr 0.1 (its own), 1000 steps");
    assert_says(session, "descend -2 1", "adam lr 0.1: converged at step ");
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    ck_assert_int_eq(count_marks(session, '*'), 1);
    ck_assert_int_eq(count_marks(session, '!'), 0);
    ck_assert_uint_eq(mark_at(session, "0 0"), '*');
    ck_assert_uint_eq(mark_at(session, "-2 1"), 'O');
    assert_row(session, "adam lr 0.1, ");
    assert_says(session, "optimizer plain", "the next walk: plain lr 0.01 (its own), 1000 steps");
    run_well(session, "steps 2");
    assert_says(session, "descend 1 1", "plain lr 0.01: too slow: |grad f| = ");
    ck_assert_int_eq(count_marks(session, '!'), 0);
    run_well(session, "left");
    assert_row(session, "plain lr 0.01, 2 steps: f 1.845, |grad f| 2.716, too slow");
    assert_says(session, "descend 0 0",
                "plain lr 0.01: converged at step 0: |grad f| = 0 at the start, move the probe");
    run_well(session, "undo");
    run_well(session, "lr 1");
    run_well(session, "steps 100");
    assert_says(session, "descend 1 1", "plain lr 1: oscillates at step ");
    ck_assert_int_eq(count_marks(session, '!'), 1);
    session_free(session);
}
END_TEST

START_TEST(walks_can_be_cleared_undone_and_done_again)
{
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "descend");
    run_well(session, "descend -1 1");
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    run_well(session, "undo");
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    ck_assert_uint_eq(mark_at(session, "1 1"), 'O');
    run_well(session, "descend -1 -1");
    run_well(session, "clear-walks");
    ck_assert_int_eq(count_marks(session, 'O'), 0);
    run_well(session, "undo");
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    run_well(session, "redo");
    ck_assert_int_eq(count_marks(session, 'O'), 0);
    assert_says(session, "clear-walks", "there are no walks");
    run_well(session, "optimizer adam");
    run_well(session, "undo");
    assert_says(session, "descend 1 1", "plain lr 0.01");
    run_well(session, "reset");
    ck_assert_int_eq(count_marks(session, 'O'), 0);
    session_free(session);
}
END_TEST

START_TEST(there_is_room_for_some_walks)
{
    struct session *session = new_session();
    for (int i = 0; i < WALKS_MOST; i++) {
        char line[32];
        snprintf(line, sizeof line, "descend %d 1", i - 4);
        run_well(session, line);
    }
    ck_assert_int_eq(count_marks(session, 'O'), WALKS_MOST);
    assert_fails(session, "descend 0 -2",
                 "8 walks are shown, clear them first with D or clear-walks");
    ck_assert_int_eq(count_marks(session, 'O'), WALKS_MOST);
    session_free(session);
}
END_TEST

/* What leads along the way of a walk that is shown, and no further, would cover it. */
START_TEST(a_walk_that_is_shown_is_not_added_again)
{
    static const char again[] = "this walk is shown already: plain lr 0.01, 100 steps at most";
    struct session *session = new_session();
    struct session *other = new_session();
    run_well(session, "descend 1 1");
    run_well(session, "descend -1 1");
    assert_says(session, "descend 1 1", again);
    run_well(session, "lr 0.01");
    assert_says(session, "descend 1 1", again);
    run_well(session, "probe -1 1");
    for (int i = 0; i < 2 * WALKS_MOST; i++)
        assert_says(session, "descend", again);
    run_well(session, "steps 1");
    assert_says(session, "descend", "this walk is shown already: plain lr 0.01, 1 step at most");
    run_well(other, "descend 1 1");
    run_well(other, "descend -1 1");
    run_well(other, "probe -1 1");
    assert_same(session, other);
    /* The walks that are left are two changes. */
    run_well(session, "undo 4");
    assert_says(session, "descend -1 1", "plain lr 0.01: ");
    session_free(session);
    session_free(other);
}
END_TEST

/* Another manner, more steps or another place make another walk. */
START_TEST(a_walk_that_differs_is_added)
{
    static const char *const changes[] = { "steps 101", "lr 0.02", "optimizer adam",
                                           "probe 1 1.5" };
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "descend");
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        run_well(session, changes[i]);
        run_well(session, "descend");
        ck_assert(strncmp(session_message(session), "this walk", 9) != 0);
    }
    session_free(session);
}
END_TEST

/* A walk keeps its manner, whatever is chosen for those to come. */
START_TEST(walks_keep_how_they_were_begun)
{
    struct session *session = new_session();
    struct session *other = new_session();
    run_well(session, "optimizer momentum");
    run_well(session, "descend -2 1");
    run_well(session, "optimizer newton");
    run_well(session, "lr 0.001");
    run_well(session, "steps 1");
    run_well(other, "optimizer momentum");
    run_well(other, "descend -2 1");
    assert_same(session, other);
    session_free(session);
    session_free(other);
}
END_TEST

/* What derivatives are computed by decides the walk, whether it was there before or came later. */
START_TEST(walks_follow_the_step_the_scheme_and_the_function)
{
    static const char *const changes[] = { "step 1", "scheme forward", "step 1e-17", "scheme exact",
                                           "function himmelblau", "undo 3", "redo" };
    struct session *session = new_session();
    run_well(session, "optimizer newton");
    run_well(session, "descend -2 1");
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct session *other = new_session();
        run_well(session, changes[i]);
        if (strcmp(changes[i], "step 1e-17") == 0)
            assert_row(session, "newton lr 1, 0 steps: ");
        for (size_t j = 0; j <= i; j++)
            run_well(other, changes[j]);
        run_well(other, "optimizer newton");
        run_well(other, "descend -2 1");
        assert_same(session, other);
        session_free(other);
    }
    session_free(session);
}
END_TEST

START_TEST(other_variables_stand_still)
{
    static const char *const schemes[] = { "scheme central", "scheme exact", "step auto" };
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        struct session *session = new_session();
        run_well(session, "function (x - x3)^2 + (y + x2)^2 + 100*x2^2");
        run_well(session, schemes[i]);
        run_well(session, "optimizer newton");
        run_well(session, "at x2=-1");
        run_well(session, "at x3=1");
        assert_says(session, "descend 0 0", "newton lr 1: converged at step ");
        ck_assert_uint_eq(mark_at(session, "1 1"), '*');
        run_well(session, "at x3=-2");
        ck_assert_uint_eq(mark_at(session, "-2 1"), '*');
        session_free(session);
    }
}
END_TEST

START_TEST(walks_move_with_the_window)
{
    struct session *session = new_session();
    run_well(session, "lr 0.2");
    run_well(session, "descend -2 1");
    run_well(session, "pan-left 3");
    ck_assert_uint_eq(mark_at(session, "-2 1"), 'O');
    run_well(session, "zoom-in");
    ck_assert_uint_eq(mark_at(session, "-2 1"), 'O');
    ck_assert_uint_eq(mark_at(session, "0 0"), '*');
    session_free(session);
}
END_TEST

START_TEST(the_edge_is_taken_where_the_probe_is)
{
    struct session *session = new_session();
    run_well(session, "optimizer adam");
    assert_says(session, "lr edge",
                "the next walk: plain lr 1, 2 over the largest curvature at the probe, 2");
    assert_says(session, "descend 1 1", "plain lr 1: oscillates at step");
    run_well(session, "function x^3/6 + y^2");
    run_well(session, "probe 4 0");
    assert_says(session, "lr edge", "the next walk: plain lr 0.5, ");
    run_well(session, "probe -4 0");
    assert_fails(session, "lr edge",
                 "f is not convex at the probe, its curvatures are -4 and 2: move to where "
                 "color-by learning-rate shows a number");
    run_well(session, "function x + y");
    assert_fails(session, "lr edge",
                 "f is not curved at the probe, so that no learning rate is too large");
    run_well(session, "function -x^2");
    assert_fails(session, "lr edge",
                 "f is not convex at the probe, its curvatures are -2 and 0: move to where "
                 "color-by learning-rate shows a number");
    run_well(session, "function sqrt(x)");
    assert_fails(session, "lr edge", "f has no finite second derivatives at the probe");
    session_free(session);
}
END_TEST

START_TEST(wrong_words_are_told)
{
    struct session *session = new_session();
    assert_fails(session, "descend 1",
                 "a place is two numbers, X0 X1; alone 'descend' starts at the probe");
    assert_fails(session, "descend 1 inf", "a finite number is wanted here");
    assert_fails(session, "lr 0", "a number greater than 0 is wanted here, or auto, or edge");
    assert_fails(session, "lr -0.1", "a number greater than 0 is wanted here, or auto, or edge");
    assert_fails(session, "optimizer nwton", "unknown optimizer 'nwton', did you mean 'newton'?");
    ck_assert_int_eq(count_marks(session, 'O'), 0);
    assert_says(session, "optimizer-next", "the next walk: momentum lr 0.01 (its own), 100 steps");
    assert_says(session, "optimizer-next 7", "the next walk: plain");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_walk_tells_and_shows_how_it_ended);
    tcase_add_test(cases, walks_can_be_cleared_undone_and_done_again);
    tcase_add_test(cases, there_is_room_for_some_walks);
    tcase_add_test(cases, a_walk_that_is_shown_is_not_added_again);
    tcase_add_test(cases, a_walk_that_differs_is_added);
    tcase_add_test(cases, walks_keep_how_they_were_begun);
    tcase_add_test(cases, walks_follow_the_step_the_scheme_and_the_function);
    tcase_add_test(cases, other_variables_stand_still);
    tcase_add_test(cases, walks_move_with_the_window);
    tcase_add_test(cases, wrong_words_are_told);
    tcase_add_test(cases, the_edge_is_taken_where_the_probe_is);
}

SUITE_MAIN("session walks", add_cases)
