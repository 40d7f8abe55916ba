/* The entries of the help as lines of a canvas. */
#include "tui/help_lines.h"

#include <string.h>

#include "base/fold.h"
#include "base/integer.h"
#include "base/utf8.h"

enum {
    KEYS_MOST = 10,   /* columns for keys; longer ones push what follows aside */
    WORDS_LEAST = 40, /* columns that words must have to stand beside a command */
    INDENT = 2,       /* of words that stand below, on a narrow canvas */
    NARROW = 40       /* columns of one */
};

static const struct pen bold = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_BOLD };
static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };

/* A pen that goes along the lines of an entry, and draws when there is a window. */
struct writer {
    const struct help_columns *columns;
    const struct help_window *window; /* NULL: lines are only counted */
    struct canvas_cursor *cursor;
    int line; /* of the page */
    int column;
};

static int width_of(const char *text, bool ascii)
{
    return (int)inert_width(text, strlen(text), ascii);
}

struct help_columns help_lines_fit(const struct help_page *page, int columns, bool ascii)
{
    int keys = 0;
    int name = 0;
    for (size_t i = 0; i < page->count; i++) {
        int usage = width_of(help_page_part(page, i, HELP_USAGE), ascii);
        keys = integer_larger(keys, width_of(help_page_part(page, i, HELP_KEYS), ascii));
        name = integer_larger(name,
                              width_of(help_page_part(page, i, HELP_NAME), ascii) + 1 + usage);
    }
    struct help_columns fit = { .limit = columns, .ascii = ascii };
    fit.name = integer_smaller(keys, KEYS_MOST) + 1;
    fit.words = fit.name + name + 1;
    fit.below = columns - fit.words < WORDS_LEAST;
    if (columns < NARROW)
        fit.name = INDENT;
    if (fit.below)
        fit.words = fit.name;
    return fit;
}

/* Whether the text that is looked for stands at a place. */
static bool stands_at(const char *text, struct needle needle)
{
    return needle.length > 0 && fold_begins(text, needle.bytes, needle.length);
}

/* Whether byte `at` of a text is part of what is looked for. */
static bool is_found(const char *text, size_t at, struct needle needle)
{
    size_t first = at + 1 > needle.length ? at + 1 - needle.length : 0;
    for (size_t start = first; start <= at; start++)
        if (stands_at(text + start, needle))
            return true;
    return false;
}

bool help_lines_match(const struct help_page *page, size_t index, struct needle needle)
{
    for (int part = 0; part < HELP_PARTS; part++) {
        const char *text = help_page_part(page, index, (enum help_part)part);
        if (needle.length > 0 && fold_holds(text, needle.bytes, needle.length))
            return true;
    }
    return false;
}

/* Draw a character of a text, in `form`, where the writer is. */
static void put(const struct writer *writer, const char *text, size_t at, const char *form,
                struct pen pen)
{
    const struct help_window *window = writer->window;
    int below = writer->line - window->top;
    if (below < 0 || below >= window->shown)
        return;
    int row = window->row + below;
    bool found = is_found(text, at, window->needle);
    canvas_text(window->canvas, row, writer->column, writer->columns->limit, form,
                found ? reverse : pen);
    if (found && !writer->cursor->visible)
        *writer->cursor = (struct canvas_cursor){ row, writer->column, true };
}

/* Write the bytes of a text from `start` to `end`, which may lie beyond the canvas. */
static void write_part(struct writer *writer, const char *text, size_t start, size_t end,
                       struct pen pen)
{
    for (size_t at = start; at < end;) {
        char form[INERT_LONGEST];
        size_t width;
        size_t size = inert_character(text + at, end - at, writer->columns->ascii, form, &width);
        if (writer->window != NULL)
            put(writer, text, at, form, pen);
        at += size;
        writer->column += (int)width;
    }
}

static void write_text(struct writer *writer, const char *text, struct pen pen)
{
    write_part(writer, text, 0, strlen(text), pen);
}

