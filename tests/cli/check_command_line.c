/* Tests src/cli/command_line.c and the table of options. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "cli/command_line.h"

enum { WORDS_MOST = 16, LINE_SIZE = 1024 };

/* Read words that end with NULL; the options and function come back as one line. */
static enum status read_words(char *const words[], char line[LINE_SIZE], struct failure *failure)
{
    struct command_line read;
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    line[0] = '\0';
    enum status status = command_line_read(count, words, &read, failure);
    if (status != STATUS_OK)
        return status;
    size_t length = 0;
    for (size_t i = 0; i < read.count; i++) {
        const char *argument = read.given[i].argument;
        length += (size_t)snprintf(line + length, LINE_SIZE - length, "%s%s%s ",
                                   read.given[i].option->name, argument == NULL ? "" : "=",
                                   argument == NULL ? "" : argument);
    }
    snprintf(line + length, LINE_SIZE - length, "[%s]",
             read.function == NULL ? "none" : read.function);
    command_line_free(&read);
    return STATUS_OK;
}

struct good_row {
    const char *words[WORDS_MOST];
    const char *expected;
};

static const struct good_row good_rows[] = {
    { { NULL }, "[none]" },
    { { "x^2" }, "[x^2]" },
    { { "--step=1" }, "step=1 [none]" },
    { { "--step", "1" }, "step=1 [none]" },
    { { "--step=" }, "step= [none]" },
    { { "--step", "" }, "step= [none]" },
    { { "--set=a=2" }, "set=a=2 [none]" },
    { { "-H1" }, "step=1 [none]" },
    { { "-H", "1" }, "step=1 [none]" },
    { { "-x-2:2" }, "x0=-2:2 [none]" },
    { { "-o", "=f" }, "output==f [none]" },
    { { "--output==f" }, "output==f [none]" },
    { { "-x", "-2:2", "-y", "-3:3" }, "x0=-2:2 x1=-3:3 [none]" },
    { { "-x", "--print" }, "x0=--print [none]" },
    { { "-pg" }, "print gradient [none]" },
    { { "-pt" }, "print table [none]" },
    { { "-ptcsv" }, "print table=csv [none]" },
    { { "-po", "file" }, "print output=file [none]" },
    { { "-pofile" }, "print output=file [none]" },
    { { "-t", "csv" }, "table [csv]" },
    { { "--table", "csv" }, "table [csv]" },
    { { "--table=csv" }, "table=csv [none]" },
    { { "--table=" }, "table= [none]" },
    { { "x", "-p", "--ascent" }, "print ascent [x]" },
    { { "--asc" }, "ascent [none]" },
    { { "--scr=f", "--sch", "central" }, "script=f scheme=central [none]" },
    { { "--", "-x^2" }, "[-x^2]" },
    { { "-p", "--", "--print" }, "print [--print]" },
    { { "-" }, "[-]" },
    { { "" }, "[]" },
    { { "-c", "left", "-c", "right 2" }, "command=left command=right 2 [none]" },
    { { "-x", "-x" }, "x0=-x [none]" },
};

START_TEST(words_are_sorted)
{
    const struct good_row *row = &good_rows[_i];
    char line[LINE_SIZE];
    struct failure failure;
    char *words[WORDS_MOST];
    memcpy(words, row->words, sizeof words);
    enum status status = read_words(words, line, &failure);
    ck_assert_msg(status == STATUS_OK, "row %d: %s", _i, failure.message);
    ck_assert_str_eq(line, row->expected);
}
END_TEST

struct bad_row {
    const char *words[WORDS_MOST];
    const char *message;
};

