/* Printing one frame. */
#ifndef STEEPEST_CLI_FRAME_PRINT_H
#define STEEPEST_CLI_FRAME_PRINT_H

#include "out/picture.h"
#include "session/session.h"

/*
 * Write the session's frame, less its message and hint rows, to `path`, or to standard output when
 * it is NULL. STATUS_OK, STATUS_CANNOT_CREATE, STATUS_IO, or STATUS_FAILED when memory is short.
 */
enum status frame_print(struct session *session, enum picture_form form, const char *path,
                        struct failure *failure);

#endif
