/* Computing that can be stopped: what a session asks while it computes. */
#include "session/work.h"

#include "session/state.h"

/* How often it is asked until limited work is too much: some milliseconds. */
enum { LIMITED_ASKED_MOST = 64 };

void session_set_asker(struct session *session, interruption_asker *asker, void *context)
{
    session->asker = asker;
    session->asker_context = context;
    session->interruption = &session->work.interruption;
}

struct interruption *session_interruption(const struct session *session)
{
    return session->asker == NULL ? NULL : session->interruption;
}

bool session_is_unfinished(const struct session *session)
{
    return session->unfinished;
}

static enum interruption_answer ask(void *context)
{
    struct session *session = context;
    struct work *work = &session->work;
    work->asked++;
    if (work->kind == WORK_LIMITED)
        return work->asked > LIMITED_ASKED_MOST ? INTERRUPTION_STOP : INTERRUPTION_GO_ON;
    enum interruption_answer answer = session->asker(session->asker_context);
    if (work->kind == WORK_COMMAND && answer == INTERRUPTION_PAUSE)
        return INTERRUPTION_GO_ON;
    return answer;
}

void work_attach(struct session *session)
{
    if (session->asker == NULL)
        return;
    struct interruption *interruption = &session->work.interruption;
    formula_function_set_interruption(session->now.subject->function, interruption);
    if (session->now.checking != NULL)
        checking_set_interruption(session->now.checking, interruption);
}

struct work_begun work_begin(struct session *session, enum work_kind kind)
{
    struct work_begun begun = { .outer = session->work };
    begun.entered = session->asker != NULL &&
                    (begun.outer.kind == WORK_NONE || kind == WORK_LIMITED);
    if (!begun.entered)
        return begun;
    session->work = (struct work){ .kind = kind };
    interruption_begin(&session->work.interruption, ask, session);
    work_attach(session);
    return begun;
}

void work_end(struct session *session, const struct work_begun *begun)
{
    if (begun->entered)
        session->work = begun->outer;
}

bool work_is_stopped(const struct session *session)
{
    return session->work.interruption.stopped;
}

bool work_is_due(const struct session *session)
{
    return session->work.interruption.stopped || session->work.interruption.paused;
}

enum status work_halt(struct session *session)
{
    session->work.halted = true;
    return STATUS_FAILED;
}

enum status work_failure(const struct session *session, struct failure *failure)
{
    if (!session->work.halted && !work_is_stopped(session))
        return failure_memory(failure);
    return failure_set(failure, STATUS_FAILED, "field", "a key stopped the computing of it");
}
