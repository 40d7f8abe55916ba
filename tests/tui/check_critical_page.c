/* The page that lists critical points: keys, and what is drawn. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "session/session.h"
#include "tui/critical_page.h"

enum { PRESSES_SIZE = 256, HEIGHT = 10, WIDTH = 80 };

/* A session with a function on a screen, the page over it, and a canvas. */
struct fixture {
    struct session *session;
    struct critical_page page;
    struct canvas *canvas;
};

static void run_line(struct session *session, const char *line)
{
    struct source_text source = { .name = "command", .bytes = line, .length = strlen(line) };
    struct failure failure;
    ck_assert_int_eq(session_run(session, &source, &failure), STATUS_OK);
}

static struct fixture fixture_new(const char *function, const char *command)
{
    const struct display display = { .depth = DEPTH_256, .utf8 = true, .glyphs = GLYPHS_arrows,
                                     .screen = true };
    struct failure failure;
    struct fixture fixture = { .canvas = canvas_new(HEIGHT, WIDTH) };
    ck_assert_ptr_nonnull(fixture.canvas);
    ck_assert_int_eq(session_new(&fixture.session, &failure), STATUS_OK);
    session_set_display(fixture.session, &display);
    session_resize(fixture.session, 24, 80);
    run_line(fixture.session, function);
    run_line(fixture.session, command);
    ck_assert_int_eq(critical_page_open(&fixture.page, fixture.session, &failure), STATUS_OK);
    return fixture;
}

static void fixture_free(struct fixture fixture)
{
    critical_page_close(&fixture.page);
    canvas_free(fixture.canvas);
    session_free(fixture.session);
}

/* One key for each word of `keys`. Returns the last answer. */
static enum critical_answer press(struct fixture *fixture, const char *keys)
{
    enum critical_answer answer = CRITICAL_GOES_ON;
    char copy[PRESSES_SIZE];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        answer = critical_page_key(&fixture->page, key, HEIGHT, WIDTH);
    return answer;
}

/* Of the 9 points of himmelblau 6 are shown at a time in so few rows. */
static const struct {
    const char *keys;
    size_t chosen;
    enum critical_answer answer;
} presses[] = {
    { "", 0, CRITICAL_GOES_ON },
    { "j <Down> n", 3, CRITICAL_GOES_ON },
    { "j j j k <Up> N", 0, CRITICAL_GOES_ON },
    { "k", 0, CRITICAL_GOES_ON },
    { "<Space>", 6, CRITICAL_GOES_ON },
    { "<PageDown> ^F", 8, CRITICAL_GOES_ON },
    { "G b", 2, CRITICAL_GOES_ON },
    { "<End> <PageUp> ^B", 0, CRITICAL_GOES_ON },
    { "<End> j", 8, CRITICAL_GOES_ON },
    { "G <Home>", 0, CRITICAL_GOES_ON },
    { "G g", 0, CRITICAL_GOES_ON },
    { "j x", 1, CRITICAL_REFUSED },
    { "j <Enter>", 1, CRITICAL_CHOSEN },
    { "q", 0, CRITICAL_LEFT },
    { "<Esc>", 0, CRITICAL_LEFT },
    { "^C", 0, CRITICAL_LEFT },
};

START_TEST(keys_choose)
{
    struct fixture fixture = fixture_new("function himmelblau", "critical");
    ck_assert_int_eq(press(&fixture, presses[_i].keys), presses[_i].answer);
    ck_assert_uint_eq(fixture.page.chosen, presses[_i].chosen);
    fixture_free(fixture);
}
END_TEST

START_TEST(the_point_of_the_probe_is_chosen)
{
    struct fixture fixture = fixture_new("function himmelblau", "critical 3 2");
    ck_assert_uint_eq(fixture.page.chosen, 6);
    ck_assert_double_eq_tol(critical_page_choice(&fixture.page)[0], 3, 1e-12);
    ck_assert_double_eq_tol(critical_page_choice(&fixture.page)[1], 2, 1e-12);
    fixture_free(fixture);
}
END_TEST