/* Where the line that begins at `start` ends: behind the last word that fits into `room` columns,
 * or at the edge within a word that is longer than a line. */
static size_t end_of_line(const char *text, size_t start, int room, bool ascii)
{
    size_t length = strlen(text);
    size_t end = start;
    size_t at = start;
    for (int used = 0; at < length;) {
        char form[INERT_LONGEST];
        size_t width;
        size_t size = inert_character(text + at, length - at, ascii, form, &width);
        if (text[at] == ' ')
            end = at;
        if (used + (int)width > room && at > start)
            return end > start ? end : at;
        used += (int)width;
        at += size;
    }
    return length;
}

/* Write words from the present column on, and on below it. */
static void write_words(struct writer *writer, const char *words, struct pen pen)
{
    int left = writer->column;
    int room = integer_larger(writer->columns->limit - left, 1);
    for (size_t start = 0; words[start] != '\0';) {
        size_t end = end_of_line(words, start, room, writer->columns->ascii);
        write_part(writer, words, start, end, pen);
        start = end + strspn(words + end, " ");
        if (words[start] == '\0')
            break;
        writer->line++;
        writer->column = left;
    }
}

/* Go to the next line where that many columns do not fit into this one. */
static void make_room(struct writer *writer, int width)
{
    int limit = writer->columns->limit;
    if (writer->column + width <= limit || writer->column == 0)
        return;
    writer->line++;
    writer->column = INDENT + width <= limit ? INDENT : 0;
}

/* Write a command and its arguments, on lines of their own where they do not fit otherwise. */
static void write_command(struct writer *writer, const char *name, const char *usage)
{
    int width = width_of(name, writer->columns->ascii);
    int usage_width = width_of(usage, writer->columns->ascii);
    make_room(writer, usage_width == 0 ? width : width + 1 + usage_width);
    write_text(writer, name, PEN_PLAIN);
    writer->column++;
    make_room(writer, usage_width);
    write_text(writer, usage, PEN_PLAIN);
    writer->column += usage_width > 0;
}

/* Go to where an entry's words begin, with its command already written. */
static void go_to_words(struct writer *writer, bool command, const char *words)
{
    const struct help_columns *columns = writer->columns;
    int room = columns->limit - writer->column;
    bool crowded = room < WORDS_LEAST && width_of(words, columns->ascii) > room;
    /* Beside a command there is room, unless its keys have pushed it aside. */
    if (command ? columns->below || writer->column > columns->words : crowded)
        writer->line++;
    if (command)
        writer->column = columns->words;
    else if (crowded)
        writer->column = INDENT;
}

/* Write an entry from the writer's line on; its last line is then the writer's. */
static void write_entry(struct writer *writer, const struct help_page *page, size_t index)
{
    const struct help_entry *entry = &page->entries[index];
    const char *keys = help_page_part(page, index, HELP_KEYS);
    const char *name = help_page_part(page, index, HELP_NAME);
    const char *words = help_page_part(page, index, HELP_WORDS);
    if (entry->heading) {
        write_words(writer, words, bold);
        return;
    }
    write_text(writer, keys, entry->typed ? PEN_PLAIN : bold);
    writer->column = integer_larger(writer->column + (keys[0] != '\0'), writer->columns->name);
    if (name[0] != '\0')
        write_command(writer, name, help_page_part(page, index, HELP_USAGE));
    go_to_words(writer, name[0] != '\0', words);
    write_words(writer, words, PEN_PLAIN);
}

int help_lines_of(const struct help_page *page, const struct help_columns *columns, size_t index)
{
    struct writer writer = { .columns = columns };
    write_entry(&writer, page, index);
    return writer.line + 1;
}

void help_lines_draw(const struct help_page *page, const struct help_columns *columns, size_t index,
                     int line, const struct help_window *window, struct canvas_cursor *cursor)
{
    struct writer writer = { .columns = columns, .window = window, .cursor = cursor, .line = line };
    *cursor = (struct canvas_cursor){ .visible = false };
    write_entry(&writer, page, index);
}
