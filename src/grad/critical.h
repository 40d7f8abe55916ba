/* The places where a gradient is zero: all those of a window, and what they are. */
#ifndef STEEPEST_GRAD_CRITICAL_H
#define STEEPEST_GRAD_CRITICAL_H

#include "grad/plane_slope.h"
#include "grad/winding.h"

enum { CRITICAL_MOST = 4096 }; /* points that are listed */

/* What a critical point is: one enumerator for each row of critical_kinds.def. */
enum critical_kind {
#define CRITICAL_KIND(name, words, letter) CRITICAL_##name,
#include "grad/critical_kinds.def"
#undef CRITICAL_KIND
    CRITICAL_KIND_COUNT
};

/* The words of a kind. */
const char *critical_kind_words(enum critical_kind kind);

/* One point. */
struct critical_point {
    enum critical_kind kind;
    double at[GRID_AXES];
    double value;
    double eigenvalues[GRID_AXES]; /* of the Hessian, the smaller first */
    int index; /* how often the gradient turns round about it; 0 for a line */
    double uncertainty; /* how far it may be off, over the window's widths */
    double hessian[3]; /* by x0 x0, x0 x1 and x1 x1; that around it where it has none of its own */
};

/* Whether it is a minimum, be it a degenerate one. */
bool critical_is_minimum(const struct critical_point *point);

/* All that were found. Begin with zeros, release with critical_points_free. */
struct critical_points {
    struct critical_point *points; /* by x0, then x1 */
    size_t count;
    size_t capacity;
    bool cut;          /* there are more than CRITICAL_MOST */
    bool coarse;       /* f may have more than can be told apart in so large a window */
    bool flat;         /* f is constant in places, where all are critical and none is listed */
    int sum;           /* of the indices inside the window */
    bool edge_decided; /* whether the index round the window's edge could be found */
    int edge;          /* that index */
};

/*
 * Find the critical points in a window, with exact derivatives: from cells of a lattice Newton's
 * method, damped so that the gradient falls (Nocedal and Wright, Numerical Optimization, 2nd
 * edition, 11.2), leads to them. A cell is halved where the gradient's turns round it disagree
 * with what was found inside, or where it does more than the cell's places show. A point is
 * minimum, maximum or saddle by the eigenvalues of its Hessian; one is degenerate whose smaller
 * one is not larger than the change of the Hessian within the place's uncertainty, and is judged
 * by its index and by f around it. Of a line of them one in each hundredth of the window is
 * listed. Where the edge's index is decided and differs from the sum, points are missing or
 * doubled. False when memory is short; then too free the points.
 */
bool critical_points_find(struct plane_slope *slope, const struct rectangle *window,
                          struct critical_points *points);

enum { CRITICAL_SUMMARY_SIZE = 256 }; /* bytes of what is told about a list */

/* Hold the list against the index round the edge: "9 found, indices sum to 1, edge says 1". */
void critical_points_summarize(const struct critical_points *points,
                               char summary[CRITICAL_SUMMARY_SIZE]);

/* Release the memory of the points. */
void critical_points_free(struct critical_points *points);

#endif
