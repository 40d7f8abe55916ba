/* What keys do to a session, without a terminal. */
#include "fixture.h"

START_TEST(a_line_may_bind_its_own_key)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "bind x bind x pan-left");
    press(&fixture, "3 x");
    ck_assert_str_eq(session_message(fixture.session), "");
    ck_assert_str_eq(keymap_line(session_keymap(fixture.session), "x"), "pan-left");
    fixture_free(fixture);
}
END_TEST

static const struct {
    const char *keys;
    const char *lines[4];
} same[] = {
    { "l", { "right" } },
    { "5 l", { "right 5" } },
    { "1 0 h", { "left 10" } },
    { "<Up> <Up>", { "up 2" } },
    { "L L 0", { "home" } },
    { "2 +", { "zoom-in", "zoom-in" } },
    { "3 s", { "sign ascent" } },
    { "2 s", { "sign descent" } },
    { "5 <Esc> l", { "right" } },
    { "5 Z l", { "right" } },
    { ": s i g n <Enter> l", { "sign", "right" } },
    { ": s i g n <Esc> l", { "right" } },
    { "? j j q l", { "right" } },
    { "/ h i m <Enter> l", { "function himmelblau", "right" } },
    { "/ <Down> <Down> <Enter>", { "function himmelblau" } },
    { "l / h i m <Enter> u", { "right" } },
    { "l / h i m <Enter> u ^R", { "function himmelblau" } },
    { "l / h i m <Esc> l", { "right 2" } },
    { "l / q q q <Enter> ^C l", { "right 2" } },
    { "5 / <Down> ^C l", { "right" } },
    { ". . 3 , >", { "set a=0.95", "parameter b" } },
    { "t a", { "toggle-arrows" } },
    { "t l", { "layer arrows" } },
    { "t a t a 2 t l t a", { "layer legend" } },
    { "t <Esc> l", { "right" } },
    { "t Z l", { "right" } },
    { "3 t <Esc> l", { "right" } },
    { ": r i g h t <Enter> @ :", { "right", "right" } },
    { ": z o o m - i n <Enter> 2 @ :", { "zoom-in", "zoom-in", "zoom-in" } },
    { ": s i g n <Enter> @ : @ :", { "sign ascent" } },
    { ": r i g h t <Enter> : r e p e a t <Enter> @ :", { "right 3" } },
    { ": r i g h t <Enter> : <Space> <Enter> : s i g n <Esc> @ :", { "right 2" } },
    /* Moves in a row are one change, and what is no move is one each time. */
    { ": r i g h t <Enter> 3 @ : u", { "" } },
    { ": z o o m - i n <Enter> 2 @ : u", { "zoom-in", "zoom-in" } },
    { ": z o o m - i n <Enter> 2 @ : 3 u ^R", { "zoom-in" } },
};

START_TEST(keys_run_commands)
{
    struct fixture keys = fixture_new();
    struct fixture lines = fixture_new();
    run(&keys, "set a=1");
    run(&keys, "set b=2");
    run(&lines, "set a=1");
    run(&lines, "set b=2");
    press(&keys, same[_i].keys);
    for (int i = 0; i < 4 && same[_i].lines[i] != NULL; i++)
        run(&lines, same[_i].lines[i]);
    assert_same_field(&keys, &lines);
    fixture_free(keys);
    fixture_free(lines);
}
END_TEST

START_TEST(large_counts_are_cut_and_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "9 9 9 9 9");
    ck_assert(!fixture.control->ring);
    press(&fixture, "9 9 9 9 9 9 9 9 9 9 9 9 9 9 9");
    ck_assert_int_eq(fixture.control->count, KEY_COUNT_MOST);
    ck_assert(fixture.control->ring);
    ck_assert_str_eq(session_message(fixture.session), "a count is at most 99999");
    fixture_free(fixture);
}
END_TEST

START_TEST(lines_that_take_no_number_are_repeated_less_often)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "9 9 9 s");
    ck_assert(!fixture.control->ring);
    press(&fixture, "1 0 0 0 s");
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->count, 0);
    ck_assert_str_eq(session_message(fixture.session), "this key is repeated at most 999 times");
    fixture_free(fixture);
}
END_TEST

