/* Telling a function that jumps from one that waves. */
#include "grad/jump.h"

#include <assert.h>
#include <math.h>

enum { PARTS = 32 };

static const double GOLDEN = 0.6180339887498949;
static const double UNEVENNESS = 0.75; /* of a part */

static_assert(PARTS + 1 <= (int)PLACES_MOST, "the ends of the parts fit the places");

/*
 * Where part i begins, as a share of the stretch. The parts are uneven, for over even ones the
 * steps of a staircase can all look alike: the golden section never repeats itself.
 */
static double beginning(int i)
{
    double turned = GOLDEN * i;
    double share = i == 0 || i == PARTS ? 0 : UNEVENNESS * (turned - floor(turned));
    return (i + share) / PARTS;
}

/*
 * The part in which f changes most beyond its share of the whole change, upwards or downwards as
 * `sign` says; by how much is stored, 0 when by nothing. NaN is never most.
 */
static int find_unlike(const double values[PARTS + 1], double sign, double *unlike)
{
    double whole = values[PARTS] - values[0];
    int found = 0;
    *unlike = 0;
    for (int i = 0; i < PARTS; i++) {
        double share = whole * (beginning(i + 1) - beginning(i));
        double beyond = sign * (values[i + 1] - values[i] - share);
        if (beyond > *unlike) {
            *unlike = beyond;
            found = i;
        }
    }
    return found;
}

/* How far f jumps in the direction that `sign` says, 0 when it does not. */
static double find_directed(struct places *places, const struct components *components,
                            size_t index, const struct jump_search *search, double sign)
{
    const struct component *item = &components->items[index];
    double from = search->from;
    double width = search->width;
    double unlike = 0;
    while (width > search->finest) {
        places_clear(places);
        for (int i = 0; i <= PARTS; i++)
            places_add(places, components->x, item->point, item->axis, from + width * beginning(i));
        places_evaluate(places);
        int part = find_unlike(places->values, sign, &unlike);
        if (!(unlike >= search->least))
            return 0;
        from += width * beginning(part);
        width *= beginning(part + 1) - beginning(part);
    }
    return unlike;
}

double jump_find(struct places *places, const struct components *components, size_t index,
                 const struct jump_search *search)
{
    double jump = find_directed(places, components, index, search, 1);
    return jump > 0 ? jump : find_directed(places, components, index, search, -1);
}
