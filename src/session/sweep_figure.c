/* From a session's probe to a figure of error against h. */
#include "session/sweep_figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/size.h"
#include "session/probe_sweep.h"
#include "view/minus.h"
#include "view/sweep_figure.h"

enum {
    PLACE_DIGITS = 6,
    SETTINGS_SIZE = AXES * (NUMBER_SIZE + MINUS_GROWTH + 16) + DIFFERENCE_SIZE
};

static void fill_curve(struct sweep_curve *curve, struct probe_sweep *work,
                       const struct scheme *scheme)
{
    const struct estimate *estimates = work->sweep.estimates;
    const double *pair;
    curve->name = scheme->name;
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        sweep_at(&work->sweep, scheme, sweep_step(i), work->point);
        pair = (const double[AXES]){ estimates[0].truncation, estimates[1].truncation };
        curve->truncations[i] = vector_length(AXES, pair);
        pair = (const double[AXES]){ estimates[0].roundoff, estimates[1].roundoff };
        curve->roundoffs[i] = vector_length(AXES, pair);
        curve->estimates[i] = error_of_point(AXES, estimates);
        curve->truths[i] = probe_sweep_true_error(work);
        curve->verdicts[i] = work->sweep.verdict;
    }
}

/* Where the sweep is, and the present difference. */
static void describe(const struct session *session, char settings[SETTINGS_SIZE])
{
    const double *probe = session_probe(session);
    char difference[DIFFERENCE_SIZE];
    char places[AXES][NUMBER_SIZE + MINUS_GROWTH];
    for (int axis = 0; axis < AXES; axis++) {
        char number[NUMBER_SIZE];
        minus_copy(number_short(probe[axis], PLACE_DIGITS, number), false, places[axis],
                   sizeof places[axis]);
    }
    session_describe_difference(session, difference);
    snprintf(settings, SETTINGS_SIZE, "at x0 = %s, x1 = %s; %s", places[0], places[1],
             difference);
}

static void fill_figure(struct sweep_figure *figure, struct probe_sweep *work,
                        const struct session *session, bool all)
{
    const struct scheme *present = probe_sweep_scheme(session);
    figure->count = 0;
    for (size_t s = 0; s < scheme_count() && figure->count < SWEEP_CURVES_MOST; s++) {
        const struct scheme *scheme = scheme_at(s);
        if (scheme_is_exact(scheme) || (!all && scheme != present))
            continue;
        if (scheme == present)
            figure->present = figure->count;
        fill_curve(&figure->curves[figure->count++], work, scheme);
    }
    probe_sweep_present(work, session, figure->own);
    figure->function = text_string(&session->now.subject->title);
}

enum status session_sweep_figure(struct session *session, bool all, struct text *svg,
                                 struct failure *failure)
{
    struct probe_sweep work = { .point = NULL };
    char settings[SETTINGS_SIZE];
    struct sweep_figure *figure = array_resize(NULL, 1, sizeof *figure);
    bool made = figure != NULL && probe_sweep_make(&work, session) == STATUS_OK;
    if (made) {
        describe(session, settings);
        fill_figure(figure, &work, session, all);
        figure->settings = settings;
        sweep_figure_write(figure, svg);
    }
    probe_sweep_release(&work);
    free(figure);
    return made && !svg->failed ? STATUS_OK : failure_memory(failure);
}
