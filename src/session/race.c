/* A race: walks of all optimizers from one start, and what its table says. */
#include "session/race.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "session/state.h"
#include "view/race_panel.h"

static_assert((int)WALKS_MOST <= (int)RACE_ROWS_MOST, "the table has a row for every walk");

enum {
    START_DIGITS = 6,
    COST_MOST = 100 /* of a value of f, in units of work, whose minima are looked for unasked */
};

bool race_measures(const struct session *session)
{
    return layer_is_in(session->now.layers, LAYER_critical) ||
           formula_function_cost(session->now.subject->function) <= COST_MOST;
}

static enum race_state state_of(const struct walk_outcome *outcome, size_t steps)
{
    switch (outcome->reason) {
    case STOP_none:
        return RACE_GOES_ON;
    case STOP_converged:
        return RACE_ARRIVED;
    case STOP_slow:
        return outcome->steps < steps ? RACE_STUCK : RACE_SHORT;
    case STOP_stuck:
        return RACE_STUCK;
    case STOP_limit:
        return RACE_SHORT;
    default:
        return RACE_LOST;
    }
}

/*
 * How far a place is from the nearest minimum of the points, if they are known; NaN where there is
 * none, or where there may be others, so that one of them may be nearer.
 */
static double distance_from(const struct critical_points *points, const double place[AXES])
{
    double least = (double)NAN;
    bool whole = points != NULL && !points->coarse && !points->cut;
    for (size_t i = 0; whole && i < points->count; i++) {
        const struct critical_point *point = &points->points[i];
        double distance = hypot(place[0] - point->at[0], place[1] - point->at[1]);
        if (critical_is_minimum(point) && !(distance >= least))
            least = distance;
    }
    return least;
}

static void fill_row(const struct session *session, size_t index,
                     const struct critical_points *points, struct race_row *row)
{
    const struct walk_outcome *outcome = walks_outcome(session->walks, index);
    const struct walk_wish *wish = &session->now.walks[index];
    bool begun = !isnan(outcome->value) || outcome->reason != STOP_none;
    const struct descent_wish manner =
        walk_manner_descent(&wish->manner, &session->now.difference);
    *row = (struct race_row){ .trail = index,
                              .optimizer = wish->manner.optimizer->name,
                              .learning_rate = manner.learning_rate,
                              .state = state_of(outcome, wish->manner.steps),
                              .reason = stop_word(outcome->reason),
                              .steps = outcome->steps,
                              .value = outcome->value,
                              .distance = (double)NAN };
    memcpy(row->end, begun ? outcome->place : wish->start, sizeof row->end);
    if (begun && race_measures(session))
        row->distance = distance_from(points, row->end);
    if (walks_failure(session->walks, index) != NULL) {
        row->state = RACE_LOST;
        row->reason = "impossible";
    }
}

bool race_is_shown(const struct session *session)
{
    return session->now.race && session->now.walk_count > 0;
}

void race_fill(const struct session *session, const struct critical_points *points,
               struct race_table *race)
{
    const struct settings *now = &session->now;
    *race = (struct race_table){ .count = now->walk_count,
                                 .learning_rate = now->walks[0].manner.learning_rate,
                                 .steps = now->walks[0].manner.steps };
    memcpy(race->start, now->walks[0].start, sizeof race->start);
    for (size_t i = 0; i < race->count; i++)
        fill_row(session, i, points, &race->rows[i]);
    race_table_sort(race);
}

const struct race_table *session_race(struct session *session)
{
    const struct extrema *extrema = &session->extrema;
    if (!race_is_shown(session))
        return NULL;
    race_fill(session, session_knows_extrema(session) ? &extrema->points : NULL, &session->race);
    return &session->race;
}

enum status session_settle_race(struct session *session)
{
    if (!session->now.race || !race_measures(session))
        return STATUS_OK;
    return session_settle_extrema(session);
}

/* How many of the rows are in a state. */
static size_t count_rows(const struct race_table *race, enum race_state state)
{
    size_t count = 0;
    for (size_t i = 0; i < race->count; i++)
        count += race->rows[i].state == state;
    return count;
}

/* Say why the table is not seen; "" when it is. */
static void say_hidden(const struct session *session, const struct frame *frame,
                       char words[RACE_WORDS_SIZE])
{
    int columns;
    int rows;
    words[0] = '\0';
    if (!frame_race_fits(frame)) {
        frame_race_need(frame, &columns, &rows);
        snprintf(words, RACE_WORDS_SIZE, "; the table needs %dx%d", columns, rows);
    } else if (session->error_panel->count > 0 && frame_error_panel_fits(frame)) {
        snprintf(words, RACE_WORDS_SIZE, "; the panel of errors hides the table");
    }
}

void race_summarize(const struct session *session, const struct frame *frame,
                    char words[RACE_WORDS_SIZE])
{
    const struct race_table *race = frame->race;
    size_t arrived = count_rows(race, RACE_ARRIVED);
    size_t walking = count_rows(race, RACE_GOES_ON);
    const struct race_row *first = &race->rows[0];
    char hidden[RACE_WORDS_SIZE];
    say_hidden(session, frame, hidden);
    if (arrived > 0 && first->steps == 0) {
        snprintf(words, RACE_WORDS_SIZE,
                 "race: it starts where |grad f| is 0, move the probe first%s", hidden);
        return;
    }
    const char *between = hidden[0] == '\0' ? "," : ";";
    size_t used = (size_t)snprintf(words, RACE_WORDS_SIZE, "%s%zu of %zu converged%.64s",
                                   hidden[0] == '\0' ? "race: " : "", arrived, race->count,
                                   hidden);
    if (arrived > 0)
        used += (size_t)snprintf(words + used, RACE_WORDS_SIZE - used, "%s %s first at step %zu",
                                 between, first->optimizer, first->steps);
    if (walking > 0)
        snprintf(words + used, RACE_WORDS_SIZE - used, "%s %zu still walk%s", between, walking,
                 walking == 1 ? "s" : "");
}

/* Tell where the race began, and what all its walks have in common. */
static void tell_start(struct session *session, const struct race_table *race)
{
    char difference[DIFFERENCE_SIZE];
    char number[AXES][NUMBER_SIZE];
    char common[RACE_CONDITIONS_SIZE];
    session_describe_difference(session, difference);
    race_table_conditions(race, START_DIGITS, common);
    session_tell(session, "race from %s %s: %s, %s",
                 number_short(race->start[0], START_DIGITS, number[0]),
                 number_short(race->start[1], START_DIGITS, number[1]), difference, common);
}

/* What a line ends with: the whole of a reason. */
static const char *reason_of(const struct session *session, const struct race_row *row)
{
    const struct failure *failure = walks_failure(session->walks, row->trail);
    const char *words = walks_outcome(session->walks, row->trail)->words;
    return failure != NULL ? failure->message : words[0] != '\0' ? words : row->reason;
}

void session_tell_race(struct session *session)
{
    const struct race_table *race = session_race(session);
    const struct race_form *form = race_form_at(0);
    char line[RACE_LINE_SIZE];
    if (race == NULL)
        return;
    struct race_table told = *race;
    for (size_t i = 0; i < told.count; i++)
        told.rows[i].reason = reason_of(session, &told.rows[i]);
    tell_start(session, &told);
    race_table_names(&told, form, line);
    session_tell(session, "%s", line);
    for (size_t i = 0; i < told.count; i++) {
        race_table_line(&told, form, i, line);
        session_tell(session, "%s", line);
    }
    /* They are told: what the frame says need not be the last of them. */
    session_set_message(session, "");
}