/* The list of critical points covers the frame until one of them, or none, is chosen. */
START_TEST(a_critical_point_is_chosen)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    press(&fixture, ": f u n c t i o n <Space> ( x ^ 2 - 1 ) ^ 2 + y ^ 2 <Enter>");
    press(&fixture, ": c r i t i c a l <Enter>");
    draw(&fixture);
    ck_assert_int_eq(fixture.control->mode, CONTROL_CRITICAL);
    ck_assert_str_eq(row_text(fixture.canvas, 3, text),
                     "> saddle    0   0  1       -4        2     -1");
    press(&fixture, "j q");
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    ck_assert_double_eq(session_probe(fixture.session)[0], 0);
    press(&fixture, ": c r i t i c a l <Enter> G <Enter>");
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    ck_assert_double_eq(session_probe(fixture.session)[0], 1);
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "3 of 3: minimum, f 0"));
    press(&fixture, "u");
    ck_assert_double_eq(session_probe(fixture.session)[0], 0);
    ck_assert(!fixture.control->ring);
    press(&fixture, ": c r i t i c a l <Enter> Z");
    ck_assert(fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

START_TEST(pending_count_is_shown)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    press(&fixture, "4 2");
    draw(&fixture);
    int row = session_layout(fixture.session)->message_row;
    const char *shown = row_text(fixture.canvas, row, text);
    ck_assert_uint_eq(strlen(shown), COLUMNS);
    ck_assert_str_eq(shown + COLUMNS - 3, " 42");
    fixture_free(fixture);
}
END_TEST

START_TEST(the_beginning_of_a_key_is_shown)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    press(&fixture, "4 t");
    draw(&fixture);
    int row = session_layout(fixture.session)->message_row;
    ck_assert_str_eq(row_text(fixture.canvas, row, text) + COLUMNS - 3, " 4t");
    ck_assert(!fixture.control->ring);
    press(&fixture, "Z");
    ck_assert(fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

START_TEST(unbound_key_is_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "Z");
    ck_assert(fixture.control->ring);
    ck_assert_str_eq(session_message(fixture.session), "no such key: Z; ? shows help");
    press(&fixture, "l");
    ck_assert_str_eq(session_message(fixture.session), "");
    press(&fixture, "t Z");
    ck_assert_str_eq(session_message(fixture.session), "no such key: tZ; ? shows help");
    press(&fixture, "<Unknown>");
    ck_assert_str_eq(session_message(fixture.session), "no such key; ? shows help");
    fixture_free(fixture);
}
END_TEST

START_TEST(prompt_and_help_stand_over_the_frame)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    const struct layout *layout = session_layout(fixture.session);
    press(&fixture, ": h o");
    draw(&fixture);
    ck_assert_str_eq(row_text(fixture.canvas, layout->message_row, text), ":ho");
    ck_assert_str_eq(row_text(fixture.canvas, layout->hint_row, text), prompt_hint());
    ck_assert_int_eq(canvas_cursor(fixture.canvas).row, layout->message_row);
    press(&fixture, "^C ?");
    draw(&fixture);
    ck_assert_int_eq(canvas_rows(fixture.canvas), ROWS);
    ck_assert_ptr_nonnull(strstr(row_text(fixture.canvas, 0, text), "keys and commands"));
    fixture_free(fixture);
}
END_TEST

START_TEST(ends_are_asked_for)
{
    static const char *const keys[] = { "q", "^C", ": q u i t <Enter>", "? ^C ^C", "5 q" };
    struct fixture fixture = fixture_new();
    press(&fixture, ": ^C");
    ck_assert(!fixture.control->ended);
    press(&fixture, keys[_i]);
    ck_assert(fixture.control->ended);
    fixture_free(fixture);
}
END_TEST

START_TEST(redraw_is_asked_for_everywhere)
{
    static const char *const keys[] = { "^L", ": ^L", "? ^L" };
    struct fixture fixture = fixture_new();
    fixture.control->redraw = false;
    press(&fixture, keys[_i]);
    ck_assert(fixture.control->redraw);
    fixture_free(fixture);
}
END_TEST

