/* Steps along 1-2-5 and by decades. Private to the session. */
#ifndef STEEPEST_SESSION_LADDER_H
#define STEEPEST_SESSION_LADDER_H

#include <stdint.h>

/* The least and the largest step h. */
#define STEP_LEAST 1e-300
#define STEP_MOST 1e300

/*
 * The number `by` rungs above `number` (below when negative) on the ladder ..., 0.5, 1, 2, 5, 10,
 * ...; a number between two rungs first goes to the next one. Stays within STEP_LEAST to STEP_MOST.
 * Rungs are the doubles nearest to their decimal.
 */
double ladder_125(double number, int64_t by);

/* The number times 10^by, correctly rounded from its 15 digits, within the same limits. */
double ladder_decade(double number, int64_t by);

#endif
