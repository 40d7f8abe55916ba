/* The critical points and the walks of a figure. */
#include "session/figure_places.h"

/* All that the samples of a window stand for. */
static struct rectangle covered(const struct window *window, size_t columns, size_t rows)
{
    const size_t counts[AXES] = { columns, rows };
    struct rectangle rectangle;
    for (int axis = 0; axis < AXES; axis++) {
        double span = window->high[axis] - window->low[axis];
        double half = counts[axis] > 1 ? 0.5 * span / (double)(counts[axis] - 1) : 0;
        rectangle.low[axis] = window->low[axis] - half;
        rectangle.high[axis] = window->high[axis] + half;
    }
    return rectangle;
}

/* Find the critical points, if f has exact derivatives that can be computed. */
static enum status find_critical(struct figure_places *places, const struct session *session,
                                 const struct rectangle *rectangle)
{
    struct failure failure;
    struct plane_slope slope;
    struct subject *subject = session->now.subject;
    enum status status = subject_curve_plane(subject, &failure);
    if (status != STATUS_OK)
        return status == STATUS_USAGE ? STATUS_OK : status;
    places->has_critical =
        plane_slope_make(&slope, formula_function_fn(subject->function), subject->fixed) &&
        critical_points_find(&slope, rectangle, &places->critical);
    plane_slope_release(&slope);
    return places->has_critical ? STATUS_OK : STATUS_FAILED;
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
    const struct rectangle rectangle = covered(&picture->window, columns, rows);
    enum status status = STATUS_OK;
    if (layer_is_in(session->now.layers, LAYER_critical))
        status = find_critical(places, session, &rectangle);
    if (status == STATUS_OK)
        status = session_settle_walks(session);
    if (status != STATUS_OK)
        return status;
    take_walks(places, session);
    picture->critical = places->has_critical ? &places->critical : NULL;
    picture->walks = places->walks;
    picture->walk_count = session->now.walk_count;
    return STATUS_OK;
}

void figure_places_free(struct figure_places *places)
{
    critical_points_free(&places->critical);
}
