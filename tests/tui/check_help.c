/* The pages of keys and commands, drawn, scrolled and searched. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "session/command.h"
#include "session/session.h"
#include "tui/help.h"

enum { ROWS = 24, COLUMNS = 80, TALL = 500, TEXT_SIZE = 64 };

/* A session on a screen, its help, and a canvas. */
struct fixture {
    struct session *session;
    struct help *help;
    struct text *killed;
    struct canvas *canvas;
};

static struct fixture fixture_on(const struct display *display, int rows, int columns)
{
    struct fixture fixture;
    struct failure failure;
    ck_assert_int_eq(session_new(&fixture.session, &failure), STATUS_OK);
    session_set_display(fixture.session, display);
    fixture.help = calloc(1, sizeof *fixture.help);
    fixture.killed = calloc(1, sizeof *fixture.killed);
    fixture.canvas = canvas_new(rows, columns);
    ck_assert(fixture.help != NULL && fixture.killed != NULL && fixture.canvas != NULL);
    return fixture;
}

static struct fixture fixture_new(int rows, int columns)
{
    static const struct display display = { .utf8 = true, .screen = true };
    return fixture_on(&display, rows, columns);
}

static void fixture_free(struct fixture *fixture)
{
    help_close(fixture->help);
    free(fixture->help);
    text_free(fixture->killed);
    free(fixture->killed);
    canvas_free(fixture->canvas);
    session_free(fixture->session);
}

static void run(const struct fixture *fixture, const char *line)
{
    struct source_text text = { "test", line, strlen(line) };
    struct failure failure;
    ck_assert_msg(session_run(fixture->session, &text, &failure) == STATUS_OK, "%s: %s", line,
                  failure.message);
}

/* Open a page, of all commands for NULL, and draw it. */
static void open_page(const struct fixture *fixture, const char *name)
{
    struct failure failure;
    const struct command *command = name == NULL ? NULL : command_find(name, strlen(name));
    ck_assert_int_eq(help_open(fixture->help, fixture->session, command, fixture->killed,
                               &failure),
                     STATUS_OK);
    help_draw(fixture->help, fixture->canvas);
}

/* Press one key for each word of `keys`, draw, and tell what became of the last one. */
static enum help_answer press(const struct fixture *fixture, const char *keys)
{
    char copy[TEXT_SIZE];
    enum help_answer answer = HELP_REFUSED;
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        answer = help_key(fixture->help, key, canvas_rows(fixture->canvas),
                          canvas_columns(fixture->canvas));
    help_draw(fixture->help, fixture->canvas);
    return answer;
}

/* The row that begins with a text, or -1. */
static int row_that_begins(const struct canvas *canvas, const char *wanted)
{
    char text[ROW_SIZE];
    for (int row = 0; row < canvas_rows(canvas); row++)
        if (strncmp(row_text(canvas, row, text), wanted, strlen(wanted)) == 0)
            return row;
    return -1;
}

static void assert_begins(const struct fixture *fixture, const char *wanted)
{
    ck_assert_msg(row_that_begins(fixture->canvas, wanted) >= 0, "no row begins with '%s'", wanted);
}

static void assert_top(const struct fixture *fixture, int row, const char *wanted)
{
    char text[ROW_SIZE];
    row_text(fixture->canvas, row, text);
    ck_assert_msg(strncmp(text, wanted, strlen(wanted)) == 0, "'%s' instead of '%s'", text, wanted);
}

/* Whether a text stands in one of the rows. */
static bool shows(const struct canvas *canvas, const char *wanted)
{
    char text[ROW_SIZE];
    for (int row = 0; row < canvas_rows(canvas); row++) {
        if (strstr(row_text(canvas, row, text), wanted) != NULL)
            return true;
    }
    return false;
}

