/* A line of numbers. */
#include "cli/point_line.h"

#include <stdbool.h>

#include "base/number.h"
#include "base/size.h"
#include "expr/names.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t skip_blanks(const struct source_text *source, size_t at)
{
    while (at < source->length && is_blank(source->bytes[at]))
        at++;
    return at;
}

/* Where the word that begins at `at` ends. */
static size_t skip_word(const struct source_text *source, size_t at)
{
    while (at < source->length && !is_blank(source->bytes[at]) && source->bytes[at] != ',')
        at++;
    return at;
}

static enum status refuse(struct failure *failure)
{
    failure->status = STATUS_DATA;
    return STATUS_DATA;
}

static enum status append(struct point *point, double number, struct failure *failure)
{
    if (point->count == point->capacity) {
        size_t capacity = point->capacity * 2 + 16;
        double *larger = array_resize(point->numbers, capacity, sizeof *larger);
        if (larger == NULL)
            return failure_memory(failure);
        point->numbers = larger;
        point->capacity = capacity;
    }
    point->numbers[point->count++] = number;
    return STATUS_OK;
}

/* Read the number at `at`, which is no blank, and store where it ends. */
static enum status read_number(const struct source_text *source, size_t at, size_t *end,
                               struct point *point, struct failure *failure)
{
    double number;
    *end = skip_word(source, at);
    if (*end == at) {
        failure_at(failure, source, at, at < source->length ? 1 : 0, "a number is missing here");
        return refuse(failure);
    }
    if (!number_read(source->bytes + at, *end - at, &number)) {
        char quoted[QUOTED_SIZE];
        failure_at(failure, source, at, *end - at, "'%s' is not a number",
                   quote(source->bytes + at, *end - at, quoted));
        return refuse(failure);
    }
    if (point->count == VARIABLES_MOST) {
        failure_at(failure, source, at, *end - at, "more than %d numbers in a line",
                   VARIABLES_MOST);
        return refuse(failure);
    }
    return append(point, number, failure);
}

enum status point_line_read(const struct source_text *source, struct point *point,
                            struct failure *failure)
{
    size_t at = skip_blanks(source, 0);
    bool comma = false;
    point->count = 0;
    if (at < source->length && source->bytes[at] == '#')
        return STATUS_OK;
    while (at < source->length || comma) {
        size_t end;
        enum status status = read_number(source, at, &end, point, failure);
        if (status != STATUS_OK)
            return status;
        at = skip_blanks(source, end);
        comma = at < source->length && source->bytes[at] == ',';
        if (comma)
            at = skip_blanks(source, at + 1);
    }
    return STATUS_OK;
}

enum status point_line_refuse(const struct source_text *line, size_t start, size_t length,
                              const char *message, struct failure *failure)
{
    failure_at(failure, line, start, length, "%s", message);
    return refuse(failure);
}
