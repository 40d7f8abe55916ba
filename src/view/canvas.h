/* The picture as an array of cells: what the screen, printed frames and tests all show. */
#ifndef STEEPEST_VIEW_CANVAS_H
#define STEEPEST_VIEW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum {
    CANVAS_ROWS_MOST = 1000,
    CANVAS_COLUMNS_MOST = 2000,
    CANVAS_WIDTH_MOST = 1 << 24, /* widths are not counted beyond this */
    COLOR_DEFAULT = -1 /* the terminal's own foreground or background */
};

/* Bits of struct pen.attributes. */
enum attribute {
    ATTRIBUTE_BOLD = 1,
    ATTRIBUTE_DIM = 2,
    ATTRIBUTE_REVERSE = 4
};

/* How a cell is written: palette numbers of the colour depth in force, or COLOR_DEFAULT. */
struct pen {
    int16_t foreground;
    int16_t background;
    uint8_t attributes; /* enum attribute, ored */
};

/* The terminal's own colours, no attributes. */
#define PEN_PLAIN ((struct pen){ COLOR_DEFAULT, COLOR_DEFAULT, 0 })

/* One cell: a printable character that is one column wide, and how it is written. */
struct cell {
    uint32_t character;
    struct pen pen;
};

/* rows x columns cells, row by row from the top left. Both may be 0. */
struct canvas;

/* A new canvas of blanks in PEN_PLAIN, or NULL when memory is short. Free with canvas_free. */
struct canvas *canvas_new(int rows, int columns);

/* Free what canvas_new returned, or NULL. */
void canvas_free(struct canvas *canvas);

/*
 * Give the canvas another size (0 to CANVAS_ROWS_MOST and CANVAS_COLUMNS_MOST; more is cut to that)
 * and clear it. Returns STATUS_OK, or STATUS_FAILED, with nothing changed, when memory is short.
 */
enum status canvas_resize(struct canvas *canvas, int rows, int columns);

/*
 * Give the canvas so many rows (cut as above), with blanks in PEN_PLAIN below those that it has; one
 * that has as many or more stays as it is. Returns STATUS_OK, or STATUS_FAILED, with nothing changed, when memory is short.
 */
enum status canvas_extend(struct canvas *canvas, int rows);

int canvas_rows(const struct canvas *canvas);
int canvas_columns(const struct canvas *canvas);

/* Make every cell a blank in PEN_PLAIN. */
void canvas_clear(struct canvas *canvas);

/* Make every cell of a row one; a row outside the canvas is left alone. */
void canvas_clear_row(struct canvas *canvas, int row);

/* The cell, or a blank in PEN_PLAIN outside the canvas. */
struct cell canvas_cell(const struct canvas *canvas, int row, int column);

/*
 * Set a cell; outside the canvas nothing happens. A character not one column wide becomes `?`. A
 * pen whose background is COLOR_DEFAULT leaves the background that is there, so what is written
 * over shaded cells stands on their shade.
 */
void canvas_put(struct canvas *canvas, int row, int column, uint32_t character, struct pen pen);

/* Give a cell a background, COLOR_DEFAULT too, and leave the rest of it as it is. */
void canvas_shade(struct canvas *canvas, int row, int column, int16_t background);

/*
 * Write UTF-8 from `column` rightward, cut at the canvas's edge and before column `limit`; what
 * cannot stand in a cell (invalid bytes, characters not one column wide) is escaped as
 * text_append_inert does for ASCII: `\x1b`, `\u{4e2d}`. Returns the column after it: at most
 * `limit` and the canvas's edge, unless `column` was already beyond.
 */
int canvas_text(struct canvas *canvas, int row, int column, int limit, const char *utf8,
                struct pen pen);

/* As canvas_text, with everything beyond ASCII escaped. */
int canvas_text_ascii(struct canvas *canvas, int row, int column, int limit, const char *utf8,
                      struct pen pen);

/* Columns that canvas_text would take for this text, or about CANVAS_WIDTH_MOST for more. */
int canvas_text_width(const char *utf8);

/* Columns that canvas_text_ascii would take, likewise. */
int canvas_text_ascii_width(const char *utf8);

/* Where the hardware cursor belongs. Rows and columns from 0; not clipped. */
struct canvas_cursor {
    int row;
    int column;
    bool visible;
};

void canvas_set_cursor(struct canvas *canvas, struct canvas_cursor cursor);
struct canvas_cursor canvas_cursor(const struct canvas *canvas);

#endif
