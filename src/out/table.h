/* Numbers as lines of text. */
#ifndef STEEPEST_OUT_TABLE_H
#define STEEPEST_OUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "out/output.h"
#include "view/quantity.h"

/* One enumerator for each row of table_formats.def. */
enum table_format {
#define TABLE_FORMAT(name, meaning) TABLE_##name,
#include "out/table_formats.def"
#undef TABLE_FORMAT
    TABLE_FORMAT_COUNT
};

/* The format's name; lives for ever. */
const char *table_format_name(enum table_format format);

/* The columns of a table, in the order in which they are written. */
struct table_columns {
    enum quantity quantities[QUANTITY_COUNT * 2]; /* a column may stand twice */
    size_t count;
};

/* Write the line with the columns' names. */
void table_header(struct output *output, enum table_format format,
                  const struct table_columns *columns);

/* Write a field's samples, x0 fastest, rows from below; numbers as Python's repr writes them. */
void table_field(struct output *output, enum table_format format,
                 const struct table_columns *columns, const struct field *field);

#endif
