/* The state of an exploration: its life, its size, and running its commands. */
#include "session/session.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "base/utf8.h"
#include "session/state.h"
#include "source/catalogue.h"
#include "view/cell_aspect.h"

enum {
    FIRST_ROWS = 24,
    FIRST_COLUMNS = 80,
    FIRST_SPACING = 2
};

/* The part of a command's row that only the session needs. */
static const struct {
    command_runner *function;
    size_t least;
    size_t most;
} runners[] = {
#define COMMAND(name, function, usage, least, most, keys, kind, help)                              \
    { run_##function, least, most },
#include "session/commands.def"
#undef COMMAND
};

/* Make the subject and the window of the catalogue's first entry. */
static enum status start_with_seed(struct session *session, struct failure *failure)
{
    const struct catalogue_entry *seed = catalogue_at(0);
    struct source_text source = {
        .name = "function", .bytes = seed->formula, .length = strlen(seed->formula)
    };
    for (int axis = 0; axis < AXES; axis++) {
        session->now.home.low[axis] = seed->low[axis];
        session->now.home.high[axis] = seed->high[axis];
    }
    enum status status = subject_new(&source, "", &session->now.parameters, &session->now.fixed,
                                     &session->now.subject, failure);
    if (status != STATUS_OK)
        return status;
    return session_show(session, &session->now.home, failure);
}

/* Set what needs no memory to what a session begins with. */
static void set_first_state(struct session *made)
{
    made->display = (struct display){
        .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii, .background = BACKGROUND_unknown
    };
    made->rows = FIRST_ROWS;
    made->columns = FIRST_COLUMNS;
    made->now.spacing = FIRST_SPACING;
    made->layout = layout_make(made->rows, made->columns, made->now.spacing);
    made->now.cell_aspect = CELL_ASPECT_USUAL;
    made->display_cell_aspect = CELL_ASPECT_USUAL;
    made->now.cell_aspect_auto = true;
    made->now.aspect = ASPECT_equal;
    made->now.background = BACKGROUND_auto;
    made->now.glyphs_auto = true;
    made->now.difference = difference_default();
    made->relief_stale = true;
    made->now.layers = layers_shown_first();
    made->now.color_by = QUANTITY_magnitude;
    /* Small errors are as wrong as large ones, and must not look like none. */
    made->now.wishes[QUANTITY_check].form = SCALE_FORM_log;
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
    made->dots = dots_new();
    made->relief = relief_new();
    made->error_panel = calloc(1, sizeof *made->error_panel);
    made->keymap = keymap_new();
    return made->field != NULL && made->probe_field != NULL && made->rims[0] != NULL &&
           made->rims[1] != NULL && made->streams != NULL &&
           made->stream_field != NULL && made->dots != NULL && made->relief != NULL &&
           made->error_panel != NULL && made->keymap != NULL;
}

enum status session_new(struct session **session, struct failure *failure)
{
    struct session *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    set_first_state(made);
    enum status status =
        allocate(made) ? start_with_seed(made, failure) : failure_memory(failure);
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
    history_forget(&session->history);
    settings_release(&session->now);
    field_free(session->field);
    field_free(session->probe_field);
    field_free(session->rims[0]);
    field_free(session->rims[1]);
    streams_free(session->streams);
    stream_field_free(session->stream_field);
    dots_free(session->dots);
    relief_free(session->relief);
    free(session->error_panel);
    keymap_free(session->keymap);
    free(session->scratch);
    text_free(&session->told);
    free(session);
}

void session_set_display(struct session *session, const struct display *display)
{
    session->display = *display;
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
    if (now->subject != before->subject || now->difference.scheme != before->difference.scheme ||
        now->difference.h != before->difference.h ||
        now->difference.step != before->difference.step)
        session->field_stale = true;
    if (now->checking != before->checking)
        session->field_found[NEED_CHECK] = false;
    if (now->cell_aspect_auto)
        now->cell_aspect = session->display_cell_aspect;
    session->layout = layout_make(session->rows, session->columns, now->spacing);
    struct viewport_shape shape = session_shape(session);
    if (!session->layout.too_small && !viewport_shape_is_same(&now->viewport.shape, &shape))
        session_reshape(session);
}

void session_set_subject(struct session *session, struct subject *subject)
{
    session_end_check(session);
    subject_free(session->now.subject);
    session->now.subject = subject;
    session->field_stale = true;
    session->now.scale_stale = true;
}

/*
 * Remember a change that was done, if there was one: `before` is what the settings were. Moves in a
 * row are one change.
 */
static void remember(struct session *session, const struct command *command,
                     struct settings *before)
{
    if (settings_are_same(&session->now, before)) {
        history_drop(before);
        return;
    }
    bool joined = command->kind == COMMAND_MOVE && session->last != NULL &&
                  session->last->kind == COMMAND_MOVE;
    if (joined)
        history_drop(before);
    else
        history_add(&session->history, before);
    session->last = command;
}

/* Carry out command `index` with the arguments that begin at `start` of the source. */
static enum status run(struct session *session, size_t index, const struct source_text *source,
                       size_t start, struct failure *failure)
{
    const struct command *command = command_at(index);
    struct arguments arguments = { .source = source, .parameters = &session->now.parameters,
                                   .alone = start == 0 };
    enum status status =
        arguments_split(&arguments, start, runners[index].least, runners[index].most,
                        command->name, command->usage, failure);
    if (status != STATUS_OK)
        return status;
    char before[MESSAGE_SIZE];
    memcpy(before, session->message, sizeof before);
    session->message[0] = '\0';
    status = runners[index].function(session, &arguments, failure);
    if (status != STATUS_OK)
        memcpy(session->message, before, sizeof before);
    return status;
}

static size_t index_of(const struct command *command)
{
    return (size_t)(command - command_at(0));
}

/* Carry out a command and remember what it changes. */
static enum status run_remembered(struct session *session, size_t index,
                                  const struct source_text *line, size_t start,
                                  struct failure *failure)
{
    const struct command *command = command_at(index);
    struct settings *before = history_copy(&session->now);
    if (before == NULL)
        return failure_memory(failure);
    enum status status = run(session, index, line, start, failure);
    if (status == STATUS_OK && command->kind != COMMAND_HISTORY)
        remember(session, command, before);
    else
        history_drop(before);
    return status;
}

enum status session_run(struct session *session, const struct source_text *line,
                        struct failure *failure)
{
    static const char blanks[] = " \t\r\n";
    size_t start = 0;
    while (start < line->length && memchr(blanks, line->bytes[start], sizeof blanks - 1) != NULL)
        start++;
    if (start == line->length || line->bytes[start] == '#')
        return STATUS_OK;
    size_t end = start;
    while (end < line->length && memchr(blanks, line->bytes[end], sizeof blanks - 1) == NULL)
        end++;
    const struct command *command = command_find(line->bytes + start, end - start);
    if (command == NULL)
        return command_refuse(line, start, end - start,
                              session->display.screen ? "?" : "the manual page", failure);
    if (session_settle_scale(session) != STATUS_OK || session_settle_streams(session) != STATUS_OK)
        return failure_memory(failure);
    return run_remembered(session, index_of(command), line, end, failure);
}

enum status session_run_command(struct session *session, const char *name,
                                const struct source_text *arguments, struct failure *failure)
{
    const struct command *command = command_find(name, strlen(name));
    if (command == NULL)
        return failure_set(failure, STATUS_USAGE, arguments->name, "unknown command '%s'", name);
    return run(session, index_of(command), arguments, 0, failure);
}

void session_say(struct session *session, const char *format, ...)
{
    char message[FAILURE_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    session_set_message(session, message);
}

void session_tell(struct session *session, const char *format, ...)
{
    char message[MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    session_set_message(session, message);
    session->message_whole = true;
    if (session->display.screen)
        return;
    text_append_inert(&session->told, message, strlen(message), false);
    text_append(&session->told, "\n");
}

const char *session_told(const struct session *session)
{
    return text_string(&session->told);
}

void session_set_message(struct session *session, const char *message)
{
    size_t length = strlen(message);
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        char form[INERT_LONGEST];
        size_t width;
        at += inert_character(message + at, length - at, false, form, &width);
        if (used + strlen(form) >= sizeof session->message)
            break;
        memcpy(session->message + used, form, strlen(form));
        used += strlen(form);
    }
    session->message[used] = '\0';
    session->message_whole = false;
}

const char *session_message(const struct session *session)
{
    return session->message;
}

enum request session_take_request(struct session *session)
{
    enum request request = session->request;
    session->request = REQUEST_NONE;
    return request;
}

const struct keymap *session_keymap(const struct session *session)
{
    return session->keymap;
}

const struct layout *session_layout(const struct session *session)
{
    return &session->layout;
}

const struct formula *session_formula(const struct session *session)
{
    return session->now.subject->formula;
}

const struct difference *session_difference(const struct session *session)
{
    return &session->now.difference;
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
