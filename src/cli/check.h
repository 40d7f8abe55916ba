/* The gradient check: gradients that somebody gives, held against differences. */
#ifndef STEEPEST_CLI_CHECK_H
#define STEEPEST_CLI_CHECK_H

#include "cli/invocation.h"
#include "session/session.h"

/*
 * Check the rows of the invocation's file, or the derivatives of its text at the points of standard
 * input or of the grid, and write a line for each component, in order, separated by tabs: number of
 * the point from 1, number of the component from 0, the derivative that was given, the numerical
 * one, how far that may be off, the difference of both, and the agreement (grad/gradient_check.h).
 * On success `summary` becomes a line that tells how many components there were.
 * STATUS_OK; STATUS_FAILED, with that line as its message, when a component disagrees; STATUS_USAGE
 * for a text that cannot be understood; STATUS_DATA, with line and column, for a row that cannot be
 * read, once those before it are answered, and for input without a point; STATUS_NO_INPUT;
 * STATUS_CANNOT_CREATE; STATUS_IO; STATUS_FAILED when memory is short.
 */
enum status check_run(const struct session *session, const struct invocation *invocation,
                      char summary[FAILURE_MESSAGE_SIZE], struct failure *failure);

#endif
