/* The command that lets all optimizers walk from one start. */
#include <assert.h>
#include <string.h>

#include "session/race.h"
#include "session/state.h"

static_assert((int)OPTIMIZER_COUNT <= (int)WALKS_MOST, "all optimizers can walk at once");

/* Let the walks that are shown be those of a race. */
static void begin_race(struct settings *now, const double start[AXES])
{
    now->race = true;
    now->walk_count = OPTIMIZER_COUNT;
    for (size_t i = 0; i < now->walk_count; i++) {
        struct walk_wish *wish = &now->walks[i];
        memcpy(wish->start, start, sizeof wish->start);
        wish->manner = now->manner;
        wish->manner.optimizer = optimizer_at(i);
    }
}

/* Why no optimizer can walk; NULL where one can. */
static const struct failure *find_failure(const struct session *session)
{
    for (size_t i = 0; i < session->now.walk_count; i++)
        if (walks_failure(session->walks, i) == NULL)
            return NULL;
    return walks_failure(session->walks, 0);
}

/* Walk as far as a command may, and find what distances are from where they are told. */
static enum status walk(struct session *session, struct failure *failure)
{
    struct work_begun begun = work_begin(session, WORK_LIMITED);
    enum status status = session_settle_walks(session);
    if (status == STATUS_OK && !session->display.screen && !session->layout.too_small)
        status = session_settle_race(session);
    bool halted = session->work.halted;
    work_end(session, &begun);
    if (status != STATUS_OK && !halted)
        return failure_memory(failure);
    const struct failure *reason = halted ? NULL : find_failure(session);
    if (reason == NULL)
        return STATUS_OK;
    *failure = *reason;
    return failure->status;
}

enum status run_race(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    const struct settings former = session->now;
    double start[AXES];
    memcpy(start, former.viewport.probe, sizeof start);
    enum status status = argument_place(arguments, "'race' starts at the probe", start, failure);
    if (status != STATUS_OK)
        return status;
    begin_race(&session->now, start);
    status = walk(session, failure);
    if (status != STATUS_OK)
        session->now = former;
    else if (!session->display.screen)
        session_tell_race(session);
    return status;
}
