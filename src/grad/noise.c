/* How much the values of a function are off by rounding, measured. */
#include "grad/noise.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "grad/binary.h"
#include "grad/far_noise.h"

enum {
    GROUP = PLACES_MOST / NOISE_PLACES, /* components that are measured together */
    MIDDLE = NOISE_VALUES / 2,          /* the point itself, among the values */
    AGREEING = 3,                       /* levels that are compared */
    FALLBACK_FIRST = 3,                 /* orders of differences that are looked at otherwise */
    FALLBACK_LAST = 5
};

/*
 * In units in the last place. What is rounded inside f is often rounded to a power of two of them,
 * and places that a multiple of it apart are all rounded alike: differences then show nothing. In
 * binary digits this is 1001011, which no power of two comes close to dividing.
 */
static const double FIRST_SPACING = 75;
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
    double quantum; /* the largest change of f at spacings that were too narrow */
    bool widened;   /* there were such spacings */
    size_t first;   /* of its places */
};

/* What a measurement sees: f at its places, the point among them. */
struct sight {
    double values[NOISE_VALUES];
    double largest; /* of their sizes */
    double least_change; /* between neighbours that differ; infinite when none do */
    double most_change;
    int same; /* neighbours that do not */
    bool finite;
};

/* Ask for the values around a component's point. */
static void ask(struct places *places, const struct components *components,
                struct measurement *measurement)
{
    const struct component *item = &components->items[measurement->index];
    double x = component_place(components, measurement->index);
    double coordinates[NOISE_PLACES];
    for (int i = 0; i < MIDDLE; i++) {
        coordinates[i] = x + (i - MIDDLE) * measurement->spacing;
        coordinates[MIDDLE + i] = x + (i + 1) * measurement->spacing;
    }
    measurement->first = places_add_line(places, components->x, item->point, item->axis,
                                         NOISE_PLACES, coordinates);
}

static struct sight look(const struct places *places, const struct components *components,
                         const struct measurement *measurement)
{
    const double *next = places->values + measurement->first;
    struct sight sight = { .finite = true, .least_change = INFINITY };
    for (int i = 0; i < NOISE_VALUES; i++) {
        sight.values[i] = i == MIDDLE ? component_value(components, measurement->index) : *next++;
        sight.largest = larger(sight.largest, fabs(sight.values[i]));
        sight.finite = sight.finite && isfinite(sight.values[i]);
        if (i == 0)
            continue;
        double change = fabs(sight.values[i] - sight.values[i - 1]);
        sight.same += change == 0;
        sight.most_change = larger(sight.most_change, change);
        if (change > 0 && change < sight.least_change)
            sight.least_change = change;
    }
    return sight;
}

/* The noise of finite values. */
static double judge(const struct sight *sight)
{
    double values[NOISE_VALUES];
    double unit = power_of_two_below(sight->largest);
    /* Squares of differences are to stay within doubles. */
    for (int i = 0; i < NOISE_VALUES; i++)
        values[i] = sight->values[i] / unit;
    return unit * noise_of_values(values);
}

/* Read the values; false when most are the same and a wider spacing is worth trying. */
static bool read(const struct places *places, const struct components *components,
                 struct measurement *measurement, double *noise)
{
    struct sight sight = look(places, components, measurement);
    *noise = LEAST_NOISE * UNIT_ROUNDOFF * sight.largest;
    if (!sight.finite)
        return true;
    if (2 * sight.same >= NOISE_PLACES) {
        double x = fabs(component_place(components, measurement->index));
        measurement->spacing *= WIDER;
        measurement->quantum = larger(measurement->quantum, sight.most_change);
        measurement->widened = true;
        return !(measurement->spacing <= fmax(x * WIDEST, WIDEST_AT_0));
    }
    *noise = fmax(*noise, judge(&sight));
    /* Where f stood still closer by it moves by steps, however even they look from here. */
    double quantum = measurement->quantum > 0 ? measurement->quantum : sight.least_change;
    if (measurement->widened)
        *noise = fmax(*noise, QUANTUM_NOISE * quantum);
    return true;
}

/* Measure up to GROUP components from `first` on. */
static void measure_group(struct places *places, const struct components *components,
                          size_t first, double *noises)
{
    struct measurement waiting[GROUP];
    size_t near[GROUP];
    size_t count = 0;
    size_t nears = 0;
    for (size_t i = first; i < components->count && count < GROUP; i++, count++)
        waiting[count] = (struct measurement){
            .index = i,
            .spacing = FIRST_SPACING * coordinate_unit(component_place(components, i))
        };
    while (count > 0) {
        size_t left = 0;
        places_clear(places);
        for (size_t i = 0; i < count; i++)
            ask(places, components, &waiting[i]);
        places_evaluate(places);
        for (size_t i = 0; i < count; i++) {
            size_t index = waiting[i].index;
            if (!read(places, components, &waiting[i], &noises[index]))
                waiting[left++] = waiting[i];
            else if (waiting[i].spacing <= far_noise_nearest(component_place(components, index)))
                near[nears++] = index;
        }
        count = left;
    }
    far_noise_raise(places, components, near, nears, noises);
}

void noise_measure(struct places *places, const struct components *components, double *noises)
{
    for (size_t first = 0; first < components->count; first += GROUP)
        measure_group(places, components, first, noises);
}
