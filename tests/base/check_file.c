/* Tests src/base/file.c: small files read whole, and what is said of those that cannot be. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { PATH_SIZE = 256, LARGE = 10000 };

/* Make a file with this content; its path is stored. */
static void make_file(char path[PATH_SIZE], const char *bytes, size_t length)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(path, PATH_SIZE, "%s/steepest-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    int descriptor = mkstemp(path);
    ck_assert_int_ge(descriptor, 0);
    ck_assert_int_eq(write(descriptor, bytes, length), (ssize_t)length);
    close(descriptor);
}

START_TEST(a_file_is_read_whole)
{
    char path[PATH_SIZE];
    char *content = malloc(LARGE);
    ck_assert_ptr_nonnull(content);
    for (size_t i = 0; i < LARGE; i++)
        content[i] = (char)(i * 7 % 256);
    make_file(path, content, LARGE);
    struct text text = TEXT_EMPTY;
    struct failure failure;
    text_append(&text, "before");
    ck_assert_int_eq(file_read(path, LARGE + 6, &text, &failure), STATUS_OK);
    ck_assert_uint_eq(text.length, LARGE + 6);
    ck_assert_mem_eq(text.bytes + 6, content, LARGE);
    text_free(&text);
    free(content);
    unlink(path);
}
END_TEST

START_TEST(reading_stops_one_beyond_the_limit)
{
    char path[PATH_SIZE];
    make_file(path, "0123456789", 10);
    static const struct {
        size_t most;
        size_t length;
    } rows[] = { { 0, 1 }, { 1, 2 }, { 9, 10 }, { 10, 10 }, { 11, 10 }, { 5000, 10 } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        struct failure failure;
        ck_assert_int_eq(file_read(path, rows[i].most, &text, &failure), STATUS_OK);
        ck_assert_uint_eq(text.length, rows[i].length);
        ck_assert_mem_eq(text.bytes, "0123456789", text.length);
        text_free(&text);
    }
    unlink(path);
}
END_TEST

START_TEST(an_endless_file_ends_at_the_limit)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(file_read("/dev/zero", 70000, &text, &failure), STATUS_OK);
    ck_assert_uint_eq(text.length, 70001);
    text_free(&text);
}
END_TEST

START_TEST(dev_null_is_empty)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(file_read("/dev/null", 100, &text, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&text), "");
    text_free(&text);
}
END_TEST

static void check_refused(const char *path, const char *line)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(file_read(path, 100, &text, &failure), STATUS_NO_INPUT);
    ck_assert_int_eq(failure.status, STATUS_NO_INPUT);
    ck_assert_uint_eq(failure.line, 0);
    failure_append_line(&failure, true, &text);
    ck_assert_str_eq(text_string(&text), line);
    text_free(&text);
}

START_TEST(what_cannot_be_read_is_named)
{
    check_refused("/nonexistent/x", "/nonexistent/x: cannot open: No such file or directory");
    check_refused("", "'': cannot open: No such file or directory");
    check_refused("/", "/: cannot read: Is a directory");
    check_refused("/dev/null/x", "/dev/null/x: cannot open: Not a directory");
    check_refused("/no\x1b[2J", "/no\\x1b[2J: cannot open: No such file or directory");
}
END_TEST

START_TEST(a_minus_is_standard_input)
{
    char path[PATH_SIZE];
    make_file(path, "x + y\n", 6);
    ck_assert_ptr_nonnull(freopen(path, "r", stdin));
    unlink(path);
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(file_read("-", 100, &text, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&text), "x + y\n");
    text_free(&text);
    ck_assert_int_eq(close(STDIN_FILENO), 0);
    ck_assert_int_eq(file_read("-", 100, &text, &failure), STATUS_IO);
    ck_assert_str_eq(failure.origin, "standard input");
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_file_is_read_whole);
    tcase_add_test(cases, reading_stops_one_beyond_the_limit);
    tcase_add_test(cases, an_endless_file_ends_at_the_limit);
    tcase_add_test(cases, dev_null_is_empty);
    tcase_add_test(cases, what_cannot_be_read_is_named);
    tcase_add_test(cases, a_minus_is_standard_input);
}

SUITE_MAIN("base file", add_cases)
