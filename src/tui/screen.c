/* A canvas shown on the taken terminal. */
#include "tui/screen.h"

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>

enum { PAIRS_MOST = 256 }; /* colour pairs that are remembered; a frame has far fewer */

/* curses' colour pair number i + 1. */
struct pair {
    int16_t foreground;
    int16_t background;
};

struct screen {
    struct pair pairs[PAIRS_MOST];
    int pair_count;
    int pairs_most; /* what the terminal type allows */
    bool spent;     /* a pen found none left */
    int cursor;     /* what curs_set was last told; -1 at first */
    cchar_t row[CANVAS_COLUMNS_MOST];
};

struct screen *screen_new(void)
{
    struct screen *screen = calloc(1, sizeof *screen);
    if (screen == NULL)
        return NULL;
    /* Pair 0 is the terminal's own colours. */
    screen->pairs_most = has_colors() ? COLOR_PAIRS - 1 : 0;
    if (screen->pairs_most > PAIRS_MOST)
        screen->pairs_most = PAIRS_MOST;
    screen->cursor = -1;
    return screen;
}

void screen_free(struct screen *screen)
{
    free(screen);
}

/* The number of the pen's colour pair, which is made when it is new. */
static short pair_number(struct screen *screen, struct pen pen)
{
    if (pen.foreground == COLOR_DEFAULT && pen.background == COLOR_DEFAULT)
        return 0;
    for (int i = 0; i < screen->pair_count; i++) {
        struct pair pair = screen->pairs[i];
        if (pair.foreground == pen.foreground && pair.background == pen.background)
            return (short)(i + 1);
    }
    if (screen->pair_count >= screen->pairs_most) {
        screen->spent = true;
        return 0;
    }
    int number = screen->pair_count + 1;
    if (init_pair((short)number, pen.foreground, pen.background) != OK)
        return 0;
    screen->pairs[screen->pair_count++] = (struct pair){ pen.foreground, pen.background };
    return (short)number;
}

static attr_t find_attributes(struct pen pen)
{
    attr_t attributes = A_NORMAL;
    if ((pen.attributes & ATTRIBUTE_BOLD) != 0)
        attributes |= A_BOLD;
    if ((pen.attributes & ATTRIBUTE_DIM) != 0)
        attributes |= A_DIM;
    if ((pen.attributes & ATTRIBUTE_REVERSE) != 0)
        attributes |= A_REVERSE;
    return attributes;
}

/*
 * The cell as curses has it. What the C library takes for wider than a cell would shift the rest.
 */
static void convert(struct screen *screen, struct cell cell, cchar_t *converted)
{
    wchar_t text[2] = { (wchar_t)cell.character, L'\0' };
    if (wcwidth(text[0]) != 1)
        text[0] = L'?';
    setcchar(converted, text, find_attributes(cell.pen), pair_number(screen, cell.pen), NULL);
}

static void show_row(struct screen *screen, const struct canvas *canvas, int row)
{
    int columns = canvas_columns(canvas) < COLS ? canvas_columns(canvas) : COLS;
    for (int column = 0; column < columns; column++)
        convert(screen, canvas_cell(canvas, row, column), &screen->row[column]);
    mvadd_wchnstr(row, 0, screen->row, columns);
}

static void show_rows(struct screen *screen, const struct canvas *canvas)
{
    int rows = canvas_rows(canvas) < LINES ? canvas_rows(canvas) : LINES;
    for (int row = 0; row < rows; row++)
        show_row(screen, canvas, row);
}

static void show_cursor(struct screen *screen, struct canvas_cursor cursor)
{
    bool inside = cursor.row >= 0 && cursor.row < LINES && cursor.column >= 0 &&
                  cursor.column < COLS;
    int visible = cursor.visible && inside;
    if (visible != screen->cursor)
        curs_set(visible);
    screen->cursor = visible;
    if (inside)
        move(cursor.row, cursor.column);
    else
        move(0, 0);
}

/* Pairs of earlier frames are forgotten where a new one needs their place. */
void screen_show(struct screen *screen, const struct canvas *canvas)
{
    erase();
    screen->spent = false;
    show_rows(screen, canvas);
    if (screen->spent) {
        screen->pair_count = 0;
        show_rows(screen, canvas);
    }
    show_cursor(screen, canvas_cursor(canvas));
    wnoutrefresh(stdscr);
    doupdate();
}

void screen_forget(struct screen *screen)
{
    screen->cursor = -1;
    clearok(curscr, TRUE);
}

void screen_ring(struct screen *screen)
{
    (void)screen;
    beep();
}
