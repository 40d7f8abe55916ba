/* A gradient on a few places of a rectangle, and what it tells of all between them. */
#include "grad/patch.h"

#include <math.h>

enum { MIDDLE = PATCH_PIECES / 2 };

static const double pi = 3.14159265358979323846;
static const double reach = 1.5;  /* of a step worth following, over a cell's width */
static const double askew = 0.05; /* the sine of an angle */
static const double stray = 0.25; /* from a straight line, over a second difference: twice 1/8 */
static const double bent = 0.4;   /* a second difference over the variation in the cell */
static const double amiss = 0.5;  /* a second derivative, over the variation in the cell */
static const double rest = 0.1;   /* of the variation that is not in one place */

void patch_compute(struct patch *patch, struct plane_slope *slope, const struct rectangle *cell)
{
    double places[GRID_AXES][PATCH_PLACES];
    patch->cell = *cell;
    for (int axis = 0; axis < GRID_AXES; axis++)
        for (int i = 0; i < PATCH_PLACES; i++) {
            double part = (double)i / PATCH_PIECES;
            places[axis][i] = (1 - part) * cell->low[axis] + part * cell->high[axis];
        }
    const struct grid grid = { .columns = PATCH_PLACES, .rows = PATCH_PLACES, .x0 = places[0],
                               .x1 = places[1], .fixed = slope->place };
    double *const derivatives[GRID_AXES] = { patch->gradients[0][0], patch->gradients[1][0] };
    slope->fn->gradient_grid(slope->fn->context, &grid, NULL, derivatives);
}

/* The direction of the gradient at number `step` of the edge; false where it has none. */
static bool find_direction(const struct patch *patch, int step, double *direction)
{
    enum { P = PATCH_PIECES };
    int along = step % P;
    const int places[][GRID_AXES] = { { along, 0 }, { P, along }, { P - along, P },
                                      { 0, P - along } };
    const int *place = places[step / P % 4];
    double g0 = patch->gradients[0][place[1]][place[0]];
    double g1 = patch->gradients[1][place[1]][place[0]];
    *direction = atan2(g1, g0);
    return isfinite(g0) && isfinite(g1) && (g0 != 0 || g1 != 0);
}

bool patch_index(const struct patch *patch, int *index)
{
    double turned = 0;
    double before;
    if (!find_direction(patch, 0, &before))
        return false;
    for (int step = 1; step <= 4 * PATCH_PIECES; step++) {
        double here;
        if (!find_direction(patch, step, &here))
            return false;
        double turn = remainder(here - before, 2 * pi);
        if (fabs(turn) >= pi / 4)
            return false;
        turned += turn;
        before = here;
    }
    *index = (int)lround(turned / (2 * pi));
    return true;
}

bool patch_is_flat(const struct patch *patch)
{
    const double *gradients = patch->gradients[0][0];
    for (int i = 0; i < GRID_AXES * PATCH_PLACES * PATCH_PLACES; i++)
        if (gradients[i] != 0)
            return false;
    return true;
}

/* What the lines of places, along both axes, tell of a derivative. */
struct profile {
    bool vanishes; /* it may be zero somewhere */
    double low;
    double high;
    double second; /* the largest second difference */
    double rest;   /* what differences but two that are neighbours sum to, in absolute values */
};

/* Take a line of places in, one every `stride` numbers. */
static void add_line(struct profile *profile, const double *line, int stride)
{
    double total = 0;
    double most = 0;
    double last = 0;
    for (int i = 0; i < PATCH_PLACES; i++) {
        double here = line[i * stride];
        profile->low = fmin(profile->low, here);
        profile->high = fmax(profile->high, here);
        profile->vanishes = profile->vanishes || here == 0;
        if (i == 0)
            continue;
        double difference = here - line[(i - 1) * stride];
        double second = i == 1 ? 0 : fabs(difference - last);
        profile->second = fmax(profile->second, second);
        profile->vanishes = profile->vanishes || (here < 0) != (here - difference < 0) ||
                            fabs(here - difference) <= stray * second;
        total += fabs(difference);
        most = fmax(most, fabs(difference) + fabs(last));
        last = difference;
    }
    profile->rest = fmax(profile->rest, total - most);
}

