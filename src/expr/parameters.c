/* Named numbers that a text may use. */
#include "expr/parameters.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "expr/names.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name(const char *bytes, size_t length)
{
    if (length == 0 || !is_letter(bytes[0]))
        return false;
    for (size_t i = 1; i < length; i++)
        if (!is_letter(bytes[i]) && !(bytes[i] >= '0' && bytes[i] <= '9'))
            return false;
    return true;
}

/* The index of the parameter of that name; parameters->count when there is none. */
static size_t find(const struct parameters *parameters, const char *name, size_t length)
{
    size_t i = 0;
    for (; i < parameters->count; i++) {
        const char *known = parameters->entries[i].name;
        if (strlen(known) == length && memcmp(known, name, length) == 0)
            break;
    }
    return i;
}

bool parameters_find(const struct parameters *parameters, const char *name, size_t length,
                     double *value)
{
    size_t i = find(parameters, name, length);
    if (i == parameters->count)
        return false;
    *value = parameters->entries[i].value;
    return true;
}

/* Find the parameter that a source names, or add it without limits. */
static enum status find_or_add(struct parameters *parameters, const struct source_text *source,
                               size_t start, size_t length, struct parameter **parameter,
                               struct failure *failure)
{
    const char *name = source->bytes + start;
    char quoted[QUOTED_SIZE];
    quote(name, length, quoted);
    if (!is_name(name, length))
        return failure_at(failure, source, start, length,
                          "'%s' is no name: a letter, then letters and digits", quoted);
    if (name_is_taken(name, length))
        return failure_at(failure, source, start, length,
                          "'%s' has a meaning already: choose another name", quoted);
    if (length >= PARAMETER_NAME_SIZE)
        return failure_at(failure, source, start, length,
                          "a parameter's name has at most %d characters", PARAMETER_NAME_SIZE - 1);
    size_t i = find(parameters, name, length);
    if (i == PARAMETERS_MOST)
        return failure_at(failure, source, start, length, "at most %d parameters can be set",
                          PARAMETERS_MOST);
    *parameter = &parameters->entries[i];
    if (i < parameters->count)
        return STATUS_OK;
    **parameter = (struct parameter){ .least = -INFINITY, .most = INFINITY };
    memcpy((*parameter)->name, name, length);
    parameters->count++;
    return STATUS_OK;
}

enum status parameters_set(struct parameters *parameters, const struct source_text *source,
                           size_t start, size_t length, double value, struct failure *failure)
{
    struct parameter *parameter;
    char least[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    enum status status = find_or_add(parameters, source, start, length, &parameter, failure);
    if (status != STATUS_OK)
        return status;
    if (value < parameter->least || value > parameter->most)
        return failure_at(failure, source, start, length,
                          "'%s' goes from %s to %s, to change that write '%s=LEAST:VALUE:MOST'",
                          parameter->name, number_short(parameter->least, 6, least),
                          number_short(parameter->most, 6, most), parameter->name);
    parameter->value = value;
    parameter->given = value;
    return STATUS_OK;
}

enum status parameters_set_range(struct parameters *parameters, const struct source_text *source,
                                 size_t start, size_t length, double least, double value,
                                 double most, struct failure *failure)
{
    struct parameter *parameter;
    enum status status = find_or_add(parameters, source, start, length, &parameter, failure);
    if (status != STATUS_OK)
        return status;
    parameter->least = least;
    parameter->value = value;
    parameter->given = value;
    parameter->most = most;
    return STATUS_OK;
}
