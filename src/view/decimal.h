/* Whole numbers times powers of ten as text, digit by digit: nothing is rounded. */
#ifndef STEEPEST_VIEW_DECIMAL_H
#define STEEPEST_VIEW_DECIMAL_H

#include <stdint.h>

#include "base/number.h"

/* whole * 10^exponent. */
struct decimal {
    int64_t whole; /* |whole| < 10^17 */
    int exponent;  /* within +-400 */
};

/* Digits of a whole number without its sign, at least 1. */
int decimal_digits(int64_t whole);

/* The same number with no zero at its end. */
struct decimal decimal_reduce(struct decimal decimal);

/*
 * Write all digits for people and return `out`: no zeros at the end of a fraction, an exponent
 * (`5e3`, `2.5e-7`) below 1e-4 and where the number has more digits before its point than `whole`
 * has, and more than 4.
 */
char *decimal_text(struct decimal decimal, char out[NUMBER_SIZE]);

/* The double nearest to it; 0 or infinity where doubles end. */
double decimal_value(struct decimal decimal);

#endif
