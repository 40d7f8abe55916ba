/* Tests src/base/number.c: numbers as Python's repr writes them, for people, and read back. */
#include "../suite.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { LINE_SIZE = 256, REPR_ROWS_LEAST = 600, PATTERNS = 100000, LONG_DIGITS = 5000 };

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* The next number of a fixed sequence (xorshift64). */
static uint64_t next_pattern(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

START_TEST(repr_equals_python)
{
    FILE *file = fopen(TEST_DATA_DIR "/base/repr.txt", "r");
    ck_assert_ptr_nonnull(file);
    char line[LINE_SIZE];
    char out[NUMBER_SIZE];
    int rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#')
            continue;
        char *expected;
        double value = strtod(line, &expected);
        ck_assert_int_eq(*expected, ' ');
        expected++;
        expected[strcspn(expected, "\n")] = '\0';
        ck_assert_ptr_eq(number_repr(value, out), out);
        ck_assert_str_eq(out, expected);
        rows++;
    }
    fclose(file);
    ck_assert_int_ge(rows, REPR_ROWS_LEAST);
}
END_TEST

START_TEST(repr_of_special_values)
{
    char out[NUMBER_SIZE];
    ck_assert_str_eq(number_repr(NAN, out), "nan");
    ck_assert_str_eq(number_repr(-NAN, out), "nan");
    ck_assert_str_eq(number_repr(INFINITY, out), "inf");
    ck_assert_str_eq(number_repr(-INFINITY, out), "-inf");
    ck_assert_str_eq(number_repr(0.0, out), "0.0");
    ck_assert_str_eq(number_repr(-0.0, out), "-0.0");
    ck_assert_str_eq(number_repr(5e-324, out), "5e-324");
    ck_assert_str_eq(number_repr(-1.7976931348623157e308, out), "-1.7976931348623157e+308");
}
END_TEST

/* The text reads back, as the very bits, and one digit fewer would not. */
static void check_round_trip(double value)
{
    char out[NUMBER_SIZE];
    double back = 0;
    number_repr(value, out);
    if (strlen(out) >= NUMBER_SIZE || !number_read(out, strlen(out), &back) ||
        bits_of(back) != bits_of(value))
        ck_abort_msg("%a is written as %s, which is read as %a", value, out, back);
    size_t digits = 0;
    for (const char *c = out; *c != '\0' && *c != 'e'; c++)
        digits += *c >= '0' && *c <= '9' && (digits > 0 || *c != '0');
    size_t length = strlen(out);
    if (digits != 17 || strcmp(out + length - 2, ".0") == 0)
        return;
    char shorter[2 * NUMBER_SIZE];
    snprintf(shorter, sizeof shorter, "%.15e", value);
    if (strtod(shorter, NULL) == value)
        ck_abort_msg("%s is longer than %s", out, shorter);
}

START_TEST(repr_of_random_patterns_reads_back)
{
    uint64_t state = 88172645463325252u;
    int count = cases_in_time(PATTERNS);
    for (int i = 0; i < count; i++) {
        uint64_t pattern = next_pattern(&state);
        double value;
        memcpy(&value, &pattern, sizeof value);
        if (!isnan(value))
            check_round_trip(value);
    }
}
END_TEST

START_TEST(repr_of_random_subnormals_reads_back)
{
    uint64_t state = 362436069u;
    int count = cases_in_time(PATTERNS) / 20;
    for (int i = 0; i < count; i++) {
        uint64_t pattern = next_pattern(&state) >> (12 + i % 50);
        double value;
        memcpy(&value, &pattern, sizeof value);
        check_round_trip(value);
    }
}
END_TEST

static const struct {
    double value;
    int digits;
    const char *expected;
} short_rows[] = {
    { 0.0, 6, "0" },
    { -0.0, 6, "0" },
    { 1.0, 6, "1" },
    { -1.5, 6, "-1.5" },
    { 0.1 + 0.2, 6, "0.3" },
    { 123456.0, 6, "123456" },
    { 1234567.0, 6, "1.23457e6" },
    { 999999.5, 6, "1e6" },
    { 999999.4, 6, "999999" },
    { 0.0001, 6, "0.0001" },
    { 0.00012345678, 6, "0.000123457" },
    { 0.00009, 6, "9e-5" },
    { 0.00009999999, 3, "0.0001" },
    { 2.5e-7, 6, "2.5e-7" },
    { 5000.0, 1, "5000" },
    { 9999.0, 1, "1e4" },
    { 12345.0, 1, "1e4" },
    { 1234.0, 2, "1200" },
    { 1e300, 6, "1e300" },
    { -1e-300, 6, "-1e-300" },
    { 5e-324, 6, "4.94066e-324" },
    { 3.14159265358979, 3, "3.14" },
    { 1e15, 17, "1000000000000000" },
    { 1e16, 17, "1e16" },
    { 0.1, 17, "0.10000000000000001" },
    { INFINITY, 6, "inf" },
    { -INFINITY, 6, "-inf" },
    { NAN, 6, "nan" },
};

