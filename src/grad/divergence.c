/* Divergence of the field of steepest descent over a grid of places. */
#include "grad/divergence.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "grad/binary.h"
#include "grad/differentiator.h"

enum {
    SIDES = 2 * GRID_AXES,               /* evaluations a place: up and down each axis */
    DIVERGED_MOST = GATHERED_MOST / SIDES, /* worked on at a time */
    STEP_EXPONENT = -13,                 /* epsilon^(1/4) is 2 to this */
    LEAST_EXPONENT = -26                 /* of |x|: less would leave nothing but rounding */
};

/* Roundings that a second difference may have lost, in units of epsilon times its terms. */
static const double roundings = 4;

/* How far from a place f is looked at along an axis. */
struct reach {
    double step;
    bool narrow; /* less than what balances truncation and rounding */
};

/* Places of the axis are `spacing` apart; infinity where there is one. */
static struct reach reach_at(double x, double spacing)
{
    double balanced = ldexp(power_of_two_below(fmax(fabs(x), 1)), STEP_EXPONENT);
    double within = isfinite(spacing) && spacing > 0 ? power_of_two_below(spacing) / 2 : balanced;
    double least = ldexp(fabs(x), LEAST_EXPONENT);
    if (within >= balanced)
        return (struct reach){ .step = balanced, .narrow = false };
    return (struct reach){ .step = least > within ? power_of_two_below(least) * 2 : within,
                           .narrow = true };
}

/* The second derivative from the values at x + k, x and x - k; quarters cannot overflow. */
static double second_difference(double above, double here, double below, struct reach reach)
{
    double difference = above / 4 - here / 2 + below / 4;
    double terms = fabs(above / 4) + fabs(here / 2) + fabs(below / 4);
    if (!isfinite(terms))
        return (double)NAN;
    if (fabs(difference) <= roundings * DBL_EPSILON * terms)
        return reach.narrow && terms > 0 ? (double)NAN : 0;
    return difference / reach.step * 4 / reach.step;
}

/* The distance between the first places of an axis. */
static double spacing_of(const double *places, size_t count)
{
    return count > 1 ? fabs(places[1] - places[0]) : HUGE_VAL;
}

/* A place of the grid, and how far it looks. */
struct site {
    double place[GRID_AXES];
    struct reach reach[GRID_AXES];
};

static struct site site_at(const struct grid *grid, size_t index)
{
    struct site site = { .place = { grid->x0[index % grid->columns],
                                    grid->x1[index / grid->columns] } };
    site.reach[0] = reach_at(site.place[0], spacing_of(grid->x0, grid->columns));
    site.reach[1] = reach_at(site.place[1], spacing_of(grid->x1, grid->rows));
    return site;
}

/* Put the points around a place into the columns of gathered points, from `first` on. */
static void gather_sides(const struct differentiator *work, const struct grid *grid,
                         const struct site *site, size_t first)
{
    for (size_t side = 0; side < SIDES; side++) {
        for (size_t k = 0; k < work->fn->n; k++)
            work->gathered[k][first + side] = k < GRID_AXES ? site->place[k] : grid->fixed[k];
        size_t axis = side / 2;
        double step = site->reach[axis].step;
        work->gathered[axis][first + side] += side % 2 == 0 ? step : -step;
    }
}

static double divergence_of(const struct site *site, double here, const double sides[SIDES])
{
    double sum = 0;
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        sum += second_difference(sides[2 * axis], here, sides[2 * axis + 1], site->reach[axis]);
    return sum == 0 ? 0 : -sum;
}

void divergence_grid(struct differentiator *differentiator, const struct grid *grid,
                     const double *values, double *divergences)
{
    divergence_rows(differentiator, grid, 0, grid->rows, values, divergences);
}

void divergence_rows(struct differentiator *differentiator, const struct grid *grid,
                     size_t first_row, size_t rows, const double *values, double *divergences)
{
    const struct fn *fn = differentiator->fn;
    size_t all = grid->columns * (first_row + rows);
    double sides[GATHERED_MOST];
    struct site sites[DIVERGED_MOST];
    for (size_t first = grid->columns * first_row; first < all; first += DIVERGED_MOST) {
        size_t count = all - first < DIVERGED_MOST ? all - first : DIVERGED_MOST;
        for (size_t i = 0; i < count; i++) {
            sites[i] = site_at(grid, first + i);
            gather_sides(differentiator, grid, &sites[i], SIDES * i);
        }
        fn->evaluate(fn->context, SIDES * count,
                     (const double *const *)differentiator->gathered, sides);
        for (size_t i = 0; i < count; i++)
            divergences[first + i] =
                divergence_of(&sites[i], values[first + i], &sides[SIDES * i]);
    }
}
