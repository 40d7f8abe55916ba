/* What keys do to a session, without a terminal. */
#include "fixture.h"

#include <unistd.h>

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

START_TEST(wrong_command_is_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": z o m - i n <Enter>");
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    ck_assert_str_eq(session_message(fixture.session),
                     "unknown command 'zom-in', did you mean 'zoom-in'?");
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

START_TEST(prompt_works_without_room_for_a_frame)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    control_resize(fixture.control, 3, 10);
    press(&fixture, ": q");
    draw(&fixture);
    ck_assert_str_eq(row_text(fixture.canvas, 2, text), ":q");
    press(&fixture, "u i t <Enter>");
    ck_assert(fixture.control->ended);
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

START_TEST(the_function_is_edited_in_place)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "f ^U x ^ 2 + y * x");
    assert_row(&fixture, ROWS - 2, "f: x^2+y*x");
    assert_row(&fixture, ROWS - 1, "Enter keep  Esc as before");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of x^2+y*x ");
    press(&fixture, "y q");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of x^2+y*x ");
    assert_row(&fixture, ROWS - 1, "         ^ unknown name 'xyq'");
    /* What is wrong cannot be kept. */
    press(&fixture, "<Enter>");
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->mode, CONTROL_EDIT);
    press(&fixture, "<Backspace> <Backspace> <Enter>");
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    press(&fixture, "f ^U 1 <Esc>");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of x^2+y*x ");
    press(&fixture, "u");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of sum(x**2) ");
    fixture_free(fixture);
}
END_TEST

/* Write a file of commands in the working directory, run `keys`, and remove it. */
static void press_with_file(const struct fixture *fixture, const char *path, const char *text,
                            const char *keys)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    press(fixture, keys);
    ck_assert_int_eq(remove(path), 0);
}

/* A count repeats no line that leaves the field, such as a file's that begins the edit. */
START_TEST(the_edit_begins_once)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "bind x source once.steepest");
    press_with_file(&fixture, "once.steepest", "zoom-in\nedit\n", "3 x <Esc> u y");
    ck_assert_str_eq(session_message(fixture.session), "steepest -p --size=80x24");
    fixture_free(fixture);
}
END_TEST

START_TEST(a_file_that_fails_asks_for_nothing)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "bind x source fails.steepest");
    press_with_file(&fixture, "fails.steepest", "edit\nnothing\n", "x l");
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    fixture_free(fixture);
}
END_TEST

START_TEST(another_size_is_no_function_to_undo)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "f");
    control_resize(fixture.control, ROWS + 9, COLUMNS + 20);
    press(&fixture, "<Enter> u");
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "there is nothing to undo"));
    fixture_free(fixture);
}
END_TEST

START_TEST(wrong_functions_are_told_without_room_for_a_frame)
{
    struct fixture fixture = fixture_new();
    control_resize(fixture.control, 6, 20);
    press(&fixture, "f ^U x q");
    assert_row(&fixture, 4, "f: xq");
    assert_row(&fixture, 5, "unknown name 'xq'");
    fixture_free(fixture);
}
END_TEST

/* What to do instead stands at the end of a message, which may be in a second row. */
START_TEST(failures_are_shown_whole)
{
    char text[ROW_SIZE];
    struct fixture fixture = fixture_new();
    run(&fixture, "function x^2-y^2");
    press(&fixture, ": l r <Space> e d g e <Enter>");
    draw(&fixture);
    int row = session_layout(fixture.session)->message_row;
    ck_assert_ptr_nonnull(strstr(row_text(fixture.canvas, row, text), "shows a number"));
    fixture_free(fixture);
}
END_TEST

START_TEST(keys_are_not_read_as_a_file)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": s o u r c e <Space> - <Enter>");
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "there is a screen"));
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

