/* Commands that walk downhill, and choose how. */
#include <stdint.h>
#include <string.h>

#include "session/state.h"

/* Say how walks to come go. */
static void say_manner(struct session *session)
{
    const struct walk_manner *manner = &session->now.manner;
    char words[WALK_TEXT_SIZE];
    walk_manner_describe(manner, words);
    if (session->display.screen)
        session_say(session, "the next walk: %s%s, %zu step%s at most", words,
                    manner->learning_rate == 0 ? " (its own)" : "", manner->steps,
                    manner->steps == 1 ? "" : "s");
}

/*
 * Walk walk `index`, as far as a command may: a long one goes on with the frame, and is noted in
 * `halted`. Errors as walks_failure, and STATUS_FAILED when memory is short.
 */
static enum status settle_walk(struct session *session, size_t index, bool *halted,
                               struct failure *failure)
{
    struct work_begun begun = work_begin(session, WORK_LIMITED);
    enum status status = session_settle_walks(session);
    *halted = session->work.halted;
    work_end(session, &begun);
    if (*halted)
        return STATUS_OK;
    if (status != STATUS_OK)
        return failure_memory(failure);
    const struct failure *reason = walks_failure(session->walks, index);
    if (reason != NULL)
        *failure = *reason;
    return reason == NULL ? STATUS_OK : failure->status;
}

/* Add a walk, in place of a race that is shown, and walk it. */
static enum status add_walk(struct session *session, const struct walk_wish *wish, bool *halted,
                            struct failure *failure)
{
    struct settings *now = &session->now;
    const struct settings former = *now;
    if (now->race)
        now->walk_count = 0;
    now->race = false;
    if (now->walk_count == WALKS_MOST)
        return failure_set(failure, STATUS_USAGE, "descend",
                           "%d walks are shown, clear them first with D or clear-walks",
                           WALKS_MOST);
    now->walks[now->walk_count++] = *wish;
    enum status status = settle_walk(session, now->walk_count - 1, halted, failure);
    if (status != STATUS_OK)
        *now = former;
    return status;
}

/*
 * The newest walk along the way of this one, or how many walks there are where none is. Those of a
 * race are another thing.
 */
static size_t find_walk(const struct settings *now, const struct walk_wish *wish)
{
    for (size_t i = now->race ? 0 : now->walk_count; i > 0; i--)
        if (walk_wish_is_continued(&now->walks[i - 1], wish))
            return i - 1;
    return now->walk_count;
}

/* Whether a walk that is shown goes along the same way, and as far. */
static bool is_shown(const struct settings *now, const struct walk_wish *wish)
{
    size_t found = find_walk(now, wish);
    return found < now->walk_count && wish->manner.steps <= now->walks[found].manner.steps;
}

/* Say that the walk would be one that is shown. */
static void tell_shown(struct session *session, const struct walk_manner *manner)
{
    char words[WALK_TEXT_SIZE];
    walk_manner_describe(manner, words);
    session_tell(session, "this walk is shown already: %s, %zu step%s at most", words,
                 manner->steps, manner->steps == 1 ? "" : "s");
}

