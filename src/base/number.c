/* Numbers to text and back, the same in every locale. */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"

enum {
    DIGITS_MOST = 17,          /* decimal digits that tell any two doubles apart */
    DIGITS_SAFE = 15,          /* decimal digits that any normal double keeps */
    REPR_EXPONENT_LEAST = -4,  /* repr writes 0.0001 but 1e-05 */
    REPR_EXPONENT_MOST = 16,   /* repr writes 1000000000000000.0 but 1e+16 */
    READ_MOST = 512            /* bytes of a number that is read from a buffer on the stack */
};

/* A decimal number d.ddd times ten to the exponent; the point is not stored. */
struct decimal {
    char digits[DIGITS_MOST + 1]; /* no trailing zeros, NUL-terminated */
    int exponent;                 /* 1 for 12.5 */
};

/* Round a positive finite value to `count` digits. */
static void decimal_round(double value, int count, struct decimal *decimal)
{
    char buffer[NUMBER_SIZE];
    snprintf(buffer, sizeof buffer, "%.*e", count - 1, value);
    char *exponent = strchr(buffer, 'e');
    decimal->exponent = (int)strtol(exponent + 1, NULL, 10);
    int length = 0;
    for (const char *c = buffer; c < exponent; c++)
        if (*c != '.')
            decimal->digits[length++] = *c;
    while (length > 1 && decimal->digits[length - 1] == '0')
        length--;
    decimal->digits[length] = '\0';
}

/* The double that is nearest to the decimal. */
static double decimal_value(const struct decimal *decimal)
{
    /* As many digits and these powers of ten are doubles, so that one operation rounds right. */
    static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    const int most = sizeof powers / sizeof powers[0] - 1;
    int length = (int)strlen(decimal->digits);
    int power = decimal->exponent - (length - 1);
    if (length > DIGITS_SAFE || abs(power) > most) {
        char buffer[NUMBER_SIZE];
        snprintf(buffer, sizeof buffer, "%se%d", decimal->digits, power);
        return strtod(buffer, NULL);
    }
    double whole = 0;
    for (int i = 0; i < length; i++)
        whole = 10 * whole + (decimal->digits[i] - '0');
    return power < 0 ? whole / powers[-power] : whole * powers[power];
}

/*
 * The 16-digit neighbour above. A power of two has doubles twice as close below it as above, so the
 * nearest 16 digits may fail to read back where the next ones up do.
 */
static bool next_digits_read_back(double value, struct decimal *decimal)
{
    int last = DIGITS_MOST - 2;
    int exponent;
    if (frexp(value, &exponent) != 0.5)
        return false;
    for (size_t i = strlen(decimal->digits); i <= (size_t)last; i++)
        decimal->digits[i] = '0';
    decimal->digits[last + 1] = '\0';
    if (decimal->digits[last] == '9')
        return false;
    decimal->digits[last]++;
    return decimal_value(decimal) == value;
}

/* The fewest digits of a positive finite value that read back, found by trying. */
static void search_shortest(double value, struct decimal *decimal)
{
    /* A decimal of up to 15 digits that reads back as a normal double is its 15-digit rounding. */
    int first = value < DBL_MIN ? 1 : DIGITS_SAFE;
    for (int count = first; count < DIGITS_MOST; count++) {
        decimal_round(value, count, decimal);
        if (decimal_value(decimal) == value)
            return;
        if (count == DIGITS_MOST - 1 && next_digits_read_back(value, decimal))
            return;
    }
    decimal_round(value, DIGITS_MOST, decimal);
}

/*
 * Round a number of 17 digits to fewer. False when the digits that go are a half, or nines that
 * carry over: then the value itself has to be asked.
 */
static bool shorten(const struct decimal *longest, int count, struct decimal *decimal)
{
    int length = (int)strlen(longest->digits);
    *decimal = *longest;
    if (length <= count)
        return true;
    const char *rest = longest->digits + count;
    bool half = rest[0] == '5' && rest[1] == '\0';
    if (half || (rest[0] >= '5' && decimal->digits[count - 1] == '9'))
        return false;
    if (rest[0] >= '5')
        decimal->digits[count - 1]++;
    while (count > 1 && decimal->digits[count - 1] == '0')
        count--;
    decimal->digits[count] = '\0';
    return true;
}

/*
 * The fewest digits of a positive finite value that read back. As search_shortest, but the value is
 * put into digits only once where that is enough: nearly everywhere.
 */
