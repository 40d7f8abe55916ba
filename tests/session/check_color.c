/* Tests of the commands that choose what colours show, through the frame's legend. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "session/session.h"

enum { LEGEND_ROW = 20, LINE_SIZE = 1024 };

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .glyphs = GLYPHS_ascii,
                                             .background = BACKGROUND_unknown,
                                             .screen = true };
    return session_on(&terminal);
}

/* Fail unless the legend, at 80x24 in ASCII, begins so. */
static void assert_legend(struct session *session, const char *expected)
{
    char line[LINE_SIZE] = "";
    struct failure failure;
    struct canvas *canvas = canvas_new(0, 0);
    ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
    for (size_t column = 0; column < strlen(expected); column++)
        line[column] = (char)canvas_cell(canvas, LEGEND_ROW, (int)column).character;
    ck_assert_str_eq(line, expected);
    canvas_free(canvas);
}

START_TEST(every_quantity_is_named)
{
    static const char *const names[] = { "|grad f| #<0.7", "angle > 7 ^ F", "div(-grad f) #<=-3",
                                         "error", "true error", "angle error", "order", "best h",
                                         "trusted digits", "condition",
                                         "lr edge #", "basin #1 (0, 0)", "f #<", "df/dx0 #<=",
                                         "df/dx1 #<=" };
    struct session *session = new_session();
    int count = sizeof names / sizeof names[0];
    for (int i = 0; i <= count; i++) {
        assert_legend(session, names[i % count]);
        run_well(session, "color-next");
    }
    run_well(session, "color-previous");
    assert_legend(session, names[0]);
    run_well(session, "color-by grad1");
    assert_legend(session, names[count - 1]);
    session_free(session);
}
END_TEST

START_TEST(scales_and_ranges_belong_to_a_quantity)
{
    struct session *session = new_session();
    run_well(session, "range 1:4");
    assert_legend(session, "|grad f| #<1 #1 #1.5 #2 #2.5 #3 #3.5 #>=4");
    run_well(session, "color-by f");
    run_well(session, "scale log");
    run_well(session, "range 0.1:100");
    assert_legend(session, "f #<0.1 #0.1 ");
    run_well(session, "color-by magnitude");
    assert_legend(session, "|grad f| #<1 #1 #1.5 #2 #2.5 #3 #3.5 #>=4");
    run_well(session, "range auto");
    assert_legend(session, "|grad f| #<0.7");
    session_free(session);
}
END_TEST

START_TEST(colours_are_kept_and_chosen_anew)
{
    static const char *const keeping[] = { "pan-up 9", "right 3", "step 0.01", "scheme forward",
                                           "sign" };
    static const char *const choosing[] = { "zoom-in 3", "window 25:26 25:26", "function 9*x^2" };
    struct session *session = new_session();
    run_well(session, "color-by grad0");
    assert_legend(session, "df/dx0 #<=-9 #-6 #-3 #0 #3 #6 #>=9");
    for (size_t i = 0; i < sizeof keeping / sizeof keeping[0]; i++) {
        run_well(session, keeping[i]);
        assert_legend(session, "df/dx0 #<=-9 #-6 #-3 #0 #3 #6 #>=9");
    }
    run_well(session, "scheme central");
    run_well(session, "step 0.0001");
    for (size_t i = 0; i < sizeof choosing / sizeof choosing[0]; i++) {
        run_well(session, choosing[i]);
        struct canvas *canvas = canvas_new(0, 0);
        struct failure failure;
        ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
        ck_assert_int_ne(canvas_cell(canvas, LEGEND_ROW, 11).character, '9');
        canvas_free(canvas);
        run_well(session, "function x^2+y^2");
        run_well(session, "window -2:2 -2:2");
        assert_legend(session, "df/dx0 #<=-9");
    }
    session_free(session);
}
END_TEST

START_TEST(wrong_wishes_change_nothing)
{
    static const char *const lines[] = { "color-by x0", "color-by verdict", "color-by", "scale up",
                                         "range 2", "range 2:1", "range 1:nan", "color-next 0" };
    struct session *session = new_session();
    struct failure failure;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        ck_assert_int_eq(run(session, lines[i], &failure), STATUS_USAGE);
        assert_legend(session, "|grad f| #<0.7");
    }
    run_well(session, "scale log");
    ck_assert_int_eq(run(session, "range -1:1", &failure), STATUS_USAGE);
    run_well(session, "color-by angle");
    ck_assert_int_eq(run(session, "scale log", &failure), STATUS_USAGE);
    ck_assert_int_eq(run(session, "range 0:1", &failure), STATUS_USAGE);
    run_well(session, "scale auto");
    session_free(session);
}
END_TEST

/* Whatever is computed for colours is computed at the probe too, between two samples. */
START_TEST(the_row_of_the_probe_tells_every_quantity)
{
    static const char *const rows[][2] = {
        { "angle", "angle 0.27529 " },      { "divergence", "div -2.16 " },
        { "error", "error 9.1" },     { "true-error", "true error 9" },
        { "angle-error", "angle error " },  { "order", "order 2.1" },
        { "best-h", "best h 1.53e-5 " },    { "trust", "digits 9.6 " },
        { "condition", "condition 9" }, { "learning-rate", "no edge " },
        { "basin", "basin 0 " },            { "check", "wrong by 2 " },
        { "f", "|grad f| 3.67882 " },
    };
    char line[LINE_SIZE];
    struct failure failure;
    struct session *session = new_session();
    run_well(session, "function x^2*y + sin(x)");
    run_well(session, "probe 1 1.5");
    run_well(session, "check -2x*y - cos(x); -x^2");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct canvas *canvas = canvas_new(0, 0);
        snprintf(line, sizeof line, "color-by %s", rows[i][0]);
        run_well(session, line);
        ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
        for (int column = 0; column < 80; column++)
            line[column] = (char)canvas_cell(canvas, LEGEND_ROW + 1, column).character;
        line[80] = '\0';
        ck_assert_msg(strstr(line, rows[i][1]) != NULL, "no %s in %s", rows[i][1], line);
        canvas_free(canvas);
    }
    session_free(session);
}
END_TEST

