/* Tests src/expr/scan.c: texts cut into tokens. */
#include "../suite.h"

#include <string.h>

#include "expr/scan.h"

/* The kinds of a text's tokens, in order; the last stands where the text ends. */
static const struct {
    const char *text;
    enum token_kind kinds[8];
    size_t lengths[8];
} rows[] = {
    { "", { TOKEN_END }, { 0 } },
    { " \t\r\n", { TOKEN_END }, { 0 } },
    { "x", { TOKEN_NAME, TOKEN_END }, { 1, 0 } },
    { "2x", { TOKEN_NUMBER, TOKEN_NAME, TOKEN_END }, { 1, 1, 0 } },
    { "2e3", { TOKEN_NUMBER, TOKEN_END }, { 3, 0 } },
    { "2e-3e", { TOKEN_NUMBER, TOKEN_NAME, TOKEN_END }, { 4, 1, 0 } },
    { "2exp", { TOKEN_NUMBER, TOKEN_NAME, TOKEN_END }, { 1, 3, 0 } },
    { "2E+05", { TOKEN_NUMBER, TOKEN_END }, { 5, 0 } },
    { "1.5.2", { TOKEN_NUMBER, TOKEN_NUMBER, TOKEN_END }, { 3, 2, 0 } },
    { "1.", { TOKEN_NUMBER, TOKEN_END }, { 2, 0 } },
    { ".5x", { TOKEN_NUMBER, TOKEN_NAME, TOKEN_END }, { 2, 1, 0 } },
    { "0x1", { TOKEN_NUMBER, TOKEN_NAME, TOKEN_END }, { 1, 2, 0 } },
    { "a_1B2", { TOKEN_NAME, TOKEN_END }, { 5, 0 } },
    { "_", { TOKEN_NAME, TOKEN_END }, { 1, 0 } },
    { "np.sin(", { TOKEN_NAME, TOKEN_OPEN, TOKEN_END }, { 6, 1, 0 } },
    { "numpy.sin", { TOKEN_NAME, TOKEN_END }, { 9, 0 } },
    { "math.e", { TOKEN_NAME, TOKEN_END }, { 6, 0 } },
    { "npx", { TOKEN_NAME, TOKEN_END }, { 3, 0 } },
    { "**", { TOKEN_POWER, TOKEN_END }, { 2, 0 } },
    { "***", { TOKEN_POWER, TOKEN_TIMES, TOKEN_END }, { 2, 1, 0 } },
    { "* *", { TOKEN_TIMES, TOKEN_TIMES, TOKEN_END }, { 1, 1, 0 } },
    { "<=<", { TOKEN_LESS_EQUAL, TOKEN_LESS, TOKEN_END }, { 2, 1, 0 } },
    { ">=>", { TOKEN_GREATER_EQUAL, TOKEN_GREATER, TOKEN_END }, { 2, 1, 0 } },
    { "===", { TOKEN_EQUAL, TOKEN_ASSIGN, TOKEN_END }, { 2, 1, 0 } },
    { "!=!", { TOKEN_NOT_EQUAL, TOKEN_NOT, TOKEN_END }, { 2, 1, 0 } },
    { "~", { TOKEN_NOT, TOKEN_END }, { 1, 0 } },
    { "&&&", { TOKEN_AND, TOKEN_AND, TOKEN_END }, { 2, 1, 0 } },
    { "|||", { TOKEN_OR, TOKEN_OR, TOKEN_END }, { 2, 1, 0 } },
    { "^%/+-", { TOKEN_POWER, TOKEN_MODULO, TOKEN_DIVIDE, TOKEN_PLUS, TOKEN_MINUS, TOKEN_END },
      { 1, 1, 1, 1, 1, 0 } },
    { "\u2212-", { TOKEN_MINUS, TOKEN_MINUS, TOKEN_END }, { 3, 1, 0 } },
    { "1e\u22122", { TOKEN_NUMBER, TOKEN_END }, { 6, 0 } },
    { "///", { TOKEN_FLOOR_DIVIDE, TOKEN_DIVIDE, TOKEN_END }, { 2, 1, 0 } },
    { "a[];", { TOKEN_NAME, TOKEN_OPEN_BRACKET, TOKEN_CLOSE_BRACKET, TOKEN_SEMICOLON, TOKEN_END },
      { 1, 1, 1, 1, 0 } },
    { "#x", { TOKEN_END }, { 0 } },
    { "x#y\nz # w", { TOKEN_NAME, TOKEN_NAME, TOKEN_END }, { 1, 1, 0 } },
    { " # a \n # b \n\n1", { TOKEN_NUMBER, TOKEN_END }, { 1, 0 } },
    { "#\n#\n#", { TOKEN_END }, { 0 } },
    { "(),?:", { TOKEN_OPEN, TOKEN_CLOSE, TOKEN_COMMA, TOKEN_QUESTION, TOKEN_COLON, TOKEN_END },
      { 1, 1, 1, 1, 1, 0 } },
};

