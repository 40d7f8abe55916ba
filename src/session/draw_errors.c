/* From a session's probe to the panel of errors against h. */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "session/probe_sweep.h"

static_assert((int)SWEEP_STEPS <= (int)ERROR_STEPS_MOST, "a sweep fits the panel");

static void fill_curve(struct error_curve *curve, struct probe_sweep *work,
                       const struct scheme *scheme)
{
    curve->name = scheme->name;
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        sweep_at(&work->sweep, scheme, sweep_step(i), work->point);
        curve->estimates[i] = error_of_point(AXES, work->sweep.estimates);
        curve->truths[i] = probe_sweep_true_error(work);
    }
}

static void fill_panel(struct error_panel *panel, struct probe_sweep *work,
                       const struct session *session)
{
    const struct scheme *present = probe_sweep_scheme(session);
    panel->count = 0;
    panel->steps = SWEEP_STEPS;
    panel->exact = scheme_is_exact(session->now.difference.scheme);
    probe_sweep_present(work, session, panel->own);
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

/* Whether the panel is of this place, and shows what it is to show. */
static bool is_known(const struct session *session)
{
    return session->errors_known && session->errors_known_for == session->now.errors_shown &&
           memcmp(session->errors_place, session->now.viewport.probe,
                  sizeof session->errors_place) == 0;
}

enum status session_sweep_errors(struct session *session)
{
    struct probe_sweep work = { .point = NULL };
    if (is_known(session))
        return STATUS_OK;
    session->errors_known = false;
    session->error_panel->count = 0;
    if (session->now.errors_shown == ERRORS_OFF)
        return STATUS_OK;
    if (work_is_due(session))
        return work_halt(session);
    enum status status = probe_sweep_make(&work, session);
    if (status == STATUS_OK)
        fill_panel(session->error_panel, &work, session);
    probe_sweep_release(&work);
    if (status != STATUS_OK)
        return status;
    if (work_is_stopped(session)) {
        session->error_panel->count = 0;
        return work_halt(session);
    }
    session->errors_known = true;
    session->errors_known_for = session->now.errors_shown;
    memcpy(session->errors_place, session->now.viewport.probe, sizeof session->errors_place);
    return STATUS_OK;
}
