/* Tests of the tour: its pages can be read and carried out, and what they claim is so. */
#include "lines.h"

#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/state.h"
#include "session/tour.h"
#include "session/walks.h"

enum { ROWS = 18, COLUMNS = 80, HEADING_MOST = 40 };

static struct session *new_session(void)
{
    return session_on_terminal(ROWS, COLUMNS);
}

static void begin(struct session *session)
{
    struct failure failure;
    ck_assert(!tour_is_on(session));
    ck_assert_int_eq(tour_begin(session, &failure), STATUS_OK);
    ck_assert(tour_is_on(session));
}

static void turn(struct session *session, size_t index)
{
    struct failure failure = { .message = "" };
    ck_assert_msg(tour_turn(session, index, &failure) == STATUS_OK, "page %zu: %s", index + 1,
                  failure.message);
    ck_assert_uint_eq(tour_page_shown(session), index);
}

/* The page with that heading. */
static size_t page_called(const char *heading)
{
    for (size_t i = 0; i < tour_page_count(); i++)
        if (strcmp(tour_page_at(i)->heading, heading) == 0)
            return i;
    ck_abort_msg("no page '%s'", heading);
    return 0;
}

/* Append what a frame of the session shows, a line each row. */
static void append_frame(struct session *session, struct text *text)
{
    struct canvas *canvas = draw_frame(session);
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            char bytes[UTF8_LONGEST];
            size_t size = utf8_encode(canvas_cell(canvas, row, column).character, bytes);
            text_append_bytes(text, bytes, size);
        }
        text_append(text, "\n");
    }
    canvas_free(canvas);
}

static void assert_shows(struct session *session, const char *words)
{
    struct text frame = TEXT_EMPTY;
    append_frame(session, &frame);
    ck_assert_msg(strstr(text_string(&frame), words) != NULL, "no '%s' in\n%s", words,
                  text_string(&frame));
    text_free(&frame);
}

/* Fail unless the text has at most so many lines of so many columns. */
static void assert_fits(const char *text, int lines, size_t columns)
{
    for (int line = 0; *text != '\0'; line++) {
        size_t length = strcspn(text, "\n");
        ck_assert_msg(line < lines && utf8_count(text, length) <= columns, "'%.*s'", (int)length,
                      text);
        text += length + (text[length] == '\n' ? 1 : 0);
    }
}

START_TEST(every_page_can_be_read_in_a_usual_terminal)
{
    const struct tour_page *page = tour_page_at((size_t)_i);
    struct text text = TEXT_EMPTY;
    ck_assert_uint_le(strlen(page->heading), HEADING_MOST);
    ck_assert_ptr_null(strstr(page->text, "grad f"));
    for (int ascii = 0; ascii < 2; ascii++) {
        text_clear(&text);
        tour_append_lines(page, TOUR_COLUMNS, ascii == 1, &text);
        ck_assert(!text.failed);
        assert_fits(text_string(&text), TOUR_LINES_MOST, TOUR_COLUMNS);
        ck_assert_ptr_null(strchr(text_string(&text), '~'));
        for (size_t i = 0; ascii == 1 && i < text.length; i++)
            ck_assert_int_gt(text.bytes[i], 0);
    }
    text_free(&text);
}
END_TEST

/* Of a narrow text every word is there, in order, and words are whole. */
START_TEST(lines_are_broken_at_blanks)
{
    static const struct tour_page page = { "", "", "of -grad~f and |grad~f| at (1,~2)" };
    static const struct {
        int columns;
        bool ascii;
        const char *lines;
    } cases[] = {
        { 80, false, "of \u2212\u2207f and |\u2207f| at (1, 2)" },
        { 80, true, "of -grad f and |grad f| at (1, 2)" },
        { 10, true, "of -grad f\nand\n|grad f|\nat (1, 2)" },
        { 10, false, "of \u2212\u2207f and\n|\u2207f| at\n(1, 2)" },
        { 1, true, "of\n-grad f\nand\n|grad f|\nat\n(1, 2)" },
    };
    struct text text = TEXT_EMPTY;
    tour_append_lines(&page, cases[_i].columns, cases[_i].ascii, &text);
    ck_assert_str_eq(text_string(&text), cases[_i].lines);
    text_free(&text);
}
END_TEST

