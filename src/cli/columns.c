/* The columns that --columns names. */
#include "cli/columns.h"

#include <string.h>

#include "base/choice.h"
#include "expr/names.h"

static const char origin[] = "--columns";

/* One row of point_columns.def. */
struct point_name {
    const char *name;
    bool indexed;
};

static const struct point_name point_names[POINT_COUNT] = {
#define POINT_COLUMN(name, indexed, meaning) [POINT_##name] = { #name, indexed },
#include "cli/point_columns.def"
#undef POINT_COLUMN
};

/* Column `index` of a table: every quantity has one but that of colours alone. */
static enum quantity table_column(size_t index)
{
    return (enum quantity)(index < QUANTITY_check ? index : index + 1);
}

static const char *table_column_name(size_t index)
{
    return quantity_name(table_column(index));
}

static const char *point_column_name(size_t index)
{
    return point_names[index].name;
}

static enum status too_many(const struct source_text *source, size_t start, size_t length,
                            size_t most, struct failure *failure)
{
    return failure_at(failure, source, start, length, "more than %zu columns", most);
}

/* A table's columns while they are read. */
struct table_list {
    struct table_columns *columns;
    enum table_format format;
};

static enum status take_table_column(void *context, const struct source_text *source, size_t start,
                                     size_t length, struct failure *failure)
{
    static const struct choices choices = {
        .what = "column", .name = table_column_name, .count = QUANTITY_COUNT - 1
    };
    const char *check = quantity_name(QUANTITY_check);
    const struct table_list *list = context;
    struct table_columns *columns = list->columns;
    size_t most = sizeof columns->quantities / sizeof columns->quantities[0];
    size_t index;
    if (strlen(check) == length && memcmp(check, source->bytes + start, length) == 0)
        return failure_at(failure, source, start, length,
                          "colours alone show '%s'; --check-expr writes what it finds", check);
    if (choice_find(&choices, source, start, length, &index, failure) != STATUS_OK)
        return STATUS_USAGE;
    enum quantity quantity = table_column(index);
    if (columns->count == most)
        return too_many(source, start, length, most, failure);
    if (quantity_is_word(quantity) && !table_format_holds_words(list->format))
        return failure_at(failure, source, start, length, "%s holds numbers alone, not '%s'",
                          table_format_name(list->format), quantity_name(quantity));
    columns->quantities[columns->count++] = quantity;
    return STATUS_OK;
}

enum status columns_for_table(const char *list, enum table_format format,
                              struct table_columns *columns, struct failure *failure)
{
    if (list == NULL)
        list = "x0,x1,f,grad0,grad1";
    struct source_text source = { .name = origin, .bytes = list, .length = strlen(list) };
    struct table_list read = { .columns = columns, .format = format };
    columns->count = 0;
    return choice_list(&source, take_table_column, &read, failure);
}

/* Whether the name is that of a vector with a component's number behind it. */
static bool find_component(const char *name, size_t length, struct point_column *column)
{
    for (size_t i = 0; i < POINT_COUNT; i++) {
        size_t at = strlen(point_names[i].name);
        if (!point_names[i].indexed || length <= at || memcmp(name, point_names[i].name, at) != 0)
            continue;
        /* The number is written as in a variable's name: no leading zeros, within the limit. */
        char variable[QUOTED_SIZE] = "x";
        if (length - at >= sizeof variable - 1)
            continue;
        memcpy(variable + 1, name + at, length - at);
        *column = (struct point_column){ .quantity = (enum point_quantity)i, .one = true };
        if (variable_find(variable, length - at + 1, &column->index))
            return true;
    }
    return false;
}

static enum status take_point_column(void *context, const struct source_text *source, size_t start,
                                     size_t length, struct failure *failure)
{
    static const struct choices choices = { .what = "column",
                                            .name = point_column_name,
                                            .count = POINT_COUNT,
                                            .more = ", or one component: xK, gradK ..." };
    struct point_columns *columns = context;
    struct point_column column = { .one = false };
    if (!find_component(source->bytes + start, length, &column)) {
        size_t index;
        if (choice_find(&choices, source, start, length, &index, failure) != STATUS_OK)
            return STATUS_USAGE;
        column.quantity = (enum point_quantity)index;
    }
    if (columns->count == POINT_COLUMNS_MOST)
        return too_many(source, start, length, POINT_COLUMNS_MOST, failure);
    if (column.one && column.index + 1 > columns->least_n)
        columns->least_n = column.index + 1;
    columns->entries[columns->count++] = column;
    return STATUS_OK;
}

enum status columns_for_points(const char *list, struct point_columns *columns,
                               struct failure *failure)
{
    if (list == NULL)
        list = "grad";
    struct source_text source = { .name = origin, .bytes = list, .length = strlen(list) };
    columns->count = 0;
    columns->least_n = 0;
    return choice_list(&source, take_point_column, columns, failure);
}
