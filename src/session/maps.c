/* Maps of what walks would do: edges of learning rates, and basins. */
#include "session/maps.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "grad/eigenvalues.h"
#include "session/basin_order.h"
#include "session/state.h"

enum { DIGITS = 6 };

void maps_forget(struct maps *maps)
{
    basins_free(maps->basins);
    maps->basins = NULL;
    free(maps->numbers);
    maps->numbers = NULL;
}

void maps_forget_anchor(struct maps *maps)
{
    maps_forget(maps);
    critical_points_free(&maps->anchor_points);
    maps->anchor_known = false;
}

bool maps_have(enum need need)
{
    return need == NEED_HESSIAN || need == NEED_BASINS;
}

bool maps_are_known(const struct session *session)
{
    return formula_function_fn(session->now.subject->function)->plane_hessian != NULL;
}

/* Make the slope of the present function; it is to be released whatever comes of it. */
static bool make_slope(struct session *session)
{
    const struct subject *subject = session->now.subject;
    return plane_slope_make(&session->maps.slope, formula_function_fn(subject->function),
                            subject->fixed);
}

static void find_rates(struct session *session, size_t first, size_t count)
{
    field_find_rates_rows(session->field, &session->maps.slope, first, count);
}

static void find_basins(struct session *session, size_t first, size_t count)
{
    field_find_basins_rows(session->field, session->maps.basins, first, count);
}

/* Forget the basins where their numbers are no longer those of the window that colours come from. */
static void check_anchor(struct session *session)
{
    struct maps *maps = &session->maps;
    if (maps->basins == NULL ||
        memcmp(maps->anchor, basin_order_anchor(session), sizeof maps->anchor) == 0)
        return;
    maps_forget(maps);
    session->rows_found[NEED_BASINS] = 0;
    session->probe_known = session->probe_known && session->probe_need != NEED_BASINS;
}

static bool same_window(const struct rectangle *a, const struct rectangle *b)
{
    return memcmp(a->low, b->low, sizeof a->low) == 0 &&
           memcmp(a->high, b->high, sizeof a->high) == 0;
}

/* Find the points of the window that numbers come from, unless they are known. */
static bool find_anchor(struct session *session, const struct rectangle *window)
{
    struct maps *maps = &session->maps;
    if (maps->anchor_known && same_window(window, &maps->anchor_window))
        return true;
    critical_points_free(&maps->anchor_points);
    maps->anchor_window = *window;
    maps->anchor_known = extrema_search(session->now.subject, window, &maps->anchor_points) &&
                         !work_is_stopped(session);
    return maps->anchor_known;
}

/* Number the minima of the points that are known; those of the window itself need no numbers. */
static bool number_basins(struct session *session)
{
    struct maps *maps = &session->maps;
    const struct extrema *extrema = &session->extrema;
    struct viewport viewport = session->now.viewport;
    memcpy(maps->anchor, basin_order_anchor(session), sizeof maps->anchor);
    if (memcmp(maps->anchor, viewport.first, sizeof maps->anchor) == 0)
        return true;
    memcpy(viewport.first, maps->anchor, sizeof maps->anchor);
    struct rectangle window = extrema_cover_viewport(&viewport);
    if (!find_anchor(session, &window))
        return false;
    maps->numbers = basin_order_find(&extrema->points, &extrema->window, &maps->anchor_points,
                                     &maps->anchor_window);
    return maps->numbers != NULL;
}

/* Find the minima, unless that was done; where there are derivatives `basins` is not NULL. */
static enum status settle_basins(struct session *session)
{
    const struct subject *subject = session->now.subject;
    enum status status = session_find_extrema(session);
    if (status != STATUS_OK || !session->extrema.simple || session->maps.basins != NULL)
        return status;
    if (work_is_due(session))
        return work_halt(session);
    session->maps.basins =
        basins_new(formula_function_fn(subject->function), subject->fixed,
                   &session->extrema.points, &session->extrema.window);
    if (session->maps.basins == NULL)
        return STATUS_FAILED;
    bool numbered = number_basins(session);
    if (numbered && !work_is_stopped(session)) {
        basins_set_numbers(session->maps.basins, session->maps.numbers);
        return STATUS_OK;
    }
    maps_forget(&session->maps);
    return work_is_stopped(session) ? work_halt(session) : STATUS_FAILED;
}

