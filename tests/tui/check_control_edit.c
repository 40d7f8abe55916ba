/* Tests of the function that is edited in place, without a terminal. */
#include "fixture.h"

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

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_function_is_edited_in_place);
    tcase_add_test(cases, the_edit_begins_once);
    tcase_add_test(cases, a_file_that_fails_asks_for_nothing);
    tcase_add_test(cases, another_size_is_no_function_to_undo);
    tcase_add_test(cases, wrong_functions_are_told_without_room_for_a_frame);
}

SUITE_MAIN("tui control edit", add_cases)
