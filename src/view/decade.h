/* Numbers times powers of ten, rounded as their decimal text would be. */
#ifndef STEEPEST_VIEW_DECADE_H
#define STEEPEST_VIEW_DECADE_H

/*
 * value * 10^exponent. For a whole `value` below 2^53, or one and a half, and |exponent| <= 22 it
 * is the double nearest to the decimal number; beyond that a few units in the last place off. 0 or
 * infinity where doubles end, never by way of an intermediate result.
 */
double times_power_of_ten(double value, int exponent);

/* The largest of 1, 2 and 5 times a power of ten that is not above `most`, positive and finite. */
double round_number_below(double most);

#endif
