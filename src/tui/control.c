/* What a key does, and what stands over the frame while typing or reading. */
#include "tui/control.h"

#include <stdio.h>
#include <string.h>

#include "session/command.h"
#include "tui/keys.h"

enum { LINE_SIZE = 96, COUNT_TEXT_SIZE = 32 }; /* bytes of a command with its count; of a count */

void control_start(struct control *control, struct session *session)
{
    control->session = session;
    control->mode = CONTROL_FIELD;
    control->count = 0;
    control->pending[0] = '\0';
    control->lettered = NULL;
    control->ring = false;
    control->redraw = false;
    control->ended = false;
    prompt_clear(&control->prompt);
    control->completion = (struct completion_list){ .open = false };
    control->help = (struct help){ 0 };
}

void control_end(struct control *control)
{
    completion_list_free(&control->completion);
}

/* Say what went wrong in the message row. */
static void tell(struct control *control, const struct failure *failure)
{
    struct text line = TEXT_EMPTY;
    failure_append_line(failure, !session_is_utf8(control->session), &line);
    session_set_message(control->session, text_string(&line));
    text_free(&line);
    control->ring = true;
}

static void refuse(struct control *control, const char *message)
{
    session_set_message(control->session, message);
    control->ring = true;
}

static void begin_edit(struct control *control)
{
    struct failure failure;
    if (function_edit_begin(&control->edit, control->session, &failure) == STATUS_OK)
        control->mode = CONTROL_EDIT;
    else
        tell(control, &failure);
}

/* Do what a command has asked of the screen. */
static void obey_request(struct control *control)
{
    switch (session_take_request(control->session)) {
    case REQUEST_NONE:
        break;
    case REQUEST_QUIT:
        control->ended = true;
        break;
    case REQUEST_REDRAW:
        control->redraw = true;
        break;
    case REQUEST_HELP:
        control->mode = CONTROL_HELP;
        control->help = (struct help){ 0 };
        break;
    case REQUEST_PROMPT:
        control->mode = CONTROL_PROMPT;
        prompt_clear(&control->prompt);
        break;
    case REQUEST_EDIT:
        begin_edit(control);
        break;
    case REQUEST_LINE:
        control->mode = CONTROL_LINE;
        break;
    }
}

/* Run a command line; false when it failed, which is then told. */
static bool run_line(struct control *control, const char *origin, const char *bytes, size_t length)
{
    struct source_text line = { origin, bytes, length };
    struct failure failure;
    if (session_run(control->session, &line, &failure) != STATUS_OK) {
        tell(control, &failure);
        return false;
    }
    obey_request(control);
    return true;
}

/* The command that a line is the name of, and nothing else; or NULL. */
static const struct command *command_alone(const char *line)
{
    return command_find(line, strlen(line));
}

/* Run a line as often as a count says, 0 for none, until it fails. */
static void repeat_line(struct control *control, const char *line, int count)
{
    for (int times = count > 0 ? count : 1; times > 0 && !control->ended; times--)
        if (!run_line(control, "", line, strlen(line)))
            return;
}

/* Run the line that keys stand for, with the count before them, 0 for none. */
static void run_bound(struct control *control, const char *bound, int count)
{
    char line[LINE_SIZE];
    const struct command *command = command_alone(bound);
    if (command != NULL && command->kind == COMMAND_LETTER) {
        control->lettered = command;
        return;
    }
    if (command == NULL || command->kind == COMMAND_PLAIN || count == 0) {
        repeat_line(control, bound, count);
        return;
    }
    if (command->kind == COMMAND_SCREEN)
        snprintf(line, sizeof line, "%s", bound);
    else
        snprintf(line, sizeof line, "%s %d", bound, count);
    repeat_line(control, line, 1);
}

/* Run the command that waits for a letter with the key that came. */
static void run_lettered(struct control *control, const char *key)
{
    char line[LINE_SIZE];
    snprintf(line, sizeof line, "%s %s", control->lettered->name, key);
    control->lettered = NULL;
    if (strcmp(key, KEY_NAME_ESCAPE) != 0)
        repeat_line(control, line, 1);
}

/* Take a digit for a count; false when the key is none, or a 0 that begins no count. */
static bool take_digit(struct control *control, const char *key)
{
    if (key[0] < '0' || key[0] > '9' || key[1] != '\0')
        return false;
    if (key[0] == '0' && control->count == 0)
        return false;
    int count = control->count * 10 + (key[0] - '0');
    if (count > COUNT_MOST) {
        char message[LINE_SIZE];
        snprintf(message, sizeof message, "a count is at most %d", COUNT_MOST);
        refuse(control, message);
        count = COUNT_MOST;
    }
    control->count = count;
    return true;
}

/* Add a key to those that wait for the rest of theirs; false when it does not follow on them. */
static bool take_beginning(struct control *control, const char *key, char keys[KEY_NAME_SIZE])
{
    size_t waiting = strlen(control->pending);
    size_t length = strlen(key);
    keys[0] = '\0';
    if (waiting + length < KEY_NAME_SIZE) {
        memcpy(keys, control->pending, waiting);
        memcpy(keys + waiting, key, length + 1);
    }
    bool begins = keymap_has_longer(session_keymap(control->session), keys);
    strcpy(control->pending, begins ? keys : "");
    return begins;
}

