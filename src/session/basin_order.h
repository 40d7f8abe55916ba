/* The numbers of basins, which a pan keeps. Private to the session. */
#ifndef STEEPEST_SESSION_BASIN_ORDER_H
#define STEEPEST_SESSION_BASIN_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grad/critical.h"

struct session;

/* The first samples of the window that the session's colours were chosen in, or are to be. */
const int64_t *basin_order_anchor(const struct session *session);

/*
 * The numbers of the minima among the points of a window, in their order, in new memory to be
 * freed: those of a list of the anchor's points, with the rest after them, the nearer to the
 * anchor's window the sooner. NULL when memory is short.
 */
size_t *basin_order_find(const struct critical_points *points, const struct rectangle *window,
                         const struct critical_points *anchor_points,
                         const struct rectangle *anchor_window);

#endif
