/* A step h for a point, an axis and a scheme, found by looking at f alone. */
#include "grad/auto_step.h"

#include <float.h>
#include <math.h>

#include "grad/bend.h"
#include "grad/binary.h"
#include "grad/boundless.h"
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
static const double PROBE_RATIO = 256; /* of the steps that look below where rungs are of use */
static const double FIRST = 0.25; /* the first rung times the reach, relative to the coordinate */
static const double ULPS_LEAST = 4; /* of x, that the nearest sample must be away */

/*
 * What the roundoff of a rung counts for in its total. Two rungs down noise is sixteen times that of
 * the rung: a fine rung whose neighbours agree by luck must not win over a coarse one.
 */
static const double ROUNDOFF_WEIGHT = 4;

/* Times their totals, that the differences of rungs are apart when they contradict each other. */
static const double CONTRADICTION = 8;

/* Times its roundoff, that the truncation of a rung is at most that is worth climbing from. */
static const double ROUGH = 64;

/* A rung that is good to so many digits is no reason to look for that. */
static const double POOR = 0x1p-20;

/* Of the larger of |x| and 1: jumps of f that are no closer are not taken for rounding. */
static const double WIDE = 0x1p-16;

/* A rung, and how far its difference may be off. */
struct rung {
    double h;
    double difference;
    double truncation;
    double roundoff;
    double total; /* of both, as they count; infinite where a difference is not finite */
};

/* What a search is at. */
enum phase { DESCENDING, PROBING, CLIMBING };

/* A ladder being searched. */
struct search {
    size_t index;  /* of the component */
    double x;      /* its coordinate */
    double first;  /* the rung that it begins with */
    double h;      /* of the rung that is next */
    double least;  /* the smallest step that is worth trying */
    double noise;  /* of the difference, times h */
    enum phase phase;
    double resumed; /* the rung that a descent goes on with when probing finds a reason */
    bool deep;      /* it went on: down to where steps are lost */
    bool complete;  /* it came there */
    bool ended;
    double differences[DOWN_MOST]; /* of the rungs so far, the coarsest first */
    double finer[BELOW];           /* while climbing: of the rungs below, the nearest first */
    struct rung best;
    struct stencil stencils[CHUNK];
    int down;      /* rungs descended, the first with them */
    double finest; /* the last of these */
    int up;        /* rungs climbed */
    int probes;
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
    bool scaled = x != 0 && isfinite(x);
    double magnitude = scaled ? fabs(x) : 1 / FIRST;
    double unit = !scaled ? 0 : power_of_two_below(magnitude) * DBL_EPSILON;
    struct search search = {
        .index = index,
        .x = x,
        .first = power_of_two_below(magnitude * FIRST / scheme_reach(scheme)),
        .noise = noise * scheme_amplification(scheme),
        .least = fmax(ULPS_LEAST * unit / least_offset(scheme), DBL_MIN),
    };
    search.h = search.first;
    search.best = (struct rung){ .h = search.h, .difference = NAN, .truncation = NAN,
                                 .roundoff = search.noise / search.h, .total = INFINITY };
    return search;
}

/* Compare a rung with those below it. */
static struct rung weigh(const struct search *search, double h, double difference,
                         const double *finer)
{
    struct rung rung = { .h = h, .difference = difference, .roundoff = search->noise / h };
    bool finite = isfinite(difference);
    for (int i = 0; i < BELOW; i++) {
        rung.truncation = larger(rung.truncation, fabs(difference - finer[i]));
        finite = finite && isfinite(finer[i]);
    }
    rung.total = finite ? rung.truncation + ROUNDOFF_WEIGHT * rung.roundoff : (double)INFINITY;
    return rung;
}

/* Keep a rung when it is the best so far; whether it is. */
static bool consider(struct search *search, double h, double difference, const double *finer)
{
    struct rung rung = weigh(search, h, difference, finer);
    if (!(rung.total < search->best.total))
        return false;
    search->best = rung;
    return true;
}

/* How far a rung's difference may be from the slope sought, with what a rounding of x does. */
static double doubt(const struct search *search, const struct rung *rung)
{
    double rounding = UNIT_ROUNDOFF * fabs(search->x) * fabs(rung->difference) / rung->h;
    return CONTRADICTION * (rung->total + ROUNDOFF_WEIGHT * rounding);
}

