/* What the search for critical points is made of. Private to critical*.c. */
#ifndef STEEPEST_GRAD_CRITICAL_PARTS_H
#define STEEPEST_GRAD_CRITICAL_PARTS_H

#include "grad/critical.h"
#include "grad/patch.h"

enum { CRITICAL_DEPTH_MOST = 7 }; /* halvings of a cell that is not explained */

/* A search in a window. */
struct search {
    struct plane_slope *slope;
    struct rectangle window;
    double width[GRID_AXES];
    struct critical_points *points;
    long effort; /* that is left: steps of Newton's method, and cells that are looked into */
    bool failed; /* memory was short */
};

/* Whether there is more to be looked for: it was not stopped, nor has it found too many. */
bool critical_goes_on(const struct search *search);

/* Follow Newton's steps from a cell's middle, and add the point that they lead to if it is new. */
void critical_follow_middle(struct search *search, const struct rectangle *cell);

/*
 * Whether what was found in a cell, made by `depth` halvings, does not account for what its
 * gradient does, so that its quarters are to be looked into; what is too fine for that is noted.
 */
bool critical_is_unexplained(struct search *search, const struct patch *patch, int depth);

/* The sum of the indices of what was found in a cell. */
int critical_sum(const struct search *search, const struct rectangle *cell);

/* The eigenvalues of a symmetric matrix, the smaller first, and their directions. Plain data. */
struct eigen {
    double values[GRID_AXES];
    double directions[GRID_AXES][GRID_AXES]; /* of length 1 */
    double rounding; /* by how much the one nearer to 0 may be off */
};

/* Find them for the matrix of h[0], h[1] and h[2]. */
struct eigen eigen_make(const double h[3]);

/* The Hessian where both axes are in units of the window's width; false when it is not finite. */
bool critical_hessian(const struct search *search, const double at[GRID_AXES], double hessian[3]);

/* The largest change of an entry of that Hessian within a distance, over the window's widths. */
double critical_change(const struct search *search, const double at[GRID_AXES],
                       const double hessian[3], double distance);

/*
 * Which directions of the Hessian Newton's steps go along. Beside a line of zeros such as that of
 * x^2 exp(y) both derivatives fall together and the step along it, their ratio, runs to its end or
 * out of the window; that across it alone leads to the line.
 */
enum critical_ways {
    CRITICAL_BOTH,
    CRITICAL_ACROSS, /* that of the larger curvature */
    CRITICAL_WAYS
};

/*
 * Walk from point->at to where the gradient is zero, and store its uncertainty; false where that
 * leads to none in the window.
 */
bool critical_refine(struct search *search, enum critical_ways ways, struct critical_point *point);

/*
 * Say what the point at point->at is by its Hessian, or that it is degenerate, so that it is to be
 * judged by critical_look_around. False where f is not finite, or all is flat around it.
 */
bool critical_classify(const struct search *search, struct critical_point *point,
                       bool *degenerate);

/* Judge a degenerate point by what lies round it. */
void critical_look_around(const struct search *search, struct critical_point *point);

/*
 * Whether the gradient around a point that is not degenerate is about what its Hessian says, as far
 * as a cell of that width goes, over the window's; else there may be another near it.
 */
bool critical_is_alone(const struct search *search, const struct critical_point *point,
                       double width);

#endif
