/* A gradient on a lattice of places over a window, and what it tells of the cells between them. */
#ifndef STEEPEST_GRAD_LATTICE_H
#define STEEPEST_GRAD_LATTICE_H

#include "grad/plane_slope.h"

enum {
    LATTICE_CELLS = 47, /* along an axis: odd, so that lines of symmetry are not edges of cells */
    LATTICE_PIECES = 4  /* of an edge of a cell */
};

/* Begin with zeros, release with lattice_release. */
struct lattice {
    double *places[GRID_AXES];    /* along each axis */
    double *gradients[GRID_AXES]; /* rows of derivatives by x0, and by x1 */
};

/* Compute it over a window. False when memory is short; then too release it. */
bool lattice_make(struct lattice *lattice, struct plane_slope *slope,
                  const struct rectangle *window);

/* Release what lattice_make made. */
void lattice_release(struct lattice *lattice);

/* The cell in that column and row, from 0. */
struct rectangle lattice_cell(const struct lattice *lattice, int column, int row);

/*
 * The index of a cell (grad/winding.h), where the gradient turns by less than an eighth between
 * neighbours on its edge; false where it does not, or is zero or not finite.
 */
bool lattice_index(const struct lattice *lattice, int column, int row, int *index);

/* Whether the gradient is zero all round a cell and in its middle: there is nothing to be found. */
bool lattice_is_flat(const struct lattice *lattice, int column, int row);

/*
 * Whether Newton's step from a cell's middle, with second derivatives by differences across the
 * cell, is at most one and a half cells long along each axis, so that a zero may be near.
 */
bool lattice_is_promising(const struct lattice *lattice, int column, int row);

#endif
