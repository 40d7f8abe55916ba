/* From a session's probe to the panel of errors against h. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "grad/sweep.h"
#include "session/state.h"

static_assert((int)SWEEP_STEPS <= (int)ERROR_STEPS_MOST, "a sweep fits the panel");

/* What sweeping at the probe needs. */
struct work {
    struct sweep sweep;
    const double **point; /* n columns of one number */
    double truth[AXES];   /* NaN where there is no exact gradient */
};

/* Bring the function and the probe's place in; exact derivatives where there are any. */
static enum status prepare(struct work *work, struct session *session)
{
    struct failure failure;
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    if (fn->gradient == NULL &&
        subject_differentiate(session->now.subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    work->point = session_probe_columns(session);
    if (!sweep_make(&work->sweep, fn) || work->point == NULL)
        return STATUS_FAILED;
    work->truth[0] = work->truth[1] = NAN;
    if (fn->gradient == NULL)
        return STATUS_OK;
    sweep_at(&work->sweep, scheme_exact(), 1, work->point);
    memcpy(work->truth, work->sweep.gradient, sizeof work->truth);
    return STATUS_OK;
}

static void fill_curve(struct error_curve *curve, struct work *work, const struct scheme *scheme)
{
    const struct sweep *sweep = &work->sweep;
    curve->name = scheme->name;
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        sweep_at(&work->sweep, scheme, sweep_step(i), work->point);
        curve->estimates[i] = error_of_point(AXES, sweep->estimates);
        curve->truths[i] = hypot(sweep->gradient[0] - work->truth[0],
                                 sweep->gradient[1] - work->truth[1]);
    }
}

/* The scheme that the panel is about: exact derivatives have no course. */
static const struct scheme *swept_scheme(const struct session *session)
{
    const struct scheme *scheme = session->now.difference.scheme;
    return scheme_is_exact(scheme) ? scheme_default() : scheme;
}

static void fill_panel(struct error_panel *panel, struct work *work,
                       const struct session *session)
{
    const struct scheme *present = swept_scheme(session);
    panel->count = 0;
    panel->steps = SWEEP_STEPS;
    panel->own = session->now.difference.step == STEP_FIXED &&
                         !scheme_is_exact(session->now.difference.scheme)
                     ? session->now.difference.h
                     : (double)NAN;
    for (size_t i = 0; i < SWEEP_STEPS; i++)
        panel->h[i] = sweep_step(i);
    for (size_t s = 0; s < scheme_count(); s++) {
        const struct scheme *scheme = scheme_at(s);
        bool shown = session->now.errors_shown == ERRORS_ALL ? !scheme_is_exact(scheme)
                                                         : scheme == present;
        if (!shown || panel->count == ERROR_CURVES_MOST)
            continue;
        if (scheme == present)
            panel->present = panel->count;
        fill_curve(&panel->curves[panel->count++], work, scheme);
    }
}

enum status session_sweep_errors(struct session *session)
{
    struct work work = { .point = NULL };
    session->error_panel->count = 0;
    if (session->now.errors_shown == ERRORS_OFF)
        return STATUS_OK;
    enum status status = prepare(&work, session);
    if (status == STATUS_OK)
        fill_panel(session->error_panel, &work, session);
    sweep_release(&work.sweep);
    free(work.point);
    return status;
}
