/* Tests of the bottom line, and of the lines of a first start. */
#include "lines.h"

#include <stdio.h>

#include "session/hint.h"
#include "view/layout.h"

enum { ROWS = 24, COLUMNS = 80, WIDE = 200, ROW_SIZE = 4 * WIDE + 1 };

static const struct display screen = {
    .depth = DEPTH_256, .utf8 = true, .glyphs = GLYPHS_arrows, .screen = true
};
static const struct display ascii_screen = { .depth = DEPTH_NONE, .screen = true };

/* Fail unless a line that was put together is this one. */
static void assert_line(struct text *line, const char *wanted)
{
    ck_assert(!line->failed);
    ck_assert_str_eq(text_string(line), wanted);
    text_free(line);
}

static void assert_field(const struct session *session, int columns, const char *wanted)
{
    struct text line = TEXT_EMPTY;
    hint_append_field(session, columns, &line);
    assert_line(&line, wanted);
}

static void assert_next(const struct session *session, const char *begun, int columns,
                        const char *wanted)
{
    struct text line = TEXT_EMPTY;
    hint_append_next(session, begun, columns, &line);
    assert_line(&line, wanted);
}

START_TEST(the_line_fills_80_columns)
{
    struct session *session = session_on(&screen);
    assert_field(session, COLUMNS, "hjkl probe  HJKL pan  +- zoom  [] h  f edit  / choose  "
                                   ": command  ? help  q quit");
    session_free(session);
}
END_TEST

START_TEST(entries_of_least_worth_go_first)
{
    struct session *session = session_on(&screen);
    assert_field(session, 79, "hjkl probe  HJKL pan  +- zoom  [] h  f edit  R race  : command  "
                              "? help  q quit");
    assert_field(session, 35, "hjkl probe  +- zoom  ? help  q quit");
    assert_field(session, 24, "+- zoom  ? help  q quit");
    assert_field(session, 14, "? help  q quit");
    assert_field(session, 13, "[] h  ? help");
    assert_field(session, 3, "");
    session_free(session);
}
END_TEST

/* Keys for what is shown come before those of most other things. */
START_TEST(what_goes_on_is_worth_more)
{
    struct session *session = session_on(&screen);
    session_resize(session, ROWS, COLUMNS);
    run_well(session, "descend 1 1");
    assert_field(session, COLUMNS, "hjkl probe  +- zoom  [] h  d descend  i step  D clear  "
                                   ": command  ? help  q quit");
    run_well(session, "race 1 1");
    assert_field(session, COLUMNS, "hjkl probe  HJKL pan  +- zoom  [] h  f edit  D clear  "
                                   ": command  ? help  q quit");
    run_well(session, "clear-walks");
    run_well(session, "toggle-critical");
    assert_field(session, 70, "hjkl probe  HJKL pan  +- zoom  [] h  nN to extrema  ? help  q quit");
    run_well(session, "toggle-critical");
    run_well(session, "set a=2");
    assert_field(session, 60, "hjkl probe  HJKL pan  +- zoom  ,. parameter  ? help  q quit");
    run_well(session, "error-panel");
    assert_field(session, 60, "hjkl probe  +- zoom  e errors  ,. parameter  ? help  q quit");
    session_free(session);
}
END_TEST

/* Whatever the width, entries are whole, two blanks apart, and help is among them. */
START_TEST(every_width_has_whole_entries)
{
    struct session *session = session_on(&screen);
    struct text all = TEXT_EMPTY;
    hint_append_field(session, 1000, &all);
    text_append(&all, "  ");
    for (int columns = LAYOUT_COLUMNS_LEAST; columns < 250; columns += 3) {
        struct text line = TEXT_EMPTY;
        hint_append_field(session, columns, &line);
        ck_assert_uint_le(line.length, (size_t)columns);
        ck_assert_ptr_nonnull(strstr(text_string(&line), "? help  q quit"));
        text_append(&line, "  ");
        for (const char *entry = text_string(&line); *entry != '\0';) {
            char copy[ROW_SIZE];
            size_t length = (size_t)(strstr(entry, "  ") - entry) + 2;
            snprintf(copy, sizeof copy, "%.*s", (int)length, entry);
            ck_assert_msg(strstr(text_string(&all), copy) != NULL, "'%s' in %d", copy, columns);
            entry += length;
        }
        text_free(&line);
    }
    text_free(&all);
    session_free(session);
}
END_TEST

