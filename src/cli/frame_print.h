/* Printing one frame, as a picture and in words. */
#ifndef STEEPEST_CLI_FRAME_PRINT_H
#define STEEPEST_CLI_FRAME_PRINT_H

#include "out/picture.h"
#include "session/session.h"

/*
 * Write the session's frame, less its message and hint rows, to `path`, or to standard output when
 * it is NULL; with `described` sentences that say what it shows follow. STATUS_OK, STATUS_CANNOT_CREATE, STATUS_IO, or STATUS_FAILED when memory is short.
 */
enum status frame_print(struct session *session, enum picture_form form, bool described,
                        const char *path, struct failure *failure);

/* Write the sentences alone. Errors as frame_print. */
enum status frame_describe(struct session *session, const char *path, struct failure *failure);

#endif
