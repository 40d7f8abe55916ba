/* Tests of a race of all optimizers. */
#include "lines.h"

#include <stdio.h>

#include "base/utf8.h"
#include "grad/optimizer.h"
#include "session/state.h"

enum { ROWS = 24, COLUMNS = 100, FIELD_ROW = 1, FIELD_ROWS = 17, GUTTER = 7, MESSAGE_ROW = 22 };

static struct session *new_session(bool screen)
{
    const struct display display = { .depth = DEPTH_256, .utf8 = true, .glyphs = GLYPHS_arrows,
                                     .background = BACKGROUND_unknown, .screen = screen };
    struct session *session = session_on(&display);
    session_resize(session, ROWS, COLUMNS);
    return session;
}

/* The characters of a frame, a line for each row. Free it with free. */
static char *frame_text_of(struct session *session)
{
    struct canvas *canvas = draw_frame(session);
    char *text = malloc((size_t)canvas_rows(canvas) * (COLUMNS * UTF8_LONGEST + 1) + 1);
    size_t used = 0;
    ck_assert_ptr_nonnull(text);
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++)
            used += utf8_encode(canvas_cell(canvas, row, column).character, text + used);
        text[used++] = '\n';
    }
    text[used] = '\0';
    canvas_free(canvas);
    return text;
}

/* Fail unless the frame shows these words, or unless it does not. */
static void assert_frame(struct session *session, const char *words, bool shown)
{
    char *text = frame_text_of(session);
    ck_assert_msg((strstr(text, words) != NULL) == shown, "'%s' %s in\n%s", words,
                  shown ? "is not" : "is", text);
    free(text);
}

/* How often a character stands in the field. */
static int count_marks(struct session *session, uint32_t mark)
{
    struct canvas *canvas = draw_frame(session);
    int count = 0;
    for (int row = FIELD_ROW; row < FIELD_ROW + FIELD_ROWS; row++)
        for (int column = GUTTER; column < COLUMNS; column++)
            count += canvas_cell(canvas, row, column).character == mark;
    canvas_free(canvas);
    return count;
}

static void assert_fails(struct session *session, const char *line, const char *message)
{
    struct failure failure = { .message = "" };
    ck_assert_msg(run(session, line, &failure) == STATUS_USAGE, "%s succeeds", line);
    ck_assert_str_eq(failure.message, message);
}

/* The line of what was told that begins with a letter, a blank and this optimizer. */
static const char *line_of(const char *told, const char *optimizer)
{
    char words[32];
    snprintf(words, sizeof words, " %s ", optimizer);
    const char *found = strstr(told, words);
    ck_assert_msg(found != NULL, "no line of %s in\n%s", optimizer, told);
    return found - 1;
}

/* Every walk ends as the one that `descend` takes by the same optimizer. */
START_TEST(walks_are_those_of_descend)
{
    struct session *race = new_session(false);
    run_well(race, "function himmelblau");
    run_well(race, "steps 500");
    run_well(race, "race -1/2 3");
    for (size_t i = 0; i < OPTIMIZER_COUNT; i++) {
        struct session *alone = new_session(false);
        char line[64];
        run_well(alone, "function himmelblau");
        run_well(alone, "steps 500");
        snprintf(line, sizeof line, "optimizer %s", optimizer_at(i)->name);
        run_well(alone, line);
        run_well(alone, "descend -1/2 3");
        /* "plain lr 0.01: converged ...\n" */
        char reason[256];
        const char *words = strstr(session_told(alone), ": ") + 2;
        snprintf(reason, sizeof reason, "%.*s", (int)strcspn(words, "\n"), words);
        const char *told = line_of(session_told(race), optimizer_at(i)->name);
        size_t length = strcspn(told, "\n");
        ck_assert_uint_gt(length, strlen(reason));
        ck_assert_msg(strncmp(told + length - strlen(reason), reason, strlen(reason)) == 0,
                      "'%.*s' does not end with '%s'", (int)length, told, reason);
        session_free(alone);
    }
    session_free(race);
}
END_TEST

