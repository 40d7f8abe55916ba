/* Steps along 1-2-5 and by decades. Private to the session. */
#include "session/ladder.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    DECADE_LEAST = -300,
    DECADE_MOST = 300,
    RUNGS = 3,      /* in a decade */
    TEXT_SIZE = 64, /* of a number in decimal */
    DIGITS = 15     /* that any double keeps */
};

/* Relative distance at which a number counts as being on a rung. */
static const double same_rung = 1e-9;

/* The rung number `index`; rung 0 is 1. */
static double rung(int64_t index)
{
    static const int first_digits[RUNGS] = { 1, 2, 5 };
    char text[TEXT_SIZE];
    int64_t decade = (index >= 0 ? index : index - (RUNGS - 1)) / RUNGS;
    snprintf(text, sizeof text, "%de%d", first_digits[index - decade * RUNGS], (int)decade);
    return strtod(text, NULL);
}

static int64_t limit(int64_t number, int64_t least, int64_t most)
{
    return number < least ? least : number > most ? most : number;
}

double ladder_125(double number, int64_t by)
{
    int64_t least = (int64_t)DECADE_LEAST * RUNGS;
    int64_t most = (int64_t)DECADE_MOST * RUNGS;
    /* Begin below the number and climb to the first rung that is not. */
    int64_t index = limit((int64_t)floor(log10(number)) * RUNGS - RUNGS, least, most);
    while (index < most && rung(index) < number * (1 - same_rung))
        index++;
    /* Between two rungs, the upper one is the first step up already. */
    if (by > 0 && rung(index) > number * (1 + same_rung))
        by--;
    return rung(limit(index + limit(by, least - most, most - least), least, most));
}

double ladder_decade(double number, int64_t by)
{
    char text[TEXT_SIZE];
    snprintf(text, sizeof text, "%.*e", DIGITS - 1, number);
    char *exponent = text;
    while (*exponent != 'e')
        exponent++;
    int64_t decade = strtol(exponent + 1, NULL, 10);
    decade += limit(by, -2L * DECADE_MOST, 2L * DECADE_MOST);
    snprintf(exponent, (size_t)(text + sizeof text - exponent), "e%d", (int)decade);
    return fmin(fmax(strtod(text, NULL), STEP_LEAST), STEP_MOST);
}
