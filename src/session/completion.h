/* What may stand next in a command line. */
#ifndef STEEPEST_SESSION_COMPLETION_H
#define STEEPEST_SESSION_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "base/text.h"
#include "session/command.h"
#include "session/session.h"

enum { COMPLETIONS_MOST = 256 }; /* words that are offered at most */

/* Words that may stand at a place of a line. Begin with zeros, end with completions_free. */
struct completions {
    size_t start; /* where in the line the word that they replace begins */
    size_t count;
    bool cut; /* there are more of them than are offered */
    struct text pool;                 /* the words, each with its NUL */
    size_t offsets[COMPLETIONS_MOST]; /* of the words in the pool, in the order of their tables */
};

/*
 * Find the words that may stand at byte `cursor` of a line and begin with what stands before it
 * there. STATUS_OK, with a count of 0 where nothing is known; STATUS_FAILED when memory is short.
 * Reads a directory where a path may stand.
 */
enum status completions_find(const struct session *session, const char *line, size_t cursor,
                             struct completions *found);

/* Word `index` < found->count. */
const char *completions_at(const struct completions *found, size_t index);

/*
 * How many bytes all words begin with alike, at a character's end; 0 without words, or where not
 * all are known.
 */
size_t completions_common(const struct completions *found);

void completions_free(struct completions *found);

/* The command that the `length` bytes of a line are about: its name and a blank were typed. */
const struct command *completion_command(const char *line, size_t length);

/*
 * Find all words that may stand for a word of a usage and do not depend on files or on where they
 * stand; none for numbers, files and commands. Errors as completions_find.
 */
enum status completions_for(const struct session *session, const char *word, size_t length,
                            struct completions *found);

/* What a word of a usage, without brackets, stands for, or NULL when argument_words.def has none. */
const char *completion_meaning(const char *word, size_t length);

#endif
