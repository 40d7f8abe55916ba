/* Tests src/cli/point_line.c: numbers of a line, and what is none. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "cli/point_line.h"
#include "expr/names.h"

enum { LINE_SIZE = 256 };

static enum status read_line(const char *line, char numbers[LINE_SIZE], struct failure *failure)
{
    struct source_text source = { .name = "input", .bytes = line, .length = strlen(line) };
    struct point point = { .numbers = NULL };
    size_t length = 0;
    numbers[0] = '\0';
    enum status status = point_line_read(&source, &point, failure);
    for (size_t i = 0; status == STATUS_OK && i < point.count; i++) {
        char number[NUMBER_SIZE];
        length += (size_t)snprintf(numbers + length, LINE_SIZE - length, "%s%s", i == 0 ? "" : " ",
                                   number_repr(point.numbers[i], number));
    }
    free(point.numbers);
    return status;
}

static const char *const good_rows[][2] = {
    { "", "" },
    { " \t ", "" },
    { "#", "" },
    { "  # 1 2", "" },
    { "1", "1.0" },
    { "1 2", "1.0 2.0" },
    { "\t 1\t\t2 ", "1.0 2.0" },
    { "1,2", "1.0 2.0" },
    { "1 , 2", "1.0 2.0" },
    { "1 ,\t2,3", "1.0 2.0 3.0" },
    { "-0.0 +1 .5 5. 1e3 -1.5E-7", "-0.0 1.0 0.5 5.0 1000.0 -1.5e-07" },
    { "inf -inf nan NaN Infinity", "inf -inf nan nan inf" },
    { "1e400 1e-400", "inf 0.0" },
};

START_TEST(numbers_are_read)
{
    char numbers[LINE_SIZE];
    struct failure failure;
    ck_assert_int_eq(read_line(good_rows[_i][0], numbers, &failure), STATUS_OK);
    ck_assert_str_eq(numbers, good_rows[_i][1]);
}
END_TEST

struct bad_row {
    const char *line;
    size_t column;
    size_t underlined;
    const char *message;
};

static const struct bad_row bad_rows[] = {
    { "abc", 1, 3, "'abc' is not a number" },
    { "1 2x 3", 3, 2, "'2x' is not a number" },
    { "1 0x10", 3, 4, "'0x10' is not a number" },
    { "1;2", 1, 3, "'1;2' is not a number" },
    { "1 # two", 3, 1, "'#' is not a number" },
    { "\xc3\xa9 1", 1, 2, "'\xc3\xa9' is not a number" },
    { "1 \033", 3, 4, "'\\x1b' is not a number" },
    { "1,,2", 3, 1, "a number is missing here" },
    { "1 , , 2", 5, 1, "a number is missing here" },
    { ",1", 1, 1, "a number is missing here" },
    { "1,", 3, 0, "a number is missing here" },
    { "1 , ", 5, 0, "a number is missing here" },
    { ",", 1, 1, "a number is missing here" },
};

START_TEST(what_is_no_number_is_pointed_at)
{
    const struct bad_row *row = &bad_rows[_i];
    char numbers[LINE_SIZE];
    struct failure failure;
    ck_assert_int_eq(read_line(row->line, numbers, &failure), STATUS_DATA);
    ck_assert_int_eq(failure.status, STATUS_DATA);
    ck_assert_str_eq(failure.message, row->message);
    ck_assert_uint_eq(failure.column, row->column);
    ck_assert_uint_eq(failure.caret_length, row->underlined);
}
END_TEST

START_TEST(a_line_has_a_limit)
{
    size_t length = (size_t)VARIABLES_MOST * 2;
    char *line = malloc(length + 2);
    ck_assert_ptr_nonnull(line);
    for (size_t i = 0; i < length; i += 2)
        memcpy(line + i, "7 ", 2);
    struct source_text source = { .name = "input", .bytes = line, .length = length };
    struct point point = { .numbers = NULL };
    struct failure failure;
    ck_assert_int_eq(point_line_read(&source, &point, &failure), STATUS_OK);
    ck_assert_uint_eq(point.count, VARIABLES_MOST);
    line[length] = '8';
    source.length++;
    ck_assert_int_eq(point_line_read(&source, &point, &failure), STATUS_DATA);
    ck_assert_str_eq(failure.message, "more than 100000 numbers in a line");
    ck_assert_uint_eq(failure.column, length + 1);
    free(point.numbers);
    free(line);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, numbers_are_read, 0, sizeof good_rows / sizeof good_rows[0]);
    tcase_add_loop_test(cases, what_is_no_number_is_pointed_at, 0,
                        sizeof bad_rows / sizeof bad_rows[0]);
    tcase_add_test(cases, a_line_has_a_limit);
}

SUITE_MAIN("cli point_line", add_cases)
