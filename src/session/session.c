/* The state of an exploration: its life, its size, its settings. */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "session/state.h"
#include "session/tour.h"
#include "source/catalogue.h"
#include "view/cell_aspect.h"

enum {
    FIRST_ROWS = 24,
    FIRST_COLUMNS = 80,
    FIRST_SPACING = 2
};

/* The choices that a new session has, without a function. */
static struct settings first_settings(const struct session *session)
{
    struct settings first = {
        .difference = difference_default(),
        .manner = walk_manner_default(),
        .aspect = ASPECT_equal,
        .spacing = FIRST_SPACING,
        .cell_aspect = session->display_cell_aspect,
        .cell_aspect_auto = true,
        .layers = layers_shown_first(),
        .glyphs_auto = true,
        .background = BACKGROUND_auto,
        .color_by = QUANTITY_magnitude,
        .scale_stale = true,
        /* Small errors are as wrong as large ones, and must not look like none. */
        .wishes[QUANTITY_check].form = SCALE_FORM_log,
    };
    const struct catalogue_entry *seed = catalogue_at(0);
    for (int axis = 0; axis < AXES; axis++) {
        first.home.low[axis] = seed->low[axis];
        first.home.high[axis] = seed->high[axis];
    }
    return first;
}

/* Make the subject of the catalogue's first entry. */
static enum status make_seed(struct settings *settings, struct failure *failure)
{
    const struct catalogue_entry *seed = catalogue_at(0);
    struct source_text source = {
        .name = "function", .bytes = seed->formula, .length = strlen(seed->formula)
    };
    return subject_new(&source, "", &settings->parameters, &settings->fixed, &settings->subject,
                       failure);
}

enum status session_start_over(struct session *session, struct failure *failure)
{
    struct settings before = session->now;
    struct settings first = first_settings(session);
    enum status status = make_seed(&first, failure);
    if (status != STATUS_OK)
        return status;
    session->now = first;
    session->layout = layout_make(session->rows, session->columns, session->now.spacing);
    session->field_stale = true;
    struct viewport_shape shape =
        session->layout.too_small ? before.viewport.shape : session_shape(session);
    status = viewport_show(&session->now.viewport, &session->now.home, &shape, failure);
    if (status != STATUS_OK) {
        subject_free(first.subject);
        session->now = before;
        return status;
    }
    settings_release(&before);
    return STATUS_OK;
}

/* Set what needs no memory to what a session begins with. */
static void set_first_state(struct session *made)
{
    made->display = (struct display){
        .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii, .background = BACKGROUND_unknown
    };
    made->rows = FIRST_ROWS;
    made->columns = FIRST_COLUMNS;
    made->display_cell_aspect = CELL_ASPECT_USUAL;
    made->relief_stale = true;
}

/* Get what is computed into; false when memory is short. */
static bool allocate(struct session *made)
{
    made->field = field_new();
    made->probe_field = field_new();
    for (int axis = 0; axis < AXES; axis++)
        made->rims[axis] = field_new();
    made->streams = streams_new();
    made->stream_field = stream_field_new();
    made->walks = walks_new();
    made->dots = dots_new();
    made->relief = relief_new();
    made->error_panel = calloc(1, sizeof *made->error_panel);
    made->keymap = keymap_new();
    return made->field != NULL && made->probe_field != NULL && made->rims[0] != NULL &&
           made->rims[1] != NULL && made->streams != NULL &&
           made->stream_field != NULL && made->walks != NULL && made->dots != NULL &&
           made->relief != NULL &&
           made->error_panel != NULL && made->keymap != NULL;
}

enum status session_new(struct session **session, struct failure *failure)
{
    struct session *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    set_first_state(made);
    enum status status =
        allocate(made) ? session_start_over(made, failure) : failure_memory(failure);
    if (status != STATUS_OK) {
        session_free(made);
        return status;
    }
    *session = made;
    return STATUS_OK;
}

void session_free(struct session *session)
{
    if (session == NULL)
        return;
    if (tour_is_on(session))
        tour_leave(session);
    history_forget(&session->history);
    if (session->tried != NULL)
        history_drop(session->tried);
    settings_release(&session->now);
    field_free(session->field);
    field_free(session->probe_field);
    field_free(session->rims[0]);
    field_free(session->rims[1]);
    streams_free(session->streams);
    stream_field_free(session->stream_field);
    walks_free(session->walks);
    dots_free(session->dots);
    relief_free(session->relief);
    maps_forget(&session->maps);
    extrema_forget(&session->extrema);
    nullclines_release(&session->nullclines);
    maps_forget_anchor(&session->maps);
    free(session->error_panel);
    keymap_free(session->keymap);
    free(session->scratch);
    text_free(&session->line);
    text_free(&session->title);
    text_free(&session->values);
    text_free(&session->told);
    free(session);
}

void session_set_display(struct session *session, const struct display *display)
{
    session->display = *display;
}

void session_set_table_writer(struct session *session, table_writer *writer)
{
    session->table_writer = writer;
}

