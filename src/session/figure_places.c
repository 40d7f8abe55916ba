/* The critical points and the walks of a figure. */
#include "session/figure_places.h"

#include <stdlib.h>
#include <string.h>

#include "session/basin_order.h"
#include "session/race.h"

/* All that the samples of a window stand for. */
static struct rectangle cover(const struct window *window, size_t columns, size_t rows)
{
    const size_t counts[AXES] = { columns, rows };
    double apart[AXES];
    for (int axis = 0; axis < AXES; axis++)
        apart[axis] = counts[axis] > 1 ? (window->high[axis] - window->low[axis]) /
                                             (double)(counts[axis] - 1)
                                       : 0;
    return extrema_cover(window->low, window->high, apart);
}

/* Find the critical points, if f has exact derivatives that can be computed. */
static enum status find_critical(struct figure_places *places, const struct session *session)
{
    struct failure failure;
    enum status status = subject_curve_plane(session->now.subject, &failure);
    if (status != STATUS_OK)
        return status == STATUS_USAGE ? STATUS_OK : status;
    places->has_critical = extrema_search(session->now.subject, &places->window,
                                          &places->critical);
    return places->has_critical ? STATUS_OK : STATUS_FAILED;
}

/* Number the basins as the screen does: by the window that colours come from, be it panned since. */
static enum status number_basins(struct figure_places *places, const struct session *session)
{
    const struct viewport *viewport = &session->now.viewport;
    const int64_t *anchor = basin_order_anchor(session);
    struct critical_points points = { .count = 0 };
    struct rectangle window = places->window;
    if (memcmp(anchor, viewport->first, sizeof viewport->first) == 0)
        return STATUS_OK;
    for (int axis = 0; axis < AXES; axis++) {
        double shift = ((double)anchor[axis] - (double)viewport->first[axis]) * viewport->step[axis];
        window.low[axis] += shift;
        window.high[axis] += shift;
    }
    if (extrema_search(session->now.subject, &window, &points))
        places->basin_numbers = basin_order_find(&places->critical, &places->window, &points,
                                                 &window);
    critical_points_free(&points);
    return places->basin_numbers != NULL ? STATUS_OK : STATUS_FAILED;
}

/* Point to the walks, which are made. */
static void take_walks(struct figure_places *places, const struct session *session)
{
    const struct settings *now = &session->now;
    for (size_t i = 0; i < now->walk_count; i++) {
        walk_manner_describe(&now->walks[i].manner, places->names[i]);
        places->walks[i] = (struct svg_walk){ .trail = &walks_trails(session->walks)[i],
                                              .name = places->names[i],
                                              .reason = walks_reason(session->walks, i) };
    }
}

enum status figure_places_find(struct figure_places *places, struct session *session,
                               size_t columns, size_t rows, struct svg_picture *picture)
{
    bool shown = layer_is_in(session->now.layers, LAYER_critical);
    bool has_basins = quantity_need(session->now.color_by) == NEED_BASINS;
    enum status status = STATUS_OK;
    places->window = cover(&picture->window, columns, rows);
    if (shown || has_basins ||
        (race_is_shown(session) && race_measures(session)))
        status = find_critical(places, session);
    if (status == STATUS_OK && has_basins && places->has_critical)
        status = number_basins(places, session);
    if (status == STATUS_OK)
        status = session_settle_walks(session);
    if (status != STATUS_OK)
        return status;
    take_walks(places, session);
    picture->critical = shown && places->has_critical ? &places->critical : NULL;
    picture->walks = places->walks;
    picture->walk_count = session->now.walk_count;
    if (!race_is_shown(session))
        return STATUS_OK;
    race_fill(session, places->has_critical ? &places->critical : NULL, &places->race);
    picture->race = &places->race;
    return STATUS_OK;
}

void figure_places_free(struct figure_places *places)
{
    critical_points_free(&places->critical);
    free(places->basin_numbers);
}
