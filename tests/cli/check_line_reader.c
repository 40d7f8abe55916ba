/* Tests src/cli/line_reader.c: lines from a pipe, however they arrive. */
#include "../suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/line_reader.h"

static int ends[2];
static struct line_reader *reader;

static void open_pipe(void)
{
    ck_assert_int_eq(pipe(ends), 0);
    reader = line_reader_new(ends[0]);
    ck_assert_ptr_nonnull(reader);
}

static void close_pipe(void)
{
    line_reader_free(reader);
    line_reader_free(NULL);
    close(ends[0]);
}

static void send(const char *bytes)
{
    ck_assert_int_eq(write(ends[1], bytes, strlen(bytes)), (ssize_t)strlen(bytes));
}

static void read_some(void)
{
    struct failure failure;
    ck_assert_int_eq(line_reader_read(reader, &failure), STATUS_OK);
}

static void check_line(const char *expected)
{
    const char *bytes;
    size_t length;
    ck_assert(line_reader_next(reader, &bytes, &length));
    ck_assert_uint_eq(length, strlen(expected));
    ck_assert_int_eq(memcmp(bytes, expected, length), 0);
}

static void check_none(void)
{
    const char *bytes;
    size_t length;
    ck_assert(!line_reader_next(reader, &bytes, &length));
}

START_TEST(lines_come_when_they_are_whole)
{
    check_none();
    send("one\ntwo\nthr");
    read_some();
    check_line("one");
    check_line("two");
    check_none();
    ck_assert_uint_eq(line_reader_count(reader), 2);
    send("ee\n\r\n\nfour\r\nfive");
    read_some();
    check_line("three");
    check_line("");
    check_line("");
    check_line("four");
    check_none();
    ck_assert(!line_reader_ended(reader));
    close(ends[1]);
    read_some();
    ck_assert(line_reader_ended(reader));
    check_line("five");
    check_none();
    ck_assert_uint_eq(line_reader_count(reader), 7);
}
END_TEST

START_TEST(an_empty_input_has_no_lines)
{
    close(ends[1]);
    read_some();
    ck_assert(line_reader_ended(reader));
    check_none();
    ck_assert_uint_eq(line_reader_count(reader), 0);
}
END_TEST

START_TEST(long_lines_grow_the_buffer)
{
    enum { PIECES = 300, PIECE = 1000 };
    char piece[PIECE + 1];
    memset(piece, 'a', PIECE);
    piece[PIECE] = '\0';
    for (int i = 0; i < PIECES; i++) {
        send(piece);
        read_some();
        check_none();
    }
    send("\nb\n");
    read_some();
    const char *bytes;
    size_t length;
    ck_assert(line_reader_next(reader, &bytes, &length));
    ck_assert_uint_eq(length, (size_t)PIECES * PIECE);
    check_line("b");
    close(ends[1]);
}
END_TEST

START_TEST(what_cannot_be_read_is_told)
{
    struct failure failure;
    int folder = open("/", O_RDONLY);
    struct line_reader *other = line_reader_new(folder);
    ck_assert_int_eq(line_reader_read(other, &failure), STATUS_IO);
    ck_assert_str_eq(failure.origin, "standard input");
    ck_assert_str_eq(failure.message, "cannot read: Is a directory");
    line_reader_free(other);
    close(folder);
    close(ends[1]);
}
END_TEST

START_TEST(the_share_of_a_file_is_known)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs("passed over\nfirst\nthird\n", file), 0);
    ck_assert_int_eq(fflush(file), 0);
    ck_assert_int_eq(lseek(fileno(file), 12, SEEK_SET), 12);
    struct line_reader *of_file = line_reader_new(fileno(file));
    struct failure failure;
    const char *bytes;
    size_t length;
    ck_assert(line_reader_share(of_file) == 0);
    ck_assert_int_eq(line_reader_read(of_file, &failure), STATUS_OK);
    ck_assert(line_reader_share(of_file) == 0);
    ck_assert(line_reader_next(of_file, &bytes, &length));
    ck_assert(line_reader_share(of_file) == 0.5);
    ck_assert(line_reader_next(of_file, &bytes, &length));
    ck_assert(line_reader_share(of_file) == 1);
    line_reader_free(of_file);
    fclose(file);
    send("one\n");
    read_some();
    check_line("one");
    ck_assert(line_reader_share(reader) < 0);
    close(ends[1]);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, open_pipe, close_pipe);
    tcase_add_test(cases, lines_come_when_they_are_whole);
    tcase_add_test(cases, an_empty_input_has_no_lines);
    tcase_add_test(cases, long_lines_grow_the_buffer);
    tcase_add_test(cases, what_cannot_be_read_is_told);
    tcase_add_test(cases, the_share_of_a_file_is_known);
}

SUITE_MAIN("cli line_reader", add_cases)
