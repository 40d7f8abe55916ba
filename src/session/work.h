/* Computing that can be stopped: what a session asks while it computes. Private to the session. */
#ifndef STEEPEST_SESSION_WORK_H
#define STEEPEST_SESSION_WORK_H

#include <stdbool.h>

#include "base/failure.h"
#include "base/interruption.h"

struct session;

/* What is computed for, and so when it ends early. */
enum work_kind {
    WORK_NONE,
    WORK_FRAME,   /* for a frame: at a pause too, and what is done stays done */
    WORK_COMMAND, /* for what a command answers: only when it is stopped */
    WORK_LIMITED  /* so that a command need not mind whether a frame was drawn before it: after a
                     fixed amount of work, so that it does not depend on the clock */
};

/* The work at hand; all zero is none. */
struct work {
    enum work_kind kind;
    size_t asked; /* how often */
    bool halted;  /* it ended early */
    struct interruption interruption;
};

/* A work that was begun: what work_end needs. */
struct work_begun {
    bool entered; /* not a part of the one before */
    struct work outer;
};

/*
 * Begin a work, or go on with the one at hand, which only WORK_LIMITED does not. Does nothing in a
 * session that has nobody to ask. End it with work_end, in the reverse order.
 */
struct work_begun work_begin(struct session *session, enum work_kind kind);

void work_end(struct session *session, const struct work_begun *begun);

/* Let what the session's function and check compute count for the work at hand. */
void work_attach(struct session *session);

/* Whether what was computed last means nothing, because the work was stopped. */
bool work_is_stopped(const struct session *session);

/* Whether to stop before the next part of the work: it is stopped, or to pause. */
bool work_is_due(const struct session *session);

/* Note that the work ends before all is computed: STATUS_FAILED. */
enum status work_halt(struct session *session);

/* Fail because something was not computed: the work was halted, or memory is short. */
enum status work_failure(const struct session *session, struct failure *failure);

#endif
