/* Places along the axes through points, gathered so that f is evaluated at many of them at once. */
#include "grad/places.h"

#include <stdlib.h>

#include "base/size.h"

bool places_make(struct places *places, const struct fn *fn)
{
    places->fn = fn;
    places->count = 0;
    places->columns = array_resize(NULL, fn->n, sizeof *places->columns);
    places->memory = array_resize(NULL, fn->n, PLACES_MOST * sizeof *places->memory);
    if (places->columns == NULL || places->memory == NULL)
        return false;
    for (size_t k = 0; k < fn->n; k++)
        places->columns[k] = places->memory + k * PLACES_MOST;
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
    size_t index = places->count++;
    for (size_t k = 0; k < places->fn->n; k++)
        places->columns[k][index] = x[k][point];
    places->columns[axis][index] = coordinate;
    return index;
}

void places_evaluate(struct places *places)
{
    if (places->count > 0)
        places->fn->evaluate(places->fn->context, places->count,
                             (const double *const *)places->columns, places->values);
}
