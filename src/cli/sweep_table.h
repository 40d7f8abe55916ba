/* Error against h at the probe, as a table. */
#ifndef STEEPEST_CLI_SWEEP_TABLE_H
#define STEEPEST_CLI_SWEEP_TABLE_H

#include "cli/invocation.h"
#include "session/session.h"

/*
 * Write the derivatives at the session's probe by every scheme of differences, or by its present
 * one where invocation->sweep_one says so, with the steps of grad/sweep.h: a line for each step,
 * scheme and variable that the function uses, separated by tabs, below a line of names: scheme, h,
 * derivative, estimated error (inf where it is unknown), its distance from the exact derivative
 * (nan where there is none), the variable. STATUS_OK; STATUS_CANNOT_CREATE; STATUS_IO;
 * STATUS_USAGE when the function is too large for exact derivatives; STATUS_FAILED when memory is
 * short.
 */
enum status sweep_table(const struct session *session, const struct invocation *invocation,
                        struct failure *failure);

#endif
