/* How much the values of a function are off by rounding, measured. */
#include "grad/noise.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "grad/binary.h"

enum {
    GROUP = PLACES_MOST / NOISE_PLACES, /* components that are measured together */
    MIDDLE = NOISE_VALUES / 2,          /* the point itself, among the values */
    AGREEING = 3,                       /* levels that are compared */
    FALLBACK_FIRST = 3,                 /* orders of differences that are looked at otherwise */
    FALLBACK_LAST = 5
};

static const double FIRST_SPACING = 32; /* units in the last place */
static const double WIDER = 16;
static const double WIDEST = 0x1p-8;       /* spacing, relative to the coordinate */
static const double WIDEST_AT_0 = 0x1p-28; /* and the least that the widest is */
static const double LEAST_NOISE = 0.3;     /* roundings of f */
static const double AGREEMENT = 4;         /* levels that differ by no more are of one noise */

/* By how much the variance of noise grows in differences of order k: the central binomial 2k over k. */
static const double GROWTH[NOISE_VALUES] = { 1, 2, 6, 20, 70, 252, 924 };

/* Differences of one order: the variance of noise that they show, and whether they change sign. */
struct level {
    double variance;
    bool changes_sign;
};

/* Turn differences into those of the next order, which are NOISE_VALUES - order, and tell their level. */
static struct level next_level(double *differences, int order)
{
    int count = NOISE_VALUES - order;
    double sum = 0;
    bool falls = false;
    bool rises = false;
    for (int i = 0; i < count; i++) {
        double difference = differences[i + 1] - differences[i];
        differences[i] = difference;
        sum += difference * difference;
        falls = falls || difference < 0;
        rises = rises || difference > 0;
    }
    return (struct level){ .variance = sum / (GROWTH[order] * count),
                           .changes_sign = falls && rises };
}

/* Whether the levels from `first` on are those of one noise. */
static bool levels_agree(const struct level *first)
{
    double least = first->variance;
    double most = first->variance;
    for (int i = 1; i < AGREEING; i++) {
        least = first[i].variance < least ? first[i].variance : least;
        most = first[i].variance > most ? first[i].variance : most;
    }
    return first->changes_sign && most <= AGREEMENT * AGREEMENT * least;
}

double noise_of_values(const double values[NOISE_VALUES])
{
    double differences[NOISE_VALUES];
    struct level levels[NOISE_VALUES]; /* by order; that of order 0 is not used */
    double largest = 0;
    for (int i = 0; i < NOISE_VALUES; i++)
        differences[i] = values[i];
    for (int order = 1; order < NOISE_VALUES; order++) {
        levels[order] = next_level(differences, order);
        int first = order - AGREEING + 1;
        if (first >= 1 && levels_agree(&levels[first]))
            return sqrt(levels[first].variance);
    }
    for (int order = FALLBACK_FIRST; order <= FALLBACK_LAST; order++)
        largest = fmax(largest, levels[order].variance);
    return sqrt(largest);
}

/* A measurement on the way. */
struct measurement {
    size_t index; /* of the component */
    double spacing;
    size_t first; /* of its places */
};

/* The spacing to begin with, a power of two. */
static double first_spacing(double x)
{
    double magnitude = x == 0 ? 1 : fabs(x);
    return FIRST_SPACING * fmax(power_of_two_below(magnitude) * DBL_EPSILON, DBL_MIN);
}

/* Ask for the values around a component's point. */
static void ask(struct places *places, const struct components *components,
                struct measurement *measurement)
{
    const struct component *item = &components->items[measurement->index];
    double x = component_place(components, measurement->index);
    measurement->first = places->count;
    for (int i = 0; i < NOISE_VALUES; i++)
        if (i != MIDDLE)
            places_add(places, components->x, item->point, item->axis,
                       x + (i - MIDDLE) * measurement->spacing);
}

/* Read the values; false when most are the same and a wider spacing is worth trying. */
static bool read(const struct places *places, const struct components *components,
                 struct measurement *measurement, double *noise)
{
    double values[NOISE_VALUES];
    double largest = 0;
    bool finite = true;
    int same = 0;
    for (int i = 0, next = 0; i < NOISE_VALUES; i++) {
        values[i] = i == MIDDLE ? component_value(components, measurement->index)
                                : places->values[measurement->first + (size_t)next++];
        largest = larger(largest, fabs(values[i]));
        finite = finite && isfinite(values[i]);
        same += i > 0 && values[i] == values[i - 1];
    }
    *noise = LEAST_NOISE * UNIT_ROUNDOFF * largest;
    if (!finite)
        return true;
    double x = fabs(component_place(components, measurement->index));
    measurement->spacing *= WIDER;
    if (2 * same >= NOISE_PLACES)
        return !(measurement->spacing <= fmax(x * WIDEST, WIDEST_AT_0));
    /* Squares of differences are to stay within doubles. */
    double unit = power_of_two_below(largest);
    for (int i = 0; i < NOISE_VALUES; i++)
        values[i] /= unit;
    *noise = fmax(*noise, unit * noise_of_values(values));
    return true;
}

/* Measure up to GROUP components from `first` on. */
static void measure_group(struct places *places, const struct components *components,
                          size_t first, double *noises)
{
    struct measurement waiting[GROUP];
    size_t count = 0;
    for (size_t i = first; i < components->count && count < GROUP; i++)
        waiting[count++] = (struct measurement){
            .index = i, .spacing = first_spacing(component_place(components, i))
        };
    while (count > 0) {
        size_t left = 0;
        places_clear(places);
        for (size_t i = 0; i < count; i++)
            ask(places, components, &waiting[i]);
        places_evaluate(places);
        for (size_t i = 0; i < count; i++)
            if (!read(places, components, &waiting[i], &noises[waiting[i].index]))
                waiting[left++] = waiting[i];
        count = left;
    }
}

void noise_measure(struct places *places, const struct components *components, double *noises)
{
    for (size_t first = 0; first < components->count; first += GROUP)
        measure_group(places, components, first, noises);
}
