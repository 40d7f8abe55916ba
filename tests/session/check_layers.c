/* Tests of the layers contour and background through what commands do to the frame. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/session.h"

enum { ROWS = 24, COLUMNS = 80, WIDE = 120, LEGEND_ROW = 20, MESSAGE_ROW = 22 };

static struct session *new_session(enum background background)
{
    const struct display display = { .depth = DEPTH_256,
                                     .utf8 = true,
                                     .glyphs = GLYPHS_arrows,
                                     .background = background,
                                     .screen = true };
    return session_on(&display);
}

/* Fail unless the row has the text in it, or for a text with `!` before it, has it not. */
static void assert_has(const struct canvas *canvas, int row, const char *expected)
{
    struct text text = TEXT_EMPTY;
    bool wanted = expected[0] != '!';
    for (int column = 0; column < canvas_columns(canvas); column++) {
        char bytes[UTF8_LONGEST];
        size_t length = utf8_encode(canvas_cell(canvas, row, column).character, bytes);
        text_append_bytes(&text, bytes, length);
    }
    ck_assert_msg((strstr(text_string(&text), expected + !wanted) != NULL) == wanted, "%s",
                  text_string(&text));
    text_free(&text);
}

static bool same_rows(const struct canvas *a, const struct canvas *b, int from, int to)
{
    for (int row = from; row < to; row++)
        for (int column = 0; column < COLUMNS; column++)
            if (canvas_cell(a, row, column).character != canvas_cell(b, row, column).character)
                return false;
    return true;
}

/* Run a line and tell whether the field looks as before. */
static bool looks_same_after(struct session *session, const char *line)
{
    struct canvas *before = draw_frame(session);
    run_well(session, line);
    struct canvas *after = draw_frame(session);
    bool same = same_rows(before, after, 1, 18);
    canvas_free(before);
    canvas_free(after);
    return same;
}

START_TEST(lines_stay_where_f_does)
{
    static const char *const keeping[] = {
        "scheme forward", "step 0.01", "sign ascent", "toggle-legend", "toggle-background",
    };
    static const char *const changing[] = {
        "zoom-in", "pan-left", "function x*y*y", "toggle-contour", "toggle-contour",
    };
    struct session *session = new_session(BACKGROUND_dark);
    run_well(session, "function x*x+2*y*y");
    run_well(session, "layer contour");
    for (size_t i = 0; i < sizeof keeping / sizeof keeping[0]; i++)
        ck_assert_msg(looks_same_after(session, keeping[i]), "%s", keeping[i]);
    for (size_t i = 0; i < sizeof changing / sizeof changing[0]; i++)
        ck_assert_msg(!looks_same_after(session, changing[i]), "%s", changing[i]);
    session_free(session);
}
END_TEST

START_TEST(a_pan_and_back_is_the_same_picture)
{
    struct session *session = new_session(BACKGROUND_dark);
    run_well(session, "function x*x*x+2*y*y");
    run_well(session, "layer background,contour");
    struct canvas *before = draw_frame(session);
    run_well(session, "pan-left 30");
    canvas_free(draw_frame(session));
    run_well(session, "pan-right 30");
    struct canvas *after = draw_frame(session);
    ck_assert(same_rows(before, after, 1, 18));
    canvas_free(before);
    canvas_free(after);
    session_free(session);
}
END_TEST

START_TEST(variables_and_parameters_shape_the_lines)
{
    struct session *session = new_session(BACKGROUND_dark);
    run_well(session, "set a=1");
    run_well(session, "function a*x0*x0+x1*x1*x2");
    run_well(session, "layer contour");
    run_well(session, "at x2=1");
    ck_assert(!looks_same_after(session, "at x2=-1"));
    ck_assert(!looks_same_after(session, "set a=3"));
    session_free(session);
}
END_TEST