static const struct bad_row bad_rows[] = {
    { { "--stpe=1" }, "unknown option '--stpe', did you mean '--step'?" },
    { { "--zzz" }, "unknown option '--zzz'; 'steepest --help' lists the options" },
    { { "--=1" }, "unknown option '--'; 'steepest --help' lists the options" },
    { { "--scheme-name" }, "unknown option '--scheme-name'; 'steepest --help' lists the options" },
    { { "--s=1" }, "option '--s' is ambiguous: --set, --step, --scheme, --size, --spacing, --scale, "
                   "--svg or --sweep" },
    { { "--co" }, "option '--co' is ambiguous: --color, --color-by, --columns, --command or --config" },
    { { "--x=1" }, "option '--x' is ambiguous: --x0 or --x1" },
    { { "--step" }, "option '--step' needs an argument: --step=H" },
    { { "-p", "-H" }, "option '-H' needs an argument: -H H" },
    { { "-x" }, "option '-x' needs an argument: -x LO:HI; for the function write: "
                "steepest -- -x" },
    { { "--print=yes" }, "option '--print' takes no argument" },
    { { "-Q" }, "unknown option '-Q'; 'steepest --help' lists the options, and a function that "
                "begins with '-' stands after '--'" },
    { { "-pQ" }, "unknown option '-Q'; 'steepest --help' lists the options, and a function that "
                 "begins with '-' stands after '--'" },
    { { "-p\xc3\xa9" }, "unknown option '-p\xc3\xa9'; 'steepest --help' lists the options, and a "
                        "function that begins with '-' stands after '--'" },
    { { "-\033" }, "unknown option '-\\x1b'; 'steepest --help' lists the options, and a function "
                   "that begins with '-' stands after '--'" },
    { { "-x^2" }, "'-x^2' is a function, not an option; write: steepest -- '-x^2'" },
    { { "-2*y" }, "'-2*y' is a function, not an option; write: steepest -- '-2*y'" },
    { { "-log(x)" }, "'-log(x)' is a function, not an option; write: steepest -- '-log(x)'" },
    { { "-cos(x)" }, "'-cos(x)' is a function, not an option; write: steepest -- '-cos(x)'" },
    { { "--x^2" }, "'--x^2' is a function, not an option; write: steepest -- '--x^2'" },
    { { "-x=-1:1" }, "'-x=-1:1': no '=' stands behind a letter; write: -x -1:1 or --x0=-1:1" },
    { { "-px=-1:1" }, "'-px=-1:1': no '=' stands behind a letter; write: -x -1:1 or --x0=-1:1" },
    { { "-H=" }, "'-H=': no '=' stands behind a letter; write: -H  or --step=" },
    { { "-t=csv" }, "'-t=csv': no '=' stands behind a letter; write: -tcsv or --table=csv" },
    { { "-o=\033" }, "'-o=\\x1b': no '=' stands behind a letter; write: -o \\x1b or "
                     "--output=\\x1b" },
    { { "-x==1" }, "'-x==1' is a function, not an option; write: steepest -- '-x==1'" },
    { { "x", "y" }, "more than one function: 'x' and 'y'; quote a function with blanks" },
    { { "x", "--", "y" }, "more than one function: 'x' and 'y'; quote a function with blanks" },
};

START_TEST(mistakes_are_told)
{
    const struct bad_row *row = &bad_rows[_i];
    char line[LINE_SIZE];
    struct failure failure;
    char *words[WORDS_MOST];
    memcpy(words, row->words, sizeof words);
    ck_assert_int_eq(read_words(words, line, &failure), STATUS_USAGE);
    ck_assert_int_eq(failure.status, STATUS_USAGE);
    ck_assert_uint_eq(failure.line, 0);
    ck_assert_str_eq(failure.origin, "");
    ck_assert_str_eq(failure.message, row->message);
}
END_TEST

START_TEST(many_options_fit)
{
    enum { MANY = 500 };
    char word[] = "-pppppppppp";
    char *words[MANY];
    for (size_t i = 0; i < MANY; i++)
        words[i] = word;
    struct command_line read;
    struct failure failure;
    ck_assert_int_eq(command_line_read(MANY, words, &read, &failure), STATUS_OK);
    ck_assert_uint_eq(read.count, MANY * 10);
    command_line_free(&read);
}
END_TEST

START_TEST(names_and_letters_are_unique)
{
    for (size_t i = 0; i < option_count(); i++) {
        const struct option *option = option_at(i);
        const struct option *found[2];
        ck_assert_uint_eq(option_match(option->name, strlen(option->name), found, 2), 1);
        ck_assert_ptr_eq(found[0], option);
        ck_assert_int_eq(option->argument[0] == '\0', option->need == ARGUMENT_NONE);
        ck_assert_str_ne(option_group_heading(option->group), "");
        if (option->letter != '\0')
            ck_assert_ptr_eq(option_for_letter(option->letter), option);
    }
    ck_assert_ptr_null(option_for_letter('\0'));
    ck_assert_ptr_null(option_for_letter('Q'));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, words_are_sorted, 0, sizeof good_rows / sizeof good_rows[0]);
    tcase_add_loop_test(cases, mistakes_are_told, 0, sizeof bad_rows / sizeof bad_rows[0]);
    tcase_add_test(cases, many_options_fit);
    tcase_add_test(cases, names_and_letters_are_unique);
}

SUITE_MAIN("cli command_line", add_cases)
