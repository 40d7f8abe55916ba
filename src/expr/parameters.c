/* Named numbers that a text may use. */
#include "expr/parameters.h"

#include <string.h>

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

enum status parameters_set(struct parameters *parameters, const struct source_text *source,
                           size_t start, size_t length, double value, struct failure *failure)
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
    if (i == parameters->count) {
        memcpy(parameters->entries[i].name, name, length);
        parameters->entries[i].name[length] = '\0';
        parameters->count++;
    }
    parameters->entries[i].value = value;
    return STATUS_OK;
}
