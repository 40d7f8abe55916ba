/* Round values for a parameter, each a step from the next. */
#include "session/nudge.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "session/ladder.h"

enum {
    STEPS_MOST = 50, /* from limit to limit */
    TEXT_SIZE = 64   /* of a number in decimal */
};

/* The part of a step within which a value counts as a multiple. */
static const double same_place = 1e-9;

/* The least step, relative to the largest value: doubles still tell its multiples apart. */
static const double least_step = 0x1p-48;

bool nudge_has_limits(const struct parameter *parameter)
{
    return isfinite(parameter->least) && isfinite(parameter->most);
}

double nudge_step(const struct parameter *parameter)
{
    double size = parameter->given == 0 ? 1 : fabs(parameter->given);
    double least = -size;
    double most = size;
    if (nudge_has_limits(parameter)) {
        least = parameter->least;
        most = parameter->most;
    }
    /* Apart, since their difference may overflow. */
    double step = most / STEPS_MOST - least / STEPS_MOST;
    step = fmax(step, fmax(fabs(parameter->value), fmax(fabs(least), fabs(most))) * least_step);
    return ladder_125(fmax(step, STEP_LEAST), 0);
}

/* `number` steps: a step has one digit, so that this is exact in decimal. */
static double multiple(double step, int64_t number)
{
    char text[TEXT_SIZE];
    snprintf(text, sizeof text, "%.0e", step);
    int64_t digit = text[0] - '0';
    snprintf(text, sizeof text, "%llde%ld", (long long)(digit * number),
             strtol(text + 2, NULL, 10));
    return strtod(text, NULL);
}

double nudge(const struct parameter *parameter, int64_t by)
{
    double step = nudge_step(parameter);
    double steps = parameter->value / step;
    double start = round(steps);
    if (fabs(parameter->value - multiple(step, (int64_t)start)) > same_place * step)
        start = by > 0 ? floor(steps) : ceil(steps);
    double there = multiple(step, (int64_t)start + by);
    bool limited = nudge_has_limits(parameter);
    return fmin(fmax(there, limited ? parameter->least : -DBL_MAX),
                limited ? parameter->most : DBL_MAX);
}
