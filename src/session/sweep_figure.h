/* From a session's probe to a figure of error against h. */
#ifndef STEEPEST_SESSION_SWEEP_FIGURE_H
#define STEEPEST_SESSION_SWEEP_FIGURE_H

#include "session/session.h"

/*
 * Append the errors of the gradient at the probe, with the steps of grad/sweep.h, as SVG
 * (view/sweep_figure.h): by the present scheme, the default where that is exact, or by every scheme
 * of differences. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_sweep_figure(struct session *session, bool all, struct text *svg,
                                 struct failure *failure);

#endif