/* A rate that was chosen is that of all; then what is known of plain descent on a bowl holds. */
START_TEST(a_chosen_rate_is_that_of_all)
{
    struct session *session = new_session(false);
    run_well(session, "function x^2+y^2");
    run_well(session, "lr 0.1");
    run_well(session, "steps 200");
    run_well(session, "race -3 4");
    const char *told = session_told(session);
    ck_assert_ptr_eq(strstr(told, "race from -3 4: central h=0.0001, lr 0.1, 200 steps at most\n"),
                     told);
    ck_assert_ptr_nonnull(strstr(line_of(told, "plain"), "plain     0.1 "));
    ck_assert_ptr_nonnull(strstr(line_of(told, "plain"), "converged at step "));
    ck_assert_ptr_nonnull(strstr(line_of(told, "newton"), "newton    0.1 "));
    run_well(session, "lr 10");
    run_well(session, "race -3 4");
    told = strstr(session_told(session), ", lr 10, ");
    ck_assert_ptr_nonnull(told);
    const char *plain = line_of(told, "plain");
    ck_assert_ptr_nonnull(strstr(plain, "diverged at step "));
    ck_assert(strstr(plain, "diverged at step ") < strchr(plain, '\n'));
    run_well(session, "lr auto");
    run_well(session, "race -3 4");
    told = strstr(session_told(session), ", own lr, ");
    ck_assert_ptr_nonnull(told);
    ck_assert_ptr_nonnull(strstr(line_of(told, "newton"), "newton       1 "));
    session_free(session);
}
END_TEST

/* The race takes the place of walks that are shown, and one undo brings them back. */
START_TEST(a_race_is_one_change)
{
    struct session *session = new_session(true);
    run_well(session, "function himmelblau");
    run_well(session, "descend -4 4");
    run_well(session, "descend 4 4");
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    run_well(session, "race");
    assert_frame(session, " race: own lr, 100 steps at most ", true);
    assert_frame(session, "race: 2 of 8 converged, plain first at step 85", true);
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    run_well(session, "undo");
    assert_frame(session, " race:", false);
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    run_well(session, "redo");
    assert_frame(session, " race: ", true);
    run_well(session, "clear-walks");
    assert_frame(session, " race:", false);
    ck_assert_int_eq(count_marks(session, 'O'), 0);
    run_well(session, "descend");
    assert_frame(session, " race:", false);
    session_free(session);
}
END_TEST

/* Alone it begins at the probe, anew each time. */
START_TEST(a_race_begins_at_the_probe)
{
    struct session *session = new_session(false);
    run_well(session, "probe 1 -1.5");
    run_well(session, "race");
    ck_assert_ptr_nonnull(strstr(session_told(session), "race from 1 -1.5: "));
    run_well(session, "probe 0.5 1");
    run_well(session, "race");
    ck_assert_ptr_nonnull(strstr(session_told(session), "race from 0.5 1: "));
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    assert_fails(session, "race 1",
                 "a place is two numbers, X0 X1; alone 'race' starts at the probe");
    assert_fails(session, "race 1 nan", "a finite number is wanted here");
    assert_frame(session, " race: ", true);
    session_free(session);
}
END_TEST

/* What a walk is told to be from is the nearest minimum in sight, if there is one. */
START_TEST(distances_are_to_minima_in_sight)
{
    struct session *session = new_session(true);
    run_well(session, "function (x-1)^2+(y-1)^2");
    run_well(session, "steps 1");
    run_well(session, "lr 1e-9");
    run_well(session, "window -2:2 -2:2");
    run_well(session, "race 1 0.5");
    assert_frame(session, " 0.5 too slow", true);
    assert_frame(session, "distance: to", true);
    run_well(session, "window 2:4 -2:0");
    assert_frame(session, " - too slow", true);
    assert_frame(session, "distance: to", false);
    run_well(session, "undo");
    assert_frame(session, " 0.5 too slow", true);
    session_free(session);
}
END_TEST

/* Minima of a function that costs much are looked for only where a layer shows them. */
START_TEST(costly_minima_must_be_asked_for)
{
    struct session *session = new_session(true);
    run_well(session, "function (x0-1)^2+(x1-1)^2+0*sum(arange(120)*x0*x1)");
    run_well(session, "steps 1");
    run_well(session, "lr 1e-9");
    run_well(session, "window -2:2 -2:2");
    run_well(session, "race 1 0.5");
    assert_frame(session, " - too slow", true);
    run_well(session, "toggle-critical");
    assert_frame(session, " 0.5 too slow", true);
    run_well(session, "toggle-critical");
    assert_frame(session, " - too slow", true);
    session_free(session);
}
END_TEST

