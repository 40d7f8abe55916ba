/* Why a walk ended, in words. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "grad/descent_tests.h"

enum { DIGITS = 4 }; /* of numbers in the words */

/* Why no step leads on from where the walk is stuck. */
static void explain_stuck(const struct descent *descent, char *text, size_t size)
{
    char value[NUMBER_SIZE];
    char error[NUMBER_SIZE];
    char h[NUMBER_SIZE];
    const struct difference *difference = &descent->wish.difference;
    if (descent->noticed.doubt.verdict == VERDICT_kink) {
        snprintf(text, size, "|grad f| = %s at a kink, slopes to both sides differ",
                 number_short(descent->noticed.value, DIGITS, value));
        return;
    }
    bool chosen = difference->step == STEP_AUTO;
    snprintf(text, size, "|grad f| = %s is wrong by %s at %s%s, try %s",
             number_short(descent->noticed.value, DIGITS, value),
             number_short(descent->noticed.doubt.error, 2, error), chosen ? "auto h" : "h=",
             chosen ? "" : number_short(difference->h, DIGITS, h),
             chosen ? "exact" : "auto h or exact");
}

/* What a test noticed, behind its word and step. */
static void explain_finding(const struct descent *descent, char *text, size_t size)
{
    char value[NUMBER_SIZE];
    char limit[NUMBER_SIZE];
    const struct finding *noticed = &descent->noticed;
    number_short(noticed->value, DIGITS, value);
    if (noticed->stop == STOP_converged && descent->noticed_step == 0)
        snprintf(text, size, "|grad f| = %s at the start", value);
    else if (noticed->stop == STOP_converged)
        snprintf(text, size, "|grad f| = %s <= %s", value,
                 number_short(descent_tolerance(descent), DIGITS, limit));
    else if (noticed->stop == STOP_diverged)
        snprintf(text, size, "%s = %s, over 10^6 times that of the start",
                 noticed->of_place ? "|x|" : "f", value);
    else if (noticed->stop == STOP_undefined)
        snprintf(text, size, "f = %s%s", value,
                 isfinite(noticed->value) ? ", but it has no gradient there" : "");
    else if (noticed->stop == STOP_stuck)
        explain_stuck(descent, text, size);
    else if (noticed->stop == STOP_dead)
        snprintf(text, size, "f does not feel the step h, its gradient is unknown");
    else if (noticed->stop == STOP_oscillates)
        snprintf(text, size, "the same %zu places again and again, |grad f| = %s",
                 descent->memory.period, value);
    else
        snprintf(text, size, "x stands still, its change is lost in rounding, |grad f| = %s",
                 value);
}

static void explain_noticed(const struct descent *descent, char *text, size_t size)
{
    int length = snprintf(text, size, "%s at step %zu: ", stop_word(descent->noticed.stop),
                          descent->noticed_step);
    explain_finding(descent, text + length, size - (size_t)length);
}

/* How the gradient of a walk that no test has ended goes on. */
static void explain_fall(const struct descent *descent, char *text, size_t size)
{
    char limit[NUMBER_SIZE];
    char more[NUMBER_SIZE];
    double to_go = descent_steps_to_go(descent);
    if (descent->limit == STOP_oscillates)
        snprintf(text, size, "each goes back over the one before, try a smaller lr");
    else if (!isfinite(to_go))
        snprintf(text, size, "and it does not fall");
    else if (descent->limit == STOP_limit && descent_is_slow(descent))
        snprintf(text, size, "and the pace still changes");
    else
        snprintf(text, size, "about %s more to %s", number_short(ceil(to_go), 2, more),
                 number_short(descent_tolerance(descent), DIGITS, limit));
}

/* What can be told of a walk that no test has ended. */
static void explain_limit(const struct descent *descent, char *text, size_t size)
{
    char magnitude[NUMBER_SIZE];
    int length = snprintf(text, size, "%s: |grad f| = %s after %zu step%s, ",
                          stop_word(descent->limit),
                          number_short(descent->magnitude, DIGITS, magnitude),
                          descent->walker.steps, descent->walker.steps == 1 ? "" : "s");
    explain_fall(descent, text + length, size - (size_t)length);
}

void descent_explain(const struct descent *descent, char text[DESCENT_TEXT_SIZE])
{
    bool noticed = descent->noticed.stop != STOP_none;
    enum stop found = noticed ? descent->noticed.stop : descent->limit;
    int length = 0;
    if (descent->reason != found)
        length = snprintf(text, DESCENT_TEXT_SIZE, "%s: all %zu steps taken; else: ",
                          stop_word(descent->reason), descent->walker.steps);
    if (noticed)
        explain_noticed(descent, text + length, DESCENT_TEXT_SIZE - (size_t)length);
    else
        explain_limit(descent, text + length, DESCENT_TEXT_SIZE - (size_t)length);
}
