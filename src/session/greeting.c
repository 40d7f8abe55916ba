/* The lines that a person sees who starts the program for the first time. */
#include "session/greeting.h"

#include <string.h>

#include "session/hint.h"
#include "session/state.h"

enum {
    LINES = 3,
    MARGIN = 2,  /* columns left and right of the longest line */
    ROWS_BELOW = 1 /* of the field */
};

/* Append more words to a line of ASCII if it then takes at most that many columns. */
static void append_more(int columns, const char *more, struct text *text)
{
    if (text->length + strlen(more) <= (size_t)columns)
        text_append(text, more);
}

/* What points: letters and digits are no arrows that everybody sees. */
static const char *pointer_of(const struct session *session)
{
    switch (session_glyphs(session)) {
    case GLYPHS_ascii:
        return "letter's corner";
    case GLYPHS_digits:
        return "digit of a keypad";
    default:
        return "arrow";
    }
}

/* What the picture is, in at most that many columns. */
static void append_meaning(const struct session *session, int columns, struct text *text)
{
    text_append_format(text, "Each %s points where f %s fastest", pointer_of(session),
                       session->now.ascent ? "rises" : "falls");
    append_more(columns, "; its colour tells how steep", text);
}

/* The tour, if there is room, and how to be rid of all this. */
static void append_end(int columns, struct text *text)
{
    static const char end[] = "any key clears this";
    const char *gap = text->length > 0 ? "  " : "";
    text_append(text, gap);
    append_more(columns - (int)sizeof end, ":tour a guided tour  ", text);
    text_append(text, end);
}

static void draw_lines(const struct session *session, const struct text lines[LINES], int room,
                       struct canvas *canvas)
{
    const struct layout *layout = &session->layout;
    int width = 0;
    for (int i = 0; i < LINES; i++) {
        int columns = canvas_text_width(text_string(&lines[i]));
        width = columns > width ? columns : width;
    }
    int left = layout->gutter + (room - width) / 2;
    for (int i = 0; i < LINES; i++) {
        int row = layout->field_row + layout->samples_up - ROWS_BELOW - LINES + i;
        for (int column = left - MARGIN; column < left + width + MARGIN; column++) {
            canvas_shade(canvas, row, column, COLOR_DEFAULT);
            canvas_put(canvas, row, column, ' ', PEN_PLAIN);
        }
        if (session->display.utf8)
            canvas_text(canvas, row, left, left + width, text_string(&lines[i]), PEN_PLAIN);
        else
            canvas_text_ascii(canvas, row, left, left + width, text_string(&lines[i]), PEN_PLAIN);
    }
}

void greeting_draw(const struct session *session, struct canvas *canvas)
{
    const struct layout *layout = &session->layout;
    struct text lines[LINES] = { TEXT_EMPTY, TEXT_EMPTY, TEXT_EMPTY };
    if (layout->rows < LAYOUT_ROWS_FULL || layout->columns < LAYOUT_COLUMNS_FULL)
        return;
    int room = layout_field_columns(layout);
    append_meaning(session, room - 2 * MARGIN, &lines[0]);
    hint_append_first(session, room - 2 * MARGIN, &lines[1]);
    hint_append_ways_out(session, room - 2 * MARGIN, &lines[2]);
    append_end(room - 2 * MARGIN, &lines[2]);
    if (!lines[0].failed && !lines[1].failed && !lines[2].failed)
        draw_lines(session, lines, room, canvas);
    for (int i = 0; i < LINES; i++)
        text_free(&lines[i]);
}
