/* Round values for a parameter, each a step from the next. Private to the session. */
#ifndef STEEPEST_SESSION_NUDGE_H
#define STEEPEST_SESSION_NUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "expr/parameters.h"

/* Whether the parameter has limits. */
bool nudge_has_limits(const struct parameter *parameter);

/*
 * The step of a parameter: 1, 2 or 5 times a power of ten, of which 20 to 50 go from one limit to
 * the other. Without limits they are taken to be the value that it was set to and its negative, or
 * 1 and -1 for 0.
 */
double nudge_step(const struct parameter *parameter);

/*
 * The value `by` steps above the present one, or below when negative: a multiple of the step, the
 * double nearest to its decimal, so that as many steps back lead back. From between two multiples
 * the first step goes to the next one. A limit is the last value in its direction.
 */
double nudge(const struct parameter *parameter, int64_t by);

#endif
