/* Rows of a canvas as text, for tests. */
#ifndef STEEPEST_TESTS_TUI_ROWS_H
#define STEEPEST_TESTS_TUI_ROWS_H

#include "base/utf8.h"
#include "view/canvas.h"

enum { ROW_SIZE = CANVAS_COLUMNS_MOST * UTF8_LONGEST + 1 };

/* Write the row as UTF-8 without the blanks at its end, and return `text`. */
static inline const char *row_text(const struct canvas *canvas, int row, char text[ROW_SIZE])
{
    size_t length = 0;
    size_t end = 0;
    for (int column = 0; column < canvas_columns(canvas); column++) {
        uint32_t character = canvas_cell(canvas, row, column).character;
        length += utf8_encode(character, text + length);
        if (character != ' ')
            end = length;
    }
    text[end] = '\0';
    return text;
}

#endif