struct viewport_shape session_shape(const struct session *session)
{
    const struct layout *layout = &session->layout;
    return (struct viewport_shape){
        .samples = { layout->samples_across, layout->samples_up },
        .sample_ratio = layout->spacing * session->now.cell_aspect,
        .aspect = session->now.aspect,
    };
}

void session_reshape(struct session *session)
{
    session->layout = layout_make(session->rows, session->columns, session->now.spacing);
    if (session->layout.too_small)
        return;
    struct viewport_shape shape = session_shape(session);
    viewport_reshape(&session->now.viewport, &shape);
    session->now.scale_stale = true;
}

enum status session_show(struct session *session, const struct window *window,
                         struct failure *failure)
{
    struct viewport_shape shape = session->now.viewport.shape;
    if (!session->layout.too_small)
        shape = session_shape(session);
    enum status status = viewport_show(&session->now.viewport, window, &shape, failure);
    if (status == STATUS_OK)
        session->now.scale_stale = true;
    return status;
}

void session_resize(struct session *session, int rows, int columns)
{
    rows = rows < CANVAS_ROWS_MOST ? rows : CANVAS_ROWS_MOST;
    columns = columns < CANVAS_COLUMNS_MOST ? columns : CANVAS_COLUMNS_MOST;
    if (rows == session->rows && columns == session->columns)
        return;
    session->rows = rows;
    session->columns = columns;
    session_reshape(session);
}

void session_set_cell_aspect(struct session *session, double ratio)
{
    session->display_cell_aspect = ratio;
    if (!session->now.cell_aspect_auto || session->now.cell_aspect == ratio)
        return;
    session->now.cell_aspect = ratio;
    session_reshape(session);
}

void session_changed_settings(struct session *session, const struct settings *before)
{
    struct settings *now = &session->now;
    if (now->subject != before->subject ||
        !difference_is_same(&now->difference, &before->difference))
        session->field_stale = true;
    if (now->checking != before->checking) {
        session->rows_found[NEED_CHECK] = 0;
        session->probe_known = false;
    }
    if (now->cell_aspect_auto)
        now->cell_aspect = session->display_cell_aspect;
    session->layout = layout_make(session->rows, session->columns, now->spacing);
    struct viewport_shape shape = session_shape(session);
    if (!session->layout.too_small && !viewport_shape_is_same(&now->viewport.shape, &shape))
        session_reshape(session);
}

void session_set_settings(struct session *session, const struct settings *settings)
{
    struct settings before = session->now;
    session->now = *settings;
    settings_hold(&session->now);
    session_changed_settings(session, &before);
    settings_release(&before);
}

void session_set_subject(struct session *session, struct subject *subject)
{
    session_end_check(session);
    subject_free(session->now.subject);
    session->now.subject = subject;
    session->field_stale = true;
    session->now.scale_stale = true;
}

void session_forget_changes(struct session *session)
{
    history_forget(&session->history);
    session->last = NULL;
}

void session_begin_gesture(struct session *session)
{
    session->in_gesture = true;
    session->last = NULL;
}

void session_end_gesture(struct session *session)
{
    session->in_gesture = false;
    session->last = NULL;
}

enum request session_take_request(struct session *session)
{
    enum request request = session->request;
    session->request = REQUEST_NONE;
    return request;
}

void session_greet(struct session *session, bool shown)
{
    session->greeting = shown;
}

const struct command *session_helped(const struct session *session)
{
    return session->helped;
}

const struct keymap *session_keymap(const struct session *session)
{
    return session->keymap;
}

const struct layout *session_layout(const struct session *session)
{
    return &session->layout;
}

const struct viewport *session_viewport(const struct session *session)
{
    return &session->now.viewport;
}

const struct formula *session_formula(const struct session *session)
{
    return session->now.subject->formula;
}

const struct difference *session_difference(const struct session *session)
{
    return &session->now.difference;
}

struct descent_wish session_descent(const struct session *session)
{
    return walk_manner_descent(&session->now.manner, &session->now.difference);
}

const struct window *session_window(const struct session *session)
{
    return &session->now.viewport.asked;
}

const struct plane *session_plane(const struct session *session)
{
    return &session->now.subject->plane;
}

const struct parameters *session_parameters(const struct session *session)
{
    return &session->now.parameters;
}

const double **session_probe_columns(const struct session *session)
{
    size_t n = session_variables(session);
    const double **x = array_resize(NULL, n, sizeof *x);
    for (size_t k = 0; x != NULL && k < n; k++)
        x[k] = k < AXES ? &session->now.viewport.probe[k] : &session->now.subject->fixed[k];
    return x;
}

const double *session_probe(const struct session *session)
{
    return session->now.viewport.probe;
}

size_t session_variables(const struct session *session)
{
    return formula_function_fn(session->now.subject->function)->n;
}

struct color_mode session_color(const struct session *session)
{
    const struct display *display = &session->display;
    enum background background = session->now.background;
    if (background == BACKGROUND_auto)
        background = display->background;
    return (struct color_mode){
        .depth = display->depth, .background = background, .has_dim = display->has_dim
    };
}

bool session_is_utf8(const struct session *session)
{
    return session->display.utf8;
}