static void field_key(struct control *control, const char *key)
{
    char keys[KEY_NAME_SIZE];
    bool pending = control->pending[0] != '\0';
    session_set_message(control->session, "");
    if (strcmp(key, "^C") == 0) {
        control->ended = true;
        return;
    }
    if (control->lettered != NULL) {
        run_lettered(control, key);
        return;
    }
    if (!pending && take_digit(control, key))
        return;
    if (take_beginning(control, key, keys))
        return;
    int count = control->count;
    control->count = 0;
    if ((count > 0 || pending) && strcmp(key, KEY_NAME_ESCAPE) == 0)
        return;
    const char *line = keymap_line(session_keymap(control->session), keys);
    if (line == NULL)
        refuse(control, "no such key; ? shows help");
    else
        run_bound(control, line, count);
}

static void prompt_mode_key(struct control *control, const char *key)
{
    enum completion_answer answer =
        completion_list_key(&control->completion, &control->prompt, control->session, key);
    if (answer != COMPLETION_PASSED) {
        control->ring = answer == COMPLETION_REFUSED;
        return;
    }
    switch (prompt_key(&control->prompt, key)) {
    case PROMPT_EDITED:
        break;
    case PROMPT_REFUSED:
        control->ring = true;
        break;
    case PROMPT_ENTERED:
        control->mode = CONTROL_FIELD;
        run_line(control, "command", control->prompt.bytes, control->prompt.length);
        break;
    case PROMPT_CANCELLED:
        control->mode = CONTROL_FIELD;
        break;
    }
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

static void help_mode_key(struct control *control, const char *key)
{
    const struct layout *layout = session_layout(control->session);
    switch (help_key(&control->help, key, layout->rows, layout->columns)) {
    case HELP_MOVED:
        break;
    case HELP_REFUSED:
        control->ring = true;
        break;
    case HELP_LEFT:
        control->mode = CONTROL_FIELD;
        break;
    }
}

void control_key(struct control *control, const char *key)
{
    if (control->mode == CONTROL_FIELD) {
        field_key(control, key);
    } else if (control->mode == CONTROL_LINE) {
        control->mode = CONTROL_FIELD;
        control->redraw = true;
    } else if (strcmp(key, "^L") == 0)
        control->redraw = true;
    else if (control->mode == CONTROL_PROMPT)
        prompt_mode_key(control, key);
    else if (control->mode == CONTROL_EDIT)
        edit_mode_key(control, key);
    else
        help_mode_key(control, key);
}

/* What the command being typed takes and does; before that, what can be pressed. */
static void draw_prompt_hint(const struct control *control, struct canvas *canvas, int row)
{
    int columns = canvas_columns(canvas);
    const struct command *command =
        completion_command(control->prompt.bytes, control->prompt.length);
    if (command == NULL) {
        canvas_text(canvas, row, 0, columns, prompt_hint(), PEN_PLAIN);
        return;
    }
    int column = canvas_text(canvas, row, 0, columns, command->name, PEN_PLAIN) + 1;
    if (command->usage[0] != '\0')
        column = canvas_text(canvas, row, column, columns, command->usage, PEN_PLAIN) + 2;
    canvas_text(canvas, row, column + 1, columns, command->help, PEN_PLAIN);
}

/* The prompt stands in the message row, or below all where there is no room for a frame. */
static void draw_prompt(const struct control *control, const struct layout *layout,
                        struct canvas *canvas)
{
    bool ascii = !session_is_utf8(control->session);
    if (layout->too_small) {
        prompt_draw(&control->prompt, canvas, canvas_rows(canvas) - 1, ascii);
        return;
    }
    int columns = canvas_columns(canvas);
    for (int column = 0; column < columns; column++)
        canvas_put(canvas, layout->hint_row, column, ' ', PEN_PLAIN);
    draw_prompt_hint(control, canvas, layout->hint_row);
    prompt_draw(&control->prompt, canvas, layout->message_row, ascii);
    completion_list_draw(&control->completion, canvas, layout->message_row, ascii);
}

/* The function being edited stands in the rows of message and hint. */
static void draw_edit(const struct control *control, const struct layout *layout,
                      struct canvas *canvas)
{
    int row = layout->too_small ? canvas_rows(canvas) - 1 : layout->message_row;
    function_edit_draw(&control->edit, canvas, row, !session_is_utf8(control->session));
}

/* The pending count and key stand at the right end of the message row. */
static void draw_count(const struct control *control, const struct layout *layout,
                       struct canvas *canvas)
{
    char text[COUNT_TEXT_SIZE];
    int length = control->count > 0
                     ? snprintf(text, sizeof text, " %d%s", control->count, control->pending)
                     : snprintf(text, sizeof text, " %s", control->pending);
    int columns = canvas_columns(canvas);
    if (!layout->too_small && length < columns)
        canvas_text(canvas, layout->message_row, columns - length, columns, text, PEN_PLAIN);
}

enum status control_draw(const struct control *control, struct canvas *canvas,
                         struct failure *failure)
{
    const struct layout *layout = session_layout(control->session);
    if (control->mode == CONTROL_HELP) {
        if (canvas_resize(canvas, layout->rows, layout->columns) != STATUS_OK)
            return failure_memory(failure);
        help_draw(&control->help, canvas);
        return STATUS_OK;
    }
    enum status status = session_draw(control->session, canvas, failure);
    if (status != STATUS_OK)
        return status;
    if (control->mode == CONTROL_PROMPT)
        draw_prompt(control, session_layout(control->session), canvas);
    else if (control->mode == CONTROL_EDIT)
        draw_edit(control, session_layout(control->session), canvas);
    else if (control->count > 0 || control->pending[0] != '\0')
        draw_count(control, session_layout(control->session), canvas);
    return STATUS_OK;
}

void control_resize(struct control *control, int rows, int columns)
{
    session_resize(control->session, rows, columns);
    control->redraw = true;
}