START_TEST(tokens)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct source_text source = {
            .name = "function", .bytes = rows[i].text, .length = strlen(rows[i].text)
        };
        struct token token = { .start = 0, .length = 0 };
        struct failure failure;
        for (size_t k = 0; k == 0 || rows[i].kinds[k - 1] != TOKEN_END; k++) {
            ck_assert_int_eq(scan_token(&source, token.start + token.length, source.length, &token,
                                        &failure),
                             STATUS_OK);
            ck_assert_msg(token.kind == rows[i].kinds[k] && token.length == rows[i].lengths[k],
                          "'%s': token %zu is %d of %zu bytes", rows[i].text, k, (int)token.kind,
                          token.length);
        }
        ck_assert_uint_eq(token.start, source.length);
    }
}
END_TEST

START_TEST(places_and_values)
{
    struct source_text source = { .name = "function", .bytes = "  12.5e1 np.sin", .length = 15 };
    struct token token;
    struct failure failure;
    ck_assert_int_eq(scan_token(&source, 0, 15, &token, &failure), STATUS_OK);
    ck_assert_uint_eq(token.start, 2);
    ck_assert_double_eq(token.number, 125);
    ck_assert_int_eq(scan_token(&source, 8, 15, &token, &failure), STATUS_OK);
    ck_assert_uint_eq(token.start, 9);
    ck_assert_uint_eq(token.name_start, 12);
    ck_assert_uint_eq(token.length, 6);
}
END_TEST

/* Nothing behind the end is looked at, wherever it cuts. */
START_TEST(the_end_cuts)
{
    static const struct {
        const char *text;
        size_t end;
        enum token_kind kind; /* TOKEN_END: refused */
        size_t length;
    } cuts[] = {
        { "123", 2, TOKEN_NUMBER, 2 }, { "1e5", 2, TOKEN_END, 0 }, { "1.5", 2, TOKEN_NUMBER, 2 },
        { "1e+5", 3, TOKEN_END, 0 }, { "sin", 2, TOKEN_NAME, 2 }, { "np.sin", 4, TOKEN_NAME, 4 },
        { "np.sin", 3, TOKEN_END, 0 }, { "np.sin", 2, TOKEN_NAME, 2 }, { "**", 1, TOKEN_TIMES, 1 },
        { "==", 1, TOKEN_ASSIGN, 1 }, { ".5", 1, TOKEN_END, 0 }, { "\xc3\xa9", 1, TOKEN_END, 0 },
    };
    for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
        /* Exactly as many bytes as may be read, so that reading on is an error of memory. */
        char *bytes = malloc(cuts[i].end);
        ck_assert_ptr_nonnull(bytes);
        memcpy(bytes, cuts[i].text, cuts[i].end);
        struct source_text source = { .name = "f", .bytes = bytes, .length = cuts[i].end };
        struct token token;
        struct failure failure;
        enum status status = scan_token(&source, 0, cuts[i].end, &token, &failure);
        ck_assert_int_eq(status, cuts[i].kind == TOKEN_END ? STATUS_USAGE : STATUS_OK);
        if (status == STATUS_OK)
            ck_assert(token.kind == cuts[i].kind && token.length == cuts[i].length);
        free(bytes);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, tokens);
    tcase_add_test(cases, places_and_values);
    tcase_add_test(cases, the_end_cuts);
}

SUITE_MAIN("expr scan", add_cases)
