/* The bottom line: what can be pressed next, as far as there is room. */
#include "session/hint.h"

#include <string.h>

#include "base/utf8.h"

enum {
    COMMANDS_MOST = 4, /* of an entry */
    ENTRIES_MOST = 32, /* of a line */
    GAP = 2,           /* columns between two entries */
    WAYS_OUT = 2       /* entries of most worth: help, and the end */
};

/* Commands whose keys stand together before a short word for all of them. */
struct entry {
    const char *commands[COMMANDS_MOST];
    const char *word;
    int worth; /* the entry with the least number goes in first */
    const char *first; /* more words, at the first start; NULL for those that can wait */
    bool beginning; /* only the first key of several that stand for the command */
};

/* In the order in which they stand in the line. */
static const struct entry entries[] = {
    { { "left", "down", "up", "right" }, "probe", 3, "move the probe", false },
    { { "pan-left", "pan-down", "pan-up", "pan-right" }, "pan", 5, NULL, false },
    { { "zoom-in", "zoom-out" }, "zoom", 4, "zoom", false },
    { { "home" }, "home", 16, NULL, false },
    { { "step-smaller", "step-larger" }, "h", 6, "change h", false },
    { { "step-auto" }, "auto h", 14, NULL, false },
    { { "scheme-next" }, "scheme", 10, NULL, false },
    { { "error-panel" }, "errors", 12, NULL, false },
    { { "sign" }, "sign", 15, NULL, false },
    { { "toggle-arrows" }, "layers", 11, NULL, true },
    { { "color-next" }, "colours", 11, NULL, false },
    { { "edit" }, "edit", 8, "edit f", false },
    { { "catalogue" }, "choose", 9, "functions", false },
    { { "undo" }, "undo", 13, NULL, false },
    { { "mark", "go-to" }, "marks", 18, NULL, false },
    { { "write" }, "save", 17, NULL, false },
    { { "parameter-smaller", "parameter-larger" }, "parameter", 19, NULL, false },
    { { "descend" }, "descend", 20, NULL, false },
    { { "walk-step" }, "step", 21, NULL, false },
    { { "prompt" }, "command", 7, NULL, false },
    { { "help" }, "help", 1, NULL, false },
    { { "quit" }, "quit", 2, NULL, false },
};

enum { ENTRIES = sizeof entries / sizeof entries[0] };

/* Words for commands whose keys begin alike; others have their names. */
static const struct {
    const char *name;
    const char *word;
} short_words[] = {
    { "toggle-background", "greys" }, { "toggle-contour", "lines" },
    { "toggle-grid", "grid" },        { "toggle-arrows", "arrows" },
    { "toggle-quiver", "quiver" },    { "toggle-stream", "stream" },
    { "toggle-trust", "trust" },      { "toggle-legend", "legend" },
    { "toggle-critical", "extrema" }, { "toggle-nullclines", "zeros" },
};

/* A line being put together: its entries, each with its NUL, and which of them go in. */
struct line {
    const struct keymap *keymap;
    bool ascii; /* nothing beyond ASCII is shown */
    int columns;
    struct text pool;
    size_t starts[ENTRIES_MOST];
    int worths[ENTRIES_MOST];
    size_t count;
};

static struct line begin_line(const struct session *session, int columns)
{
    return (struct line){ .keymap = session_keymap(session),
                          .ascii = !session_is_utf8(session),
                          .columns = columns };
}

static void begin_entry(struct line *line, int worth)
{
    line->starts[line->count] = line->pool.length;
    line->worths[line->count++] = worth;
}

static void end_entry(struct line *line, const char *word)
{
    text_append(&line->pool, word[0] == '\0' ? "" : " ");
    text_append_bytes(&line->pool, word, strlen(word) + 1);
}

static void add_entry(struct line *line, int worth, const char *keys, const char *word)
{
    if (line->count == ENTRIES_MOST)
        return;
    begin_entry(line, worth);
    text_append(&line->pool, keys);
    end_entry(line, word);
}

/* Columns of entry `index` on the screen. */
static int width_of(const struct line *line, size_t index)
{
    const char *entry = text_string(&line->pool) + line->starts[index];
    return (int)inert_width(entry, strlen(entry), line->ascii);
}

/* Choose what goes in, the most worth first, and whatever still has room. */
static void choose(const struct line *line, bool chosen[ENTRIES_MOST])
{
    int used = -GAP;
    memset(chosen, 0, ENTRIES_MOST * sizeof *chosen);
    for (size_t tries = 0; tries < line->count; tries++) {
        size_t best = line->count;
        for (size_t i = 0; i < line->count; i++)
            if (!chosen[i] && (best == line->count || line->worths[i] < line->worths[best]) &&
                used + GAP + width_of(line, i) <= line->columns)
                best = i;
        if (best == line->count)
            return;
        chosen[best] = true;
        used += GAP + width_of(line, best);
    }
}