START_TEST(nothing_is_chosen_from_nothing)
{
    struct fixture fixture = fixture_new("function x + y", "critical");
    char text[ROW_SIZE];
    ck_assert_int_eq(press(&fixture, "<Enter>"), CRITICAL_REFUSED);
    ck_assert_int_eq(press(&fixture, "j"), CRITICAL_REFUSED);
    critical_page_draw(&fixture.page, fixture.canvas);
    ck_assert_str_eq(row_text(fixture.canvas, 0, text), "critical points");
    ck_assert_str_eq(row_text(fixture.canvas, HEIGHT - 2, text),
                     "0 found, indices sum to 0, edge says 0");
    ck_assert_int_eq(press(&fixture, "q"), CRITICAL_LEFT);
    fixture_free(fixture);
}
END_TEST

/* A page of some size has these rows; NULL: none more are looked at. */
static const struct {
    int rows;
    int columns;
    const char *keys;
    const char *lines[9];
} pages[] = {
    { 9, 70, "j",
      { "critical points                                               1-5 of 9",
        "  kind            x0         x1            f   lambda0  lambda1  index",
        "  minimum   -3.77931   -3.28319  7.88861e-31   70.7144  133.786      1",
        "> saddle    -3.07303  -0.081353      104.015  -39.6515  72.4352     -1" } },
    { 7, 69, "G",
      { "critical points                                              7-9 of 9",
        "  kind            x0         x1            f   lambda0  lambda1",
        "  minimum          3          2            0   25.7157  82.2843",
        "  saddle     3.38515  0.0738519      13.3119  -14.1352  97.5479",
        "> minimum    3.58443   -1.84813            0   28.6907  105.419",
        "9 found, indices sum to 1, edge says 1",
        "Enter go there  q leave  j k choose  Space b page  g G ends" } },
    { 9, 60, "", { "critical points                                     1-5 of 9",
                   "  kind            x0         x1            f" } },
    { 9, 40, "", { "critical points                 1-5 of 9",
                   "  kind            x0         x1",
                   "> minimum   -3.77931   -3.28319" } },
    { 8, 25, "j j j", { "critical points  3-5 of 9", "            x0         x1" } },
    { 8, 24, "j j j", { "critical points", "           x0        x1", "  m     -2.81      3.13",
                        "> M    -0.271    -0.923", "  s    -0.128     -1.95",
                        "9 found, indices sum to", "1, edge says 1",
                        "Enter go there  q leave" } },
    { 3, 80, "G", { "  saddle     3.38515  0.0738519      13.3119  -14.1352  97.5479     -1",
                    "> minimum    3.58443   -1.84813            0   28.6907  105.419      1",
                    "9 found, indices sum to 1, edge says 1" } },
    { 1, 80, "j", { "> saddle    -3.07303  -0.081353      104.015  -39.6515  72.4352     -1" } },
};

START_TEST(a_page_fits_its_size)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new("function himmelblau", "critical");
    press(&fixture, pages[_i].keys);
    ck_assert_int_eq(canvas_resize(fixture.canvas, pages[_i].rows, pages[_i].columns), STATUS_OK);
    critical_page_draw(&fixture.page, fixture.canvas);
    for (int row = 0; row < 9 && pages[_i].lines[row] != NULL; row++)
        ck_assert_str_eq(row_text(fixture.canvas, row, text), pages[_i].lines[row]);
    ck_assert(canvas_cursor(fixture.canvas).visible);
    fixture_free(fixture);
}
END_TEST

START_TEST(any_size_can_be_drawn)
{
    struct fixture fixture = fixture_new("function x^3 - 3x*y^2", "critical");
    for (int rows = 0; rows < 12; rows++)
        for (int columns = 0; columns < 90; columns += 5) {
            ck_assert_int_eq(canvas_resize(fixture.canvas, rows, columns), STATUS_OK);
            critical_page_draw(&fixture.page, fixture.canvas);
        }
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, keys_choose, 0, sizeof presses / sizeof presses[0]);
    tcase_add_test(cases, the_point_of_the_probe_is_chosen);
    tcase_add_test(cases, nothing_is_chosen_from_nothing);
    tcase_add_loop_test(cases, a_page_fits_its_size, 0, sizeof pages / sizeof pages[0]);
    tcase_add_test(cases, any_size_can_be_drawn);
}

SUITE_MAIN("tui critical page", add_cases)