START_TEST(first_screen_names_moving_zoom_and_step)
{
    static const char *const names[] = { "left",       "down",         "up",
                                         "right",      "pan-left",     "pan-down",
                                         "pan-up",     "pan-right",    "zoom-in",
                                         "zoom-out",   "step-smaller", "step-larger",
                                         "step-decade-smaller", "step-decade-larger" };
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct command *command = command_find(names[i], strlen(names[i]));
        ck_assert_ptr_nonnull(command);
        ck_assert_msg(shows(fixture.canvas, command->name), "%s is missing", command->name);
        ck_assert_msg(shows(fixture.canvas, command->keys), "%s is missing", command->keys);
        ck_assert_msg(shows(fixture.canvas, command->help), "%s is missing", command->help);
    }
    ck_assert(!canvas_cursor(fixture.canvas).visible);
    assert_begins(&fixture, "q leave");
    fixture_free(&fixture);
}
END_TEST

START_TEST(every_command_is_shown_whole)
{
    static const int widths[] = { 200, 80, 60 };
    struct fixture fixture = fixture_new(TALL, widths[_i]);
    open_page(&fixture, NULL);
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        ck_assert_msg(shows(fixture.canvas, command->name), "%s is missing", command->name);
        ck_assert_msg(shows(fixture.canvas, command->usage), "%s is missing", command->usage);
        ck_assert_msg(shows(fixture.canvas, command->help), "%s is missing", command->help);
    }
    fixture_free(&fixture);
}
END_TEST

START_TEST(commands_stand_below_the_heading_of_their_group)
{
    struct fixture fixture = fixture_new(TALL, COLUMNS);
    open_page(&fixture, NULL);
    int row = 1;
    for (size_t i = 0; i < command_group_count(); i++) {
        struct command_group group = command_group_at(i);
        ck_assert_int_eq(row_that_begins(fixture.canvas, group.heading), row);
        ck_assert_int_gt(canvas_cell(fixture.canvas, row, 0).pen.attributes, 0);
        row += (int)group.count + 2;
    }
    ck_assert_int_eq(row_that_begins(fixture.canvas, "Arrows in ASCII"), row);
    fixture_free(&fixture);
}
END_TEST

START_TEST(present_keys_are_shown)
{
    struct fixture fixture = fixture_new(TALL, COLUMNS);
    run(&fixture, "bind x zoom-in");
    run(&fixture, "unbind +");
    run(&fixture, "unbind c");
    open_page(&fixture, NULL);
    assert_begins(&fixture, "= x        zoom-in [N]");
    assert_begins(&fixture, ":          centre");
    ck_assert_int_eq(row_that_begins(fixture.canvas, "Keys of your own"), -1);
    /* What is typed is typed after the key that is bound to that. */
    run(&fixture, "bind ; prompt");
    run(&fixture, "unbind :");
    run(&fixture, "bind Zz zoom-in 3");
    run(&fixture, "bind \xc3\xa9 function x^2 + y^2");
    open_page(&fixture, NULL);
    assert_begins(&fixture, ";          centre");
    assert_begins(&fixture, "Keys of your own");
    assert_begins(&fixture, "Zz         zoom-in 3");
    assert_begins(&fixture, "\xc3\xa9          function x^2 + y^2");
    fixture_free(&fixture);
}
END_TEST

START_TEST(keys_are_listed)
{
    struct fixture fixture = fixture_new(TALL, COLUMNS);
    struct failure failure;
    run(&fixture, "bind Z zoom-in 3");
    run(&fixture, "unbind <Left>");
    ck_assert_int_eq(help_open_keys(fixture.help, fixture.session, fixture.killed, &failure),
                     STATUS_OK);
    help_draw(fixture.help, fixture.canvas);
    assert_top(&fixture, 0, "what keys stand for");
    assert_top(&fixture, 1, "h       left                 move the probe left");
    assert_top(&fixture, 2, "j       down");
    ck_assert_int_eq(row_that_begins(fixture.canvas, "Z       zoom-in 3"),
                     row_that_begins(fixture.canvas, "=       zoom-in") + 1);
    fixture_free(&fixture);
}
END_TEST

