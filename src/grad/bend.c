/* Telling a function whose slope changes from one that is noisy or jumps. */
#include "grad/bend.h"

#include <assert.h>
#include <math.h>

#include "grad/binary.h"

enum {
    SIDE = 12, /* places on either side of the point */
    ALL = 2 * SIDE + 1
};

static_assert(ALL <= (int)PLACES_MOST, "a stretch of f fits the places");

static const double WIDER = 4;
static const double LEAVES = 0.125;  /* of the other slope's departure, that counts as one */
static const double GRADUALLY = 0.5; /* of the largest gain, that two neighbours' may differ by */

/* Places at powers of two would meet what is rounded inside f at the same spot each time. */
static const double NARROWER = 0.93;

/* f around a point, less a straight line through it. */
struct stretch {
    double spacing;
    double rests[ALL];
};

static struct stretch take_stretch(struct places *places, const struct components *components,
                                   size_t index, double w, double slope)
{
    const struct component *item = &components->items[index];
    double x = component_place(components, index);
    struct stretch stretch = { .spacing = w * NARROWER / SIDE };
    double distances[ALL];
    places_clear(places);
    for (int i = 0; i < ALL; i++) {
        double place = x + (i - SIDE) * stretch.spacing;
        distances[i] = place - x;
        places_add(places, components->x, item->point, item->axis, place);
    }
    places_evaluate(places);
    for (int i = 0; i < ALL; i++)
        stretch.rests[i] = places->values[i] - places->values[SIDE] - slope * distances[i];
    return stretch;
}

/* How far f is from the line, at most. */
static double departure(const struct stretch *stretch)
{
    double largest = 0;
    for (int i = 0; i < ALL; i++)
        largest = larger(largest, fabs(stretch->rests[i]));
    return largest;
}

static bool is_gradual(const struct stretch *stretch)
{
    double gain = 0;
    double difference = 0;
    for (int i = 1; i < ALL; i++) {
        double gained = stretch->rests[i] - stretch->rests[i - 1];
        gain = larger(gain, fabs(gained));
        if (i > 1)
            difference = larger(
                difference, fabs(gained - (stretch->rests[i - 1] - stretch->rests[i - 2])));
    }
    return isfinite(gain) && difference <= GRADUALLY * gain;
}

bool slope_bends(struct places *places, const struct components *components, size_t index,
                 const struct two_slopes *slopes)
{
    double change = fabs(slopes->coarse - slopes->fine);
    for (double w = slopes->smallest; w <= slopes->largest; w *= WIDER) {
        struct stretch stretch = take_stretch(places, components, index, w, slopes->fine);
        if (departure(&stretch) >= LEAVES * change * w)
            return is_gradual(&stretch);
    }
    return false;
}
