/* The words of a command's usage, and what they stand for. */
#ifndef STEEPEST_SESSION_USAGE_H
#define STEEPEST_SESSION_USAGE_H

#include <stddef.h>

#include "base/text.h"
#include "session/command.h"
#include "session/session.h"

enum { USAGE_WORDS_MOST = 4 }; /* different words of a usage */

/* Words of a usage, without brackets. They are parts of it. */
struct usage_words {
    size_t count;
    struct {
        const char *word;
        size_t length;
    } words[USAGE_WORDS_MOST];
};

/* A usage without the brackets around the whole of it: its beginning, and how long it is. */
const char *usage_strip(const char *usage, size_t *length);

/* The different words of a command's usage, those that are parted by `|` too. */
struct usage_words usage_split(const struct command *command);

/*
 * Append what a word of a usage stands for, and where there are names for it these: "how the window
 * is fitted: equal, fill, auto". STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status usage_append_meaning(const struct session *session, const char *word, size_t length,
                                 struct text *text);

/*
 * Append what is known of a command, in a line: usage, help, present keys, and what its words stand
 * for. Errors likewise.
 */
enum status usage_append_command(const struct session *session, const struct command *command,
                                 struct text *text);

#endif
