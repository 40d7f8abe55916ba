/* Printing one frame, as a picture and in words. */
#include "cli/frame_print.h"

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

/* Write the picture, when there is one, then the words. */
static enum status write_frame(const struct session *session, const struct canvas *canvas,
                               enum picture_form form, const struct text *words, const char *path,
                               struct failure *failure)
{
    struct output *output = NULL;
    enum status status = output_open(path, &output, failure);
    if (status != STATUS_OK)
        return status;
    if (canvas != NULL)
        picture_write(output, canvas, printed_rows(canvas), form, session_color(session).depth);
    output_write(output, text_string(words), words->length);
    return output_close(output, failure);
}

enum status frame_print(struct session *session, enum picture_form form, bool described,
                        const char *path, struct failure *failure)
{
    struct text words = TEXT_EMPTY;
    struct canvas *canvas = canvas_new(0, 0);
    if (canvas == NULL)
        return failure_memory(failure);
    enum status status = session_draw(session, canvas, failure);
    if (status == STATUS_OK && described)
        status = session_describe(session, &words, failure);
    if (status == STATUS_OK)
        status = write_frame(session, canvas, form, &words, path, failure);
    canvas_free(canvas);
    text_free(&words);
    return status;
}

enum status frame_describe(struct session *session, const char *path, struct failure *failure)
{
    struct text words = TEXT_EMPTY;
    enum status status = session_describe(session, &words, failure);
    if (status == STATUS_OK)
        status = write_frame(session, NULL, PICTURE_PLAIN, &words, path, failure);
    text_free(&words);
    return status;
}
