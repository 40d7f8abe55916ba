/* Text set in lines for a terminal. */
#include "cli/wrap.h"

#include <string.h>

void wrap_append(struct text *text, size_t column, size_t indent, const char *words)
{
    if (column > indent) {
        text_append(text, "\n");
        column = 0;
    }
    text_append_repeated(text, ' ', indent - column);
    column = indent;
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        if (column > indent && column + 1 + length > WRAP_WIDTH) {
            text_append(text, "\n");
            text_append_repeated(text, ' ', indent);
            column = indent;
        }
        if (column > indent) {
            text_append(text, " ");
            column++;
        }
        text_append_bytes(text, words, length);
        column += length;
        words += length;
        words += strspn(words, " ");
    }
    text_append(text, "\n");
}
