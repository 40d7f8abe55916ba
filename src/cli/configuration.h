/* The commands that a person wants carried out at every start. */
#ifndef STEEPEST_CLI_CONFIGURATION_H
#define STEEPEST_CLI_CONFIGURATION_H

#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "cli/invocation.h"
#include "session/session.h"

/* What was wrong with the configuration. Begin with zeros, end with configuration_free. */
struct configuration_errors {
    size_t count;
    struct failure first;
    struct text reports; /* of all, as standard error shows them */
};

/*
 * Carry out the configuration that the invocation asks for: the file of --config, else, for a
 * session on a screen and without --no-config, `steepest/config` below XDG_CONFIG_HOME, or below
 * ~/.config where that is unset or relative (XDG Base Directory Specification, version 0.8). A line
 * that fails is noted in `errors` and the others are carried out, and so is a default file that
 * exists and cannot be read. STATUS_OK; STATUS_NO_INPUT, STATUS_IO or STATUS_USAGE where the file of
 * --config cannot be read; STATUS_FAILED when memory is short.
 */
enum status configuration_run(struct session *session, const struct invocation *invocation,
                              struct configuration_errors *errors, struct failure *failure);

/* Put how many errors there are, and the first, into the session's message, if there is one. */
void configuration_tell_first(const struct configuration_errors *errors,
                              struct session *session);

void configuration_free(struct configuration_errors *errors);

#endif
