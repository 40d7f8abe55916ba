/* Tests of the tour by keys: its pages below the field and alone, and the way out. */
#include "fixture.h"

#include "session/tour.h"

enum { LAST_ROW = ROWS - 1 };

/* Whether words stand in a row of what is drawn now. */
static bool shows(const struct fixture *fixture, const char *words)
{
    char text[ROW_SIZE];
    draw(fixture);
    for (int row = 0; row < canvas_rows(fixture->canvas); row++)
        if (strstr(row_text(fixture->canvas, row, text), words) != NULL)
            return true;
    return false;
}

static void assert_shows(const struct fixture *fixture, const char *words)
{
    ck_assert_msg(shows(fixture, words), "no '%s'", words);
}

/* Let time pass until the whole of a walk is shown, and how it ended. */
static void show_walk(const struct fixture *fixture)
{
    while (control_wait(fixture->control) >= 0)
        control_tick(fixture->control);
}

static struct fixture touring(const char *lines)
{
    struct fixture fixture = fixture_new();
    press(&fixture, lines);
    press(&fixture, ": t o u r <Enter>");
    return fixture;
}

/* The row of the heading at the usual size. */
static int heading_row(void)
{
    return ROWS - TOUR_LINES_MOST - 2;
}

START_TEST(pages_are_turned)
{
    struct fixture fixture = touring("l");
    assert_row(&fixture, heading_row(), "1/12  A field of arrows");
    assert_row(&fixture, heading_row() + 1, "The function here is sum(x**2), ");
    assert_row(&fixture, LAST_ROW, "Space next  q leave  ? all keys");
    press(&fixture, "<Space>");
    assert_row(&fixture, heading_row(), "2/12  ");
    assert_row(&fixture, LAST_ROW, "Space next  q leave  Backspace back  ? all keys");
    press(&fixture, "<Enter>");
    assert_row(&fixture, heading_row(), "3/12  ");
    press(&fixture, "<PageDown>");
    assert_row(&fixture, heading_row(), "4/12  ");
    press(&fixture, "<Backspace> <PageUp>");
    assert_row(&fixture, heading_row(), "2/12  ");
    press(&fixture, "^H");
    assert_row(&fixture, heading_row(), "1/12  ");
    ck_assert(!fixture.control->ring);
    press(&fixture, "<Backspace>");
    ck_assert(fixture.control->ring);
    assert_row(&fixture, heading_row() - 1, "this is the first page");
    for (size_t i = 1; i < tour_page_count(); i++)
        press(&fixture, "<Space>");
    assert_row(&fixture, heading_row(), "12/12  Your turn");
    assert_row(&fixture, LAST_ROW, "Space end  q leave");
    press(&fixture, "<Space>");
    ck_assert(!fixture.control->ended);
    assert_row(&fixture, ROWS - 2, "that was the tour; :tour begins it anew");
    press(&fixture, "q");
    ck_assert(fixture.control->ended);
    fixture_free(fixture);
}
END_TEST

