/* A gradient on a lattice of places over a window. */
#include "grad/lattice.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { PLACES = LATTICE_PLACES };

bool lattice_make(struct lattice *lattice, const struct rectangle *window)
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
    return true;
}

void lattice_compute_row(struct lattice *lattice, struct plane_slope *slope, int row)
{
    const struct grid grid = { .columns = PLACES, .rows = 1, .x0 = lattice->places[0],
                               .x1 = &lattice->places[1][row], .fixed = slope->place };
    double *const gradients[GRID_AXES] = { lattice->gradients[0] + (size_t)row * PLACES,
                                           lattice->gradients[1] + (size_t)row * PLACES };
    slope->fn->gradient_grid(slope->fn->context, &grid, NULL, gradients);
}

void lattice_release(struct lattice *lattice)
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        free(lattice->places[axis]);
        free(lattice->gradients[axis]);
    }
    *lattice = (struct lattice){ .places = { NULL, NULL } };
}

void lattice_take_patch(const struct lattice *lattice, int column, int row, struct patch *patch)
{
    const size_t first[GRID_AXES] = { (size_t)column * PATCH_PIECES, (size_t)row * PATCH_PIECES };
    for (int axis = 0; axis < GRID_AXES; axis++) {
        const double *places = lattice->places[axis] + first[axis];
        patch->cell.low[axis] = places[0];
        patch->cell.high[axis] = places[PATCH_PIECES];
        for (size_t i = 0; i < PATCH_PLACES; i++)
            memcpy(patch->gradients[axis][i],
                   lattice->gradients[axis] + (first[1] + i) * PLACES + first[0],
                   sizeof patch->gradients[axis][i]);
    }
}
