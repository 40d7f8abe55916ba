/* Commands that set parameters, choose one, move it and play it. */
#include "session/state.h"

#include <stdio.h>

#include "base/number.h"
#include "session/nudge.h"

enum { WHERE_SIZE = 3 * NUMBER_SIZE + 32 }; /* bytes of " from 0 to 3 in steps of 0.1" */

enum status run_set(struct session *session, const struct arguments *arguments,
                    struct failure *failure)
{
    struct parameters parameters = session->now.parameters;
    struct word name;
    struct ranged_value value;
    if (session_means_switch(arguments))
        return session_set_switch(session, arguments, failure);
    enum status status = argument_ranged_assignment(arguments, &name, &value, failure);
    if (status == STATUS_OK && value.has_range)
        status = parameters_set_range(&parameters, arguments->source, name.start, name.length,
                                      value.least, value.value, value.most, failure);
    else if (status == STATUS_OK)
        status = parameters_set(&parameters, arguments->source, name.start, name.length,
                                value.value, failure);
    if (status == STATUS_OK)
        status = session_remake(session, &parameters, &session->now.fixed, failure);
    return status;
}

/* Between which limits a parameter is moved, and by how much. */
static void describe_way(const struct parameter *parameter, char where[WHERE_SIZE])
{
    char least[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    char step[NUMBER_SIZE];
    number_short(nudge_step(parameter), 6, step);
    if (nudge_has_limits(parameter))
        snprintf(where, WHERE_SIZE, "from %s to %s in steps of %s",
                 number_short(parameter->least, 6, least),
                 number_short(parameter->most, 6, most), step);
    else
        snprintf(where, WHERE_SIZE, "in steps of %s", step);
}

/* Let a parameter be the chosen one, and say so: a narrow title has no room for it. */
static void choose(struct session *session, size_t index)
{
    const struct parameter *parameter = &session->now.parameters.entries[index];
    char value[NUMBER_SIZE];
    char where[WHERE_SIZE];
    session->now.chosen_parameter = index + 1;
    describe_way(parameter, where);
    if (session->display.screen)
        session_say(session, "%s=%s  %s", parameter->name,
                    number_short(parameter->value, 6, value), where);
}

enum status session_move_parameter(struct session *session, size_t index, double value,
                                   struct failure *failure)
{
    struct parameters parameters = session->now.parameters;
    parameters.entries[index].value = value;
    enum status status = session_remake(session, &parameters, &session->now.fixed, failure);
    if (status == STATUS_OK)
        choose(session, index);
    return status;
}

/* Whether there is something to choose from. */
static enum status check_any(const struct session *session, struct failure *failure)
{
    if (session->now.parameters.count > 0)
        return STATUS_OK;
    return failure_set(failure, STATUS_USAGE, "parameter",
                       "there is none, make one with 'set a=2'");
}

/* The parameter that is moved: the chosen one, else the first. */
static size_t find_moved(const struct session *session)
{
    size_t chosen = session->now.chosen_parameter;
    return chosen > 0 ? chosen - 1 : 0;
}

/* Go through the parameters, round their ends; where none is chosen, from before the first. */
static enum status go_along(struct session *session, const struct arguments *arguments,
                            int direction, struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status == STATUS_OK)
        status = check_any(session, failure);
    if (status != STATUS_OK)
        return status;
    int64_t all = (int64_t)session->now.parameters.count;
    int64_t from = (int64_t)session->now.chosen_parameter - 1;
    if (from < 0 && direction < 0)
        from = 0;
    choose(session, (size_t)((from + direction * (count % all) + 2 * all) % all));
    return STATUS_OK;
}

enum status run_parameter_previous(struct session *session, const struct arguments *arguments,
                                   struct failure *failure)
{
    return go_along(session, arguments, -1, failure);
}

enum status run_parameter_next(struct session *session, const struct arguments *arguments,
                               struct failure *failure)
{
    return go_along(session, arguments, 1, failure);
}

/* The parameter that the first argument names. */
static enum status find_named(const struct session *session, const struct arguments *arguments,
                              size_t *index, struct failure *failure)
{
    const struct parameters *parameters = &session->now.parameters;
    const char *names[PARAMETERS_MOST];
    enum status status = check_any(session, failure);
    for (size_t i = 0; i < parameters->count; i++)
        names[i] = parameters->entries[i].name;
    if (status == STATUS_OK)
        status = argument_choice(arguments, 0, "parameter", names, parameters->count, index,
                                 failure);
    return status;
}

enum status run_parameter(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    size_t index;
    enum status status = find_named(session, arguments, &index, failure);
    if (status == STATUS_OK)
        choose(session, index);
    return status;
}

static enum status move(struct session *session, const struct arguments *arguments,
                        int direction, struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status == STATUS_OK)
        status = check_any(session, failure);
    if (status != STATUS_OK)
        return status;
    size_t index = find_moved(session);
    const struct parameter *parameter = &session->now.parameters.entries[index];
    char end[NUMBER_SIZE];
    double value = nudge(parameter, direction * count);
    if (value == parameter->value)
        return failure_set(failure, STATUS_USAGE, "parameter", "%s ends at %s", parameter->name,
                           number_short(value, 6, end));
    return session_move_parameter(session, index, value, failure);
}

enum status run_parameter_smaller(struct session *session, const struct arguments *arguments,
                                  struct failure *failure)
{
    return move(session, arguments, -1, failure);
}

enum status run_parameter_larger(struct session *session, const struct arguments *arguments,
                                 struct failure *failure)
{
    return move(session, arguments, 1, failure);
}

/* Whether a parameter can be played. */
static enum status check_limits(const struct parameter *parameter, struct failure *failure)
{
    char value[NUMBER_SIZE];
    number_short(parameter->value, 6, value);
    if (!nudge_has_limits(parameter))
        return failure_set(failure, STATUS_USAGE, "animate",
                           "%s has no limits, give it some with 'set %s=LEAST:%s:MOST'",
                           parameter->name, parameter->name, value);
    if (parameter->least == parameter->most)
        return failure_set(failure, STATUS_USAGE, "animate", "%s has no room to move, it is %s",
                           parameter->name, value);
    return STATUS_OK;
}

enum status run_animate(struct session *session, const struct arguments *arguments,
                        struct failure *failure)
{
    size_t index = find_moved(session);
    enum status status = session_check_screen(session, arguments, failure);
    if (status == STATUS_OK)
        status = arguments->count == 0 ? check_any(session, failure)
                                       : find_named(session, arguments, &index, failure);
    if (status == STATUS_OK)
        status = check_limits(&session->now.parameters.entries[index], failure);
    if (status != STATUS_OK)
        return status;
    session->animation.parameter = index;
    session->request = REQUEST_ANIMATE;
    return STATUS_OK;
}
