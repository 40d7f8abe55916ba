/* The critical points of what is shown. */
#include "session/extrema.h"

#include "session/state.h"

void extrema_forget(struct extrema *extrema)
{
    critical_points_free(&extrema->points);
    extrema->known = false;
}

/* All that the cells of the samples cover. */
static struct rectangle covered(const struct viewport *viewport)
{
    struct rectangle rectangle;
    for (int axis = 0; axis < AXES; axis++) {
        double half = 0.5 * viewport->step[axis];
        int last = viewport->shape.samples[axis] - 1;
        rectangle.low[axis] = viewport_place(viewport, axis, 0) - half;
        rectangle.high[axis] = viewport_place(viewport, axis, last) + half;
    }
    return rectangle;
}

/* Find them with derivatives that are ready. */
static enum status find(struct session *session)
{
    struct plane_slope slope;
    const struct subject *subject = session->now.subject;
    session->extrema.window = covered(&session->now.viewport);
    bool found = plane_slope_make(&slope, formula_function_fn(subject->function), subject->fixed) &&
                 critical_points_find(&slope, &session->extrema.window,
                                      &session->extrema.points);
    plane_slope_release(&slope);
    return found ? STATUS_OK : STATUS_FAILED;
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
    if (extrema->simple && find(session) != STATUS_OK)
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
