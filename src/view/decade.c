/* Numbers times powers of ten, rounded as their decimal text would be. */
#include "view/decade.h"

#include <math.h>
#include <stddef.h>

enum {
    EXACT_MOST = 22,   /* 10^22 is the last power of ten that is a double */
    FINITE_MOST = 300, /* a power of ten that is well inside the doubles */
    BEYOND = 1000      /* no double reaches this power of ten, whatever is multiplied */
};

static double power_of_ten(int exponent)
{
    static const double exact[EXACT_MOST + 1] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };
    return exponent <= EXACT_MOST ? exact[exponent] : pow(10, exponent);
}

double times_power_of_ten(double value, int exponent)
{
    if (exponent > BEYOND)
        exponent = BEYOND;
    if (exponent < -BEYOND)
        exponent = -BEYOND;
    /* Dividing is exact to the last bit where multiplying with 10^-n would not be. */
    for (; exponent > FINITE_MOST; exponent -= FINITE_MOST)
        value *= power_of_ten(FINITE_MOST);
    for (; exponent < -FINITE_MOST; exponent += FINITE_MOST)
        value /= power_of_ten(FINITE_MOST);
    return exponent < 0 ? value / power_of_ten(-exponent) : value * power_of_ten(exponent);
}

double round_number_below(double most)
{
    static const int mantissas[] = { 5, 2, 1 };
    int exponent = (int)floor(log10(most));
    /* The logarithm may be rounded up to a decade that is not reached. */
    for (;; exponent--) {
        for (size_t i = 0; i < sizeof mantissas / sizeof mantissas[0]; i++) {
            double value = times_power_of_ten(mantissas[i], exponent);
            if (value <= most)
                return value;
        }
    }
}