/*
 * Whether rungs below the best one contradict it. Those that agree with all finer ones are asked;
 * the best of them is stored.
 */
static bool is_contradicted(const struct search *search, struct rung *by)
{
    double low = -INFINITY; /* where the slope is, as far as those that were asked know */
    double high = INFINITY;
    double h = search->finest;
    *by = (struct rung){ .total = INFINITY };
    for (int i = search->down - 1 - BELOW; i >= 0; i--) {
        struct rung rung = weigh(search, h * RATIO * RATIO, search->differences[i],
                                 &search->differences[i + 1]);
        double most = doubt(search, &rung);
        h *= RATIO;
        if (rung.h >= search->best.h)
            break;
        if (!(rung.difference - most <= high && rung.difference + most >= low))
            continue;
        low = fmax(low, rung.difference - most);
        high = fmin(high, rung.difference + most);
        if (rung.total < by->total)
            *by = rung;
    }
    double most = doubt(search, &search->best);
    return search->best.difference - most > high || search->best.difference + most < low;
}

/* Take the next finer rung's difference. */
static void descend(struct search *search, double h, double difference)
{
    int rung = search->down++;
    search->differences[rung] = difference;
    search->finest = h;
    if (rung >= BELOW)
        consider(search, h * RATIO * RATIO, search->differences[rung - BELOW],
                 &search->differences[rung - BELOW + 1]);
    search->complete = search->down == DOWN_MOST || h / RATIO < search->least;
    search->ended = search->complete;
    /* The rung that is considered next is the one above this. */
    double next_least = ROUNDOFF_WEIGHT * search->noise / (h * RATIO);
    if (search->ended || search->deep || !(next_least > search->best.total))
        return;
    struct rung finer;
    search->deep = is_contradicted(search, &finer);
    search->phase = search->deep ? DESCENDING : PROBING;
    search->resumed = h / RATIO;
}

/* Take a difference far below: when it contradicts the best rung, all in between are wanted. */
static void probe(struct search *search, double h, double difference)
{
    struct rung rung = { .h = h, .difference = difference,
                         .total = ROUNDOFF_WEIGHT * search->noise / h };
    double most = doubt(search, &search->best) + doubt(search, &rung);
    search->probes++;
    search->ended = h / PROBE_RATIO < search->least;
    if (h < search->least || !(fabs(difference - search->best.difference) > most))
        return;
    search->phase = DESCENDING;
    search->deep = true;
    search->ended = false;
}

/*
 * Whether more is to be won above the best rung: less roundoff. Truncation that shrinks upwards is
 * that of a jump or of a vertical tangent, and a slope that is not seen from afar is that of an f
 * with bounds, which any error would cover if only h were large enough.
 */
static bool climbing_helps(const struct search *search)
{
    const struct rung *best = &search->best;
    bool seen = best->total < fabs(best->difference) || best->h < fmax(1, fabs(search->x));
    return isfinite(best->total) && best->truncation <= ROUGH * best->roundoff && seen &&
           best->total > UNIT_ROUNDOFF * fabs(best->difference);
}

/* Take the next coarser rung's difference: while it is better, and could be better still. */
static void climb(struct search *search, double h, double difference)
{
    search->up++;
    bool better = consider(search, h, difference, search->finer);
    search->finer[1] = search->finer[0];
    search->finer[0] = difference;
    if (!better || search->up == UP_MOST || !(h * RATIO < DBL_MAX / (RATIO * RATIO)) ||
        !climbing_helps(search))
        search->ended = true;
}

/* Turn round at the end of a descent whose first rung has won, unless nothing is left to win. */
static void turn(struct search *search)
{
    if (search->phase == CLIMBING || search->best.h != search->first || !climbing_helps(search))
        return;
    search->phase = CLIMBING;
    search->ended = false;
    search->h = search->first * RATIO;
    search->finer[0] = search->differences[0];
    search->finer[1] = search->differences[1];
}

