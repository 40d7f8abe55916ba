/* A step h for a point, an axis and a scheme, found by looking at f alone. */
#include "grad/auto_step.h"

#include <float.h>
#include <math.h>

#include "grad/binary.h"
#include "grad/noise.h"
#include "grad/stencil.h"

enum {
    CHUNK = 4,         /* rungs that are evaluated together */
    BELOW = 2,         /* finer rungs that each is compared with */
    DOWN_MOST = 40,    /* rungs of a ladder */
    UP_MOST = 48,      /* and above its first */
    GROUP = PLACES_MOST / CHUNK /* components that are searched together at most */
};

static const double RATIO = 4;
static const double FIRST = 0.25; /* the first rung times the reach, relative to the coordinate */
static const double ULPS_LEAST = 4; /* of x, that the nearest sample must be away */

/*
 * What the roundoff of a rung counts for in its total. Two rungs down noise is sixteen times that of
 * the rung: a fine rung whose neighbours agree by luck must not win over a coarse one.
 */
static const double ROUNDOFF_WEIGHT = 4;

/* A ladder being searched. */
struct search {
    size_t index;  /* of the component */
    double h;      /* of the rung that is next */
    double least;  /* the smallest step that is worth trying */
    double noise;  /* of the difference, times h */
    bool climbing;
    bool ended;
    double differences[DOWN_MOST]; /* of the rungs so far, the coarsest first */
    double finer[BELOW];           /* while climbing: of the rungs below, the nearest first */
    double best_total;
    struct stencil stencils[CHUNK];
    struct auto_step chosen;
    int up; /* rungs climbed */
};

/* The distance from a sample to the point, in steps, that is least. */
static double least_offset(const struct scheme *scheme)
{
    double least = INFINITY;
    for (size_t k = 0; k < scheme->samples; k++)
        if (scheme->offsets[k] != 0)
            least = fmin(least, fabs(scheme->offsets[k]));
    return least;
}

static struct search start_search(const struct scheme *scheme, size_t index, double x,
                                  double noise)
{
    double magnitude = x == 0 ? 1 / FIRST : fabs(x);
    double unit = x == 0 ? 0 : power_of_two_below(magnitude) * DBL_EPSILON;
    struct search search = {
        .index = index,
        .h = power_of_two_below(magnitude * FIRST / scheme_reach(scheme)),
        .noise = noise * scheme_amplification(scheme),
        .least = fmax(ULPS_LEAST * unit / least_offset(scheme), DBL_MIN),
        .best_total = INFINITY,
    };
    search.chosen = (struct auto_step){ .h = search.h, .noise = noise, .truncation = NAN,
                                        .roundoff = search.noise / search.h };
    return search;
}

/* Compare a rung with those below it and keep it when it is the best so far; whether it is. */
static bool consider(struct search *search, double h, double difference, const double *finer)
{
    double truncation = 0;
    for (int i = 0; i < BELOW; i++)
        truncation = larger(truncation, fabs(difference - finer[i]));
    double roundoff = search->noise / h;
    double total = truncation + ROUNDOFF_WEIGHT * roundoff;
    if (!isfinite(difference) || !isfinite(finer[0]) || !isfinite(finer[1]) ||
        !(total < search->best_total))
        return false;
    search->best_total = total;
    search->chosen.h = h;
    search->chosen.truncation = truncation;
    search->chosen.roundoff = roundoff;
    return true;
}

/* Take the next finer rung's difference. */
static void descend(struct search *search, double h, double difference)
{
    int rung = search->chosen.tried++;
    search->differences[rung] = difference;
    if (rung >= BELOW)
        consider(search, h * RATIO * RATIO, search->differences[rung - BELOW],
                 &search->differences[rung - BELOW + 1]);
    /* The rung that is considered next is the one above this. */
    double next_least = ROUNDOFF_WEIGHT * search->noise / (h * RATIO);
    if (next_least > search->best_total || search->chosen.tried == DOWN_MOST ||
        h / RATIO < search->least)
        search->ended = true;
}

/* Take the next coarser rung's difference: while it is better, and could be better still. */
static void climb(struct search *search, double h, double difference)
{
    search->chosen.tried++;
    search->up++;
    bool better = consider(search, h, difference, search->finer);
    search->finer[1] = search->finer[0];
    search->finer[0] = difference;
    if (!better || search->up == UP_MOST || !(h * RATIO < DBL_MAX / (RATIO * RATIO)) ||
        search->best_total <= UNIT_ROUNDOFF * fabs(difference))
        search->ended = true;
}

/* Turn round at the end of a descent whose first rung has won, unless nothing is left to win. */
static void turn(struct search *search, double first)
{
    bool zero = search->differences[0] == 0 && search->chosen.truncation == 0;
    if (search->climbing || search->chosen.h != first || !isfinite(search->best_total) || zero ||
        search->best_total <= UNIT_ROUNDOFF * fabs(search->differences[0]))
        return;
    search->climbing = true;
    search->ended = false;
    search->h = first * RATIO;
    search->finer[0] = search->differences[0];
    search->finer[1] = search->differences[1];
}

static double next_rung(const struct search *search, double h)
{
    return search->climbing ? h * RATIO : h / RATIO;
}

static void gather_chunk(struct places *places, const struct scheme *scheme,
                         const struct components *components, struct search *search)
{
    double h = search->h;
    for (int i = 0; i < CHUNK; i++, h = next_rung(search, h))
        search->stencils[i] = stencil_gather(places, scheme, components, search->index, h);
}

static void read_chunk(const struct places *places, struct search *search, double first)
{
    for (int i = 0; i < CHUNK && !search->ended; i++) {
        double h = search->stencils[i].h;
        double difference = stencil_difference(&search->stencils[i], places);
        if (search->climbing)
            climb(search, h, difference);
        else
            descend(search, h, difference);
        search->h = next_rung(search, h);
    }
    if (search->ended)
        turn(search, first);
}

/* Search for `count` components from `first` on, at most what PLACES_MOST has room for. */
static void search_group(struct places *places, const struct scheme *scheme,
                         const struct components *components, const double *noises,
                         size_t first, size_t count, struct auto_step *chosen)
{
    struct search searches[GROUP];
    double first_rungs[GROUP];
    size_t waiting = count;
    for (size_t i = 0; i < count; i++) {
        searches[i] = start_search(scheme, first + i, component_place(components, first + i),
                                   noises[first + i]);
        first_rungs[i] = searches[i].h;
    }
    while (waiting > 0) {
        places_clear(places);
        for (size_t i = 0; i < count; i++)
            if (!searches[i].ended)
                gather_chunk(places, scheme, components, &searches[i]);
        places_evaluate(places);
        waiting = 0;
        for (size_t i = 0; i < count; i++) {
            if (!searches[i].ended)
                read_chunk(places, &searches[i], first_rungs[i]);
            waiting += !searches[i].ended;
        }
    }
    for (size_t i = 0; i < count; i++)
        chosen[first + i] = searches[i].chosen;
}

void auto_step_choose(struct places *places, const struct scheme *scheme,
                      const struct components *components, const double *noises,
                      struct auto_step *chosen)
{
    size_t group = PLACES_MOST / (CHUNK * stencil_places(scheme));
    for (size_t first = 0; first < components->count; first += group) {
        size_t left = components->count - first;
        search_group(places, scheme, components, noises, first, left < group ? left : group,
                     chosen);
    }
}
