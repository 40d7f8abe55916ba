/* The lines where a derivative is zero, of what is shown. */
#include "session/nullclines.h"

#include <stdlib.h>

#include "grad/partial.h"
#include "session/state.h"

void nullclines_release(struct nullclines *nullclines)
{
    for (int axis = 0; axis < AXES; axis++)
        relief_free(nullclines->slopes[axis]);
    *nullclines = (struct nullclines){ .computed = 0 };
}

/* Compute a relief of the derivative that is made. */
static enum status compute(struct nullclines *nullclines, const struct partial *partial,
                           const struct subject *subject, const struct viewport *viewport,
                           const int wanted[AXES])
{
    int density[AXES];
    struct relief **relief = &nullclines->slopes[partial->axis];
    if (*relief == NULL)
        *relief = relief_new();
    if (*relief == NULL)
        return STATUS_FAILED;
    relief_density(&viewport->shape, wanted, density);
    return relief_compute(*relief, &partial->fn, subject->plane.fixed, viewport, density);
}

enum status nullclines_compute(struct nullclines *nullclines, struct subject *subject,
                               const struct difference *difference,
                               const struct viewport *viewport, const int wanted[AXES], int axis)
{
    struct failure failure;
    struct difference chosen = *difference;
    enum status status = subject_differentiate(subject, &failure);
    if (status == STATUS_FAILED)
        return status;
    if (status == STATUS_OK)
        chosen.scheme = scheme_exact();
    struct partial *partial = malloc(sizeof *partial);
    if (partial == NULL)
        return STATUS_FAILED;
    bool made = partial_make(partial, formula_function_fn(subject->function), &chosen,
                             (size_t)axis);
    status = made ? compute(nullclines, partial, subject, viewport, wanted) : STATUS_FAILED;
    partial_release(partial);
    free(partial);
    return status;
}

/* The next of the derivatives that are not known yet. */
static enum status compute_next(struct session *session)
{
    struct nullclines *nullclines = &session->nullclines;
    const int wanted[AXES] = { session->layout.spacing, 2 };
    if (work_is_due(session))
        return work_halt(session);
    enum status status =
        nullclines_compute(nullclines, session->now.subject, &session->now.difference,
                           &session->now.viewport, wanted, nullclines->computed);
    if (status == STATUS_OK && work_is_stopped(session))
        return work_halt(session);
    nullclines->computed += status == STATUS_OK;
    return status;
}

enum status session_update_nullclines(struct session *session)
{
    enum status status = STATUS_OK;
    if (!layer_is_in(session->now.layers, LAYER_nullclines))
        return STATUS_OK;
    while (status == STATUS_OK && session->nullclines.computed < AXES)
        status = compute_next(session);
    return status;
}
