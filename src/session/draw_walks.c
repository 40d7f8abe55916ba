/* When walks are made anew. */
#include "session/state.h"

void session_keep_walks(struct session *session)
{
    const struct settings *now = &session->now;
    walks_keep(session->walks, now->subject, &now->difference, now->walks, now->walk_count);
}

enum status session_settle_walks(struct session *session)
{
    const struct settings *now = &session->now;
    work_attach(session);
    enum status status = walks_update(session->walks, now->subject, &now->difference, now->walks,
                                      now->walk_count, &session->work.interruption);
    return status != STATUS_OK && work_is_due(session) ? work_halt(session) : status;
}

const char *session_walk_words(const struct session *session)
{
    size_t count = session->now.walk_count;
    return count == 0 ? "" : walks_standing(session->walks, count - 1);
}
