/* Functions that are tried while they are being typed. */
#ifndef STEEPEST_SESSION_TRIAL_H
#define STEEPEST_SESSION_TRIAL_H

#include "base/failure.h"
#include "base/text.h"
#include "session/session.h"

/*
 * Begin a trial: what is shown now comes back when the trial is given up. Append the text of the
 * function to `text`. STATUS_OK, or STATUS_FAILED when memory is short. Nothing else is done with
 * the session until trial_keep or trial_drop.
 */
enum status trial_begin(struct session *session, struct text *text, struct failure *failure);

/*
 * Show the function of a text as the command `function` does, but with the variables fixed that
 * were when the trial began and that the text takes; or for the text that it began with what was
 * shown then. On failure what was shown last is shown on, faded, and `failure` points
 * into the text. Errors as that command's.
 */
enum status trial_show(struct session *session, const struct source_text *text,
                       struct failure *failure);

/* Keep what is shown; all that was tried is one change to undo. */
void trial_keep(struct session *session);

/* Show again what was shown when the trial began. */
void trial_drop(struct session *session);

#endif
