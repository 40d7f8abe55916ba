/* The critical points of what is shown: found, walked, told. Private to the session. */
#ifndef STEEPEST_SESSION_EXTREMA_H
#define STEEPEST_SESSION_EXTREMA_H

#include <stdbool.h>

#include "base/failure.h"
#include "grad/critical.h"

struct session;
struct subject;

/* What was found; all zero is nothing. */
struct extrema {
    bool known;  /* for the field's places */
    bool simple; /* f has exact derivatives that can be computed */
    struct rectangle window; /* that they were looked for in */
    struct critical_points points;
};

/*
 * All that samples stand for whose first and last place on each axis these are, each as far from
 * the next as `apart`, 0 where there is but one.
 */
struct rectangle extrema_cover(const double first[GRID_AXES], const double last[GRID_AXES],
                               const double apart[GRID_AXES]);

/*
 * Find the critical points in a window on the plane of a subject whose curvatures are ready:
 * subject_curve_plane. `points` is all zero before; free it with critical_points_free, even when
 * memory was short: then false is returned.
 */
bool extrema_search(const struct subject *subject, const struct rectangle *window,
                    struct critical_points *points);

/* Forget what was found, and free it. */
void extrema_forget(struct extrema *extrema);

/*
 * Find the critical points of all that the field's cells cover, unless they are known, in the work
 * at hand (session/work.h). Where f is too large for exact derivatives none are found. STATUS_OK, or
 * STATUS_FAILED when memory is short or the work was halted.
 */
enum status session_settle_extrema(struct session *session);

/* The same for a field whose samples are up to date, whatever else is to be found out about it. */
enum status session_find_extrema(struct session *session);

/* As session_settle_extrema where the layer shows them; else nothing is done. */
enum status session_update_extrema(struct session *session);

#endif
