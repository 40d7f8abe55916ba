/* What the lines of a figure are drawn from. Private to the session. */
#ifndef STEEPEST_SESSION_FIGURE_LINES_H
#define STEEPEST_SESSION_FIGURE_LINES_H

#include "session/state.h"

/* Begin with all zeros, end with figure_lines_free. What a layer does not show is NULL. */
struct figure_lines {
    struct relief *relief;
    struct nullclines nullclines;
    struct streams *streams;
    struct stream_field *stream_field;
};

/*
 * Compute the lines that the session's layers show over a window, for a figure that is `ratio`
 * times as wide as high. STATUS_OK, or STATUS_FAILED when memory is short. A window that doubles
 * cannot carry so finely has no lines.
 */
enum status figure_lines_compute(struct figure_lines *lines, const struct session *session,
                                 const struct window *window, double ratio);

/* Release what they own and make them empty. */
void figure_lines_free(struct figure_lines *lines);

#endif
