/* How far a finite difference may be off, estimated without knowing the derivative. */
#include "grad/estimate.h"

#include <math.h>

#include "grad/binary.h"
#include "grad/noise.h"
#include "grad/stencil.h"

enum {
    LEVELS = 3,      /* steps h, h/2 and h/4 */
    GAPS = 2,        /* gaps of slopes that are always looked at: at h and h/4 */
    GAPS_DEEPER = 2, /* and at h/16 and h/64 where those look like a kink */
    GROUP = PLACES_MOST / (LEVELS + 2 * GAPS) /* components that there ever is room for */
};

static const double GAP_RATIO = 4;
static const double GAP_STAYS = 0.7; /* of the one before, for a kink */
static const double GAP_GROWS = 4.5; /* times the one before at most: a jump's grow fourfold */
static const double GAP_CLEAR = 32;  /* noises of f over the distance, that a gap must have */
static const double VALUE_ROUNDINGS = 4;
static const double ZERO_DISTANCE = 0.125; /* times max(1, |x|): where slopes are looked at */
static const double ZERO_SHARE = 1e-6;     /* of those slopes, that the roundoff of a zero may be */

/* The slopes to both sides at a distance: the places of f there. */
struct gap {
    double s;
    double up; /* coordinates, as rounded */
    double down;
    size_t first; /* place of `up`; `down` is the next */
};

/* An estimate on the way. */
struct work {
    struct stencil stencils[LEVELS];
    struct gap gaps[GAPS];
    size_t index;
    double noise;
};

static struct gap gather_gap(struct places *places, const struct components *components,
                             size_t index, double s)
{
    const struct component *item = &components->items[index];
    double x = component_place(components, index);
    struct gap gap = { .s = s, .up = x + s, .down = x - s };
    gap.first = places_add(places, components->x, item->point, item->axis, gap.up);
    places_add(places, components->x, item->point, item->axis, gap.down);
    return gap;
}

static void gather(struct places *places, const struct scheme *scheme,
                   const struct components *components, double h, struct work *work)
{
    double s = h;
    for (int level = 0; level < LEVELS; level++, s /= 2)
        work->stencils[level] = stencil_gather(places, scheme, components, work->index, s);
    s = h;
    for (int i = 0; i < GAPS; i++, s /= GAP_RATIO)
        work->gaps[i] = gather_gap(places, components, work->index, s);
}

/* A gap of slopes: how wide it is, signed, and how wide noise alone could make it. */
struct seen_gap {
    double width;
    double noise;
};

static struct seen_gap see_gap(const struct places *places, const struct gap *gap, double x,
                               double value, double noise)
{
    double up = (places->values[gap->first] - value) / (gap->up - x);
    double down = (value - places->values[gap->first + 1]) / (x - gap->down);
    double rounding = UNIT_ROUNDOFF * larger(fabs(value), fabs(places->values[gap->first]));
    return (struct seen_gap){ .width = up - down,
                              .noise = GAP_CLEAR * (noise + rounding) / gap->s };
}

/* Whether a gap goes on from a coarser one; NaN does not. */
static bool gap_stays(const struct seen_gap *coarse, const struct seen_gap *fine)
{
    double ratio = fine->width / coarse->width;
    return fabs(fine->width) > fine->noise && ratio >= GAP_STAYS && ratio <= GAP_GROWS;
}

/* Look deeper where the gaps at h and h/4 are those of a kink. Gathers places anew. */
static bool find_kink(struct places *places, const struct components *components,
                      const struct work *work, const struct seen_gap seen[GAPS])
{
    struct gap gaps[GAPS_DEEPER];
    struct seen_gap before = seen[GAPS - 1];
    double s = work->gaps[GAPS - 1].s;
    places_clear(places);
    for (int i = 0; i < GAPS_DEEPER; i++)
        gaps[i] = gather_gap(places, components, work->index, s /= GAP_RATIO);
    places_evaluate(places);
    for (int i = 0; i < GAPS_DEEPER; i++) {
        struct seen_gap next = see_gap(places, &gaps[i], component_place(components, work->index),
                                       component_value(components, work->index), work->noise);
        if (!(next.noise < fabs(before.width)))
            return i > 0;
        if (!gap_stays(&before, &next))
            return false;
        before = next;
    }
    return true;
}

/* |D(h) - D(h / 2^halvings)| as an error of D(h). */
static double extrapolate(double change, int halvings, int order)
{
    double factor = (double)(UINT64_C(1) << halvings * order);
    return fabs(change) * factor / (factor - 1);
}

/* The largest relative error of a sample's distance from x. */
static double place_rounding(const struct stencil *stencil)
{
    double largest = 0;
    for (size_t k = 0; k < stencil->scheme->samples; k++) {
        double wanted = stencil->scheme->offsets[k] * stencil->h;
        if (wanted != 0)
            largest = larger(
                largest, fabs(((stencil_coordinate(stencil, k) - stencil->x) - wanted) / wanted));
    }
    return largest;
}

