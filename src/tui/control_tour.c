/* Keys during the tour, and the page that stands below the field or, without room, alone. */
#include "session/tour.h"

#include <stdio.h>
#include <string.h>

#include "session/hint.h"
#include "tui/control_parts.h"

enum {
    ROWS_AROUND = 2,     /* of a page: its heading, and what can be pressed */
    FIELD_ROWS_LEAST = 12, /* of a frame above a page; its lowest row is the heading's */
    FIELD_COLUMNS_LEAST = LAYOUT_COLUMNS_LEAST,
    MESSAGE_SIZE = 96
};

/* What a key means on a page. */
enum turn { TURN_NONE, TURN_ON, TURN_BACK, TURN_SHOW, TURN_LEAVE };

static enum turn turn_of(const char *key)
{
    static const struct {
        const char *key;
        enum turn turn;
    } turns[] = {
        { KEY_NAME_SPACE, TURN_ON },       { KEY_NAME_ENTER, TURN_ON },
        { KEY_NAME_PAGE_DOWN, TURN_ON },   { KEY_NAME_BACKSPACE, TURN_BACK },
        { KEY_NAME_PAGE_UP, TURN_BACK },   { "^H", TURN_BACK },
        { KEY_NAME_TAB, TURN_SHOW },       { "q", TURN_LEAVE },
        { KEY_NAME_ESCAPE, TURN_LEAVE },   { "^C", TURN_LEAVE },
    };
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++)
        if (strcmp(turns[i].key, key) == 0)
            return turns[i].turn;
    return TURN_NONE;
}

static const struct tour_page *page_of(const struct control *control)
{
    return tour_page_at(tour_page_shown(control->session));
}

static bool is_last(const struct control *control)
{
    return tour_page_shown(control->session) + 1 == tour_page_count();
}

/* Columns of a page's text. */
static int text_columns(const struct control *control)
{
    int columns = control->columns < TOUR_COLUMNS ? control->columns : TOUR_COLUMNS;
    return columns > 1 ? columns : 1;
}

static void append_page(const struct control *control, const struct tour_page *page,
                        struct text *text)
{
    tour_append_lines(page, text_columns(control), !session_is_utf8(control->session), text);
}

static int count_lines(const struct text *text)
{
    int lines = 1;
    for (const char *at = text_string(text); (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    return lines;
}

/* Lines of the present page, or of the longest of all. */
static int page_lines(const struct control *control, bool longest)
{
    int most = 0;
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < tour_page_count(); i++) {
        if (!longest && i != tour_page_shown(control->session))
            continue;
        text_clear(&text);
        append_page(control, tour_page_at(i), &text);
        int lines = count_lines(&text);
        most = lines > most ? lines : most;
    }
    text_free(&text);
    return most;
}

/* Rows of the panel below the field: the same for all pages, so that the field stays as it is. */
static int panel_rows(const struct control *control)
{
    return page_lines(control, true) + ROWS_AROUND;
}

/* Whether there is room for the field and a page below it. */
static bool has_room(const struct control *control)
{
    return control->columns >= FIELD_COLUMNS_LEAST &&
           control->rows - panel_rows(control) + 1 >= FIELD_ROWS_LEAST;
}

/* Whether there is room for the field alone. */
static bool has_field(const struct control *control)
{
    return !session_layout(control->session)->too_small;
}

const struct mode *control_tour_mode(const struct control *control)
{
    bool field = has_room(control) || (control->tour.field_shown && has_field(control));
    return field ? &mode_tour : &mode_tour_page;
}

int control_tour_rows(const struct control *control)
{
    return tour_is_on(control->session) && has_room(control) ? panel_rows(control) - 1 : 0;
}

/* Show a page; one that cannot be shown ends the tour. */
static void turn_to(struct control *control, size_t index)
{
    struct failure failure;
    control->tour.field_shown = false;
    control->tour.line = 0;
    if (tour_turn(control->session, index, &failure) == STATUS_OK)
        return;
    tour_leave(control->session);
    control_tell(control, &failure);
}

void control_begin_tour(struct control *control)
{
    struct failure failure;
    size_t wanted = tour_wanted(control->session);
    if (!tour_is_on(control->session) && tour_begin(control->session, &failure) != STATUS_OK) {
        control_tell(control, &failure);
        return;
    }
    control_fit(control);
    turn_to(control, wanted);
}

/* Everything is as it was before; the size comes first, so that nothing is fitted twice. */
static void leave(struct control *control)
{
    char message[MESSAGE_SIZE];
    size_t page = tour_page_shown(control->session) + 1;
    if (is_last(control))
        snprintf(message, sizeof message, "that was the tour; :tour begins it anew");
    else
        snprintf(message, sizeof message, "the tour is left; :tour %zu goes on with it", page);
    session_resize(control->session, control->rows, control->columns);
    tour_leave(control->session);
    session_set_message(control->session, message);
}

/* Rows of text where the page stands alone. */
static int alone_rows(const struct control *control)
{
    return control->rows > ROWS_AROUND ? control->rows - ROWS_AROUND : 1;
}

/* Whether the page stands alone, with text below what is seen. */
static bool has_more(const struct control *control)
{
    return control_tour_mode(control) == &mode_tour_page &&
           control->tour.line + alone_rows(control) < page_lines(control, false);
}

/* On within the page, to the next one, or out. */
static void turn_on(struct control *control)
{
    if (has_more(control))
        control->tour.line += alone_rows(control);
    else if (is_last(control))
        leave(control);
    else
        turn_to(control, tour_page_shown(control->session) + 1);
}

static void turn_back(struct control *control)
{
    size_t page = tour_page_shown(control->session);
    if (control->tour.line > 0 && control_tour_mode(control) == &mode_tour_page)
        control->tour.line -= alone_rows(control);
    else if (page == 0)
        control_refuse(control, "this is the first page");
    else
        turn_to(control, page - 1);
}

/* Turn as a key says; false when it is none of the tour's. */
static bool obey_turn(struct control *control, const char *key)
{
    enum turn turn = turn_of(key);
    if (turn == TURN_SHOW && has_room(control))
        return false;
    switch (turn) {
    case TURN_NONE:
        return false;
    case TURN_ON:
        turn_on(control);
        break;
    case TURN_BACK:
        turn_back(control);
        break;
    case TURN_SHOW:
        control->tour.field_shown = !control->tour.field_shown;
        break;
    case TURN_LEAVE:
        leave(control);
        break;
    }
    return true;
}

/* Whether the field waits for the rest of a key or for what a count is for. */
static bool is_pending(const struct control *control)
{
    return control->count > 0 || control->pending[0] != '\0' || control->lettered != NULL;
}

/* The field's keys are alive, so that a page can be tried; a page alone gives way to the field. */
static void tour_mode_key(struct control *control, const char *key)
{
    if (!is_pending(control) && obey_turn(control, key))
        return;
    control->tour.field_shown = !has_room(control);
    if (has_field(control))
        mode_field.key(control, key);
    else
        control->ring = true;
}

static void draw_words(const struct control *control, struct canvas *canvas, int row,
                       const char *words, uint8_t attributes)
{
    struct pen pen = PEN_PLAIN;
    pen.attributes = attributes;
    if (session_is_utf8(control->session))
        canvas_text(canvas, row, 0, canvas_columns(canvas), words, pen);
    else
        canvas_text_ascii(canvas, row, 0, canvas_columns(canvas), words, pen);
}

static void draw_heading(const struct control *control, struct canvas *canvas, int row)
{
    struct text heading = TEXT_EMPTY;
    text_append_format(&heading, "%zu/%zu  %s", tour_page_shown(control->session) + 1,
                       tour_page_count(), page_of(control)->heading);
    canvas_clear_row(canvas, row);
    draw_words(control, canvas, row, text_string(&heading), ATTRIBUTE_BOLD);
    text_free(&heading);
}

/* Draw the lines of the page from one of them on, into at most so many rows. */
static void draw_lines(const struct control *control, struct canvas *canvas, int row, int rows,
                       int first)
{
    struct text text = TEXT_EMPTY;
    append_page(control, page_of(control), &text);
    char *line = text.failed ? NULL : text.bytes;
    for (int i = 0; line != NULL && i < first + rows; i++) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        if (i >= first)
            draw_words(control, canvas, row + i - first, line, 0);
        line = end == NULL ? NULL : end + 1;
    }
    text_free(&text);
}

