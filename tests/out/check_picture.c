/* Tests src/out/picture.c: a canvas as plain text and with ANSI sequences. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "out/picture.h"

enum { WRITTEN_SIZE = 1024 };

/* Write the canvas through a file and compare. */
static void check_written(const struct canvas *canvas, int rows, enum picture_form form,
                          enum color_depth depth, const char *expected)
{
    const char *temporary = getenv("TMPDIR");
    char folder[256];
    char path[300];
    snprintf(folder, sizeof folder, "%s/steepest-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/picture", folder);
    struct output *output = NULL;
    struct failure failure;
    ck_assert_int_eq(output_open(path, &output, &failure), STATUS_OK);
    picture_write(output, canvas, rows, form, depth);
    ck_assert_int_eq(output_close(output, &failure), STATUS_OK);
    char written[WRITTEN_SIZE];
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    size_t length = fread(written, 1, sizeof written - 1, file);
    written[length] = '\0';
    fclose(file);
    unlink(path);
    rmdir(folder);
    ck_assert_str_eq(written, expected);
}

static struct canvas *make_canvas(int rows, int columns)
{
    struct canvas *canvas = canvas_new(rows, columns);
    ck_assert_ptr_nonnull(canvas);
    return canvas;
}

static struct pen pen(int foreground, int background, int attributes)
{
    return (struct pen){ (int16_t)foreground, (int16_t)background, (uint8_t)attributes };
}

START_TEST(plain_text_has_no_pens_and_no_trailing_blanks)
{
    struct canvas *canvas = make_canvas(3, 8);
    canvas_text(canvas, 0, 0, 8, " \u2192 a", pen(196, -1, ATTRIBUTE_BOLD));
    canvas_put(canvas, 0, 6, ' ', pen(-1, 21, 0));
    canvas_put(canvas, 2, 7, 'z', PEN_PLAIN);
    check_written(canvas, 3, PICTURE_PLAIN, DEPTH_256, " \u2192 a\n\n       z\n");
    check_written(canvas, 1, PICTURE_PLAIN, DEPTH_256, " \u2192 a\n");
    check_written(canvas, 99, PICTURE_PLAIN, DEPTH_NONE, " \u2192 a\n\n       z\n");
    check_written(canvas, 0, PICTURE_PLAIN, DEPTH_NONE, "");
    canvas_free(canvas);
}
END_TEST

START_TEST(only_changes_are_written)
{
    struct canvas *canvas = make_canvas(2, 8);
    canvas_text(canvas, 0, 0, 8, "ab", pen(196, -1, 0));
    canvas_text(canvas, 0, 2, 8, "c", pen(21, -1, 0));
    canvas_text(canvas, 0, 3, 8, "d", pen(21, 7, ATTRIBUTE_BOLD));
    canvas_text(canvas, 0, 4, 8, "e", pen(21, -1, ATTRIBUTE_BOLD));
    canvas_text(canvas, 0, 5, 8, "f", PEN_PLAIN);
    canvas_text(canvas, 1, 0, 8, "g", PEN_PLAIN);
    canvas_text(canvas, 1, 1, 8, "h", pen(1, -1, 0));
    check_written(canvas, 2, PICTURE_ANSI, DEPTH_256,
                  "\033[38;5;196mab\033[38;5;21mc\033[1;48;5;7md\033[49me\033[0mf\n"
                  "g\033[38;5;1mh\033[0m\n");
    canvas_free(canvas);
}
END_TEST

START_TEST(attributes_go_off_by_a_reset)
{
    struct canvas *canvas = make_canvas(1, 4);
    canvas_text(canvas, 0, 0, 4, "a", pen(-1, -1, ATTRIBUTE_BOLD));
    canvas_text(canvas, 0, 1, 4, "b", pen(9, -1, ATTRIBUTE_DIM));
    canvas_text(canvas, 0, 2, 4, "c", pen(9, -1, ATTRIBUTE_DIM | ATTRIBUTE_REVERSE));
    canvas_text(canvas, 0, 3, 4, "d", pen(9, -1, 0));
    check_written(canvas, 1, PICTURE_ANSI, DEPTH_256,
                  "\033[1ma\033[0;2;38;5;9mb\033[7mc\033[0;38;5;9md\033[0m\n");
    canvas_free(canvas);
}
END_TEST

START_TEST(fewer_colors_have_their_own_numbers)
{
    struct canvas *canvas = make_canvas(1, 4);
    canvas_text(canvas, 0, 0, 4, "a", pen(1, -1, 0));
    canvas_text(canvas, 0, 1, 4, "b", pen(9, 15, 0));
    canvas_text(canvas, 0, 2, 4, "c", pen(7, 0, 0));
    check_written(canvas, 1, PICTURE_ANSI, DEPTH_16,
                  "\033[31ma\033[91;107mb\033[37;40mc\033[0m\n");
    canvas_clear(canvas);
    canvas_text(canvas, 0, 0, 4, "a", pen(4, -1, ATTRIBUTE_BOLD));
    check_written(canvas, 1, PICTURE_ANSI, DEPTH_8, "\033[1;34ma\033[0m\n");
    canvas_free(canvas);
}
END_TEST

START_TEST(without_colors_attributes_stay)
{
    struct canvas *canvas = make_canvas(1, 4);
    canvas_text(canvas, 0, 0, 4, "a", pen(4, 2, ATTRIBUTE_BOLD));
    canvas_text(canvas, 0, 1, 4, "b  ", pen(4, 2, 0));
    check_written(canvas, 1, PICTURE_ANSI, DEPTH_NONE, "\033[1ma\033[0mb\n");
    canvas_free(canvas);
}
END_TEST

START_TEST(blanks_that_can_be_seen_stay)
{
    struct canvas *canvas = make_canvas(1, 4);
    canvas_put(canvas, 0, 1, ' ', pen(-1, 3, 0));
    check_written(canvas, 1, PICTURE_ANSI, DEPTH_16, " \033[43m \033[0m\n");
    canvas_free(canvas);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, plain_text_has_no_pens_and_no_trailing_blanks);
    tcase_add_test(cases, only_changes_are_written);
    tcase_add_test(cases, attributes_go_off_by_a_reset);
    tcase_add_test(cases, fewer_colors_have_their_own_numbers);
    tcase_add_test(cases, without_colors_attributes_stay);
    tcase_add_test(cases, blanks_that_can_be_seen_stay);
}

SUITE_MAIN("out picture", add_cases)
