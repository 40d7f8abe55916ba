/* The page that names every key and command. */
#include "tui/help.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "session/command.h"
#include "tui/keys.h"

enum { FRAME_ROWS = 2, POSITION_SIZE = 64 }; /* title and hint; bytes of "lines 1-22 of 40" */

/* One entry of the page: any of the texts may be "". */
struct entry {
    const char *keys;
    const char *name;
    const char *usage;
    const char *help;
};

/* What stands between the commands that have keys and those that have none. */
static const struct entry between[] = {
    { "1 to 9", "", "", "a count before a key repeats it: 5l" },
    { "^C", "", "", "leave a line, this page or the program" },
    { "", "", "", "" },
    { "Typed after :", "", "", "" },
};

enum { BETWEEN = sizeof between / sizeof between[0] };

/* Whether the command stands in the part of those with keys, or of those without. */
static bool belongs(const struct command *command, bool with_keys)
{
    return (command->keys[0] != '\0') == with_keys;
}

static size_t count_commands(bool with_keys)
{
    size_t count = 0;
    for (size_t i = 0; i < command_count(); i++)
        count += belongs(command_at(i), with_keys);
    return count;
}

/* Number `index` of the commands with, or without, keys. */
static struct entry command_entry(size_t index, bool with_keys)
{
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        if (belongs(command, with_keys) && index-- == 0)
            return (struct entry){ command->keys, command->name, command->usage, command->help };
    }
    return (struct entry){ "", "", "", "" };
}

static struct entry entry_at(size_t index)
{
    size_t with_keys = count_commands(true);
    if (index < with_keys)
        return command_entry(index, true);
    index -= with_keys;
    return index < BETWEEN ? between[index] : command_entry(index - BETWEEN, false);
}

static size_t entry_count(void)
{
    return command_count() + BETWEEN;
}

/* Where the columns of the page begin, and how it is folded. */
struct columns {
    int name;
    int help;
    int lines_per_entry;
};

static int at_least(int a, int b)
{
    return a > b ? a : b;
}

static struct columns measure(int canvas_columns)
{
    int keys = 0;
    int name = 0;
    int help = 0;
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        keys = at_least(keys, canvas_text_width(command->keys));
        name = at_least(name, canvas_text_width(command->name) + 1 +
                                  canvas_text_width(command->usage));
        help = at_least(help, canvas_text_width(command->help));
    }
    struct columns columns = { .name = keys + 1, .help = keys + 1 + name + 1 };
    columns.lines_per_entry = columns.help + help > canvas_columns ? 2 : 1;
    return columns;
}

/* Lines of the whole page, lines of it that the canvas shows, and the first of these. */
struct extent {
    int lines;
    int shown;
    int top;
};

static struct extent find_extent(const struct help *help, int rows, int columns)
{
    struct extent extent;
    extent.lines = (int)entry_count() * measure(columns).lines_per_entry;
    extent.shown = rows > FRAME_ROWS ? rows - FRAME_ROWS : 1;
    int last_top = at_least(0, extent.lines - extent.shown);
    extent.top = help->top < last_top ? help->top : last_top;
    return extent;
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

enum help_answer help_key(struct help *help, const char *key, int rows, int columns)
{
    for (size_t i = 0; i < sizeof leaving / sizeof leaving[0]; i++) {
        if (strcmp(key, leaving[i]) == 0)
            return HELP_LEFT;
    }
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        if (strcmp(key, moves[i].key) != 0)
            continue;
        struct extent extent = find_extent(help, rows, columns);
        int by = moves[i].lines + moves[i].pages * extent.shown;
        if (by < -extent.top)
            by = -extent.top;
        help->top = by > extent.lines ? extent.lines : extent.top + by;
        return HELP_MOVED;
    }
    return HELP_REFUSED;
}

/* Draw one line of the page: an entry, or with two lines for each its upper or lower part. */
static void draw_line(struct canvas *canvas, int row, int line, struct columns columns)
{
    static const struct pen bold = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_BOLD };
    int limit = canvas_columns(canvas);
    struct entry entry = entry_at((size_t)(line / columns.lines_per_entry));
    bool folded = columns.lines_per_entry == 2;
    if (folded && line % 2 == 1) {
        canvas_text(canvas, row, columns.name, limit, entry.help, PEN_PLAIN);
        return;
    }
    canvas_text(canvas, row, 0, limit, entry.keys, bold);
    int column = canvas_text(canvas, row, columns.name, limit, entry.name, PEN_PLAIN);
    if (entry.name[0] != '\0')
        canvas_text(canvas, row, column + 1, limit, entry.usage, PEN_PLAIN);
    if (!folded)
        canvas_text(canvas, row, columns.help, limit, entry.help, PEN_PLAIN);
}

static void draw_title(struct canvas *canvas, struct extent extent)
{
    static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };
    int limit = canvas_columns(canvas);
    int bottom = extent.top + extent.shown;
    char position[POSITION_SIZE];
    snprintf(position, sizeof position, "lines %d-%d of %d", extent.top + 1,
             bottom < extent.lines ? bottom : extent.lines, extent.lines);
    int column = canvas_text(canvas, 0, 0, limit, "keys and commands", reverse);
    int width = canvas_text_width(position);
    if (column + 2 + width <= limit)
        canvas_text(canvas, 0, limit - width, limit, position, PEN_PLAIN);
}

void help_draw(const struct help *help, struct canvas *canvas)
{
    int rows = canvas_rows(canvas);
    struct extent extent = find_extent(help, rows, canvas_columns(canvas));
    struct columns columns = measure(canvas_columns(canvas));
    canvas_clear(canvas);
    canvas_set_cursor(canvas, (struct canvas_cursor){ 0, 0, false });
    bool framed = rows > FRAME_ROWS;
    for (int i = 0; i < extent.shown && extent.top + i < extent.lines; i++)
        draw_line(canvas, i + framed, extent.top + i, columns);
    if (!framed)
        return;
    draw_title(canvas, extent);
    canvas_text(canvas, rows - 1, 0, canvas_columns(canvas),
                "j k line  Space b page  g G ends  q leave", PEN_PLAIN);
}