START_TEST(shades_that_cannot_be_seen_say_what_they_need)
{
    static const char advice[] = "background needs :background dark or light (--background)";
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, "toggle-background");
    struct canvas *canvas = draw_frame(session);
    assert_has(canvas, MESSAGE_ROW, advice);
    canvas_free(canvas);
    run_well(session, "layer background,legend");
    session_resize(session, ROWS, WIDE);
    canvas = draw_frame(session);
    assert_has(canvas, LEGEND_ROW, advice);
    canvas_free(canvas);
    run_well(session, "background dark");
    canvas = draw_frame(session);
    assert_has(canvas, MESSAGE_ROW, "!background");
    assert_has(canvas, LEGEND_ROW, "f low ");
    ck_assert_int_ge(canvas_cell(canvas, 1, WIDE / 2).pen.background, 232);
    canvas_free(canvas);
    session_free(session);
}
END_TEST

START_TEST(any_size_can_be_drawn)
{
    struct session *session = new_session(BACKGROUND_light);
    run_well(session, "function 1/(x*y)");
    run_well(session, "layer background,contour,arrows,legend");
    for (int rows = 0; rows < 30; rows += 3) {
        for (int columns = 0; columns < 100; columns += 13) {
            session_resize(session, rows, columns);
            canvas_free(draw_frame(session));
        }
    }
    run_well(session, "spacing 16");
    canvas_free(draw_frame(session));
    session_free(session);
}
END_TEST

/* What colours show is not what lines are drawn at, even where a pan has led far from home. */
START_TEST(colours_move_no_line)
{
    static const char *const layers[] = { "layer contour", "layer quiver", "layer stream" };
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, layers[_i]);
    run_well(session, "function exp(x)+y^2");
    run_well(session, "window 0:2 0:2");
    run_well(session, "pan-right 20");
    ck_assert(looks_same_after(session, "color-by divergence"));
    ck_assert(looks_same_after(session, "color-by f"));
    ck_assert(looks_same_after(session, "scale log"));
    ck_assert(looks_same_after(session, "range 1:2"));
    session_free(session);
}
END_TEST

/* Lines of other layers leave the numbers of contours as they are. */
START_TEST(no_number_is_cut)
{
    static const char *const layers[] = { "layer contour,stream", "layer contour,quiver",
                                          "layer contour,nullclines" };
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, "function himmelblau");
    run_well(session, layers[_i]);
    struct canvas *crossed = draw_frame(session);
    int digits = 0;
    for (int row = 1; row < 18; row++) {
        for (int column = 7; column < COLUMNS; column++) {
            uint32_t character = canvas_cell(crossed, row, column).character;
            bool is_digit = character >= '0' && character <= '9';
            uint32_t before = canvas_cell(crossed, row, column - 1).character;
            bool begins = is_digit && !(before >= '0' && before <= '9');
            digits += is_digit;
            ck_assert(!begins || character != '0');
        }
    }
    ck_assert_int_gt(digits, 10);
    canvas_free(crossed);
    session_free(session);
}
END_TEST

/* Whether the field looks otherwise with the layer nullclines. */
static bool has_nullclines(struct session *session, const char *function)
{
    run_well(session, "layer arrows");
    run_well(session, function);
    return !looks_same_after(session, "layer arrows,nullclines");
}

START_TEST(a_change_of_sign_across_a_pole_or_a_jump_is_no_zero)
{
    static const char *const without[] = {
        "function 1/x+y", "function tan(x)+y",      "function log(abs(x))+y",
        "function abs(x)+y", "function 1/(x+y)", "function sqrt(-1-x^2)",
    };
    struct session *session = new_session(BACKGROUND_unknown);
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++)
        ck_assert_msg(!has_nullclines(session, without[i]), "%s", without[i]);
    ck_assert(has_nullclines(session, "function sin(x)+y"));
    ck_assert(has_nullclines(session, "function 1/(x^2+1)+y"));
    session_free(session);
}
END_TEST

