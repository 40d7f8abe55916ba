/* Commands that tell about the step: how it came about, and the error with others. */
#include "session/state.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "grad/auto_step.h"
#include "grad/noise.h"
#include "grad/sweep.h"
#include "session/setting_names.h"
#include "session/step_report.h"

enum {
    STEP_DIGITS = 3,
    ERROR_DIGITS = 2,
    RICHARDSON_LEVELS = 4,         /* of central differences that Richardson's are made of */
    LEVEL_DIGITS = 9,
    LEVELS_SIZE = RICHARDSON_LEVELS * NUMBER_SIZE + 32,
    TOLD_SIZE = 4 * NUMBER_SIZE + 96 /* bytes of what is told of an axis */
};

/* Choose a step at the probe for both axes. STATUS_FAILED when memory is short. */
static enum status choose_steps(const struct session *session, struct auto_step chosen[AXES])
{
    static const struct component items[AXES] = { { .axis = 0 }, { .axis = 1 } };
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    const double **x = session_probe_columns(session);
    double noises[AXES];
    double value;
    struct places places;
    enum status status = places_make(&places, fn) && x != NULL ? STATUS_OK : STATUS_FAILED;
    if (status == STATUS_OK) {
        fn->evaluate(fn->context, 1, x, &value);
        struct components components = {
            .x = x, .values = &value, .count = AXES, .items = items
        };
        noise_measure(&places, &components, noises);
        auto_step_choose(&places, session->now.difference.scheme, &components, noises, chosen);
    }
    places_release(&places);
    free(x);
    return status;
}

/* Tell the central differences by x0 that Richardson's extrapolation with step h starts from. */
static enum status tell_levels(const struct session *session, double h, char told[LEVELS_SIZE])
{
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    const double **x = session_probe_columns(session);
    struct sweep sweep;
    enum status status = sweep_make(&sweep, fn) && x != NULL ? STATUS_OK : STATUS_FAILED;
    size_t used = (size_t)snprintf(told, LEVELS_SIZE, "; levels of x0");
    for (int level = 0; level < RICHARDSON_LEVELS && status == STATUS_OK; level++, h /= 2) {
        char number[NUMBER_SIZE];
        sweep_at(&sweep, scheme_default(), h, x);
        used += (size_t)snprintf(told + used, LEVELS_SIZE - used, " %s",
                                 number_short(sweep.gradient[0], LEVEL_DIGITS, number));
    }
    sweep_release(&sweep);
    free(x);
    return status;
}

/* Tell how an axis's step was chosen. */
static void tell_choice(const struct auto_step *chosen, int axis, char told[TOLD_SIZE])
{
    char truncation[NUMBER_SIZE];
    char roundoff[NUMBER_SIZE];
    char noise[NUMBER_SIZE];
    snprintf(told, TOLD_SIZE, "x%d truncation %s, roundoff %s, noise of f %s, %d tried", axis,
             number_short(chosen->truncation, ERROR_DIGITS, truncation),
             number_short(chosen->roundoff, ERROR_DIGITS, roundoff),
             number_short(chosen->noise, ERROR_DIGITS, noise), chosen->tried);
}

/* Both steps in a few words, the most important: where nothing can be compared there is none. */
static void tell_steps(const struct auto_step chosen[AXES], char told[TOLD_SIZE])
{
    char h[AXES][NUMBER_SIZE + sizeof "h="];
    for (int axis = 0; axis < AXES; axis++) {
        char number[NUMBER_SIZE];
        number_short(chosen[axis].h, STEP_DIGITS, number);
        if (isnan(chosen[axis].truncation))
            snprintf(h[axis], sizeof h[axis], "none, f is undefined");
        else
            snprintf(h[axis], sizeof h[axis], "h=%s", number);
    }
    snprintf(told, TOLD_SIZE, "x0 %s, x1 %s", h[0], h[1]);
}

static void say_choice(struct session *session, const struct auto_step chosen[AXES],
                       const char *report, const char *levels)
{
    char steps[TOLD_SIZE];
    char told[AXES][TOLD_SIZE];
    tell_steps(chosen, steps);
    for (int axis = 0; axis < AXES; axis++)
        tell_choice(&chosen[axis], axis, told[axis]);
    session_tell(session, "auto: %s; %s; %s; %s%s", steps, report, told[0], told[1], levels);
}

static void say_asked(struct session *session, const struct auto_step chosen[AXES],
                      const char *report, const char *levels)
{
    char asked[NUMBER_SIZE];
    char steps[TOLD_SIZE];
    tell_steps(chosen, steps);
    session_tell(session, "h=%s%s: %s; auto: %s%s",
                number_short(session->now.difference.h, 6, asked),
                session->now.difference.step == STEP_RELATIVE ? " max(1,|x|)" : "", report, steps,
                 levels);
}

enum status run_why(struct session *session, const struct arguments *arguments,
                        struct failure *failure)
{
    struct auto_step chosen[AXES];
    char levels[LEVELS_SIZE] = "";
    char report[STEP_REPORT_SIZE] = "";
    (void)arguments;
    if (scheme_is_exact(session->now.difference.scheme)) {
        session_tell(session, "exact derivatives have no h");
        return STATUS_OK;
    }
    if (choose_steps(session, chosen) != STATUS_OK || step_report(session, report) != STATUS_OK)
        return failure_memory(failure);
    double own = session->now.difference.h;
    if (session->now.difference.step == STEP_RELATIVE)
        own *= fmax(1, fabs(session->now.viewport.probe[0]));
    bool automatic = session->now.difference.step == STEP_AUTO;
    if (strcmp(session->now.difference.scheme->name, "richardson") == 0 &&
        tell_levels(session, automatic ? chosen[0].h : own, levels) != STATUS_OK)
        return failure_memory(failure);
    if (work_is_stopped(session))
        return work_failure(session, failure);
    if (automatic)
        say_choice(session, chosen, report, levels);
    else
        say_asked(session, chosen, report, levels);
    return STATUS_OK;
}

enum status run_error_panel(struct session *session, const struct arguments *arguments,
                                struct failure *failure)
{
    size_t chosen = (session->now.errors_shown + 1) % ERRORS_COUNT;
    if (arguments->count > 0) {
        enum status status =
            argument_choice(arguments, 0, "mode", setting_curves, ERRORS_COUNT, &chosen, failure);
        if (status != STATUS_OK)
            return status;
    }
    session->now.errors_shown = (enum errors_shown)chosen;
    return STATUS_OK;
}
