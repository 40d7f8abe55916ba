/* What a key does, and what stands over the frame while typing or reading. */
#include "tui/control.h"

#include <string.h>

#include "session/reveal.h"
#include "session/tour.h"
#include "tui/control_parts.h"

void control_start(struct control *control, struct session *session)
{
    control->session = session;
    control->rows = session_layout(session)->rows;
    control->columns = session_layout(session)->columns;
    control->tour.field_shown = false;
    control->tour.line = 0;
    control->mode = CONTROL_FIELD;
    control->count = 0;
    control->pending[0] = '\0';
    control->lettered = NULL;
    control->hand = (struct hand){ .state = HAND_FREE };
    control->ring = false;
    control->redraw = false;
    control->ended = false;
    control->notice = NULL;
    control->paste = (struct paste){ .open = false };
    control->killed = TEXT_EMPTY;
    prompt_start(&control->prompt, &control->killed);
    control->completion = (struct completion_list){ .open = false };
    control->help.page = (struct help_page){ .entries = NULL };
    line_history_start(&control->lines);
    control->typed = TEXT_EMPTY;
    control->catalogue.preview = NULL;
    control->critical = (struct critical_page){ .chosen = 0 };
}

void control_end(struct control *control)
{
    help_close(&control->help);
    completion_list_free(&control->completion);
    catalogue_list_close(&control->catalogue);
    critical_page_close(&control->critical);
    line_history_free(&control->lines);
    text_free(&control->typed);
    text_free(&control->killed);
    paste_end(&control->paste);
}

void control_tell(struct control *control, const struct failure *failure)
{
    struct text line = TEXT_EMPTY;
    failure_append_line(failure, !session_is_utf8(control->session), &line);
    session_set_whole_message(control->session, text_string(&line));
    text_free(&line);
    control->ring = true;
}

void control_refuse(struct control *control, const char *message)
{
    session_set_message(control->session, message);
    control->ring = true;
}

static void begin_edit(struct control *control)
{
    struct failure failure;
    if (function_edit_begin(&control->edit, control->session, &control->killed, &failure) ==
        STATUS_OK)
        control->mode = CONTROL_EDIT;
    else
        control_tell(control, &failure);
}

static void show_help(struct control *control, enum status status, const struct failure *failure)
{
    if (status == STATUS_OK)
        control->mode = CONTROL_HELP;
    else
        control_tell(control, failure);
}

/* Open the page of the command that was asked for. */
static void begin_help(struct control *control)
{
    struct failure failure;
    struct session *session = control->session;
    enum status status = help_open(&control->help, session, session_helped(session),
                                   &control->killed, &failure);
    show_help(control, status, &failure);
}

/* Open the page of all that keys stand for. */
static void begin_keys(struct control *control)
{
    struct failure failure;
    enum status status =
        help_open_keys(&control->help, control->session, &control->killed, &failure);
    show_help(control, status, &failure);
}

static void end(struct control *control)
{
    control->ended = true;
}

static void redraw(struct control *control)
{
    control->redraw = true;
}

static void begin_prompt(struct control *control)
{
    control->mode = CONTROL_PROMPT;
    prompt_clear(&control->prompt);
}

static void begin_reveal(struct control *control)
{
    reveal_begin(control->session);
}

static void show_line(struct control *control)
{
    control->mode = CONTROL_LINE;
}

/* Do what a command has asked of the screen; false when that failed, which is told. */
static bool obey_request(struct control *control)
{
    static void (*const begin[])(struct control *control) = {
        [REQUEST_QUIT] = end,
        [REQUEST_REDRAW] = redraw,
        [REQUEST_HELP] = begin_help,
        [REQUEST_KEYS] = begin_keys,
        [REQUEST_PROMPT] = begin_prompt,
        [REQUEST_EDIT] = begin_edit,
        [REQUEST_CATALOGUE] = control_open_catalogue,
        [REQUEST_CRITICAL] = control_open_critical,
        [REQUEST_ANIMATE] = control_begin_animation,
        [REQUEST_TOUR] = control_begin_tour,
        [REQUEST_REVEAL] = begin_reveal,
        [REQUEST_LINE] = show_line,
    };
    enum request request = session_take_request(control->session);
    if (request == REQUEST_REPEAT)
        return control_repeat(control);
    if (request != REQUEST_NONE)
        begin[request](control);
    return true;
}

