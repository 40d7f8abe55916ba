/* From a session's state to a figure. */
#ifndef STEEPEST_SESSION_FIGURE_H
#define STEEPEST_SESSION_FIGURE_H

#include "session/session.h"

/*
 * Append the session's picture as SVG (view/svg.h), with columns x rows samples, 1 to SVG_GRID_MOST
 * each, over the window that was asked for, widened as the aspect says. Its colours show
 * what the session's do, by a scale chosen from these samples as a frame's is from its own, and
 * those of the page: white, whatever the background. Walks go to their ends first. What the
 * terminal can show does not count.
 * STATUS_OK, or STATUS_FAILED when memory is short or the work was halted.
 */
enum status session_figure(struct session *session, size_t columns, size_t rows,
                           struct text *svg, struct failure *failure);

#endif