START_TEST(the_line_shows_present_keys)
{
    struct session *session = session_on(&screen);
    run_well(session, "unbind +");
    run_well(session, "unbind /");
    run_well(session, "unbind M");
    run_well(session, "bind M catalogue");
    run_well(session, "unbind j");
    run_well(session, "unbind ?");
    run_well(session, "bind \xc3\xa9 help");
    run_well(session, "unbind f");
    assert_field(session, COLUMNS, "h <Down> k l probe  HJKL pan  =- zoom  [] h  M choose  "
                                   ": command  \xc3\xa9 help  q quit");
    session_free(session);
}
END_TEST

START_TEST(a_command_without_keys_is_not_named)
{
    struct session *session = session_on(&screen);
    run_well(session, "unbind <Down>");
    run_well(session, "unbind j");
    run_well(session, "unbind +");
    run_well(session, "unbind =");
    run_well(session, "unbind -");
    run_well(session, "unbind _");
    assert_field(session, 40, "hkl probe  HJKL pan  ? help  q quit");
    session_free(session);
}
END_TEST

START_TEST(keys_may_be_escaped)
{
    struct session *session = session_on(&ascii_screen);
    run_well(session, "unbind ?");
    run_well(session, "bind \xc3\xa9 help");
    /* On the screen the key takes six columns: \u{e9}. */
    assert_field(session, 19, "\xc3\xa9 help  q quit");
    assert_field(session, 18, "[] h  \xc3\xa9 help");
    session_free(session);
}
END_TEST

START_TEST(keys_of_layers_go_on)
{
    struct session *session = session_on(&screen);
    assert_next(session, "t", COLUMNS, "b greys  c lines  g grid  a arrows  q quiver  s stream  "
                                       "t trust  l legend  Esc");
    assert_next(session, "t", 22, "b greys  c lines  Esc");
    run_well(session, "unbind tb");
    run_well(session, "bind tz function x^2 + y^2");
    run_well(session, "bind t<Left> pan-left 9");
    assert_next(session, "t", COLUMNS, "<Left> pan-left  c lines  g grid  a arrows  q quiver  "
                                       "s stream  t trust  Esc");
    assert_next(session, "t", WIDE, "<Left> pan-left  c lines  g grid  a arrows  q quiver  "
                                    "s stream  t trust  l legend  n zeros  x extrema  z function  Esc");
    session_free(session);
}
END_TEST

START_TEST(counts_and_letters_are_waited_for)
{
    struct session *session = session_on(&screen);
    struct text line = TEXT_EMPTY;
    hint_append_counted(session, COLUMNS, &line);
    assert_line(&line, "0-9 count  hjkl probe  HJKL pan  +- zoom  [] h  m scheme  v colours  "
                       "Esc drop");
    hint_append_letter(session, command_find("mark", 4), COLUMNS, &line);
    assert_line(&line, "a-z remember this view under a letter  Esc drop");
    hint_append_letter(session, command_find("mark", 4), 20, &line);
    assert_line(&line, "Esc drop");
    session_free(session);
}
END_TEST

START_TEST(fixed_entries_are_cut_at_the_end)
{
    struct text line = TEXT_EMPTY;
    hint_append_fixed("Enter run  Esc leave  ^A ^E ends", 80, &line);
    assert_line(&line, "Enter run  Esc leave  ^A ^E ends");
    hint_append_fixed("Enter run  Esc leave  ^A ^E ends", 31, &line);
    assert_line(&line, "Enter run  Esc leave");
    hint_append_fixed("Enter run", 3, &line);
    assert_line(&line, "");
}
END_TEST

