/* Words of ASCII set in lines of a certain width. */
#include "tui/paragraph.h"

#include <stddef.h>
#include <string.h>

/* Bytes of the words that go into a line of `columns`: whole words, or a part of one too long. */
static size_t line_length(const char *words, size_t columns)
{
    size_t fitting = 0;
    for (size_t at = 0; at <= columns; at++) {
        if (words[at] == '\0')
            return at;
        if (words[at] == ' ')
            fitting = at;
    }
    return fitting > 0 ? fitting : columns;
}

/* What follows a line of that length. */
static const char *rest_of(const char *words, size_t length)
{
    words += length;
    return words + strspn(words, " ");
}

int paragraph_lines(const char *words, int columns)
{
    int lines = 0;
    for (; *words != '\0'; lines++)
        words = rest_of(words, line_length(words, (size_t)columns));
    return lines;
}

int paragraph_draw(struct canvas *canvas, int row, int column, int rows, int columns,
                   const char *words)
{
    int taken = 0;
    for (; *words != '\0' && taken < rows; taken++) {
        size_t length = line_length(words, (size_t)columns);
        canvas_text(canvas, row + taken, column, column + (int)length, words, PEN_PLAIN);
        words = rest_of(words, length);
    }
    return taken;
}
