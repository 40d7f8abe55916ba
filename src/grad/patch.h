/* A gradient on a few places of a rectangle, and what it tells of all between them. */
#ifndef STEEPEST_GRAD_PATCH_H
#define STEEPEST_GRAD_PATCH_H

#include "grad/plane_slope.h"

enum {
    PATCH_PIECES = 4, /* of an edge; even */
    PATCH_PLACES = PATCH_PIECES + 1
};

/* The places and their gradients; edges and corners are among them. Plain data. */
struct patch {
    struct rectangle cell;
    double gradients[GRID_AXES][PATCH_PLACES][PATCH_PLACES]; /* by x0, by x1; rows upward */
};

/* Compute it for a cell. */
void patch_compute(struct patch *patch, struct plane_slope *slope, const struct rectangle *cell);

/*
 * The index of the cell (grad/winding.h), where the gradient turns by less than an eighth between
 * neighbours on its edge; false where it does not, or is zero or not finite.
 */
bool patch_index(const struct patch *patch, int *index);

/* Whether the gradient is zero everywhere: there is nothing to be found. */
bool patch_is_flat(const struct patch *patch);

/*
 * Whether a zero may be near: Newton's step from the middle, with second derivatives by differences
 * across the cell, is at most one and a half cells long along each axis, or a line of zeros
 * may pass.
 */
bool patch_is_promising(const struct patch *patch);

/*
 * Whether the derivative along an axis may be zero in the cell, since it changes sign or comes near
 * it. Between two places a function strays by about an eighth of its second difference from the
 * straight line.
 */
bool patch_may_vanish(const struct patch *patch, int axis);

/*
 * How much there may be between the places that they do not show: the largest second difference of
 * a derivative, from a place to the next, over its variation in the cell. A wave of two thirds of
 * the cell's width has 0.4.
 */
double patch_bend(const struct patch *patch);

/*
 * Whether the derivative along an axis changes round the middle as its own derivatives there say,
 * compared with its variation in the cell: a wave that each place meets in the same phase looks
 * smooth, but not to them. `hessian` is by x0 x0, x0 x1 and x1 x1.
 */
bool patch_agrees(const struct patch *patch, int axis, const double hessian[3]);

/*
 * Whether nearly all variation of a derivative is between a place and its neighbours, along every
 * line: f has a kink or a pole there.
 */
bool patch_has_jump(const struct patch *patch);

#endif