START_TEST(the_bottom_line_says_what_comes_next)
{
    struct fixture fixture = fixture_new();
    int row = ROWS - 1;
    assert_row(&fixture, row, "hjkl probe  HJKL pan");
    press(&fixture, "t");
    assert_row(&fixture, row, "b greys  c lines  g grid");
    press(&fixture, "<Esc> 5");
    assert_row(&fixture, row, "0-9 count  hjkl probe");
    press(&fixture, "l `");
    assert_row(&fixture, row, "a-z remember this view");
    press(&fixture, "a '");
    assert_row(&fixture, row, "a-z show the view of a letter  Esc drop");
    press(&fixture, "a");
    run(&fixture, "unbind h");
    run(&fixture, "unbind <Left>");
    assert_row(&fixture, row, "jkl probe");
    control_resize(fixture.control, ROWS, 40);
    press(&fixture, ":");
    assert_row(&fixture, row, "Enter run  Esc leave  Tab complete");
    press(&fixture, "p r <Tab>");
    assert_row(&fixture, row, "Tab next  Esc close the list  Enter run");
    press(&fixture, "<Esc>");
    assert_row(&fixture, row, "Enter run  Esc leave  Tab complete");
    press(&fixture, "<Esc> f");
    assert_row(&fixture, row, "Enter keep  Esc as before  ^U clear");
    fixture_free(fixture);
}
END_TEST

START_TEST(help_is_about_a_command_or_all_keys)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": h e l p <Space> z o o m - i n <Enter>");
    assert_row(&fixture, 0, "zoom-in");
    assert_row(&fixture, 1, "+ =       zoom-in [N]   zoom in twofold");
    press(&fixture, "q : h e l p <Space> z o m - i n <Enter>");
    ck_assert(fixture.control->ring);
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "did you mean 'zoom-in'?"));
    press(&fixture, ": k e y s <Enter>");
    assert_row(&fixture, 0, "what keys stand for");
    /* Each page is left before the next is opened, and the program while one is read. */
    press(&fixture, "? 5 ?");
    assert_row(&fixture, 0, "keys and commands");
    fixture.control->ring = false;
    press(&fixture, "/ x y z");
    ck_assert(fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

START_TEST(the_greeting_goes_with_the_first_key)
{
    struct fixture fixture = fixture_new();
    struct fixture other = fixture_new();
    char text[ROW_SIZE];
    int row = session_layout(fixture.session)->field_row +
              session_layout(fixture.session)->samples_up - 4;
    session_greet(fixture.session, true);
    draw(&fixture);
    ck_assert_ptr_nonnull(strstr(row_text(fixture.canvas, row, text), "Each arrow points"));
    control_resize(fixture.control, ROWS, COLUMNS);
    draw(&fixture);
    ck_assert_ptr_nonnull(strstr(row_text(fixture.canvas, row, text), "Each arrow points"));
    press(&fixture, "l");
    press(&other, "l");
    assert_same_field(&fixture, &other);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_bottom_line_says_what_comes_next);
    tcase_add_test(cases, help_is_about_a_command_or_all_keys);
    tcase_add_test(cases, the_greeting_goes_with_the_first_key);
    tcase_add_test(cases, a_line_may_bind_its_own_key);
    tcase_add_loop_test(cases, keys_run_commands, 0, (int)(sizeof same / sizeof same[0]));
    tcase_add_test(cases, large_counts_are_cut_and_told);
    tcase_add_test(cases, lines_that_take_no_number_are_repeated_less_often);
    tcase_add_test(cases, a_critical_point_is_chosen);
    tcase_add_test(cases, pending_count_is_shown);
    tcase_add_test(cases, the_beginning_of_a_key_is_shown);
    tcase_add_test(cases, unbound_key_is_told);
    tcase_add_test(cases, prompt_and_help_stand_over_the_frame);
    tcase_add_loop_test(cases, ends_are_asked_for, 0, 5);
    tcase_add_loop_test(cases, redraw_is_asked_for_everywhere, 0, 3);
}

SUITE_MAIN("tui control", add_cases)
