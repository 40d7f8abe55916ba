/* Tests src/base/failure.c: whole reports, with the place underlined. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "base/failure.h"
#include "base/utf8.h"

enum { LONG = 100000 };

/* A text with a place in it, and the whole report. */
struct row {
    const char *source;
    size_t start;
    size_t length;
    const char *report;
    const char *ascii; /* NULL: the same */
};

static const struct row rows[] = {
    { "x + sinn(y)", 4, 4, "steepest: here:1:5: wrong\n  x + sinn(y)\n      ^~~~\n", NULL },
    { "x", 0, 1, "steepest: here:1:1: wrong\n  x\n  ^\n", NULL },
    { "x +", 3, 0, "steepest: here:1:4: wrong\n  x +\n     ^\n", NULL },
    { "", 0, 0, "steepest: here:1:1: wrong\n  \n  ^\n", NULL },
    { "ab", 1, 0, "steepest: here:1:2: wrong\n  ab\n   ^\n", NULL },
    { "one\ntwo three\nfour", 8, 5, "steepest: here:2:5: wrong\n  two three\n      ^~~~~\n", NULL },
    { "one\ntwo", 4, 3, "steepest: here:2:1: wrong\n  two\n  ^~~\n", NULL },
    { "one\n", 4, 0, "steepest: here:2:1: wrong\n  \n  ^\n", NULL },
    { "one\n", 3, 0, "steepest: here:1:4: wrong\n  one\n     ^\n", NULL },
    /* The line's end cuts it. */
    { "a (b\nc)", 2, 5, "steepest: here:1:3: wrong\n  a (b\n    ^~\n", NULL },
    { "\tx$", 2, 1, "steepest: here:1:3: wrong\n  \\x09x$\n       ^\n", NULL },
    { "a\r\nb", 3, 1, "steepest: here:2:1: wrong\n  b\n  ^\n", NULL },
    { "\x1b[2J + q", 7, 1, "steepest: here:1:8: wrong\n  \\x1b[2J + q\n            ^\n", NULL },
    { "a\x1b" "b", 1, 1, "steepest: here:1:2: wrong\n  a\\x1bb\n   ^~~~\n", NULL },
    { "\xe5\xad\x97 + q", 6, 1, "steepest: here:1:5: wrong\n  \xe5\xad\x97 + q\n       ^\n",
      "steepest: here:1:5: wrong\n  \\u{5b57} + q\n             ^\n" },
    { "\xe5\xad\x97\xe5\xad\x97", 3, 3,
      "steepest: here:1:2: wrong\n  \xe5\xad\x97\xe5\xad\x97\n    ^~\n",
      "steepest: here:1:2: wrong\n  \\u{5b57}\\u{5b57}\n          ^~~~~~~~\n" },
    { "\xc3\xa9=\xe2\x80\xae", 3, 3,
      "steepest: here:1:3: wrong\n  \xc3\xa9=\\u{202e}\n    ^~~~~~~~\n",
      "steepest: here:1:3: wrong\n  \\u{e9}=\\u{202e}\n         ^~~~~~~~\n" },
    { "\xff\xfe", 1, 1, "steepest: here:1:2: wrong\n  \\xff\\xfe\n      ^~~~\n", NULL },
};

static void check_report(const struct failure *failure, bool ascii, const char *expected)
{
    struct text text = TEXT_EMPTY;
    failure_append_report(failure, ascii, &text);
    ck_assert_str_eq(text_string(&text), expected);
    text_free(&text);
}

START_TEST(whole_reports)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        struct source_text source = {
            .name = "here", .bytes = row->source, .length = strlen(row->source)
        };
        struct failure failure;
        ck_assert_int_eq(failure_at(&failure, &source, row->start, row->length, "%s", "wrong"),
                         STATUS_USAGE);
        check_report(&failure, false, row->report);
        check_report(&failure, true, row->ascii == NULL ? row->report : row->ascii);
    }
}
END_TEST

START_TEST(bytes_behind_the_length_are_not_read)
{
    char bytes[3] = { 'a', '\0', 'b' };
    struct source_text source = { .name = "here", .bytes = bytes, .length = sizeof bytes };
    struct failure failure;
    failure_at(&failure, &source, 1, 1, "wrong");
    check_report(&failure, false, "steepest: here:1:2: wrong\n  a\\x00b\n   ^~~~\n");
}
END_TEST

/* The report of an error at `start` in a line of LONG times `character`. */
static void long_line(const char *character, size_t start, size_t length, struct text *report)
{
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < LONG; i++)
        text_append(&line, character);
    struct source_text source = { .name = "here", .bytes = line.bytes, .length = line.length };
    struct failure failure;
    failure_at(&failure, &source, start, length, "wrong");
    failure_append_report(&failure, false, report);
    text_free(&line);
    ck_assert_uint_lt(report->length, 2 * FAILURE_EXCERPT_SIZE + 40);
    ck_assert(strlen(report->bytes) == report->length);
}

