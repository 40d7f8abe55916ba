/* The critical points of what is shown, as a list for people. */
#include "session/critical_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/size.h"
#include "session/state.h"
#include "view/critical_letter.h"

enum { DIGITS = 6, GAP = 2 };

static const char *const headings[CRITICAL_COLUMNS] = { "kind", "x0", "x1", "f",
                                                        "lambda0", "lambda1", "index" };

const char *critical_rows_heading(enum critical_column column)
{
    return headings[column];
}

static void fill(struct critical_row *row, const struct critical_point *point)
{
    const double numbers[CRITICAL_COLUMNS] = {
        [CRITICAL_COLUMN_X0] = point->at[0],
        [CRITICAL_COLUMN_X1] = point->at[1],
        [CRITICAL_COLUMN_VALUE] = point->value,
        [CRITICAL_COLUMN_SMALLER] = point->eigenvalues[0],
        [CRITICAL_COLUMN_LARGER] = point->eigenvalues[1],
    };
    memcpy(row->at, point->at, sizeof row->at);
    row->letter = critical_letter(point->kind);
    for (int column = CRITICAL_COLUMN_X0; column < CRITICAL_COLUMN_INDEX; column++) {
        char number[NUMBER_SIZE];
        snprintf(row->cells[column], CRITICAL_CELL_SIZE, "%s",
                 number_short(numbers[column], DIGITS, number));
    }
    snprintf(row->cells[CRITICAL_COLUMN_KIND], CRITICAL_CELL_SIZE, "%s",
             critical_kind_words(point->kind));
    snprintf(row->cells[CRITICAL_COLUMN_INDEX], CRITICAL_CELL_SIZE, "%d", point->index);
}

/* Let the columns be as wide as these cells. */
static void widen(struct critical_rows *rows, const char *const cells[CRITICAL_COLUMNS])
{
    for (int column = 0; column < CRITICAL_COLUMNS; column++) {
        int width = (int)strlen(cells[column]);
        rows->widths[column] = width > rows->widths[column] ? width : rows->widths[column];
    }
}

static void add(struct critical_rows *rows, const struct critical_point *point)
{
    const char *cells[CRITICAL_COLUMNS];
    struct critical_row *row = &rows->rows[rows->count++];
    fill(row, point);
    for (int column = 0; column < CRITICAL_COLUMNS; column++)
        cells[column] = row->cells[column];
    widen(rows, cells);
}

bool critical_rows_make(struct critical_rows *rows, const struct session *session)
{
    const struct critical_points *points = &session->extrema.points;
    char summary[CRITICAL_SUMMARY_SIZE];
    *rows = (struct critical_rows){ .count = 0 };
    if (points->count > 0)
        rows->rows = array_resize(NULL, points->count, sizeof *rows->rows);
    if (points->count > 0 && rows->rows == NULL)
        return false;
    widen(rows, headings);
    for (size_t i = 0; i < points->count; i++)
        add(rows, &points->points[i]);
    critical_points_summarize(points, summary);
    snprintf(rows->summary, sizeof rows->summary, "%s", summary);
    return true;
}

void critical_rows_free(struct critical_rows *rows)
{
    free(rows->rows);
    *rows = (struct critical_rows){ .count = 0 };
}

/* Append a cell of a column: the kind on the left, numbers on the right. */
static void append_cell(struct text *text, enum critical_column column, int width,
                        const char *cell)
{
    if (column == CRITICAL_COLUMN_KIND)
        text_append_format(text, "%-*s", width, cell);
    else
        text_append_format(text, "%*s%*s", GAP, "", width, cell);
}

void critical_rows_append_heading(const struct critical_rows *rows, struct text *text)
{
    for (int i = 0; i < CRITICAL_COLUMNS; i++) {
        enum critical_column column = (enum critical_column)i;
        append_cell(text, column, rows->widths[column], headings[column]);
    }
}

void critical_rows_append(const struct critical_rows *rows, size_t index, struct text *text)
{
    for (int i = 0; i < CRITICAL_COLUMNS; i++) {
        enum critical_column column = (enum critical_column)i;
        append_cell(text, column, rows->widths[column],
                    rows->rows[index].cells[column]);
    }
}