/* Another check, and the one before it, is told at the probe at once. */
START_TEST(the_row_of_the_probe_tells_the_present_check)
{
    struct session *session = new_session();
    struct failure failure;
    struct text text = TEXT_EMPTY;
    static const char *const lines[][2] = { { "check 2x; -2y", "wrong by 2;" },
                                            { "check 2x; 2y", "wrong by 0;" },
                                            { "undo", "wrong by 2;" } };
    run_well(session, "function x^2 + y^2");
    run_well(session, "probe 0 1");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        run_well(session, lines[i][0]);
        text_clear(&text);
        ck_assert_int_eq(session_describe(session, &text, &failure), STATUS_OK);
        ck_assert_msg(strstr(text_string(&text), lines[i][1]) != NULL, "%s: %s", lines[i][0],
                      text_string(&text));
    }
    text_free(&text);
    session_free(session);
}
END_TEST

START_TEST(a_map_explains_its_numbers)
{
    struct failure failure;
    struct session *session = new_session();
    run_well(session, "function x^4 - x^2 + y^2");
    run_well(session, "color-by basin");
    assert_legend(session, "basin #1 (-0.707, 0) #2 (0.707, 0) #0 none");
    ck_assert_int_eq(run(session, "range 0:1", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "colours show basin, whose numbers are names");
    run_well(session, "function x + 2y");
    assert_legend(session, "basin #0 none");
    run_well(session, "color-by learning-rate");
    assert_legend(session, "lr edge  > no edge");
    session_free(session);
}
END_TEST

/* Maps of which valgrind sees the like in the one before, and each of which takes it long. */
START_TEST(more_maps_explain_theirs)
{
    struct session *session = new_session();
    run_well(session, "color-by basin");
    run_well(session, "function sin(3x)*sin(3y)");
    assert_legend(session, "basin #1 #2 #3 #4 #5 #6 #7, 8 as 1... #0 none");
    run_well(session, "function x^2 - y^2");
    assert_legend(session, "basin #0 none");
    run_well(session, "color-by learning-rate");
    assert_legend(session, "lr edge  > no edge");
    run_well(session, "function x + 2y");
    assert_legend(session, "lr edge  > no edge");
    run_well(session, "function x^2 + y^2");
    assert_legend(session, "lr edge # 1 everywhere  . flat");
    run_well(session, "check 2x; 2y");
    assert_legend(session, "wrong by # 0 everywhere  . flat");
    run_well(session, "function abs(x) + y^2");
    run_well(session, "check x > 0 ? 1 : -1; 2y");
    assert_legend(session, "wrong by # 0  A kink");
    run_well(session, "toggle-trust");
    assert_legend(session, "wrong by # 0  > unresolved");
    session_free(session);
}
END_TEST

/* What stays in sight of the window that colours were chosen in keeps its number. */
START_TEST(a_pan_keeps_the_numbers_of_basins)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "aspect fill");
    run_well(session, "window 0:7 -4:4");
    run_well(session, "color-by basin");
    assert_legend(session, "basin #1 (3, 2) #2 (3.58, -1.85) #0 none");
    run_well(session, "pan-left 17");
    assert_legend(session, "basin #1 (3, 2) #2 (3.58, -1.85) #3 (-2.81, 3.13)");
    run_well(session, "pan-left 5");
    assert_legend(session, "basin #3 (-2.81, 3.13) #4 (-3.78, -3.28)");
    run_well(session, "pan-right 5");
    assert_legend(session, "basin #1 (3, 2) #2 (3.58, -1.85) #3 (-2.81, 3.13)");
    /* Colours that are chosen anew have new numbers, without a frame in between too. */
    run_well(session, "rescale");
    assert_legend(session, "basin #1 (-2.81, 3.13) #2 (3, 2) #3 (3.58, -1.85)");
    run_well(session, "pan-left 5");
    run_well(session, "color-by f");
    run_well(session, "color-by basin");
    assert_legend(session, "basin #1 (-3.78, -3.28) #2 (-2.81, 3.13)");
    run_well(session, "undo");
    run_well(session, "undo");
    assert_legend(session, "basin #1 (-2.81, 3.13) #4 (-3.78, -3.28)");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_pan_keeps_the_numbers_of_basins);
    tcase_add_test(cases, a_map_explains_its_numbers);
    if (!suite_under_valgrind())
        tcase_add_test(cases, more_maps_explain_theirs);
    tcase_add_test(cases, the_row_of_the_probe_tells_every_quantity);
    tcase_add_test(cases, the_row_of_the_probe_tells_the_present_check);
    tcase_add_test(cases, every_quantity_is_named);
    tcase_add_test(cases, scales_and_ranges_belong_to_a_quantity);
    tcase_add_test(cases, colours_are_kept_and_chosen_anew);
    tcase_add_test(cases, wrong_wishes_change_nothing);
}

SUITE_MAIN("session color", add_cases)
