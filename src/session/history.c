/* Settings that were left, for undo and redo. */
#include "session/history.h"

#include <stdlib.h>
#include <string.h>

struct settings *history_copy(const struct settings *settings)
{
    struct settings *copy = malloc(sizeof *copy);
    if (copy == NULL)
        return NULL;
    *copy = *settings;
    settings_hold(copy);
    return copy;
}

void history_drop(struct settings *copy)
{
    settings_release(copy);
    free(copy);
}

static void forget_undone(struct history *history)
{
    while (history->count > history->past)
        history_drop(history->entries[--history->count]);
}

void history_add(struct history *history, struct settings *before, const char *name)
{
    forget_undone(history);
    if (history->count == HISTORY_MOST) {
        history_drop(history->entries[0]);
        memmove(history->entries, history->entries + 1,
                (HISTORY_MOST - 1) * sizeof *history->entries);
        memmove(history->names, history->names + 1,
                (HISTORY_MOST - 1) * sizeof *history->names);
        history->count--;
    }
    history->names[history->count] = name;
    history->entries[history->count++] = before;
    history->past = history->count;
}

static void exchange(struct settings *a, struct settings *b)
{
    struct settings kept = *a;
    *a = *b;
    *b = kept;
}

const char *history_undo(struct history *history, struct settings *settings)
{
    if (history->past == 0)
        return NULL;
    exchange(settings, history->entries[--history->past]);
    return history->names[history->past];
}

const char *history_redo(struct history *history, struct settings *settings)
{
    if (history->past == history->count)
        return NULL;
    exchange(settings, history->entries[history->past]);
    return history->names[history->past++];
}

void history_forget(struct history *history)
{
    history->past = 0;
    forget_undone(history);
}
