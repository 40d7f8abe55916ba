/* Commands that go back: to changes that were done, and to views that were marked. */
#include "session/state.h"

/* Exchange settings with `step` as often as the first argument says; `what` names the direction. */
static enum status travel(struct session *session, const struct arguments *arguments,
                          bool (*step)(struct history *, struct settings *), const char *what,
                          struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    /* What a file does is one change, which cannot take back those before it. */
    if (session->sources > 0)
        return failure_set(failure, STATUS_USAGE, what, "a file of commands cannot %s", what);
    struct settings before = session->now;
    settings_hold(&before);
    bool moved = step(&session->history, &session->now);
    for (int64_t i = 1; i < count && step(&session->history, &session->now); i++)
        continue;
    if (moved)
        session->last = NULL;
    session_changed_settings(session, &before);
    settings_release(&before);
    if (moved)
        return STATUS_OK;
    return failure_set(failure, STATUS_USAGE, what, "there is nothing to %s", what);
}

enum status run_undo(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    return travel(session, arguments, history_undo, "undo", failure);
}

enum status run_redo(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    return travel(session, arguments, history_redo, "redo", failure);
}

/* The mark that the first argument names; NULL, with `failure` filled, when it names none. */
static struct marked_view *find_mark(struct session *session, const struct arguments *arguments,
                                     struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    char letter = arguments->source->bytes[word->start];
    if (word->length == 1 && letter >= 'a' && letter <= 'z')
        return &session->marks[letter - 'a'];
    failure_at(failure, arguments->source, word->start, word->length,
               "a letter from a to z is wanted here");
    return NULL;
}

enum status run_mark(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    struct marked_view *mark = find_mark(session, arguments, failure);
    if (mark == NULL)
        return STATUS_USAGE;
    *mark = (struct marked_view){ .is_set = true,
                                  .home = session->now.home,
                                  .viewport = session->now.viewport };
    return STATUS_OK;
}

enum status run_go_to(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    const struct marked_view *mark = find_mark(session, arguments, failure);
    if (mark == NULL)
        return STATUS_USAGE;
    const struct word *word = &arguments->words[0];
    if (!mark->is_set)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "no view is marked by this letter, mark one with 'mark %c'",
                          arguments->source->bytes[word->start]);
    struct settings before = session->now;
    session->now.home = mark->home;
    session->now.viewport = mark->viewport;
    session->now.scale_stale = true;
    session_changed_settings(session, &before);
    return STATUS_OK;
}
