/* A field as a file of numbers. */
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

/* Whether the format can hold words as well as numbers. */
bool table_format_holds_words(enum table_format format);

/* The columns of a table, in the order in which they are written. */
struct table_columns {
    enum quantity quantities[QUANTITY_COUNT * 2]; /* a column may stand twice */
    size_t count;
};

/* A table being written. The sequence is table_begin, table_field for each part, table_end. */
struct table {
    struct output *output;               /* not owned */
    const struct table_columns *columns; /* not owned */
    enum table_format format;
    bool has_samples; /* some were written */
};

/*
 * Begin a table of `rows` x `samples` samples. tsv and csv: the line with the columns' names. npy:
 * the header of version 1.0 for little-endian doubles of shape (rows, samples, columns), as
 * numpy.lib.format describes it.
 */
void table_begin(struct table *table, size_t rows, size_t samples);

/*
 * Write a field's samples, x0 fastest, rows from below. Numbers as text are written as Python's
 * repr does; JSON has null where a number is not finite, for it has no other word.
 */
void table_field(struct table *table, const struct field *field);

/* Write what stands behind the last sample. */
void table_end(struct table *table);

#endif
