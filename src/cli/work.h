/* What a call does when its session is ready, and no screen is needed for it. */
#ifndef STEEPEST_CLI_WORK_H
#define STEEPEST_CLI_WORK_H

#include "cli/invocation.h"
#include "out/picture.h"
#include "session/session.h"

/*
 * Do what the invocation's mode says; a frame, in that form, where it is none of the others. `tell`
 * tells a person a line on standard error. Errors as those of the modes.
 */
enum status work_do(struct session *session, const struct invocation *invocation,
                    enum picture_form form, void (*tell)(const char *line),
                    struct failure *failure);

#endif
