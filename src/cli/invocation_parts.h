/* How the command line's own options are taken. Private to the invocation. */
#ifndef STEEPEST_CLI_INVOCATION_PARTS_H
#define STEEPEST_CLI_INVOCATION_PARTS_H

#include "cli/invocation.h"

/* Take an option, unless it is the session's. STATUS_OK or STATUS_USAGE. */
enum status invocation_take(struct invocation *invocation, const struct given *given,
                            struct failure *failure);

/* Choose what is to be done; STATUS_USAGE where another option has chosen. */
enum status invocation_choose_mode(struct invocation *invocation, enum mode mode,
                                   const struct given *given, struct failure *failure);

#endif
