/* The columns that --columns names. */
#ifndef STEEPEST_CLI_COLUMNS_H
#define STEEPEST_CLI_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "out/table.h"

enum { POINT_COLUMNS_MOST = 64 }; /* columns of a filter's answer; a vector counts as one */

/* One enumerator for each row of point_columns.def. */
enum point_quantity {
#define POINT_COLUMN(name, indexed, meaning) POINT_##name,
#include "cli/point_columns.def"
#undef POINT_COLUMN
    POINT_COUNT
};

/* One column of a filter's answer. */
struct point_column {
    enum point_quantity quantity;
    bool one;     /* one component, not all of a vector */
    size_t index; /* which one */
};

/* The columns of a filter's answers, in order. */
struct point_columns {
    struct point_column entries[POINT_COLUMNS_MOST];
    size_t count;
    size_t least_n; /* numbers that a line needs to have all components named */
};

/*
 * Read a list of quantities, separated by commas, for a table; NULL stands for x0,x1,f,grad0,grad1.
 * STATUS_OK, or STATUS_USAGE with the place of an unknown or missing name, or of a word where the
 * format holds only numbers.
 */
enum status columns_for_table(const char *list, enum table_format format,
                              struct table_columns *columns, struct failure *failure);

/* The same for a filter, with names of point_columns.def, xK and gradK; NULL stands for grad. */
enum status columns_for_points(const char *list, struct point_columns *columns,
                               struct failure *failure);

#endif
