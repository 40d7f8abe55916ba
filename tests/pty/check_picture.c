/* What a terminal shows is what was printed, whatever the terminal and the layers. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"
#include "view/layer.h"

static const char *const terms[] = { "xterm-256color", "tmux-256color", "screen", "linux",
                                     "vt100" };

enum {
    TERMS = sizeof terms / sizeof terms[0],
    TEXT_SIZE = 256,
    ROWS = 22, /* of a printed frame on a terminal of 24 */
    FRAMES = LAYER_COUNT + 2 /* each layer alone, none but the first ones, all together */
};

/* The verdict, with which a printed frame ends. */
static const char last_word[] = "  ok";

static void quit(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_free(pty);
}

/* The option that shows the layers of frame `number`, 0 to FRAMES - 1. */
static void write_option(int number, char option[TEXT_SIZE])
{
    layer_set layers = number < LAYER_COUNT ? 1u << number : layers_shown_first();
    if (number == FRAMES - 1)
        layers = (1u << LAYER_COUNT) - 1;
    int used = snprintf(option, TEXT_SIZE, "--layer=");
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        if (layer_is_in(layers, (enum layer)layer))
            used += snprintf(option + used, TEXT_SIZE - (size_t)used, "%s,",
                             layer_name((enum layer)layer));
    option[used - 1] = '\0';
}

/* The rows of a frame that was printed on a terminal, which `before` stands above. */
struct rows {
    char text[ROWS][PTY_TEXT_SIZE];
};

/* What `--print` shows on a terminal of that type. */
static void print_rows(const char *term, const char *layers, struct rows *rows)
{
    const char *const arguments[] = { "himmelblau", "--print", layers, NULL };
    struct pty_options options = { .term = term };
    struct pty *pty = pty_start(&options, arguments);
    ck_assert_int_eq(pty_wait_end(pty), 0);
    pty_wait_text(pty, last_word);
    for (int row = 0; row < ROWS; row++)
        pty_row(pty, row + 1, rows->text[row]);
    pty_free(pty);
}

static bool shows_rows(struct pty *pty, const void *context)
{
    const struct rows *rows = context;
    char text[PTY_TEXT_SIZE];
    for (int row = 0; row < ROWS; row++)
        if (strcmp(pty_row(pty, row, text), rows->text[row]) != 0)
            return false;
    return true;
}

START_TEST(every_terminal_shows_every_layer)
{
    char option[TEXT_SIZE];
    struct rows *rows = calloc(1, sizeof *rows);
    struct pty_options options = { .term = terms[_i % TERMS] };
    write_option(_i / TERMS, option);
    const char *const arguments[] = { "himmelblau", option, NULL };
    ck_assert_ptr_nonnull(rows);
    print_rows(options.term, option, rows);
    ck_assert_ptr_nonnull(strstr(rows->text[0], "himmelblau"));
    struct pty *pty = pty_start(&options, arguments);
    pty_wait(pty, shows_rows, rows, "the screen has the text that is printed");
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_send(pty, "q");
    pty_wait(pty, shows_rows, rows, "the screen has the text that is printed");
    free(rows);
    quit(pty);
}
END_TEST

/* Keys lead to the same layers as the option. */
START_TEST(layers_come_and_go)
{
    static const char *const bare[] = { "himmelblau", "--layer=legend", NULL };
    static const char *const lined[] = { "himmelblau", "--layer=legend,grid", NULL };
    struct pty_picture *without = pty_print(24, 80, bare);
    struct pty_picture *with = pty_print(24, 80, lined);
    struct pty *pty = pty_start(NULL, bare);
    pty_wait_picture(pty, without);
    pty_send(pty, "tg");
    pty_wait_picture(pty, with);
    pty_send(pty, "tg");
    pty_wait_picture(pty, without);
    pty_picture_free(without);
    pty_picture_free(with);
    quit(pty);
}
END_TEST

