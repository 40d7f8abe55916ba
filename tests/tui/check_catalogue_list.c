/* The list of functions worth knowing: searched, chosen from and drawn. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "tui/catalogue_list.h"
#include "tui/catalogue_page.h"

enum { PAGE = 10, PRESSES_SIZE = 256 };

/* A session on a screen, a list over it, and a canvas. */
struct fixture {
    struct session *session;
    struct catalogue_list *list;
    struct text *killed;
    struct canvas *canvas;
    bool ascii;
};

static struct fixture fixture_new(const char *function, bool ascii)
{
    struct fixture fixture = { .ascii = ascii };
    struct display display = { .depth = ascii ? DEPTH_NONE : DEPTH_256,
                               .utf8 = !ascii,
                               .glyphs = ascii ? GLYPHS_ascii : GLYPHS_arrows,
                               .background = BACKGROUND_unknown,
                               .screen = true };
    struct source_text text = { "function", function, strlen(function) };
    struct failure failure;
    ck_assert_int_eq(session_new(&fixture.session, &failure), STATUS_OK);
    session_set_display(fixture.session, &display);
    ck_assert_int_eq(session_run_command(fixture.session, "function", &text, &failure), STATUS_OK);
    fixture.list = malloc(sizeof *fixture.list);
    fixture.killed = calloc(1, sizeof *fixture.killed);
    fixture.canvas = canvas_new(0, 0);
    ck_assert_ptr_nonnull(fixture.list);
    ck_assert_ptr_nonnull(fixture.killed);
    ck_assert_ptr_nonnull(fixture.canvas);
    ck_assert_int_eq(catalogue_list_open(fixture.list, fixture.session, fixture.killed, &failure),
                     STATUS_OK);
    return fixture;
}

static void fixture_free(struct fixture fixture)
{
    catalogue_list_close(fixture.list);
    free(fixture.list);
    text_free(fixture.killed);
    free(fixture.killed);
    canvas_free(fixture.canvas);
    session_free(fixture.session);
}

/* One key for each word of `keys`. Returns the last answer. */
static enum catalogue_answer press(const struct fixture *fixture, const char *keys)
{
    enum catalogue_answer answer = CATALOGUE_GOES_ON;
    char copy[PRESSES_SIZE];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        answer = catalogue_list_key(fixture->list, key, PAGE);
    return answer;
}

static const char *choice(const struct fixture *fixture)
{
    size_t index = catalogue_list_choice(fixture->list);
    return index < LISTED ? listing_at(index).name : "none";
}

static const struct {
    const char *keys;
    const char *choice;
    enum catalogue_answer answer;
} presses[] = {
    { "", "himmelblau", CATALOGUE_GOES_ON },
    { "<Enter>", "himmelblau", CATALOGUE_CHOSEN },
    { "<Down>", "rosenbrock", CATALOGUE_GOES_ON },
    { "^N ^N ^P", "rosenbrock", CATALOGUE_GOES_ON },
    { "<Up> <Up> <Up> <Up> <Down>", "sphere", CATALOGUE_GOES_ON },
    { "<PageDown>", "mccormick", CATALOGUE_GOES_ON },
    { "<PageDown> <PageUp> <Up>", "sphere", CATALOGUE_GOES_ON },
    { "<End>", "log-well", CATALOGUE_GOES_ON },
    { "<End> <PageDown> <Down>", "log-well", CATALOGUE_GOES_ON },
    { "<End> <Home>", "seed", CATALOGUE_GOES_ON },
    { "h u m p", "six-hump", CATALOGUE_GOES_ON },
    { "h u m p <Down> <Down>", "three-hump", CATALOGUE_GOES_ON },
    { "h u m p <Down> <Enter>", "three-hump", CATALOGUE_CHOSEN },
    { "f o u r <Space> m", "himmelblau", CATALOGUE_GOES_ON },
    { "M O N", "monkey-saddle", CATALOGUE_GOES_ON },
    { "s a d <Down> x", "none", CATALOGUE_GOES_ON },
    { "s a d x <Backspace>", "saddle", CATALOGUE_GOES_ON },
    { "p o l e <Left> <Down>", "pole", CATALOGUE_GOES_ON },
    /* The last choice stays when all are shown again. */
    { "p o l e ^U <Down>", "log-well", CATALOGUE_GOES_ON },
    { "p o l e q ^U", "pole", CATALOGUE_GOES_ON },
    { "p o l e <Left> ^U <Up>", "abs-cone", CATALOGUE_GOES_ON },
    { "q q q <Enter>", "none", CATALOGUE_REFUSED },
    { "q q q <Down> <End> ^U", "ackley", CATALOGUE_GOES_ON },
    { "<Backspace>", "himmelblau", CATALOGUE_REFUSED },
    { "^H", "himmelblau", CATALOGUE_REFUSED },
    { "<Unknown>", "himmelblau", CATALOGUE_REFUSED },
    { "<Down> <Esc>", "rosenbrock", CATALOGUE_LEFT },
    { "p <Down> ^C", "sphere", CATALOGUE_LEFT },
};

