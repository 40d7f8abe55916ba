/* Bringing what a frame shows up to date, part by part. */
#include "session/update.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "session/state.h"
#include "view/aliasing.h"
#include "view/quiver.h"

enum {
    ROWS_WORK = 1 << 20,  /* what the rows that are computed at a time cost, in units of work */
    EVALUATIONS = 5       /* of f for a sample, as a rule */
};

static enum status make_scratch(struct session *session, size_t size)
{
    if (size <= session->scratch_size)
        return STATUS_OK;
    double *grown = array_resize(session->scratch, size, sizeof *grown);
    if (grown == NULL)
        return STATUS_FAILED;
    session->scratch = grown;
    session->scratch_size = size;
    return STATUS_OK;
}

/* Put the places of an axis's samples into `places`. */
static void list_places(const struct viewport *viewport, int axis, double *places)
{
    for (int i = 0; i < viewport->shape.samples[axis]; i++)
        places[i] = viewport_place(viewport, axis, i);
}

/*
 * How many rows are computed at a time that take so many evaluations a sample: all, where they can
 * be stopped only if they cost little.
 */
static size_t rows_at_a_time(const struct session *session, size_t evaluations)
{
    size_t rows = field_rows(session->field);
    size_t cost = evaluations * field_columns(session->field) *
                  formula_function_cost(session->now.subject->function);
    if (session->work.kind == WORK_NONE || rows * cost <= ROWS_WORK)
        return rows;
    return cost >= ROWS_WORK ? 1 : ROWS_WORK / cost;
}

enum status session_work_rows(struct session *session, row_worker *worker, size_t evaluations,
                              size_t *done)
{
    size_t rows = field_rows(session->field);
    size_t most = rows_at_a_time(session, evaluations);
    while (*done < rows) {
        size_t count = rows - *done < most ? rows - *done : most;
        if (work_is_due(session))
            return work_halt(session);
        worker(session, *done, count);
        if (work_is_stopped(session))
            return work_halt(session);
        *done += count;
    }
    return STATUS_OK;
}

/* Begin the samples of the viewport anew. */
static enum status begin_field(struct session *session)
{
    const struct viewport *viewport = &session->now.viewport;
    size_t across = (size_t)viewport->shape.samples[0];
    size_t up = (size_t)viewport->shape.samples[1];
    enum status status = make_scratch(session, across * up + across + up);
    if (status == STATUS_OK)
        status = field_resize(session->field, across, up);
    if (status != STATUS_OK)
        return status;
    list_places(viewport, 0, session->scratch);
    list_places(viewport, 1, session->scratch + across);
    field_begin(session->field, session->scratch, session->scratch + across);
    session->rows_computed = 0;
    memset(session->rows_found, 0, sizeof session->rows_found);
    session->rims_found = 0;
    session->streams_stale = session->streams_stale || session->field_stale;
    session->probe_known = session->probe_known && !session->field_stale;
    if (session->field_stale)
        maps_forget_anchor(&session->maps);
    session->errors_known = session->errors_known && !session->field_stale;
    session->field_stale = false;
    session->relief_stale = true;
    session->nullclines.computed = 0;
    session->probe_known = session->probe_known && !maps_have(session->probe_need);
    session->field_viewport = session->now.viewport;
    return STATUS_OK;
}

static void compute_rows(struct session *session, size_t first, size_t count)
{
    field_compute_rows(session->field, &session->now.subject->plane, &session->now.difference,
                       first, count);
}

/* Compute the samples, anew unless they are those of the viewport. */
static enum status update_samples(struct session *session)
{
    enum status status = STATUS_OK;
    work_attach(session);
    if (session->field_stale ||
        !viewport_has_same_places(&session->now.viewport, &session->field_viewport))
        status = begin_field(session);
    return status == STATUS_OK ? session_work_rows(session, compute_rows, EVALUATIONS,
                                                   &session->rows_computed)
                               : status;
}

static void diverge_rows(struct session *session, size_t first, size_t count)
{
    field_diverge_rows(session->field, &session->now.subject->plane, first, count);
}

static void judge_rows(struct session *session, size_t first, size_t count)
{
    field_judge_rows(session->field, &session->now.subject->plane, &session->now.difference, first,
                     count);
}

