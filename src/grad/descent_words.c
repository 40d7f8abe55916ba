/* Why a walk ended, in words. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "grad/descent_tests.h"

enum { DIGITS = 4 }; /* of numbers in the words */

/* What a test noticed, behind its word and step. */
static void explain_finding(const struct descent *descent, char *text, size_t size)
{
    char value[NUMBER_SIZE];
    char limit[NUMBER_SIZE];
    const struct finding *noticed = &descent->noticed;
    number_short(noticed->value, DIGITS, value);
    if (noticed->stop == STOP_converged)
        snprintf(text, size, "|grad f| = %s <= %s", value,
                 number_short(descent_tolerance(descent), DIGITS, limit));
    else if (noticed->stop == STOP_diverged)
        snprintf(text, size, "%s = %s, over 10^6 times that of the start",
                 noticed->of_place ? "|x|" : "f", value);
    else if (noticed->stop == STOP_undefined)
        snprintf(text, size, "f = %s%s", value,
                 isfinite(noticed->value) ? ", but it has no gradient there" : "");
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

/* What can be told of a walk that no test has ended. */
static void explain_limit(const struct descent *descent, char *text, size_t size)
{
    char magnitude[NUMBER_SIZE];
    char limit[NUMBER_SIZE];
    char more[NUMBER_SIZE];
    double to_go = descent_steps_to_go(descent);
    int length = snprintf(text, size, "%s: |grad f| = %s after %zu steps, ",
                          stop_word(descent->reason),
                          number_short(descent->magnitude, DIGITS, magnitude),
                          descent->walker.steps);
    if (descent->reason == STOP_oscillates)
        snprintf(text + length, size - (size_t)length,
                 "each goes back over the one before, try a smaller lr");
    else if (isfinite(to_go))
        snprintf(text + length, size - (size_t)length, "about %s more to %s",
                 number_short(ceil(to_go), 2, more),
                 number_short(descent_tolerance(descent), DIGITS, limit));
    else
        snprintf(text + length, size - (size_t)length, "and it does not fall");
}

void descent_explain(const struct descent *descent, char text[DESCENT_TEXT_SIZE])
{
    if (descent->noticed.stop == STOP_none) {
        explain_limit(descent, text, DESCENT_TEXT_SIZE);
        return;
    }
    int length = 0;
    if (descent->reason != descent->noticed.stop)
        length = snprintf(text, DESCENT_TEXT_SIZE, "%s: all %zu steps taken; else: ",
                          stop_word(descent->reason), descent->walker.steps);
    explain_noticed(descent, text + length, DESCENT_TEXT_SIZE - (size_t)length);
}
