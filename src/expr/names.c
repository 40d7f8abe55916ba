/* The names that a text in the language may use. */
#include "expr/names.h"

#include <math.h>
#include <string.h>

static const struct function functions[] = {
#define MANY ARGUMENTS_MOST
#define FUNCTION(name_, least_, most_, folding_, operation_, meaning_)                             \
    { .name = (name_), .least = (least_), .most = (most_), .folding = FOLDING_##folding_,          \
      .operation = OPERATION_##operation_, .meaning = (meaning_) },
#include "expr/functions.def"
#undef FUNCTION
#undef MANY
};

static const struct {
    const char *name;
    double value;
} constants[] = {
    { "pi", 3.14159265358979323846 },
    { "e", 2.71828182845904523536 },
    { "tau", 6.28318530717958647693 },
    { "inf", INFINITY },
    { "nan", NAN },
};

/* Names of the first variables besides x0, x1, x2. */
static const char *const aliases[] = { "x", "y", "z" };

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool same(const char *known, const char *name, size_t length)
{
    return strlen(known) == length && memcmp(known, name, length) == 0;
}

size_t function_count(void)
{
    return LENGTH(functions);
}

const struct function *function_at(size_t index)
{
    return &functions[index];
}

const struct function *function_find(const char *name, size_t length)
{
    for (size_t i = 0; i < LENGTH(functions); i++)
        if (same(functions[i].name, name, length))
            return &functions[i];
    return NULL;
}

bool function_takes_vector(const struct function *function, size_t arguments)
{
    switch (function->folding) {
    case FOLDING_REDUCE:
    case FOLDING_MEAN:
    case FOLDING_NORM:
    case FOLDING_DOT:
    case FOLDING_LENGTH:
    case FOLDING_RANGE:
        return true;
    case FOLDING_FOLD_OR_REDUCE:
        return arguments == 1;
    case FOLDING_ELEMENTWISE:
    case FOLDING_FOLD:
        break;
    }
    return false;
}

bool constant_find(const char *name, size_t length, double *value)
{
    for (size_t i = 0; i < LENGTH(constants); i++) {
        if (same(constants[i].name, name, length)) {
            *value = constants[i].value;
            return true;
        }
    }
    return false;
}

bool variable_find(const char *name, size_t length, size_t *k)
{
    for (size_t i = 0; i < LENGTH(aliases); i++) {
        if (same(aliases[i], name, length)) {
            *k = i;
            return true;
        }
    }
    if (length < 2 || name[0] != 'x' || (name[1] == '0' && length > 2))
        return false;
    size_t number = 0;
    for (size_t i = 1; i < length; i++) {
        if (name[i] < '0' || name[i] > '9' || number >= VARIABLES_MOST)
            return false;
        number = number * 10 + (size_t)(name[i] - '0');
    }
    *k = number;
    return number < VARIABLES_MOST;
}

bool name_is_taken(const char *name, size_t length)
{
    double value;
    size_t k;
    return function_find(name, length) != NULL || constant_find(name, length, &value) ||
           variable_find(name, length, &k);
}

void names_consider(struct nearest *nearest, const struct parameters *parameters)
{
    for (size_t i = 0; i < LENGTH(functions); i++)
        nearest_consider(nearest, functions[i].name);
    for (size_t i = 0; i < LENGTH(constants); i++)
        nearest_consider(nearest, constants[i].name);
    for (size_t i = 0; i < parameters->count; i++)
        nearest_consider(nearest, parameters->entries[i].name);
}
