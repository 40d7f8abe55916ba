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
static void end_column(struct table *table, size_t index)
{
    char end = index + 1 < table->columns->count ? separator(table) : '\n';
    output_write(table->output, &end, 1);
}

static void begin_lines(struct table *table, size_t rows, size_t samples)
{
    (void)rows;
    (void)samples;
    for (size_t i = 0; i < table->columns->count; i++) {
        output_string(table->output, quantity_name(table->columns->quantities[i]));
        end_column(table, i);
    }
}

static void write_line(struct table *table, const struct sample *sample)
{
    for (size_t i = 0; i < table->columns->count; i++) {
        enum quantity quantity = table->columns->quantities[i];
        char number[NUMBER_SIZE];
        if (quantity_is_word(quantity))
            output_string(table->output, quantity_word(quantity, sample));
        else
            output_string(table->output, number_repr(quantity_number(quantity, sample), number));
        end_column(table, i);
    }
}

static void end_nothing(struct table *table)
{
    (void)table;
}

/* json: [ {"x0": 1.0, ...}, ... ], an object a line. Names and words need no escapes. */

static void begin_array(struct table *table, size_t rows, size_t samples)
{
    (void)rows;
    (void)samples;
    output_string(table->output, "[");
}

static void write_member(struct table *table, enum quantity quantity, const struct sample *sample)
{
    char number[NUMBER_SIZE];
    bool is_word = quantity_is_word(quantity);
    const char *value = "null";
    if (is_word)
        value = quantity_word(quantity, sample);
    else if (isfinite(quantity_number(quantity, sample)))
        value = number_repr(quantity_number(quantity, sample), number);
    output_string(table->output, "\"");
    output_string(table->output, quantity_name(quantity));
    output_string(table->output, is_word ? "\": \"" : "\": ");
    output_string(table->output, value);
    output_string(table->output, is_word ? "\"" : "");
}

static void write_object(struct table *table, const struct sample *sample)
{
    output_string(table->output, table->has_samples ? ",\n{" : "\n{");
    for (size_t i = 0; i < table->columns->count; i++) {
        output_string(table->output, i > 0 ? ", " : "");
        write_member(table, table->columns->quantities[i], sample);
    }
    output_string(table->output, "}");
}

static void end_array(struct table *table)
{
    output_string(table->output, "\n]\n");
}

/* npy: a header that is a Python dictionary padded with blanks, then the numbers. */

static void begin_npy(struct table *table, size_t rows, size_t samples)
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
    output_write(table->output, header, end);
}

static void write_doubles(struct table *table, const struct sample *sample)
{
    for (size_t i = 0; i < table->columns->count; i++) {
        double number = quantity_number(table->columns->quantities[i], sample);
        char bytes[sizeof number];
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (char)(bits >> (8 * k) & 0xff);
        output_write(table->output, bytes, sizeof bytes);
    }
}

/* How each format is written. */
static const struct {
    void (*begin)(struct table *table, size_t rows, size_t samples);
    void (*sample)(struct table *table, const struct sample *sample);
    void (*end)(struct table *table);
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

void table_begin(struct table *table, size_t rows, size_t samples)
{
    table->has_samples = false;
    formats[table->format].begin(table, rows, samples);
}

void table_field(struct table *table, const struct field *field)
{
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            formats[table->format].sample(table, &sample);
            table->has_samples = true;
        }
    }
}

void table_end(struct table *table)
{
    formats[table->format].end(table);
}
