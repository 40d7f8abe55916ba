/* The page of keys and commands, drawn and scrolled. */
#include "../suite.h"

#include <string.h>

#include "rows.h"
#include "session/command.h"
#include "tui/help.h"

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
    struct help help = { 0 };
    struct canvas *canvas = canvas_new(24, 80);
    help_draw(&help, canvas);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct command *command = command_find(names[i], strlen(names[i]));
        ck_assert_ptr_nonnull(command);
        ck_assert_msg(shows(canvas, command->name), "%s is missing", command->name);
        ck_assert_msg(shows(canvas, command->keys), "%s is missing", command->keys);
        ck_assert_msg(shows(canvas, command->help), "%s is missing", command->help);
    }
    ck_assert(!canvas_cursor(canvas).visible);
    ck_assert(shows(canvas, "q leave"));
    canvas_free(canvas);
}
END_TEST

START_TEST(every_command_is_shown_whole)
{
    static const int widths[] = { 80, 60 };
    struct canvas *canvas = canvas_new(200, widths[_i]);
    struct help help = { 0 };
    help_draw(&help, canvas);
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        ck_assert_msg(shows(canvas, command->name), "%s is missing", command->name);
        ck_assert_msg(shows(canvas, command->usage), "%s is missing", command->usage);
        ck_assert_msg(shows(canvas, command->help), "%s is missing", command->help);
    }
    canvas_free(canvas);
}
END_TEST

START_TEST(keys_scroll_within_the_page)
{
    struct help help = { 0 };
    ck_assert_int_eq(help_key(&help, "k", 24, 80), HELP_MOVED);
    ck_assert_int_eq(help.top, 0);
    help_key(&help, "j", 24, 80);
    help_key(&help, "<Down>", 24, 80);
    ck_assert_int_eq(help.top, 2);
    help_key(&help, "<Up>", 24, 80);
    ck_assert_int_eq(help.top, 1);
    help_key(&help, "g", 24, 80);
    ck_assert_int_eq(help.top, 0);
    help_key(&help, "<Space>", 10, 80);
    ck_assert_int_eq(help.top, 8);
    help_key(&help, "b", 10, 80);
    ck_assert_int_eq(help.top, 0);
    ck_assert_int_eq(help_key(&help, "x", 24, 80), HELP_REFUSED);
}
END_TEST

/* The last row of the page, drawn after `key`, is the last command. */
static void assert_at_end(struct help *help, const char *key)
{
    char text[ROW_SIZE];
    struct canvas *canvas = canvas_new(10, 80);
    help_key(help, key, 10, 80);
    help_draw(help, canvas);
    size_t last = command_count() - 1;
    while (command_at(last)->keys[0] != '\0')
        last--;
    ck_assert_ptr_nonnull(strstr(row_text(canvas, 8, text), command_at(last)->help));
    canvas_free(canvas);
}

START_TEST(end_of_the_page_stays_in_sight)
{
    struct help help = { 0 };
    assert_at_end(&help, "G");
    assert_at_end(&help, "j");
    assert_at_end(&help, "<PageDown>");
    help_key(&help, "k", 10, 80);
    int above = help.top;
    help_key(&help, "^F", 10, 80);
    help_key(&help, "k", 10, 80);
    ck_assert_int_eq(help.top, above);
}
END_TEST

START_TEST(keys_leave)
{
    static const char *const keys[] = { "q", "?", "<Esc>", "^C" };
    struct help help = { 0 };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        ck_assert_int_eq(help_key(&help, keys[i], 24, 80), HELP_LEFT);
}
END_TEST

START_TEST(every_size_can_be_drawn)
{
    for (int rows = 0; rows < 30; rows += suite_under_valgrind() ? 4 : 1) {
        for (int columns = 0; columns < 100; columns += 9) {
            struct help help = { 0 };
            struct canvas *canvas = canvas_new(rows, columns);
            help_draw(&help, canvas);
            help_key(&help, "G", rows, columns);
            help_draw(&help, canvas);
            help_key(&help, "^B", rows, columns);
            help_draw(&help, canvas);
            canvas_free(canvas);
        }
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, first_screen_names_moving_zoom_and_step);
    tcase_add_loop_test(cases, every_command_is_shown_whole, 0, 2);
    tcase_add_test(cases, keys_scroll_within_the_page);
    tcase_add_test(cases, end_of_the_page_stays_in_sight);
    tcase_add_test(cases, keys_leave);
    tcase_add_test(cases, every_size_can_be_drawn);
}

SUITE_MAIN("tui help", add_cases)