enum status run_descend(struct session *session, const struct arguments *arguments,
                        struct failure *failure)
{
    bool halted;
    struct walk_wish wish = { .manner = session->now.manner };
    memcpy(wish.start, session->now.viewport.probe, sizeof wish.start);
    enum status status = argument_place(arguments, "'descend' starts at the probe", wish.start,
                                        failure);
    if (status == STATUS_OK && is_shown(&session->now, &wish)) {
        tell_shown(session, &wish.manner);
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        status = add_walk(session, &wish, &halted, failure);
    if (status != STATUS_OK)
        return status;
    if (!halted)
        session_tell(session, "%s",
                     walks_reason(session->walks, session->now.walk_count - 1));
    if (session->display.screen && session->sources == 0)
        session->request = REQUEST_REVEAL;
    return STATUS_OK;
}

/* Let walk `index` take so many steps more, unless it has come to its end. */
static enum status go_on(struct session *session, size_t index, size_t steps, bool *halted,
                         struct failure *failure)
{
    size_t *limit = &session->now.walks[index].manner.steps;
    enum status status = settle_walk(session, index, halted, failure);
    if (status != STATUS_OK || !walks_may_go_on(session->walks, index))
        return status;
    if (steps > COUNT_MOST - *limit)
        return failure_set(failure, STATUS_USAGE, "walk-step", "a walk has at most %d steps",
                           COUNT_MOST);
    *limit += steps;
    status = settle_walk(session, index, halted, failure);
    if (status != STATUS_OK)
        *limit -= steps;
    return status;
}

/* Tell where walk `index` stands, or why it goes no further. */
static void tell_step(struct session *session, size_t index)
{
    char words[WALK_TEXT_SIZE];
    walks_describe_step(session->walks, index, SIZE_MAX, words);
    session_tell(session, "%s", walks_may_go_on(session->walks, index)
                                    ? words : walks_reason(session->walks, index));
}

enum status run_walk_step(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    const struct settings *now = &session->now;
    struct walk_wish wish = { .manner = now->manner };
    int64_t count;
    bool halted = false;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    memcpy(wish.start, now->viewport.probe, sizeof wish.start);
    wish.manner.steps = (size_t)count;
    size_t index = find_walk(now, &wish);
    if (index < now->walk_count)
        status = go_on(session, index, (size_t)count, &halted, failure);
    else
        status = add_walk(session, &wish, &halted, failure);
    if (status == STATUS_OK && !halted)
        tell_step(session, index < now->walk_count ? index : now->walk_count - 1);
    return status;
}

enum status run_clear_walks(struct session *session, const struct arguments *arguments,
                            struct failure *failure)
{
    (void)arguments;
    (void)failure;
    if (session->display.screen && session->now.walk_count == 0)
        session_say(session, "there are no walks");
    session->now.walk_count = 0;
    session->now.race = false;
    return STATUS_OK;
}

enum status run_optimizer(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    const char *names[OPTIMIZER_COUNT];
    size_t chosen;
    for (size_t i = 0; i < OPTIMIZER_COUNT; i++)
        names[i] = optimizer_at(i)->name;
    enum status status =
        argument_choice(arguments, 0, "optimizer", names, OPTIMIZER_COUNT, &chosen, failure);
    if (status != STATUS_OK)
        return status;
    session->now.manner.optimizer = optimizer_at(chosen);
    say_manner(session);
    return STATUS_OK;
}

/* The number of the present optimizer. */
static size_t present_optimizer(const struct session *session)
{
    size_t index = 0;
    while (optimizer_at(index) != session->now.manner.optimizer)
        index++;
    return index;
}

enum status run_optimizer_next(struct session *session, const struct arguments *arguments,
                               struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    size_t next = (present_optimizer(session) + (size_t)count) % OPTIMIZER_COUNT;
    session->now.manner.optimizer = optimizer_at(next);
    say_manner(session);
    return STATUS_OK;
}

/* Let plain descent go at the edge of what it stands at the probe. */
static enum status go_to_edge(struct session *session, struct failure *failure)
{
    struct walk_manner *manner = &session->now.manner;
    char edge[EDGE_WORDS];
    char words[WALK_TEXT_SIZE];
    double rate;
    enum status status = maps_edge(session, &rate, edge, failure);
    if (status != STATUS_OK)
        return status;
    manner->optimizer = walk_manner_default().optimizer;
    manner->learning_rate = rate;
    walk_manner_describe(manner, words);
    session_tell(session, "the next walk: %s, %s", words, edge);
    return STATUS_OK;
}

enum status run_lr(struct session *session, const struct arguments *arguments,
                   struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    double rate = 0;
    if (argument_is(arguments, 0, "edge"))
        return go_to_edge(session, failure);
    if (!argument_is(arguments, 0, "auto")) {
        enum status status = argument_number(arguments, 0, &rate, failure);
        if (status != STATUS_OK)
            return status;
        if (!(rate > 0))
            return failure_at(failure, arguments->source, word->start, word->length,
                              "a number greater than 0 is wanted here, or auto, or edge");
    }
    session->now.manner.learning_rate = rate;
    say_manner(session);
    return STATUS_OK;
}

enum status run_steps(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    session->now.manner.steps = (size_t)count;
    say_manner(session);
    return STATUS_OK;
}