static void decimal_shortest(double value, struct decimal *decimal)
{
    struct decimal longest;
    if (value < DBL_MIN) {
        search_shortest(value, decimal);
        return;
    }
    decimal_round(value, DIGITS_MOST, &longest);
    for (int count = DIGITS_SAFE; count < DIGITS_MOST; count++) {
        if (!shorten(&longest, count, decimal)) {
            search_shortest(value, decimal);
            return;
        }
        if (decimal_value(decimal) == value)
            return;
    }
    if (next_digits_read_back(value, decimal))
        return;
    *decimal = longest;
}

/* Write digits with the point inside, before or behind them; returns the end. */
static char *write_positional(char *out, const struct decimal *decimal, bool whole_marked)
{
    int length = (int)strlen(decimal->digits);
    int before = decimal->exponent + 1;
    if (before <= 0)
        return out + sprintf(out, "0.%.*s%s", -before, "0000000000000000", decimal->digits);
    if (before >= length)
        return out + sprintf(out, "%s%.*s%s", decimal->digits, before - length,
                             "0000000000000000", whole_marked ? ".0" : "");
    return out + sprintf(out, "%.*s.%s", before, decimal->digits, decimal->digits + before);
}

static char *write_mantissa(char *out, const struct decimal *decimal)
{
    *out++ = decimal->digits[0];
    if (decimal->digits[1] != '\0')
        out += sprintf(out, ".%s", decimal->digits + 1);
    return out;
}

/* Not finite values and zeros, which have no digits; false for all others. */
static bool write_special(double value, const char *zero, char *out)
{
    if (isnan(value))
        strcpy(out, "nan");
    else if (isinf(value))
        strcpy(out, value > 0 ? "inf" : "-inf");
    else if (value == 0)
        strcpy(out, zero);
    else
        return false;
    return true;
}

char *number_repr(double value, char out[NUMBER_SIZE])
{
    if (write_special(value, signbit(value) ? "-0.0" : "0.0", out))
        return out;
    struct decimal decimal;
    decimal_shortest(fabs(value), &decimal);
    char *end = out;
    if (value < 0)
        *end++ = '-';
    if (decimal.exponent >= REPR_EXPONENT_LEAST && decimal.exponent < REPR_EXPONENT_MOST) {
        write_positional(end, &decimal, true);
        return out;
    }
    end = write_mantissa(end, &decimal);
    sprintf(end, "e%c%02d", decimal.exponent < 0 ? '-' : '+', abs(decimal.exponent));
    return out;
}

char *number_short(double value, int digits, char out[NUMBER_SIZE])
{
    if (write_special(value, "0", out))
        return out;
    struct decimal decimal;
    decimal_round(fabs(value), digits, &decimal);
    char *end = out;
    if (value < 0)
        *end++ = '-';
    int most = digits > 4 ? digits : 4;
    if (decimal.exponent >= REPR_EXPONENT_LEAST && decimal.exponent < most &&
        decimal.exponent < REPR_EXPONENT_MOST) {
        write_positional(end, &decimal, false);
        return out;
    }
    end = write_mantissa(end, &decimal);
    sprintf(end, "e%d", decimal.exponent);
    return out;
}

/* Whether the bytes are a plain decimal number; no words. */
static bool is_decimal(const char *bytes, size_t length)
{
    size_t at = 0;
    size_t digits = 0;
    if (at < length && (bytes[at] == '+' || bytes[at] == '-'))
        at++;
    for (bool point = false; at < length; at++) {
        if (bytes[at] >= '0' && bytes[at] <= '9')
            digits++;
        else if (bytes[at] == '.' && !point)
            point = true;
        else
            break;
    }
    if (digits == 0 || at == length)
        return digits > 0;
    if (bytes[at] != 'e' && bytes[at] != 'E')
        return false;
    at++;
    if (at < length && (bytes[at] == '+' || bytes[at] == '-'))
        at++;
    size_t exponent_start = at;
    while (at < length && bytes[at] >= '0' && bytes[at] <= '9')
        at++;
    return at == length && at > exponent_start;
}

static bool is_word(const char *bytes, size_t length)
{
    static const char *const words[] = { "inf", "infinity", "nan" };
    if (length > 0 && (bytes[0] == '+' || bytes[0] == '-')) {
        bytes++;
        length--;
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (length == strlen(words[i]) && fold_begins(words[i], bytes, length))
            return true;
    return false;
}

bool number_read(const char *bytes, size_t length, double *value)
{
    if (!is_decimal(bytes, length) && !is_word(bytes, length))
        return false;
    char small[READ_MOST];
    char *copy = length < sizeof small ? small : malloc(length + 1);
    if (copy == NULL)
        return false;
    memcpy(copy, bytes, length);
    copy[length] = '\0';
    *value = strtod(copy, NULL);
    if (copy != small)
        free(copy);
    return true;
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

void numbers_sort(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof *numbers, compare_numbers);
}
