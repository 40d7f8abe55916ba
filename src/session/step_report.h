/* How far the gradient at the probe is off with the present h, in words. Private to the session. */
#ifndef STEEPEST_SESSION_STEP_REPORT_H
#define STEEPEST_SESSION_STEP_REPORT_H

#include "session/state.h"

enum { STEP_REPORT_SIZE = 192 }; /* bytes of a report */

/*
 * Tell the estimated error of the gradient at the probe with the present h, what makes up most of
 * it, and of the steps of a sweep (grad/sweep.h) the one with the least error if that is less:
 * "error 7e-10, mostly truncation; best h=2e-5: 4e-11"; at a kink "a kink: no h helps"; where f is
 * undefined or dead that. Not for the exact scheme. STATUS_OK, or STATUS_FAILED when memory is
 * short; in work that was stopped the words mean nothing.
 */
enum status step_report(struct session *session, char words[STEP_REPORT_SIZE]);

#endif
