/* Telling a function whose slope changes from one that is noisy. */
#include "grad/bend.h"

#include <assert.h>
#include <math.h>

#include "grad/binary.h"

enum { ALL = 25 }; /* places */

static_assert(ALL <= (int)PLACES_MOST, "a stretch of f fits the places");

static const double WIDER = 4;
static const double LEAVES = 0.125;  /* of the other slope's departure, that counts as one */
static const double GRADUALLY = 0.5; /* of the largest gain, that two neighbours' may differ by */

/* Places at powers of two would meet what is rounded inside f at the same spot each time. */
static const double NARROWER = 0.93;

/* How far a stretch reaches from the point to either side, as shares of a distance. */
struct sides {
    double below;
    double above;
};

/* f around a point, less a straight line through it. */
struct stretch {
    double rests[ALL];
};

/* The stretch of a component's axis from x - below to x + above, less the line of a slope. */
static struct stretch take_stretch(struct places *places, const struct components *components,
                                   size_t index, struct sides reach, double slope)
{
    const struct component *item = &components->items[index];
    double x = component_place(components, index);
    double spacing = (reach.below + reach.above) / (ALL - 1);
    struct stretch stretch;
    double distances[ALL];
    places_clear(places);
    for (int i = 0; i < ALL; i++) {
        double place = x + (i * spacing - reach.below);
        distances[i] = place - x;
        places_add(places, components->x, item->point, item->axis, place);
    }
    places_evaluate(places);
    for (int i = 0; i < ALL; i++)
        stretch.rests[i] =
            places->values[i] - component_value(components, index) - slope * distances[i];
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

/* slope_bends, as far as it is seen from some sides. */
static bool bends_aside(struct places *places, const struct components *components, size_t index,
                        const struct two_slopes *slopes, struct sides sides)
{
    double change = fabs(slopes->coarse - slopes->fine);
    for (double w = slopes->smallest; w <= slopes->largest; w *= WIDER) {
        struct sides reach = { .below = w * sides.below, .above = w * sides.above };
        struct stretch stretch = take_stretch(places, components, index, reach, slopes->fine);
        if (departure(&stretch) >= LEAVES * change * w)
            return (w > slopes->smallest && w >= slopes->wide) || is_gradual(&stretch);
    }
    return false;
}

bool slope_bends(struct places *places, const struct components *components, size_t index,
                 const struct two_slopes *slopes)
{
    const struct sides both = { .below = NARROWER, .above = NARROWER };
    const struct sides below = { .below = NARROWER, .above = 0 };
    const struct sides above = { .below = 0, .above = NARROWER };
    return bends_aside(places, components, index, slopes, both) ||
           bends_aside(places, components, index, slopes, below) ||
           bends_aside(places, components, index, slopes, above);
}
