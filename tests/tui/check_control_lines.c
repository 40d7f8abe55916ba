/* Tests of lines typed after `:`, completed, called back and repeated, without a terminal. */
#include "fixture.h"

#include <unistd.h>

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
    tcase_add_test(cases, failures_are_shown_whole);
    tcase_add_test(cases, wrong_command_is_told);
    tcase_add_test(cases, prompt_works_without_room_for_a_frame);
    tcase_add_test(cases, lines_are_completed);
    tcase_add_test(cases, lines_are_called_back);
    tcase_add_test(cases, what_cannot_be_repeated_is_told);
    tcase_add_test(cases, a_file_cannot_repeat_itself);
    tcase_add_test(cases, a_history_that_is_not_kept_is_told_calmly);
    tcase_add_test(cases, what_was_killed_goes_from_line_to_line);
    tcase_add_test(cases, keys_are_not_read_as_a_file);
}

SUITE_MAIN("tui control lines", add_cases)