void control_obey(struct control *control)
{
    obey_request(control);
}

bool control_run(struct control *control, const char *bytes, size_t length)
{
    struct source_text line = { "", bytes, length };
    struct failure failure;
    if (session_run(control->session, &line, &failure) != STATUS_OK) {
        control_tell(control, &failure);
        return false;
    }
    return obey_request(control);
}

static void edit_mode_key(struct control *control, const char *key)
{
    switch (function_edit_key(&control->edit, control->session, key)) {
    case FUNCTION_EDIT_GOES_ON:
        break;
    case FUNCTION_EDIT_REFUSED:
        control->ring = true;
        break;
    case FUNCTION_EDIT_LEFT:
        control->mode = CONTROL_FIELD;
        break;
    }
}

static bool edit_mode_insert(struct control *control, const char *bytes, size_t length)
{
    return function_edit_insert(&control->edit, control->session, bytes, length);
}

/* The function being edited stands in the rows of message and hint. */
static void draw_edit(const struct control *control, const struct layout *layout,
                      struct canvas *canvas)
{
    int row = layout->too_small ? canvas_rows(canvas) - 2 : layout->message_row;
    function_edit_draw(&control->edit, canvas, row > 0 ? row : 0,
                       !session_is_utf8(control->session));
}

static void help_mode_key(struct control *control, const char *key)
{
    switch (help_key(&control->help, key, control->rows, control->columns)) {
    case HELP_MOVED:
        break;
    case HELP_REFUSED:
        control->ring = true;
        break;
    case HELP_LEFT:
        help_close(&control->help);
        control->mode = CONTROL_FIELD;
        break;
    }
}

/* The wheel turns the page, but not while a text to look for is typed, which the page follows. */
static void help_mode_mouse(struct control *control, const struct mouse_event *event)
{
    enum { LINES_A_TURN = 3 };
    bool turned = !control->help.searching &&
                  (event->action == MOUSE_WHEEL_UP || event->action == MOUSE_WHEEL_DOWN);
    const char *key = event->action == MOUSE_WHEEL_UP ? KEY_NAME_UP : KEY_NAME_DOWN;
    for (int i = 0; turned && i < LINES_A_TURN; i++)
        help_mode_key(control, key);
}

static bool help_mode_insert(struct control *control, const char *bytes, size_t length)
{
    return help_insert(&control->help, bytes, length, control->rows, control->columns);
}

static void draw_help(const struct control *control, const struct layout *layout,
                      struct canvas *canvas)
{
    (void)layout;
    help_draw(&control->help, canvas);
}

/* The session's line stands on the terminal, without a frame: any key brings the frame back. */
static void line_mode_key(struct control *control, const char *key)
{
    (void)key;
    control->mode = CONTROL_FIELD;
    control->redraw = true;
}

static const struct mode mode_edit = { .key = edit_mode_key, .insert = edit_mode_insert,
                                       .draw = draw_edit, .redraws = true };
static const struct mode mode_help = { .key = help_mode_key, .mouse = help_mode_mouse,
                                       .insert = help_mode_insert, .draw = draw_help,
                                       .covers = true, .redraws = true };
static const struct mode mode_line = { .key = line_mode_key };

static const struct mode *mode_of(const struct control *control)
{
    static const struct mode *const modes[] = {
        [CONTROL_FIELD] = &mode_field, [CONTROL_PROMPT] = &mode_prompt,
        [CONTROL_HELP] = &mode_help,   [CONTROL_LINE] = &mode_line,
        [CONTROL_EDIT] = &mode_edit,   [CONTROL_CATALOGUE] = &mode_catalogue,
        [CONTROL_ANIMATION] = &mode_animation, [CONTROL_CRITICAL] = &mode_critical,
    };
    return control->mode == CONTROL_FIELD && tour_is_on(control->session)
               ? control_tour_mode(control)
               : modes[control->mode];
}

void control_fit(struct control *control)
{
    session_resize(control->session, control->rows - control_tour_rows(control), control->columns);
}

void control_draw_hint(const struct control *control, struct canvas *canvas, int row,
                       const struct text *line)
{
    int columns = canvas_columns(canvas);
    canvas_clear_row(canvas, row);
    if (session_is_utf8(control->session))
        canvas_text(canvas, row, 0, columns, text_string(line), PEN_PLAIN);
    else
        canvas_text_ascii(canvas, row, 0, columns, text_string(line), PEN_PLAIN);
}

