/* Where a walk of the command line starts. */
#ifndef STEEPEST_CLI_WALK_START_H
#define STEEPEST_CLI_WALK_START_H

#include "cli/point_line.h"
#include "session/session.h"

/*
 * Read the coordinates of a start, finite ones, at least `least`. STATUS_OK; STATUS_USAGE, with the
 * place in them, for anything else; STATUS_FAILED when memory is short. Release the point
 * whatever became of it.
 */
enum status walk_start_read(const char *coordinates, size_t least, struct point *start,
                            struct failure *failure);

/*
 * Let the session walk from such a start in the plane that it shows, so that its frame has the
 * walk. Errors as the command `descend`, and as walk_start_read, for more than two coordinates too.
 */
enum status walk_start_on_frame(struct session *session, const char *coordinates,
                                struct failure *failure);

#endif
