/* A walk that is shown step by step, though it has been made. */
#include "session/reveal.h"

#include <string.h>

#include "session/state.h"

/* The steps of the newest walk, 0 while there is none that has ended. */
static size_t steps_to_show(const struct session *session)
{
    size_t count = session->now.walk_count;
    if (count == 0 || !walks_has_ended(session->walks, count - 1))
        return 0;
    return walks_trails(session->walks)[count - 1].steps;
}

void reveal_begin(struct session *session)
{
    size_t steps = steps_to_show(session);
    session->reveal.shown = 0;
    session->reveal.at_a_time = (steps + REVEAL_FRAMES_MOST - 1) / REVEAL_FRAMES_MOST;
}

bool reveal_is_on(const struct session *session)
{
    return session->reveal.at_a_time > 0;
}

void reveal_advance(struct session *session)
{
    session->reveal.shown += session->reveal.at_a_time;
    if (session->reveal.shown >= steps_to_show(session))
        reveal_end(session);
}

void reveal_end(struct session *session)
{
    session->reveal.at_a_time = 0;
}

const struct trail *session_trails(struct session *session)
{
    const struct trail *trails = walks_trails(session->walks);
    size_t count = session->now.walk_count;
    if (!reveal_is_on(session) || count == 0)
        return trails;
    memcpy(session->reveal.trails, trails, count * sizeof *trails);
    session->reveal.trails[count - 1] =
        trail_beginning(&trails[count - 1], session->reveal.shown);
    return session->reveal.trails;
}

bool session_describe_reveal(const struct session *session, char text[WALK_TEXT_SIZE])
{
    size_t count = session->now.walk_count;
    if (!reveal_is_on(session) || count == 0)
        return false;
    walks_describe_step(session->walks, count - 1, session->reveal.shown, text);
    return true;
}