/* How far the gradients are from the exact ones; unknown where f has none to be computed. */
static void find_truth_rows(struct session *session, size_t first, size_t count)
{
    field_find_truth_rows(session->field, &session->now.subject->plane,
                          formula_function_fn(session->now.subject->function), first, count);
}

static void find_steps_rows(struct session *session, size_t first, size_t count)
{
    field_find_steps_rows(session->field, &session->now.subject->plane, &session->now.difference,
                          first, count);
}

static void check_rows(struct session *session, size_t first, size_t count)
{
    if (session->now.checking != NULL)
        checking_compute_rows(session->now.checking, session->field, first, count);
}

/* Find out about the field what is not known yet. */
static enum status find_out(struct session *session, enum need need)
{
    static row_worker *const workers[NEED_COUNT] = {
        [NEED_DIVERGENCE] = diverge_rows, [NEED_JUDGEMENT] = judge_rows,
        [NEED_TRUTH] = find_truth_rows,   [NEED_STEPS] = find_steps_rows,
        [NEED_CHECK] = check_rows,
    };
    struct failure failure;
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    if (maps_have(need))
        return maps_find_out(session, need);
    if (workers[need] == NULL)
        return STATUS_OK;
    if (need == NEED_TRUTH && fn->gradient_grid == NULL &&
        subject_differentiate(session->now.subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    return session_work_rows(session, workers[need], EVALUATIONS, &session->rows_found[need]);
}

bool session_is_judged(const struct session *session)
{
    return session->rows_found[NEED_JUDGEMENT] == field_rows(session->field);
}

/* Compute and judge the samples next to the field's edges along an axis. */
static enum status compute_rim(struct session *session, int axis)
{
    const struct viewport *viewport = &session->now.viewport;
    int other = 1 - axis;
    double ends[] = { viewport_place(viewport, axis, -1),
                      viewport_place(viewport, axis, viewport->shape.samples[axis]) };
    size_t along = (size_t)viewport->shape.samples[other];
    list_places(viewport, other, session->scratch);
    return aliasing_compute_rim(session->rims[axis], &session->now.subject->plane,
                                &session->now.difference, axis, ends, session->scratch, along);
}

/* Judge the field, and what lies around it, for the layer trust. */
static enum status judge_field(struct session *session)
{
    enum status status = find_out(session, NEED_JUDGEMENT);
    while (status == STATUS_OK && session->rims_found < AXES) {
        if (work_is_due(session))
            return work_halt(session);
        status = compute_rim(session, session->rims_found);
        if (work_is_stopped(session))
            return work_halt(session);
        session->rims_found += status == STATUS_OK;
    }
    return status;
}

enum status session_settle_field(struct session *session)
{
    enum status status = update_samples(session);
    if (status == STATUS_OK)
        status = find_out(session, quantity_need(session->now.color_by));
    if (status == STATUS_OK && layers_show_trust(session->now.layers))
        status = judge_field(session);
    return status;
}

/* Choose what belongs to the window: the scale of magnitudes, lengths and levels. */
static void choose_scales(struct session *session)
{
    session->now.scale = scale_choose(session->field, session->scratch);
    session->now.quiver_reference = quiver_reference(session->field, session->scratch);
    session->now.spread = spread_of(session->field, session->scratch);
}

enum status session_settle_scale(struct session *session)
{
    /* A window without an arrow has no scale that could be kept. */
    bool chosen = !session->now.scale_stale && session->now.quiver_reference > 0;
    if ((chosen && !session->now.colors_stale) || session->layout.too_small)
        return STATUS_OK;
    enum status status = session_settle_field(session);
    if (status != STATUS_OK)
        return status;
    struct settings *now = &session->now;
    struct chosen_at at = { .difference = now->difference,
                            .judged = session_is_judged(session) };
    memcpy(at.first, now->viewport.first, sizeof at.first);
    if (!chosen) {
        choose_scales(session);
        now->scale_at = at;
    }
    now->colors_at = at;
    now->colors = color_scale_choose(now->color_by, &now->wishes[now->color_by], session->field,
                                     session->scratch);
    now->scale_stale = false;
    now->colors_stale = false;
    return STATUS_OK;
}

enum status session_settle(struct session *session)
{
    enum status status = session_settle_scale(session);
    return status == STATUS_OK ? session_settle_streams(session) : status;
}

static bool shows_relief(const struct session *session)
{
    return layer_is_in(session->now.layers, LAYER_contour) ||
           layer_is_in(session->now.layers, LAYER_background);
}

/* Bring the relief up to date, where a layer shows it: a node or more to each cell, two up. */
static enum status update_relief(struct session *session)
{
    const struct viewport *viewport = &session->now.viewport;
    const int wanted[AXES] = { session->layout.spacing, 2 };
    int density[AXES];
    if (!shows_relief(session) ||
        (!session->relief_stale && viewport_has_same_places(viewport, &session->relief_viewport)))
        return STATUS_OK;
    if (work_is_due(session))
        return work_halt(session);
    relief_density(&viewport->shape, wanted, density);
    session->relief_stale = true;
    enum status status =
        relief_compute(session->relief, formula_function_fn(session->now.subject->function),
                       session->now.subject->plane.fixed, viewport, density);
    if (status != STATUS_OK)
        return status;
    if (work_is_stopped(session))
        return work_halt(session);
    session->relief_stale = false;
    session->relief_viewport = *viewport;
    return STATUS_OK;
}

enum status session_update_area(struct session *session)
{
    enum status status = dots_resize(session->dots, session->rows, session->columns);
    if (status == STATUS_OK)
        status = session_settle_scale(session);
    if (status == STATUS_OK)
        status = session_settle_field(session);
    if (status == STATUS_OK)
        status = session_settle_streams(session);
    if (status == STATUS_OK)
        status = update_relief(session);
    if (status == STATUS_OK)
        status = session_update_nullclines(session);
    return status;
}

/* Add a part of all the work: so many evaluations of f, of which a share is done. */
static void add_part(double parts[2], double evaluations, double done)
{
    parts[0] += evaluations * done;
    parts[1] += evaluations;
}

/* Add what is found out about the samples and around them. */
static void add_field(double parts[2], const struct session *session)
{
    static const double weights[NEED_COUNT] = { [NEED_DIVERGENCE] = 4, [NEED_JUDGEMENT] = 40,
                                                [NEED_TRUTH] = 3,      [NEED_STEPS] = 40,
                                                [NEED_HESSIAN] = MAPS_RATE_EVALUATIONS,
                                                [NEED_BASINS] = MAPS_BASIN_EVALUATIONS,
                                                [NEED_CHECK] = 30 };
    enum { RIMS = 8 };
    enum need need = quantity_need(session->now.color_by);
    double rows = (double)field_rows(session->field);
    bool trust = layers_show_trust(session->now.layers);
    add_part(parts, EVALUATIONS, (double)session->rows_computed / rows);
    add_part(parts, weights[need], (double)session->rows_found[need] / rows);
    if (trust && need != NEED_JUDGEMENT)
        add_part(parts, weights[NEED_JUDGEMENT],
                 (double)session->rows_found[NEED_JUDGEMENT] / rows);
    if (trust)
        add_part(parts, RIMS, session->rims_found / (double)AXES);
}

/* Add what is drawn and told besides. */
static void add_rest(double parts[2], const struct session *session)
{
    enum { STREAMS = 40, RELIEF = 16, NULLCLINES = 80, EXTREMA = 2000, WALKS = 40, PROBE = 4,
           ERRORS = 40 };
    const struct settings *now = &session->now;
    if (layer_is_in(now->layers, LAYER_stream))
        add_part(parts, STREAMS, !session->streams_stale && !session->area_unfinished);
    if (shows_relief(session))
        add_part(parts, RELIEF, !session->relief_stale);
    if (layer_is_in(now->layers, LAYER_nullclines))
        add_part(parts, NULLCLINES, session->nullclines.computed / (double)AXES);
    if (layer_is_in(now->layers, LAYER_critical) || quantity_need(now->color_by) == NEED_BASINS)
        add_part(parts, EXTREMA, session_extrema_progress(session));
    if (now->walk_count > 0)
        add_part(parts, WALKS, walks_progress(session->walks, now->walk_count));
    add_part(parts, PROBE, session_knows_probe(session));
    if (now->errors_shown != ERRORS_OFF)
        add_part(parts, ERRORS, session->errors_known);
}

double session_progress(const struct session *session)
{
    double parts[2] = { 0, 0 };
    if (!session->unfinished || field_rows(session->field) == 0)
        return session->unfinished ? 0 : 1;
    add_field(parts, session);
    add_rest(parts, session);
    return parts[0] / parts[1];
}
