/* A parameter that is played: there and back between its limits. */
#include "session/animation.h"

#include "session/nudge.h"
#include "session/state.h"
#include "session/trial.h"

/* Lines after the command, in a file of commands, may have begun anew. */
static bool is_there(const struct session *session)
{
    const struct parameters *parameters = &session->now.parameters;
    size_t index = session->animation.parameter;
    return index < parameters->count && nudge_has_limits(&parameters->entries[index]);
}

enum status animation_begin(struct session *session, struct failure *failure)
{
    if (!is_there(session))
        return failure_set(failure, STATUS_USAGE, "animate", "the parameter is gone");
    session->tried = history_copy(&session->now);
    session->animation.direction = 1;
    return session->tried != NULL ? STATUS_OK : failure_memory(failure);
}

enum status animation_step(struct session *session, struct failure *failure)
{
    size_t index = session->animation.parameter;
    const struct parameter *parameter = &session->now.parameters.entries[index];
    double value = nudge(parameter, session->animation.direction);
    if (value == parameter->value) {
        session->animation.direction = -session->animation.direction;
        value = nudge(parameter, session->animation.direction);
    }
    return session_move_parameter(session, index, value, failure);
}

void animation_end(struct session *session)
{
    trial_keep(session);
}
