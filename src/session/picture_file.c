/* The picture in a file: the frame as text, and the figure. */
#include "session/picture_file.h"

#include "out/output.h"
#include "session/figure.h"
#include "session/sweep_figure.h"
#include "view/canvas.h"

enum { ROWS_BELOW = 2 }; /* the message and the hint */

/*
 * How many rows are printed; of a frame that is too small for anything, at least the one that says
 * so.
 */
static int printed_rows(const struct canvas *canvas)
{
    int rows = canvas_rows(canvas);
    return rows > ROWS_BELOW ? rows - ROWS_BELOW : 1;
}

enum status picture_file_frame(struct session *session, enum picture_form form, const char *path,
                               struct failure *failure)
{
    struct output *output = NULL;
    struct canvas *canvas = canvas_new(0, 0);
    if (canvas == NULL)
        return failure_memory(failure);
    enum status status = session_draw(session, canvas, failure);
    if (status == STATUS_OK)
        status = output_open(path, &output, failure);
    if (status == STATUS_OK) {
        picture_write(output, canvas, printed_rows(canvas), form, session_color(session).depth);
        status = output_close(output, failure);
    }
    canvas_free(canvas);
    return status;
}

/* Write a figure that was made, as `status` says, and free it. */
static enum status deliver(enum status status, struct text *svg, const char *path,
                           struct failure *failure)
{
    struct output *output = NULL;
    if (status == STATUS_OK)
        status = output_open(path, &output, failure);
    if (status == STATUS_OK) {
        output_write(output, text_string(svg), svg->length);
        status = output_close(output, failure);
    }
    text_free(svg);
    return status;
}

enum status picture_file_figure(const struct session *session, size_t columns, size_t rows,
                                const char *path, struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    enum status status = session_figure(session, columns, rows, &svg, failure);
    return deliver(status, &svg, path, failure);
}

enum status picture_file_sweep(struct session *session, bool all, const char *path,
                               struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    enum status status = session_sweep_figure(session, all, &svg, failure);
    return deliver(status, &svg, path, failure);
}
