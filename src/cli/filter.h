/* The filter: points in, gradients out. */
#ifndef STEEPEST_CLI_FILTER_H
#define STEEPEST_CLI_FILTER_H

#include "cli/invocation.h"
#include "session/session.h"

/*
 * Answer every point of `descriptor`, one a line, as the invocation's columns say, in order. What
 * has been read is answered before more input is waited for; so are the points before a bad line.
 * Progress goes to standard error unless the points are typed.
 * STATUS_OK; STATUS_USAGE for a wrong list of columns; STATUS_DATA, with line and column, for a
 * line that cannot be read or has too few numbers; STATUS_CANNOT_CREATE; STATUS_IO; STATUS_FAILED
 * when memory is short.
 */
enum status filter_run(const struct session *session, const struct invocation *invocation,
                       int descriptor, struct failure *failure);

#endif