/* What can be pressed, the most worth first. */
static void draw_keys(const struct control *control, struct canvas *canvas, int row)
{
    struct text entries = TEXT_EMPTY;
    struct text line = TEXT_EMPTY;
    bool alone = control_tour_mode(control) == &mode_tour_page;
    text_append(&entries, has_more(control)  ? "Space more  q leave"
                          : is_last(control) ? "Space end  q leave"
                                             : "Space next  q leave");
    if (!has_room(control) && has_field(control))
        text_append(&entries, alone ? "  Tab field" : "  Tab text");
    if (tour_page_shown(control->session) > 0)
        text_append(&entries, "  Backspace back");
    if (!alone)
        text_append(&entries, "  ? all keys");
    hint_append_fixed(text_string(&entries), control->columns, &line);
    control_draw_hint(control, canvas, row, &line);
    text_free(&entries);
    text_free(&line);
}

enum status control_draw_tour(const struct control *control, struct canvas *canvas)
{
    int row = session_layout(control->session)->hint_row;
    if (canvas_extend(canvas, control->rows) != STATUS_OK)
        return STATUS_FAILED;
    draw_heading(control, canvas, row);
    draw_lines(control, canvas, row + 1, control->rows - row - ROWS_AROUND, 0);
    if (control->mode == CONTROL_FIELD)
        draw_keys(control, canvas, control->rows - 1);
    return STATUS_OK;
}

/* The field without room for the page tells how the page is seen. */
static void draw_tour(const struct control *control, const struct layout *layout,
                      struct canvas *canvas)
{
    if (!has_room(control))
        draw_keys(control, canvas, control->rows - 1);
    mode_field.draw(control, layout, canvas);
}

static void draw_tour_page(const struct control *control, const struct layout *layout,
                           struct canvas *canvas)
{
    (void)layout;
    canvas_set_cursor(canvas, (struct canvas_cursor){ .visible = false });
    draw_heading(control, canvas, 0);
    draw_lines(control, canvas, 1, control->rows - ROWS_AROUND, control->tour.line);
    if (control->rows > 1)
        draw_keys(control, canvas, control->rows - 1);
}

const struct mode mode_tour = { .key = tour_mode_key, .mouse = control_field_mouse,
                                .draw = draw_tour };
const struct mode mode_tour_page = { .key = tour_mode_key, .draw = draw_tour_page, .covers = true,
                                     .redraws = true };