/* Whether a line is being typed. */
static bool takes_text(const struct control *control)
{
    return mode_of(control)->insert != NULL &&
           (control->mode != CONTROL_HELP || control->help.searching);
}

/* A paste has come to its end: put it into the line that is edited, or say why not. */
static void obey_paste(struct control *control)
{
    const struct mode *mode = mode_of(control);
    const struct paste *paste = &control->paste;
    const char *text = text_string(&paste->text);
    if (!takes_text(control))
        control->notice = "pasted text goes to : f or /";
    else if (paste->overlong || !mode->insert(control, text, paste->text.length))
        control->notice = "the pasted text is too long for a line";
    if (control->notice != NULL)
        control->ring = true;
    else if (paste->thinned)
        control->notice = "control characters were left out of the pasted text";
    paste_end(&control->paste);
}

/* Take a key that belongs to a paste; false when it does not. */
static bool take_pasted(struct control *control, const char *key)
{
    if (strcmp(key, KEY_NAME_PASTE_BEGIN) == 0)
        paste_begin(&control->paste);
    else if (!control->paste.open)
        return false;
    else if (strcmp(key, KEY_NAME_PASTE_END) == 0)
        obey_paste(control);
    else
        paste_take(&control->paste, key);
    return true;
}

/* Show the whole walk at any key; whether that was all the key is there for. */
static bool stop_revealing(struct control *control, const char *key)
{
    bool on = reveal_is_on(control->session);
    reveal_end(control->session);
    return on && (strcmp(key, "^C") == 0 || strcmp(key, KEY_NAME_ESCAPE) == 0);
}

void control_key(struct control *control, const char *key)
{
    session_greet(control->session, false);
    const struct mode *mode = mode_of(control);
    control_let_go(control);
    if (stop_revealing(control, key))
        return;
    if (!control->paste.open)
        control->notice = NULL;
    if (take_pasted(control, key))
        return;
    if (mode->redraws && strcmp(key, "^L") == 0)
        control->redraw = true;
    else
        mode->key(control, key);
    control_fit(control);
}

void control_mouse(struct control *control, const struct mouse_event *event)
{
    const struct mode *mode = mode_of(control);
    if (mode->mouse == NULL || !session_switch_is_on(control->session, SWITCH_mouse))
        return;
    session_greet(control->session, false);
    reveal_end(control->session);
    mode->mouse(control, event);
}

/* In the place of what can be pressed, which a page has in its lowest row. */
static void draw_notice(const struct control *control, const struct layout *layout,
                        struct canvas *canvas)
{
    int row = mode_of(control)->covers ? canvas_rows(canvas) - 1 : layout->hint_row;
    if (control->notice == NULL || layout->too_small)
        return;
    canvas_clear_row(canvas, row);
    canvas_text(canvas, row, 0, canvas_columns(canvas), control->notice, PEN_PLAIN);
}

enum status control_draw(const struct control *control, struct canvas *canvas,
                         struct failure *failure)
{
    const struct mode *mode = mode_of(control);
    if (mode->covers && canvas_resize(canvas, control->rows, control->columns) != STATUS_OK)
        return failure_memory(failure);
    if (!mode->covers && session_draw(control->session, canvas, failure) != STATUS_OK)
        return STATUS_FAILED;
    if (!mode->covers && control_tour_rows(control) > 0 &&
        control_draw_tour(control, canvas) != STATUS_OK)
        return failure_memory(failure);
    if (mode->draw != NULL)
        mode->draw(control, session_layout(control->session), canvas);
    draw_notice(control, session_layout(control->session), canvas);
    return STATUS_OK;
}

bool control_is_unfinished(const struct control *control)
{
    return !mode_of(control)->covers && control->mode != CONTROL_LINE &&
           session_is_unfinished(control->session);
}

void control_resize(struct control *control, int rows, int columns)
{
    control_let_go(control);
    control->rows = rows < CANVAS_ROWS_MOST ? rows : CANVAS_ROWS_MOST;
    control->columns = columns < CANVAS_COLUMNS_MOST ? columns : CANVAS_COLUMNS_MOST;
    control->tour.line = 0;
    control_fit(control);
    control->redraw = true;
}
