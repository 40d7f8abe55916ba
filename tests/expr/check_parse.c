/* Tests src/expr/parse.c and parse_errors.c: the table of errors, and the limits of a text. */
#include "../suite.h"

#include <ctype.h>
#include <stdio.h>

#include "base/file.h"
#include "base/utf8.h"
#include "compile.h"
#include "expr/names.h"

enum { TABLE_MOST = 1 << 20, ROWS_LEAST = 200, MILLION = 1000000, FUZZED = 20000 };

/* A block of errors.txt. */
struct block {
    struct text source;
    const char *report;
    size_t report_length;
    size_t n;
    struct parameters parameters;
    bool is_constant;
    bool is_set;
};

/* Append a line of a text, in which \xHH is a byte. */
static void append_source_line(struct text *source, const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = line[i];
        if (byte == '\\' && i + 3 < length && line[i + 1] == 'x') {
            char digits[] = { line[i + 2], line[i + 3], '\0' };
            byte = (char)strtol(digits, NULL, 16);
            i += 3;
        }
        text_append_bytes(source, &byte, 1);
    }
}

/* Give the parameter of `name=value` at `bytes` its value. */
static void set_parameter(struct parameters *parameters, const char *bytes, size_t length)
{
    struct source_text source = { .name = "table", .bytes = bytes, .length = length };
    const char *equals = memchr(bytes, '=', length);
    struct failure failure;
    ck_assert_ptr_nonnull(equals);
    ck_assert_int_eq(parameters_set(parameters, &source, 0, (size_t)(equals - bytes), 1, &failure),
                     STATUS_OK);
}

static bool starts_with(const char *line, const char *start)
{
    return strncmp(line, start, strlen(start)) == 0;
}

/* Take a line before a text into the block; false for the text itself. */
static bool read_directive(const char *line, size_t length, struct block *block)
{
    if (starts_with(line, "@n "))
        block->n = (size_t)strtol(line + 3, NULL, 10);
    else if (starts_with(line, "@with "))
        set_parameter(&block->parameters, line + 6, length - 6);
    else if (starts_with(line, "@constant\n"))
        block->is_constant = true;
    else if (starts_with(line, "@set\n"))
        block->is_set = true;
    else
        return line[0] == '#';
    return true;
}

/* Read the block at `at`, and return where the next one begins. */
static const char *read_block(const char *at, struct block *block)
{
    *block = (struct block){ .source = TEXT_EMPTY, .n = 2 };
    for (bool first = true; !starts_with(at, "steepest: ");) {
        size_t length = strcspn(at, "\n");
        ck_assert_msg(at[length] == '\n', "no report for %.40s", at);
        if (!first || !read_directive(at, length, block)) {
            if (!first)
                text_append(&block->source, "\n");
            append_source_line(&block->source, at, length);
            first = false;
        }
        at += length + 1;
    }
    const char *end = strstr(at, "\n--\n");
    ck_assert_ptr_nonnull(end);
    block->report = at;
    block->report_length = (size_t)(end + 1 - at);
    return end + 4;
}

/* What the program says of a block's text; blanks at the end of a line are left out. */
static void report_of(const struct block *block, struct text *report)
{
    struct failure failure = { .status = STATUS_OK };
    struct compiled made = { .program = NULL };
    struct source_text source = { .name = block->is_set ? "--set" : "--step",
                                  .bytes = text_string(&block->source),
                                  .length = block->source.length };
    struct parameters parameters = block->parameters;
    enum status status;
    double value;
    if (block->is_set)
        status = parameters_set(&parameters, &source, 0, strcspn(source.bytes, "="), 1, &failure);
    else if (block->is_constant)
        status = evaluate_constant(&source, 0, source.length, &parameters, &value, &failure);
    else
        status = compile(source.bytes, source.length, block->n, &parameters, &made, &failure);
    compiled_free(&made);
    ck_assert_msg(status == STATUS_USAGE, "'%s' is accepted", source.bytes);
    ck_assert_int_eq(failure.status, STATUS_USAGE);
    struct text full = TEXT_EMPTY;
    failure_append_report(&failure, false, &full);
    for (size_t i = 0; i < full.length; i++) {
        size_t blanks = strspn(full.bytes + i, " ");
        if (full.bytes[i + blanks] == '\n')
            i += blanks;
        text_append_bytes(report, full.bytes + i, 1);
    }
    text_free(&full);
}

START_TEST(errors)
{
    struct text table = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(file_read(TEST_DATA_DIR "/expr/errors.txt", TABLE_MOST, &table, &failure),
                     STATUS_OK);
    int rows = 0;
    int wrong = 0;
    for (const char *at = text_string(&table); *at != '\0'; rows++) {
        struct block block;
        struct text report = TEXT_EMPTY;
        at = read_block(at, &block);
        report_of(&block, &report);
        if (report.length != block.report_length ||
            memcmp(report.bytes, block.report, report.length) != 0) {
            fprintf(stderr, "expected\n%.*sgot\n%s\n", (int)block.report_length, block.report,
                    text_string(&report));
            wrong++;
        }
        text_free(&report);
        text_free(&block.source);
    }
    text_free(&table);
    ck_assert_int_ge(rows, ROWS_LEAST);
    ck_assert_int_eq(wrong, 0);
}
END_TEST