/* What the pages say is seen, and what becomes of it after the lines that they propose. */
static const struct {
    const char *heading;
    const char *lines[3];
    const char *shown[3];
} claims[] = {
    { "A field of arrows", { NULL }, { "sum(x**2)", "x0 0  ", "f 0  " } },
    { "The gradient and its negative", { NULL },
      { "x0 1.6     x1 1.2     f 4 ", "\u2212\u2207f -3.2 -2.4", "|\u2207f| 4 " } },
    { "Turned round", { NULL }, { "x0 1.6     x1 1.2", "   \u2207f 3.2 2.4", "|\u2207f| 4 " } },
    { "Turned round", { "sign" }, { "\u2212\u2207f -3.2 -2.4" } },
    { "Away from the minimum they grow", { NULL }, { "|\u2207f| = ", "|\u2207f| 0 " } },
    { "Away from the minimum they grow", { "right" }, { "x0 0.4 ", "|\u2207f| 0.8 " } },
    { "Away from the minimum they grow", { "right 2" }, { "x0 0.8 ", "|\u2207f| 1.6 " } },
    { "Not to the minimum, but down", { NULL },
      { "x^2/20 + y^2", "x0 -10     x1 6", "\u2212\u2207f 1 -12 " } },
    { "Follow one", { NULL },
      { "plain lr 0.1, 100 steps: ", "|grad f| 2.037e-9, step limit", "@ so far" } },
    { "A rate that crawls", { NULL }, { "plain lr 1e-10, 100 steps: f 25, ", "too slow", "O" } },
    { "A rate that crawls", { "lr 0.01", "descend" }, { "plain lr 0.01, 100 steps: f 0.4397" } },
    { "A rate that runs", { NULL }, { "plain lr 0.4, 15 steps: ", "converged", "*" } },
    { "A rate that runs", { "lr 0.9", "descend" }, { "plain lr 0.9, 100 steps: ", "step limit" } },
    { "A rate that explodes", { NULL }, { "plain lr 10, 3 steps: f 1.176e9, ", "diverged" } },
    { "A rate that explodes", { "lr 0.5", "descend" }, { "plain lr 0.5, 1 step: ", "converged" } },
    { "An h that is too small", { NULL }, { "= f(x+h) = f(x)", "dead ", "0 steps: f 25, " } },
    { "An h that is too small", { "step-decade-larger 4" }, { "100 steps: ", "\u2190 \u2190" } },
    { "An h that is too large", { NULL }, { "? may be reversed", "15 steps: f 8, ", "converged" } },
    { "An h that is too large", { "step-decade-smaller" }, { "15 steps: f 0.08, ", "converged" } },
};

START_TEST(the_pages_show_what_they_say)
{
    struct session *session = new_session();
    begin(session);
    turn(session, page_called(claims[_i].heading));
    for (int i = 0; i < 3 && claims[_i].lines[i] != NULL; i++)
        run_well(session, claims[_i].lines[i]);
    session_set_message(session, "");
    for (int i = 0; i < 3 && claims[_i].shown[i] != NULL; i++)
        assert_shows(session, claims[_i].shown[i]);
    session_free(session);
}
END_TEST

/* Where the walk of a page stands, to so many decimals. */
static void assert_ends(const char *heading, double x0, double x1, double within)
{
    struct session *session = new_session();
    begin(session);
    turn(session, page_called(heading));
    canvas_free(draw_frame(session));
    const double *last = walks_trails(session->walks)[0].last;
    ck_assert_msg(fabs(last[0] - x0) <= within && fabs(last[1] - x1) <= within, "%s: %g, %g",
                  heading, last[0], last[1]);
    session_free(session);
}

