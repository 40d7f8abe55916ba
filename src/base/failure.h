/* What went wrong: a status and words for people, with a place in a text where there is one. */
#ifndef STEEPEST_BASE_FAILURE_H
#define STEEPEST_BASE_FAILURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "base/text.h"

enum {
    FAILURE_ORIGIN_SIZE = 96,   /* bytes of an origin, with its NUL; a longer one is cut */
    FAILURE_MESSAGE_SIZE = 320, /* bytes of a message, likewise */
    FAILURE_EXCERPT_SIZE = 160, /* bytes of the line that is shown, likewise */
    QUOTED_SIZE = 64            /* bytes of a user's word inside a message, likewise */
};

/* A text that a person wrote, and what messages call it: "function", "--step", a file name. */
struct source_text {
    const char *name;  /* not owned */
    const char *bytes; /* not owned, need not end in NUL */
    size_t length;
};

/*
 * A failure that owns no memory, so that one can always be told. All texts are valid UTF-8 without
 * anything that a terminal would obey. `line` is 0 when there is no place to point at.
 */
struct failure {
    enum status status;
    char origin[FAILURE_ORIGIN_SIZE]; /* "" when there is none */
    size_t line;                      /* from 1 */
    size_t column;                    /* from 1, in characters of the source's line */
    char message[FAILURE_MESSAGE_SIZE];
    char excerpt[FAILURE_EXCERPT_SIZE]; /* the line around the place; "" when there is none */
    size_t caret_start;                 /* bytes of the excerpt before what is underlined */
    size_t caret_length;                /* bytes underlined; 0 at the end of the line */
};

/* Fill `failure` as printf would and return `status`, so that callers can return the call. */
enum status failure_set(struct failure *failure, enum status status, const char *origin,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * As failure_set, pointing at `length` bytes from `start` of the source (0 bytes, or `start` at its
 * end: one past the last character). A long line is cut around the place. STATUS_USAGE.
 */
enum status failure_at(struct failure *failure, const struct source_text *source, size_t start,
                       size_t length, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Memory was short. Returns STATUS_FAILED. */
enum status failure_memory(struct failure *failure);

/*
 * Cut a user's word to QUOTED_SIZE, at a character's end, with "..." where something is missing,
 * and make it inert, so that it can stand in a message. Returns `quoted`.
 */
const char *quote(const char *bytes, size_t length, char quoted[QUOTED_SIZE]);

/* Append `origin:line:column: message`, without a newline; beyond ASCII escaped with `ascii`. */
void failure_append_line(const struct failure *failure, bool ascii, struct text *text);

/* Append what standard error shows: "steepest: ", that line, then the excerpt and its caret. */
void failure_append_report(const struct failure *failure, bool ascii, struct text *text);

#endif
