/* The critical points of what is shown, as a list for people. */
#ifndef STEEPEST_SESSION_CRITICAL_ROWS_H
#define STEEPEST_SESSION_CRITICAL_ROWS_H

#include <stddef.h>

#include "base/text.h"
#include "session/session.h"

enum {
    CRITICAL_SAID_SIZE = 256, /* bytes of what is said of the whole list */
    CRITICAL_CELL_SIZE = 32   /* bytes of what stands in a column */
};

/* Columns of the list, in the order of --critical. */
enum critical_column {
    CRITICAL_COLUMN_KIND,
    CRITICAL_COLUMN_X0,
    CRITICAL_COLUMN_X1,
    CRITICAL_COLUMN_VALUE,
    CRITICAL_COLUMN_SMALLER, /* eigenvalue of the Hessian */
    CRITICAL_COLUMN_LARGER,
    CRITICAL_COLUMN_INDEX,
    CRITICAL_COLUMNS
};

/* One point; its words and numbers, of six digits, are ASCII. */
struct critical_row {
    double at[AXES];
    char letter; /* that stands for its kind on the map */
    char cells[CRITICAL_COLUMNS][CRITICAL_CELL_SIZE];
};

/* All of them, sorted by x0, then x1. Begin with zeros, end with critical_rows_free. */
struct critical_rows {
    struct critical_row *rows;
    size_t count;
    int widths[CRITICAL_COLUMNS];     /* characters of the widest cell, the heading among them */
    char summary[CRITICAL_SAID_SIZE]; /* "9 found, indices sum to 1, edge says 1" */
};

/*
 * List the points that a command found last, for REQUEST_CRITICAL. False, with an empty list, when
 * memory is short.
 */
bool critical_rows_make(struct critical_rows *rows, const struct session *session);

/* Free what a list holds; it is then empty. */
void critical_rows_free(struct critical_rows *rows);

/* What stands above a column; lives for ever. */
const char *critical_rows_heading(enum critical_column column);

/*
 * Append the headings, or point `index`, as a line in columns, without a newline. Short memory shows
 * in text->failed.
 */
void critical_rows_append_heading(const struct critical_rows *rows, struct text *text);
void critical_rows_append(const struct critical_rows *rows, size_t index, struct text *text);

#endif
