/* Tests src/tui/screen.c: the colours that a terminal is sent, frame after frame. */
#include "../suite.h"

#include <curses.h>
#include <stdio.h>

#include "tui/screen.h"

enum { ROWS = 2, COLUMNS = 80 };

/* A frame whose every cell has another pair of colours. */
static void fill(struct canvas *canvas, int16_t background)
{
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            struct pen pen = { (int16_t)(20 + row * COLUMNS + column), background, 0 };
            canvas_put(canvas, row, column, 'x', pen);
        }
}

/* How many cells of curses' screen have a background. */
static int cells_on(short wanted)
{
    int count = 0;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            short foreground = -1;
            short background = -1;
            pair_content((short)PAIR_NUMBER(mvinch(row, column)), &foreground, &background);
            count += background == wanted && foreground == 20 + row * COLUMNS + column;
        }
    return count;
}

/* Two frames have more pairs than are remembered. */
START_TEST(colors_come_back_when_they_are_spent)
{
    FILE *out = fopen("/dev/null", "w");
    FILE *in = fopen("/dev/null", "r");
    SCREEN *terminal = newterm("xterm-256color", out, in);
    ck_assert_ptr_nonnull(terminal);
    ck_assert_int_eq(start_color(), OK);
    use_default_colors();
    ck_assert_int_eq(resizeterm(ROWS, COLUMNS), OK);
    struct screen *screen = screen_new();
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    ck_assert(screen != NULL && canvas != NULL);
    for (int16_t frame = 1; frame <= 8; frame++) {
        fill(canvas, frame);
        screen_show(screen, canvas);
        ck_assert_int_eq(cells_on(frame), ROWS * COLUMNS);
    }
    canvas_free(canvas);
    screen_free(screen);
    endwin();
    delscreen(terminal);
    fclose(out);
    fclose(in);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, colors_come_back_when_they_are_spent);
}

SUITE_MAIN("tui screen", add_cases)