START_TEST(short_form)
{
    char out[NUMBER_SIZE];
    for (size_t i = 0; i < sizeof short_rows / sizeof short_rows[0]; i++)
        ck_assert_str_eq(number_short(short_rows[i].value, short_rows[i].digits, out),
                         short_rows[i].expected);
}
END_TEST

static const struct {
    const char *text;
    double expected;
} read_rows[] = {
    { "0", 0 },
    { "-0", -0.0 },
    { "-0.0", -0.0 },
    { "1", 1 },
    { "+1", 1 },
    { "007", 7 },
    { "1.", 1 },
    { ".5", 0.5 },
    { "-.5e1", -5 },
    { "1e3", 1000 },
    { "1E+3", 1000 },
    { "1e-3", 0.001 },
    { "1.5e0003", 1500 },
    { "9007199254740993", 9007199254740992.0 },
    { "1e400", INFINITY },
    { "-1e400", -INFINITY },
    { "1e-400", 0 },
    { "4.9e-324", 5e-324 },
    { "2.4e-324", 0 },
    { "inf", INFINITY },
    { "-Inf", -INFINITY },
    { "+INFINITY", INFINITY },
    { "infinity", INFINITY },
};

START_TEST(read_accepts)
{
    for (size_t i = 0; i < sizeof read_rows / sizeof read_rows[0]; i++) {
        double value = 99;
        const char *text = read_rows[i].text;
        ck_assert_msg(number_read(text, strlen(text), &value), "refused: %s", text);
        ck_assert_msg(bits_of(value) == bits_of(read_rows[i].expected), "%s gave %a", text, value);
    }
    static const char *const nans[] = { "nan", "NaN", "-nan", "+NAN" };
    for (size_t i = 0; i < sizeof nans / sizeof nans[0]; i++) {
        double value = 99;
        ck_assert(number_read(nans[i], strlen(nans[i]), &value));
        ck_assert(isnan(value));
    }
}
END_TEST

START_TEST(read_refuses)
{
    static const char *const texts[] = {
        "", " ", " 1", "1 ", "1\n", "+", "-", ".", "e5", "1e", "1e+", "1e-", "1e5.", "1.2.3",
        "0x10", "0x1p3", "--1", "+-1", "1,5", "1_000", "1d3", "1f", "in", "infi", "infinit",
        "infinityx", "nan()", "nan(1)", "na", "NANx", "i", "\xd9\xa1", "1e5e5", "1 e5", "- 1",
        ".e1", "+.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        double value = 99;
        ck_assert_msg(!number_read(texts[i], strlen(texts[i]), &value), "read: '%s'", texts[i]);
        ck_assert_double_eq(value, 99);
    }
    double value = 99;
    ck_assert(!number_read("1\0", 2, &value));
    ck_assert(!number_read("\0", 1, &value));
}
END_TEST

START_TEST(read_takes_no_more_than_its_length)
{
    double value = 0;
    ck_assert(number_read("1234", 2, &value));
    ck_assert_double_eq(value, 12);
    ck_assert(number_read("infinity", 3, &value));
    ck_assert(isinf(value));
}
END_TEST

START_TEST(read_takes_any_number_of_digits)
{
    char *digits = malloc(LONG_DIGITS);
    ck_assert_ptr_nonnull(digits);
    memset(digits, '0', LONG_DIGITS);
    digits[1] = '.';
    digits[LONG_DIGITS - 1] = '1';
    double value = 99;
    for (size_t length = 505; length < 520; length++)
        ck_assert(number_read(digits, length, &value) && value == 0);
    ck_assert(number_read(digits, LONG_DIGITS, &value));
    ck_assert_double_eq(value, 0);
    digits[0] = '1';
    ck_assert(number_read(digits, LONG_DIGITS, &value));
    ck_assert_double_eq(value, 1);
    free(digits);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, repr_equals_python);
    tcase_add_test(cases, repr_of_special_values);
    tcase_add_test(cases, repr_of_random_patterns_reads_back);
    tcase_add_test(cases, repr_of_random_subnormals_reads_back);
    tcase_add_test(cases, short_form);
    tcase_add_test(cases, read_accepts);
    tcase_add_test(cases, read_refuses);
    tcase_add_test(cases, read_takes_no_more_than_its_length);
    tcase_add_test(cases, read_takes_any_number_of_digits);
}

SUITE_MAIN("base number", add_cases)
