/* Words of ASCII set in lines of a certain width. */
#ifndef STEEPEST_TUI_PARAGRAPH_H
#define STEEPEST_TUI_PARAGRAPH_H

#include "view/canvas.h"

/* Lines that the words take in a width of at least 1 column, broken at blanks where it can. */
int paragraph_lines(const char *words, int columns);

/*
 * Write the words from a cell rightward and downward over at most so many rows and columns; what is
 * left over is not shown. Returns how many rows were taken.
 */
int paragraph_draw(struct canvas *canvas, int row, int column, int rows, int columns,
                   const char *words);

#endif
