/* Ellipses round minima that nothing which flows downhill leaves. */
#include "grad/basin_trap.h"

#include <math.h>

#include "grad/eigenvalues.h"

enum {
    RINGS = 8,
    PLACES = 32,      /* on a ring */
    HALVINGS_MOST = 20
};

static const double pi = 3.14159265358979323846;
static const double largest = 0.25;       /* half-axis over the window's width */
static const double cosine_least = 0.5;   /* of the gradient's angle to the outward direction */

/* A ring's places, from the centre. */
struct ring {
    double offset[GRID_AXES][PLACES];
};

/* The unit vector that belongs to the smaller eigenvalue; the other is at a right angle to it. */
static void find_direction(const double h[3], const double eigenvalues[GRID_AXES],
                           double direction[GRID_AXES])
{
    /* Either row of H - lambda serves; the longer one has lost less to rounding. */
    double first[GRID_AXES] = { h[1], eigenvalues[0] - h[0] };
    double second[GRID_AXES] = { eigenvalues[0] - h[2], h[1] };
    bool is_first = hypot(first[0], first[1]) >= hypot(second[0], second[1]);
    const double *longer = is_first ? first : second;
    double length = hypot(longer[0], longer[1]);
    direction[0] = length > 0 ? longer[0] / length : 1;
    direction[1] = length > 0 ? longer[1] / length : 0;
}

/* The ring on which the metric's form is 1. */
static struct ring unit_ring(const double metric[3])
{
    struct ring ring;
    double eigenvalues[GRID_AXES];
    double direction[GRID_AXES];
    eigenvalues_find(metric, eigenvalues);
    find_direction(metric, eigenvalues, direction);
    for (int i = 0; i < PLACES; i++) {
        double along = cos(2 * pi * i / PLACES) / sqrt(eigenvalues[0]);
        double across = sin(2 * pi * i / PLACES) / sqrt(eigenvalues[1]);
        ring.offset[0][i] = along * direction[0] - across * direction[1];
        ring.offset[1][i] = along * direction[1] + across * direction[0];
    }
    return ring;
}

/* Whether the gradients on a ring, `scale` times as large as the one given, point outward. */
static bool is_inward(const struct fn *fn, const struct basin_trap *trap, const struct ring *ring,
                      double scale, double cosine)
{
    double place[GRID_AXES][PLACES];
    double gradient[GRID_AXES][PLACES];
    double values[PLACES];
    const double *const x[GRID_AXES] = { place[0], place[1] };
    double *const derivatives[GRID_AXES] = { gradient[0], gradient[1] };
    for (int axis = 0; axis < GRID_AXES; axis++)
        for (int i = 0; i < PLACES; i++)
            place[axis][i] = trap->centre[axis] + scale * ring->offset[axis][i];
    fn->gradient(fn->context, PLACES, x, values, derivatives);
    const double *metric = trap->metric;
    for (int i = 0; i < PLACES; i++) {
        const double y[GRID_AXES] = { ring->offset[0][i], ring->offset[1][i] };
        const double outward[GRID_AXES] = { metric[0] * y[0] + metric[1] * y[1],
                                            metric[1] * y[0] + metric[2] * y[1] };
        double product = outward[0] * gradient[0][i] + outward[1] * gradient[1][i];
        double lengths = hypot(outward[0], outward[1]) * hypot(gradient[0][i], gradient[1][i]);
        if (!(product > 0 && product >= cosine * lengths))
            return false;
    }
    return true;
}

/* Whether the flow runs inward in all of the trap, as far as its rings tell. */
static bool is_trap(const struct fn *fn, const struct basin_trap *trap, const struct ring *ring,
                    double cosine)
{
    for (int i = RINGS; i > 0; i--)
        if (!is_inward(fn, trap, ring, sqrt(trap->size) * i / RINGS, cosine))
            return false;
    return true;
}

/* Whether a critical point other than that of the index is caught. */
static bool holds_other(const struct basin_trap *trap, const struct critical_points *points,
                        size_t index)
{
    for (size_t i = 0; i < points->count; i++)
        if (i != index && basin_trap_holds(trap, points->points[i].at))
            return true;
    return false;
}

/* Give the trap the Hessian for a metric, or at a degenerate minimum the window's scales. */
static void choose_metric(struct basin_trap *trap, const double hessian[3], bool degenerate,
                          const double width[GRID_AXES])
{
    for (int i = 0; i < 3; i++)
        trap->metric[i] = hessian[i];
    if (!degenerate)
        return;
    trap->metric[0] = 1 / (width[0] * width[0]);
    trap->metric[1] = 0;
    trap->metric[2] = 1 / (width[1] * width[1]);
}

/* How far the ellipse goes on which the metric's form is 1, along both axes. */
static void find_reach(const double metric[3], double reach[GRID_AXES])
{
    double determinant = metric[0] * metric[2] - metric[1] * metric[1];
    reach[0] = sqrt(metric[2] / determinant);
    reach[1] = sqrt(metric[0] / determinant);
}

struct basin_trap basin_trap_find(const struct fn *fn, const struct critical_points *points,
                                  size_t index, const struct rectangle *window)
{
    const struct critical_point *point = &points->points[index];
    const double width[GRID_AXES] = { window->high[0] - window->low[0],
                                      window->high[1] - window->low[1] };
    bool degenerate = point->kind == CRITICAL_degenerate_minimum;
    struct basin_trap trap = { .centre = { point->at[0], point->at[1] } };
    double reach[GRID_AXES];
    choose_metric(&trap, point->hessian, degenerate, width);
    find_reach(trap.metric, reach);
    struct ring ring = unit_ring(trap.metric);
    double scale = largest / fmax(reach[0] / width[0], reach[1] / width[1]);
    for (int i = 0; i < HALVINGS_MOST; i++, scale /= 2) {
        trap.size = scale * scale;
        trap.reach = scale * reach[0];
        if (!holds_other(&trap, points, index) &&
            is_trap(fn, &trap, &ring, degenerate ? 0 : cosine_least))
            return trap;
    }
    return (struct basin_trap){ .centre = { point->at[0], point->at[1] } };
}

bool basin_trap_holds(const struct basin_trap *trap, const double place[GRID_AXES])
{
    const double y[GRID_AXES] = { place[0] - trap->centre[0], place[1] - trap->centre[1] };
    const double *metric = trap->metric;
    double form = metric[0] * y[0] * y[0] + 2 * metric[1] * y[0] * y[1] + metric[2] * y[1] * y[1];
    return form <= trap->size && trap->size > 0;
}
