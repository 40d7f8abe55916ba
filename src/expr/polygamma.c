/* The slopes of log(gamma(x)), which the C library lacks. */
#include "expr/polygamma.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/* From here on the asymptotic series has the digits of a double. */
static const double SERIES_LEAST = 12;

/* x - round(x), so that sin(pi x) and tan(pi x) keep their digits for large x. */
static double offset_from_whole(double x)
{
    return x - rint(x);
}

/* log(x) - 1/(2x) - sum of B_2k / (2k x^2k), for x >= SERIES_LEAST */
static double digamma_series(double x)
{
    double t = 1 / (x * x);
    double sum = t * (1.0 / 12 - t * (1.0 / 120 - t * (1.0 / 252 - t * (1.0 / 240 -
                 t * (1.0 / 132 - t * (691.0 / 32760 - t / 12))))));
    return log(x) - 0.5 / x - sum;
}

double digamma(double x)
{
    if (x <= 0) {
        double offset = offset_from_whole(x);
        return offset == 0 || isinf(x) ? (double)NAN : digamma(1 - x) - pi / tan(pi * offset);
    }
    double below = 0;
    for (; x < SERIES_LEAST; x += 1)
        below += 1 / x;
    return digamma_series(x) - below;
}

/* 1/x + 1/(2x^2) + sum of B_2k / x^(2k + 1), for x >= SERIES_LEAST */
static double trigamma_series(double x)
{
    double t = 1 / (x * x);
    double sum = t * (1.0 / 6 - t * (1.0 / 30 - t * (1.0 / 42 - t * (1.0 / 30 -
                 t * (5.0 / 66 - t * (691.0 / 2730 - t * 7 / 6))))));
    return (1 + 0.5 / x + sum) / x;
}

double trigamma(double x)
{
    if (x <= 0) {
        double sine = sin(pi * offset_from_whole(x));
        return isinf(x) ? (double)NAN : pi * pi / (sine * sine) - trigamma(1 - x);
    }
    double below = 0;
    for (; x < SERIES_LEAST; x += 1)
        below += 1 / (x * x);
    return trigamma_series(x) + below;
}
