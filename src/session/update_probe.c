/* Bringing what is known at the probe up to date. */
#include <string.h>

#include "session/checking.h"
#include "session/state.h"

bool session_knows_probe(const struct session *session)
{
    return session->probe_known && session->probe_need == quantity_need(session->now.color_by) &&
           memcmp(session->probe_place, session->now.viewport.probe,
                  sizeof session->probe_place) == 0;
}

static enum status find_truth(struct session *session)
{
    struct subject *subject = session->now.subject;
    const struct fn *fn = formula_function_fn(subject->function);
    struct failure failure;
    if (fn->gradient_grid == NULL && subject_differentiate(subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    field_find_truth(session->probe_field, &subject->plane, fn);
    return STATUS_OK;
}

/* Find out about the probe what colours show, besides its gradient and judgement. */
static enum status find_out(struct session *session, enum need need)
{
    const struct settings *now = &session->now;
    if (maps_have(need))
        return maps_find_at_probe(session, need);
    if (need == NEED_TRUTH)
        return find_truth(session);
    if (need == NEED_DIVERGENCE)
        field_diverge(session->probe_field, &now->subject->plane);
    if (need == NEED_STEPS)
        field_find_steps(session->probe_field, &now->subject->plane, &now->difference);
    if (need == NEED_CHECK && now->checking != NULL)
        checking_compute_sample(now->checking, session->probe_field);
    return STATUS_OK;
}

enum status session_update_probe(struct session *session)
{
    const struct settings *now = &session->now;
    if (session_knows_probe(session))
        return STATUS_OK;
    if (work_is_due(session))
        return work_halt(session);
    session->probe_known = false;
    session->probe_need = quantity_need(now->color_by);
    memcpy(session->probe_place, now->viewport.probe, sizeof session->probe_place);
    if (field_resize(session->probe_field, 1, 1) != STATUS_OK)
        return STATUS_FAILED;
    field_compute(session->probe_field, &now->subject->plane, &now->difference,
                  &now->viewport.probe[0], &now->viewport.probe[1]);
    field_judge(session->probe_field, &now->subject->plane, &now->difference);
    enum status status = find_out(session, session->probe_need);
    if (work_is_stopped(session))
        return work_halt(session);
    session->probe_known = status == STATUS_OK;
    return status;
}
