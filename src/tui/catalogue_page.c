/* The page of the list of functions: names, a preview, formula and what to look for. */
#include "tui/catalogue_page.h"

#include <stdio.h>
#include <string.h>

#include "base/integer.h"
#include "tui/paragraph.h"

enum {
    COLUMNS_PREVIEWED = 60, /* from here on a preview stands beside the names */
    ROWS_TITLED = 10,       /* from here on there is a title */
    ROWS_HINTED = 4,        /* from here on there is a hint */
    NAMES_LEAST = 4,        /* rows of names that the texts leave */
    MARK_COLUMNS = 2,       /* before a name */
    GAP = 2,                /* behind it */
    LABEL_SIZE = 64         /* bytes of a name with its variables, or of a count */
};

static const char hint_wide[] = "Enter show  Esc leave  Up Down choose  letters search  ^U clear";
static const char hint_short[] = "Enter show Esc leave";

/* What stands where. Texts and preview have no rows where there is no room for them. */
struct page {
    bool has_title;
    bool has_hint;
    int search_row;
    struct preview_area names;
    struct preview_area preview;
    struct preview_area texts;
};

/* The name of a function, with its variables where the plane does not show them all. */
static void write_label(const struct catalogue_list *list, size_t function, char label[LABEL_SIZE])
{
    const char *name = listing_at(function).name;
    if (list->variables[function] > AXES)
        snprintf(label, LABEL_SIZE, "%s n=%zu", name, list->variables[function]);
    else
        snprintf(label, LABEL_SIZE, "%s", name);
}

/* Columns of the widest name, with what stands around it. */
static int names_columns(const struct catalogue_list *list)
{
    char label[LABEL_SIZE];
    int widest = 0;
    for (size_t i = 0; i < LISTED; i++) {
        write_label(list, i, label);
        widest = integer_larger(widest, canvas_text_width(label));
    }
    return MARK_COLUMNS + widest + GAP;
}

/* Rows of the longest texts, so that nothing moves from one function to the next. */
static int texts_rows(int columns)
{
    int most = 0;
    for (size_t i = 0; i < LISTED; i++) {
        struct listed listed = listing_at(i);
        most = integer_larger(most, paragraph_lines(listed.formula, columns) +
                                        paragraph_lines(listed.look, columns));
    }
    return most;
}

/* Beside the names: the preview, and the texts below it; the texts alone where it has no room. */
static void place_beside(struct page *page, const struct catalogue_list *list)
{
    struct preview_area beside = page->names;
    int columns = page->names.columns;
    page->names.columns = names_columns(list);
    beside.column = page->names.columns;
    beside.columns = columns - beside.column;
    page->texts = beside;
    int rows = beside.rows - texts_rows(beside.columns);
    if (rows < PREVIEW_ROWS_LEAST)
        return;
    page->preview = beside;
    page->preview.rows = rows;
    page->texts.row += rows;
    page->texts.rows -= rows;
}

/* Below the names: the texts, where that leaves some names. */
static void place_below(struct page *page)
{
    int rows = integer_smaller(texts_rows(page->names.columns), page->names.rows - NAMES_LEAST);
    if (rows <= 0)
        return;
    page->texts = page->names;
    page->texts.row += page->names.rows - rows;
    page->texts.rows = rows;
    page->names.rows -= rows;
}

static struct page make_page(const struct catalogue_list *list, int rows, int columns)
{
    struct page page = { .has_title = rows >= ROWS_TITLED, .has_hint = rows >= ROWS_HINTED };
    page.search_row = rows - 1 - page.has_hint;
    page.names.row = page.has_title;
    page.names.rows = integer_larger(page.search_row - page.names.row, 0);
    page.names.columns = columns;
    if (columns >= COLUMNS_PREVIEWED)
        place_beside(&page, list);
    else if (page.has_title)
        place_below(&page);
    return page;
}

int catalogue_page_rows(const struct catalogue_list *list, int rows, int columns)
{
    return integer_larger(make_page(list, rows, integer_larger(columns, 1)).names.rows, 1);
}

