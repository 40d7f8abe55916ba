/* Tests of view/canvas.h. */
#include "../suite.h"

#include <string.h>

#include "view/canvas.h"

static const struct pen red = { 1, COLOR_DEFAULT, ATTRIBUTE_BOLD };

static void assert_blank(struct cell cell)
{
    ck_assert_uint_eq(cell.character, ' ');
    ck_assert_int_eq(cell.pen.foreground, COLOR_DEFAULT);
    ck_assert_int_eq(cell.pen.background, COLOR_DEFAULT);
    ck_assert_uint_eq(cell.pen.attributes, 0);
}

static void assert_characters(const struct canvas *canvas, int row, const char *expected)
{
    for (int column = 0; column < (int)strlen(expected); column++)
        ck_assert_uint_eq(canvas_cell(canvas, row, column).character,
                          (unsigned char)expected[column]);
}

START_TEST(a_new_canvas_is_blank)
{
    struct canvas *canvas = canvas_new(3, 4);
    ck_assert_int_eq(canvas_rows(canvas), 3);
    ck_assert_int_eq(canvas_columns(canvas), 4);
    for (int i = 0; i < 12; i++)
        assert_blank(canvas_cell(canvas, i / 4, i % 4));
    canvas_free(canvas);
    canvas_free(NULL);
}
END_TEST

START_TEST(sizes_are_cut_to_the_limits)
{
    struct canvas *canvas = canvas_new(-5, 7);
    ck_assert_int_eq(canvas_rows(canvas), 0);
    ck_assert_int_eq(canvas_columns(canvas), 7);
    canvas_put(canvas, 0, 0, 'x', red);
    assert_blank(canvas_cell(canvas, 0, 0));
    ck_assert_int_eq(canvas_resize(canvas, 1, CANVAS_COLUMNS_MOST + 1), STATUS_OK);
    ck_assert_int_eq(canvas_columns(canvas), CANVAS_COLUMNS_MOST);
    ck_assert_int_eq(canvas_resize(canvas, CANVAS_ROWS_MOST + 1, 1), STATUS_OK);
    ck_assert_int_eq(canvas_rows(canvas), CANVAS_ROWS_MOST);
    ck_assert_int_eq(canvas_resize(canvas, 0, 0), STATUS_OK);
    canvas_text(canvas, 0, 0, 10, "text", red);
    assert_blank(canvas_cell(canvas, 0, 0));
    canvas_free(canvas);
}
END_TEST

START_TEST(resize_and_clear_blank_everything)
{
    struct canvas *canvas = canvas_new(2, 2);
    canvas_put(canvas, 1, 1, 'x', red);
    canvas_clear(canvas);
    assert_blank(canvas_cell(canvas, 1, 1));
    canvas_put(canvas, 0, 1, 'x', red);
    canvas_put(canvas, 1, 1, 'y', red);
    canvas_clear_row(canvas, -1);
    canvas_clear_row(canvas, 1);
    canvas_clear_row(canvas, 2);
    assert_blank(canvas_cell(canvas, 1, 1));
    ck_assert_uint_eq(canvas_cell(canvas, 0, 1).character, 'x');
    canvas_put(canvas, 0, 0, 'x', red);
    ck_assert_int_eq(canvas_resize(canvas, 1, 3), STATUS_OK);
    for (int i = 0; i < 3; i++)
        assert_blank(canvas_cell(canvas, 0, i));
    canvas_free(canvas);
}
END_TEST

START_TEST(put_is_clipped)
{
    static const int outside[][2] = { { -1, 0 }, { 0, -1 }, { 2, 0 }, { 0, 3 }, { -1, -1 } };
    struct canvas *canvas = canvas_new(2, 3);
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        canvas_put(canvas, outside[i][0], outside[i][1], 'x', red);
        assert_blank(canvas_cell(canvas, outside[i][0], outside[i][1]));
    }
    for (int i = 0; i < 6; i++)
        assert_blank(canvas_cell(canvas, i / 3, i % 3));
    canvas_put(canvas, 1, 2, 'x', red);
    ck_assert_uint_eq(canvas_cell(canvas, 1, 2).character, 'x');
    ck_assert_int_eq(canvas_cell(canvas, 1, 2).pen.foreground, 1);
    ck_assert_uint_eq(canvas_cell(canvas, 1, 2).pen.attributes, ATTRIBUTE_BOLD);
    canvas_free(canvas);
}
END_TEST