START_TEST(nullclines_are_exact_and_follow_what_is_shown)
{
    static const char *const keeping[] = { "scheme forward", "step 0.5", "toggle-trust" };
    static const char *const changing[] = {
        "zoom-in", "pan-left", "set a=3", "at x2=5", "function x*y", "toggle-nullclines",
    };
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, "set a=1");
    run_well(session, "function (x-a/4)^2+(y-x2/9)^2*x");
    run_well(session, "layer nullclines");
    for (size_t i = 0; i < sizeof keeping / sizeof keeping[0]; i++)
        ck_assert_msg(looks_same_after(session, keeping[i]), "%s", keeping[i]);
    for (size_t i = 0; i < sizeof changing / sizeof changing[0]; i++)
        ck_assert_msg(!looks_same_after(session, changing[i]), "%s", changing[i]);
    session_free(session);
}
END_TEST

START_TEST(the_legend_names_the_nullclines_in_sight)
{
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, "layer nullclines,legend");
    run_well(session, "function x^2+y^2");
    struct canvas *canvas = draw_frame(session);
    assert_has(canvas, LEGEND_ROW, "⠒ ∂f/∂x0 = 0  ⠂ ∂f/∂x1 = 0 ");
    canvas_free(canvas);
    run_well(session, "function x^2");
    canvas = draw_frame(session);
    assert_has(canvas, LEGEND_ROW, "⠒ ∂f/∂x0 = 0  ⠂ ∂f/∂x1 = 0 everywhere");
    canvas_free(canvas);
    run_well(session, "function x^2+y");
    canvas = draw_frame(session);
    assert_has(canvas, LEGEND_ROW, "⠒ ∂f/∂x0 = 0");
    assert_has(canvas, LEGEND_ROW, "!∂f/∂x1");
    canvas_free(canvas);
    session_free(session);
}
END_TEST

/* Where there was nothing to measure lengths by, what comes into sight is not left out. */
START_TEST(a_flat_window_keeps_no_scale)
{
    static const char *const layers[] = { "layer quiver", "layer contour" };
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, layers[_i]);
    run_well(session, "function max(x0,0)*2");
    run_well(session, "window -4:-2 -1:1");
    canvas_free(draw_frame(session));
    ck_assert(!looks_same_after(session, "pan-right 60"));
    session_free(session);
}
END_TEST

/* The dots of the row of a quiver's arrows of one length that point east, one for each cell. */
static int dotted_cells(struct session *session, const char *cell_aspect)
{
    run_well(session, cell_aspect);
    struct canvas *canvas = draw_frame(session);
    int cells = 0;
    for (int column = 0; column < COLUMNS; column++) {
        uint32_t character = canvas_cell(canvas, 9, column).character;
        cells += character > 0x2800 && character < 0x2900;
    }
    canvas_free(canvas);
    return cells;
}

/* Cells twice as wide are half as many for the same length on screen. */
START_TEST(lengths_are_those_on_screen)
{
    struct session *session = new_session(BACKGROUND_unknown);
    run_well(session, "layer quiver");
    run_well(session, "function -x");
    int narrow = dotted_cells(session, "cell-aspect 0.5");
    int wide = dotted_cells(session, "cell-aspect 1");
    ck_assert_int_gt(narrow, 0);
    ck_assert_int_gt(wide, 0);
    ck_assert_int_le(4 * wide, 3 * narrow);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_change_of_sign_across_a_pole_or_a_jump_is_no_zero);
    tcase_add_test(cases, nullclines_are_exact_and_follow_what_is_shown);
    tcase_add_test(cases, the_legend_names_the_nullclines_in_sight);
    tcase_add_loop_test(cases, colours_move_no_line, 0, 3);
    tcase_add_loop_test(cases, no_number_is_cut, 0, 3);
    tcase_add_loop_test(cases, a_flat_window_keeps_no_scale, 0, 2);
    tcase_add_test(cases, lengths_are_those_on_screen);
    tcase_add_test(cases, lines_stay_where_f_does);
    tcase_add_test(cases, a_pan_and_back_is_the_same_picture);
    tcase_add_test(cases, variables_and_parameters_shape_the_lines);
    tcase_add_test(cases, shades_that_cannot_be_seen_say_what_they_need);
    tcase_add_test(cases, any_size_can_be_drawn);
}

SUITE_MAIN("layers of a session", add_cases)
