/* A parameter that is played: there and back between its limits. */
#ifndef STEEPEST_SESSION_ANIMATION_H
#define STEEPEST_SESSION_ANIMATION_H

#include "base/failure.h"
#include "session/session.h"

/*
 * Begin to play the parameter that a command asked for with REQUEST_ANIMATE. STATUS_OK;
 * STATUS_USAGE when it has gone since, STATUS_FAILED when memory is short. Nothing else is done with
 * the session until animation_end, but to draw it and to resize it.
 */
enum status animation_begin(struct session *session, struct failure *failure);

/*
 * Move the parameter by one of its steps, at a limit back. Errors as the command `set`, with
 * nothing changed.
 */
enum status animation_step(struct session *session, struct failure *failure);

/* Leave the parameter where it is; all that was played is one change to undo. */
void animation_end(struct session *session);

#endif