/* Sum up the samples' sizes: their weighted sum, and the largest. */
static double sum_terms(const struct stencil *stencil, const struct places *places,
                        double *largest)
{
    double sum = 0;
    *largest = 0;
    for (size_t k = 0; k < stencil->scheme->samples; k++) {
        double size = fabs(stencil_sample(stencil, places, k));
        sum += fabs(stencil->scheme->weights[k]) * size;
        *largest = larger(*largest, size);
    }
    return sum / (stencil->scheme->divisor * stencil->h);
}

/* Whether f has the point's value at every sample, and no noise beyond a rounding. */
static bool is_constant(const struct places *places, const struct work *work)
{
    if (work->noise > UNIT_ROUNDOFF * fabs(work->stencils[0].value))
        return false;
    for (int level = 0; level < LEVELS; level++) {
        const struct stencil *stencil = &work->stencils[level];
        for (size_t k = 0; k < stencil->scheme->samples; k++)
            if (stencil_sample(stencil, places, k) != stencil->value)
                return false;
    }
    return true;
}

/*
 * Whether differences that are all 0, though f changes, are those of a zero: their roundoff is
 * nothing beside the slopes at some distance. Gathers places anew.
 */
static bool is_zero(struct places *places, const struct components *components,
                    const struct work *work, double roundoff)
{
    double x = component_place(components, work->index);
    double value = component_value(components, work->index);
    places_clear(places);
    struct gap gap =
        gather_gap(places, components, work->index, ZERO_DISTANCE * fmax(1, fabs(x)));
    places_evaluate(places);
    double up = fabs(places->values[gap.first] - value);
    double down = fabs(places->values[gap.first + 1] - value);
    return roundoff <= ZERO_SHARE * fmax(up, down) / gap.s;
}

static struct estimate read_estimate(const struct places *places, const struct work *work)
{
    const struct stencil *stencil = &work->stencils[0];
    const struct scheme *scheme = stencil->scheme;
    double differences[LEVELS];
    double largest;
    for (int level = 0; level < LEVELS; level++)
        differences[level] = stencil_difference(&work->stencils[level], places);
    struct estimate estimate = { .kink = false };
    estimate.terms = sum_terms(stencil, places, &largest);
    estimate.changes[0] = differences[0] - differences[1];
    estimate.changes[1] = differences[1] - differences[2];
    double half = extrapolate(estimate.changes[0], 1, scheme->order);
    double quarter = extrapolate(differences[0] - differences[2], 2, scheme->order);
    estimate.truncation = isnan(half + quarter) ? INFINITY : fmax(half, quarter);
    double rounding = 2 * work->noise + UNIT_ROUNDOFF * largest;
    estimate.roundoff =
        scheme_amplification(scheme) * rounding / stencil->h +
        fabs(differences[0]) * (place_rounding(stencil) + VALUE_ROUNDINGS * UNIT_ROUNDOFF);
    estimate.zero = differences[0] == 0 && differences[1] == 0 && differences[2] == 0;
    return estimate;
}

/* Estimate `count` components from `first` on, for which there is room among the places. */
static void estimate_group(struct places *places, const struct scheme *scheme,
                           const struct components *components, const double *steps,
                           const double *noises, size_t first, size_t count,
                           struct estimate *estimates)
{
    struct work works[GROUP];
    struct seen_gap seen[GROUP][GAPS];
    bool constant[GROUP];
    places_clear(places);
    for (size_t i = 0; i < count; i++) {
        works[i].index = first + i;
        works[i].noise = noises[first + i];
        gather(places, scheme, components, steps[first + i], &works[i]);
    }
    places_evaluate(places);
    for (size_t i = 0; i < count; i++) {
        estimates[first + i] = read_estimate(places, &works[i]);
        constant[i] = is_constant(places, &works[i]);
        for (int k = 0; k < GAPS; k++)
            seen[i][k] = see_gap(places, &works[i].gaps[k], works[i].stencils[0].x,
                                 works[i].stencils[0].value, works[i].noise);
    }
    for (size_t i = 0; i < count; i++) {
        struct estimate *estimate = &estimates[first + i];
        estimate->kink = gap_stays(&seen[i][0], &seen[i][GAPS - 1]) &&
                         find_kink(places, components, &works[i], seen[i]);
        estimate->zero = estimate->zero &&
                         (constant[i] ||
                          is_zero(places, components, &works[i], estimate->roundoff));
    }
}

void estimate_errors(struct places *places, const struct scheme *scheme,
                     const struct components *components, const double *steps,
                     const double *noises, struct estimate *estimates)
{
    size_t group = PLACES_MOST / (LEVELS * stencil_places(scheme) + 2 * GAPS);
    for (size_t first = 0; first < components->count; first += group) {
        size_t left = components->count - first;
        estimate_group(places, scheme, components, steps, noises, first,
                       left < group ? left : group, estimates);
    }
}

double estimate_error(const struct estimate *estimate)
{
    double error = estimate->truncation + estimate->roundoff;
    return isnan(error) ? (double)INFINITY : error;
}
