/* The pages that name keys and commands, read and searched. */
#include "tui/help.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/integer.h"
#include "session/hint.h"
#include "tui/help_lines.h"
#include "tui/keys.h"

enum { FRAME_ROWS = 2, POSITION_SIZE = 64 }; /* title and hint; bytes of "lines 1-22 of 40" */

static const char search_mark[] = "/";

/* Make `help` show a page that has been made, or could not be. */
static enum status open_page(struct help *help, const struct session *session, const char *title,
                             struct text *killed, enum status status, struct failure *failure)
{
    help->session = session;
    help->title = title;
    help->top = 0;
    help->searching = false;
    help->found = false;
    help->missed = false;
    prompt_start(&help->search, killed);
    return status == STATUS_OK ? STATUS_OK : failure_memory(failure);
}

enum status help_open(struct help *help, const struct session *session,
                      const struct command *command, struct text *killed,
                      struct failure *failure)
{
    help_close(help);
    if (command == NULL)
        return open_page(help, session, "keys and commands", killed,
                         help_page_of_all(&help->page, session), failure);
    return open_page(help, session, command->name, killed,
                     help_page_of_command(&help->page, session, command), failure);
}

enum status help_open_keys(struct help *help, const struct session *session, struct text *killed,
                           struct failure *failure)
{
    help_close(help);
    return open_page(help, session, "what keys stand for", killed,
                     help_page_of_keys(&help->page, session), failure);
}

void help_close(struct help *help)
{
    help_page_free(&help->page);
}

/* Lines of the whole page, lines of it that the canvas shows, and the first of these. */
struct extent {
    struct help_columns columns;
    int lines;
    int shown;
    int top;
};

static struct extent find_extent(const struct help *help, int rows, int columns)
{
    struct extent extent = {
        .columns = help_lines_fit(&help->page, columns, !session_is_utf8(help->session)),
    };
    for (size_t i = 0; i < help->page.count; i++)
        extent.lines += help_lines_of(&help->page, &extent.columns, i);
    extent.shown = rows > FRAME_ROWS ? rows - FRAME_ROWS : 1;
    int last_top = integer_larger(0, extent.lines - extent.shown);
    extent.top = help->top < last_top ? help->top : last_top;
    return extent;
}

/* The line that an entry begins at. */
static int line_of(const struct help *help, const struct extent *extent, size_t index)
{
    int line = 0;
    for (size_t i = 0; i < index; i++)
        line += help_lines_of(&help->page, &extent->columns, i);
    return line;
}

/* The first entry that begins at a line or below it. */
static size_t entry_at(const struct help *help, const struct extent *extent, int line)
{
    size_t index = 0;
    for (int at = 0; at < line && index + 1 < help->page.count; index++)
        at += help_lines_of(&help->page, &extent->columns, index);
    return index;
}

static struct needle needle_of(const struct help *help)
{
    return (struct needle){ help->search.bytes, help->search.length };
}

/*
 * Look for the text from an entry on, up or down and round the ends, and bring what is found into
 * sight.
 */
static enum help_answer seek(struct help *help, const struct extent *extent, size_t from, bool up)
{
    size_t count = help->page.count;
    size_t step = up ? count - 1 : 1;
    help->missed = help->search.length > 0;
    help->found = false;
    for (size_t tries = 0; tries < count && help->missed; tries++) {
        size_t index = (from + tries * step) % count;
        if (!help_lines_match(&help->page, index, needle_of(help)))
            continue;
        help->place = index;
        help->found = true;
        help->missed = false;
    }
    if (!help->found)
        return help->missed ? HELP_REFUSED : HELP_MOVED;
    int line = line_of(help, extent, help->place);
    int end = line + help_lines_of(&help->page, &extent->columns, help->place);
    if (line < extent->top || end > extent->top + extent->shown)
        help->top = line;
    return HELP_MOVED;
}

static void begin_search(struct help *help, const struct extent *extent)
{
    help->searching = true;
    help->found = false;
    help->missed = false;
    help->top_before = extent->top;
    prompt_clear(&help->search);
}

/* Look for what is typed now, from where the page was before. */
static enum help_answer follow_search(struct help *help, int rows, int columns)
{
    help->top = help->top_before;
    struct extent extent = find_extent(help, rows, columns);
    return seek(help, &extent, entry_at(help, &extent, extent.top), false);
}

/* Obey a key while the text to look for is typed: the page follows. */
static enum help_answer search_key(struct help *help, const char *key, int rows, int columns)
{
    enum prompt_answer answer = prompt_key(&help->search, key);
    if (answer == PROMPT_REFUSED)
        return HELP_REFUSED;
    help->searching = answer == PROMPT_EDITED;
    if (answer == PROMPT_ENTERED)
        return help->missed ? HELP_REFUSED : HELP_MOVED;
    if (answer == PROMPT_CANCELLED)
        prompt_clear(&help->search);
    return follow_search(help, rows, columns);
}

bool help_insert(struct help *help, const char *bytes, size_t length, int rows, int columns)
{
    if (!prompt_insert(&help->search, bytes, length))
        return false;
    follow_search(help, rows, columns);
    return true;
}