START_TEST(a_command_has_a_page)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    run(&fixture, "bind Z sign");
    open_page(&fixture, "sign");
    assert_top(&fixture, 0, "sign");
    assert_top(&fixture, 1, "s Z     sign [descent|ascent]  arrows downhill or uphill; alone:");
    assert_top(&fixture, 2, "descent typed as it stands");
    assert_top(&fixture, 3, "ascent  typed as it stands");
    assert_begins(&fixture, "Arrows and layers");
    open_page(&fixture, "scheme");
    assert_begins(&fixture, "SCHEME a way to derivatives: forward, backward");
    open_page(&fixture, "window");
    assert_top(&fixture, 2, "LO:HI two numbers, LO < HI");
    assert_top(&fixture, 3, "");
    open_page(&fixture, "layer");
    assert_begins(&fixture, "LAYER a layer, several with commas between: none, background,");
    open_page(&fixture, "write");
    assert_begins(&fixture, "FILE a path");
    fixture_free(&fixture);
}
END_TEST

START_TEST(keys_scroll_within_the_page)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    ck_assert_int_eq(press(&fixture, "k"), HELP_MOVED);
    ck_assert_int_eq(fixture.help->top, 0);
    press(&fixture, "j <Down>");
    ck_assert_int_eq(fixture.help->top, 2);
    press(&fixture, "<Up>");
    ck_assert_int_eq(fixture.help->top, 1);
    press(&fixture, "g");
    ck_assert_int_eq(fixture.help->top, 0);
    press(&fixture, "<Space>");
    ck_assert_int_eq(fixture.help->top, 22);
    press(&fixture, "b");
    ck_assert_int_eq(fixture.help->top, 0);
    ck_assert_int_eq(press(&fixture, "x"), HELP_REFUSED);
    fixture_free(&fixture);
}
END_TEST

/* Letters and digits for arrows are explained somewhere on the page. */
START_TEST(the_page_explains_letters_and_digits)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    press(&fixture, "/ c o r n e r <Enter>");
    assert_begins(&fixture, "ascii      > 7 ^ F < L v J  letters whose corner is the arrow's tip");
    assert_begins(&fixture, "digits     6 9 8 7 4 1 2 3  the digits of a keypad");
    fixture_free(&fixture);
}
END_TEST

START_TEST(end_of_the_page_stays_in_sight)
{
    struct fixture fixture = fixture_new(10, COLUMNS);
    open_page(&fixture, NULL);
    press(&fixture, "G");
    assert_top(&fixture, 8, "q ? <Esc> ^C leave");
    press(&fixture, "j <PageDown>");
    assert_top(&fixture, 8, "q ? <Esc> ^C leave");
    press(&fixture, "k");
    int above = fixture.help->top;
    press(&fixture, "^F k");
    ck_assert_int_eq(fixture.help->top, above);
    fixture_free(&fixture);
}
END_TEST

/* The page's own keys, as it names them, are keys of it. */
START_TEST(the_page_names_its_own_keys)
{
    static const struct {
        const char *keys;
        const char *words;
    } others[] = {
#define HEADING(heading) { NULL, heading },
#define KEYS(keys, words) { keys, words },
#include "tui/other_keys.def"
#undef HEADING
#undef KEYS
    };
    bool own = false;
    int pressed = 0;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        char keys[TEXT_SIZE];
        own = others[i].keys == NULL ? strcmp(others[i].words, "On this page") == 0 : own;
        if (!own || others[i].keys == NULL)
            continue;
        snprintf(keys, sizeof keys, "%s", others[i].keys);
        char *rest;
        for (char *key = strtok_r(keys, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
            struct fixture fixture = fixture_new(ROWS, COLUMNS);
            open_page(&fixture, NULL);
            press(&fixture, "/ e <Enter>");
            bool leaves = strcmp(others[i].words, "leave") == 0;
            ck_assert_msg(press(&fixture, key) == (leaves ? HELP_LEFT : HELP_MOVED),
                          "%s is no key", key);
            fixture_free(&fixture);
            pressed++;
        }
    }
    ck_assert_int_gt(pressed, 15);
}
END_TEST