START_TEST(the_walks_end_where_the_pages_say)
{
    assert_ends("Follow one", -6.1111e-10, 8.1481e-10, 1e-13);
    assert_ends("A rate that crawls", -2.99999994, 3.99999992, 1e-12);
    assert_ends("A rate that runs", 0, 0, 1e-9);
    assert_ends("An h that is too small", -3, 4, 0);
    assert_ends("An h that is too large", -2, -2, 1e-9);
}
END_TEST

/* The first step with a rate of 10. */
START_TEST(the_first_step_explodes_as_the_page_says)
{
    struct session *session = new_session();
    begin(session);
    turn(session, page_called("A rate that explodes"));
    canvas_free(draw_frame(session));
    const struct trail *trail = &walks_trails(session->walks)[0];
    ck_assert_uint_ge(trail->count, 2);
    ck_assert_double_eq_tol(trail->places[1][0], 57, 1e-6);
    ck_assert_double_eq_tol(trail->places[1][1], -76, 1e-6);
    session_free(session);
}
END_TEST

/* Most arrows are back after the key that a page proposes. */
START_TEST(arrows_come_back_with_h)
{
    struct session *session = new_session();
    struct text words = TEXT_EMPTY;
    struct failure failure;
    begin(session);
    turn(session, page_called("An h that is too small"));
    run_well(session, "step-decade-larger 4");
    ck_assert_int_eq(session_describe(session, &words, &failure), STATUS_OK);
    ck_assert_ptr_nonnull(strstr(text_string(&words), "at the 349 of 407 places that have one"));
    text_free(&words);
    session_free(session);
}
END_TEST

/* A setup leaves nothing to undo, to say or to ask, whatever the page before left. */
START_TEST(every_page_begins_anew)
{
    struct session *session = new_session();
    struct failure failure;
    begin(session);
    for (size_t i = 0; i < tour_page_count(); i++) {
        turn(session, i);
        struct text first = TEXT_EMPTY;
        struct text again = TEXT_EMPTY;
        append_frame(session, &first);
        ck_assert_str_eq(session_message(session), "");
        ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
        ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
        run_well(session, "function himmelblau");
        run_well(session, "descend 1 1");
        turn(session, i);
        append_frame(session, &again);
        ck_assert_str_eq(text_string(&again), text_string(&first));
        text_free(&first);
        text_free(&again);
    }
    session_free(session);
}
END_TEST

START_TEST(a_tour_leaves_everything_as_it_was)
{
    struct session *session = new_session();
    struct failure failure;
    struct text before = TEXT_EMPTY;
    struct text after = TEXT_EMPTY;
    run_well(session, "function himmelblau");
    run_well(session, "mark a");
    double marked = session_window(session)->low[0];
    run_well(session, "zoom-in");
    run_well(session, "descend 1 1");
    session_set_message(session, "");
    append_frame(session, &before);
    begin(session);
    for (size_t i = 0; i < tour_page_count(); i++)
        turn(session, i);
    run_well(session, "window 100:200 100:200");
    run_well(session, "mark a");
    tour_leave(session);
    ck_assert(!tour_is_on(session));
    session_set_message(session, "");
    append_frame(session, &after);
    ck_assert_str_eq(text_string(&after), text_string(&before));
    run_well(session, "undo 3");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    assert_shows(session, "f of sum(x**2)");
    run_well(session, "redo");
    assert_shows(session, "himmelblau");
    run_well(session, "redo");
    run_well(session, "go-to a");
    ck_assert_double_eq(session_window(session)->low[0], marked);
    text_free(&before);
    text_free(&after);
    session_free(session);
}
END_TEST

