/* The bottom line: what can be pressed next, as far as there is room. */
#include "session/hint.h"

#include <string.h>

#include "base/utf8.h"
#include "session/state.h"

enum {
    COMMANDS_MOST = 4, /* of an entry */
    ENTRIES_MOST = 32, /* of a line */
    GAP = 2,           /* columns between two entries */
    WAYS_OUT = 2,      /* entries of most worth: help, and the end */
    WORTH_NOW = 3      /* of what goes on with something that is shown */
};

/* Commands whose keys stand together before a short word for all of them. */
struct entry {
    const char *commands[COMMANDS_MOST];
    const char *word;
    int worth; /* the entry with the least number goes in first */
    const char *first; /* more words, at the first start; NULL for those that can wait */
    bool beginning; /* only the first key of several that stand for the command */
    bool (*goes_on)(const struct session *session); /* whether it does so; NULL: never */
};

static bool has_walks(const struct session *session)
{
    return session->now.walk_count > 0;
}

/* Whether there are walks that others may stand beside. */
static bool may_walk_on(const struct session *session)
{
    return has_walks(session) && !session->now.race;
}

static bool has_parameters(const struct session *session)
{
    return session->now.parameters.count > 0;
}

static bool shows_critical(const struct session *session)
{
    return layer_is_in(session->now.layers, LAYER_critical);
}

static bool shows_errors(const struct session *session)
{
    return session->now.errors_shown != ERRORS_OFF;
}

/* In the order in which they stand in the line. */
static const struct entry entries[] = {
    { { "left", "down", "up", "right" }, "probe", 3, "move the probe", false, NULL },
    { { "pan-left", "pan-down", "pan-up", "pan-right" }, "pan", 5, NULL, false, NULL },
    { { "zoom-in", "zoom-out" }, "zoom", 4, "zoom", false, NULL },
    { { "home" }, "home", 18, NULL, false, NULL },
    { { "step-smaller", "step-larger" }, "h", 6, "change h", false, NULL },
    { { "step-auto" }, "auto h", 16, NULL, false, NULL },
    { { "scheme-next" }, "scheme", 11, NULL, false, NULL },
    { { "error-panel" }, "errors", 14, NULL, false, shows_errors },
    { { "sign" }, "sign", 17, NULL, false, NULL },
    { { "toggle-arrows" }, "layers", 12, NULL, true, NULL },
    { { "color-next" }, "colours", 12, NULL, false, NULL },
    { { "edit" }, "edit", 8, "edit f", false, NULL },
    { { "catalogue" }, "choose", 9, "functions", false, NULL },
    { { "undo" }, "undo", 15, NULL, false, NULL },
    { { "mark", "go-to" }, "marks", 20, NULL, false, NULL },
    { { "write" }, "save", 19, NULL, false, NULL },
    { { "parameter-smaller", "parameter-larger" }, "parameter", 21, NULL, false, has_parameters },
    { { "descend" }, "descend", 10, NULL, false, may_walk_on },
    { { "walk-step" }, "step", 22, NULL, false, may_walk_on },
    { { "race" }, "race", 13, NULL, false, NULL },
    { { "clear-walks" }, "clear", 23, NULL, false, has_walks },
    { { "find-critical" }, "extrema", 13, NULL, false, NULL },
    { { "critical-next", "critical-previous" }, "to extrema", 24, NULL, false, shows_critical },
    /* The learning rate of the next walk is typed. */
    { { "prompt" }, "command", 7, NULL, false, may_walk_on },
    { { "help" }, "help", 1, NULL, false, NULL },
    { { "quit" }, "quit", 2, NULL, false, NULL },
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
    const struct session *session; /* NULL where nothing is asked of it */
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
    return (struct line){ .session = session,
                          .keymap = session_keymap(session),
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

static int worth_of(const struct line *line, const struct entry *entry)
{
    bool now = entry->goes_on != NULL && entry->goes_on(line->session);
    return now ? WORTH_NOW : entry->worth;
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
            begin_entry(line, worth_of(line, entry));
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