/* Find rates with exact second derivatives, where f has them. */
static enum status find_with_slope(struct session *session, size_t *done)
{
    struct failure failure;
    enum status status = subject_curve_plane(session->now.subject, &failure);
    if (status != STATUS_OK)
        return status == STATUS_FAILED ? status : STATUS_OK;
    status = make_slope(session) ? session_work_rows(session, find_rates,
                                                     MAPS_RATE_EVALUATIONS, done)
                                 : STATUS_FAILED;
    plane_slope_release(&session->maps.slope);
    return status;
}

enum status maps_find_out(struct session *session, enum need need)
{
    size_t *done = &session->rows_found[need];
    if (need == NEED_BASINS)
        check_anchor(session);
    if (*done == field_rows(session->field))
        return STATUS_OK;
    if (need == NEED_HESSIAN)
        return find_with_slope(session, done);
    enum status status = settle_basins(session);
    if (status != STATUS_OK || session->maps.basins == NULL)
        return status;
    return session_work_rows(session, find_basins, MAPS_BASIN_EVALUATIONS, done);
}

enum status maps_find_at_probe(struct session *session, enum need need)
{
    struct failure failure;
    enum status status = STATUS_OK;
    if (need == NEED_BASINS) {
        status = settle_basins(session);
        if (status == STATUS_OK && session->maps.basins != NULL)
            field_find_basins_rows(session->probe_field, session->maps.basins, 0, 1);
        return status;
    }
    status = subject_curve_plane(session->now.subject, &failure);
    if (status != STATUS_OK)
        return status == STATUS_FAILED ? status : STATUS_OK;
    if (make_slope(session))
        field_find_rates_rows(session->probe_field, &session->maps.slope, 0, 1);
    else
        status = STATUS_FAILED;
    plane_slope_release(&session->maps.slope);
    return status;
}

/* Say why there is no edge where these are the eigenvalues. */
static enum status fail_edge(const double eigenvalues[AXES], struct failure *failure)
{
    char smaller[NUMBER_SIZE];
    char larger[NUMBER_SIZE];
    number_short(eigenvalues[0], DIGITS, smaller);
    number_short(eigenvalues[1], DIGITS, larger);
    if (eigenvalues[0] == 0 && eigenvalues[1] == 0)
        return failure_set(failure, STATUS_USAGE, "lr",
                           "f is not curved at the probe, so that no learning rate is too large");
    return failure_set(failure, STATUS_USAGE, "lr",
                       "f is not convex at the probe, its curvatures are %s and %s: move to "
                       "where color-by learning-rate shows a number",
                       smaller, larger);
}

/* The rate of a Hessian, with words. */
static enum status rate_of(const double hessian[3], double *rate, char words[EDGE_WORDS],
                           struct failure *failure)
{
    double eigenvalues[AXES];
    char larger[NUMBER_SIZE];
    eigenvalues_find(hessian, eigenvalues);
    *rate = eigenvalues_edge(hessian);
    if (isnan(*rate))
        return fail_edge(eigenvalues, failure);
    number_short(eigenvalues[1], DIGITS, larger);
    snprintf(words, EDGE_WORDS, "2 over the largest curvature at the probe, %s", larger);
    return STATUS_OK;
}

enum status maps_edge(struct session *session, double *rate, char words[EDGE_WORDS],
                      struct failure *failure)
{
    double hessian[3];
    enum status status = subject_curve_plane(session->now.subject, failure);
    if (status == STATUS_USAGE)
        return failure_set(failure, STATUS_USAGE, "lr",
                           "the function is too large for exact second derivatives");
    if (status != STATUS_OK)
        return status;
    if (!make_slope(session))
        status = failure_memory(failure);
    else if (plane_slope_hessian(&session->maps.slope, session->now.viewport.probe, hessian))
        status = rate_of(hessian, rate, words, failure);
    else
        status = failure_set(failure, STATUS_USAGE, "lr",
                             "f has no finite second derivatives at the probe");
    plane_slope_release(&session->maps.slope);
    return status;
}
