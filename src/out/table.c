/* A field as a file of numbers. */
#include "out/table.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum {
    NPY_ALIGNMENT = 64,   /* bytes; where the numbers begin */
    NPY_LENGTH_AT = 8,    /* behind the magic bytes and the version */
    NPY_HEADER_SIZE = 192 /* bytes of the longest header and more */
};

static const char *const names[TABLE_FORMAT_COUNT] = {
#define TABLE_FORMAT(name, meaning) [TABLE_##name] = #name,
#include "out/table_formats.def"
#undef TABLE_FORMAT
};

const char *table_format_name(enum table_format format)
{
    return names[format];
}

/* tsv and csv: values, and the columns' names before them, with a character between. */

static char separator(const struct table *table)
{
    return table->format == TABLE_csv ? ',' : '\t';
}

/* End column `index`: with a separator, or with the line when it is the last. */
static void end_column(const struct table *table, size_t index, struct text *text)
{
    char end = index + 1 < table->columns->count ? separator(table) : '\n';
    text_append_bytes(text, &end, 1);
}

static void begin_lines(const struct table *table, size_t rows, size_t samples,
                        struct text *text)
{
    (void)rows;
    (void)samples;
    for (size_t i = 0; i < table->columns->count; i++) {
        text_append(text, quantity_name(table->columns->quantities[i]));
        end_column(table, i, text);
    }
}

static void write_line(const struct table *table, const struct sample *sample, bool first,
                       struct text *text)
{
    (void)first;
    for (size_t i = 0; i < table->columns->count; i++) {
        enum quantity quantity = table->columns->quantities[i];
        char number[NUMBER_SIZE];
        if (quantity_is_word(quantity))
            text_append(text, quantity_word(quantity, sample));
        else
            text_append(text, number_repr(quantity_number(quantity, sample), number));
        end_column(table, i, text);
    }
}

static void end_nothing(struct text *text)
{
    (void)text;
}

/* json: [ {"x0": 1.0, ...}, ... ], an object a line. Names and words need no escapes. */

static void begin_array(const struct table *table, size_t rows, size_t samples,
                        struct text *text)
{
    (void)table;
    (void)rows;
    (void)samples;
    text_append(text, "[");
}

static void write_member(enum quantity quantity, const struct sample *sample, struct text *text)
{
    char number[NUMBER_SIZE];
    bool is_word = quantity_is_word(quantity);
    const char *value = "null";
    if (is_word)
        value = quantity_word(quantity, sample);
    else if (isfinite(quantity_number(quantity, sample)))
        value = number_repr(quantity_number(quantity, sample), number);
    text_append(text, "\"");
    text_append(text, quantity_name(quantity));
    text_append(text, is_word ? "\": \"" : "\": ");
    text_append(text, value);
    text_append(text, is_word ? "\"" : "");
}

static void write_object(const struct table *table, const struct sample *sample, bool first,
                         struct text *text)
{
    text_append(text, first ? "\n{" : ",\n{");
    for (size_t i = 0; i < table->columns->count; i++) {
        text_append(text, i > 0 ? ", " : "");
        write_member(table->columns->quantities[i], sample, text);
    }
    text_append(text, "}");
}

static void end_array(struct text *text)
{
    text_append(text, "\n]\n");
}

/* npy: a header that is a Python dictionary padded with blanks, then the numbers. */

static void begin_npy(const struct table *table, size_t rows, size_t samples, struct text *text)
{
    static const char magic[NPY_LENGTH_AT] = { '\x93', 'N', 'U', 'M', 'P', 'Y', 1, 0 };
    char header[NPY_HEADER_SIZE];
    size_t begin = NPY_LENGTH_AT + 2;
    memset(header, ' ', sizeof header);
    memcpy(header, magic, sizeof magic);
    int length = snprintf(header + begin, sizeof header - begin,
                          "{'descr': '<f8', 'fortran_order': False, 'shape': (%zu, %zu, %zu), }",
                          rows, samples, table->columns->count);
    size_t end = begin + (size_t)length;
    header[end] = ' ';
    end = (end + 1 + NPY_ALIGNMENT - 1) / NPY_ALIGNMENT * NPY_ALIGNMENT;
    header[end - 1] = '\n';
    header[NPY_LENGTH_AT] = (char)((end - begin) & 0xff);
    header[NPY_LENGTH_AT + 1] = (char)((end - begin) >> 8);
    text_append_bytes(text, header, end);
}

static void write_doubles(const struct table *table, const struct sample *sample, bool first,
                          struct text *text)
{
    (void)first;
    char bytes[TABLE_COLUMNS_MOST * sizeof(double)];
    char *next = bytes;
    for (size_t i = 0; i < table->columns->count; i++, next += sizeof(double)) {
        double number = quantity_number(table->columns->quantities[i], sample);
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        for (size_t k = 0; k < sizeof bits; k++)
            next[k] = (char)(bits >> (8 * k) & 0xff);
    }
    text_append_bytes(text, bytes, (size_t)(next - bytes));
}

/* How each format is written. */
static const struct {
    void (*begin)(const struct table *table, size_t rows, size_t samples, struct text *text);
    void (*sample)(const struct table *table, const struct sample *sample, bool first,
                   struct text *text);
    void (*end)(struct text *text);
    bool holds_words;
} formats[TABLE_FORMAT_COUNT] = {
    [TABLE_tsv] = { begin_lines, write_line, end_nothing, true },
    [TABLE_csv] = { begin_lines, write_line, end_nothing, true },
    [TABLE_json] = { begin_array, write_object, end_array, true },
    [TABLE_npy] = { begin_npy, write_doubles, end_nothing, false },
};

bool table_format_holds_words(enum table_format format)
{
    return formats[format].holds_words;
}

void table_begin(const struct table *table, size_t rows, size_t samples, struct text *text)
{
    formats[table->format].begin(table, rows, samples, text);
}

void table_field(const struct table *table, const struct field *field, bool first,
                 struct text *text)
{
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            formats[table->format].sample(table, &sample, first, text);
            first = false;
        }
    }
}

void table_end(const struct table *table, struct text *text)
{
    formats[table->format].end(text);
}
