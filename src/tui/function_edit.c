/* The function edited in place: the field follows while a person types. */
#include "tui/function_edit.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/hint.h"
#include "session/trial.h"
#include "tui/keys.h"

static const char mark[] = "f: ";
static const char hint[] = "Enter keep  Esc as before  ^U clear  ^A ^E ends  ^W word";

enum status function_edit_begin(struct function_edit *edit, struct session *session,
                                struct text *killed, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    enum status status = trial_begin(session, &text, failure);
    edit->wrong = false;
    prompt_start(&edit->line, killed);
    if (status == STATUS_OK && !prompt_insert(&edit->line, text_string(&text), text.length)) {
        trial_drop(session);
        status = failure_set(failure, STATUS_USAGE, "edit",
                             "the text is too long to be edited here, use --file");
    }
    text_free(&text);
    return status;
}

/* Let the session show what is written. */
static void show(struct function_edit *edit, struct session *session)
{
    struct source_text text = { "function", edit->line.bytes, edit->line.length };
    edit->wrong = trial_show(session, &text, &edit->failure) != STATUS_OK;
}

enum function_edit_answer function_edit_key(struct function_edit *edit, struct session *session,
                                            const char *key)
{
    switch (prompt_key(&edit->line, key)) {
    case PROMPT_EDITED:
        show(edit, session);
        return FUNCTION_EDIT_GOES_ON;
    case PROMPT_REFUSED:
        break;
    case PROMPT_ENTERED:
        if (edit->wrong)
            break;
        trial_keep(session);
        return FUNCTION_EDIT_LEFT;
    case PROMPT_CANCELLED:
        trial_drop(session);
        return FUNCTION_EDIT_LEFT;
    }
    return FUNCTION_EDIT_REFUSED;
}

bool function_edit_insert(struct function_edit *edit, struct session *session, const char *bytes,
                          size_t length)
{
    if (!prompt_insert(&edit->line, bytes, length))
        return false;
    show(edit, session);
    return true;
}

/* Where character `number`, from 1, of the line begins. */
static size_t find_character(const struct prompt *line, size_t number)
{
    size_t at = 0;
    for (size_t i = 1; i < number && at < line->length; i++) {
        uint32_t character;
        size_t size = utf8_decode(line->bytes + at, line->length - at, &character);
        at += size == 0 ? 1 : size;
    }
    return at;
}

/* Point from below at the place that is wrong, with the reason beside it where there is room. */
static void draw_failure(const struct function_edit *edit, struct canvas *canvas, int row,
                         bool ascii)
{
    int columns = canvas_columns(canvas);
    size_t at = find_character(&edit->line, edit->failure.column);
    int place = prompt_column(&edit->line, mark, at, columns, ascii);
    const char *reason = edit->failure.message;
    int width = canvas_text_width(reason);
    int start = place + 2;
    if (start + width > columns)
        start = place - 1 - width > 0 ? place - 1 - width : 0;
    canvas_text(canvas, row, start, columns, reason, PEN_PLAIN);
    if (start > place || start + width <= place)
        canvas_put(canvas, row, place, '^', PEN_PLAIN);
}

/* What can be pressed, as much of it as there is room for. */
static void draw_hint(struct canvas *canvas, int row)
{
    struct text line = TEXT_EMPTY;
    hint_append_fixed(hint, canvas_columns(canvas), &line);
    canvas_text(canvas, row, 0, canvas_columns(canvas), text_string(&line), PEN_PLAIN);
    text_free(&line);
}

void function_edit_draw(const struct function_edit *edit, struct canvas *canvas, int row,
                        bool ascii)
{
    int columns = canvas_columns(canvas);
    prompt_draw_after(&edit->line, mark, canvas, row, ascii);
    canvas_clear_row(canvas, row + 1);
    if (edit->wrong && edit->failure.line == 1)
        draw_failure(edit, canvas, row + 1, ascii);
    else if (edit->wrong)
        canvas_text(canvas, row + 1, 0, columns, edit->failure.message, PEN_PLAIN);
    else
        draw_hint(canvas, row + 1);
}
