/* Numbers as lines of text. */
#include "out/table.h"

#include <string.h>

#include "base/number.h"

static const char *const names[TABLE_FORMAT_COUNT] = {
#define TABLE_FORMAT(name, meaning) [TABLE_##name] = #name,
#include "out/table_formats.def"
#undef TABLE_FORMAT
};

/* What stands between two values, by format. */
static const char separators[TABLE_FORMAT_COUNT] = { [TABLE_tsv] = '\t', [TABLE_csv] = ',' };

const char *table_format_name(enum table_format format)
{
    return names[format];
}

/* End column `index`: with a separator, or with the line when it is the last. */
static void end_column(struct output *output, enum table_format format,
                       const struct table_columns *columns, size_t index)
{
    output_write(output, index + 1 < columns->count ? &separators[format] : "\n", 1);
}

void table_header(struct output *output, enum table_format format,
                  const struct table_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++) {
        output_string(output, quantity_name(columns->quantities[i]));
        end_column(output, format, columns, i);
    }
}

static void write_sample(struct output *output, enum table_format format,
                         const struct table_columns *columns, const struct sample *sample)
{
    for (size_t i = 0; i < columns->count; i++) {
        enum quantity quantity = columns->quantities[i];
        char number[NUMBER_SIZE];
        if (quantity_is_word(quantity))
            output_string(output, quantity_word(quantity, sample));
        else
            output_string(output, number_repr(quantity_number(quantity, sample), number));
        end_column(output, format, columns, i);
    }
}

void table_field(struct output *output, enum table_format format,
                 const struct table_columns *columns, const struct field *field)
{
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            write_sample(output, format, columns, &sample);
        }
    }
}
