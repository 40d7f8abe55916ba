/* Divergence of the field of steepest descent over a grid of places. */
#include "grad/divergence.h"

#include <float.h>
#include <math.h>

#include "grad/differentiator.h"

enum {
    SIDES = 2 * GRID_AXES,               /* evaluations a place: up and down each axis */
    PLACES_MOST = GATHERED_MOST / SIDES, /* worked on at a time */
    STEP_EXPONENT = -13                  /* epsilon^(1/4) is 2 to this */
};

/* Roundings that a second difference may have lost, in units of epsilon times its terms. */
static const double roundings = 4;

static double step_at(double x)
{
    int exponent;
    frexp(fmax(fabs(x), 1), &exponent);
    return ldexp(1, exponent - 1 + STEP_EXPONENT);
}

/* The second derivative from the values at x + k, x and x - k; quarters cannot overflow. */
static double second_difference(double above, double here, double below, double step)
{
    double difference = above / 4 - here / 2 + below / 4;
    double terms = fabs(above / 4) + fabs(here / 2) + fabs(below / 4);
    if (!isfinite(terms))
        return (double)NAN;
    if (fabs(difference) <= roundings * DBL_EPSILON * terms)
        return 0;
    return difference / step * 4 / step;
}

/* Put the points around a place into the columns of gathered points, from `first` on. */
static void gather_sides(const struct differentiator *work, const struct grid *grid,
                         const double place[GRID_AXES], size_t first)
{
    for (size_t side = 0; side < SIDES; side++) {
        for (size_t k = 0; k < work->fn->n; k++)
            work->gathered[k][first + side] = k < GRID_AXES ? place[k] : grid->fixed[k];
        size_t axis = side / 2;
        double step = step_at(place[axis]);
        work->gathered[axis][first + side] += side % 2 == 0 ? step : -step;
    }
}

static double divergence_of(const double place[GRID_AXES], double here,
                            const double sides[SIDES])
{
    double sum = 0;
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        sum += second_difference(sides[2 * axis], here, sides[2 * axis + 1],
                                 step_at(place[axis]));
    return sum == 0 ? 0 : -sum;
}

void divergence_grid(struct differentiator *differentiator, const struct grid *grid,
                     const double *values, double *divergences)
{
    const struct fn *fn = differentiator->fn;
    size_t all = grid->columns * grid->rows;
    double sides[GATHERED_MOST];
    double places[PLACES_MOST][GRID_AXES];
    for (size_t first = 0; first < all; first += PLACES_MOST) {
        size_t count = all - first < PLACES_MOST ? all - first : PLACES_MOST;
        for (size_t i = 0; i < count; i++) {
            places[i][0] = grid->x0[(first + i) % grid->columns];
            places[i][1] = grid->x1[(first + i) / grid->columns];
            gather_sides(differentiator, grid, places[i], SIDES * i);
        }
        fn->evaluate(fn->context, SIDES * count,
                     (const double *const *)differentiator->gathered, sides);
        for (size_t i = 0; i < count; i++)
            divergences[first + i] =
                divergence_of(places[i], values[first + i], &sides[SIDES * i]);
    }
}
