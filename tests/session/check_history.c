/* Tests of undo, redo and marks: every change taken back, done again, and the frames compared. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "session/history.h"

enum { ROWS = 24, COLUMNS = 80, FRAME_ROWS = ROWS - 2, WALK_SLOW = 12 };

/* Every kind of change that commands make. */
static const char *const changes[] = {
    "right 7",                  "up 3",
    "probe 1.5 -1",             "pan-left 3",
    "pan-up 2",                 "zoom-in",
    "home",                     "zoom-out 2",
    "window -1:2 -3:1",         "x0 -9:9",
    "x1 0:1",                   "aspect fill",
    "spacing 4",                "cell-aspect 0.4",
    "step-smaller",             "step 1e-6r",
    "step auto",                "error-panel one",
    "scheme central4",          "scheme exact",
    "sign",                     "glyphs ascii",
    "layer arrows,contour,legend", "toggle-trust",
    "color-by f",               "scale linear",
    "range 1:100",              "background light",
    "function himmelblau",      "check 2*x; 2*y",
    "set a=2",                  "color-next",
    "step-auto",                "function a*x^2 - y^3 + x2",
    "at x2=3",                  "function rosenbrock",
    "up 5",                     "centre",
};

enum { CHANGES = sizeof changes / sizeof changes[0] };

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .utf8 = true,
                                             .glyphs = GLYPHS_arrows,
                                             .background = BACKGROUND_dark };
    struct session *session = session_on(&terminal);
    session_resize(session, ROWS, COLUMNS);
    return session;
}

static bool same_frames(const struct canvas *a, const struct canvas *b)
{
    for (int row = 0; row < FRAME_ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            struct cell one = canvas_cell(a, row, column);
            struct cell other = canvas_cell(b, row, column);
            if (one.character != other.character ||
                one.pen.foreground != other.pen.foreground ||
                one.pen.background != other.pen.background ||
                one.pen.attributes != other.pen.attributes)
                return false;
        }
    return true;
}

/* Run a line after `change` and fail unless the frame is then this one, which is freed. */
static void assert_shows_after(struct session *session, const char *line, const char *change,
                               struct canvas *expected)
{
    run_well(session, line);
    struct canvas *shown = draw_frame(session);
    ck_assert_msg(same_frames(shown, expected), "%s after %s", line, change);
    canvas_free(shown);
    canvas_free(expected);
}

static void assert_shows(struct session *session, const char *line, struct canvas *expected)
{
    assert_shows_after(session, line, "all", expected);
}

START_TEST(a_change_is_undone_and_done_again)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    /* To undo takes back all that a session has, whatever has changed of it. */
    for (int i = 0; i < CHANGES; i += suite_under_valgrind() ? 3 : 1) {
        struct canvas *before = draw_frame(session);
        run_well(session, changes[i]);
        struct canvas *after = draw_frame(session);
        assert_shows_after(session, "undo", changes[i], before);
        assert_shows_after(session, "redo", changes[i], after);
        /* A move that follows is a change of its own. */
        run_well(session, "sign");
    }
    session_free(session);
}
END_TEST

START_TEST(a_long_walk_is_undone_step_by_step)
{
    struct session *session = new_session();
    int steps = getenv("TEST_UNDER_VALGRIND") != NULL ? WALK_SLOW : CHANGES;
    struct canvas *frames[CHANGES];
    for (int i = 0; i < steps; i++) {
        frames[i] = draw_frame(session);
        run_well(session, changes[i]);
        run_well(session, "sign");
    }
    for (int i = steps - 1; i >= 0; i--)
        assert_shows_after(session, "undo 2", changes[i], frames[i]);
    session_free(session);
}
END_TEST

START_TEST(a_gesture_is_one_change)
{
    struct session *session = new_session();
    struct failure failure;
    struct canvas *first = draw_frame(session);
    run_well(session, "pan-left");
    session_begin_gesture(session);
    struct canvas *before = draw_frame(session);
    run_well(session, "probe 1 1");
    run_well(session, "zoom-in");
    run_well(session, "zoom-in 2");
    session_end_gesture(session);
    struct canvas *after = draw_frame(session);
    run_well(session, "zoom-in");
    assert_shows(session, "undo", after);
    assert_shows(session, "undo", before);
    assert_shows(session, "undo", first);
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

/* There is nothing to do again: moves before and after it are one in a row all the same. */
START_TEST(what_is_refused_parts_no_moves)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "right");
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    run_well(session, "right");
    run_well(session, "undo");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

START_TEST(what_is_undone_in_a_gesture_stays_apart)
{
    struct session *session = new_session();
    struct failure failure;
    struct canvas *before = draw_frame(session);
    session_begin_gesture(session);
    run_well(session, "pan-left");
    run_well(session, "undo");
    run_well(session, "pan-up");
    run_well(session, "pan-up");
    session_end_gesture(session);
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    assert_shows(session, "undo", before);
    session_free(session);
}
END_TEST