START_TEST(keys_search_and_choose)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    enum catalogue_answer answer = press(&fixture, presses[_i].keys);
    ck_assert_str_eq(choice(&fixture), presses[_i].choice);
    ck_assert_int_eq(answer, presses[_i].answer);
    fixture_free(fixture);
}
END_TEST

START_TEST(another_function_chooses_the_first)
{
    struct fixture fixture = fixture_new("x + 3y", false);
    ck_assert_str_eq(choice(&fixture), "seed");
    fixture_free(fixture);
}
END_TEST

static void draw(const struct fixture *fixture, int rows, int columns)
{
    ck_assert_int_eq(canvas_resize(fixture->canvas, rows, columns), STATUS_OK);
    catalogue_page_draw(fixture->list, fixture->canvas, fixture->ascii);
}

/* A row of the page begins so. */
static void assert_row(const struct fixture *fixture, int row, const char *expected)
{
    char text[ROW_SIZE];
    row_text(fixture->canvas, row, text);
    ck_assert_msg(strncmp(text, expected, strlen(expected)) == 0, "row %d is '%s'", row, text);
}

static void assert_whole_row(const struct fixture *fixture, int row, const char *expected)
{
    char text[ROW_SIZE];
    ck_assert_str_eq(row_text(fixture->canvas, row, text), expected);
}

static void assert_cursor(const struct fixture *fixture, int row, int column)
{
    struct canvas_cursor cursor = canvas_cursor(fixture->canvas);
    ck_assert_int_eq(cursor.row, row);
    ck_assert_int_eq(cursor.column, column);
    ck_assert(cursor.visible);
}

START_TEST(usual_page)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    draw(&fixture, 24, 80);
    assert_row(&fixture, 0, "catalogue  ");
    ck_assert_int_eq(canvas_cell(fixture.canvas, 0, 79).character, '5');
    assert_row(&fixture, 1,
               "  seed             \u2212\u2207f of himmelblau: (x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    assert_row(&fixture, 3, "> himmelblau             \u2502\u2192 \u2192 ");
    ck_assert_uint_eq(canvas_cell(fixture.canvas, 3, 2).pen.attributes, ATTRIBUTE_REVERSE);
    ck_assert_uint_eq(canvas_cell(fixture.canvas, 4, 2).pen.attributes, 0);
    ck_assert_uint_eq(canvas_cell(fixture.canvas, 3, 26).pen.attributes, ATTRIBUTE_BOLD);
    assert_row(&fixture, 16, "  branin           0 0  f 170  ");
    assert_whole_row(&fixture, 18, "  griewank         (x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    assert_whole_row(&fixture, 19,
                     "  saddle           four minima, four saddles between them, one maximum near");
    assert_whole_row(&fixture, 20, "  monkey-saddle    -0.27 -0.92");
    assert_whole_row(&fixture, 22, "/");
    assert_row(&fixture, 23, "Enter show  Esc leave  Up Down ");
    assert_cursor(&fixture, 22, 1);
    fixture_free(fixture);
}
END_TEST

START_TEST(search_is_drawn)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    press(&fixture, "h u m p <Down>");
    draw(&fixture, 24, 80);
    assert_row(&fixture, 1, "  six-hump         \u2212\u2207f of three-hump: ");
    assert_row(&fixture, 2, "> three-hump       x1 ");
    assert_row(&fixture, 3, "                   ");
    assert_whole_row(&fixture, 22, "/hump");
    assert_cursor(&fixture, 22, 5);
    press(&fixture, "!");
    draw(&fixture, 24, 80);
    assert_whole_row(&fixture, 1, "no function matches; <Backspace> takes back");
    for (int row = 2; row < 22; row++)
        assert_whole_row(&fixture, row, "");
    assert_whole_row(&fixture, 22, "/hump!");
    fixture_free(fixture);
}
END_TEST

