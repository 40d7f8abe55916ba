/* Powers of two and the order of numbers, without calls. */
#ifndef STEEPEST_GRAD_BINARY_H
#define STEEPEST_GRAD_BINARY_H

#include <float.h>
#include <stdint.h>
#include <string.h>

/* The largest power of two that is not above a positive, finite number; at least DBL_MIN. */
static inline double power_of_two_below(double number)
{
    static const uint64_t exponent = UINT64_C(0x7ff) << 52;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    bits &= exponent;
    memcpy(&number, &bits, sizeof bits);
    return number < DBL_MIN ? DBL_MIN : number;
}

/*
 * What a coordinate's last digit counts: the distance between doubles from the power of two below
 * |x| on, of 1 where x is 0; at least DBL_MIN.
 */
static inline double coordinate_unit(double x)
{
    double magnitude = x < 0 ? -x : x;
    double unit = power_of_two_below(x == 0 ? 1 : magnitude) * DBL_EPSILON;
    return unit < DBL_MIN ? DBL_MIN : unit;
}

/* The larger of two numbers; the first where the second is NaN. */
static inline double larger(double a, double b)
{
    return b > a ? b : a;
}

#endif
