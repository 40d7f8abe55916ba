/* The slope that a function has as near to a point as its values tell. */
#include "grad/near_slope.h"

#include <assert.h>
#include <math.h>

#include "grad/binary.h"
#include "grad/noise.h"

enum { SCALES = 9, AROUND = 8 };

static_assert(SCALES * AROUND <= (int)PLACES_MOST, "all scales fit the places");

static const double WIDEST = 0x1.dp-7; /* relative; no power of two, so as to fit no period */
static const double NARROWER = 16;
static const double ROUNDINGS = 4; /* of f */

/* Distances from the point, as shares of a scale's, the outermost first and last. */
static const double SHARES[AROUND] = { -1, -0.63, -0.38, -0.13, 0.17, 0.43, 0.71, 1 };

/* The slope that the places of one scale show, from `first` on. */
static struct near_slope see_scale(const struct places *places, size_t first, double x,
                                   size_t axis, double value)
{
    const double *at = places->columns[axis] + first;
    const double *values = places->values + first;
    double slope = (values[AROUND - 1] - values[0]) / (at[AROUND - 1] - at[0]);
    double off = 0;
    double largest = fabs(value);
    for (int i = 0; i < AROUND; i++) {
        double rest = fabs(values[i] - value - slope * (at[i] - x));
        off = isnan(rest) ? (double)INFINITY : larger(off, rest);
        largest = larger(largest, fabs(values[i]));
    }
    double rounding = UNIT_ROUNDOFF * (ROUNDINGS * largest + fabs(slope * x));
    return (struct near_slope){ .value = slope,
                                .error = (2 * off + rounding) / (at[AROUND - 1] - x) };
}

struct near_slope near_slope_find(struct places *places, const struct components *components,
                                  size_t index)
{
    const struct component *item = &components->items[index];
    double x = component_place(components, index);
    double s = WIDEST * (x == 0 ? 1 : fabs(x));
    struct near_slope best = { .value = NAN, .error = INFINITY };
    places_clear(places);
    for (int k = 0; k < SCALES; k++, s /= NARROWER)
        for (int i = 0; i < AROUND; i++)
            places_add(places, components->x, item->point, item->axis, x + SHARES[i] * s);
    places_evaluate(places);
    for (size_t k = SCALES; k-- > 0;) {
        struct near_slope slope = see_scale(places, k * AROUND, x, item->axis,
                                            component_value(components, index));
        if (fabs(slope.value - best.value) > slope.error + best.error)
            break;
        if (slope.error < best.error)
            best = slope;
    }
    return best;
}
