/* Commands that move the probe and the window. */
#include <inttypes.h>

#include "session/state.h"

/* Move the probe by a count in a direction. */
static enum status move_probe(struct session *session, const struct arguments *arguments, int axis,
                              int direction, struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    return viewport_move_probe(&session->now.viewport, axis, direction * count, failure);
}

enum status run_left(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    return move_probe(session, arguments, 0, -1, failure);
}

enum status run_right(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    return move_probe(session, arguments, 0, 1, failure);
}

enum status run_down(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    return move_probe(session, arguments, 1, -1, failure);
}

enum status run_up(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    return move_probe(session, arguments, 1, 1, failure);
}

enum status run_probe(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    double place[AXES];
    for (int axis = 0; axis < AXES; axis++) {
        enum status status = argument_number(arguments, (size_t)axis, &place[axis], failure);
        if (status != STATUS_OK)
            return status;
    }
    return viewport_set_probe(&session->now.viewport, place, failure);
}

/* Pan the window by a count in a direction. */
static enum status pan(struct session *session, const struct arguments *arguments, int axis,
                       int direction, struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    return viewport_pan(&session->now.viewport, axis, direction * count, failure);
}

enum status run_pan_left(struct session *session, const struct arguments *arguments,
                             struct failure *failure)
{
    return pan(session, arguments, 0, -1, failure);
}

enum status run_pan_right(struct session *session, const struct arguments *arguments,
                              struct failure *failure)
{
    return pan(session, arguments, 0, 1, failure);
}

enum status run_pan_down(struct session *session, const struct arguments *arguments,
                             struct failure *failure)
{
    return pan(session, arguments, 1, -1, failure);
}

enum status run_pan_up(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    return pan(session, arguments, 1, 1, failure);
}

enum status run_centre(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    (void)arguments;
    return viewport_centre(&session->now.viewport, failure);
}

/* Zoom about the probe by a count of doublings in a direction. */
static enum status zoom(struct session *session, const struct arguments *arguments, int direction,
                        struct failure *failure)
{
    enum { POWER_MOST = 5000 }; /* more than doubles have room for */
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    int power = count < POWER_MOST ? (int)count : POWER_MOST;
    int done;
    status = viewport_zoom(&session->now.viewport, direction * power, &done, failure);
    if (status != STATUS_OK)
        return status;
    session->now.scale_stale = true;
    if (done != direction * power)
        session_tell(session, "zoomed %d of %" PRId64 " times: doubles end here",
                     direction * done, count);
    return STATUS_OK;
}

enum status run_zoom_in(struct session *session, const struct arguments *arguments,
                            struct failure *failure)
{
    return zoom(session, arguments, 1, failure);
}

enum status run_zoom_out(struct session *session, const struct arguments *arguments,
                             struct failure *failure)
{
    return zoom(session, arguments, -1, failure);
}

enum status run_home(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    (void)arguments;
    return session_show(session, &session->now.home, failure);
}

/* Show a window and make it the one that `home` goes back to. */
static enum status show_as_home(struct session *session, const struct window *window,
                                struct failure *failure)
{
    enum status status = session_show(session, window, failure);
    if (status == STATUS_OK)
        session->now.home = *window;
    return status;
}

enum status run_window(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    struct window window;
    for (int axis = 0; axis < AXES; axis++) {
        enum status status = argument_range(arguments, (size_t)axis, &window.low[axis],
                                            &window.high[axis], failure);
        if (status != STATUS_OK)
            return status;
    }
    return show_as_home(session, &window, failure);
}

/* Show another range of one axis; the other keeps the range it was last asked for. */
static enum status show_axis(struct session *session, const struct arguments *arguments, int axis,
                             struct failure *failure)
{
    struct window window = session->now.home;
    enum status status =
        argument_range(arguments, 0, &window.low[axis], &window.high[axis], failure);
    if (status != STATUS_OK)
        return status;
    return show_as_home(session, &window, failure);
}

enum status run_x0(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    return show_axis(session, arguments, 0, failure);
}

enum status run_x1(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    return show_axis(session, arguments, 1, failure);
}
