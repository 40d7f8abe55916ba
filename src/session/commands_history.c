/* Commands that go back: to changes that were done, and to views that were marked. */
#include <inttypes.h>
#include <string.h>

#include "session/state.h"

/* One way through the history. */
struct direction {
    const char *what; /* "undo" */
    const char *done; /* "undone" */
    const char *(*step)(struct history *history, struct settings *settings);
};

/* Tell on a screen what was undone or redone: so many changes, the first of them by `name`. */
static void say_done(struct session *session, const struct direction *direction, int64_t moved,
                     const char *name)
{
    if (!session->display.screen)
        return;
    if (moved == 1)
        session_say(session, "%s: %s", direction->done, name);
    else
        session_say(session, "%s: %" PRId64 " changes", direction->done, moved);
}

/* Go one way as many changes as the first argument says, or as there are. */
static enum status travel(struct session *session, const struct arguments *arguments,
                          const struct direction *direction, struct failure *failure)
{
    const char *what = direction->what;
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    /* What a file does is one change, which cannot take back those before it. */
    if (session->sources > 0)
        return failure_set(failure, STATUS_USAGE, what, "a file of commands cannot %s", what);
    struct settings before = session->now;
    settings_hold(&before);
    const char *name = direction->step(&session->history, &session->now);
    int64_t moved = name != NULL ? 1 : 0;
    while (moved > 0 && moved < count &&
           direction->step(&session->history, &session->now) != NULL)
        moved++;
    if (moved > 0)
        session->last = NULL;
    session_changed_settings(session, &before);
    settings_release(&before);
    if (moved > 0) {
        say_done(session, direction, moved, name);
        return STATUS_OK;
    }
    return failure_set(failure, STATUS_USAGE, what, "there is nothing to %s", what);
}

enum status run_undo(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    static const struct direction back = { "undo", "undone", history_undo };
    return travel(session, arguments, &back, failure);
}

enum status run_redo(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    static const struct direction forth = { "redo", "redone", history_redo };
    return travel(session, arguments, &forth, failure);
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

/* The letter that find_mark has found to be one. */
static char letter_of(const struct arguments *arguments)
{
    return arguments->source->bytes[arguments->words[0].start];
}

/* A letter without a view: say how to mark one, on a screen by its key too. */
static enum status refuse_unmarked(const struct session *session,
                                   const struct arguments *arguments, struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    char letter = letter_of(arguments);
    const struct command *mark = command_find("mark", strlen("mark"));
    const char *key = session->display.screen ? keymap_first(session->keymap, mark) : NULL;
    if (key == NULL)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "no view is marked by this letter, mark one with 'mark %c'", letter);
    return failure_at(failure, arguments->source, word->start, word->length,
                      "no view is marked by %c, mark one with %s%c or 'mark %c'", letter, key,
                      letter, letter);
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
    if (session->display.screen)
        session_say(session, "view %c marked", letter_of(arguments));
    return STATUS_OK;
}

enum status run_go_to(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    const struct marked_view *mark = find_mark(session, arguments, failure);
    if (mark == NULL)
        return STATUS_USAGE;
    if (!mark->is_set)
        return refuse_unmarked(session, arguments, failure);
    struct settings before = session->now;
    session->now.home = mark->home;
    session->now.viewport = mark->viewport;
    session->now.scale_stale = true;
    session_changed_settings(session, &before);
    if (session->display.screen)
        session_say(session, "view %c", letter_of(arguments));
    return STATUS_OK;
}
