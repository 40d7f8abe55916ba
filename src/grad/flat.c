/* Telling a function that is flat from one whose change was lost to rounding. */
#include "grad/flat.h"

#include <assert.h>
#include <float.h>
#include <math.h>

/* The largest step that is tried, in units of max(1, |x|): as far as the digits of a double go. */
static const double FLAT_REACH = 0x1p52;

/* Each step of the search is four times the one before. */
static const double FLAT_RATIO = 4;

/* How far beyond the step at which f begins to change it is looked at again, relatively. */
static const double FLAT_BEYOND = 0x1p-10;

/*
 * A slope that has grown out of the rounding is still only some units in the last place that little
 * beyond; behind a kink or a jump f has left them far below.
 */
static const double FLAT_ULPS = 256;

/* How far apart f is looked at beyond that step, in units of it, and no power of two. */
static const double FLAT_ONWARD = 0.6180339887498949;

enum {
    FLAT_FIRST = 4, /* of the places onward that count: rounding still hides f at those before */
    FLAT_RUNGS = 32, /* steps that are tried at a time, up and down */
    NARROWINGS = 3   /* each divides the step's uncertainty by FLAT_RUNGS: 4 / 32^3 < 2^-10 */
};

static_assert(2 * FLAT_RUNGS <= PLACES_MOST, "a round of steps fits the places");

/* The search: where it takes place and what it works with. Nothing is owned. */
struct search {
    struct places *places;
    const double *const *x; /* columns of points */
    size_t point;
    size_t axis;
    double value; /* f at the point */
    double steps[FLAT_RUNGS];
};

/* The distance from |x| to the next larger double. */
static double unit_in_last_place(double x)
{
    double magnitude = fabs(x);
    return nextafter(magnitude, INFINITY) - magnitude;
}

static double coordinate(const struct search *search)
{
    return search->x[search->axis][search->point];
}

/* Evaluate f at the search's steps, up and down the axis. */
static void evaluate_steps(struct search *search)
{
    double coordinates[2 * FLAT_RUNGS];
    for (size_t i = 0; i < FLAT_RUNGS; i++) {
        coordinates[2 * i] = coordinate(search) + search->steps[i];
        coordinates[2 * i + 1] = coordinate(search) - search->steps[i];
    }
    places_clear(search->places);
    places_add_line(search->places, search->x, search->point, search->axis, 2 * FLAT_RUNGS,
                    coordinates);
    places_evaluate(search->places);
}

/* The evaluated value that differs most from f at the point; NaN differs from nothing. */
static double farther(const struct search *search, size_t step)
{
    const double *pair = search->places->values + 2 * step;
    double up = fabs(pair[0] - search->value);
    double down = fabs(pair[1] - search->value);
    return up > down || isnan(down) ? pair[0] : pair[1];
}

/*
 * Evaluate the steps, which ascend, and find the first at which f changes. Stores it in *high and
 * the one before, if any, in *low; false when f changes at none.
 */
static bool first_change(struct search *search, double *low, double *high)
{
    evaluate_steps(search);
    for (size_t i = 0; i < FLAT_RUNGS; i++) {
        if (fabs(farther(search, i) - search->value) > 0) {
            *high = search->steps[i];
            return true;
        }
        *low = search->steps[i];
    }
    return false;
}

/* Find steps low < high, a factor of FLAT_RATIO apart, between which f begins to change. */
static bool climb(struct search *search, double h, double *low, double *high)
{
    double most = fmin(FLAT_REACH * fmax(1, fabs(coordinate(search))), DBL_MAX);
    *low = h;
    for (double step = h * FLAT_RATIO; step <= most;) {
        for (size_t i = 0; i < FLAT_RUNGS; i++, step *= FLAT_RATIO)
            search->steps[i] = fmin(step, most);
        if (first_change(search, low, high))
            return true;
    }
    return false;
}

/* Bring low and high closer together, FLAT_RUNGS times. */
static void narrow(struct search *search, double *low, double *high)
{
    double begin = *low;
    double width = (*high - *low) / FLAT_RUNGS;
    for (size_t i = 0; i < FLAT_RUNGS; i++)
        search->steps[i] = i + 1 < FLAT_RUNGS ? begin + (double)(i + 1) * width : *high;
    first_change(search, low, high);
}

/* Whether f is above its value at the point, or below it, at all evaluated places on one side. */
static bool leaves(const struct search *search, size_t side)
{
    bool above = true;
    bool below = true;
    for (size_t i = FLAT_FIRST; i < FLAT_RUNGS; i++) {
        double value = search->places->values[2 * i + side];
        above = above && value > search->value;
        below = below && value < search->value;
    }
    return above || below;
}

/* Whether f, having begun to change at a step, goes on: rounding alone comes back again. */
static bool goes_on(struct search *search, double step)
{
    for (size_t i = 0; i < FLAT_RUNGS; i++)
        search->steps[i] = step * (1 + (double)(i + 1) * FLAT_ONWARD);
    evaluate_steps(search);
    return leaves(search, 0) || leaves(search, 1);
}

bool flatness_is_rounding(struct places *places, const double *const *x, size_t point, size_t axis,
                          double h, double value)
{
    struct search search = {
        .places = places, .x = x, .point = point, .axis = axis, .value = value
    };
    double low;
    double high;
    if (!climb(&search, h, &low, &high))
        return false;
    for (int i = 0; i < NARROWINGS; i++)
        narrow(&search, &low, &high);
    for (size_t i = 0; i < FLAT_RUNGS; i++)
        search.steps[i] = high * (1 + FLAT_BEYOND);
    evaluate_steps(&search);
    double changed = farther(&search, 0);
    double unit = unit_in_last_place(fmax(fabs(value), fabs(changed)));
    return fabs(changed - value) <= FLAT_ULPS * unit && goes_on(&search, high);
}
