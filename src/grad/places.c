/* Places along the axes through points, gathered so that f is evaluated at many of them at once. */
#include "grad/places.h"

#include <stdlib.h>

#include "base/size.h"

/*
 * Numbers from one column to the next. A power of two would let a place of many variables go
 * through a few lines of the processor's cache alone.
 */
enum { COLUMN_STRIDE = PLACES_MOST + 8 };

bool places_make(struct places *places, const struct fn *fn)
{
    places->fn = fn;
    places->count = 0;
    places->columns = array_resize(NULL, fn->n, sizeof *places->columns);
    places->memory = array_resize(NULL, fn->n, COLUMN_STRIDE * sizeof *places->memory);
    if (places->columns == NULL || places->memory == NULL)
        return false;
    for (size_t k = 0; k < fn->n; k++)
        places->columns[k] = places->memory + k * COLUMN_STRIDE;
    return true;
}

void places_release(struct places *places)
{
    free(places->columns);
    free(places->memory);
}

void places_clear(struct places *places)
{
    places->count = 0;
}

size_t places_add(struct places *places, const double *const *x, size_t point, size_t axis,
                  double coordinate)
{
    return places_add_line(places, x, point, axis, 1, &coordinate);
}

size_t places_add_line(struct places *places, const double *const *x, size_t point, size_t axis,
                       size_t count, const double *coordinates)
{
    size_t first = places->count;
    /* Column by column: of many variables each place alone would touch as many distant lines. */
    for (size_t k = 0; k < places->fn->n; k++) {
        double *column = places->columns[k] + first;
        double same = x[k][point];
        for (size_t i = 0; i < count; i++)
            column[i] = same;
    }
    for (size_t i = 0; i < count; i++)
        places->columns[axis][first + i] = coordinates[i];
    places->count += count;
    return first;
}

void places_evaluate(struct places *places)
{
    if (places->count > 0)
        places->fn->evaluate(places->fn->context, places->count,
                             (const double *const *)places->columns, places->values);
}