/* Where the cursor is, the text that was found stands reversed. */
static void assert_found(const struct fixture *fixture, const char *line, const char *found)
{
    char text[ROW_SIZE];
    struct canvas_cursor cursor = canvas_cursor(fixture->canvas);
    ck_assert(cursor.visible);
    row_text(fixture->canvas, cursor.row, text);
    ck_assert_msg(strstr(text, line) != NULL, "found in '%s', not in '%s'", text, line);
    for (size_t i = 0; found[i] != '\0'; i++) {
        struct cell cell = canvas_cell(fixture->canvas, cursor.row, cursor.column + (int)i);
        ck_assert_uint_eq(cell.character, (unsigned char)found[i]);
        ck_assert_int_eq(cell.pen.attributes, ATTRIBUTE_REVERSE);
    }
}

START_TEST(the_page_is_searched)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    press(&fixture, "j /");
    assert_top(&fixture, ROWS - 1, "/");
    ck_assert_int_eq(press(&fixture, "U N D"), HELP_MOVED);
    assert_top(&fixture, ROWS - 1, "/UND");
    assert_begins(&fixture, "tb         toggle-background");
    ck_assert_int_eq(canvas_cursor(fixture.canvas).row, ROWS - 1);
    press(&fixture, "O <Enter>");
    assert_found(&fixture, "u          undo", "undo");
    assert_begins(&fixture, "q leave  n N next, before");
    press(&fixture, "n");
    assert_found(&fixture, "^R         redo", "undo");
    /* Round the end, and back again. */
    press(&fixture, "g n");
    assert_found(&fixture, "u          undo", "undo");
    press(&fixture, "N");
    assert_found(&fixture, "^R         redo", "undo");
    fixture_free(&fixture);
}
END_TEST

START_TEST(a_search_is_given_up)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    press(&fixture, "j j j / u n d o");
    ck_assert_int_gt(fixture.help->top, 3);
    ck_assert_int_eq(press(&fixture, "<Esc>"), HELP_MOVED);
    ck_assert_int_eq(fixture.help->top, 3);
    ck_assert(!canvas_cursor(fixture.canvas).visible);
    assert_begins(&fixture, "q leave  / find");
    ck_assert_int_eq(press(&fixture, "n"), HELP_REFUSED);
    press(&fixture, "/ q ^C");
    ck_assert_int_eq(press(&fixture, "/ <Backspace>"), HELP_MOVED);
    ck_assert_int_eq(press(&fixture, "q"), HELP_LEFT);
    fixture_free(&fixture);
}
END_TEST

START_TEST(what_is_nowhere_is_told)
{
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    ck_assert_int_eq(press(&fixture, "j / u n d o x"), HELP_REFUSED);
    ck_assert(shows(fixture.canvas, "nothing found"));
    ck_assert_int_eq(fixture.help->top, 1);
    ck_assert_int_eq(press(&fixture, "<Backspace>"), HELP_MOVED);
    ck_assert(!shows(fixture.canvas, "nothing found"));
    assert_begins(&fixture, "u          undo");
    ck_assert_int_eq(press(&fixture, "x <Enter>"), HELP_REFUSED);
    ck_assert(shows(fixture.canvas, "nothing found"));
    ck_assert_int_eq(press(&fixture, "n"), HELP_REFUSED);
    ck_assert_int_eq(press(&fixture, "j"), HELP_MOVED);
    ck_assert(!shows(fixture.canvas, "nothing found"));
    fixture_free(&fixture);
}
END_TEST

