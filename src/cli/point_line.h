/* A line of numbers. */
#ifndef STEEPEST_CLI_POINT_LINE_H
#define STEEPEST_CLI_POINT_LINE_H

#include <stddef.h>

#include "base/failure.h"

/* The numbers of a line; start from zeros, release `numbers` with free. */
struct point {
    double *numbers;
    size_t count;
    size_t capacity;
};

/*
 * Read the numbers of a line into the point, whose memory grows. They are separated by blanks, tabs
 * or one comma, which may have blanks around it; a blank line and one that begins with # have none.
 * STATUS_OK; STATUS_DATA, with the place in `source`, for anything else and for more than
 * VARIABLES_MOST (expr/names.h) numbers; STATUS_FAILED when memory is short.
 */
enum status point_line_read(const struct source_text *source, struct point *point,
                            struct failure *failure);

/* Refuse a line for `message`, at `length` bytes from `start` of it. Returns STATUS_DATA. */
enum status point_line_refuse(const struct source_text *line, size_t start, size_t length,
                              const char *message, struct failure *failure);

#endif