/* The first name that is shown in so many rows: those around the choice are. */
static int first_shown(const struct catalogue_list *list, int rows)
{
    int middle = (int)list->chosen - rows / 2;
    return integer_larger(0, integer_smaller(middle, (int)list->count - rows));
}

static void describe_count(const struct catalogue_list *list, int rows, char text[LABEL_SIZE])
{
    int first = first_shown(list, rows);
    int count = (int)list->count;
    if (count == 0)
        snprintf(text, LABEL_SIZE, "none found");
    else
        snprintf(text, LABEL_SIZE, "functions %d-%d of %d%s", first + 1,
                 integer_smaller(first + rows, count), count, count < LISTED ? " found" : "");
}

static void draw_title(const struct catalogue_list *list, int rows, struct canvas *canvas)
{
    static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };
    char count[LABEL_SIZE];
    int columns = canvas_columns(canvas);
    describe_count(list, rows, count);
    int column = canvas_text(canvas, 0, 0, columns, "catalogue", reverse);
    int width = canvas_text_width(count);
    if (column + GAP + width <= columns)
        canvas_text(canvas, 0, columns - width, columns, count, PEN_PLAIN);
}

/* Draw name number `place` of those found. */
static void draw_name(const struct catalogue_list *list, size_t place, struct canvas *canvas,
                      int row, int columns)
{
    char label[LABEL_SIZE];
    struct pen pen = PEN_PLAIN;
    write_label(list, list->found[place], label);
    if (place == list->chosen) {
        canvas_put(canvas, row, 0, '>', pen);
        pen.attributes = ATTRIBUTE_REVERSE;
    }
    canvas_text(canvas, row, MARK_COLUMNS, columns, label, pen);
}

/* As many names as there is room for, those around the choice. */
static void draw_names(const struct catalogue_list *list, const struct preview_area *area,
                       struct canvas *canvas)
{
    int count = (int)list->count;
    int first = first_shown(list, area->rows);
    for (int i = 0; i < area->rows && first + i < count; i++)
        draw_name(list, (size_t)(first + i), canvas, area->row + i, area->columns);
}

static void draw_texts(struct listed listed, const struct preview_area *area,
                       struct canvas *canvas)
{
    int taken = paragraph_draw(canvas, area->row, area->column, area->rows, area->columns,
                               listed.formula);
    paragraph_draw(canvas, area->row + taken, area->column, area->rows - taken, area->columns,
                   listed.look);
}

/* The field, or why there is none. */
static void draw_field(struct preview *preview, size_t function, const struct preview_area *area,
                       struct canvas *canvas)
{
    struct failure failure;
    if (preview_draw(preview, function, area, canvas, &failure) != STATUS_OK)
        paragraph_draw(canvas, area->row, area->column, area->rows, area->columns,
                       failure.message);
}

/* What is known of the choice. */
static void draw_choice(const struct catalogue_list *list, const struct page *page,
                        struct canvas *canvas)
{
    size_t function = catalogue_list_choice(list);
    if (function == LISTED) {
        paragraph_draw(canvas, page->names.row, 0, page->names.rows, canvas_columns(canvas),
                       "no function matches; <Backspace> takes back");
        return;
    }
    if (page->texts.rows > 0)
        draw_texts(listing_at(function), &page->texts, canvas);
    if (page->preview.rows > 0)
        draw_field(list->preview, function, &page->preview, canvas);
}

void catalogue_page_draw(const struct catalogue_list *list, struct canvas *canvas, bool ascii)
{
    int rows = canvas_rows(canvas);
    int columns = canvas_columns(canvas);
    canvas_clear(canvas);
    if (rows == 0 || columns == 0)
        return;
    struct page page = make_page(list, rows, columns);
    if (page.has_title)
        draw_title(list, page.names.rows, canvas);
    draw_names(list, &page.names, canvas);
    draw_choice(list, &page, canvas);
    prompt_draw_after(&list->search, "/", canvas, page.search_row, ascii);
    if (page.has_hint)
        canvas_text(canvas, rows - 1, 0, columns,
                    canvas_text_width(hint_wide) <= columns ? hint_wide : hint_short, PEN_PLAIN);
}
