/* A function's values on a lattice finer than the samples: what lines and shading are made from. */
#ifndef STEEPEST_VIEW_RELIEF_H
#define STEEPEST_VIEW_RELIEF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "grad/fn.h"
#include "view/viewport.h"

enum {
    RELIEF_NODES_MOST = 1 << 20, /* beyond that the lattice is made coarser */
    RELIEF_HALVINGS = 1 << 15
};

/*
 * Nodes stand a power of two to each sample and axis, one of them on the sample, and reach
 * RELIEF_MARGIN samples beyond the outermost ones. Node (column, row) is counted from the left and
 * from below. Between nodes are sides and cells; a side is torn where f is not continuous on it.
 */
struct relief;

enum { RELIEF_MARGIN = 1 };

/* A relief without a node, or NULL when memory is short. Free with relief_free. */
struct relief *relief_new(void);

/* Free what relief_new returned, or NULL. */
void relief_free(struct relief *relief);

/*
 * Nodes for each sample of an axis: at least `wanted[axis]` (1 to 16), a power of two, but no more
 * than keeps the lattice within RELIEF_NODES_MOST where it can. The same for the same shape.
 */
void relief_density(const struct viewport_shape *shape, const int wanted[AXES], int density[AXES]);

/*
 * Compute f (n >= 2; fixed[2] to fixed[n - 1] are the other variables, may be NULL when n is 2) on
 * the viewport's lattice, density as relief_density made it. A node's value depends on its place
 * alone, and a pan moves no node. STATUS_OK, or STATUS_FAILED, with the relief empty, when memory
 * is short.
 *
 * A side is torn where f, halved towards the larger change, still changes by more than a quarter of
 * what it did at first on a piece of 2^-12 of the side, or is not finite on the way: a jump, a
 * pole, or an end of the domain. So are sides on which that cannot be told: where doubles end, and
 * in a field so rough that it takes more than RELIEF_HALVINGS and one for each node to tell.
 */
enum status relief_compute(struct relief *relief, const struct fn *fn, const double *fixed,
                           const struct viewport *viewport, const int density[AXES]);

/* Nodes along an axis; 0 before relief_compute. */
int relief_nodes(const struct relief *relief, int axis);

/* Nodes from a sample to the next. */
int relief_node_density(const struct relief *relief, int axis);

/* f at a node; not finite where f is not. */
double relief_value(const struct relief *relief, int column, int row);

/* Whether f is 0 at every node. */
bool relief_is_zero(const struct relief *relief);

/* f in the middle of the cell whose lower left corner is that node. */
double relief_middle(const struct relief *relief, int column, int row);

/* Whether the side from a node to the next one along the axis is torn; the last have none. */
bool relief_is_torn(const struct relief *relief, int column, int row, int axis);

/* The place of a point given in nodes, which may lie between them: 0 <= node <= nodes - 1. */
void relief_place(const struct relief *relief, const double node[AXES], double place[AXES]);

#endif
