/* The samples of a scheme around a point, among gathered places. */
#include "grad/stencil.h"

size_t stencil_places(const struct scheme *scheme)
{
    size_t count = 0;
    for (size_t k = 0; k < scheme->samples; k++)
        count += scheme->offsets[k] != 0;
    return count;
}

double stencil_coordinate(const struct stencil *stencil, size_t k)
{
    double offset = stencil->scheme->offsets[k];
    return offset == 0 ? stencil->x : stencil->x + offset * stencil->h;
}

struct stencil stencil_gather(struct places *places, const struct scheme *scheme,
                              const struct components *components, size_t index, double h)
{
    const struct component *item = &components->items[index];
    struct stencil stencil = { .scheme = scheme,
                               .h = h,
                               .x = component_place(components, index),
                               .value = component_value(components, index),
                               .first = places->count };
    for (size_t k = 0; k < scheme->samples; k++)
        if (scheme->offsets[k] != 0)
            places_add(places, components->x, item->point, item->axis,
                       stencil_coordinate(&stencil, k));
    return stencil;
}

double stencil_sample(const struct stencil *stencil, const struct places *places, size_t k)
{
    const double *offsets = stencil->scheme->offsets;
    size_t place = stencil->first;
    if (offsets[k] == 0)
        return stencil->value;
    for (size_t i = 0; i < k; i++)
        place += offsets[i] != 0;
    return places->values[place];
}

double stencil_difference(const struct stencil *stencil, const struct places *places)
{
    const struct scheme *scheme = stencil->scheme;
    const double *sample = places->values + stencil->first;
    double sum = 0;
    for (size_t k = 0; k < scheme->samples; k++) {
        double term = scheme->weights[k] * (scheme->offsets[k] == 0 ? stencil->value : *sample++);
        sum = k == 0 ? term : sum + term;
    }
    return sum / (scheme->divisor * stencil->h);
}
