/* The page that lists critical points, to choose one. */
#include "tui/critical_page.h"

#include <stdio.h>
#include <string.h>

#include "base/integer.h"
#include "base/number.h"
#include "session/hint.h"
#include "tui/keys.h"
#include "tui/paragraph.h"

enum {
    MARK_COLUMNS = 2,   /* before a point */
    GAP = 2,            /* between columns */
    NARROW_DIGITS = 3,  /* where there is least room */
    NARROW_WIDTH = 9,   /* columns of such a number: -1.23e-17 */
    ROWS_TITLED = 7,    /* from here on there is a title */
    ROWS_HEADED = 6,    /* and a heading */
    ROWS_HINTED = 4,    /* and a hint */
    SUMMARY_SHARE = 3,  /* of the rows the summary takes no more than one in so many */
    POSITION_SIZE = 64, /* bytes of "1-9 of 9" */
    FAR = 1 << 20       /* further than a list is long */
};

static const char hint[] = "Enter go there  q leave  j k choose  Space b page  g G ends";

/* What stands where. */
struct extent {
    bool has_title;
    bool has_heading;
    bool has_hint;
    int first_row; /* of the points */
    int rows;      /* that they have, at least 1 */
    int summary_rows;
    enum critical_column last; /* column that is shown */
    bool letters;              /* stand for kinds */
    bool narrow;               /* coordinates have fewer digits, with one blank between */
};

/* Columns of the canvas that the list takes with its columns up to `last`. */
static int list_width(const struct critical_rows *list, enum critical_column last, bool letters)
{
    int width = MARK_COLUMNS + (letters ? 1 : list->widths[CRITICAL_COLUMN_KIND]);
    for (int column = CRITICAL_COLUMN_X0; column <= (int)last; column++)
        width += GAP + list->widths[column];
    return width;
}

/* Leave columns out until the others have room. Of the two eigenvalues both are shown or none. */
static void choose_columns(struct extent *extent, const struct critical_rows *list, int columns)
{
    static const enum critical_column lasts[] = { CRITICAL_COLUMN_INDEX, CRITICAL_COLUMN_LARGER,
                                                  CRITICAL_COLUMN_VALUE, CRITICAL_COLUMN_X1 };
    for (size_t i = 0; i < sizeof lasts / sizeof lasts[0]; i++) {
        extent->last = lasts[i];
        if (list_width(list, lasts[i], false) <= columns)
            return;
    }
    extent->letters = true;
    extent->narrow = list_width(list, CRITICAL_COLUMN_X1, true) > columns;
}

static struct extent find_extent(const struct critical_page *page, int rows, int columns)
{
    struct extent extent = { .has_title = rows >= ROWS_TITLED,
                             .has_heading = rows >= ROWS_HEADED,
                             .has_hint = rows >= ROWS_HINTED };
    int lines = paragraph_lines(page->list.summary, integer_larger(columns, 1));
    extent.summary_rows = integer_smaller(lines, rows / SUMMARY_SHARE);
    extent.first_row = extent.has_title + extent.has_heading;
    extent.rows =
        integer_larger(rows - extent.first_row - extent.summary_rows - extent.has_hint, 1);
    choose_columns(&extent, &page->list, columns);
    return extent;
}

enum status critical_page_open(struct critical_page *page, const struct session *session,
                               struct failure *failure)
{
    const double *probe = session_probe(session);
    page->chosen = 0;
    if (!critical_rows_make(&page->list, session))
        return failure_memory(failure);
    for (size_t i = 0; i < page->list.count; i++)
        if (page->list.rows[i].at[0] == probe[0] && page->list.rows[i].at[1] == probe[1])
            page->chosen = i;
    return STATUS_OK;
}

void critical_page_close(struct critical_page *page)
{
    critical_rows_free(&page->list);
    page->chosen = 0;
}

const double *critical_page_choice(const struct critical_page *page)
{
    return page->list.rows[page->chosen].at;
}

/* How far a key moves, in points or, with `pages`, in screens. */
static const struct {
    const char *key;
    int points;
    int pages;
} moves[] = {
    { "j", 1, 0 },            { KEY_NAME_DOWN, 1, 0 },  { "n", 1, 0 },
    { "k", -1, 0 },           { KEY_NAME_UP, -1, 0 },   { "N", -1, 0 },
    { KEY_NAME_SPACE, 0, 1 }, { "^F", 0, 1 },           { KEY_NAME_PAGE_DOWN, 0, 1 },
    { "b", 0, -1 },           { "^B", 0, -1 },          { KEY_NAME_PAGE_UP, 0, -1 },
    { "g", -FAR, 0 },         { KEY_NAME_HOME, -FAR, 0 },
    { "G", FAR, 0 },          { KEY_NAME_END, FAR, 0 },
};

static const char *const leaving[] = { "q", KEY_NAME_ESCAPE, "^C" };

static enum critical_answer move(struct critical_page *page, const char *key, int rows)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        if (strcmp(key, moves[i].key) != 0)
            continue;
        int place = (int)page->chosen + moves[i].points + moves[i].pages * rows;
        place = integer_smaller(place, (int)page->list.count - 1);
        page->chosen = (size_t)integer_larger(0, place);
        return CRITICAL_GOES_ON;
    }
    return CRITICAL_REFUSED;
}