/* On a small screen the parts of an entry go on below, and what is found is brought into sight. */
START_TEST(a_small_screen_shows_all)
{
    struct fixture fixture = fixture_new(6, 20);
    open_page(&fixture, NULL);
    assert_top(&fixture, 0, "keys and commands");
    assert_top(&fixture, 1, "Moving the probe and");
    assert_top(&fixture, 2, "the window");
    assert_top(&fixture, 3, "h <Left> left [N]");
    assert_top(&fixture, 4, "  move the probe");
    assert_top(&fixture, 5, "q leave  / find");
    press(&fixture, "j j j");
    assert_top(&fixture, 1, "  move the probe");
    assert_top(&fixture, 2, "  left");
    press(&fixture, "/ d e c a d e <Enter>");
    assert_found(&fixture, "step-decade-smaller", "decade");
    press(&fixture, "/ x x <Enter>");
    assert_top(&fixture, 0, "       nothing found");
    canvas_free(fixture.canvas);
    fixture.canvas = canvas_new(TALL, 20);
    help_draw(fixture.help, fixture.canvas);
    assert_begins(&fixture, "{");
    assert_begins(&fixture, "step-decade-smaller");
    assert_begins(&fixture, "  smaller h, along 1");
    assert_begins(&fixture, "<Backspace> ^H");
    assert_begins(&fixture, "  remove the");
    fixture_free(&fixture);
}
END_TEST

START_TEST(without_utf8_all_is_ascii)
{
    static const struct display display = { .screen = true };
    struct fixture fixture = fixture_on(&display, TALL, COLUMNS);
    run(&fixture, "bind \xc3\xa9 function x # \xc3\xa9");
    open_page(&fixture, NULL);
    assert_begins(&fixture, "\\u{e9}     function x # \\u{e9}");
    for (int row = 0; row < TALL; row++)
        for (int column = 0; column < COLUMNS; column++)
            ck_assert_uint_lt(canvas_cell(fixture.canvas, row, column).character, 0x80);
    fixture_free(&fixture);
}
END_TEST

START_TEST(keys_leave)
{
    static const char *const keys[] = { "q", "?", "<Esc>", "^C" };
    struct fixture fixture = fixture_new(ROWS, COLUMNS);
    open_page(&fixture, NULL);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        ck_assert_int_eq(press(&fixture, keys[i]), HELP_LEFT);
    fixture_free(&fixture);
}
END_TEST

START_TEST(every_size_can_be_drawn)
{
    /* Valgrind is slow. */
    bool few = suite_under_valgrind();
    for (int rows = 0; rows < 30; rows += few ? 29 : 7) {
        for (int columns = 0; columns < 100; columns += few ? 51 : 17) {
            struct fixture fixture = fixture_new(rows, columns);
            run(&fixture, "bind Zzzzzzzzzzzzzzz function x + y + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8");
            open_page(&fixture, NULL);
            press(&fixture, "G");
            press(&fixture, "^B");
            press(&fixture, "/ e l e <Enter> n");
            open_page(&fixture, "layer");
            fixture_free(&fixture);
        }
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, first_screen_names_moving_zoom_and_step);
    tcase_add_loop_test(cases, every_command_is_shown_whole, 0, 3);
    tcase_add_test(cases, commands_stand_below_the_heading_of_their_group);
    tcase_add_test(cases, present_keys_are_shown);
    tcase_add_test(cases, keys_are_listed);
    tcase_add_test(cases, a_command_has_a_page);
    tcase_add_test(cases, keys_scroll_within_the_page);
    tcase_add_test(cases, the_page_explains_letters_and_digits);
    tcase_add_test(cases, end_of_the_page_stays_in_sight);
    tcase_add_test(cases, the_page_names_its_own_keys);
    tcase_add_test(cases, the_page_is_searched);
    tcase_add_test(cases, a_search_is_given_up);
    tcase_add_test(cases, what_is_nowhere_is_told);
    tcase_add_test(cases, a_small_screen_shows_all);
    tcase_add_test(cases, without_utf8_all_is_ascii);
    tcase_add_test(cases, keys_leave);
    tcase_add_test(cases, every_size_can_be_drawn);
}

SUITE_MAIN("tui help", add_cases)
