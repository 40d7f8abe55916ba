/* What the colours of a figure show. */
#include "session/figure_colors.h"

#include <string.h>

/* How far the gradients are from the exact ones; unknown where f has none to be computed. */
static enum status find_truth(const struct session *session, struct field *field)
{
    struct failure failure;
    struct subject *subject = session->now.subject;
    const struct fn *fn = formula_function_fn(subject->function);
    if (fn->gradient_grid == NULL && subject_differentiate(subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    field_find_truth(field, &subject->plane, fn);
    return STATUS_OK;
}

/* The edges of learning rates; unknown where f has no second derivatives to be computed. */
static enum status find_rates(const struct session *session, struct field *field)
{
    struct failure failure;
    struct plane_slope slope;
    struct subject *subject = session->now.subject;
    enum status status = subject_curve_plane(subject, &failure);
    if (status != STATUS_OK)
        return status == STATUS_FAILED ? status : STATUS_OK;
    if (plane_slope_make(&slope, formula_function_fn(subject->function), subject->fixed))
        field_find_rates_rows(field, &slope, 0, field_rows(field));
    else
        status = STATUS_FAILED;
    plane_slope_release(&slope);
    return status;
}

static enum status find_basins(const struct session *session, const struct figure_places *places,
                               struct field *field)
{
    const struct subject *subject = session->now.subject;
    if (!places->has_critical)
        return STATUS_OK;
    struct basins *basins = basins_new(formula_function_fn(subject->function), subject->fixed,
                                       &places->critical, &places->window);
    if (basins == NULL)
        return STATUS_FAILED;
    basins_set_numbers(basins, places->basin_numbers);
    field_find_basins_rows(field, basins, 0, field_rows(field));
    basins_free(basins);
    return STATUS_OK;
}

/* Hold the checked gradient against the samples; the session's own check counts others. */
static enum status find_check(const struct session *session, struct field *field)
{
    struct failure failure;
    struct checking *checking;
    if (session->now.checking == NULL)
        return STATUS_OK;
    const char *typed = checking_text(session->now.checking);
    const struct source_text text = { .name = "check", .bytes = typed, .length = strlen(typed) };
    if (checking_new(&text, session->now.subject, &session->now.parameters, &checking,
                     &failure) != STATUS_OK)
        return STATUS_FAILED;
    if (session->asker != NULL)
        checking_set_interruption(checking, session->interruption);
    checking_compute_rows(checking, field, 0, field_rows(field));
    checking_free(checking);
    return STATUS_OK;
}

static enum status find_out(const struct session *session, const struct figure_places *places,
                            struct field *field)
{
    const struct plane *plane = &session->now.subject->plane;
    const struct difference *difference = &session->now.difference;
    switch (quantity_need(session->now.color_by)) {
    case NEED_DIVERGENCE:
        field_diverge(field, plane);
        break;
    case NEED_JUDGEMENT:
        if (!layers_show_trust(session->now.layers))
            field_judge(field, plane, difference);
        break;
    case NEED_TRUTH:
        return find_truth(session, field);
    case NEED_STEPS:
        field_find_steps(field, plane, difference);
        break;
    case NEED_HESSIAN:
        return find_rates(session, field);
    case NEED_BASINS:
        return find_basins(session, places, field);
    case NEED_CHECK:
        return find_check(session, field);
    case NEED_NOTHING:
    case NEED_COUNT:
        break;
    }
    return STATUS_OK;
}

enum status figure_colors_find(struct session *session, const struct figure_places *places,
                               struct field *field, double *scratch,
                               struct svg_picture *picture)
{
    const struct settings *now = &session->now;
    enum need need = quantity_need(now->color_by);
    enum status status = find_out(session, places, field);
    if (status != STATUS_OK)
        return status;
    picture->colors = color_scale_choose(now->color_by, &now->wishes[now->color_by], field,
                                         scratch);
    if (picture->colors.levels == 0) {
        struct scale scale = scale_choose(field, scratch);
        picture->colors = color_scale_of_magnitudes(&scale);
    }
    picture->unmapped = maps_have(need) && !maps_are_known(session);
    picture->minima = need == NEED_BASINS && places->has_critical ? &places->critical : NULL;
    picture->basin_numbers = places->basin_numbers;
    return STATUS_OK;
}
