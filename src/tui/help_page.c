/* What the help says, entry by entry. */
#include "tui/help_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "session/usage.h"
#include "view/glyph.h"

enum { FIRST_CAPACITY = 128, GLYPHS_SIZE = 96 }; /* bytes of a set's arrows and what they are */

/* Keys that are no commands, or a heading above them. */
static const struct {
    const char *keys; /* NULL: a heading */
    const char *words;
} others[] = {
#define HEADING(heading) { NULL, heading },
#define KEYS(keys, words) { keys, words },
#include "tui/other_keys.def"
#undef HEADING
#undef KEYS
};

/* Add an entry with these parts; NULL when memory is short, as page->text.failed then tells. */
static struct help_entry *add(struct help_page *page, const char *const parts[HELP_PARTS])
{
    if (page->count == page->capacity) {
        size_t capacity = page->capacity == 0 ? FIRST_CAPACITY : 2 * page->capacity;
        struct help_entry *grown = array_resize(page->entries, capacity, sizeof *grown);
        page->text.failed = page->text.failed || grown == NULL;
        if (grown == NULL)
            return NULL;
        page->entries = grown;
        page->capacity = capacity;
    }
    struct help_entry *entry = &page->entries[page->count++];
    *entry = (struct help_entry){ .heading = false };
    for (int part = 0; part < HELP_PARTS; part++) {
        entry->parts[part] = page->text.length;
        text_append_bytes(&page->text, parts[part], strlen(parts[part]) + 1);
    }
    return entry;
}

static void add_words(struct help_page *page, const char *keys, const char *words)
{
    add(page, (const char *const[HELP_PARTS]){ keys, "", "", words });
}

/* Add a heading, apart from what stands above. */
static void add_heading(struct help_page *page, const char *words)
{
    if (page->count > 0)
        add_words(page, "", "");
    struct help_entry *entry = add(page, (const char *const[HELP_PARTS]){ "", "", "", words });
    if (entry != NULL)
        entry->heading = true;
}

/* Add a command with its keys; without any, with the key before a typed command. */
static void add_command(struct help_page *page, const struct session *session,
                        const struct command *command)
{
    const struct keymap *keymap = session_keymap(session);
    struct text keys = TEXT_EMPTY;
    keymap_describe(keymap, command, &keys);
    bool typed = keys.length == 0;
    if (typed) {
        const char *prompt = keymap_first(keymap, command_find("prompt", strlen("prompt")));
        text_append(&keys, prompt == NULL ? "" : prompt);
    }
    struct help_entry *entry =
        add(page, (const char *const[HELP_PARTS]){ text_string(&keys), command->name,
                                                   command->usage, command->help });
    if (entry != NULL)
        entry->typed = typed;
    page->text.failed = page->text.failed || keys.failed;
    text_free(&keys);
}

static void add_group(struct help_page *page, const struct session *session, size_t index)
{
    struct command_group group = command_group_at(index);
    add_heading(page, group.heading);
    for (size_t i = 0; i < group.count; i++)
        add_command(page, session, command_at(group.first + i));
}

/* Add the keys that stand for more than the name of a command. */
static void add_own_keys(struct help_page *page, const struct session *session)
{
    const struct keymap *keymap = session_keymap(session);
    size_t order[BINDINGS_MOST];
    size_t count = keymap_order(keymap, order);
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        const char *keys;
        const char *line;
        keymap_at(keymap, order[i], &keys, &line);
        if (strcmp(command_of_line(line)->name, line) == 0)
            continue;
        if (!begun)
            add_heading(page, "Keys of your own");
        add_words(page, keys, line);
        begun = true;
    }
}

/* Add what letters and digits stand for arrows. */
static void add_glyphs(struct help_page *page)
{
    add_heading(page, "Arrows in ASCII: right, up and right, up, and so on round");
    for (int set = 0; set < GLYPHS_COUNT; set++) {
        char words[GLYPHS_SIZE];
        if (!glyph_set_is_ascii((enum glyph_set)set))
            continue;
        size_t used = 0;
        for (int octant = 0; octant < OCTANTS; octant++) {
            words[used++] = (char)glyph_arrow((enum glyph_set)set, octant);
            words[used++] = ' ';
        }
        snprintf(words + used, sizeof words - used, " %s",
                 glyph_set_meaning((enum glyph_set)set));
        add_words(page, glyph_set_name((enum glyph_set)set), words);
    }
}

static void add_other_keys(struct help_page *page)
{
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (others[i].keys == NULL)
            add_heading(page, others[i].words);
        else
            add_words(page, others[i].keys, others[i].words);
    }
}

/* A finished page, or none. */
static enum status finish(struct help_page *page)
{
    if (!page->text.failed)
        return STATUS_OK;
    help_page_free(page);
    return STATUS_FAILED;
}

enum status help_page_of_all(struct help_page *page, const struct session *session)
{
    for (size_t i = 0; i < command_group_count(); i++)
        add_group(page, session, i);
    add_own_keys(page, session);
    add_glyphs(page);
    add_other_keys(page);
    return finish(page);
}

/* Add what a command's words mean. */
static void add_meanings(struct help_page *page, const struct session *session,
                         const struct command *command)
{
    struct usage_words words = usage_split(command);
    struct text word = TEXT_EMPTY;
    struct text meaning = TEXT_EMPTY;
    for (size_t i = 0; i < words.count; i++) {
        text_clear(&word);
        text_clear(&meaning);
        text_append_bytes(&word, words.words[i].word, words.words[i].length);
        if (usage_append_meaning(session, words.words[i].word, words.words[i].length, &meaning) !=
                STATUS_OK || word.failed)
            page->text.failed = true;
        add_words(page, text_string(&word), text_string(&meaning));
    }
    text_free(&word);
    text_free(&meaning);
}

/* The group that a command is in. */
static size_t group_of(const struct command *command)
{
    size_t index = 0;
    while (index + 1 < command_group_count() &&
           command_at(command_group_at(index + 1).first) <= command)
        index++;
    return index;
}

enum status help_page_of_command(struct help_page *page, const struct session *session,
                                 const struct command *command)
{
    add_command(page, session, command);
    add_meanings(page, session, command);
    add_group(page, session, group_of(command));
    return finish(page);
}

enum status help_page_of_keys(struct help_page *page, const struct session *session)
{
    const struct keymap *keymap = session_keymap(session);
    size_t order[BINDINGS_MOST];
    size_t count = keymap_order(keymap, order);
    for (size_t i = 0; i < count; i++) {
        const char *keys;
        const char *line;
        keymap_at(keymap, order[i], &keys, &line);
        const struct command *command = command_of_line(line);
        bool alone = strcmp(command->name, line) == 0;
        if (alone)
            add(page, (const char *const[HELP_PARTS]){ keys, line, "", command->help });
        else
            add_words(page, keys, line);
    }
    return finish(page);
}

const char *help_page_part(const struct help_page *page, size_t index, enum help_part part)
{
    return text_string(&page->text) + page->entries[index].parts[part];
}

void help_page_free(struct help_page *page)
{
    text_free(&page->text);
    free(page->entries);
    *page = (struct help_page){ .entries = NULL };
}
