/* What the search for critical points is made of. Private to critical.c. */
#ifndef STEEPEST_GRAD_CRITICAL_PARTS_H
#define STEEPEST_GRAD_CRITICAL_PARTS_H

#include "grad/critical.h"

/* A search in a window. */
struct search {
    struct plane_slope *slope;
    struct rectangle window;
    double width[GRID_AXES];
    struct critical_points *points;
    bool failed; /* memory was short */
};

/* Walk from a place to where the gradient is zero; false where that leads to none in the window. */
bool critical_refine(const struct search *search, double at[GRID_AXES]);

/* How far a place may be off, over the window's width. */
extern const double critical_uncertainty;

/* The eigenvalues of a symmetric matrix, as of plane_slope_hessian, the smaller first. */
void critical_eigenvalues(const double h[3], double eigenvalues[GRID_AXES]);

/* The largest change of an entry of the Hessian of a place within its uncertainty. */
double critical_change(const struct search *search, const double at[GRID_AXES],
                       const double hessian[3]);

/* The largest entry of the Hessian, and how it changes, within that of a place. */
double critical_curvature(const struct search *search, const double at[GRID_AXES]);

/* Say what the point at point->at is; false where all is flat around it. */
bool critical_classify(const struct search *search, struct critical_point *point);

#endif