/* A window that tells its pixels, its cells' aspect, and an option that asks for it. */
static const struct {
    int width;
    int height;
    const char *option;
} windows[] = {
    { 80 * 8, 24 * 16, "--cell-aspect=0.5" },
    { 80 * 9 + 5, 24 * 15 + 3, "--cell-aspect=0.6" },
    { 80 * 6, 24 * 15, "--cell-aspect=0.4" },
    { 80 * 16, 24 * 16, "--cell-aspect=0.5" },
};

START_TEST(a_window_tells_the_shape_of_its_cells)
{
    static const char *const plain[] = { "himmelblau", NULL };
    const char *const arguments[] = { "himmelblau", windows[_i].option, NULL };
    struct pty_options options = { .width = windows[_i].width, .height = windows[_i].height };
    struct pty_picture *picture = pty_print(24, 80, arguments);
    struct pty *pty = pty_start(&options, plain);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    quit(pty);
}
END_TEST

static void expect(struct pty *pty, int rows, int columns, const char *option)
{
    const char *const arguments[] = { "himmelblau", option, NULL };
    struct pty_picture *picture = pty_print(rows, columns, arguments);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
}

START_TEST(another_font_is_followed_unless_an_aspect_was_given)
{
    static const char *const plain[] = { "himmelblau", NULL };
    struct pty *pty = pty_start(NULL, plain);
    expect(pty, 24, 80, "--cell-aspect=0.5");
    pty_resize_pixels(pty, 24, 80, 24 * 20, 80 * 14);
    expect(pty, 24, 80, "--cell-aspect=0.7");
    pty_resize_pixels(pty, 30, 90, 30 * 20, 90 * 14);
    expect(pty, 30, 90, "--cell-aspect=0.7");
    pty_send(pty, ":cell-aspect 0.4\r");
    expect(pty, 30, 90, "--cell-aspect=0.4");
    pty_resize_pixels(pty, 24, 80, 24 * 20, 80 * 10);
    expect(pty, 24, 80, "--cell-aspect=0.4");
    pty_send(pty, ":cell-aspect auto\r");
    expect(pty, 24, 80, "--cell-aspect=0.5");
    quit(pty);
}
END_TEST

START_TEST(a_frame_printed_on_a_terminal_is_shaped_by_it)
{
    static const char *const printed[] = { "--print", "himmelblau", NULL };
    static const char *const wanted[] = { "himmelblau", "--cell-aspect=0.7", NULL };
    struct pty_options options = { .rows = 30, .width = 80 * 14, .height = 30 * 20 };
    char shown[PTY_TEXT_SIZE];
    char expected[PTY_TEXT_SIZE];
    struct pty_picture *picture = pty_print(30, 80, wanted);
    struct pty *pty = pty_start(&options, printed);
    pty_wait_end(pty);
    pty_wait_text(pty, last_word);
    /* `before` stands on the first row, and the 28 rows of the frame end in a newline. */
    for (int row = 0; row < 28; row++)
        ck_assert_str_eq(pty_row(pty, row + 1, shown), pty_picture_row(picture, row, expected));
    pty_picture_free(picture);
    pty_free(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    bool slow = pty_under_valgrind();
    /* With all layers: 256 colours, 8 and none, each of which has code of its own. */
    int stride = slow ? 2 : 1;
    for (int i = slow ? TERMS * (FRAMES - 1) : 0; i < TERMS * FRAMES; i += stride)
        tcase_add_loop_test(cases, every_terminal_shows_every_layer, i, i + 1);
    tcase_add_test(cases, layers_come_and_go);
    /* The last two: a ratio that is followed, and one that no font has. */
    int shapes = (int)(sizeof windows / sizeof windows[0]);
    tcase_add_loop_test(cases, a_window_tells_the_shape_of_its_cells, slow ? shapes - 2 : 0,
                        shapes);
    tcase_add_test(cases, another_font_is_followed_unless_an_aspect_was_given);
    tcase_add_test(cases, a_frame_printed_on_a_terminal_is_shaped_by_it);
}

SUITE_MAIN("pty picture", add_cases)
