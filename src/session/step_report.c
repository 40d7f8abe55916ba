/* How far the gradient at the probe is off with the present h, in words. */
#include "session/step_report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "session/probe_sweep.h"

enum {
    ERROR_DIGITS = 2,
    STEP_DIGITS = 3
};

/* The error of a gradient with some h. */
struct outcome {
    double error; /* NaN where it is not known */
    double truncation;
    double roundoff;
    enum verdict verdict;
};

static struct outcome outcome_of(const struct sweep *sweep)
{
    const struct estimate *estimates = sweep->estimates;
    const double truncations[] = { estimates[0].truncation, estimates[1].truncation };
    const double roundoffs[] = { estimates[0].roundoff, estimates[1].roundoff };
    return (struct outcome){
        .error = error_of_point(AXES, estimates),
        .truncation = vector_length(AXES, truncations),
        .roundoff = vector_length(AXES, roundoffs),
        .verdict = sweep->verdict,
    };
}

/* The outcome of the sweep's steps that is least, and its step; NaN where no error is known. */
static struct outcome find_best(struct probe_sweep *work, const struct scheme *scheme, double *h)
{
    struct outcome best = { .error = (double)NAN };
    for (size_t i = 0; i < SWEEP_STEPS; i++) {
        sweep_at(&work->sweep, scheme, sweep_step(i), work->point);
        struct outcome outcome = outcome_of(&work->sweep);
        bool known = isfinite(outcome.error) && outcome.verdict != VERDICT_kink;
        if (!known || outcome.error >= best.error)
            continue;
        best = outcome;
        *h = sweep_step(i);
    }
    return best;
}

static void tell_error(const struct outcome *now, char words[STEP_REPORT_SIZE])
{
    char error[NUMBER_SIZE];
    if (now->verdict == VERDICT_kink)
        snprintf(words, STEP_REPORT_SIZE, "a kink");
    else if (isnan(now->error) || now->verdict == VERDICT_dead ||
             now->verdict == VERDICT_undefined)
        snprintf(words, STEP_REPORT_SIZE, "%s here", verdict_name(now->verdict));
    else if (isinf(now->error))
        snprintf(words, STEP_REPORT_SIZE, "no error is known");
    else
        snprintf(words, STEP_REPORT_SIZE, "error %s%s",
                 number_short(now->error, ERROR_DIGITS, error),
                 now->truncation > now->roundoff   ? ", mostly truncation"
                 : now->roundoff > now->truncation ? ", mostly roundoff" : "");
}

/* Append the best step, where there is a better one. */
static void tell_best(const struct outcome *now, const struct outcome *best, double h,
                      char words[STEP_REPORT_SIZE])
{
    char step[NUMBER_SIZE];
    char error[NUMBER_SIZE];
    size_t length = strlen(words);
    size_t room = STEP_REPORT_SIZE - length;
    /* That a kink is none for some h is chance: it is one however small h is. */
    if (now->verdict == VERDICT_kink)
        snprintf(words + length, room, ": no h helps");
    else if (best->error < now->error || (isnan(now->error) && best->error >= 0))
        snprintf(words + length, room, "; best h=%s: %s", number_short(h, STEP_DIGITS, step),
                 number_short(best->error, ERROR_DIGITS, error));
    else if (isfinite(now->error))
        snprintf(words + length, room, "; no h is better");
}

enum status step_report(struct session *session, char words[STEP_REPORT_SIZE])
{
    struct probe_sweep work = { .point = NULL };
    double steps[AXES];
    double h = 0;
    enum status status = probe_sweep_make(&work, session);
    if (status == STATUS_OK) {
        probe_sweep_present(&work, session, steps);
        struct outcome now = outcome_of(&work.sweep);
        struct outcome best = find_best(&work, probe_sweep_scheme(session), &h);
        tell_error(&now, words);
        tell_best(&now, &best, h, words);
    }
    probe_sweep_release(&work);
    return status;
}