static struct profile make_profile(const struct patch *patch, int axis)
{
    struct profile profile = { .low = INFINITY, .high = -INFINITY };
    for (int i = 0; i < PATCH_PLACES; i++) {
        add_line(&profile, patch->gradients[axis][i], 1);
        add_line(&profile, &patch->gradients[axis][0][i], PATCH_PLACES);
    }
    return profile;
}

bool patch_may_vanish(const struct patch *patch, int axis)
{
    return make_profile(patch, axis).vanishes;
}

/*
 * Whether the gradient is a column of the Hessian, by differences across the cell, times at most
 * `reach`: as it is beside a line of zeros, where Newton's step leads along the line.
 */
static bool is_beside_line(const struct patch *patch, const double gradient[GRID_AXES],
                           const double columns[GRID_AXES][GRID_AXES])
{
    const double width[GRID_AXES] = { patch->cell.high[0] - patch->cell.low[0],
                                      patch->cell.high[1] - patch->cell.low[1] };
    double g0 = gradient[0] * width[0];
    double g1 = gradient[1] * width[1];
    for (int axis = 0; axis < GRID_AXES; axis++) {
        double c0 = columns[axis][0] * width[0];
        double c1 = columns[axis][1] * width[1];
        double length = hypot(g0, g1);
        if (length <= reach * hypot(c0, c1) &&
            fabs(g0 * c1 - g1 * c0) <= askew * length * hypot(c0, c1))
            return patch_may_vanish(patch, 0) && patch_may_vanish(patch, 1);
    }
    return false;
}

bool patch_is_promising(const struct patch *patch)
{
    const double (*const by0)[PATCH_PLACES] = patch->gradients[0];
    const double (*const by1)[PATCH_PLACES] = patch->gradients[1];
    double g0 = by0[MIDDLE][MIDDLE];
    double g1 = by1[MIDDLE][MIDDLE];
    double a = by0[MIDDLE][PATCH_PIECES] - by0[MIDDLE][0];
    double b = by0[PATCH_PIECES][MIDDLE] - by0[0][MIDDLE];
    double c = by1[MIDDLE][PATCH_PIECES] - by1[MIDDLE][0];
    double d = by1[PATCH_PIECES][MIDDLE] - by1[0][MIDDLE];
    double most = reach * fabs(a * d - b * c);
    /* A Hessian without an inverse tells nothing: the middle is then worth a try. */
    if (most == 0)
        return patch_may_vanish(patch, 0) && patch_may_vanish(patch, 1);
    return (fabs(b * g1 - d * g0) <= most && fabs(c * g0 - a * g1) <= most) ||
           is_beside_line(patch, (const double[]){ g0, g1 },
                          (const double[][GRID_AXES]){ { a, c }, { b, d } });
}

double patch_bend(const struct patch *patch)
{
    double bend = 0;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        struct profile profile = make_profile(patch, axis);
        if (profile.second > 0)
            bend = fmax(bend, profile.second / (profile.high - profile.low));
    }
    return bend;
}

bool patch_agrees(const struct patch *patch, int axis, const double hessian[3])
{
    const double (*const by)[PATCH_PLACES] = patch->gradients[axis];
    const double across[GRID_AXES] = { by[MIDDLE][MIDDLE + 1] - by[MIDDLE][MIDDLE - 1],
                                       by[MIDDLE + 1][MIDDLE] - by[MIDDLE - 1][MIDDLE] };
    struct profile profile = make_profile(patch, axis);
    for (int along = 0; along < GRID_AXES; along++) {
        double width = (patch->cell.high[along] - patch->cell.low[along]) * 2 / PATCH_PIECES;
        double expected = hessian[axis + along] * width;
        if (fabs(across[along] - expected) > amiss * (profile.high - profile.low))
            return false;
    }
    return true;
}

bool patch_has_jump(const struct patch *patch)
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        struct profile profile = make_profile(patch, axis);
        double variation = profile.high - profile.low;
        if (profile.second > bent * variation && profile.rest <= rest * variation)
            return true;
    }
    return false;
}
