/* Where results are written: standard output, or a file that appears whole or not at all. */
#ifndef STEEPEST_OUT_OUTPUT_H
#define STEEPEST_OUT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "out/interrupt.h"

/*
 * A buffered sink of bytes. The sequence is output_open, output_write as often as needed, then
 * output_close, or output_abandon when the work failed. A write error is kept and told by the next
 * output_flush or output_close; writes after it do nothing.
 *
 * While a file is written under a temporary name SIGHUP, SIGINT and SIGTERM are held back, and one
 * that comes counts as a failure of the output. output_close and output_abandon let it take effect
 * once the temporary file is gone: unless somebody catches it they do not return then.
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

/* Append a number as number_repr (base/number.h) writes it; buffered. */
void output_number(struct output *output, double number);

/* Whether a write has failed or a signal has come, so that a long work can stop early. */
bool output_failed(const struct output *output);

/* Whether the bytes go to a terminal. */
bool output_is_terminal(const struct output *output);

/*
 * The signals that are held back for the output, for who waits or has more to tidy up: what holds
 * them is let go by output_close and output_abandon. Lives as long as the output.
 */
struct interrupt *output_interrupt(struct output *output);

/*
 * Hand everything to the system. STATUS_OK; STATUS_IO once any write has failed; STATUS_FAILED when
 * a signal has come.
 */
enum status output_flush(struct output *output, struct failure *failure);

/*
 * Flush, make a regular file appear under its name, and free. STATUS_OK; STATUS_IO, or
 * STATUS_FAILED when a signal has come (the file is then as it was before).
 */
enum status output_close(struct output *output, struct failure *failure);

/* Drop what is buffered, leave a regular file as it was before, and free. NULL is allowed. */
void output_abandon(struct output *output);

/*
 * Write all of a text, and nothing else, if `status` says that it was made, and free it either way.
 * `path` and errors as with output_open and output_close; a `status` other than STATUS_OK as it is;
 * STATUS_FAILED too when memory was short for the text.
 */
enum status output_text(const char *path, enum status status, struct text *text,
                        struct failure *failure);

#endif
