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
    size_t past;
    size_t count;
};

/* A copy of the settings for history_add that holds what they share; NULL when memory is short. */
struct settings *history_copy(const struct settings *settings);

/* Let go of such a copy. */
void history_drop(struct settings *copy);

/* A change was done to what `before` is a copy of. Takes it over; what was undone is forgotten. */
void history_add(struct history *history, struct settings *before);

/* Exchange the settings with those before the last change; false when there is none. */
bool history_undo(struct history *history, struct settings *settings);

/* Exchange the settings with those after the change undone last; false when there is none. */
bool history_redo(struct history *history, struct settings *settings);

/* Forget all changes. */
void history_forget(struct history *history);

#endif
