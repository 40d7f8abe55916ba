/* How often a gradient turns round along a closed way: the Poincare index. */
#ifndef STEEPEST_GRAD_WINDING_H
#define STEEPEST_GRAD_WINDING_H

#include "grad/plane_slope.h"

/*
 * Count the turns of the gradient, counterclockwise, once round the edge of a rectangle,
 * counterclockwise: the sum of the indices of the isolated critical points inside (Strogatz,
 * Nonlinear Dynamics and Chaos, 6.8). The edge is halved until the gradient turns by less than an
 * eighth from one of at least `pieces` places, a multiple of 4, to the next. False, with *index left
 * alone, where that is never so: a critical point, a pole or a jump lies on the edge, or so near
 * that it cannot be told.
 */
bool winding_of_rectangle(struct plane_slope *slope, const struct rectangle *rectangle, int pieces,
                          int *index);

/* The same some pieces at a time. Plain data; start with winding_begin. */
struct winding {
    struct rectangle rectangle;
    int pieces;
    int done;         /* of these, counterclockwise from the lowest corner */
    double direction; /* of the gradient at their end */
    double turned;    /* by it, along them */
    bool lost;        /* the index cannot be told, whatever follows */
};

/* Begin to go round a rectangle's edge; `pieces` as above. */
void winding_begin(struct winding *winding, const struct rectangle *rectangle, int pieces);

/* Go round `count` pieces more, or to the end; the slope is the same each time. */
void winding_go_on(struct winding *winding, struct plane_slope *slope, int count);

/* Whether there is nothing left to go round. */
bool winding_is_done(const struct winding *winding);

/* Store the index once it is done; false, with *index left alone, where it cannot be told. */
bool winding_index(const struct winding *winding, int *index);

/* The index round an ellipse; `radius` along each axis. */
bool winding_of_circle(struct plane_slope *slope, const double middle[GRID_AXES],
                       const double radius[GRID_AXES], int *index);

#endif
