/* A gradient on a lattice of places over a window. */
#ifndef STEEPEST_GRAD_LATTICE_H
#define STEEPEST_GRAD_LATTICE_H

#include "grad/patch.h"

enum {
    LATTICE_CELLS = 47, /* along an axis: odd, so that lines of symmetry are not edges of cells */
    LATTICE_PLACES = LATTICE_CELLS * PATCH_PIECES + 1 /* along an axis */
};

/* Begin with zeros, release with lattice_release. */
struct lattice {
    double *places[GRID_AXES];    /* along each axis */
    double *gradients[GRID_AXES]; /* rows of derivatives by x0, and by x1 */
};

/* Make one over a window, with no gradient yet. False when memory is short; then too release it. */
bool lattice_make(struct lattice *lattice, const struct rectangle *window);

/* Compute the gradient along a row of its places, from 0, the lowest. */
void lattice_compute_row(struct lattice *lattice, struct plane_slope *slope, int row);

/* Release what lattice_make made; nothing is left of it. */
void lattice_release(struct lattice *lattice);

/* The cell in that column and row, from 0, whose rows of places are computed. */
void lattice_take_patch(const struct lattice *lattice, int column, int row, struct patch *patch);

#endif
