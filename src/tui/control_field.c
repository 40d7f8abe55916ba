/* Keys where the field is all there is: counts, keys of several characters, bindings. */
#include <stdio.h>
#include <string.h>

#include "session/command.h"
#include "session/hint.h"
#include "tui/control_parts.h"
#include "tui/keys.h"

enum { LINE_SIZE = 96, COUNT_TEXT_SIZE = 32 }; /* bytes of a command with its count; of a count */

/* The command that a line is the name of, and nothing else; or NULL. */
static const struct command *command_alone(const char *line)
{
    return command_find(line, strlen(line));
}

/*
 * Run a line of at most BOUND_LINE_MOST bytes as often as a count says, 0 for none, until it fails
 * or something else than the field takes the keys.
 */
static void repeat_line(struct control *control, const char *line, int count)
{
    /* The line may bind the key that it belongs to anew. */
    char copy[BOUND_LINE_MOST + 1];
    size_t length = strlen(line);
    memcpy(copy, line, length + 1);
    for (int times = count > 0 ? count : 1; times > 0; times--)
        if (!control_run(control, copy, length) || control->ended ||
            control->mode != CONTROL_FIELD)
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
        if (count > REPEATS_MOST) {
            snprintf(line, sizeof line, "this key is repeated at most %d times", REPEATS_MOST);
            control_refuse(control, line);
        } else {
            repeat_line(control, bound, count);
        }
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
    if (count > KEY_COUNT_MOST) {
        char message[LINE_SIZE];
        snprintf(message, sizeof message, "a count is at most %d", KEY_COUNT_MOST);
        control_refuse(control, message);
        count = KEY_COUNT_MOST;
    }
    control->count = count;
    return true;
}

/* Add a key to those that wait for the rest of theirs; false when it does not follow on them. */
static bool take_beginning(struct control *control, const char *key, char keys[KEYS_SIZE])
{
    size_t waiting = strlen(control->pending);
    size_t length = strlen(key);
    keys[0] = '\0';
    if (waiting + length < KEYS_SIZE) {
        memcpy(keys, control->pending, waiting);
        memcpy(keys + waiting, key, length + 1);
    }
    bool begins = keymap_has_longer(session_keymap(control->session), keys);
    strcpy(control->pending, begins ? keys : "");
    return begins;
}

/* Say that keys stand for nothing: which ones, where they have names. */
static void refuse_keys(struct control *control, const char *keys)
{
    char message[LINE_SIZE];
    bool named = keys[0] != '\0' && strcmp(keys, KEY_NAME_UNKNOWN) != 0;
    snprintf(message, sizeof message, "no such key%s%s; ? shows help", named ? ": " : "",
             named ? keys : "");
    control_refuse(control, message);
}

static void field_key(struct control *control, const char *key)
{
    char keys[KEYS_SIZE];
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
        refuse_keys(control, keys);
    else
        run_bound(control, line, count);
}

/* The pending count and key stand at the right end of the message row. */
static void draw_count(const struct control *control, const struct layout *layout,
                       struct canvas *canvas)
{
    char text[COUNT_TEXT_SIZE];
    if (control->count == 0 && control->pending[0] == '\0')
        return;
    int length = control->count > 0
                     ? snprintf(text, sizeof text, " %d%s", control->count, control->pending)
                     : snprintf(text, sizeof text, " %s", control->pending);
    int columns = canvas_columns(canvas);
    if (length < columns)
        canvas_text(canvas, layout->message_row, columns - length, columns, text, PEN_PLAIN);
}

/* What may follow on what has been typed of a key or a count takes the place of the hints. */
static void draw_next(const struct control *control, const struct layout *layout,
                      struct canvas *canvas)
{
    struct text line = TEXT_EMPTY;
    const struct session *session = control->session;
    if (control->lettered != NULL)
        hint_append_letter(session, control->lettered, layout->columns, &line);
    else if (control->pending[0] != '\0')
        hint_append_next(session, control->pending, layout->columns, &line);
    else if (control->count > 0)
        hint_append_counted(session, layout->columns, &line);
    else
        return;
    control_draw_hint(control, canvas, layout->hint_row, &line);
    text_free(&line);
}

static void draw_pending(const struct control *control, const struct layout *layout,
                         struct canvas *canvas)
{
    if (layout->too_small)
        return;
    draw_count(control, layout, canvas);
    draw_next(control, layout, canvas);
}

const struct mode mode_field = { .key = field_key, .mouse = control_field_mouse,
                                 .draw = draw_pending };