START_TEST(lines_are_completed)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": z <Tab>");
    assert_row(&fixture, ROWS - 2, ":zoom-");
    assert_row(&fixture, ROWS - 3, "zoom-in   zoom-out");
    press(&fixture, "<Tab>");
    assert_row(&fixture, ROWS - 2, ":zoom-in");
    press(&fixture, "<Tab>");
    assert_row(&fixture, ROWS - 2, ":zoom-out");
    press(&fixture, "<BackTab>");
    assert_row(&fixture, ROWS - 2, ":zoom-in");
    /* The list goes before the line does. */
    press(&fixture, "<Esc>");
    assert_row(&fixture, ROWS - 2, ":zoom-in");
    assert_row(&fixture, ROWS - 3, "x0 0 ");
    press(&fixture, "<Space>");
    assert_row(&fixture, ROWS - 1, "zoom-in [N]   zoom in twofold");
    press(&fixture, "^U c o l o r - b <Tab>");
    assert_row(&fixture, ROWS - 2, ":color-by");
    press(&fixture, "d i <Tab> <Enter>");
    assert_row(&fixture, ROWS - 2, "colours: divergence");
    press(&fixture, ": n o t h i n g <Tab>");
    ck_assert(fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

static double value_of_a(const struct fixture *fixture)
{
    double value = 0;
    ck_assert(parameters_find(session_parameters(fixture->session), "a", 1, &value));
    return value;
}

/* Nothing is due until a parameter is played, nor after any key has stopped it. */
START_TEST(a_parameter_is_played_until_a_key_comes)
{
    static const char *const keys[] = { "l", "q", "^C", "^L", "<Esc>", ":" };
    struct fixture fixture = fixture_new();
    run(&fixture, "set a=0:1:2");
    ck_assert_int_eq(control_wait(fixture.control), -1);
    control_tick(fixture.control);
    press(&fixture, ": a n i m a t e <Space> a <Enter>");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    for (int i = 0; i < 22; i++)
        control_tick(fixture.control);
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of sum(x**2), a=1.9 ");
    assert_row(&fixture, ROWS - 2, "a=1.9  from 0 to 2 in steps of 0.05");
    assert_row(&fixture, ROWS - 1, "any key stops");
    control_resize(fixture.control, 3, 10);
    draw(&fixture);
    control_tick(fixture.control);
    control_resize(fixture.control, ROWS, COLUMNS);
    assert_row(&fixture, ROWS - 1, "any key stops");
    press(&fixture, keys[_i]);
    ck_assert(!fixture.control->ended && !fixture.control->ring);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    control_tick(fixture.control);
    ck_assert_double_eq(value_of_a(&fixture), 1.85);
    assert_row(&fixture, ROWS - 1, "hjkl probe");
    ck_assert_double_eq(session_probe(fixture.session)[0], 0);
    press(&fixture, "u");
    ck_assert_double_eq(value_of_a(&fixture), 1);
    fixture_free(fixture);
}
END_TEST

/* Once is enough: what is taken back is where it was before. */
START_TEST(a_bound_key_plays_whatever_its_count)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "set a=0:1:2");
    run(&fixture, "bind A animate a");
    press(&fixture, "3 A");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    control_tick(fixture.control);
    press(&fixture, "l");
    ck_assert_double_eq(value_of_a(&fixture), 1.05);
    press(&fixture, "u");
    ck_assert_double_eq(value_of_a(&fixture), 1);
    fixture_free(fixture);
}
END_TEST

START_TEST(what_cannot_be_played_is_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": a n i m a t e <Enter>");
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    /* A value at which the function has an error is not shown, and ends it. */
    run(&fixture, "set a=0:1:2");
    run(&fixture, "function sum(x[0:1]) + sum(x[0:a])");
    fixture.control->ring = false;
    press(&fixture, ": a n i m a t e <Enter>");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    control_tick(fixture.control);
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    fixture_free(fixture);
}
END_TEST

START_TEST(lines_are_called_back)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": s i g n <Enter> : r i g h t <Space> 3 <Enter>");
    press(&fixture, ": z <Tab> <Tab>");
    assert_row(&fixture, ROWS - 2, ":zoom-in");
    press(&fixture, "^P ^P");
    assert_row(&fixture, ROWS - 2, ":sign");
    assert_row(&fixture, ROWS - 3, "x0 0.75 ");
    ck_assert(!fixture.control->ring);
    press(&fixture, "<Up>");
    ck_assert(fixture.control->ring);
    press(&fixture, "<Esc> : <Up>");
    assert_row(&fixture, ROWS - 2, ":right 3");
    fixture_free(fixture);
}
END_TEST

START_TEST(what_cannot_be_repeated_is_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "3 @ :");
    ck_assert_str_eq(session_message(fixture.session), "no line was typed after : yet");
    ck_assert(fixture.control->ring);
    press(&fixture, ": r e p e a t <Enter>");
    ck_assert_str_eq(session_message(fixture.session), "no line was typed after : yet");
    press(&fixture, ": z o m <Enter> l 9 @ :");
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "unknown command 'zom'"));
    press(&fixture, ": h e l p <Enter> q 3 @ :");
    ck_assert_int_eq(fixture.control->mode, CONTROL_HELP);
    press(&fixture, "q : e d i t <Enter> <Esc> 3 @ :");
    ck_assert_int_eq(fixture.control->mode, CONTROL_EDIT);
    press(&fixture, "<Esc> : q u i t <Enter>");
    ck_assert(fixture.control->ended);
    fixture_free(fixture);
}
END_TEST

