/* A file that keeps the lines a person has typed, for several programs at once. */
#ifndef STEEPEST_TUI_LINE_FILE_H
#define STEEPEST_TUI_LINE_FILE_H

#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"

enum {
    LINE_FILE_LINES = 1000,         /* the last ones, that are kept */
    LINE_FILE_LINES_SLACK = 200,    /* beyond them, until the file is rewritten */
    LINE_FILE_BYTES = 1 << 20,      /* likewise: lines that end in the last bytes are kept */
    LINE_FILE_BYTES_SLACK = 1 << 20
};

/*
 * Append the last lines of the file `path`, whatever bytes they have, each with its newline but
 * perhaps the last, and rewrite a file that has grown beyond the slack with these lines alone. What
 * is no regular file is not read from, and never waited for. STATUS_OK, also for a file that does
 * not exist; STATUS_NO_INPUT or STATUS_IO, named after the path; STATUS_FAILED when memory is
 * short. That the file cannot be rewritten is no failure.
 */
enum status line_file_read(const char *path, struct text *lines, struct failure *failure);

/*
 * Append a line, given without a newline, to the file `path`, which is made, readable for its owner
 * alone, when it does not exist. STATUS_OK, also where a link to a device such as /dev/null stands,
 * which keeps nothing; STATUS_CANNOT_CREATE, STATUS_NO_INPUT or STATUS_IO, named after the path;
 * STATUS_FAILED when memory is short. Programs that append to one file at once, or rewrite it, keep
 * each other's lines; but none waits long for one that is stopped while it holds the file, and what
 * is appended then is lost where that one was about to rewrite it.
 */
enum status line_file_append(const char *path, const char *bytes, size_t length,
                             struct failure *failure);

#endif
