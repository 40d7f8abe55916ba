/* The table of a race: what has become of walks from one start, in lines of text. */
#include "view/race_table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { RATE_DIGITS = 4, CELL_SIZE = 384, NAMES_ROW = -1 };

enum column { WALK, RATE, STEPS, VALUE, DISTANCE, REASON, COLUMNS };

static const struct {
    const char *name;
    bool at_right; /* its numbers end at one column */
} columns[COLUMNS] = {
    [WALK] = { "optimizer", false },    [RATE] = { "lr", true },
    [STEPS] = { "steps", true },        [VALUE] = { "f", true },
    [DISTANCE] = { "distance", true },  [REASON] = { "reason", false },
};

static const struct race_form forms[RACE_FORMS] = {
    { .rate = true, .value = true, .distance = true, .reason = true, .digits = 4, .gap = 2 },
    { .rate = true, .value = true, .distance = true, .reason = true, .digits = 3, .gap = 1 },
    { .value = true, .distance = true, .reason = true, .digits = 3, .gap = 1 },
    { .value = true, .distance = true, .reason = true, .digits = 2, .gap = 1 },
    { .value = true, .distance = true, .digits = 2, .gap = 1 },
    { .value = true, .digits = 2, .gap = 1 },
    { .gap = 1 },
};

const struct race_form *race_form_at(size_t index)
{
    return &forms[index];
}

char race_letter(size_t index)
{
    return (char)('a' + (char)index);
}

/* What became of a walk: those that arrived stand first, those that are lost last. */
static int rank(const struct race_row *row)
{
    return row->state == RACE_ARRIVED ? 0 : row->state == RACE_LOST ? 2 : 1;
}

/* Whether a row belongs before another that stands before it. */
static bool is_ahead(const struct race_row *row, const struct race_row *other)
{
    if (rank(row) != rank(other))
        return rank(row) < rank(other);
    if (row->state == RACE_ARRIVED)
        return row->steps < other->steps;
    return row->value < other->value || (isnan(other->value) && !isnan(row->value));
}

void race_table_sort(struct race_table *table)
{
    for (size_t i = 1; i < table->count; i++)
        for (size_t j = i; j > 0 && is_ahead(&table->rows[j], &table->rows[j - 1]); j--) {
            struct race_row row = table->rows[j];
            table->rows[j] = table->rows[j - 1];
            table->rows[j - 1] = row;
        }
}

bool race_table_has_distances(const struct race_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (!isnan(table->rows[i].distance))
            return true;
    return false;
}

void race_table_rate(const struct race_table *table, int digits, char words[RACE_CONDITIONS_SIZE])
{
    char number[NUMBER_SIZE];
    if (table->learning_rate == 0)
        snprintf(words, RACE_CONDITIONS_SIZE, "own lr");
    else
        snprintf(words, RACE_CONDITIONS_SIZE, "lr %s",
                 number_short(table->learning_rate, digits, number));
}

void race_table_conditions(const struct race_table *table, int digits,
                           char words[RACE_CONDITIONS_SIZE])
{
    race_table_rate(table, digits, words);
    size_t length = strlen(words);
    snprintf(words + length, RACE_CONDITIONS_SIZE - length, ", %zu step%s at most", table->steps,
             table->steps == 1 ? "" : "s");
}

static bool has_column(const struct race_form *form, enum column column)
{
    switch (column) {
    case RATE:
        return form->rate;
    case VALUE:
        return form->value;
    case DISTANCE:
        return form->distance;
    case REASON:
        return form->reason;
    case WALK:
    case STEPS:
    case COLUMNS:
        break;
    }
    return true;
}

/* Steps to the minimum, or what is known of them: more than those taken, or never. */
static void write_steps(const struct race_row *row, const struct race_form *form,
                        char cell[CELL_SIZE])
{
    bool never = row->state == RACE_STUCK || row->state == RACE_LOST;
    if (never)
        snprintf(cell, CELL_SIZE, "%s",
                 row->state == RACE_LOST && !form->reason ? row->reason : "-");
    else
        snprintf(cell, CELL_SIZE, "%s%zu", row->state == RACE_ARRIVED ? "" : ">", row->steps);
}

static void write_cell(const struct race_table *table, const struct race_form *form, int index,
                       enum column column, char cell[CELL_SIZE])
{
    char number[NUMBER_SIZE];
    const struct race_row *row = &table->rows[index == NAMES_ROW ? 0 : index];
    bool unknown = column == VALUE ? isnan(row->value) && row->state == RACE_GOES_ON
                                   : column == DISTANCE && isnan(row->distance);
    if (index == NAMES_ROW)
        snprintf(cell, CELL_SIZE, "%s", columns[column].name);
    else if (column == WALK)
        snprintf(cell, CELL_SIZE, "%c %s", race_letter((size_t)index), row->optimizer);
    else if (column == STEPS)
        write_steps(row, form, cell);
    else if (column == REASON)
        snprintf(cell, CELL_SIZE, "%s", row->reason);
    else if (column == RATE)
        snprintf(cell, CELL_SIZE, "%s", number_short(row->learning_rate, RATE_DIGITS, number));
    else
        snprintf(cell, CELL_SIZE, "%s",
                 unknown ? "-" : number_short(column == VALUE ? row->value : row->distance,
                                              form->digits, number));
}

/* The width of a column: of what is longest in it. */
static int column_width(const struct race_table *table, const struct race_form *form,
                        enum column column)
{
    char cell[CELL_SIZE];
    int width = 0;
    for (int row = NAMES_ROW; row < (int)table->count; row++) {
        write_cell(table, form, row, column, cell);
        int length = (int)strlen(cell);
        width = length > width ? length : width;
    }
    return width;
}

int race_table_width(const struct race_table *table, const struct race_form *form)
{
    int width = -form->gap;
    for (enum column column = 0; column < COLUMNS; column++)
        if (has_column(form, column))
            width += form->gap + column_width(table, form, column);
    return width;
}

static void write_line(const struct race_table *table, const struct race_form *form, int row,
                       char line[RACE_LINE_SIZE])
{
    char cell[CELL_SIZE];
    size_t used = 0;
    for (enum column column = 0; column < COLUMNS; column++) {
        int width = column_width(table, form, column);
        if (!has_column(form, column))
            continue;
        write_cell(table, form, row, column, cell);
        used += (size_t)snprintf(line + used, RACE_LINE_SIZE - used, "%*s%*s",
                                 column == WALK ? 0 : form->gap, "",
                                 columns[column].at_right ? width : -width, cell);
        used = used < RACE_LINE_SIZE ? used : RACE_LINE_SIZE - 1;
    }
    while (used > 0 && line[used - 1] == ' ')
        line[--used] = '\0';
}

void race_table_names(const struct race_table *table, const struct race_form *form,
                      char line[RACE_LINE_SIZE])
{
    write_line(table, form, NAMES_ROW, line);
}

void race_table_line(const struct race_table *table, const struct race_form *form, size_t index,
                     char line[RACE_LINE_SIZE])
{
    write_line(table, form, (int)index, line);
}
