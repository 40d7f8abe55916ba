/* Telling where a function has no slope: at a jump, or at a vertical tangent. */
#include "grad/boundless.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#include "grad/stencil.h"

enum {
    CHANGES = 6, /* from a step to the next finer */
    STEPS = CHANGES + 1
};

static_assert(STEPS * SCHEME_SAMPLES_MOST <= (int)PLACES_MOST, "all steps fit the places");

static const double RATIO = 4;
static const double GROWTH_LEAST = 1.25; /* of a change to the next finer */
static const double GROWTH_MOST = 4.5;   /* a jump's is 4 */
static const double ALIKE = 0.05;
static const double CLEARLY = 0x1p-30; /* of the size of f */

/* Whether each change of differences, the finest first, has grown like the others. */
static bool grow_alike(const double differences[STEPS])
{
    double least = INFINITY;
    double most = 0;
    for (int i = 0; i + 1 < CHANGES; i++) {
        double growth = (differences[i] - differences[i + 1]) /
                        (differences[i + 1] - differences[i + 2]);
        if (!(growth >= GROWTH_LEAST && growth <= GROWTH_MOST))
            return false;
        least = fmin(least, growth);
        most = fmax(most, growth);
    }
    return most - least <= ALIKE * most;
}

double boundless_step(struct places *places, const struct scheme *scheme,
                      const struct components *components, size_t index, double finest,
                      double size)
{
    struct stencil stencils[STEPS];
    double differences[STEPS];
    double h = finest;
    places_clear(places);
    for (int i = 0; i < STEPS; i++, h *= RATIO)
        stencils[i] = stencil_gather(places, scheme, components, index, h);
    places_evaluate(places);
    for (int i = 0; i < STEPS; i++)
        differences[i] = stencil_difference(&stencils[i], places);
    bool clear = fabs(differences[0] - differences[1]) * finest > CLEARLY * size;
    return clear && grow_alike(differences) ? stencils[STEPS - 1].h : 0;
}
