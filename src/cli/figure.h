/* Figures: the picture, and error against h. */
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

/*
 * Write the errors at the session's probe as SVG: by every scheme of differences, or by its present
 * one where invocation->sweep_one says so, unless that is exact. Errors as figure_write.
 */
enum status figure_write_sweep(struct session *session, const struct invocation *invocation,
                               struct failure *failure);

#endif
