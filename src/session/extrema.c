/* The critical points of what is shown. */
#include "session/extrema.h"

#include "session/state.h"

void extrema_forget(struct extrema *extrema)
{
    critical_points_free(&extrema->points);
    extrema->known = false;
}

struct rectangle extrema_cover(const double first[GRID_AXES], const double last[GRID_AXES],
                               const double apart[GRID_AXES])
{
    struct rectangle rectangle;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        rectangle.low[axis] = first[axis] - 0.5 * apart[axis];
        rectangle.high[axis] = last[axis] + 0.5 * apart[axis];
    }
    return rectangle;
}

bool extrema_search(const struct subject *subject, const struct rectangle *window,
                    struct critical_points *points)
{
    struct plane_slope slope;
    bool found = plane_slope_make(&slope, formula_function_fn(subject->function), subject->fixed) &&
                 critical_points_find(&slope, window, points);
    plane_slope_release(&slope);
    return found;
}

/* All that the cells of the samples cover. */
static struct rectangle cover(const struct viewport *viewport)
{
    double first[AXES];
    double last[AXES];
    for (int axis = 0; axis < AXES; axis++) {
        first[axis] = viewport_place(viewport, axis, 0);
        last[axis] = viewport_place(viewport, axis, viewport->shape.samples[axis] - 1);
    }
    return extrema_cover(first, last, viewport->step);
}

enum status session_find_extrema(struct session *session)
{
    struct extrema *extrema = &session->extrema;
    struct failure failure;
    if (extrema->known)
        return STATUS_OK;
    if (work_is_due(session))
        return work_halt(session);
    extrema_forget(extrema);
    maps_forget(&session->maps);
    enum status status = subject_curve_plane(session->now.subject, &failure);
    extrema->simple = status == STATUS_OK;
    if (status == STATUS_FAILED)
        return status;
    extrema->window = cover(&session->now.viewport);
    if (extrema->simple &&
        !extrema_search(session->now.subject, &extrema->window, &extrema->points))
        return STATUS_FAILED;
    if (work_is_stopped(session))
        return work_halt(session);
    extrema->known = true;
    return STATUS_OK;
}

enum status session_settle_extrema(struct session *session)
{
    enum status status = session_settle_field(session);
    return status == STATUS_OK ? session_find_extrema(session) : status;
}

enum status session_update_extrema(struct session *session)
{
    if (!layer_is_in(session->now.layers, LAYER_critical))
        return STATUS_OK;
    return session_settle_extrema(session);
}
