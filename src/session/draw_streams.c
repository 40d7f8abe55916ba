/* When streamlines are drawn anew, and when they are moved. */
#include <math.h>
#include <string.h>

#include "session/state.h"

/* Whether the lines lie on the same lattice as the viewport and are as far apart on screen. */
static bool same_lattice(const struct session *session, const struct projection *projection)
{
    const struct viewport *then = &session->streams_viewport;
    const struct viewport *now = &session->now.viewport;
    const struct projection *before = &session->streams_projection;
    for (int axis = 0; axis < AXES; axis++)
        if (then->origin[axis] != now->origin[axis] || then->step[axis] != now->step[axis] ||
            before->dots[axis] != projection->dots[axis])
            return false;
    return before->rows == projection->rows && before->columns == projection->columns;
}

/*
 * How far the lines have to be moved, in dots; false where they have to be drawn anew, which a pan
 * by a whole window asks for too.
 */
static bool find_shift(const struct session *session, const struct projection *projection,
                       double shift[AXES])
{
    if (session->streams_stale || !same_lattice(session, projection))
        return false;
    for (int axis = 0; axis < AXES; axis++) {
        double samples = (double)session->now.viewport.first[axis] -
                         (double)session->streams_viewport.first[axis];
        if (!(fabs(samples) < session->now.viewport.shape.samples[axis]))
            return false;
        shift[axis] = -samples * projection->dots[axis];
    }
    return true;
}

/* Note where the window stands for lines that are moved, or drawn anew. */
static void note_place(struct session *session, bool moved)
{
    struct streams_path *path = &session->streams_path;
    if (!moved)
        path->count = 0;
    memcpy(path->first[path->count++], session->now.viewport.first,
           sizeof session->now.viewport.first);
}

/* Draw the lines for a projection. */
static enum status draw_streams(struct session *session, const struct projection *projection)
{
    struct stream_request request = { .projection = *projection,
                                      .separation = stream_separation(projection),
                                      .sample = stream_field_sample,
                                      .context = session->stream_field };
    double shift[AXES];
    bool moved = find_shift(session, projection, shift);
    if (moved && shift[0] == 0 && shift[1] == 0)
        return STATUS_OK;
    if (work_is_due(session))
        return work_halt(session);
    session->streams_stale = true;
    if (stream_field_compute(session->stream_field, &session->now.subject->plane,
                             &session->now.difference, projection,
                             STREAM_MARGIN * request.separation) != STATUS_OK)
        return STATUS_FAILED;
    moved = moved && session->streams_path.count < STREAMS_PATH_MOST;
    note_place(session, moved);
    if (moved)
        return streams_pan(session->streams, &request, shift);
    return streams_start(session->streams, &request);
}

enum status session_settle_streams(struct session *session)
{
    if (session->layout.too_small || !layer_is_in(session->now.layers, LAYER_stream))
        return STATUS_OK;
    enum status status = session_settle_field(session);
    if (status != STATUS_OK)
        return status;
    struct projection projection = projection_make(&session->now.viewport, &session->layout);
    status = draw_streams(session, &projection);
    if (status != STATUS_OK)
        return status;
    if (work_is_stopped(session))
        return work_halt(session);
    session->streams_stale = false;
    session->streams_viewport = session->now.viewport;
    session->streams_projection = projection;
    return STATUS_OK;
}
