/* Tests of when streamlines stay and when they are drawn anew. */
#include "lines.h"

#include <string.h>

#include "session/session.h"

enum { ROWS = 24, COLUMNS = 80, FIELD_ROW = 1, FIELD_ROWS = 17, GUTTER = 7 };

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .utf8 = true,
                                             .glyphs = GLYPHS_arrows,
                                             .background = BACKGROUND_unknown };
    struct session *session = session_on(&terminal);
    session_resize(session, ROWS, COLUMNS);
    run_well(session, "function himmelblau");
    run_well(session, "layer stream,legend");
    return session;
}

static bool same_cell(struct cell a, struct cell b)
{
    return a.character == b.character && a.pen.foreground == b.pen.foreground &&
           a.pen.attributes == b.pen.attributes;
}

/* Cells of the field of one canvas that differ from those of another, `down` and `right` of them. */
static int count_different(const struct canvas *one, const struct canvas *other, int down,
                           int right)
{
    int different = 0;
    for (int row = 0; row < FIELD_ROWS; row++)
        for (int column = GUTTER; column < COLUMNS; column++) {
            int moved = row + down;
            if (moved < 0 || moved >= FIELD_ROWS || column + right < GUTTER ||
                column + right >= COLUMNS)
                continue;
            different += !same_cell(canvas_cell(one, FIELD_ROW + row, column),
                                    canvas_cell(other, FIELD_ROW + moved, column + right));
        }
    return different;
}

/* Fail unless both sessions show the same field. Frees the sessions. */
static void assert_same(struct session *one, struct session *other)
{
    struct canvas *canvases[2] = { draw_frame(one), draw_frame(other) };
    ck_assert_int_eq(count_different(canvases[0], canvases[1], 0, 0), 0);
    canvas_free(canvases[0]);
    canvas_free(canvases[1]);
    session_free(one);
    session_free(other);
}

START_TEST(a_pan_moves_the_lines)
{
    static const struct {
        const char *command;
        int down;
        int right;
    } pans[] = {
        { "pan-up", 1, 0 }, { "pan-down 3", -3, 0 }, { "pan-left 2", 0, 4 },
        { "pan-right", 0, -2 }, { "pan-up 9", 9, 0 },
    };
    struct session *session = new_session();
    struct canvas *before = draw_frame(session);
    for (size_t i = 0; i < sizeof pans / sizeof pans[0]; i++) {
        run_well(session, pans[i].command);
        struct canvas *after = draw_frame(session);
        ck_assert_msg(count_different(before, after, pans[i].down, pans[i].right) == 0, "%s",
                      pans[i].command);
        canvas_free(before);
        before = after;
    }
    canvas_free(before);
    session_free(session);
}
END_TEST

START_TEST(frames_between_change_nothing)
{
    static const char *const commands[] = { "pan-up 2", "left 30", "pan-right 3", "pan-down" };
    struct session *sessions[2] = { new_session(), new_session() };
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        for (int which = 0; which < 2; which++)
            run_well(sessions[which], commands[i]);
        canvas_free(draw_frame(sessions[0]));
    }
    assert_same(sessions[0], sessions[1]);
}
END_TEST

START_TEST(other_directions_begin_anew)
{
    static const char *const commands[] = { "step 0.5", "scheme forward", "function x^2-y^2",
                                            "zoom-in", "spacing 3", "window -1:2 -3:4" };
    struct session *panned = new_session();
    struct session *fresh = new_session();
    run_well(panned, "pan-up 3");
    run_well(panned, "pan-down 3");
    run_well(panned, commands[_i]);
    run_well(fresh, commands[_i]);
    assert_same(panned, fresh);
}
END_TEST

START_TEST(lines_that_were_hidden_come_back)
{
    struct session *toggled = new_session();
    run_well(toggled, "toggle-stream");
    struct canvas *hidden = draw_frame(toggled);
    for (int row = 0; row < FIELD_ROWS; row++)
        for (int column = GUTTER; column < COLUMNS; column++)
            ck_assert_uint_eq(canvas_cell(hidden, FIELD_ROW + row, column).character, ' ');
    canvas_free(hidden);
    run_well(toggled, "toggle-stream");
    assert_same(toggled, new_session());
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_pan_moves_the_lines);
    tcase_add_test(cases, frames_between_change_nothing);
    tcase_add_loop_test(cases, other_directions_begin_anew, 0,
                        getenv("TEST_UNDER_VALGRIND") == NULL ? 6 : 1);
    tcase_add_test(cases, lines_that_were_hidden_come_back);
}

SUITE_MAIN("session streams", add_cases)
