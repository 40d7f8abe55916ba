/* The critical points of what is shown. */
#include "session/extrema.h"

#include <string.h>

#include "session/state.h"

void extrema_forget(struct extrema *extrema)
{
    critical_search_free(extrema->search);
    critical_points_free(&extrema->points);
    subject_free(extrema->subject);
    *extrema = (struct extrema){ .known = false };
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

struct rectangle extrema_cover_viewport(const struct viewport *viewport)
{
    double first[AXES];
    double last[AXES];
    for (int axis = 0; axis < AXES; axis++) {
        first[axis] = viewport_place(viewport, axis, 0);
        last[axis] = viewport_place(viewport, axis, viewport->shape.samples[axis] - 1);
    }
    return extrema_cover(first, last, viewport->step);
}

/* Whether it is for the present function and window that the points were looked for. */
static bool is_present(const struct session *session)
{
    const struct extrema *extrema = &session->extrema;
    struct rectangle window = extrema_cover_viewport(&session->now.viewport);
    return extrema->subject == session->now.subject &&
           memcmp(&extrema->window, &window, sizeof window) == 0;
}

bool session_knows_extrema(const struct session *session)
{
    return session->extrema.known && is_present(session);
}

double session_extrema_progress(const struct session *session)
{
    const struct extrema *extrema = &session->extrema;
    if (!is_present(session))
        return 0;
    return extrema->known ? 1 : critical_search_progress(extrema->search);
}

/* Look for the points of what is shown, with nothing found yet. */
static enum status begin(struct session *session)
{
    struct extrema *extrema = &session->extrema;
    struct subject *subject = session->now.subject;
    struct failure failure;
    /* Who asked for those of a function does not wait for those of another. */
    bool awaited = extrema->awaited && extrema->subject == subject;
    enum status status = subject_curve_plane(subject, &failure);
    maps_forget(&session->maps);
    extrema_forget(extrema);
    if (status == STATUS_FAILED)
        return status;
    extrema->window = extrema_cover_viewport(&session->now.viewport);
    extrema->simple = status == STATUS_OK;
    extrema->known = !extrema->simple;
    if (extrema->simple)
        extrema->search = critical_search_new(&extrema->window);
    if (extrema->simple && extrema->search == NULL)
        return STATUS_FAILED;
    subject_hold(subject);
    extrema->subject = subject;
    extrema->awaited = awaited;
    return STATUS_OK;
}

/* Go on with the search, as far as the work at hand goes. */
static enum status go_on(struct session *session)
{
    struct extrema *extrema = &session->extrema;
    const struct subject *subject = extrema->subject;
    struct plane_slope slope;
    bool made =
        plane_slope_make(&slope, formula_function_fn(subject->function), subject->fixed) &&
        critical_search_go_on(extrema->search, &slope, &session->work.interruption);
    plane_slope_release(&slope);
    if (!made) {
        extrema_forget(extrema);
        return STATUS_FAILED;
    }
    if (!critical_search_is_done(extrema->search))
        return work_halt(session);
    critical_search_take(extrema->search, &extrema->points);
    critical_search_free(extrema->search);
    extrema->search = NULL;
    extrema->known = true;
    return STATUS_OK;
}

enum status session_begin_extrema(struct session *session)
{
    return is_present(session) ? STATUS_OK : begin(session);
}

enum status session_find_extrema(struct session *session)
{
    enum status status = session_begin_extrema(session);
    if (status != STATUS_OK || session->extrema.known)
        return status;
    return work_is_due(session) ? work_halt(session) : go_on(session);
}

enum status session_settle_extrema(struct session *session)
{
    enum status status = session_settle_field(session);
    return status == STATUS_OK ? session_find_extrema(session) : status;
}

/* Tell how many points there are if that is still awaited. */
static void tell_awaited(struct session *session)
{
    char summary[CRITICAL_SUMMARY_SIZE];
    if (session->extrema.awaited && session->message[0] == '\0') {
        critical_points_summarize(&session->extrema.points, summary);
        session_tell(session, "%s", summary);
    }
    session->extrema.awaited = false;
}

enum status session_update_extrema(struct session *session)
{
    if (!layer_is_in(session->now.layers, LAYER_critical)) {
        session->extrema.awaited = false;
        return STATUS_OK;
    }
    enum status status = session_settle_extrema(session);
    if (status == STATUS_OK)
        tell_awaited(session);
    return status;
}