START_TEST(a_file_cannot_repeat_itself)
{
    char path[] = "/tmp/steepest-repeat-XXXXXX";
    char line[64];
    struct fixture fixture = fixture_new();
    int descriptor = mkstemp(path);
    ck_assert_int_ge(descriptor, 0);
    ck_assert_int_eq(write(descriptor, "repeat\n", 7), 7);
    close(descriptor);
    snprintf(line, sizeof line, "source %s", path);
    press(&fixture, ":");
    prompt_insert(&fixture.control->prompt, line, strlen(line));
    press(&fixture, "<Enter> @ :");
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session),
                                 "a file of commands cannot repeat"));
    unlink(path);
    fixture_free(fixture);
}
END_TEST

START_TEST(a_history_that_is_not_kept_is_told_calmly)
{
    struct fixture fixture = fixture_new();
    line_history_keep(&fixture.control->lines, "/dev");
    press(&fixture, ": z o m <Enter>");
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "unknown command 'zom'"));
    fixture.control->ring = false;
    press(&fixture, ": s i g n <Enter>");
    ck_assert_str_eq(session_message(fixture.session),
                     "lines typed at : are not kept: /dev is a directory");
    ck_assert(!fixture.control->ring);
    press(&fixture, ": s i g n <Enter>");
    ck_assert_str_eq(session_message(fixture.session), "");
    fixture_free(fixture);
}
END_TEST

START_TEST(what_was_killed_goes_from_line_to_line)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": a b s ( x ) ^U <Esc> f ^U ^Y");
    assert_row(&fixture, ROWS - 2, "f: sum(x**2)");
    press(&fixture, "^A ^K y ^U <Esc> : ^Y");
    assert_row(&fixture, ROWS - 2, ":y");
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, a_parameter_is_played_until_a_key_comes, 0, 6);
    tcase_add_test(cases, a_bound_key_plays_whatever_its_count);
    tcase_add_test(cases, what_cannot_be_played_is_told);
    tcase_add_test(cases, what_was_killed_goes_from_line_to_line);
    tcase_add_test(cases, lines_are_called_back);
    tcase_add_test(cases, what_cannot_be_repeated_is_told);
    tcase_add_test(cases, a_file_cannot_repeat_itself);
    tcase_add_test(cases, a_history_that_is_not_kept_is_told_calmly);
    tcase_add_test(cases, lines_are_completed);
    tcase_add_test(cases, the_bottom_line_says_what_comes_next);
    tcase_add_test(cases, help_is_about_a_command_or_all_keys);
    tcase_add_test(cases, the_greeting_goes_with_the_first_key);
    tcase_add_test(cases, a_line_may_bind_its_own_key);
    tcase_add_test(cases, the_edit_begins_once);
    tcase_add_test(cases, a_file_that_fails_asks_for_nothing);
    tcase_add_test(cases, failures_are_shown_whole);
    tcase_add_test(cases, keys_are_not_read_as_a_file);
    tcase_add_test(cases, another_size_is_no_function_to_undo);
    tcase_add_test(cases, wrong_functions_are_told_without_room_for_a_frame);
    tcase_add_test(cases, the_function_is_edited_in_place);
    tcase_add_loop_test(cases, keys_run_commands, 0, (int)(sizeof same / sizeof same[0]));
    tcase_add_test(cases, large_counts_are_cut_and_told);
    tcase_add_test(cases, lines_that_take_no_number_are_repeated_less_often);
    tcase_add_test(cases, a_critical_point_is_chosen);
    tcase_add_test(cases, pending_count_is_shown);
    tcase_add_test(cases, the_beginning_of_a_key_is_shown);
    tcase_add_test(cases, unbound_key_is_told);
    tcase_add_test(cases, wrong_command_is_told);
    tcase_add_test(cases, prompt_and_help_stand_over_the_frame);
    tcase_add_test(cases, prompt_works_without_room_for_a_frame);
    tcase_add_loop_test(cases, ends_are_asked_for, 0, 5);
    tcase_add_loop_test(cases, redraw_is_asked_for_everywhere, 0, 3);
}

SUITE_MAIN("tui control", add_cases)