START_TEST(only_characters_one_column_wide_are_put)
{
    static const uint32_t others[] = { 0, '\n', 0x1b, 0x7f, 0x9b, 0x301, 0x200b, 0x202e, 0x4e2d,
                                       0x1f600, 0xffff };
    struct canvas *canvas = canvas_new(1, 1);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        canvas_put(canvas, 0, 0, others[i], PEN_PLAIN);
        ck_assert_uint_eq(canvas_cell(canvas, 0, 0).character, '?');
    }
    canvas_put(canvas, 0, 0, 0x2192, PEN_PLAIN);
    ck_assert_uint_eq(canvas_cell(canvas, 0, 0).character, 0x2192);
    canvas_free(canvas);
}
END_TEST

START_TEST(text_is_cut_at_limit_and_edge)
{
    struct canvas *canvas = canvas_new(2, 8);
    ck_assert_int_eq(canvas_text(canvas, 0, 2, 5, "abcdef", red), 5);
    assert_characters(canvas, 0, "  abc   ");
    ck_assert_int_eq(canvas_text(canvas, 1, 5, 100, "abcdef", red), 8);
    assert_characters(canvas, 1, "     abc");
    ck_assert_int_eq(canvas_text(canvas, 0, 0, 100, "", red), 0);
    ck_assert_int_eq(canvas_text(canvas, 0, 6, 5, "zz", red), 6);
    assert_characters(canvas, 0, "  abc   ");
    ck_assert_int_eq(canvas_text(canvas, 1, -2, 8, "uvw", red), 1);
    assert_characters(canvas, 1, "w    abc");
    ck_assert_int_eq(canvas_text(canvas, 7, 0, 8, "uvw", red), 3);
    canvas_free(canvas);
}
END_TEST

/* What cannot stand in a cell, and how it is written. */
static const struct {
    const char *text;
    const char *written;
} strange[] = {
    { "a\x1b[2Jb", "a\\x1b[2Jb" },
    { "\t\n\x7f", "\\x09\\x0a\\x7f" },
    { "e\u0301", "e\\u{301}" },
    { "\u4e2d!", "\\u{4e2d}!" },
    { "\u202e\u200b", "\\u{202e}\\u{200b}" },
    { "\xff\xc3", "\\xff\\xc3" },
    { "\xf0\x9f\x98\x80", "\\u{1f600}" },
};

START_TEST(strange_text_is_escaped)
{
    struct canvas *canvas = canvas_new(1, 40);
    for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
        int width = (int)strlen(strange[i].written);
        canvas_clear(canvas);
        ck_assert_int_eq(canvas_text(canvas, 0, 0, 40, strange[i].text, red), width);
        ck_assert_int_eq(canvas_text_width(strange[i].text), width);
        assert_characters(canvas, 0, strange[i].written);
        assert_blank(canvas_cell(canvas, 0, width));
        canvas_clear(canvas);
        ck_assert_int_eq(canvas_text(canvas, 0, 0, width - 1, strange[i].text, red), width - 1);
        assert_blank(canvas_cell(canvas, 0, width - 1));
    }
    canvas_free(canvas);
}
END_TEST

START_TEST(ascii_text_escapes_everything_else)
{
    struct canvas *canvas = canvas_new(1, 40);
    ck_assert_int_eq(canvas_text(canvas, 0, 0, 40, "\u2207f", red), 2);
    ck_assert_uint_eq(canvas_cell(canvas, 0, 0).character, 0x2207);
    ck_assert_int_eq(canvas_text_width("\u2207f"), 2);
    ck_assert_int_eq(canvas_text_ascii(canvas, 0, 0, 40, "\u2207f", red), 9);
    assert_characters(canvas, 0, "\\u{2207}f");
    ck_assert_int_eq(canvas_text_ascii_width("\u2207f"), 9);
    canvas_free(canvas);
}
END_TEST

START_TEST(the_cursor_is_kept)
{
    struct canvas *canvas = canvas_new(1, 1);
    ck_assert(!canvas_cursor(canvas).visible);
    canvas_set_cursor(canvas, (struct canvas_cursor){ .row = 5, .column = -1, .visible = true });
    ck_assert_int_eq(canvas_cursor(canvas).row, 5);
    ck_assert_int_eq(canvas_cursor(canvas).column, -1);
    ck_assert(canvas_cursor(canvas).visible);
    canvas_free(canvas);
}
END_TEST

