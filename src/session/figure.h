/* From a session's state to a figure. */
#ifndef STEEPEST_SESSION_FIGURE_H
#define STEEPEST_SESSION_FIGURE_H

#include "session/session.h"

/*
 * Append the session's picture as SVG (view/svg.h), with columns x rows samples, 1 to SVG_GRID_MOST
 * each, over the window that was asked for, widened as the aspect says. Its colours have a scale
 * of their own, chosen from these samples. Walks go to their ends first. Not what the terminal can
 * show but the function, the window, the difference, sign, aspect, layers and walks count.
 * STATUS_OK, or STATUS_FAILED when memory is short or the work was halted.
 */
enum status session_figure(struct session *session, size_t columns, size_t rows,
                           struct text *svg, struct failure *failure);

#endif
