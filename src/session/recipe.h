/* The commands that bring a session into the state that another is in. Private to the session. */
#ifndef STEEPEST_SESSION_RECIPE_H
#define STEEPEST_SESSION_RECIPE_H

#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "session/session.h"

/*
 * Append command lines, each with its newline, that lead a new session of the same size and display
 * to the frame that `session` shows now, the scales that a pan kept and the streamlines that it
 * moved included: first the settings, by session_run_command, as options are; then the way, by
 * session_run. Brings the session up to date first. STATUS_OK; STATUS_USAGE, with a message for
 * people, for a view that commands cannot lead to; STATUS_FAILED when memory is short.
 */
enum status recipe_append(struct session *session, struct text *settings, struct text *way,
                          struct failure *failure);

/*
 * Append a script that leads any session of the same size and display there, a command a line.
 * Errors as recipe_append.
 */
enum status recipe_append_script(struct session *session, struct text *script,
                                 struct failure *failure);

#endif