/* Keys and switches too, though they are no part of what is undone. */
START_TEST(a_tour_leaves_keys_and_switches_as_they_were)
{
    struct session *session = new_session();
    run_well(session, "bind z zoom-in 3");
    begin(session);
    ck_assert_str_eq(keymap_line(session_keymap(session), "z"), "zoom-in 3");
    run_well(session, "bind s help");
    run_well(session, "unbind z");
    run_well(session, "set mouse");
    turn(session, 1);
    ck_assert_str_eq(keymap_line(session_keymap(session), "s"), "help");
    tour_leave(session);
    ck_assert_str_eq(keymap_line(session_keymap(session), "s"), "sign");
    ck_assert_str_eq(keymap_line(session_keymap(session), "z"), "zoom-in 3");
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    session_free(session);
}
END_TEST

/* What a terminal or an eye needs is no matter of the pages. */
START_TEST(a_tour_keeps_how_things_are_written)
{
    struct session *session = new_session();
    run_well(session, "glyphs digits");
    run_well(session, "background light");
    run_well(session, "cell-aspect 0.4");
    begin(session);
    turn(session, page_called("A field of arrows"));
    assert_shows(session, "6 6 6 6");
    ck_assert_int_eq(session_color(session).background, BACKGROUND_light);
    ck_assert_double_eq(session->now.cell_aspect, 0.4);
    session_free(session);
}
END_TEST

START_TEST(the_command_asks_for_a_page)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "tour");
    ck_assert_int_eq(session_take_request(session), REQUEST_TOUR);
    ck_assert_uint_eq(tour_wanted(session), 0);
    run_well(session, "tour 3");
    ck_assert_int_eq(session_take_request(session), REQUEST_TOUR);
    ck_assert_uint_eq(tour_wanted(session), 2);
    ck_assert_int_eq(run(session, "tour 13", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "the tour has 12 pages");
    ck_assert_int_eq(run(session, "tour 0", &failure), STATUS_USAGE);
    ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    session_free(session);
}
END_TEST

START_TEST(without_a_screen_the_pages_are_told)
{
    struct session *session = new_session();
    struct display none = { .utf8 = true };
    session_set_display(session, &none);
    run_well(session, "tour 6");
    const char *told = session_told(session);
    ck_assert_int_eq(strncmp(told, "6/12  Follow one\nA walk from O, at (-3, 4).", 42), 0);
    ck_assert_ptr_nonnull(strstr(told, "Each step is \u2212\u2207f times"));
    ck_assert_ptr_nonnull(strstr(told, "\n  :probe -3 4\n  :lr 0.1\n  :descend\n"));
    ck_assert_ptr_null(strstr(told, "7/12"));
    run_well(session, "tour");
    told = session_told(session);
    ck_assert_ptr_nonnull(strstr(told, "\n1/12  A field of arrows\n"));
    ck_assert_ptr_nonnull(strstr(told, "  :sign ascent\n\n4/12  Away"));
    ck_assert_ptr_nonnull(strstr(told, "\n12/12  Your turn\n"));
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, every_page_can_be_read_in_a_usual_terminal, 0,
                        (int)tour_page_count());
    tcase_add_loop_test(cases, lines_are_broken_at_blanks, 0, 5);
    tcase_add_loop_test(cases, the_pages_show_what_they_say, 0,
                        (int)(sizeof claims / sizeof claims[0]));
    tcase_add_test(cases, the_walks_end_where_the_pages_say);
    tcase_add_test(cases, the_first_step_explodes_as_the_page_says);
    tcase_add_test(cases, arrows_come_back_with_h);
    tcase_add_test(cases, every_page_begins_anew);
    tcase_add_test(cases, a_tour_leaves_everything_as_it_was);
    tcase_add_test(cases, a_tour_leaves_keys_and_switches_as_they_were);
    tcase_add_test(cases, a_tour_keeps_how_things_are_written);
    tcase_add_test(cases, the_command_asks_for_a_page);
    tcase_add_test(cases, without_a_screen_the_pages_are_told);
}

SUITE_MAIN("session tour", add_cases)
