/* Which row and column of the canvas holds what. */
#ifndef STEEPEST_VIEW_LAYOUT_H
#define STEEPEST_VIEW_LAYOUT_H

#include <stdbool.h>

enum {
    LAYOUT_ROWS_LEAST = 8,
    LAYOUT_COLUMNS_LEAST = 24,
    LAYOUT_ROWS_FULL = 16,    /* from here on axis and legend have rows of their own */
    LAYOUT_COLUMNS_FULL = 60, /* from here on the gutter is wide */
    LAYOUT_SPACING_LEAST = 1,
    LAYOUT_SPACING_MOST = 16,
    LAYOUT_NO_ROW = -1
};

/*
 * Rows from the top: title, field, axis line, tick labels, legend, status, blank rows to spare,
 * message, hint. Below LAYOUT_ROWS_FULL the legend shares the title's row and there is no axis
 * line.
 * The gutter on the left holds labels and, in its last column, the axis.
 */
struct layout {
    int rows;
    int columns;
    int spacing; /* columns from one sample to the next */
    bool too_small;
    int samples_across; /* odd; 0 when too small */
    int samples_up;     /* odd; 0 when too small */
    int gutter;         /* columns left of the first sample */
    int title_row;
    int field_row;  /* the uppermost samples' */
    int axis_row;   /* LAYOUT_NO_ROW when there is none */
    int ticks_row;  /* tick labels of x0 */
    int legend_row; /* title_row when they share it */
    int status_row;
    int message_row;
    int hint_row;
};

/*
 * The layout of a canvas of that size. `spacing` is cut to what the width allows: at least one
 * sample always fits. When the canvas is below the least size, `too_small` is true and only rows,
 * columns and spacing are meaningful.
 */
struct layout layout_make(int rows, int columns, int spacing);

/* Columns of the field: from its first sample to its last. */
int layout_field_columns(const struct layout *layout);

/* Whether a layout that is not too small has room for something, which is the caller's. */
typedef bool layout_test(const struct layout *layout, const void *something);

/*
 * Store the least size of a canvas with room for something, in rows first, neither below that of
 * `layout`, which must not be too small; CANVAS_ROWS_MOST or CANVAS_COLUMNS_MOST where none is.
 */
void layout_need(const struct layout *layout, layout_test *has_room, const void *something,
                 int *columns, int *rows);

/*
 * Store which sample is nearest to a cell of the field, counted from the left and from below, the
 * left one of two that are as near; false for a cell outside of it.
 */
bool layout_find_sample(const struct layout *layout, int row, int column, int *across, int *up);

#endif
