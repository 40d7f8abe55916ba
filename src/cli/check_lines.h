/* Points of a gradient check, a line each. */
#ifndef STEEPEST_CLI_CHECK_LINES_H
#define STEEPEST_CLI_CHECK_LINES_H

#include "cli/check_work.h"

/*
 * Take the points of all lines of a file into the work; NULL and "-" stand for standard input. The
 * caller answers those that are left in hand. STATUS_OK; STATUS_NO_INPUT; STATUS_DATA, with line
 * and column, for a line that cannot be read or has a wrong number of numbers; STATUS_USAGE for a
 * text of derivatives that has no value; STATUS_IO; STATUS_FAILED when memory is short.
 */
enum status check_lines(struct check_work *work, const char *path, struct failure *failure);

#endif
