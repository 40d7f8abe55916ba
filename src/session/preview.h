/* Functions of the catalogue, drawn as a session would show them, which goes on as it is. */
#ifndef STEEPEST_SESSION_PREVIEW_H
#define STEEPEST_SESSION_PREVIEW_H

#include <stddef.h>

#include "base/failure.h"
#include "session/session.h"
#include "view/canvas.h"
#include "view/layout.h"

/* What a preview draws frames with. */
struct preview;

/* Cells of a canvas. */
struct preview_area {
    int row; /* the uppermost */
    int column; /* the leftmost */
    int rows;
    int columns;
};

enum {
    PREVIEW_ROWS_LEFT = 2, /* of a frame: message and hint are not drawn */
    PREVIEW_ROWS_LEAST = LAYOUT_ROWS_LEAST - PREVIEW_ROWS_LEFT,
    PREVIEW_COLUMNS_LEAST = LAYOUT_COLUMNS_LEAST
};

/*
 * A preview of what the command `function` would show in `session` as it is now, settings and
 * display included. STATUS_OK, or STATUS_FAILED when memory is short. Free with preview_free,
 * before the session.
 */
enum status preview_new(const struct session *session, struct preview **preview,
                        struct failure *failure);

/* Free what preview_new made, or NULL. */
void preview_free(struct preview *preview);

/*
 * Draw the frame of function `index` (session/listing.h) without message and hint into an area of
 * the canvas of at least the least size, all of blanks. Computes where index or size are not those
 * of the last call. Errors as the command `function`, and STATUS_FAILED when memory is short; then
 * nothing is drawn.
 */
enum status preview_draw(struct preview *preview, size_t index, const struct preview_area *area,
                         struct canvas *canvas, struct failure *failure);

#endif