START_TEST(a_long_line_is_cut_around_the_place)
{
    struct text report = TEXT_EMPTY;
    char expected[1000];
    long_line("x", 50000, 2, &report);
    char xs[60 + 93 + 1];
    memset(xs, 'x', sizeof xs - 1);
    xs[sizeof xs - 1] = '\0';
    snprintf(expected, sizeof expected, "steepest: here:1:50001: wrong\n  ...%s...\n  %63s^~\n", xs,
             "");
    ck_assert_str_eq(text_string(&report), expected);
    text_free(&report);
    long_line("x", LONG, 0, &report);
    snprintf(expected, sizeof expected, "steepest: here:1:100001: wrong\n  ...%.60s\n  %63s^\n",
             xs, "");
    ck_assert_str_eq(text_string(&report), expected);
    text_free(&report);
    long_line("x", 0, LONG, &report);
    ck_assert_ptr_nonnull(strstr(report.bytes, "\n  xxx"));
    ck_assert_ptr_nonnull(strstr(report.bytes, "xxx...\n  ^~~~"));
    text_free(&report);
}
END_TEST

START_TEST(a_long_line_is_cut_between_characters)
{
    struct text report = TEXT_EMPTY;
    for (size_t back = 0; back < 5; back++) {
        long_line("\xe5\xad\x97", 3 * (50000 - back), 3, &report);
        for (size_t at = 0; at < report.length;) {
            uint32_t character;
            size_t size = utf8_decode(report.bytes + at, report.length - at, &character);
            ck_assert_uint_gt(size, 0);
            at += size;
        }
        ck_assert_ptr_null(strstr(report.bytes, "\\x"));
        ck_assert_ptr_nonnull(strstr(report.bytes, "^~\n"));
        text_free(&report);
    }
}
END_TEST

/* Escapes take more room than characters: what stands before the place is then left out. */
START_TEST(a_long_line_of_controls_is_cut_at_the_place)
{
    struct text report = TEXT_EMPTY;
    long_line("\t", 50000, 1, &report);
    ck_assert_ptr_nonnull(strstr(report.bytes, "\n  ...\\x09\\x09"));
    ck_assert_ptr_nonnull(strstr(report.bytes, "\n     ^~~~\n"));
    text_free(&report);
    long_line("\xff", LONG, 0, &report);
    ck_assert_str_eq(text_string(&report), "steepest: here:1:100001: wrong\n  ...\n     ^\n");
    text_free(&report);
}
END_TEST

START_TEST(a_failure_without_a_place)
{
    struct failure failure;
    ck_assert_int_eq(failure_set(&failure, STATUS_IO, "out.txt", "cannot write: %d", 7), STATUS_IO);
    ck_assert_int_eq(failure.status, STATUS_IO);
    check_report(&failure, false, "steepest: out.txt: cannot write: 7\n");
    ck_assert_int_eq(failure_set(&failure, STATUS_DATA, "", "no origin"), STATUS_DATA);
    check_report(&failure, false, "steepest: no origin\n");
    ck_assert_int_eq(failure_memory(&failure), STATUS_FAILED);
    check_report(&failure, false, "steepest: out of memory\n");
}
END_TEST

START_TEST(origin_and_message_are_inert_and_cut)
{
    struct failure failure;
    failure_set(&failure, STATUS_DATA, "\x1b]0;", "a%sb", "\xe2\x80\xae\a");
    check_report(&failure, false, "steepest: \\x1b]0;: a\\u{202e}\\x07b\n");
    failure_set(&failure, STATUS_DATA, "\xc3\xa9", "\xc3\xa9");
    check_report(&failure, true, "steepest: \\u{e9}: \\u{e9}\n");
    char words[2000];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    failure_set(&failure, STATUS_DATA, words, "%s", words);
    ck_assert_uint_eq(strlen(failure.origin), FAILURE_ORIGIN_SIZE - 1);
    ck_assert_uint_eq(strlen(failure.message), FAILURE_MESSAGE_SIZE - 1);
    ck_assert_str_eq(failure.origin + FAILURE_ORIGIN_SIZE - 5, "w...");
    ck_assert_str_eq(failure.message + FAILURE_MESSAGE_SIZE - 5, "w...");
}
END_TEST

START_TEST(quoted_words)
{
    char quoted[QUOTED_SIZE];
    ck_assert_ptr_eq(quote("word", 4, quoted), quoted);
    ck_assert_str_eq(quoted, "word");
    ck_assert_str_eq(quote("word", 0, quoted), "");
    ck_assert_str_eq(quote("a\0\n\xff", 4, quoted), "a\\x00\\x0a\\xff");
    char words[200];
    memset(words, 'w', sizeof words);
    ck_assert_uint_eq(strlen(quote(words, 60, quoted)), 60);
    ck_assert_uint_eq(strlen(quote(words, 61, quoted)), 63);
    ck_assert_str_eq(quoted + 58, "ww...");
    /* Two-byte characters, so that the limit falls inside one of them. */
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = i == 0 ? 'w' : i % 2 == 1 ? '\xc3' : '\xa9';
    quote(words, 199, quoted);
    ck_assert_uint_eq(utf8_count(quoted, strlen(quoted)), 1 + 29 + 3);
    ck_assert_str_eq(quoted + 57, "\xc3\xa9...");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, whole_reports);
    tcase_add_test(cases, bytes_behind_the_length_are_not_read);
    tcase_add_test(cases, a_long_line_is_cut_around_the_place);
    tcase_add_test(cases, a_long_line_is_cut_between_characters);
    tcase_add_test(cases, a_long_line_of_controls_is_cut_at_the_place);
    tcase_add_test(cases, a_failure_without_a_place);
    tcase_add_test(cases, origin_and_message_are_inert_and_cut);
    tcase_add_test(cases, quoted_words);
}

SUITE_MAIN("base failure", add_cases)
