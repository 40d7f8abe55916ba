/* Settings that were left, for undo and redo. Private to the session. */
#ifndef STEEPEST_SESSION_HISTORY_H
#define STEEPEST_SESSION_HISTORY_H

#include <stddef.h>

#include "base/status.h"
#include "session/settings.h"

enum { HISTORY_MOST = 512 }; /* changes that can be undone; the oldest is then forgotten */

/*
 * Changes, oldest first. Those before `past` were done and hold the settings before them, the
 * others were undone and hold those after them. Empty when zeroed.
 */
struct history {
    struct settings *entries[HISTORY_MOST];
    const char *names[HISTORY_MOST]; /* of the commands that did them; live for ever */
    size_t past;
    size_t count;
};

/* A copy of the settings for history_add that holds what they share; NULL when memory is short. */
struct settings *history_copy(const struct settings *settings);

/* Let go of such a copy. */
void history_drop(struct settings *copy);

/*
 * A change was done to what `before` is a copy of, by the command of that name, which must live for
 * ever. Takes the copy over; what was undone is forgotten.
 */
void history_add(struct history *history, struct settings *before, const char *name);

/*
 * Exchange the settings with those before the last change. Returns the name of the command that had
 * done it, or NULL when there is none.
 */
const char *history_undo(struct history *history, struct settings *settings);

/* Likewise with those after the change undone last. */
const char *history_redo(struct history *history, struct settings *settings);

/* Forget all changes. */
void history_forget(struct history *history);

#endif
