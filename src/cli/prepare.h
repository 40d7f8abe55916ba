/* Bringing a session into the state that the command line asks for. */
#ifndef STEEPEST_CLI_PREPARE_H
#define STEEPEST_CLI_PREPARE_H

#include <stdbool.h>

#include "cli/command_line.h"
#include "cli/invocation.h"
#include "session/session.h"

/*
 * Carry out, in this order: the parameters of --set; the function or --file; the other options in
 * the order given, those last that look at what the others have made; then -c and --script in the
 * order given, a command a line. Stops early, with *quit true, when one of these commands is
 * `quit`. Failures point into the text that is at fault, named as the option, the function, -c or
 * the file.
 */
enum status prepare_session(struct session *session, const struct command_line *line,
                            const struct invocation *invocation, bool *quit,
                            struct failure *failure);

#endif
