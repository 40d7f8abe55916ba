/* A walk downhill, as a table. */
#ifndef STEEPEST_CLI_DESCENT_TABLE_H
#define STEEPEST_CLI_DESCENT_TABLE_H

#include "cli/invocation.h"
#include "grad/descent.h"
#include "session/session.h"

/*
 * Walk downhill from invocation->descent_start, with the session's scheme and h, and write a line
 * for the start and each step, separated by tabs, below a line of names: step, all coordinates, f,
 * the gradient's length. `reason` says why the walk has ended. STATUS_OK; STATUS_USAGE for a start
 * that is no point of the function, and when the function is too large for exact derivatives;
 * STATUS_CANNOT_CREATE; STATUS_IO; STATUS_FAILED when memory is short.
 */
enum status descent_table(const struct session *session, const struct invocation *invocation,
                          char reason[DESCENT_TEXT_SIZE], struct failure *failure);

#endif
