/* Whole numbers times powers of ten as text, digit by digit: nothing is rounded. */
#include "view/decimal.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum {
    INTEGER_DIGITS_LEAST = 4, /* so many before the point are written out whatever the number */
    EXPONENT_LEAST = -4,      /* of a number that is written out */
    TEN = 10,
    DIGITS_SIZE = 21 /* bytes of a whole number, with its sign and NUL */
};

int decimal_digits(int64_t whole)
{
    int digits = 1;
    for (; whole / TEN != 0; whole /= TEN)
        digits++;
    return digits;
}

struct decimal decimal_reduce(struct decimal decimal)
{
    while (decimal.whole != 0 && decimal.whole % TEN == 0) {
        decimal.whole /= TEN;
        decimal.exponent++;
    }
    return decimal;
}

/* Write the digits with a point after the first `integers` of them, zeros where they are short. */
static void write_out(const char *digits, int integers, bool negative, char out[NUMBER_SIZE])
{
    int count = (int)strlen(digits);
    int end = integers > count ? integers : count;
    size_t used = 0;
    if (negative)
        out[used++] = '-';
    for (int place = integers < 1 ? integers - 1 : 0; place < end; place++) {
        if (place == integers && place > 0)
            out[used++] = '.';
        out[used++] = place >= 0 && place < count ? digits[place] : '0';
        if (integers < 1 && place == integers - 1)
            out[used++] = '.';
    }
    out[used] = '\0';
}

char *decimal_text(struct decimal decimal, char out[NUMBER_SIZE])
{
    char digits[DIGITS_SIZE];
    int given = decimal_digits(decimal.whole);
    struct decimal reduced = decimal_reduce(decimal);
    int64_t magnitude = reduced.whole < 0 ? -reduced.whole : reduced.whole;
    int written = snprintf(digits, sizeof digits, "%" PRId64, magnitude);
    int scientific = written - 1 + reduced.exponent;
    int integers_most = given > INTEGER_DIGITS_LEAST ? given : INTEGER_DIGITS_LEAST;
    if (magnitude == 0)
        snprintf(out, NUMBER_SIZE, "0");
    else if (scientific >= EXPONENT_LEAST && scientific < integers_most)
        write_out(digits, scientific + 1, reduced.whole < 0, out);
    else
        snprintf(out, NUMBER_SIZE, "%s%c%s%.16se%d", reduced.whole < 0 ? "-" : "", digits[0],
                 written > 1 ? "." : "", digits + 1, scientific);
    return out;
}

double decimal_value(struct decimal decimal)
{
    char text[NUMBER_SIZE];
    double value = 0;
    int length = snprintf(text, sizeof text, "%" PRId64 "e%d", decimal.whole, decimal.exponent);
    number_read(text, (size_t)length, &value);
    return value;
}