/* The status of a text of `before`, `count` times `repeated` and `after`; a report is checked. */
static enum status status_of(const char *before, const char *repeated, size_t count,
                             const char *after, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    struct compiled made;
    text_append(&text, before);
    for (size_t i = 0; i < count; i++)
        text_append(&text, repeated);
    text_append(&text, after);
    ck_assert(!text.failed);
    enum status status = compile(text.bytes, text.length, 2, &no_parameters, &made, failure);
    compiled_free(&made);
    text_free(&text);
    if (status == STATUS_OK)
        return status;
    ck_assert_int_eq(status, STATUS_USAGE);
    ck_assert_uint_ge(failure->column, 1);
    struct text report = TEXT_EMPTY;
    failure_append_report(failure, false, &report);
    ck_assert_uint_lt(report.length, 1000);
    text_free(&report);
    return status;
}

/* Texts of which each repetition goes one deeper. */
static const struct {
    const char *before;
    const char *repeated;
    const char *middle;
    const char *closing;
} nestings[] = {
    { "", "(", "x", ")" }, { "", "sin(", "x", ")" }, { "x", "^x", "", "" }, { "x", "^-x", "", "" },
    { "", "x?", "1", ":2" }, { "", "x?1:", "2", "" }, { "", "!", "x", "" },
    { "", "max(1,", "x", ")" }, { "", "arange(3)[", "0", "]" },
};

/* As status_of, of a nesting `depth` deep. */
static enum status nested(size_t kind, size_t depth, struct failure *failure)
{
    struct text closing = TEXT_EMPTY;
    text_append(&closing, nestings[kind].middle);
    for (size_t i = 0; i < depth; i++)
        text_append(&closing, nestings[kind].closing);
    enum status status = status_of(nestings[kind].before, nestings[kind].repeated, depth,
                                   text_string(&closing), failure);
    text_free(&closing);
    return status;
}

START_TEST(depth)
{
    struct failure failure;
    for (size_t kind = 0; kind < sizeof nestings / sizeof nestings[0]; kind++) {
        const char *repeated = nestings[kind].repeated;
        ck_assert_msg(nested(kind, SYNTAX_DEPTH_MOST, &failure) == STATUS_OK, "%s: %s", repeated,
                      failure.message);
        ck_assert_int_eq(nested(kind, SYNTAX_DEPTH_MOST + 1, &failure), STATUS_USAGE);
        ck_assert_str_eq(failure.message, "nested more than 200 deep");
        ck_assert_uint_ge(failure.column, strlen(nestings[kind].before) + 1 +
                                              SYNTAX_DEPTH_MOST * strlen(repeated));
        ck_assert_int_eq(nested(kind, 5000, &failure), STATUS_USAGE);
        ck_assert_str_eq(failure.message, "nested more than 200 deep");
    }
    /* What was closed counts no more. */
    ck_assert_int_eq(status_of("0", "+((((x))))", 5000, "", &failure), STATUS_OK);
    ck_assert_int_eq(status_of("0", "+sin(x^2)", 5000, "", &failure), STATUS_OK);
}
END_TEST

START_TEST(a_million_of_anything)
{
    static const char *const repeated[] = {
        "(", ")", "-", "+", "sin(", "^x", "x?", "!", "~", "x", "1", "x+", "2x+", "x^", "max(x,",
        ",", "e", "1e", ".", "np.", "x<", "x&", "\n", " ", "\xff", "\xe5\xad\x97", "\x1b[",
        "[", "]", "x[", "[0]", "x[0]+", ":", ";", "a=1;", "#", "# \n", "\xc3\x97", "-(", "sum(x+",
    };
    struct failure failure;
    size_t stride = suite_under_valgrind() ? 10 : 1;
    for (size_t i = 0; i < sizeof repeated / sizeof repeated[0]; i += stride) {
        ck_assert_int_eq(status_of("", repeated[i], MILLION, "", &failure), STATUS_USAGE);
        ck_assert_str_eq(failure.message, "longer than 65536 bytes");
        ck_assert_uint_eq(failure.line, 1);
        ck_assert_uint_eq(failure.column, 1);
        size_t most = SYNTAX_TEXT_MOST / strlen(repeated[i]);
        if (status_of("", repeated[i], most, "", &failure) == STATUS_OK)
            ck_assert_str_eq(repeated[i], "1");
    }
    ck_assert_int_eq(status_of("", "-", SYNTAX_TEXT_MOST - 1, "x", &failure), STATUS_OK);
    ck_assert_int_eq(status_of("", "2x+", SYNTAX_TEXT_MOST / 8, "x", &failure), STATUS_OK);
}
END_TEST

