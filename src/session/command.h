/* The commands and the keys that stand for them. */
#ifndef STEEPEST_SESSION_COMMAND_H
#define STEEPEST_SESSION_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

/* What a count before a command's key does, and where the command can be carried out. */
enum command_kind {
    COMMAND_COUNTED, /* the count is its argument */
    COMMAND_MOVE,    /* so too; several in a row are one change to undo */
    COMMAND_NUDGE,   /* likewise, of a parameter */
    COMMAND_HISTORY, /* counted; goes through changes and is none */
    COMMAND_LETTER,  /* the letter typed after the key is its argument; the count means nothing */
    COMMAND_PLAIN,   /* the count repeats it */
    COMMAND_SCREEN   /* it asks something of the screen; a count means nothing */
};

/* One row of commands.def. Everything lives for ever. */
struct command {
    const char *name;
    const char *usage; /* its arguments, "" when there are none */
    const char *keys;  /* default keys separated by blanks, "" when there are none */
    bool takes_rest; /* all that follows the name, or its words but the last, is one text */
    enum command_kind kind;
    const char *help;
};

/* Commands that belong together: `count` of them from number `first` on. */
struct command_group {
    const char *heading;
    size_t first;
    size_t count;
};

/* How many groups there are; every command is in one. */
size_t command_group_count(void);

/* Group `index` < command_group_count(), in the order of commands.def. */
struct command_group command_group_at(size_t index);

/* How many commands there are. */
size_t command_count(void);

/* Command `index` < command_count(), in the order of commands.def. */
const struct command *command_at(size_t index);

/* The command of the `length` bytes at `name`, or NULL. */
const struct command *command_find(const char *name, size_t length);

/* The command that a command line begins with, or NULL. */
const struct command *command_of_line(const char *line);

/*
 * Fail for `length` bytes at `start` of the source that name no command: STATUS_USAGE, proposing
 * the only one that begins so, else the nearest, else naming what lists them.
 */
enum status command_refuse(const struct source_text *source, size_t start, size_t length,
                           const char *lister, struct failure *failure);

/*
 * The next of `*keys`, separated by blanks as in commands.def: stores its length and lets *keys go
 * behind it. NULL where there are no more.
 */
const char *command_next_key(const char **keys, size_t *length);

/*
 * The command whose default keys hold `key`, or NULL. A key is a UTF-8 character, `^L` for a
 * control key, or a name such as `<Left>`, written as in commands.def.
 */
const struct command *command_for_key(const char *key);

#endif
