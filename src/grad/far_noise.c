/* Noise of a function that is seen only from farther off. */
#include "grad/far_noise.h"

#include <assert.h>
#include <math.h>

#include "grad/binary.h"
#include "grad/jump.h"
#include "grad/noise.h"

enum {
    VALUES = FAR_NOISE_PLACES + 1, /* with that at the point */
    MIDDLE = VALUES / 2,
    ORDER = 5,
    DIFFERENCES = VALUES - ORDER
};

/*
 * Distances from the point, in units in the last place of the coordinate: whole ones, so that
 * places are exact, and odd and uneven ones, for what is rounded inside f is often rounded to a
 * power of two of these units and would look even from even places.
 */
static const double DISTANCES[VALUES] = { -0x3170a3d70b, -0x1e147ae147, -0x1451eb851f, 0,
                                          0xd47ae147b, 0x223d70a3d7, 0x2ee147ae15 };

static const double NEAREST = 0x1p32; /* units */
static const double FINEST = 0x1p10;  /* units */
static const double SUSPICIOUS = 4;   /* times the known noise */
static const double UNDOUBTED = 16;   /* roundings of f, of which waves are let pass as noise */
static const double LEAST_JUMP = 0.5; /* times the noise that differences show */

/* Weights of divided differences, for values of variance 1 to make differences of variance 1. */
struct weights {
    double of[DIFFERENCES][ORDER + 1];
};

static struct weights make_weights(void)
{
    struct weights made;
    for (int d = 0; d < DIFFERENCES; d++) {
        double squares = 0;
        for (int i = 0; i <= ORDER; i++) {
            double product = 1;
            for (int k = 0; k <= ORDER; k++)
                if (k != i)
                    product *= (DISTANCES[d + i] - DISTANCES[d + k]) / DISTANCES[VALUES - 1];
            made.of[d][i] = 1 / product;
            squares += made.of[d][i] * made.of[d][i];
        }
        for (int i = 0; i <= ORDER; i++)
            made.of[d][i] /= sqrt(squares);
    }
    return made;
}

double far_noise_nearest(double x)
{
    return NEAREST * coordinate_unit(x);
}

/*
 * The noise that the differences show: infinite or NaN where values are. Their weights add up to 0
 * but for rounding, which large values would bring in.
 */
static double differences_show(const struct weights *weights, const double values[VALUES])
{
    double changes[VALUES];
    double largest = 0;
    double squares = 0;
    for (int i = 0; i < VALUES; i++) {
        changes[i] = values[i] - values[MIDDLE];
        largest = larger(largest, fabs(changes[i]));
    }
    /* Squares are to stay within doubles. */
    double unit = power_of_two_below(largest);
    double scale = 1 / unit;
    for (int i = 0; i < VALUES; i++)
        changes[i] *= scale;
    for (int d = 0; d < DIFFERENCES; d++) {
        double sum = 0;
        for (int i = 0; i <= ORDER; i++)
            sum += weights->of[d][i] * changes[d + i];
        squares += sum * sum;
    }
    return unit * sqrt(squares / DIFFERENCES);
}

static void ask(struct places *places, const struct components *components, size_t index)
{
    const struct component *item = &components->items[index];
    double x = component_place(components, index);
    double unit = coordinate_unit(x);
    double coordinates[FAR_NOISE_PLACES];
    for (int i = 0; i < FAR_NOISE_PLACES; i++)
        coordinates[i] = x + DISTANCES[i < MIDDLE ? i : i + 1] * unit;
    places_add_line(places, components->x, item->point, item->axis, FAR_NOISE_PLACES, coordinates);
}

/* The search for a jump over all places of a component, when there is reason for one. */
static struct jump_search make_search(const struct components *components, size_t index,
                                      double noise)
{
    double x = component_place(components, index);
    double unit = coordinate_unit(x);
    double from = x + DISTANCES[0] * unit;
    return (struct jump_search){ .from = from,
                                 .width = x + DISTANCES[VALUES - 1] * unit - from,
                                 .finest = FINEST * unit,
                                 .least = LEAST_JUMP * noise };
}

/* What the places of a component show; NaN where it is no reason to doubt its noise. */
static double doubtful_noise(const struct components *components, const struct weights *weights,
                             size_t index, const double *at_places, double *known)
{
    double values[VALUES];
    for (int i = 0; i < VALUES; i++)
        values[i] = i == MIDDLE ? component_value(components, index) : *at_places++;
    double noise = differences_show(weights, values);
    if (!isfinite(noise) || !(noise > SUSPICIOUS * *known))
        return (double)NAN;
    if (noise > UNDOUBTED * UNIT_ROUNDOFF * fabs(values[MIDDLE]))
        return noise;
    *known = noise;
    return (double)NAN;
}

void far_noise_raise(struct places *places, const struct components *components,
                     const size_t *indexes, size_t count, double *noises)
{
    struct weights weights = make_weights();
    double shown[FAR_NOISE_MOST];
    assert(count <= FAR_NOISE_MOST);
    places_clear(places);
    for (size_t i = 0; i < count; i++)
        ask(places, components, indexes[i]);
    places_evaluate(places);
    for (size_t i = 0; i < count; i++)
        shown[i] = doubtful_noise(components, &weights, indexes[i],
                                  places->values + i * FAR_NOISE_PLACES, &noises[indexes[i]]);
    for (size_t i = 0; i < count; i++) {
        if (isnan(shown[i]))
            continue;
        struct jump_search search = make_search(components, indexes[i], shown[i]);
        double jump = jump_find(places, components, indexes[i], &search);
        noises[indexes[i]] = larger(noises[indexes[i]], QUANTUM_NOISE * jump);
    }
}
