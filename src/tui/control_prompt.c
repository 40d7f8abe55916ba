/* Keys while a command is typed. */
#include <string.h>

#include "session/command.h"
#include "session/completion.h"
#include "session/hint.h"
#include "tui/control_parts.h"

/* Say once, where nothing else is to be said, why lines are not kept. */
static void tell_trouble(struct control *control)
{
    struct text line = TEXT_EMPTY;
    const struct failure *trouble = &control->lines.trouble;
    if (!control->lines.troubled || session_message(control->session)[0] != '\0')
        return;
    text_append_format(&line, "lines typed at : are not kept: %s %s", trouble->origin,
                       trouble->message);
    session_set_message(control->session, text_string(&line));
    text_free(&line);
    control->lines.troubled = false;
}

/* Whether the line is one to be run again: neither blank nor what asks for that. */
static bool is_repeatable(const struct text *line)
{
    static const char blanks[] = " ";
    const char *name = text_string(line) + strspn(text_string(line), blanks);
    const struct command *command = command_find(name, strcspn(name, blanks));
    return name[0] != '\0' && (command == NULL || strcmp(command->name, "repeat") != 0);
}

/* Run the line that was typed, and keep it. */
static void run_typed(struct control *control)
{
    struct text line = TEXT_EMPTY;
    line_history_add(&control->lines, control->prompt.bytes, control->prompt.length);
    text_append_bytes(&line, control->prompt.bytes, control->prompt.length);
    control->mode = CONTROL_FIELD;
    control_run(control, control->prompt.bytes, control->prompt.length);
    tell_trouble(control);
    if (!line.failed && is_repeatable(&line)) {
        text_free(&control->typed);
        control->typed = line;
    } else {
        text_free(&line);
    }
}

bool control_repeat(struct control *control)
{
    const struct text *line = &control->typed;
    if (line->length > 0)
        return control_run(control, text_string(line), line->length);
    control_refuse(control, "no line was typed after : yet");
    return false;
}

static void prompt_mode_key(struct control *control, const char *key)
{
    enum completion_answer answer =
        completion_list_key(&control->completion, &control->prompt, control->session, key);
    if (answer != COMPLETION_PASSED) {
        control->ring = answer == COMPLETION_REFUSED;
        return;
    }
    enum line_history_answer walked = line_history_key(&control->lines, &control->prompt, key);
    if (walked != LINE_HISTORY_PASSED) {
        control->ring = walked == LINE_HISTORY_REFUSED;
        return;
    }
    switch (prompt_key(&control->prompt, key)) {
    case PROMPT_EDITED:
        break;
    case PROMPT_REFUSED:
        control->ring = true;
        break;
    case PROMPT_ENTERED:
        run_typed(control);
        break;
    case PROMPT_CANCELLED:
        control->mode = CONTROL_FIELD;
        break;
    }
}

/* What the command being typed takes and does; before that, what can be pressed. */
static void draw_prompt_hint(const struct control *control, struct canvas *canvas, int row)
{
    int columns = canvas_columns(canvas);
    const struct command *command =
        completion_command(control->prompt.bytes, control->prompt.length);
    if (command == NULL) {
        struct text line = TEXT_EMPTY;
        hint_append_fixed(control->completion.open ? completion_list_hint() : prompt_hint(),
                          columns, &line);
        control_draw_hint(control, canvas, row, &line);
        text_free(&line);
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
    canvas_clear_row(canvas, layout->hint_row);
    draw_prompt_hint(control, canvas, layout->hint_row);
    prompt_draw(&control->prompt, canvas, layout->message_row, ascii);
    completion_list_draw(&control->completion, canvas, layout->message_row, ascii);
}

static bool insert(struct control *control, const char *bytes, size_t length)
{
    control->completion.open = false;
    return prompt_insert(&control->prompt, bytes, length);
}

const struct mode mode_prompt = { .key = prompt_mode_key, .insert = insert, .draw = draw_prompt,
                                  .redraws = true };