/* Names, a field that takes the room there is, and the longest formula unfolded. */
START_TEST(large_page)
{
    struct fixture fixture = fixture_new("goldstein-price", false);
    draw(&fixture, 60, 200);
    assert_row(&fixture, 1, "  seed             \u2212\u2207f of goldstein-price: ");
    assert_row(&fixture, 12, "> goldstein-price ");
    assert_row(&fixture, 25, "  log-well  ");
    assert_row(&fixture, 54, "                   x0 ");
    assert_row(&fixture, 56, "                   (1 + (x + y + 1)^2*(19 - 14x ");
    assert_whole_row(&fixture, 57, "                   six decades of slope; the minimum is at 0 -1");
    assert_whole_row(&fixture, 58, "/");
    fixture_free(fixture);
}
END_TEST

START_TEST(small_page)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    press(&fixture, "<Down> <Down> <Down> <Down>");
    draw(&fixture, 6, 20);
    assert_whole_row(&fixture, 0, "  rastrigin");
    assert_whole_row(&fixture, 1, "  ackley");
    assert_whole_row(&fixture, 2, "> beale");
    assert_whole_row(&fixture, 3, "  booth");
    assert_whole_row(&fixture, 4, "/");
    assert_whole_row(&fixture, 5, "Enter show Esc leave");
    fixture_free(fixture);
}
END_TEST

/* Without room beside the names the texts stand below them, folded. */
START_TEST(narrow_page)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    draw(&fixture, 24, 40);
    assert_row(&fixture, 0, "catalogue           functions 1-15 of 25");
    assert_whole_row(&fixture, 15, "  styblinski-tang");
    assert_whole_row(&fixture, 16, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    assert_whole_row(&fixture, 17, "four minima, four saddles between them,");
    assert_whole_row(&fixture, 18, "one maximum near -0.27 -0.92");
    draw(&fixture, 12, 80);
    assert_whole_row(&fixture, 1, "  seed             (x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    fixture_free(fixture);
}
END_TEST

START_TEST(variables_beyond_the_plane_are_told)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    fixture.list->variables[3] = 10;
    draw(&fixture, 6, 20);
    assert_whole_row(&fixture, 2, "> himmelblau");
    assert_whole_row(&fixture, 3, "  rosenbrock n=10");
    fixture_free(fixture);
}
END_TEST

START_TEST(ascii_page_is_ascii)
{
    struct fixture fixture = fixture_new("himmelblau", true);
    press(&fixture, "\xc3\xa9 <Backspace>");
    draw(&fixture, 24, 80);
    assert_row(&fixture, 1, "  seed             -grad f of himmelblau: ");
    assert_row(&fixture, 3, "> himmelblau             |> > ");
    for (int row = 0; row < 24; row++)
        for (int column = 0; column < 80; column++)
            ck_assert_uint_lt(canvas_cell(fixture.canvas, row, column).character, 0x7f);
    press(&fixture, "\xc3\xa9");
    draw(&fixture, 24, 80);
    assert_whole_row(&fixture, 22, "/\\u{e9}");
    fixture_free(fixture);
}
END_TEST

START_TEST(every_size_can_be_drawn)
{
    struct fixture fixture = fixture_new("himmelblau", false);
    for (int rows = 0; rows < 28; rows += rows < 12 ? 1 : 4)
        for (int columns = 0; columns < 100; columns += 19) {
            draw(&fixture, rows, columns);
            ck_assert_int_ge(catalogue_page_rows(fixture.list, rows, columns), 1);
        }
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, keys_search_and_choose, 0,
                        (int)(sizeof presses / sizeof presses[0]));
    tcase_add_test(cases, another_function_chooses_the_first);
    tcase_add_test(cases, usual_page);
    tcase_add_test(cases, search_is_drawn);
    tcase_add_test(cases, large_page);
    tcase_add_test(cases, small_page);
    tcase_add_test(cases, narrow_page);
    tcase_add_test(cases, variables_beyond_the_plane_are_told);
    tcase_add_test(cases, ascii_page_is_ascii);
    tcase_add_test(cases, every_size_can_be_drawn);
}

SUITE_MAIN("tui catalogue list", add_cases)
