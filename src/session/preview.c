/* Functions of the catalogue, drawn as a session would show them, which goes on as it is. */
#include "session/preview.h"

#include <stdlib.h>
#include <string.h>

#include "session/listing.h"
#include "session/state.h"

struct preview {
    const struct session *original; /* not owned */
    struct session *session;        /* a likeness of it, with another function */
    struct canvas *canvas;
    size_t index; /* of that function; LISTED before the first */
};

/* Give the likeness what was chosen for the original, but for the panel that hides the field. */
static void copy_choices(struct session *likeness, const struct session *original)
{
    struct settings chosen = original->now;
    chosen.errors_shown = ERRORS_OFF;
    session_set_display(likeness, &original->display);
    likeness->display_cell_aspect = original->display_cell_aspect;
    session_set_settings(likeness, &chosen);
}

enum status preview_new(const struct session *session, struct preview **preview,
                        struct failure *failure)
{
    struct preview *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    made->original = session;
    made->index = LISTED;
    made->canvas = canvas_new(0, 0);
    enum status status = session_new(&made->session, failure);
    if (status == STATUS_OK && made->canvas == NULL)
        status = failure_memory(failure);
    if (status != STATUS_OK) {
        preview_free(made);
        return status;
    }
    copy_choices(made->session, session);
    *preview = made;
    return STATUS_OK;
}

void preview_free(struct preview *preview)
{
    if (preview == NULL)
        return;
    session_free(preview->session);
    canvas_free(preview->canvas);
    free(preview);
}

/* Let the likeness show a function, unless it does. */
static enum status show(struct preview *preview, size_t index, struct failure *failure)
{
    const char *name = listing_at(index).name;
    struct source_text text = { "function", name, strlen(name) };
    if (index == preview->index)
        return STATUS_OK;
    enum status status = session_run_command(preview->session, "function", &text, failure);
    if (status == STATUS_OK)
        preview->index = index;
    return status;
}

static void copy_cells(const struct canvas *from, const struct preview_area *area,
                       struct canvas *to)
{
    for (int row = 0; row < area->rows; row++)
        for (int column = 0; column < area->columns; column++) {
            struct cell cell = canvas_cell(from, row, column);
            canvas_put(to, area->row + row, area->column + column, cell.character, cell.pen);
        }
}

enum status preview_draw(struct preview *preview, size_t index, const struct preview_area *area,
                         struct canvas *canvas, struct failure *failure)
{
    struct session *session = preview->session;
    session_set_cell_aspect(session, preview->original->display_cell_aspect);
    session_resize(session, area->rows + PREVIEW_ROWS_LEFT, area->columns);
    enum status status = show(preview, index, failure);
    if (status == STATUS_OK)
        status = session_draw(session, preview->canvas, failure);
    if (status == STATUS_OK)
        copy_cells(preview->canvas, area, canvas);
    return status;
}
