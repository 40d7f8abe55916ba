/* A walk that is shown step by step, though it has been made: nothing but what is seen. */
#ifndef STEEPEST_SESSION_REVEAL_H
#define STEEPEST_SESSION_REVEAL_H

#include <stdbool.h>

#include "session/session.h"

enum { REVEAL_FRAMES_MOST = 40 }; /* that a walk is shown in, besides its start */

/*
 * Show the newest walk from its start on, as far as reveal_advance has come; the others are shown
 * whole. Does nothing where no walk has ended yet: a long one grows from frame to frame as it is
 * made. It is no setting, so that what is drawn is not what is printed, told or undone.
 */
void reveal_begin(struct session *session);

/* Whether a part of the newest walk is held back. */
bool reveal_is_on(const struct session *session);

/* Show the same number of steps more as each time before, one or as many as the frames ask for. */
void reveal_advance(struct session *session);

/* Show the whole walk. */
void reveal_end(struct session *session);

#endif
