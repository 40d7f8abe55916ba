/* Gradients at the probe with one step after another. Private to the session. */
#ifndef STEEPEST_SESSION_PROBE_SWEEP_H
#define STEEPEST_SESSION_PROBE_SWEEP_H

#include "grad/sweep.h"
#include "session/state.h"

/* Of the derivatives by x0 and x1, as arrows are. Begin with all zeros, end with probe_sweep_release. */
struct probe_sweep {
    struct sweep sweep;
    const double **point; /* n columns of one number */
    double truth[AXES];   /* NaN where there is no exact gradient */
};

/*
 * Bring the function and the probe's place in, and exact derivatives, which the subject's function
 * is given, where there can be any. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status probe_sweep_make(struct probe_sweep *work, struct session *session);

/* Release what probe_sweep_make made. */
void probe_sweep_release(struct probe_sweep *work);

/*
 * The length of the difference between the gradient that was computed last and the exact one; NaN
 * where one of them is not known.
 */
double probe_sweep_true_error(const struct probe_sweep *work);

/*
 * Compute and judge the gradient with the present scheme and step, as sweep_at does with another,
 * and store the steps: NaN for the exact scheme, for which nothing is computed, and where h is
 * chosen for a variable that the function does not have.
 */
void probe_sweep_present(struct probe_sweep *work, const struct session *session,
                         double steps[AXES]);

/* The scheme that a sweep is about: the present one, or the default, since exact has no course. */
const struct scheme *probe_sweep_scheme(const struct session *session);

#endif
