/* Which row and column of the canvas holds what. */
#include "view/layout.h"

#include "view/canvas.h"

enum {
    GUTTER_WIDE = 7,
    GUTTER_NARROW = 5,
    ROWS_AROUND_FULL = 7, /* title, axis, tick labels, legend, status, message, hint */
    ROWS_AROUND_SMALL = 5 /* title, tick labels, status, message, hint */
};

static int largest_odd(int most)
{
    return most % 2 == 0 ? most - 1 : most;
}

static int clamp_spacing(int spacing)
{
    if (spacing < LAYOUT_SPACING_LEAST)
        return LAYOUT_SPACING_LEAST;
    return spacing > LAYOUT_SPACING_MOST ? LAYOUT_SPACING_MOST : spacing;
}

static void place_rows(struct layout *layout)
{
    bool full = layout->rows >= LAYOUT_ROWS_FULL;
    layout->samples_up = largest_odd(layout->rows - (full ? ROWS_AROUND_FULL : ROWS_AROUND_SMALL));
    layout->title_row = 0;
    layout->field_row = 1;
    int next = layout->field_row + layout->samples_up;
    layout->axis_row = full ? next++ : LAYOUT_NO_ROW;
    layout->ticks_row = next++;
    layout->legend_row = full ? next++ : layout->title_row;
    layout->status_row = next;
    layout->message_row = layout->rows - 2;
    layout->hint_row = layout->rows - 1;
}

struct layout layout_make(int rows, int columns, int spacing)
{
    struct layout layout = {
        .rows = rows, .columns = columns, .spacing = clamp_spacing(spacing)
    };
    layout.too_small = rows < LAYOUT_ROWS_LEAST || columns < LAYOUT_COLUMNS_LEAST;
    if (layout.too_small)
        return layout;
    layout.gutter = columns < LAYOUT_COLUMNS_FULL ? GUTTER_NARROW : GUTTER_WIDE;
    layout.samples_across = largest_odd((columns - layout.gutter - 1) / layout.spacing + 1);
    place_rows(&layout);
    return layout;
}

int layout_field_columns(const struct layout *layout)
{
    return (layout->samples_across - 1) * layout->spacing + 1;
}

void layout_need(const struct layout *layout, layout_test *has_room, const void *something,
                 int *columns, int *rows)
{
    struct layout tried = layout_make(layout->rows, CANVAS_COLUMNS_MOST, layout->spacing);
    while (tried.rows < CANVAS_ROWS_MOST && !has_room(&tried, something))
        tried = layout_make(tried.rows + 1, CANVAS_COLUMNS_MOST, layout->spacing);
    *rows = tried.rows;
    tried = layout_make(*rows, layout->columns, layout->spacing);
    while (tried.columns < CANVAS_COLUMNS_MOST && !has_room(&tried, something))
        tried = layout_make(*rows, tried.columns + 1, layout->spacing);
    *columns = tried.columns;
}

bool layout_find_sample(const struct layout *layout, int row, int column, int *across, int *up)
{
    int down = row - layout->field_row;
    int offset = column - layout->gutter;
    if (layout->too_small || down < 0 || down >= layout->samples_up || offset < 0 ||
        offset >= layout_field_columns(layout))
        return false;
    *across = (offset + (layout->spacing - 1) / 2) / layout->spacing;
    *up = layout->samples_up - 1 - down;
    return true;
}