static double next_rung(const struct search *search, double h)
{
    return search->phase == CLIMBING ? h * RATIO
           : search->phase == PROBING ? h / PROBE_RATIO
                                      : h / RATIO;
}

static void gather_chunk(struct places *places, const struct scheme *scheme,
                         const struct components *components, struct search *search)
{
    double h = search->h;
    for (int i = 0; i < CHUNK; i++, h = next_rung(search, h))
        search->stencils[i] = stencil_gather(places, scheme, components, search->index, h);
}

static void read_chunk(const struct places *places, struct search *search)
{
    for (int i = 0; i < CHUNK && !search->ended; i++) {
        double h = search->stencils[i].h;
        double difference = stencil_difference(&search->stencils[i], places);
        enum phase phase = search->phase;
        if (phase == CLIMBING)
            climb(search, h, difference);
        else if (phase == PROBING)
            probe(search, h, difference);
        else
            descend(search, h, difference);
        search->h = phase == PROBING && search->deep ? search->resumed : next_rung(search, h);
        if (search->phase != phase)
            break;
    }
    if (search->ended)
        turn(search);
}

/*
 * Whether there is no slope at the point, for all that its differences tell: the measured noise is
 * then what f does there. A rung that shows it is stored. Gathers places anew.
 */
static bool is_boundless(const struct search *search, struct places *places,
                         const struct scheme *scheme, const struct components *components,
                         struct rung *found)
{
    double h = search->first;
    double size = fabs(component_value(components, search->index)) +
                  fabs(search->differences[0]) * search->first;
    if (search->up == 0 && !search->complete &&
        search->best.total <= POOR * fabs(search->best.difference))
        return false;
    while (h / RATIO >= fmax(search->least, search->first * DBL_EPSILON))
        h /= RATIO;
    h = boundless_step(places, scheme, components, search->index, h, size);
    *found = (struct rung){ .h = h, .truncation = INFINITY, .roundoff = search->noise / h };
    return h > 0;
}

/* Whether f does follow the slope of the finer rung that contradicts the best one. */
static bool is_followed(const struct search *search, const struct rung *finer,
                        struct places *places, const struct scheme *scheme,
                        const struct components *components)
{
    struct two_slopes slopes = { .fine = finer->difference,
                                 .coarse = search->best.difference,
                                 .smallest = finer->h,
                                 .largest = search->best.h * scheme_reach(scheme),
                                 .wide = WIDE * fmax(1, fabs(search->x)) };
    return slope_bends(places, components, search->index, &slopes);
}

/* What was chosen, in the end: not a rung that has jumped over what f does. Gathers places anew. */
static struct auto_step finish(struct search *search, struct places *places,
                               const struct scheme *scheme, const struct components *components,
                               double noise)
{
    struct rung other;
    if (is_boundless(search, places, scheme, components, &other) ||
        (search->complete && is_contradicted(search, &other) &&
         is_followed(search, &other, places, scheme, components)))
        search->best = other;
    return (struct auto_step){ .h = search->best.h,
                               .noise = noise,
                               .truncation = search->best.truncation,
                               .roundoff = search->best.roundoff,
                               .tried = search->down + search->up + search->probes };
}

/* Search for `count` components from `first` on, at most what PLACES_MOST has room for. */
static void search_group(struct places *places, const struct scheme *scheme,
                         const struct components *components, const double *noises,
                         size_t first, size_t count, struct auto_step *chosen)
{
    struct search searches[GROUP];
    size_t waiting = count;
    for (size_t i = 0; i < count; i++)
        searches[i] = start_search(scheme, first + i, component_place(components, first + i),
                                   noises[first + i]);
    while (waiting > 0) {
        places_clear(places);
        for (size_t i = 0; i < count; i++)
            if (!searches[i].ended)
                gather_chunk(places, scheme, components, &searches[i]);
        places_evaluate(places);
        waiting = 0;
        for (size_t i = 0; i < count; i++) {
            if (!searches[i].ended)
                read_chunk(places, &searches[i]);
            waiting += !searches[i].ended;
        }
    }
    for (size_t i = 0; i < count; i++)
        chosen[first + i] = finish(&searches[i], places, scheme, components,
                                   noises[first + i]);
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
