/* Numbers to text and back, the same in every locale. */
#ifndef STEEPEST_BASE_NUMBER_H
#define STEEPEST_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

enum { NUMBER_SIZE = 32 }; /* bytes that hold any number written here, with its NUL */

/*
 * Write `value` as Python's repr writes a float and return `out`: the fewest digits that read back
 * as the same value, the closest of these, `.0` on whole numbers, an exponent below 1e-4 and from
 * 1e16 on; nan (whatever its sign), inf, -inf; -0.0 keeps its sign.
 */
char *number_repr(double value, char out[NUMBER_SIZE]);

/*
 * Write `value` for people with at most `digits` (1 to 17) significant digits and return `out`: no
 * trailing zeros, no `+` or leading zero in an exponent (`5e3`, `2.5e-7`), minus zero as 0; an
 * exponent is used below 1e-4 and where the number has more than max(digits, 4) digits before its
 * point, or more than 16.
 */
char *number_short(double value, int digits, char out[NUMBER_SIZE]);

/*
 * Read the whole of `bytes` as one decimal number: optional sign, digits with or without a point,
 * optional exponent, or inf, infinity, nan in any case. Overflow gives inf, underflow 0 or a
 * subnormal. Returns false, storing nothing, for anything else (blanks and hexadecimal included),
 * and for one of more than 511 bytes when memory is short.
 */
bool number_read(const char *bytes, size_t length, double *value);

/* Sort numbers, of which none is NaN, ascending. */
void numbers_sort(double *numbers, size_t count);

#endif
