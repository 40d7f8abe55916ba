/* The critical points of the window, as a list. */
#ifndef STEEPEST_CLI_CRITICAL_LIST_H
#define STEEPEST_CLI_CRITICAL_LIST_H

#include "cli/invocation.h"
#include "grad/critical.h"
#include "session/session.h"

/*
 * Write the critical points in the session's window as it was asked for, sorted by x0, then x1:
 * kind, x0, x1, f, the eigenvalues of the Hessian, the smaller first, and the index. The summary
 * holds their sum against the edge's index. STATUS_OK; STATUS_CANNOT_CREATE; STATUS_IO;
 * STATUS_USAGE when the function is too large for exact derivatives; STATUS_FAILED when memory is
 * short.
 */
enum status critical_list(const struct session *session, const struct invocation *invocation,
                          char summary[CRITICAL_SUMMARY_SIZE], struct failure *failure);

#endif
