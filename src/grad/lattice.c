/* A gradient on a lattice of places over a window, and what it tells of the cells between them. */
#include "grad/lattice.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"

enum { PLACES = LATTICE_CELLS * LATTICE_PIECES + 1 }; /* along an axis */

static const double reach = 1.5; /* of a step worth following, over a cell's width */
static const double pi = 3.14159265358979323846;

bool lattice_make(struct lattice *lattice, struct plane_slope *slope,
                  const struct rectangle *window)
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        lattice->places[axis] = array_resize(NULL, PLACES, sizeof(double));
        lattice->gradients[axis] = array_resize(NULL, PLACES, PLACES * sizeof(double));
        if (lattice->places[axis] == NULL || lattice->gradients[axis] == NULL)
            return false;
        for (int i = 0; i < PLACES; i++) {
            double part = (double)i / (PLACES - 1);
            lattice->places[axis][i] = (1 - part) * window->low[axis] + part * window->high[axis];
        }
    }
    const struct grid grid = { .columns = PLACES, .rows = PLACES, .x0 = lattice->places[0],
                               .x1 = lattice->places[1], .fixed = slope->place };
    slope->fn->gradient_grid(slope->fn->context, &grid, NULL, lattice->gradients);
    return true;
}

void lattice_release(struct lattice *lattice)
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        free(lattice->places[axis]);
        free(lattice->gradients[axis]);
    }
}

struct rectangle lattice_cell(const struct lattice *lattice, int column, int row)
{
    const double *x0 = lattice->places[0] + column * LATTICE_PIECES;
    const double *x1 = lattice->places[1] + row * LATTICE_PIECES;
    return (struct rectangle){ .low = { x0[0], x1[0] },
                               .high = { x0[LATTICE_PIECES], x1[LATTICE_PIECES] } };
}

/* A derivative at a place, counted from a cell's lower corner. */
static double derivative(const struct lattice *lattice, int axis, int column, int row, int right,
                         int up)
{
    return lattice->gradients[axis][(row * LATTICE_PIECES + up) * PLACES +
                                    column * LATTICE_PIECES + right];
}

/* The direction of the gradient at number `step` of a cell's edge; false where it has none. */
static bool find_direction(const struct lattice *lattice, int column, int row, int step,
                           double *direction)
{
    enum { P = LATTICE_PIECES };
    int along = step % P;
    const int places[][2] = { { along, 0 }, { P, along }, { P - along, P }, { 0, P - along } };
    const int *place = places[step / P % 4];
    double g0 = derivative(lattice, 0, column, row, place[0], place[1]);
    double g1 = derivative(lattice, 1, column, row, place[0], place[1]);
    *direction = atan2(g1, g0);
    return isfinite(g0) && isfinite(g1) && (g0 != 0 || g1 != 0);
}

bool lattice_index(const struct lattice *lattice, int column, int row, int *index)
{
    double turned = 0;
    double before;
    if (!find_direction(lattice, column, row, 0, &before))
        return false;
    for (int step = 1; step <= 4 * LATTICE_PIECES; step++) {
        double here;
        if (!find_direction(lattice, column, row, step, &here))
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

bool lattice_is_flat(const struct lattice *lattice, int column, int row)
{
    enum { HALF = LATTICE_PIECES / 2 };
    double length = fabs(derivative(lattice, 0, column, row, HALF, HALF)) +
                    fabs(derivative(lattice, 1, column, row, HALF, HALF));
    for (int up = 0; up <= LATTICE_PIECES; up += LATTICE_PIECES)
        for (int right = 0; right <= LATTICE_PIECES; right++)
            length += fabs(derivative(lattice, 0, column, row, right, up)) +
                      fabs(derivative(lattice, 1, column, row, right, up)) +
                      fabs(derivative(lattice, 0, column, row, up, right)) +
                      fabs(derivative(lattice, 1, column, row, up, right));
    return length == 0;
}

/* The change of a derivative across a cell, along an axis through its middle. */
static double change(const struct lattice *lattice, int of, int along, int column, int row)
{
    enum { HALF = LATTICE_PIECES / 2 };
    const int end[GRID_AXES] = { along == 0 ? LATTICE_PIECES : HALF,
                                 along == 0 ? HALF : LATTICE_PIECES };
    const int begin[GRID_AXES] = { along == 0 ? 0 : HALF, along == 0 ? HALF : 0 };
    return derivative(lattice, of, column, row, end[0], end[1]) -
           derivative(lattice, of, column, row, begin[0], begin[1]);
}

bool lattice_is_promising(const struct lattice *lattice, int column, int row)
{
    enum { HALF = LATTICE_PIECES / 2 };
    double g0 = derivative(lattice, 0, column, row, HALF, HALF);
    double g1 = derivative(lattice, 1, column, row, HALF, HALF);
    double a = change(lattice, 0, 0, column, row);
    double b = change(lattice, 0, 1, column, row);
    double c = change(lattice, 1, 0, column, row);
    double d = change(lattice, 1, 1, column, row);
    double most = reach * fabs(a * d - b * c);
    /* A Hessian without an inverse tells nothing: the middle is then worth a try. */
    if (most == 0)
        return true;
    return fabs(b * g1 - d * g0) <= most && fabs(c * g0 - a * g1) <= most;
}
