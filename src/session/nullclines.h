/* The lines where a derivative is zero, of what is shown. Private to the session. */
#ifndef STEEPEST_SESSION_NULLCLINES_H
#define STEEPEST_SESSION_NULLCLINES_H

#include "session/subject.h"
#include "view/relief.h"

struct session;

/* What they are traced in. All zero is nothing. */
struct nullclines {
    int computed; /* so many of the derivatives, for the field's places */
    struct relief *slopes[AXES]; /* the derivatives; NULL until they are wanted */
};

/* Free what they hold, and forget it. */
void nullclines_release(struct nullclines *nullclines);

/*
 * Compute the derivative along an axis on a viewport's lattice with about so many nodes a sample,
 * into slopes[axis]: exact, or where f is too large for that by the difference. STATUS_OK, or
 * STATUS_FAILED when memory is short; what the function's interruption stopped means nothing.
 */
enum status nullclines_compute(struct nullclines *nullclines, struct subject *subject,
                               const struct difference *difference,
                               const struct viewport *viewport, const int wanted[AXES], int axis);

/*
 * Bring them up to date with the field, which is, where a layer shows them, in the work at hand
 * (session/work.h). STATUS_OK, or STATUS_FAILED when memory is short or the work was halted.
 */
enum status session_update_nullclines(struct session *session);

#endif
