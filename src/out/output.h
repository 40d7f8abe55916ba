/* Where results are written: standard output, or a file that appears whole or not at all. */
#ifndef STEEPEST_OUT_OUTPUT_H
#define STEEPEST_OUT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

/*
 * A buffered sink of bytes. The sequence is output_open, output_write as often as needed, then
 * output_close, or output_abandon when the work failed. A write error is kept and told by the next
 * output_flush or output_close; writes after it do nothing.
 */
struct output;

/*
 * Write to `path`, or to standard output when it is NULL. A regular file, or one that does not
 * exist yet, is written under a temporary name in its directory (that of the file a link points to)
 * and renamed by output_close, keeping the permissions of the file that was there; anything else
 * (/dev/null, a FIFO, a terminal) is written directly. STATUS_OK; STATUS_CANNOT_CREATE, named after
 * the path; STATUS_FAILED when memory is short.
 */
enum status output_open(const char *path, struct output **output, struct failure *failure);

/* Append bytes; buffered. */
void output_write(struct output *output, const char *bytes, size_t length);

/* Append a string; buffered. */
void output_string(struct output *output, const char *string);

/* Whether a write has failed, so that a long work can stop early. */
bool output_failed(const struct output *output);

/* Hand everything to the system. STATUS_OK, or STATUS_IO once any write has failed. */
enum status output_flush(struct output *output, struct failure *failure);

/*
 * Flush, make a regular file appear under its name, and free. STATUS_OK, or STATUS_IO (the file is
 * then as it was before).
 */
enum status output_close(struct output *output, struct failure *failure);

/* Drop what is buffered, leave a regular file as it was before, and free. NULL is allowed. */
void output_abandon(struct output *output);

#endif
