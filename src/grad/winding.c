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
    double angle = remainder(last - first, 2 * pi);
    double middle;
    if (fabs(angle) < pi / 4) {
        *turned += angle;
        return true;
    }
    double between = 0.5 * (from + to);
    return halvings < HALVINGS_MOST && direction_at(way, between, &middle) &&
           add_turn(way, from, between, first, middle, halvings + 1, turned) &&
           add_turn(way, between, to, middle, last, halvings + 1, turned);
}

/* Go round `count` pieces of the way from those that are done; false where the turns are lost. */
static bool turn(const struct way *way, int done, int count, double *direction, double *turned)
{
    double last;
    if (done == 0 && !direction_at(way, 0, direction))
        return false;
    for (int i = done; i < done + count; i++) {
        double from = (double)i / way->pieces;
        double to = (double)(i + 1) / way->pieces;
        if (!direction_at(way, to, &last) ||
            !add_turn(way, from, to, *direction, last, 0, turned))
            return false;
        *direction = last;
    }
    return true;
}

/* The turns that an angle is. */
static int turns_of(double turned)
{
    return (int)lround(turned / (2 * pi));
}

void winding_begin(struct winding *winding, const struct rectangle *rectangle, int pieces)
{
    *winding = (struct winding){ .rectangle = *rectangle, .pieces = pieces };
}

void winding_go_on(struct winding *winding, struct plane_slope *slope, int count)
{
    const struct way way = { .slope = slope, .rectangle = &winding->rectangle,
                             .pieces = winding->pieces };
    int left = winding->pieces - winding->done;
    count = count < left ? count : left;
    winding->lost = winding->lost || !turn(&way, winding->done, count, &winding->direction,
                                           &winding->turned);
    winding->done += count;
}

bool winding_is_done(const struct winding *winding)
{
    return winding->lost || winding->done == winding->pieces;
}

bool winding_index(const struct winding *winding, int *index)
{
    if (winding->lost)
        return false;
    *index = turns_of(winding->turned);
    return true;
}

bool winding_of_rectangle(struct plane_slope *slope, const struct rectangle *rectangle, int pieces,
                          int *index)
{
    struct winding winding;
    winding_begin(&winding, rectangle, pieces);
    winding_go_on(&winding, slope, pieces);
    return winding_index(&winding, index);
}

bool winding_of_circle(struct plane_slope *slope, const double middle[GRID_AXES],
                       const double radius[GRID_AXES], int *index)
{
    const struct way way = { .slope = slope, .middle = middle, .radius = radius,
                             .pieces = CIRCLE_PIECES };
    double direction;
    double turned = 0;
    if (!turn(&way, 0, CIRCLE_PIECES, &direction, &turned))
        return false;
    *index = turns_of(turned);
    return true;
}
