/* The critical points of what is shown: found, walked, told. Private to the session. */
#ifndef STEEPEST_SESSION_EXTREMA_H
#define STEEPEST_SESSION_EXTREMA_H

#include <stdbool.h>

#include "base/failure.h"
#include "grad/critical_search.h"
#include "view/viewport.h"

struct session;
struct subject;

/* What was found, or is being looked for; all zero is nothing. */
struct extrema {
    struct subject *subject; /* whose points they are, held; NULL: nothing was looked for */
    struct rectangle window; /* that they are looked for in */
    bool simple; /* f has exact derivatives that can be computed */
    bool known;  /* all are found, or f is not simple */
    struct critical_search *search; /* what was found so far; NULL: nothing, or all */
    struct critical_points points;  /* once they are known */
    bool awaited; /* how many there are is to be told once they are known */
};

/*
 * All that samples stand for whose first and last place on each axis these are, each as far from
 * the next as `apart`, 0 where there is but one.
 */
struct rectangle extrema_cover(const double first[GRID_AXES], const double last[GRID_AXES],
                               const double apart[GRID_AXES]);

/* All that the cells of a viewport's samples cover. */
struct rectangle extrema_cover_viewport(const struct viewport *viewport);

/*
 * Find the critical points in a window on the plane of a subject whose curvatures are ready:
 * subject_curve_plane. `points` is all zero before; free it with critical_points_free, even when
 * memory was short: then false is returned.
 */
bool extrema_search(const struct subject *subject, const struct rectangle *window,
                    struct critical_points *points);

/* Forget what was found and what is looked for, and free it. */
void extrema_forget(struct extrema *extrema);

/*
 * Whether the points are known of all that the field's cells cover; they depend on nothing but that
 * and the function.
 */
bool session_knows_extrema(const struct session *session);

/* About how much of the search for these is done, 0 to 1. */
double session_extrema_progress(const struct session *session);

/*
 * Find the critical points of all that the field's cells cover, unless they are known, in the work
 * at hand (session/work.h); when that ends early, the next goes on from there. Where f is too large
 * for exact derivatives none are found. STATUS_OK, or STATUS_FAILED when memory is short or the work
 * was halted.
 */
enum status session_settle_extrema(struct session *session);

/* The same for a field whose samples are up to date, whatever else is to be found out about it. */
enum status session_find_extrema(struct session *session);

/*
 * As session_settle_extrema where the layer shows them, and tell how many there are if that is
 * awaited and nothing else was told since. Where it does not, nothing is done or awaited.
 */
enum status session_update_extrema(struct session *session);

/*
 * Begin the search for the points of all that the field's cells cover, unless they are known or
 * looked for; session_find_extrema goes on with it. STATUS_OK, or STATUS_FAILED when memory is
 * short.
 */
enum status session_begin_extrema(struct session *session);

#endif
