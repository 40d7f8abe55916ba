/* What the colours of a figure show. Private to the session. */
#ifndef STEEPEST_SESSION_FIGURE_COLORS_H
#define STEEPEST_SESSION_FIGURE_COLORS_H

#include "session/figure_places.h"

/*
 * Find out about the samples of a figure, which are computed, what the session's colours show, and
 * choose the scale of colours from them as a frame does: into the picture, whose basins are those
 * of the places that were found. `scratch` holds as many doubles as the field has samples. Where f
 * is too large for exact derivatives what needs them is not found. STATUS_OK; STATUS_FAILED when
 * memory is short or the work was halted.
 */
enum status figure_colors_find(struct session *session, const struct figure_places *places,
                               struct field *field, double *scratch,
                               struct svg_picture *picture);

#endif
