/* The picture in a file: the frame as text, and the figure. */
#ifndef STEEPEST_SESSION_PICTURE_FILE_H
#define STEEPEST_SESSION_PICTURE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "out/picture.h"
#include "session/session.h"

/*
 * Write the session's frame, less its message and hint rows, to `path`, or to standard output when
 * it is NULL. STATUS_OK, STATUS_CANNOT_CREATE, STATUS_IO, or STATUS_FAILED when memory is short.
 */
enum status picture_file_frame(struct session *session, enum picture_form form, const char *path,
                               struct failure *failure);

/* As picture_file_frame, and sentences that say what the frame shows: session_describe. */
enum status picture_file_described(struct session *session, enum picture_form form,
                                   const char *path, struct failure *failure);

/* Write the sentences alone. Errors as picture_file_frame. */
enum status picture_file_words(struct session *session, const char *path,
                               struct failure *failure);

/* Write it as an SVG figure with that many samples along x0 and x1, likewise. */
enum status picture_file_figure(struct session *session, size_t columns, size_t rows,
                                const char *path, struct failure *failure);

/*
 * Write the errors at the probe as an SVG figure, likewise: by every scheme of differences, or with
 * `all` false by the present one, which is then not the exact one.
 */
enum status picture_file_sweep(struct session *session, bool all, const char *path,
                               struct failure *failure);

#endif
