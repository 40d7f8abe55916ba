/* A search for the critical points of a window that can be left off and gone on with. */
#ifndef STEEPEST_GRAD_CRITICAL_SEARCH_H
#define STEEPEST_GRAD_CRITICAL_SEARCH_H

#include "base/interruption.h"
#include "grad/critical.h"

/* What is found so far, and what is still to be looked at. Not for two threads at once. */
struct critical_search;

/* Make one, with nothing done. NULL when memory is short. Free with critical_search_free. */
struct critical_search *critical_search_new(const struct rectangle *window);

/*
 * Go on until all is found or the interruption is to pause or stopped; NULL: until all is found or
 * the slope's function was stopped. The slope is of the same function and plane each time, and
 * counts its work with the interruption. What is found in the end is what critical_points_find
 * finds, wherever it was left off: of a part in whose midst it was stopped nothing stays. False
 * when memory is short; then the search is only to be freed.
 */
bool critical_search_go_on(struct critical_search *search, struct plane_slope *slope,
                           const struct interruption *interruption);

/* Whether all is found. */
bool critical_search_is_done(const struct critical_search *search);

/* About how much of the work is done, 0 to 1; it never falls. */
double critical_search_progress(const struct critical_search *search);

/*
 * Hand over what was found, which is whole once the search is done; free it with
 * critical_points_free. The search is then only to be freed.
 */
void critical_search_take(struct critical_search *search, struct critical_points *points);

/* Free what critical_search_new made, or NULL. */
void critical_search_free(struct critical_search *search);

#endif