/* A frame without room for the table says so, and shows the walks as others. */
START_TEST(a_small_frame_has_no_table)
{
    struct session *session = new_session(true);
    run_well(session, "function himmelblau");
    run_well(session, "race");
    session_resize(session, 12, 70);
    assert_frame(session, "2 of 8 converged; the table needs 70x18", true);
    assert_frame(session, "optimizer", false);
    session_resize(session, 18, 70);
    assert_frame(session, "optimizer", true);
    run_well(session, "error-panel");
    assert_frame(session, "2 of 8 converged; the panel of errors hides the table; ", true);
    session_resize(session, 4, 10);
    canvas_free(draw_frame(session));
    session_free(session);
}
END_TEST

/* It follows the scheme and the function as other walks do. */
START_TEST(a_race_follows_what_is_shown)
{
    struct session *session = new_session(true);
    struct session *other = new_session(true);
    run_well(session, "race 1 1.5");
    run_well(session, "function himmelblau");
    run_well(session, "step 0.1");
    run_well(other, "function himmelblau");
    run_well(other, "step 0.1");
    run_well(other, "window -2:2 -2:2");
    run_well(session, "window -2:2 -2:2");
    run_well(other, "race 1 1.5");
    char *text = frame_text_of(session);
    char *expected = frame_text_of(other);
    ck_assert_str_eq(text, expected);
    free(text);
    free(expected);
    session_free(session);
    session_free(other);
}
END_TEST

/* A walk takes the place of a race, and one undo brings the race back. */
START_TEST(a_walk_replaces_a_race)
{
    static const char *const walking[] = { "descend", "descend 1 1", "walk-step" };
    struct session *session = new_session(true);
    run_well(session, "function himmelblau");
    run_well(session, "race");
    run_well(session, walking[_i]);
    assert_frame(session, " race: ", false);
    ck_assert_uint_eq(session->now.walk_count, 1);
    ck_assert_int_eq(count_marks(session, 'O'), 1);
    run_well(session, "descend 2 -2");
    ck_assert_int_eq(count_marks(session, 'O'), 2);
    run_well(session, "undo 2");
    assert_frame(session, " race: ", true);
    assert_fails(session, "descend 1 nan", "a finite number is wanted here");
    assert_frame(session, " race: ", true);
    session_free(session);
}
END_TEST

/* Where the gradient is 0 all stay where they are: nobody has won. */
START_TEST(a_race_from_a_flat_place_has_no_winner)
{
    struct session *session = new_session(true);
    run_well(session, "function saddle");
    run_well(session, "race 0 0");
    assert_frame(session, "race: it starts where |grad f| is 0, move the probe first", true);
    assert_frame(session, "first at step", false);
    run_well(session, "function abs(x)+abs(y)");
    assert_frame(session, "0 of 8 converged", true);
    assert_frame(session, " stuck", true);
    session_free(session);
}
END_TEST

static enum interruption_answer pause_always(void *context)
{
    (void)context;
    return INTERRUPTION_PAUSE;
}

/* Long walks go on side by side, not one after the other. */
START_TEST(walks_take_turns)
{
    enum { FRAMES_MOST = 400, FAR = 1000 };
    struct session *session = new_session(true);
    session_set_asker(session, pause_always, NULL);
    run_well(session, "steps 1000000");
    run_well(session, "lr 1e-9");
    run_well(session, "race 1 1");
    for (int i = 0; i < FRAMES_MOST && walks_outcome(session->walks, 0)->steps < FAR; i++)
        canvas_free(draw_frame(session));
    ck_assert_uint_ge(walks_outcome(session->walks, 0)->steps, FAR);
    for (size_t i = 1; i < OPTIMIZER_COUNT; i++)
        ck_assert_uint_gt(walks_outcome(session->walks, i)->steps, 0);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, walks_take_turns);
    tcase_add_test(cases, walks_are_those_of_descend);
    tcase_add_test(cases, a_chosen_rate_is_that_of_all);
    tcase_add_test(cases, a_race_is_one_change);
    tcase_add_loop_test(cases, a_walk_replaces_a_race, 0, 3);
    tcase_add_test(cases, a_race_from_a_flat_place_has_no_winner);
    tcase_add_test(cases, a_race_begins_at_the_probe);
    tcase_add_test(cases, distances_are_to_minima_in_sight);
    tcase_add_test(cases, costly_minima_must_be_asked_for);
    tcase_add_test(cases, a_small_frame_has_no_table);
    tcase_add_test(cases, a_race_follows_what_is_shown);
}

SUITE_MAIN("race of optimizers", add_cases)
