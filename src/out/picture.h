/* A canvas as text, plain or with ANSI colours. */
#ifndef STEEPEST_OUT_PICTURE_H
#define STEEPEST_OUT_PICTURE_H

#include "out/output.h"
#include "view/canvas.h"
#include "view/palette.h"

/* How colours and attributes are written. */
enum picture_form {
    PICTURE_PLAIN, /* characters alone, no blanks at the end of a line */
    PICTURE_ANSI   /* with ECMA-48 SGR sequences */
};

/*
 * Write the first `rows` rows of the canvas (all when there are fewer), each ended by a newline, in
 * UTF-8. With PICTURE_ANSI every line begins and ends in the terminal's own colours, so that lines
 * stand for themselves; palette numbers are of `depth`. Errors are the output's.
 */
void picture_write(struct output *output, const struct canvas *canvas, int rows,
                   enum picture_form form, enum color_depth depth);

#endif
