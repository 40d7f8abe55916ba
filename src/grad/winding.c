/* How often a gradient turns round along a closed way: the Poincare index. */
#include "grad/winding.h"

#include <math.h>

enum {
    CIRCLE_PIECES = 64, /* of a circle, to begin with */
    HALVINGS_MOST = 50  /* of a piece */
};

static const double pi = 3.14159265358979323846;

/* A closed way, run through by a number from 0 to 1. */
struct way {
    struct plane_slope *slope;
    const struct rectangle *rectangle; /* its edge; NULL for a circle */
    const double *middle;
    const double *radius;
    int pieces; /* to begin with */
};

/* The place at `run` of the way: sides of a rectangle take a quarter each. */
static void place_at(const struct way *way, double run, double at[GRID_AXES])
{
    if (way->rectangle == NULL) {
        at[0] = way->middle[0] + way->radius[0] * cos(2 * pi * run);
        at[1] = way->middle[1] + way->radius[1] * sin(2 * pi * run);
        return;
    }
    const double *low = way->rectangle->low;
    const double *high = way->rectangle->high;
    double side = floor(4 * run);
    double along = 4 * run - side;
    bool back = side >= 2;
    int axis = (int)side % 2;
    at[axis] = back ? high[axis] + along * (low[axis] - high[axis])
                    : low[axis] + along * (high[axis] - low[axis]);
    at[1 - axis] = (side == 0 || side == 3) ? low[1 - axis] : high[1 - axis];
}

/* The direction of the gradient at a place of the way; false where it has none. */
static bool direction_at(const struct way *way, double run, double *direction)
{
    double at[GRID_AXES];
    double gradient[GRID_AXES];
    place_at(way, run >= 1 ? 0 : run, at);
    if (!plane_slope_gradient(way->slope, at, gradient) || (gradient[0] == 0 && gradient[1] == 0))
        return false;
    *direction = atan2(gradient[1], gradient[0]);
    return true;
}

/* Add to *turned by how much the gradient turns from one place to another; false where unknown. */
static bool add_turn(const struct way *way, double from, double to, double first, double last,
                     int halvings, double *turned)
{
    double turn = remainder(last - first, 2 * pi);
    double middle;
    if (fabs(turn) < pi / 4) {
        *turned += turn;
        return true;
    }
    double between = 0.5 * (from + to);
    return halvings < HALVINGS_MOST && direction_at(way, between, &middle) &&
           add_turn(way, from, between, first, middle, halvings + 1, turned) &&
           add_turn(way, between, to, middle, last, halvings + 1, turned);
}

static bool wind(const struct way *way, int *index)
{
    double turned = 0;
    double first;
    double last;
    if (!direction_at(way, 0, &first))
        return false;
    for (int i = 0; i < way->pieces; i++) {
        double from = (double)i / way->pieces;
        double to = (double)(i + 1) / way->pieces;
        if (!direction_at(way, to, &last) || !add_turn(way, from, to, first, last, 0, &turned))
            return false;
        first = last;
    }
    *index = (int)lround(turned / (2 * pi));
    return true;
}

bool winding_of_rectangle(struct plane_slope *slope, const struct rectangle *rectangle, int pieces,
                          int *index)
{
    const struct way way = { .slope = slope, .rectangle = rectangle, .pieces = pieces };
    return wind(&way, index);
}

bool winding_of_circle(struct plane_slope *slope, const double middle[GRID_AXES],
                       const double radius[GRID_AXES], int *index)
{
    const struct way way = { .slope = slope, .middle = middle, .radius = radius,
                             .pieces = CIRCLE_PIECES };
    return wind(&way, index);
}
