/* Commands that change how derivatives are computed: by which scheme, with which step. */
#include "session/state.h"

#include <string.h>

#include "base/number.h"
#include "session/ladder.h"

/* Say how derivatives are computed now: a narrow title has no room for it. */
static void say_difference(struct session *session)
{
    char description[DIFFERENCE_SIZE];
    session_describe_difference(session, description);
    if (session->display.screen)
        session_say(session, "%s", description);
}

/* Take another step; the one before is kept for `step-auto`. */
static enum status take_difference(struct session *session, const struct difference *difference)
{
    char number[NUMBER_SIZE];
    session->now.difference = *difference;
    session->field_stale = true;
    if (scheme_is_exact(difference->scheme) && difference->step != STEP_AUTO)
        session_tell(session, "h is %s%s now, but exact derivatives have no use for it",
                    number_short(difference->h, 6, number),
                    difference->step == STEP_RELATIVE ? "r" : "");
    else if (scheme_is_exact(difference->scheme))
        session_tell(session, "h is auto now, but exact derivatives have no use for it");
    else
        say_difference(session);
    return STATUS_OK;
}

/* The present step as one with an h: where h is chosen for each point, the one before that. */
static struct difference with_own_step(const struct session *session)
{
    struct difference difference = session->now.difference;
    if (difference.step == STEP_AUTO)
        difference.step = session->now.step_before_auto;
    return difference;
}

/* Step h along a ladder by a count in a direction; at its ends say so. */
static enum status walk_step(struct session *session, const struct arguments *arguments,
                             double (*ladder)(double, int64_t), int direction,
                             struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    struct difference difference = with_own_step(session);
    double h = ladder(difference.h, direction * count);
    if (h == difference.h)
        return failure_set(failure, STATUS_USAGE, "step", "h ends at %g", h);
    difference.h = h;
    return take_difference(session, &difference);
}

enum status run_step_smaller(struct session *session, const struct arguments *arguments,
                                 struct failure *failure)
{
    return walk_step(session, arguments, ladder_125, -1, failure);
}

enum status run_step_larger(struct session *session, const struct arguments *arguments,
                                struct failure *failure)
{
    return walk_step(session, arguments, ladder_125, 1, failure);
}

enum status run_step_decade_smaller(struct session *session,
                                        const struct arguments *arguments,
                                        struct failure *failure)
{
    return walk_step(session, arguments, ladder_decade, -1, failure);
}

enum status run_step_decade_larger(struct session *session, const struct arguments *arguments,
                                       struct failure *failure)
{
    return walk_step(session, arguments, ladder_decade, 1, failure);
}

/* The first word as a number, or as one with an r behind it, which a parameter may end in too. */
static enum status read_number(const struct arguments *arguments, double *h, bool *relative,
                               struct failure *failure)
{
    struct arguments shorter = *arguments;
    struct word *word = &shorter.words[0];
    struct failure ignored;
    enum status status = argument_number(arguments, 0, h, failure);
    bool has_r = word->length > 1 && arguments->source->bytes[word->start + word->length - 1] == 'r';
    *relative = false;
    if (status == STATUS_OK || !has_r)
        return status;
    word->length--;
    *relative = argument_number(&shorter, 0, h, &ignored) == STATUS_OK;
    return *relative ? STATUS_OK : status;
}

/* A word as a step: a number, one with an r behind it for a relative one, or `auto`. */
static enum status read_step(const struct arguments *arguments, struct difference *difference,
                             struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    double h;
    if (arguments->count == 0)
        return failure_at(failure, arguments->source, 0, 0, "an h or auto is wanted here");
    if (argument_is(arguments, 0, "auto")) {
        difference->step = STEP_AUTO;
        return STATUS_OK;
    }
    bool relative;
    enum status status = read_number(arguments, &h, &relative, failure);
    if (status != STATUS_OK)
        return status;
    if (!(h >= STEP_LEAST && h <= STEP_MOST))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a step from %g to %g is wanted here, or auto", STEP_LEAST, STEP_MOST);
    difference->step = relative ? STEP_RELATIVE : STEP_FIXED;
    difference->h = h;
    return STATUS_OK;
}

enum status run_step(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    struct difference difference = session->now.difference;
    /* A step downhill, but not where an option has no h. */
    if (arguments->count == 0 && !arguments->alone)
        return run_walk_step(session, arguments, failure);
    enum status status = read_step(arguments, &difference, failure);
    if (status != STATUS_OK)
        return status;
    if (difference.step == STEP_AUTO && session->now.difference.step != STEP_AUTO)
        session->now.step_before_auto = session->now.difference.step;
    return take_difference(session, &difference);
}

enum status run_step_auto(struct session *session, const struct arguments *arguments,
                              struct failure *failure)
{
    (void)arguments;
    (void)failure;
    struct difference difference = with_own_step(session);
    if (session->now.difference.step != STEP_AUTO) {
        session->now.step_before_auto = difference.step;
        difference.step = STEP_AUTO;
    }
    return take_difference(session, &difference);
}

/* Take another scheme, with what it needs of the function. */
static enum status change_scheme(struct session *session, const struct scheme *scheme,
                                 struct failure *failure)
{
    if (scheme_is_exact(scheme)) {
        enum status status = subject_differentiate(session->now.subject, failure);
        if (status != STATUS_OK)
            return status;
    }
    session->now.difference.scheme = scheme;
    session->field_stale = true;
    say_difference(session);
    return STATUS_OK;
}

static enum status next_scheme(struct session *session, const struct arguments *arguments,
                               int direction, struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    int by = (int)(count % (int64_t)scheme_count());
    const struct scheme *next = scheme_next(session->now.difference.scheme, direction * by);
    return change_scheme(session, next, failure);
}

enum status run_scheme_next(struct session *session, const struct arguments *arguments,
                                struct failure *failure)
{
    return next_scheme(session, arguments, 1, failure);
}

enum status run_scheme_previous(struct session *session, const struct arguments *arguments,
                                    struct failure *failure)
{
    return next_scheme(session, arguments, -1, failure);
}

enum status run_scheme(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    enum { SCHEMES_MOST = 32 };
    const char *names[SCHEMES_MOST];
    size_t count = scheme_count() < SCHEMES_MOST ? scheme_count() : SCHEMES_MOST;
    size_t chosen;
    for (size_t i = 0; i < count; i++)
        names[i] = scheme_at(i)->name;
    enum status status = argument_choice(arguments, 0, "scheme", names, count, &chosen, failure);
    if (status != STATUS_OK)
        return status;
    return change_scheme(session, scheme_at(chosen), failure);
}
