/* When computing gives way: to keys and signals at once, to a frame after a while. */
#ifndef STEEPEST_TUI_PACE_H
#define STEEPEST_TUI_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/interruption.h"

/* Milliseconds from the beginning of a frame's work, but for the first. */
enum {
    PACE_LOOK = 5,   /* between two looks at what has come */
    PACE_CALM = 25,  /* before the first look: what is computed in that time is finished */
    PACE_FRAME = 100 /* before a frame shows unfinished work */
};

/*
 * Questions that are answered before, so that what costs little is finished even on a machine that
 * is slow at the moment: some milliseconds (base/interruption.h). Where functions are of the
 * slowest, so that these take longer than that, PACE_SLOW times the milliseconds are enough.
 */
enum { PACE_ASKED_LOOK = 32, PACE_ASKED_FRAME = 64, PACE_SLOW = 4 };

/* The clock, and who knows what has come. Set the first three, then begin. */
struct pace {
    int64_t (*milliseconds)(void *context); /* on a clock that never goes back */
    bool (*is_awaited)(void *context);      /* whether a key or a signal waits to be obeyed */
    void *context;                          /* what these get; not owned */
    int64_t begun;
    int64_t looked;
    int asked; /* since that began, as far as PACE_ASKED_FRAME */
    bool fresh; /* what was obeyed last is not on the screen yet: no part of the work, however
                   long, may keep it from there */
};

/* A frame's work begins, and ends. */
void pace_begin(struct pace *pace, bool fresh);
void pace_end(struct pace *pace);

/* An interruption_asker, whose context is a struct pace. */
interruption_asker pace_ask;

#endif
