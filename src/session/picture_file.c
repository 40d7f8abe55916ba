/* The picture in a file: the frame as text, and the figure. */
#include "session/picture_file.h"

#include "out/output.h"
#include "session/figure.h"
#include "session/state.h"
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

/* Write the frame that was drawn into a canvas, then the words. */
static enum status write_frame(const struct session *session, const struct canvas *canvas,
                               enum picture_form form, const struct text *words, const char *path,
                               struct failure *failure)
{
    struct output *output = NULL;
    enum status status = output_open(path, &output, failure);
    if (status != STATUS_OK)
        return status;
    picture_write(output, canvas, printed_rows(canvas), form, session_color(session).depth);
    output_write(output, text_string(words), words->length);
    return output_close(output, failure);
}

/* Draw the frame and write it and, when it is `described`, what it shows in words. */
static enum status draw_and_write(struct session *session, enum picture_form form, bool described,
                                  const char *path, struct failure *failure)
{
    struct text words = TEXT_EMPTY;
    struct canvas *canvas = canvas_new(0, 0);
    if (canvas == NULL)
        return failure_memory(failure);
    enum status status = session_draw(session, canvas, failure);
    if (status == STATUS_OK && described)
        status = session_describe(session, &words, failure);
    if (status == STATUS_OK && work_is_stopped(session))
        status = work_failure(session, failure);
    if (status == STATUS_OK)
        status = write_frame(session, canvas, form, &words, path, failure);
    canvas_free(canvas);
    text_free(&words);
    return status;
}

enum status picture_file_frame(struct session *session, enum picture_form form, const char *path,
                               struct failure *failure)
{
    return draw_and_write(session, form, false, path, failure);
}

enum status picture_file_described(struct session *session, enum picture_form form,
                                   const char *path, struct failure *failure)
{
    return draw_and_write(session, form, true, path, failure);
}

/* Write a text that was made, as `status` says, and free it. */
static enum status deliver(const struct session *session, enum status status, struct text *text,
                           const char *path, struct failure *failure)
{
    if (status == STATUS_OK && work_is_stopped(session))
        status = work_failure(session, failure);
    return output_text(path, status, text, failure);
}

enum status picture_file_figure(struct session *session, size_t columns, size_t rows,
                                const char *path, struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    enum status status = session_figure(session, columns, rows, &svg, failure);
    return deliver(session, status, &svg, path, failure);
}

enum status picture_file_sweep(struct session *session, bool all, const char *path,
                               struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    enum status status = session_sweep_figure(session, all, &svg, failure);
    return deliver(session, status, &svg, path, failure);
}

enum status picture_file_words(struct session *session, const char *path, struct failure *failure)
{
    struct text words = TEXT_EMPTY;
    enum status status = session_describe(session, &words, failure);
    return deliver(session, status, &words, path, failure);
}
