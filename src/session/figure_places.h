/* The critical points and the walks of a figure. Private to the session. */
#ifndef STEEPEST_SESSION_FIGURE_PLACES_H
#define STEEPEST_SESSION_FIGURE_PLACES_H

#include "session/state.h"
#include "session/walks.h"
#include "view/svg.h"

/* Begin with all zeros, end with figure_places_free. */
struct figure_places {
    bool has_critical;       /* the points were looked for, in that window */
    struct rectangle window;
    struct critical_points critical;
    size_t *basin_numbers; /* of the minima among them; NULL: 1, 2, ... */
    struct svg_walk walks[WALKS_MOST];
    struct race_table race; /* that is shown, if any */
    char names[WALKS_MOST][WALK_TEXT_SIZE]; /* of the walks */
};

/*
 * Find what the session shows of these, critical points half a sample beyond the picture's window
 * of columns x rows samples, and put it into the picture, which points to it from then on. Critical
 * points are looked for too where colours show basins, or a race measures distances from minima.
 * STATUS_OK; STATUS_FAILED when memory is short or the work was halted.
 */
enum status figure_places_find(struct figure_places *places, struct session *session,
                               size_t columns, size_t rows, struct svg_picture *picture);

/* Release what they own. */
void figure_places_free(struct figure_places *places);

#endif
