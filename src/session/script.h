/* Texts of command lines, run line by line. */
#ifndef STEEPEST_SESSION_SCRIPT_H
#define STEEPEST_SESSION_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "session/session.h"

enum { SCRIPT_BYTES_MOST = 1 << 20 }; /* a longer script is refused */

/* A text on its way: make one with zeros but for the source. */
struct script {
    const struct source_text *source;
    size_t start;  /* of the next line */
    size_t number; /* of the line that was taken last, from 1; 0 before the first */
};

/* Take the next line, without what ends it; false when there is none. */
bool script_next(struct script *script, struct source_text *line);

/*
 * Run the line that script_next has stored. Errors as session_run, at its place in the whole text.
 */
enum status script_run_line(struct session *session, const struct script *script,
                            const struct source_text *line, struct failure *failure);

/*
 * Run the lines until one fails or asks for the end, which session_take_request then tells. Errors
 * as script_run_line.
 */
enum status script_run(struct session *session, const struct source_text *source,
                       struct failure *failure);

/*
 * Append the script in the file `path` ("-" is standard input) to `text`, and describe it in
 * `source`, which uses `path` and `text`. Errors as file_read; STATUS_USAGE when it is too long.
 */
enum status script_read(const char *path, struct text *text, struct source_text *source,
                        struct failure *failure);

/* How messages name a file that was read: its path, "standard input" for "-". */
const char *script_file_name(const char *path);

/*
 * Let a usage failure that has no place point at `length` bytes from `start` of what caused it, so
 * that it is seen which line or option is meant. Returns its status.
 */
enum status script_place_failure(struct failure *failure, const struct source_text *source,
                                 size_t start, size_t length);

#endif
