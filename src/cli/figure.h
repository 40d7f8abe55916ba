/* The picture as a figure. */
#ifndef STEEPEST_CLI_FIGURE_H
#define STEEPEST_CLI_FIGURE_H

#include "cli/invocation.h"
#include "session/session.h"

/*
 * Write the session's picture as SVG, with as many samples as the invocation's grid says.
 * STATUS_OK; STATUS_CANNOT_CREATE; STATUS_IO; STATUS_FAILED when memory is short.
 */
enum status figure_write(const struct session *session, const struct invocation *invocation,
                         struct failure *failure);

#endif
