/* Commands that show critical points and go from one to the next. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "session/critical_rows.h"
#include "session/state.h"

enum { DIGITS = 6 };

/* Refuse a function that has no points to be found. */
static enum status check_simple(const struct session *session, struct failure *failure)
{
    if (session->extrema.simple)
        return STATUS_OK;
    return failure_set(failure, STATUS_USAGE, "critical",
                       "the function is too large for exact derivatives");
}

/* Say how far the search came that was not finished, if memory was not short. */
static enum status refuse_unfinished(const struct session *session, struct failure *failure)
{
    enum status status = work_failure(session, failure);
    int percent = (int)(100 * session_extrema_progress(session));
    if (!session->work.halted)
        return status;
    return failure_set(failure, STATUS_FAILED, "critical",
                       "a key stopped the search at %d %%; asked again, it goes on", percent);
}

/* Find the points for a command, whose failure is told. */
static enum status settle(struct session *session, struct failure *failure)
{
    struct work_begun begun = work_begin(session, WORK_COMMAND);
    enum status status = session_settle_extrema(session);
    if (status != STATUS_OK)
        refuse_unfinished(session, failure);
    work_end(session, &begun);
    if (status != STATUS_OK)
        return status;
    session->extrema.awaited = false;
    return check_simple(session, failure);
}

/* On a screen the search goes on with the frames, and the last of them tells the summary. */
static enum status begin_search(struct session *session, struct failure *failure)
{
    if (session_begin_extrema(session) != STATUS_OK)
        return failure_memory(failure);
    enum status status = check_simple(session, failure);
    session->extrema.awaited = status == STATUS_OK;
    return status;
}

enum status run_find_critical(struct session *session, const struct arguments *arguments,
                              struct failure *failure)
{
    char summary[CRITICAL_SUMMARY_SIZE];
    bool later = session->display.screen && !session->layout.too_small;
    (void)arguments;
    enum status status = later ? begin_search(session, failure) : settle(session, failure);
    if (status != STATUS_OK)
        return status;
    session->now.layers |= 1u << LAYER_critical;
    if (later)
        return STATUS_OK;
    critical_points_summarize(&session->extrema.points, summary);
    session_tell(session, "%s", summary);
    return STATUS_OK;
}

static enum status refuse_none(struct failure *failure)
{
    return failure_set(failure, STATUS_USAGE, "critical", "there is no critical point in sight");
}

/* Where in the list the probe stands: on one of the points, or none. */
static bool find_probe(const struct session *session, size_t *index)
{
    const struct critical_points *points = &session->extrema.points;
    const double *probe = session->now.viewport.probe;
    for (size_t i = 0; i < points->count; i++)
        if (points->points[i].at[0] == probe[0] && points->points[i].at[1] == probe[1]) {
            *index = i;
            return true;
        }
    return false;
}

static void tell_point(struct session *session, size_t index)
{
    char value[NUMBER_SIZE];
    char smaller[NUMBER_SIZE];
    char larger[NUMBER_SIZE];
    const struct critical_points *points = &session->extrema.points;
    const struct critical_point *point = &points->points[index];
    session_tell(session, "%zu of %zu: %s, f %s, curvature %s to %s", index + 1, points->count,
                 critical_kind_words(point->kind), number_short(point->value, DIGITS, value),
                 number_short(point->eigenvalues[0], DIGITS, smaller),
                 number_short(point->eigenvalues[1], DIGITS, larger));
}

/* Put the probe on point `index` of the list, and tell what it is. */
static enum status visit(struct session *session, size_t index, struct failure *failure)
{
    enum status status = viewport_set_probe(&session->now.viewport,
                                            session->extrema.points.points[index].at, failure);
    if (status != STATUS_OK)
        return status;
    session->now.layers |= 1u << LAYER_critical;
    tell_point(session, index);
    return STATUS_OK;
}

/* Go `by` points on in the list, round and round; from elsewhere to its first or last. */
static enum status walk(struct session *session, int64_t by, struct failure *failure)
{
    size_t index;
    enum status status = settle(session, failure);
    if (status != STATUS_OK)
        return status;
    size_t count = session->extrema.points.count;
    if (count == 0)
        return refuse_none(failure);
    if (!find_probe(session, &index))
        index = by > 0 ? count - 1 : 0;
    int64_t steps = by % (int64_t)count;
    index = (index + (size_t)(steps + (int64_t)count)) % count;
    return visit(session, index, failure);
}

/* The point that is nearest to a place on screen, of a list that is not empty. */
static size_t find_nearest(const struct session *session, const double place[AXES])
{
    const struct critical_points *points = &session->extrema.points;
    const double *step = session->now.viewport.step;
    double least = HUGE_VAL;
    size_t nearest = 0;
    for (size_t i = 0; i < points->count; i++) {
        const double *at = points->points[i].at;
        double distance = hypot((at[0] - place[0]) / step[0], (at[1] - place[1]) / step[1]);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

/* Tell the list, a line for each point. */
static enum status tell_list(struct session *session, struct failure *failure)
{
    struct critical_rows rows;
    struct text line = TEXT_EMPTY;
    bool made = critical_rows_make(&rows, session);
    critical_rows_append_heading(&rows, &line);
    for (size_t i = 0; i < rows.count && !line.failed; i++) {
        session_tell_text(session, text_string(&line));
        text_clear(&line);
        critical_rows_append(&rows, i, &line);
    }
    session_tell_text(session, text_string(&line));
    session_tell_text(session, rows.summary);
    made = made && !line.failed;
    critical_rows_free(&rows);
    text_free(&line);
    return made ? STATUS_OK : failure_memory(failure);
}

enum status run_critical(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    double place[AXES] = { 0, 0 };
    enum status status = argument_place(arguments, "'critical' lists all", place, failure);
    if (status == STATUS_OK)
        status = settle(session, failure);
    if (status != STATUS_OK)
        return status;
    if (arguments->count == 0 && !session->display.screen)
        return tell_list(session, failure);
    if (arguments->count == 0) {
        session->request = REQUEST_CRITICAL;
        return STATUS_OK;
    }
    if (session->extrema.points.count == 0)
        return refuse_none(failure);
    return visit(session, find_nearest(session, place), failure);
}

enum status run_critical_next(struct session *session, const struct arguments *arguments,
                              struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    return status == STATUS_OK ? walk(session, count, failure) : status;
}

enum status run_critical_previous(struct session *session, const struct arguments *arguments,
                                  struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    return status == STATUS_OK ? walk(session, -count, failure) : status;
}