/* Wherever it is left, and after keys of the field, all is as it was, undo too. */
START_TEST(leaving_brings_everything_back)
{
    static const char *const ways[] = { "q",
                                        "<Esc>",
                                        "^C",
                                        "<Space> <Space> j j s t c q",
                                        "<Space> d D : l r <Space> 3 <Enter> <Esc>",
                                        ": t o u r <Enter> q",
                                        ": t o u r <Space> 7 <Enter> d q",
                                        ": r e s e t <Enter> q",
                                        "? q q",
                                        "/ <Down> <Enter> x q",
                                        "3 <Esc> q",
                                        "t <Esc> u q" };
    /* Colours that a long way has kept would be others if they were chosen anew. */
    struct fixture fixture = fixture_new();
    struct fixture other = fixture_new();
    draw(&fixture);
    draw(&other);
    press(&fixture, "9 0 L l d : t o u r <Enter>");
    press(&other, "9 0 L l d");
    show_walk(&other);
    press(&fixture, ways[_i]);
    ck_assert(!tour_is_on(fixture.session));
    ck_assert(!fixture.control->ended);
    session_set_message(fixture.session, "");
    session_set_message(other.session, "");
    assert_same_field(&fixture, &other);
    press(&fixture, "2 u");
    press(&other, "2 u");
    assert_same_field(&fixture, &other);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(a_tour_that_is_left_can_go_on)
{
    struct fixture fixture = touring("");
    press(&fixture, "<Space> <Space> <Space> q");
    assert_row(&fixture, ROWS - 2, "the tour is left; :tour 4 goes on with it");
    press(&fixture, ": t o u r <Space> 4 <Enter>");
    assert_row(&fixture, heading_row(), "4/12  Away from the minimum they grow");
    fixture_free(fixture);
}
END_TEST

/* What the pages ask the reader to press. */
static const struct {
    int page;
    const char *keys;
    const char *shown;
} tries[] = {
    { 1, "l l", "x0 0.8 " },
    { 3, "s", "\u2212\u2207f -3.2 -2.4" },
    { 3, "s s", "   \u2207f 3.2 2.4" },
    { 4, "l l l", "|\u2207f| 2.4 " },
    { 6, "l l d", "plain lr 0.1" },
    { 7, ": l r <Space> 0 . 0 1 <Enter> d", "plain lr 0.01: too slow" },
    { 8, ": l r <Space> 0 . 9 <Enter> d", "plain lr 0.9: step limit" },
    { 9, ": l r <Space> 0 . 5 <Enter> d", "plain lr 0.5: converged at step 1" },
    { 10, "} } } }", "central h=1e-14" },
    { 11, "{", "forward h=0.4" },
    { 12, "o", "the next walk: momentum" },
    { 12, "x", "minimum" },
    { 12, "[", "central h=5e-5" },
};

START_TEST(the_reader_may_try)
{
    struct fixture fixture = touring("");
    for (int page = 1; page < tries[_i].page; page++)
        press(&fixture, "<Space>");
    press(&fixture, tries[_i].keys);
    show_walk(&fixture);
    assert_shows(&fixture, tries[_i].shown);
    char heading[8];
    snprintf(heading, sizeof heading, "%d/12", tries[_i].page);
    assert_row(&fixture, heading_row(), heading);
    fixture_free(fixture);
}
END_TEST

/* While a command is typed its text stands where it always does, and Space belongs to it. */
START_TEST(a_command_is_typed_over_the_page)
{
    struct fixture fixture = touring("");
    press(&fixture, ": l r <Space>");
    assert_row(&fixture, heading_row() - 1, ":lr");
    assert_row(&fixture, heading_row(), "lr R|auto");
    assert_row(&fixture, heading_row() + 1, "The function here");
    assert_row(&fixture, LAST_ROW, "");
    ck_assert(!shows(&fixture, "Space next"));
    press(&fixture, "<Esc>");
    assert_row(&fixture, heading_row(), "1/12  ");
    assert_row(&fixture, LAST_ROW, "Space next");
    fixture_free(fixture);
}
END_TEST

/* A count or a begun key waits for its end, which no key of the tour is. */
START_TEST(begun_keys_go_on)
{
    struct fixture fixture = touring("");
    press(&fixture, "t q");
    ck_assert(tour_is_on(fixture.session));
    assert_shows(&fixture, "too short");
    press(&fixture, "2 <Esc>");
    ck_assert(tour_is_on(fixture.session));
    press(&fixture, "` q");
    ck_assert(tour_is_on(fixture.session));
    press(&fixture, "q");
    ck_assert(!tour_is_on(fixture.session));
    fixture_free(fixture);
}
END_TEST

START_TEST(a_page_that_covers_has_the_whole_screen)
{
    struct fixture fixture = touring("");
    press(&fixture, "?");
    assert_row(&fixture, 0, "keys and commands");
    assert_row(&fixture, LAST_ROW, "q leave");
    press(&fixture, KEY_NAME_PASTE_BEGIN " l " KEY_NAME_PASTE_END);
    assert_row(&fixture, LAST_ROW, "pasted text goes to");
    press(&fixture, "q");
    assert_row(&fixture, heading_row(), "1/12  ");
    assert_row(&fixture, heading_row() - 6, "    \u22122");
    fixture_free(fixture);
}
END_TEST

/* Colours that a long way has kept would be others if they were chosen anew. */
START_TEST(a_page_that_covers_leaves_the_field_as_it_is)
{
    static const char *const pages[] = { "? q", "/ <Esc>",
                                         ": c r i t i c a l <Enter> <Esc>" };
    struct fixture fixture = touring("9 0 L 9 0 J");
    struct fixture other = touring("9 0 L 9 0 J");
    press(&fixture, "9 0 L 9 0 J");
    press(&other, "9 0 L 9 0 J");
    draw(&fixture);
    press(&fixture, pages[_i]);
    assert_same_field(&fixture, &other);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(without_room_page_and_field_take_turns)
{
    struct fixture fixture = touring("");
    control_resize(fixture.control, 12, 40);
    assert_row(&fixture, 0, "1/12  A field of arrows");
    assert_row(&fixture, 11, "Space next  q leave  Tab field");
    ck_assert(!canvas_cursor(fixture.canvas).visible);
    press(&fixture, "<Tab>");
    assert_row(&fixture, 0, "\u2212\u2207f of sum(x**2)");
    assert_row(&fixture, 11, "Space next  q leave  Tab text");
    press(&fixture, "<Tab>");
    assert_row(&fixture, 0, "1/12  A field of arrows");
    /* A key of the field shows what it does. */
    press(&fixture, "s");
    assert_row(&fixture, 0, "\u2207f of sum(x**2)");
    press(&fixture, "<Space>");
    assert_row(&fixture, 0, "2/12  The gradient and its negative");
    press(&fixture, "l <Backspace>");
    assert_row(&fixture, 0, "1/12  A field of arrows");
    control_resize(fixture.control, ROWS, COLUMNS);
    assert_row(&fixture, heading_row(), "1/12  A field of arrows");
    press(&fixture, "<Tab>");
    assert_shows(&fixture, "no such key");
    fixture_free(fixture);
}
END_TEST

/* No size makes it fail, and every word of a page can be read. */
START_TEST(a_long_page_is_read_piece_by_piece)
{
    struct fixture fixture = touring("");
    control_resize(fixture.control, 6, 20);
    assert_row(&fixture, 1, "The function here is");
    assert_row(&fixture, 5, "Space more  q leave");
    int pieces = 1;
    while (shows(&fixture, "Space more")) {
        press(&fixture, "<Space>");
        pieces++;
    }
    ck_assert_int_ge(pieces, 4);
    assert_shows(&fixture, "arrow.");
    assert_row(&fixture, 0, "1/12");
    press(&fixture, "<Space>");
    assert_row(&fixture, 0, "2/12");
    press(&fixture, "<Backspace>");
    assert_row(&fixture, 1, "The function here is");
    press(&fixture, "<Space> <Backspace>");
    assert_row(&fixture, 1, "The function here is");
    /* There is no field to be shown, or to try keys on. */
    ck_assert(!shows(&fixture, "Tab"));
    fixture.control->ring = false;
    press(&fixture, "l <Tab>");
    ck_assert(fixture.control->ring);
    assert_row(&fixture, 0, "1/12");
    fixture_free(fixture);
}
END_TEST

START_TEST(every_size_is_drawn)
{
    struct fixture fixture = touring("");
    for (int rows = 0; rows <= 30; rows++)
        for (int columns = 0; columns <= 100; columns += 7) {
            control_resize(fixture.control, rows, columns);
            draw(&fixture);
            ck_assert_int_eq(canvas_rows(fixture.canvas), rows);
            ck_assert_int_eq(canvas_columns(fixture.canvas), columns);
        }
    control_resize(fixture.control, ROWS, COLUMNS);
    press(&fixture, "q");
    assert_row(&fixture, 0, "\u2212\u2207f of sum(x**2)");
    fixture_free(fixture);
}
END_TEST

/* Without UTF-8 nothing beyond ASCII is drawn, on any page. */
START_TEST(pages_are_ascii_where_the_terminal_is)
{
    struct fixture fixture = fixture_new();
    struct display plain = { .depth = DEPTH_NONE, .glyphs = GLYPHS_ascii,
                             .background = BACKGROUND_unknown, .screen = true };
    session_set_display(fixture.session, &plain);
    press(&fixture, ": t o u r <Enter>");
    for (size_t page = 0; page < tour_page_count(); page++) {
        draw(&fixture);
        for (int row = 0; row < ROWS; row++)
            for (int column = 0; column < COLUMNS; column++) {
                struct cell cell = canvas_cell(fixture.canvas, row, column);
                ck_assert_uint_lt(cell.character, 0x80);
                ck_assert_int_eq(cell.pen.foreground, COLOR_DEFAULT);
            }
        press(&fixture, "<Space>");
    }
    fixture_free(fixture);
}
END_TEST

/* What was asked for before there was a screen is done when its size is known. */
START_TEST(a_program_may_begin_with_it)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "tour 2");
    control_obey(fixture.control);
    assert_row(&fixture, heading_row(), "2/12  ");
    press(&fixture, "q");
    assert_row(&fixture, 0, "\u2212\u2207f of sum(x**2)");
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, pages_are_turned);
    tcase_add_loop_test(cases, leaving_brings_everything_back, 0, 12);
    tcase_add_test(cases, a_tour_that_is_left_can_go_on);
    tcase_add_loop_test(cases, the_reader_may_try, 0, (int)(sizeof tries / sizeof tries[0]));
    tcase_add_test(cases, a_command_is_typed_over_the_page);
    tcase_add_test(cases, begun_keys_go_on);
    tcase_add_test(cases, a_page_that_covers_has_the_whole_screen);
    tcase_add_loop_test(cases, a_page_that_covers_leaves_the_field_as_it_is, 0, 3);
    tcase_add_test(cases, without_room_page_and_field_take_turns);
    tcase_add_test(cases, a_long_page_is_read_piece_by_piece);
    tcase_add_test(cases, every_size_is_drawn);
    tcase_add_test(cases, pages_are_ascii_where_the_terminal_is);
    tcase_add_test(cases, a_program_may_begin_with_it);
}

SUITE_MAIN("tui tour", add_cases)
