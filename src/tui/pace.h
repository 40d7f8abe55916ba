/* When computing gives way: to keys and signals at once, to a frame after a while. */
#ifndef STEEPEST_TUI_PACE_H
#define STEEPEST_TUI_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/interruption.h"

enum {
    PACE_LOOK = 5,    /* milliseconds between two looks at what has come */
    PACE_FRAME = 100, /* and from one frame of unfinished work to the next, at least */
    /*
     * Questions, so that a frame that costs little is never left unfinished, however slow the
     * machine is at the moment: some 15 and 60 milliseconds (base/interruption.h).
     */
    PACE_ASKED_LOOK = 128, /* before the first look */
    PACE_ASKED_FRAME = 512 /* and before a frame of unfinished work */
};

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
