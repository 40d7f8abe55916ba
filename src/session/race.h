/* A race of all optimizers from one start, and what its table says. Private to the session. */
#ifndef STEEPEST_SESSION_RACE_H
#define STEEPEST_SESSION_RACE_H

#include "base/status.h"
#include "view/frame.h"

enum { RACE_WORDS_SIZE = 160 }; /* bytes of a race in few words */

struct session;

/* The table of the race that is shown, as far as its walks go; NULL without one. The session's. */
const struct race_table *session_race(struct session *session);

/* Whether there is one. */
bool race_is_shown(const struct session *session);

/* Whether its distances are measured: minima are asked for, or soon found. */
bool race_measures(const struct session *session);

/*
 * Fill the table of the race that is shown, as far as its walks go. Distances are from the minima
 * among `points`; NULL where they are not known.
 */
void race_fill(const struct session *session, const struct critical_points *points,
               struct race_table *race);

/*
 * Find what the distances of a race that is shown are measured from, in the work at hand: the
 * critical points of what is shown. Errors as session_settle_extrema; nothing is done without a
 * race, and where f costs much, unless the layer `critical` shows them.
 */
enum status session_settle_race(struct session *session);

/*
 * Write who is first in the frame's race, after why its table is not seen in the frame, if it is
 * not: how much room it needs, or what hides it.
 */
void race_summarize(const struct session *session, const struct frame *frame,
                    char words[RACE_WORDS_SIZE]);

/* Tell the table of the race that is shown, line by line. */
void session_tell_race(struct session *session);

#endif