START_TEST(moves_in_a_row_are_one_change)
{
    struct session *session = new_session();
    struct canvas *before = draw_frame(session);
    run_well(session, "right");
    run_well(session, "up 2");
    run_well(session, "right");
    assert_shows(session, "undo", before);
    struct failure failure;
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is nothing to undo");
    run_well(session, "redo");
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is nothing to redo");
    session_free(session);
}
END_TEST

START_TEST(a_new_change_forgets_what_was_undone)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "sign");
    run_well(session, "undo");
    run_well(session, "zoom-in");
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

START_TEST(what_changes_nothing_is_no_change)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "aspect equal");
    run_well(session, "color-by magnitude");
    run_well(session, "probe 0 0");
    ck_assert_int_eq(run(session, "window 1:0 0:1", &failure), STATUS_USAGE);
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

START_TEST(the_oldest_changes_are_forgotten)
{
    struct session *session = new_session();
    struct failure failure;
    for (int i = 0; i < HISTORY_MOST + 3; i++)
        run_well(session, "sign");
    run_well(session, "undo 99999");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    run_well(session, "redo 512");
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

START_TEST(undo_fits_another_size)
{
    struct session *session = new_session();
    run_well(session, "zoom-in 2");
    session_resize(session, ROWS + 10, COLUMNS + 20);
    run_well(session, "undo");
    struct session *fresh = new_session();
    session_resize(fresh, ROWS + 10, COLUMNS + 20);
    struct canvas *expected = draw_frame(fresh);
    struct canvas *shown = draw_frame(session);
    ck_assert(same_frames(shown, expected));
    canvas_free(expected);
    canvas_free(shown);
    session_free(fresh);
    session_free(session);
}
END_TEST

START_TEST(a_mark_brings_its_view_back)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "zoom-in");
    run_well(session, "probe 3 2");
    run_well(session, "rescale");
    run_well(session, "mark q");
    struct canvas *marked = draw_frame(session);
    run_well(session, "x0 -1:1");
    run_well(session, "pan-left 30");
    assert_shows(session, "go-to q", marked);
    run_well(session, "home");
    struct failure failure;
    ck_assert_int_eq(run(session, "go-to b", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "no view is marked by this letter, mark one with 'mark b'");
    ck_assert_int_eq(run(session, "mark A", &failure), STATUS_USAGE);
    ck_assert_int_eq(run(session, "mark ab", &failure), STATUS_USAGE);
    session_free(session);
}
END_TEST

START_TEST(a_screen_is_told_what_went_back)
{
    static const struct {
        const char *line;
        const char *message;
    } told[] = {
        { "lr 0.2", NULL },
        { "zoom-in", NULL },
        { "up", NULL },
        { "right", NULL },
        { "undo", "undone: up" }, /* moves in a row are one change, named by the first */
        { "undo", "undone: zoom-in" },
        { "redo", "redone: zoom-in" },
        { "undo 2", "undone: 2 changes" },
        { "redo 9", "redone: 3 changes" },
        { "mark q", "view q marked" },
        { "go-to q", "view q" },
    };
    struct failure failure;
    struct session *session = session_on_terminal(ROWS, COLUMNS);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        run_well(session, told[i].line);
        if (told[i].message != NULL)
            ck_assert_str_eq(session_message(session), told[i].message);
    }
    ck_assert_int_eq(run(session, "go-to b", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "no view is marked by b, mark one with `b or 'mark b'");
    run_well(session, "unbind `");
    ck_assert_int_eq(run(session, "go-to b", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "no view is marked by this letter, mark one with 'mark b'");
    session_free(session);
}
END_TEST

START_TEST(a_print_shows_the_frame_alone)
{
    struct session *session = new_session();
    run_well(session, "zoom-in");
    run_well(session, "mark q");
    ck_assert_str_eq(session_message(session), "");
    run_well(session, "undo");
    ck_assert_str_eq(session_message(session), "");
    session_free(session);
}
END_TEST

START_TEST(rescale_chooses_colours_anew)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "pan-right 40");
    struct canvas *kept = draw_frame(session);
    run_well(session, "rescale");
    struct canvas *chosen = draw_frame(session);
    ck_assert(!same_frames(kept, chosen));
    canvas_free(kept);
    canvas_free(chosen);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_change_is_undone_and_done_again);
    tcase_add_test(cases, a_long_walk_is_undone_step_by_step);
    tcase_add_test(cases, a_gesture_is_one_change);
    tcase_add_test(cases, what_is_refused_parts_no_moves);
    tcase_add_test(cases, what_is_undone_in_a_gesture_stays_apart);
    tcase_add_test(cases, moves_in_a_row_are_one_change);
    tcase_add_test(cases, a_new_change_forgets_what_was_undone);
    tcase_add_test(cases, what_changes_nothing_is_no_change);
    tcase_add_test(cases, the_oldest_changes_are_forgotten);
    tcase_add_test(cases, undo_fits_another_size);
    tcase_add_test(cases, a_mark_brings_its_view_back);
    tcase_add_test(cases, a_screen_is_told_what_went_back);
    tcase_add_test(cases, a_print_shows_the_frame_alone);
    tcase_add_test(cases, rescale_chooses_colours_anew);
}

SUITE_MAIN("history", add_cases)