/* Append what goes in, and free the rest. */
static void end_line(struct line *line, struct text *text)
{
    bool chosen[ENTRIES_MOST];
    bool first = true;
    if (line->pool.failed)
        text->failed = true;
    else
        choose(line, chosen);
    for (size_t i = 0; i < line->count && !line->pool.failed; i++) {
        if (!chosen[i])
            continue;
        text_append_repeated(text, ' ', first ? 0 : GAP);
        text_append(text, text_string(&line->pool) + line->starts[i]);
        first = false;
    }
    text_free(&line->pool);
}

/* The present key of one of an entry's commands, or NULL. */
static const char *key_of(const struct line *line, const struct entry *entry, size_t index)
{
    const char *name = entry->commands[index];
    const struct command *command = name == NULL ? NULL : command_find(name, strlen(name));
    return command == NULL ? NULL : keymap_first(line->keymap, command);
}

/* Whether all keys of an entry are single characters, which need no blanks between them. */
static bool are_short(const struct line *line, const struct entry *entry)
{
    for (size_t i = 0; i < COMMANDS_MOST; i++) {
        const char *key = key_of(line, entry, i);
        if (key != NULL && utf8_count(key, strlen(key)) > 1)
            return false;
    }
    return true;
}

/* Add an entry with the keys that its commands have now, unless there are none. */
static void add_keys(struct line *line, const struct entry *entry, const char *word)
{
    bool begun = false;
    bool together = are_short(line, entry);
    for (size_t i = 0; i < COMMANDS_MOST; i++) {
        const char *key = key_of(line, entry, i);
        if (key == NULL)
            continue;
        if (!begun)
            begin_entry(line, entry->worth);
        size_t length = entry->beginning ? keymap_first_size(key) : strlen(key);
        text_append(&line->pool, begun && !together ? " " : "");
        text_append_bytes(&line->pool, key, length);
        begun = true;
    }
    if (begun)
        end_entry(line, word);
}

void hint_append_field(const struct session *session, int columns, struct text *text)
{
    struct line line = begin_line(session, columns);
    for (size_t i = 0; i < ENTRIES; i++)
        add_keys(&line, &entries[i], entries[i].word);
    end_line(&line, text);
}

void hint_append_first(const struct session *session, int columns, struct text *text)
{
    struct line line = begin_line(session, columns);
    for (size_t i = 0; i < ENTRIES; i++)
        if (entries[i].first != NULL)
            add_keys(&line, &entries[i], entries[i].first);
    end_line(&line, text);
}

void hint_append_ways_out(const struct session *session, int columns, struct text *text)
{
    struct line line = begin_line(session, columns);
    for (size_t i = 0; i < ENTRIES; i++)
        if (entries[i].worth <= WAYS_OUT)
            add_keys(&line, &entries[i], entries[i].word);
    end_line(&line, text);
}

/* Whether a count before the key of the entry's first command is more than a repetition. */
static bool takes_count(const struct entry *entry)
{
    const struct command *command =
        command_find(entry->commands[0], strlen(entry->commands[0]));
    return command != NULL && (command->kind == COMMAND_COUNTED || command->kind == COMMAND_MOVE ||
                               command->kind == COMMAND_NUDGE || command->kind == COMMAND_HISTORY);
}

void hint_append_counted(const struct session *session, int columns, struct text *text)
{
    struct line line = begin_line(session, columns);
    add_entry(&line, 1, "0-9", "count");
    for (size_t i = 0; i < ENTRIES; i++)
        if (takes_count(&entries[i]))
            add_keys(&line, &entries[i], entries[i].word);
    add_entry(&line, 0, "Esc", "drop");
    end_line(&line, text);
}

static const char *short_word(const char *name)
{
    for (size_t i = 0; i < sizeof short_words / sizeof short_words[0]; i++)
        if (strcmp(short_words[i].name, name) == 0)
            return short_words[i].word;
    return name;
}

void hint_append_next(const struct session *session, const char *begun, int columns,
                      struct text *text)
{
    struct line line = begin_line(session, columns);
    size_t order[BINDINGS_MOST];
    size_t count = keymap_order(line.keymap, order);
    for (size_t i = 0; i < count; i++) {
        const char *keys;
        const char *bound;
        keymap_at(line.keymap, order[i], &keys, &bound);
        if (keymap_begins(begun, keys))
            add_entry(&line, 1, keys + strlen(begun), short_word(command_of_line(bound)->name));
    }
    add_entry(&line, 0, "Esc", "");
    end_line(&line, text);
}

void hint_append_letter(const struct session *session, const struct command *command, int columns,
                        struct text *text)
{
    struct line line = begin_line(session, columns);
    add_entry(&line, 1, "a-z", command->help);
    add_entry(&line, 0, "Esc", "drop");
    end_line(&line, text);
}

void hint_append_fixed(const char *fixed, int columns, struct text *text)
{
    struct line line = { .ascii = true, .columns = columns };
    while (*fixed != '\0' && line.count < ENTRIES_MOST) {
        const char *gap = strstr(fixed, "  ");
        size_t length = gap == NULL ? strlen(fixed) : (size_t)(gap - fixed);
        begin_entry(&line, (int)line.count);
        text_append_bytes(&line.pool, fixed, length);
        end_entry(&line, "");
        fixed += length;
        fixed += strspn(fixed, " ");
    }
    end_line(&line, text);
}