START_TEST(what_is_written_stands_on_the_shade)
{
    const struct pen strong = { 1, COLOR_DEFAULT, ATTRIBUTE_BOLD };
    const struct pen own_background = { 1, 4, 0 };
    struct canvas *canvas = canvas_new(2, 3);
    ck_assert_ptr_nonnull(canvas);
    canvas_put(canvas, 0, 0, 'a', strong);
    canvas_shade(canvas, 0, 0, 233);
    canvas_shade(canvas, 0, 1, 234);
    canvas_shade(canvas, 0, 2, 235);
    canvas_shade(canvas, 2, 0, 236);
    canvas_shade(canvas, 0, -1, 236);
    canvas_put(canvas, 0, 1, 'b', strong);
    canvas_put(canvas, 0, 2, 'c', own_background);
    canvas_put(canvas, 1, 0, 'd', strong);
    ck_assert_int_eq(canvas_cell(canvas, 0, 0).character, 'a');
    ck_assert_int_eq(canvas_cell(canvas, 0, 0).pen.foreground, 1);
    ck_assert_int_eq(canvas_cell(canvas, 0, 0).pen.background, 233);
    ck_assert_int_eq(canvas_cell(canvas, 0, 1).pen.background, 234);
    ck_assert_int_eq(canvas_cell(canvas, 0, 1).pen.attributes, ATTRIBUTE_BOLD);
    ck_assert_int_eq(canvas_cell(canvas, 0, 2).pen.background, 4);
    ck_assert_int_eq(canvas_cell(canvas, 1, 0).pen.background, COLOR_DEFAULT);
    canvas_shade(canvas, 0, 1, COLOR_DEFAULT);
    ck_assert_int_eq(canvas_cell(canvas, 0, 1).pen.background, COLOR_DEFAULT);
    canvas_clear(canvas);
    ck_assert_int_eq(canvas_cell(canvas, 0, 0).pen.background, COLOR_DEFAULT);
    canvas_free(canvas);
}
END_TEST

START_TEST(rows_are_added_below)
{
    struct canvas *canvas = canvas_new(2, 3);
    canvas_text(canvas, 1, 0, 3, "abc", PEN_PLAIN);
    ck_assert_int_eq(canvas_extend(canvas, 4), STATUS_OK);
    ck_assert_int_eq(canvas_rows(canvas), 4);
    ck_assert_int_eq(canvas_columns(canvas), 3);
    ck_assert_uint_eq(canvas_cell(canvas, 1, 2).character, 'c');
    ck_assert_uint_eq(canvas_cell(canvas, 2, 0).character, ' ');
    ck_assert_uint_eq(canvas_cell(canvas, 3, 2).character, ' ');
    /* What is left of larger ones before is not seen again. */
    ck_assert_int_eq(canvas_resize(canvas, 1, 3), STATUS_OK);
    canvas_text(canvas, 0, 0, 3, "xyz", PEN_PLAIN);
    ck_assert_int_eq(canvas_extend(canvas, 2), STATUS_OK);
    ck_assert_uint_eq(canvas_cell(canvas, 1, 2).character, ' ');
    ck_assert_int_eq(canvas_extend(canvas, 1), STATUS_OK);
    ck_assert_int_eq(canvas_rows(canvas), 2);
    ck_assert_uint_eq(canvas_cell(canvas, 0, 1).character, 'y');
    canvas_free(canvas);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_is_written_stands_on_the_shade);
    tcase_add_test(cases, a_new_canvas_is_blank);
    tcase_add_test(cases, sizes_are_cut_to_the_limits);
    tcase_add_test(cases, resize_and_clear_blank_everything);
    tcase_add_test(cases, rows_are_added_below);
    tcase_add_test(cases, put_is_clipped);
    tcase_add_test(cases, only_characters_one_column_wide_are_put);
    tcase_add_test(cases, text_is_cut_at_limit_and_edge);
    tcase_add_test(cases, strange_text_is_escaped);
    tcase_add_test(cases, ascii_text_escapes_everything_else);
    tcase_add_test(cases, the_cursor_is_kept);
}

SUITE_MAIN("view canvas", add_cases)