START_TEST(length)
{
    struct failure failure;
    ck_assert_int_eq(status_of("x", " ", SYNTAX_TEXT_MOST - 1, "", &failure), STATUS_OK);
    ck_assert_int_eq(status_of("x", " ", SYNTAX_TEXT_MOST, "", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "longer than 65536 bytes");
    ck_assert_int_eq(status_of("", "1", SYNTAX_TEXT_MOST, "", &failure), STATUS_OK);
}
END_TEST

START_TEST(nodes)
{
    struct failure failure;
    size_t count = SYNTAX_NODES_MOST / 4 - 1; /* of `2x`: three nodes, and one for the plus */
    ck_assert_int_eq(status_of("-2x", "+2x", count, "", &failure), STATUS_OK);
    ck_assert_int_eq(status_of("2x", "+2x", count, "+x", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "more than 65536 numbers, names and operators");
    ck_assert_uint_eq(failure.column, 1);
}
END_TEST

START_TEST(arguments)
{
    struct failure failure;
    ck_assert_int_eq(status_of("max(1", ",x", ARGUMENTS_MOST - 1, ")", &failure), STATUS_OK);
    ck_assert_int_eq(status_of("max(1", ",x", ARGUMENTS_MOST, ")", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "more than 255 arguments");
    ck_assert_uint_eq(failure.column, 5 + 2 * ARGUMENTS_MOST);
    ck_assert_int_eq(status_of("sin(1", ",x", ARGUMENTS_MOST - 1, ")", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "'sin' takes 1 argument, not 255");
}
END_TEST

/* Append `count` definitions, each of twice the one before; and the last one's name. */
static void append_definitions(struct text *text, int count)
{
    text_append(text, "a0 = x;");
    for (int i = 1; i < count; i++)
        text_append_format(text, "a%d = a%d + a%d;", i, i - 1, i - 1);
    text_append_format(text, "a%d", count - 1);
}

START_TEST(definitions)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    append_definitions(&text, DEFINITIONS_MOST);
    ck_assert_int_eq(status_of(text_string(&text), "", 0, "", &failure), STATUS_OK);
    text_clear(&text);
    append_definitions(&text, DEFINITIONS_MOST + 1);
    ck_assert_int_eq(status_of(text_string(&text), "", 0, "", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "at most 1000 names can be defined");
    text_free(&text);
}
END_TEST

/* The next number of a fixed sequence (xorshift32). */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Pieces that make a text more likely to be nearly right than bytes alone would. */
static const char *const pieces[] = {
    "x", "y", "2", "1e", "e", ".5", "(", ")", ",", "+", "-", "*", "/", "^", "**", "<", "==", "!",
    "&", "|", "?", ":", "sin(", "max(", "sum(", "np.", "foo", "axis=", " ", "\n", "=", "and",
    "x[0]", "//", "\xc3\xa9", "\xff", "\x1b", "\x80", "\xe2\x80\xae", "\t", "\r", ";", "#", "2x",
    "[", "]", "[1:]", "[-1]", "len(", "dot(", "arange(", "a=", "a", "\xc3\x97", "x[1:]", "sum(x",
};

/* Any text is understood or refused with a short and inert report. */
START_TEST(any_text_ends_well)
{
    uint32_t state = 2463534242u;
    int rounds = getenv("TEST_UNDER_VALGRIND") != NULL ? FUZZED / 20 : FUZZED;
    int accepted = 0;
    for (int i = 0; i < rounds; i++) {
        struct text text = TEXT_EMPTY;
        struct text report = TEXT_EMPTY;
        struct compiled made;
        struct failure failure;
        for (uint32_t k = next_random(&state) % 12 + 1; k > 0; k--) {
            uint32_t choice = next_random(&state) % 62;
            char byte = (char)(next_random(&state) % 256);
            if (choice < sizeof pieces / sizeof pieces[0])
                text_append(&text, pieces[choice]);
            else
                text_append_bytes(&text, &byte, 1);
        }
        enum status status = compile(text.bytes, text.length, 2, &no_parameters, &made, &failure);
        compiled_free(&made);
        accepted += status == STATUS_OK;
        if (status != STATUS_OK) {
            failure_append_report(&failure, true, &report);
            for (size_t c = 0; c < report.length; c++)
                if (report.bytes[c] != '\n' && !isprint((unsigned char)report.bytes[c]))
                    ck_abort_msg("not inert: %s", report.bytes);
            ck_assert_uint_le(report.length, 1000);
        }
        text_free(&report);
        text_free(&text);
    }
    ck_assert_int_gt(accepted, rounds / 100);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, errors);
    tcase_add_test(cases, depth);
    tcase_add_test(cases, a_million_of_anything);
    tcase_add_test(cases, length);
    tcase_add_test(cases, nodes);
    tcase_add_test(cases, arguments);
    tcase_add_test(cases, definitions);
    tcase_add_test(cases, any_text_ends_well);
}

SUITE_MAIN("expr parse", add_cases)
