/* The grids that are timed and the functions on them. */
#include "grid.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { CACHE_LINE = 64 };

struct row {
    const char *name;
    const char *word;
    double half;
    const char *text;
};

static const struct row rows[FUNCTION_COUNT] = {
#define FUNCTION(name, word, half, text, c) { #name, word, half, text },
#include "functions.def"
#undef FUNCTION
};

const char *function_name(enum test_function function)
{
    return rows[function].name;
}

const char *function_word(enum test_function function)
{
    return rows[function].word;
}

const char *function_text(enum test_function function)
{
    return rows[function].text;
}

double function_half(enum test_function function)
{
    return rows[function].half;
}

/* As array_resize, aligned to a cache line. */
static double *aligned_new(size_t count)
{
    void *memory = NULL;
    if (count > SIZE_MAX / sizeof(double)
        || posix_memalign(&memory, CACHE_LINE, count * sizeof(double)) != 0)
        return NULL;
    return memset(memory, 0, count * sizeof(double));
}

bool square_make(struct square *square, size_t size)
{
    *square = (struct square){ .size = size, .places = aligned_new(size) };
    return square->places != NULL;
}

void square_spread(struct square *square, enum test_function function)
{
    double half = function_half(function);
    size_t last = square->size - 1;
    double step = 2 * half / (double)last;
    for (size_t i = 0; i < last; i++)
        square->places[i] = (double)i * step - half;
    square->places[last] = half;
}

void square_free(struct square *square)
{
    free(square->places);
    square->places = NULL;
}

bool slopes_make(struct slopes *slopes, size_t size)
{
    for (int axis = 0; axis < 2; axis++)
        slopes->along[axis] = aligned_new(size * size);
    slopes->values = aligned_new(size * size);
    return slopes->along[0] != NULL && slopes->along[1] != NULL && slopes->values != NULL;
}

void slopes_free(struct slopes *slopes)
{
    for (int axis = 0; axis < 2; axis++) {
        free(slopes->along[axis]);
        slopes->along[axis] = NULL;
    }
    free(slopes->values);
    slopes->values = NULL;
}
