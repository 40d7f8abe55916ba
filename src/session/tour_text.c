/* What the pages of the tour say. */
#include <string.h>

#include "base/utf8.h"
#include "session/tour.h"

static const struct tour_page pages[] = {
#define PAGE(heading, setup, text) { heading, setup, text },
#include "session/tour.def"
#undef PAGE
};

size_t tour_page_count(void)
{
    return sizeof pages / sizeof pages[0];
}

const struct tour_page *tour_page_at(size_t index)
{
    return &pages[index];
}

/* Append words with the signs for what is spelled in ASCII. */
static void append_signs(const char *words, struct text *text)
{
    static const char *const signs[][2] = { { "-grad~f", "\u2212\u2207f" },
                                            { "grad~f", "\u2207f" } };
    enum { SIGNS = sizeof signs / sizeof signs[0] };
    while (*words != '\0') {
        size_t i = 0;
        while (i < SIGNS && strncmp(words, signs[i][0], strlen(signs[i][0])) != 0)
            i++;
        text_append_bytes(text, i < SIGNS ? signs[i][1] : words,
                          i < SIGNS ? strlen(signs[i][1]) : 1);
        words += i < SIGNS ? strlen(signs[i][0]) : 1;
    }
}

/* Append a word with its blanks that end no line. */
static void append_word(const char *word, size_t length, struct text *text)
{
    for (size_t i = 0; i < length; i++)
        text_append_bytes(text, word[i] == '~' ? " " : word + i, 1);
}

/* Append words in lines. */
static void append_wrapped(const char *words, size_t columns, struct text *text)
{
    size_t column = 0;
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        size_t width = utf8_count(words, length);
        if (column > 0 && column + 1 + width > columns) {
            text_append(text, "\n");
            column = 0;
        }
        text_append(text, column > 0 ? " " : "");
        append_word(words, length, text);
        column += (column > 0 ? 1 : 0) + width;
        words += length;
        words += strspn(words, " ");
    }
}

void tour_append_lines(const struct tour_page *page, int columns, bool ascii, struct text *text)
{
    struct text words = TEXT_EMPTY;
    if (ascii)
        text_append(&words, page->text);
    else
        append_signs(page->text, &words);
    if (words.failed)
        text->failed = true;
    else
        append_wrapped(text_string(&words), (size_t)columns, text);
    text_free(&words);
}

static void append_page(size_t index, bool ascii, struct text *text)
{
    const struct tour_page *page = tour_page_at(index);
    text_append_format(text, "%zu/%zu  %s\n", index + 1, tour_page_count(), page->heading);
    tour_append_lines(page, TOUR_COLUMNS, ascii, text);
    text_append(text, "\n");
    for (const char *line = page->setup; *line != '\0'; line += strcspn(line, "\n") + 1) {
        text_append(text, "  :");
        text_append_bytes(text, line, strcspn(line, "\n") + 1);
    }
}

void tour_append_pages(size_t first, size_t last, bool ascii, struct text *text)
{
    for (size_t index = first; index < last; index++) {
        text_append(text, index > first ? "\n" : "");
        append_page(index, ascii, text);
    }
}
