/* The field as a table of numbers. */
#ifndef STEEPEST_CLI_FIELD_TABLE_H
#define STEEPEST_CLI_FIELD_TABLE_H

#include "cli/invocation.h"
#include "session/session.h"

/*
 * Compute the session's function on the grid over the window as asked for, row by row from below,
 * and write it as the invocation says, with progress on standard error. STATUS_OK; STATUS_USAGE for
 * a wrong list of columns; STATUS_CANNOT_CREATE; STATUS_IO; STATUS_FAILED when memory is short.
 */
enum status field_table(const struct session *session, const struct invocation *invocation,
                        struct failure *failure);

#endif
