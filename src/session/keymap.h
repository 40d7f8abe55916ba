/* Which keys stand for which command lines. */
#ifndef STEEPEST_SESSION_KEYMAP_H
#define STEEPEST_SESSION_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "session/command.h"

enum {
    KEYS_SIZE = 16,      /* bytes of one or several keys' names, with their NUL */
    BINDINGS_MOST = 512, /* keys that stand for something */
    BOUND_LINE_MOST = 4096 /* bytes of a line that keys stand for */
};

/*
 * Keys and their lines. Keys are written as in commands.def: a UTF-8 character, `^L` for a control
 * key, a name of key_names.h, or several of these without blanks between them.
 */
struct keymap;

/* The keys of commands.def; NULL when memory is short. Free with keymap_free. */
struct keymap *keymap_new(void);

/* Another one of the same keys and lines; NULL when memory is short. Free with keymap_free. */
struct keymap *keymap_copy(const struct keymap *keymap);

/* Free what keymap_new or keymap_copy made, or NULL. */
void keymap_free(struct keymap *keymap);

/* The command line that the keys stand for, or NULL. It lives until the keys are bound anew. */
const char *keymap_line(const struct keymap *keymap, const char *keys);

/* Whether longer ones that stand for something begin with these keys. */
bool keymap_has_longer(const struct keymap *keymap, const char *keys);

/*
 * Let keys stand for a line. Both are parts of `source`, of these bytes. STATUS_OK; STATUS_USAGE,
 * pointing into the source, for what is no key or must not be bound, keys that begin with others
 * or others with them, a line that does not begin with a command's name, one that is too long, and
 * one binding too many; STATUS_FAILED when memory is short. On failure nothing has changed.
 */
struct binding_place {
    size_t keys;        /* where the keys begin */
    size_t keys_length;
    size_t line;
    size_t line_length;
    const char *lister; /* what lists the commands, for the message about an unknown one */
};
enum status keymap_bind(struct keymap *keymap, const struct source_text *source,
                        const struct binding_place *place, struct failure *failure);

/* Let the keys of those bytes stand for nothing; false when they do not stand for anything. */
bool keymap_unbind(struct keymap *keymap, const char *keys, size_t length);

/* How many there are, and number `index` of them in no special order. */
size_t keymap_count(const struct keymap *keymap);
void keymap_at(const struct keymap *keymap, size_t index, const char **keys, const char **line);

/*
 * Store the numbers of all bindings in the order of the commands that their lines begin with, those
 * of the name alone before others; returns how many.
 */
size_t keymap_order(const struct keymap *keymap, size_t order[BINDINGS_MOST]);

/* Whether `keys` are the first ones of `longer`, and not all of them. */
bool keymap_begins(const char *keys, const char *longer);

/* How many bytes the name of the first of some keys takes. */
size_t keymap_first_size(const char *keys);

/* The keys that keymap_describe would name first, or NULL; valid until they are bound anew. */
const char *keymap_first(const struct keymap *keymap, const struct command *command);

/*
 * Append the keys that stand for the command's name alone, those of commands.def first, separated
 * by blanks. Short memory shows in text->failed.
 */
void keymap_describe(const struct keymap *keymap, const struct command *command,
                     struct text *text);

#endif
