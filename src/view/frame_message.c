/* The message of a frame: as many rows as it takes, up from the message's. */
#include <string.h>

#include "view/frame_parts.h"

enum {
    LINE_SIZE = 1 << 10, /* bytes of a row of the message, with its NUL */
    ROWS_KEPT = 1        /* rows at the top, the title's, that a message leaves */
};

/* Whether the first `length` bytes of the words fit into a row. */
static bool fits(const struct frame *frame, const char *words, size_t length)
{
    char line[LINE_SIZE];
    if (length >= sizeof line)
        return false;
    memcpy(line, words, length);
    line[length] = '\0';
    return frame_text_width(&frame->style, line) <= frame->layout.columns;
}

/*
 * The bytes of the words that go into a row: whole words, 0 when there is no blank to break at.
 */
static size_t row_length(const struct frame *frame, const char *words)
{
    size_t fitting = 0;
    for (size_t at = 0;; at++) {
        if (words[at] != ' ' && words[at] != '\0')
            continue;
        if (!fits(frame, words, at))
            return fitting;
        fitting = at;
        if (words[at] == '\0')
            return at;
    }
}

/* What follows the first row of the words, NULL when nothing does or nothing can be broken. */
static const char *rest_of(const struct frame *frame, const char *words, size_t *length)
{
    *length = row_length(frame, words);
    const char *rest = words + *length;
    rest += strspn(rest, " ");
    return *length == 0 || *rest == '\0' ? NULL : rest;
}

static int count_rows(const struct frame *frame, const char *words, int most)
{
    int rows = 1;
    size_t length;
    while (rows < most && (words = rest_of(frame, words, &length)) != NULL)
        rows++;
    return rows;
}

void frame_draw_message(struct canvas *canvas, const struct frame *frame, const char *words)
{
    const struct layout *layout = &frame->layout;
    int most = frame->words.message_whole ? layout->message_row + 1 - ROWS_KEPT : 1;
    int rows = count_rows(frame, words, most);
    for (int row = layout->message_row - rows + 1; row <= layout->message_row; row++) {
        char line[LINE_SIZE];
        size_t length;
        const char *rest = rest_of(frame, words, &length);
        canvas_clear_row(canvas, row);
        if (rest == NULL || row == layout->message_row) {
            frame_text(canvas, &frame->style, row, 0, layout->columns, words);
            return;
        }
        memcpy(line, words, length);
        line[length] = '\0';
        frame_text(canvas, &frame->style, row, 0, layout->columns, line);
        words = rest;
    }
}