/* Go to the next place of what is looked for, or with `up` to the one before. */
static enum help_answer seek_on(struct help *help, const struct extent *extent, bool up)
{
    size_t count = help->page.count;
    if (help->search.length == 0 || count == 0)
        return HELP_REFUSED;
    if (!help->found)
        return seek(help, extent, entry_at(help, extent, extent->top), up);
    return seek(help, extent, (help->place + (up ? count - 1 : 1)) % count, up);
}

/* How far a key moves, in lines or, with `pages`, in screens. */
static const struct {
    const char *key;
    int lines;
    int pages;
} moves[] = {
    { "j", 1, 0 },         { KEY_NAME_DOWN, 1, 0 },        { KEY_NAME_ENTER, 1, 0 },
    { "k", -1, 0 },        { KEY_NAME_UP, -1, 0 },
    { KEY_NAME_SPACE, 0, 1 }, { "^F", 0, 1 },              { KEY_NAME_PAGE_DOWN, 0, 1 },
    { "b", 0, -1 },        { "^B", 0, -1 },                { KEY_NAME_PAGE_UP, 0, -1 },
    { "g", -INT_MAX, 0 },  { KEY_NAME_HOME, -INT_MAX, 0 },
    { "G", INT_MAX, 0 },   { KEY_NAME_END, INT_MAX, 0 },
};

static const char *const leaving[] = { "q", "?", KEY_NAME_ESCAPE, "^C" };

static enum help_answer scroll(struct help *help, const struct extent *extent, const char *key)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        if (strcmp(key, moves[i].key) != 0)
            continue;
        int by = moves[i].lines + moves[i].pages * extent->shown;
        if (by < -extent->top)
            by = -extent->top;
        help->top = by > extent->lines ? extent->lines : extent->top + by;
        return HELP_MOVED;
    }
    return HELP_REFUSED;
}

enum help_answer help_key(struct help *help, const char *key, int rows, int columns)
{
    if (help->searching)
        return search_key(help, key, rows, columns);
    for (size_t i = 0; i < sizeof leaving / sizeof leaving[0]; i++)
        if (strcmp(key, leaving[i]) == 0)
            return HELP_LEFT;
    struct extent extent = find_extent(help, rows, columns);
    help->missed = false;
    if (strcmp(key, "n") == 0 || strcmp(key, "N") == 0)
        return seek_on(help, &extent, key[0] == 'N');
    if (strcmp(key, search_mark) != 0)
        return scroll(help, &extent, key);
    begin_search(help, &extent);
    return HELP_MOVED;
}

/* What the page is about and how far it has been read; or that nothing was found. */
static void draw_title(const struct help *help, struct canvas *canvas, const struct extent *extent)
{
    static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };
    int limit = canvas_columns(canvas);
    int bottom = extent->top + extent->shown;
    char position[POSITION_SIZE];
    if (help->missed)
        snprintf(position, sizeof position, "nothing found");
    else
        snprintf(position, sizeof position, "lines %d-%d of %d", extent->top + 1,
                 bottom < extent->lines ? bottom : extent->lines, extent->lines);
    int width = canvas_text_width(position);
    bool both = canvas_text_width(help->title) + 2 + width <= limit;
    if (both || !help->missed)
        canvas_text(canvas, 0, 0, limit, help->title, reverse);
    if (both || help->missed)
        canvas_text(canvas, 0, limit > width ? limit - width : 0, limit, position, PEN_PLAIN);
}

/* The line that is typed, or what can be pressed. */
static void draw_bottom(const struct help *help, struct canvas *canvas)
{
    static const char reading[] = "q leave  / find  j k line  Space b page  g G ends";
    static const char reading_found[] =
        "q leave  n N next, before  / find  j k line  Space b page  g G ends";
    int row = canvas_rows(canvas) - 1;
    int columns = canvas_columns(canvas);
    struct text line = TEXT_EMPTY;
    if (help->searching) {
        prompt_draw_after(&help->search, search_mark, canvas, row,
                          !session_is_utf8(help->session));
        return;
    }
    hint_append_fixed(help->search.length > 0 ? reading_found : reading, columns, &line);
    canvas_text(canvas, row, 0, columns, text_string(&line), PEN_PLAIN);
    text_free(&line);
}

static void draw_entries(const struct help *help, struct canvas *canvas,
                         const struct extent *extent, int row)
{
    const struct help_window window = { .canvas = canvas, .row = row, .top = extent->top,
                                        .shown = extent->shown, .needle = needle_of(help) };
    int line = 0;
    for (size_t i = 0; i < help->page.count && line < extent->top + extent->shown; i++) {
        struct canvas_cursor cursor;
        help_lines_draw(&help->page, &extent->columns, i, line, &window, &cursor);
        if (help->found && i == help->place)
            canvas_set_cursor(canvas, cursor);
        line += help_lines_of(&help->page, &extent->columns, i);
    }
}

void help_draw(const struct help *help, struct canvas *canvas)
{
    int rows = canvas_rows(canvas);
    struct extent extent = find_extent(help, rows, canvas_columns(canvas));
    canvas_clear(canvas);
    canvas_set_cursor(canvas, (struct canvas_cursor){ 0, 0, false });
    bool framed = rows > FRAME_ROWS;
    draw_entries(help, canvas, &extent, framed);
    if (!framed)
        return;
    draw_title(help, canvas, &extent);
    draw_bottom(help, canvas);
}
