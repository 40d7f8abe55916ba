/* Dots finer than cells, two across and four up in each, drawn in braille. */
#ifndef STEEPEST_VIEW_DOTS_H
#define STEEPEST_VIEW_DOTS_H

#include <stdbool.h>

#include "view/canvas.h"

enum { DOTS_ACROSS = 2, DOTS_DOWN = 4 }; /* of a cell */

/* Dot (x, y) is x from the left and y from the top, both from 0; (0, 0) is the top left one. */
struct dots;

/* A raster without a dot, or NULL when memory is short. Free with dots_free. */
struct dots *dots_new(void);

/* Free what dots_new returned, or NULL. */
void dots_free(struct dots *dots);

/*
 * Make room for the dots of rows x columns cells, none of them set; allocates only when it grows.
 * STATUS_OK, or STATUS_FAILED, with nothing changed, when memory is short.
 */
enum status dots_resize(struct dots *dots, int rows, int columns);

/* Unset all dots. */
void dots_clear(struct dots *dots);

int dots_width(const struct dots *dots);  /* DOTS_ACROSS for each column */
int dots_height(const struct dots *dots); /* DOTS_DOWN for each row */

/* Whether a dot is set; false outside. */
bool dots_is_set(const struct dots *dots, int x, int y);

/* Set a dot; its cell takes the pen. Outside nothing happens. */
void dots_set(struct dots *dots, int x, int y, struct pen pen);

/*
 * Set the dots along a segment, one in each column or, where it is steep, in each row: each is
 * the nearest to the segment there. The ends, finite, may lie outside.
 */
void dots_line(struct dots *dots, double from_x, double from_y, double to_x, double to_y,
               struct pen pen);

/* The same with the dots of every second column or, where it is steep, row. */
void dots_line_dotted(struct dots *dots, double from_x, double from_y, double to_x, double to_y,
                      struct pen pen);

/* What dots_draw puts for a cell, or 0 where it has no dot or lies outside. */
uint32_t dots_character(const struct dots *dots, int row, int column, bool ascii);

/* The braille pattern of a cell with the pen it was given last; character 0 likewise. */
struct cell dots_cell(const struct dots *dots, int row, int column);

/*
 * Whether a cell is part of a number that lines go round, so that no digit is lost and another
 * number made: an ASCII character or the minus sign. In a picture in ASCII there is no telling.
 */
bool dots_leave(const struct canvas *canvas, int row, int column);

/*
 * Put every cell that has a dot into the canvas, the first at (row, column): as a braille pattern,
 * or for `ascii` as `'` where its dots are in the upper half, `.` in the lower, `:` in both. Braille
 * leaves numbers that stand there whole: see dots_leave.
 */
void dots_draw(const struct dots *dots, struct canvas *canvas, int row, int column, bool ascii);

/* The same with the raster's row of cells `from` alone, which is put at (row, column). */
void dots_draw_row(const struct dots *dots, int from, struct canvas *canvas, int row, int column,
                   bool ascii);

#endif
