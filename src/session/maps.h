/* Maps of what walks would do: edges of learning rates, and basins. Private to the session. */
#ifndef STEEPEST_SESSION_MAPS_H
#define STEEPEST_SESSION_MAPS_H

#include <stdint.h>

#include "base/failure.h"
#include "grad/basins.h"
#include "grad/critical.h"
#include "grad/plane_slope.h"
#include "view/quantity.h"

struct session;

enum {
    MAPS_RATE_EVALUATIONS = 20,   /* of f for a sample, as a rule */
    MAPS_BASIN_EVALUATIONS = 1000
};

/* What maps are computed with; all zero is nothing. */
struct maps {
    struct plane_slope slope; /* while rows of rates are computed */
    struct basins *basins;    /* of the critical points that are known; NULL before */
    size_t *numbers;          /* of their minima; NULL: 1, 2, ... */
    int64_t anchor[GRID_AXES];        /* where the window stood that these numbers come from */
    bool anchor_known;                /* its points are, while the lattice and f stay */
    struct rectangle anchor_window;
    struct critical_points anchor_points;
};

/* Forget the basins, whose critical points are forgotten. */
void maps_forget(struct maps *maps);

/* Forget where their numbers come from too, as f is another. */
void maps_forget_anchor(struct maps *maps);

/* Whether a need is one of maps: NEED_HESSIAN or NEED_BASINS. */
bool maps_have(enum need need);

/* Whether the present function was given what they are computed from. */
bool maps_are_known(const struct session *session);

/*
 * Find such a need out of the field's rows that do not have it yet, in the work at hand
 * (session/work.h). Where f is too large for exact second derivatives nothing is found. STATUS_OK,
 * or STATUS_FAILED when memory is short or the work was halted.
 */
enum status maps_find_out(struct session *session, enum need need);

/* The same of the sample of the probe's field. */
enum status maps_find_at_probe(struct session *session, enum need need);

enum { EDGE_WORDS = 160 }; /* bytes of words about an edge */

/*
 * The edge of learning rates at the probe (grad/eigenvalues.h), and words for it: "2 over the
 * largest curvature at the probe, 82.1". STATUS_OK; STATUS_USAGE, with the reason, where f is not
 * convex there, has no second derivatives or is too large for them; STATUS_FAILED when memory is
 * short.
 */
enum status maps_edge(struct session *session, double *rate, char words[EDGE_WORDS],
                      struct failure *failure);

#endif