enum critical_answer critical_page_key(struct critical_page *page, const char *key, int rows,
                                       int columns)
{
    for (size_t i = 0; i < sizeof leaving / sizeof leaving[0]; i++)
        if (strcmp(key, leaving[i]) == 0)
            return CRITICAL_LEFT;
    if (page->list.count == 0)
        return CRITICAL_REFUSED;
    if (strcmp(key, KEY_NAME_ENTER) == 0)
        return CRITICAL_CHOSEN;
    return move(page, key, find_extent(page, rows, columns).rows);
}

/* The first point that is shown: those around the choice are. */
static int first_shown(const struct critical_page *page, const struct extent *extent)
{
    int middle = (int)page->chosen - extent->rows / 2;
    return integer_larger(0, integer_smaller(middle, (int)page->list.count - extent->rows));
}

static void draw_title(const struct critical_page *page, const struct extent *extent,
                       struct canvas *canvas)
{
    static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };
    char position[POSITION_SIZE] = "";
    int columns = canvas_columns(canvas);
    int first = first_shown(page, extent);
    int count = (int)page->list.count;
    if (count > 0)
        snprintf(position, sizeof position, "%d-%d of %d", first + 1,
                 integer_smaller(first + extent->rows, count), count);
    int column = canvas_text(canvas, 0, 0, columns, "critical points", reverse);
    int width = canvas_text_width(position);
    if (column + GAP + width <= columns)
        canvas_text(canvas, 0, columns - width, columns, position, PEN_PLAIN);
}

/* Write the cells of a line: words from the left, numbers against the right of their columns. */
static void draw_cells(const struct critical_page *page, const struct extent *extent,
                       const char *const cells[CRITICAL_COLUMNS], struct canvas *canvas, int row,
                       struct pen pen)
{
    int columns = canvas_columns(canvas);
    int width = list_width(&page->list, CRITICAL_COLUMN_KIND, extent->letters);
    canvas_text(canvas, row, MARK_COLUMNS, columns, cells[CRITICAL_COLUMN_KIND], pen);
    for (int column = CRITICAL_COLUMN_X0; column <= (int)extent->last; column++) {
        width += extent->narrow ? 1 + NARROW_WIDTH : GAP + page->list.widths[column];
        canvas_text(canvas, row, width - canvas_text_width(cells[column]), columns,
                    cells[column], pen);
    }
}

static void draw_heading(const struct critical_page *page, const struct extent *extent,
                         struct canvas *canvas)
{
    static const struct pen bold = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_BOLD };
    const char *cells[CRITICAL_COLUMNS];
    for (int column = 0; column < CRITICAL_COLUMNS; column++)
        cells[column] = critical_rows_heading((enum critical_column)column);
    if (extent->letters)
        cells[CRITICAL_COLUMN_KIND] = "";
    draw_cells(page, extent, cells, canvas, extent->first_row - 1, bold);
}

static void draw_point(const struct critical_page *page, const struct extent *extent, size_t index,
                       struct canvas *canvas, int row)
{
    const struct critical_row *point = &page->list.rows[index];
    const char letter[] = { point->letter, '\0' };
    char numbers[AXES][NUMBER_SIZE];
    const char *cells[CRITICAL_COLUMNS];
    struct pen pen = PEN_PLAIN;
    for (int column = 0; column < CRITICAL_COLUMNS; column++)
        cells[column] = point->cells[column];
    if (extent->letters)
        cells[CRITICAL_COLUMN_KIND] = letter;
    for (int axis = 0; axis < AXES && extent->narrow; axis++)
        cells[CRITICAL_COLUMN_X0 + axis] =
            number_short(point->at[axis], NARROW_DIGITS, numbers[axis]);
    if (index == page->chosen) {
        canvas_put(canvas, row, 0, '>', PEN_PLAIN);
        canvas_set_cursor(canvas, (struct canvas_cursor){ row, 0, true });
        pen.attributes = ATTRIBUTE_REVERSE;
    }
    draw_cells(page, extent, cells, canvas, row, pen);
}

static void draw_points(const struct critical_page *page, const struct extent *extent,
                        struct canvas *canvas)
{
    int first = first_shown(page, extent);
    int count = integer_smaller(extent->rows, (int)page->list.count - first);
    for (int i = 0; i < count; i++)
        draw_point(page, extent, (size_t)(first + i), canvas, extent->first_row + i);
}

/* The summary below the points, and what can be pressed. */
static void draw_foot(const struct critical_page *page, const struct extent *extent,
                      struct canvas *canvas)
{
    struct text line = TEXT_EMPTY;
    int columns = canvas_columns(canvas);
    paragraph_draw(canvas, extent->first_row + extent->rows, 0, extent->summary_rows, columns,
                   page->list.summary);
    if (!extent->has_hint)
        return;
    hint_append_fixed(hint, columns, &line);
    canvas_text(canvas, canvas_rows(canvas) - 1, 0, columns, text_string(&line), PEN_PLAIN);
    text_free(&line);
}

void critical_page_draw(const struct critical_page *page, struct canvas *canvas)
{
    struct extent extent = find_extent(page, canvas_rows(canvas), canvas_columns(canvas));
    canvas_clear(canvas);
    canvas_set_cursor(canvas, (struct canvas_cursor){ 0, 0, false });
    if (canvas_rows(canvas) == 0 || canvas_columns(canvas) == 0)
        return;
    if (extent.has_title)
        draw_title(page, &extent, canvas);
    if (extent.has_heading)
        draw_heading(page, &extent, canvas);
    draw_points(page, &extent, canvas);
    draw_foot(page, &extent, canvas);
}
