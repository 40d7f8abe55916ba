/* What the help says, entry by entry. */
#ifndef STEEPEST_TUI_HELP_PAGE_H
#define STEEPEST_TUI_HELP_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "session/session.h"

/* The parts of an entry: what can be pressed, a command, its arguments, and what it does. */
enum help_part { HELP_KEYS, HELP_NAME, HELP_USAGE, HELP_WORDS, HELP_PARTS };

/* One entry; all of its parts may be "", for a line that parts others. */
struct help_entry {
    size_t parts[HELP_PARTS]; /* where they begin in the page's text */
    bool heading;             /* of the entries below: its words */
    bool typed;               /* the keys only begin the line that the command is typed in */
};

/* Entries from the top down. Begin with zeros, end with help_page_free. */
struct help_page {
    struct text text; /* all parts, each with its NUL */
    struct help_entry *entries;
    size_t count;
    size_t capacity;
};

/*
 * Make a page of all commands, in groups, with the keys that stand for them now, of what else keys
 * are bound to, and of the keys that are no commands. STATUS_OK, or STATUS_FAILED when memory is
 * short: then the page is empty.
 */
enum status help_page_of_all(struct help_page *page, const struct session *session);

/* Make a page of one command: what it and its words mean, and the others of its group. Likewise. */
enum status help_page_of_command(struct help_page *page, const struct session *session,
                                 const struct command *command);

/* Make a page of everything that keys stand for. Likewise. */
enum status help_page_of_keys(struct help_page *page, const struct session *session);

/* A part of entry `index` < page->count. */
const char *help_page_part(const struct help_page *page, size_t index, enum help_part part);

/* Free what a page holds; it is then empty. */
void help_page_free(struct help_page *page);

#endif
