/* Gradients at the probe with one step after another. */
#include "session/probe_sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum status probe_sweep_make(struct probe_sweep *work, struct session *session)
{
    struct failure failure;
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    if (fn->gradient == NULL &&
        subject_differentiate(session->now.subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    work->point = session_probe_columns(session);
    if (!sweep_make(&work->sweep, fn) || work->point == NULL)
        return STATUS_FAILED;
    work->sweep.axes = AXES;
    work->truth[0] = work->truth[1] = NAN;
    if (fn->gradient == NULL)
        return STATUS_OK;
    sweep_at(&work->sweep, scheme_exact(), 1, work->point);
    memcpy(work->truth, work->sweep.gradient, sizeof work->truth);
    return STATUS_OK;
}

void probe_sweep_release(struct probe_sweep *work)
{
    sweep_release(&work->sweep);
    free(work->point);
}

double probe_sweep_true_error(const struct probe_sweep *work)
{
    return hypot(work->sweep.gradient[0] - work->truth[0],
                 work->sweep.gradient[1] - work->truth[1]);
}

const struct scheme *probe_sweep_scheme(const struct session *session)
{
    const struct scheme *scheme = session->now.difference.scheme;
    return scheme_is_exact(scheme) ? scheme_default() : scheme;
}

void probe_sweep_present(struct probe_sweep *work, const struct session *session,
                         double steps[AXES])
{
    const struct difference *difference = &session->now.difference;
    const struct formula *formula = session->now.subject->formula;
    struct sweep *sweep = &work->sweep;
    size_t n = sweep->fn->n;
    size_t used = formula_is_vector(formula) ? n : formula_least_n(formula);
    double value;
    struct gradient_result result = { .values = &value, .derivatives = sweep->columns,
                                      .verdicts = &sweep->verdict, .steps = sweep->columns + n };
    steps[0] = steps[1] = (double)NAN;
    if (scheme_is_exact(difference->scheme))
        return;
    gradient_batch(sweep->differentiator, difference, 1, work->point, AXES, &result);
    judge_batch(sweep->differentiator, difference, 1, work->point, AXES, &result,
                sweep->estimates);
    for (size_t axis = 0; axis < AXES; axis++)
        if (axis < used || difference->step == STEP_FIXED)
            steps[axis] = sweep->steps[axis];
}
