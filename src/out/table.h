/* A field as a file of numbers. */
#ifndef STEEPEST_OUT_TABLE_H
#define STEEPEST_OUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
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

/* Whether the format can hold words as well as numbers. */
bool table_format_holds_words(enum table_format format);

enum { TABLE_COLUMNS_MOST = 2 * QUANTITY_COUNT }; /* a column may stand twice */

/* The columns of a table, in the order in which they are written. */
struct table_columns {
    enum quantity quantities[TABLE_COLUMNS_MOST];
    size_t count;
};

/* What a table is like. Its parts may be put into texts in any order, and by several threads. */
struct table {
    const struct table_columns *columns; /* not owned */
    enum table_format format;
};

/*
 * Append what stands before the samples, of which there are `rows` x `samples`. tsv and csv: the
 * line with the columns' names. npy: the header of version 1.0 for little-endian doubles of shape
 * (rows, samples, columns), as numpy.lib.format describes it.
 */
void table_begin(const struct table *table, size_t rows, size_t samples, struct text *text);

/*
 * Append a field's samples, x0 fastest, rows from below; `first` tells whether none of the table
 * come before. Numbers as text are written as Python's repr does; JSON has null where a number is
 * not finite, for it has no other word. Short memory shows in text->failed.
 */
void table_field(const struct table *table, const struct field *field, bool first,
                 struct text *text);

/* Append what stands behind the last sample. */
void table_end(const struct table *table, struct text *text);

#endif
