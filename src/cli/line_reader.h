/* Lines of any length from a descriptor, read no sooner than they are wanted. */
#ifndef STEEPEST_CLI_LINE_READER_H
#define STEEPEST_CLI_LINE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

/* Bytes that a line may have. */
#define LINE_BYTES_MOST ((size_t)64 << 20)

/* Bytes that were read and not yet handed out. */
struct line_reader;

/* A reader of `descriptor`, which stays open, or NULL when memory is short. */
struct line_reader *line_reader_new(int descriptor);

/* Free what line_reader_new returned, or NULL. */
void line_reader_free(struct line_reader *reader);

/*
 * Hand out the next line among what was read, without its newline (or CR LF); at the end of the
 * input also a last one without a newline. False when more must be read, or there is no more. The
 * bytes are valid until the next call of line_reader_read.
 */
bool line_reader_next(struct line_reader *reader, const char **bytes, size_t *length);

/* Whether the end of the input was seen. */
bool line_reader_ended(const struct line_reader *reader);

/*
 * Wait for input and read some, after line_reader_next has returned false. STATUS_OK, also at the
 * end of the input; STATUS_DATA for a line of more than LINE_BYTES_MOST; STATUS_IO; STATUS_FAILED
 * when memory is short. Failures name standard input, the first of these with its line.
 */
enum status line_reader_read(struct line_reader *reader, struct failure *failure);

/* How many lines have been handed out. */
size_t line_reader_count(const struct line_reader *reader);

/*
 * How much of a regular file, from where the descriptor stood at first to the end, has been handed
 * out: 0 to 1. Negative for any other input, whose length nobody knows.
 */
double line_reader_share(const struct line_reader *reader);

#endif