/* Whether a text of ASCII stands somewhere in the frame. */
static bool shows(const struct canvas *canvas, const char *wanted)
{
    char text[ROW_SIZE];
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            uint32_t character = canvas_cell(canvas, row, column).character;
            text[column] = character < 0x80 ? (char)character : '?';
        }
        text[canvas_columns(canvas)] = '\0';
        if (strstr(text, wanted) != NULL)
            return true;
    }
    return false;
}

static void assert_shown(struct session *session, const char *wanted, bool shown)
{
    struct canvas *canvas = draw_frame(session);
    ck_assert_msg(shows(canvas, wanted) == shown, "'%s' is%s shown", wanted, shown ? " not" : "");
    canvas_free(canvas);
}

START_TEST(the_first_start_is_greeted)
{
    struct session *session = session_on(&screen);
    session_resize(session, ROWS, COLUMNS);
    assert_shown(session, "Each arrow points", false);
    session_greet(session, true);
    assert_shown(session, "Each arrow points where f falls fastest; its colour tells how steep",
                 true);
    assert_shown(session, "hjkl move the probe  +- zoom  [] change h  f edit f  / functions", true);
    assert_shown(session, "? help  q quit  :tour a guided tour  any key clears this", true);
    run_well(session, "sign ascent");
    run_well(session, "unbind ?");
    run_well(session, "bind Z help");
    assert_shown(session, "Each arrow points where f rises fastest", true);
    assert_shown(session, "Z help  q quit  :tour a guided tour  any key", true);
    session_greet(session, false);
    assert_shown(session, "Each arrow points", false);
    /* What is printed since there is no screen has none of it. */
    struct display none = screen;
    none.screen = false;
    session_greet(session, true);
    session_set_display(session, &none);
    assert_shown(session, "Each arrow points", false);
    session_free(session);
}
END_TEST

START_TEST(what_points_is_named_as_it_is_seen)
{
    struct session *session = session_on(&ascii_screen);
    session_resize(session, ROWS, COLUMNS);
    session_greet(session, true);
    assert_shown(session, "Each letter's corner points where f falls fastest", true);
    run_well(session, "glyphs digits");
    assert_shown(session, "Each digit of a keypad points where f falls fastest", true);
    session_free(session);
}
END_TEST

/* The lines take no more than their part of the field. */
START_TEST(the_greeting_has_room_or_is_not_shown)
{
    struct session *session = session_on(&screen);
    for (int rows = 6; rows < 40; rows += 5)
        for (int columns = 20; columns < 130; columns += 20) {
            session_resize(session, rows, columns);
            session_greet(session, false);
            struct canvas *before = draw_frame(session);
            session_greet(session, true);
            struct canvas *after = draw_frame(session);
            const struct layout *layout = session_layout(session);
            int changed = 0;
            for (int row = 0; row < rows; row++) {
                bool same = true;
                for (int column = 0; column < columns; column++)
                    same = same && canvas_cell(before, row, column).character ==
                                       canvas_cell(after, row, column).character;
                changed += !same;
                ck_assert(same || (row > layout->field_row + layout->samples_up / 2 &&
                                   row < layout->field_row + layout->samples_up));
            }
            ck_assert_int_eq(changed, rows >= 16 && columns >= 60 ? 3 : 0);
            canvas_free(before);
            canvas_free(after);
        }
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_line_fills_80_columns);
    tcase_add_test(cases, entries_of_least_worth_go_first);
    tcase_add_test(cases, what_goes_on_is_worth_more);
    tcase_add_test(cases, every_width_has_whole_entries);
    tcase_add_test(cases, the_line_shows_present_keys);
    tcase_add_test(cases, a_command_without_keys_is_not_named);
    tcase_add_test(cases, keys_may_be_escaped);
    tcase_add_test(cases, keys_of_layers_go_on);
    tcase_add_test(cases, counts_and_letters_are_waited_for);
    tcase_add_test(cases, fixed_entries_are_cut_at_the_end);
    tcase_add_test(cases, the_first_start_is_greeted);
    tcase_add_test(cases, what_points_is_named_as_it_is_seen);
    tcase_add_test(cases, the_greeting_has_room_or_is_not_shown);
}

SUITE_MAIN("session hint", add_cases)
