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

/* The larger of two numbers; the first where the second is NaN. */
static inline double larger(double a, double b)
{
    return b > a ? b : a;
}

#endif
