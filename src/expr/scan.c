/* A text in the language cut into tokens. */
#include "expr/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

/* Longest first, so that `**` is not read as `*`. */
static const struct {
    const char *text;
    enum token_kind kind;
} operators[] = {
    { "**", TOKEN_POWER },         { "//", TOKEN_FLOOR_DIVIDE }, { "<=", TOKEN_LESS_EQUAL },
    { ">=", TOKEN_GREATER_EQUAL }, { "==", TOKEN_EQUAL },        { "!=", TOKEN_NOT_EQUAL },
    { "&&", TOKEN_AND },           { "||", TOKEN_OR },           { "(", TOKEN_OPEN },
    { ")", TOKEN_CLOSE },          { "[", TOKEN_OPEN_BRACKET },  { "]", TOKEN_CLOSE_BRACKET },
    { ",", TOKEN_COMMA },          { ";", TOKEN_SEMICOLON },     { "?", TOKEN_QUESTION },
    { ":", TOKEN_COLON },          { "+", TOKEN_PLUS },          { "-", TOKEN_MINUS },
    { "*", TOKEN_TIMES },          { "/", TOKEN_DIVIDE },        { "%", TOKEN_MODULO },
    { "^", TOKEN_POWER },          { "<", TOKEN_LESS },          { ">", TOKEN_GREATER },
    { "!", TOKEN_NOT },            { "~", TOKEN_NOT },           { "&", TOKEN_AND },
    { "|", TOKEN_OR },             { "=", TOKEN_ASSIGN },        { "\u2212", TOKEN_MINUS },
};

/* The minus of print, in which the screen writes numbers: it means what `-` does. */
static const char wide_minus[] = "\u2212";

enum { WIDE_MINUS_SIZE = sizeof wide_minus - 1 };

/* Characters of print and of other languages, and what this one writes. */
static const struct {
    const char *character;
    const char *instead;
} foreign_characters[] = {
    { "–", "-" },  { "×", "*" },  { "·", "*" },   { "⋅", "*" },
    { "÷", "/" },  { "²", "^2" }, { "³", "^3" },  { "π", "pi" },   { "τ", "tau" },
    { "≤", "<=" }, { "≥", ">=" }, { "≠", "!=" },  { "√", "sqrt" }, { "∞", "inf" },
    { "¬", "!" },  { "∧", "&" },  { "∨", "|" },   { "@", "dot(a, b)" },
};

/* What NumPy and Python put before a function's name; a longer one behind its beginning. */
static const char *const prefixes[] = {
    "np.", "np.linalg.", "numpy.", "numpy.linalg.", "math.",
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_digits(const char *bytes, size_t at, size_t end)
{
    while (at < end && is_digit(bytes[at]))
        at++;
    return at;
}

static size_t skip_name(const char *bytes, size_t at, size_t end)
{
    while (at < end && (is_letter(bytes[at]) || is_digit(bytes[at])))
        at++;
    return at;
}

static bool is_wide_minus(const char *bytes, size_t length)
{
    return length >= WIDE_MINUS_SIZE && memcmp(bytes, wide_minus, WIDE_MINUS_SIZE) == 0;
}

/* The end of an exponent that begins at `at`, or `at` where there is none. */
static size_t skip_exponent(const char *bytes, size_t at, size_t end)
{
    if (at == end || (bytes[at] != 'e' && bytes[at] != 'E'))
        return at;
    size_t digits = at + 1;
    if (digits < end && (bytes[digits] == '+' || bytes[digits] == '-'))
        digits++;
    else if (is_wide_minus(bytes + digits, end - digits))
        digits += WIDE_MINUS_SIZE;
    size_t stop = skip_digits(bytes, digits, end);
    return stop > digits ? stop : at;
}

/* As number_read, where the sign of the exponent, behind `sign` bytes, may be a wide minus. */
static bool read_number(const char *bytes, size_t length, size_t sign, double *number)
{
    if (sign >= length || !is_wide_minus(bytes + sign, length - sign))
        return number_read(bytes, length, number);
    char *plain = malloc(length);
    if (plain == NULL)
        return false;
    size_t rest = sign + WIDE_MINUS_SIZE;
    memcpy(plain, bytes, sign);
    plain[sign] = '-';
    memcpy(plain + sign + 1, bytes + rest, length - rest);
    bool read = number_read(plain, length - WIDE_MINUS_SIZE + 1, number);
    free(plain);
    return read;
}

/* number = digits [ "." digits ] [ "e" [ sign ] digits ]; one of the two `digits` may be empty */
static enum status scan_number(const struct source_text *source, size_t end, struct token *token,
                               struct failure *failure)
{
    const char *bytes = source->bytes;
    size_t at = skip_digits(bytes, token->start, end);
    if (at < end && bytes[at] == '.')
        at = skip_digits(bytes, at + 1, end);
    size_t mantissa = at;
    at = skip_exponent(bytes, at, end);
    token->kind = TOKEN_NUMBER;
    token->length = at - token->start;
    bool lone_e = at == mantissa && at < end && (bytes[at] == 'e' || bytes[at] == 'E') &&
                  skip_name(bytes, at, end) == at + 1;
    if (lone_e) {
        char quoted[QUOTED_SIZE];
        quote(bytes + token->start, token->length, quoted);
        return failure_at(failure, source, token->start, token->length + 1,
                          "an exponent needs digits; to multiply by e write '%s*e'", quoted);
    }
    if (!read_number(bytes + token->start, token->length, mantissa + 1 - token->start,
                     &token->number))
        return failure_memory(failure);
    return STATUS_OK;
}

/* name = [ prefix ] letter { letter | digit } */
static enum status scan_name(const struct source_text *source, size_t end, struct token *token,
                             struct failure *failure)
{
    const char *bytes = source->bytes + token->start;
    token->kind = TOKEN_NAME;
    token->name_start = token->start;
    for (size_t i = 0; i < LENGTH(prefixes); i++) {
        size_t length = strlen(prefixes[i]);
        if (end - token->start < length || memcmp(bytes, prefixes[i], length) != 0)
            continue;
        token->name_start = token->start + length;
        if (token->name_start == end || !is_letter(source->bytes[token->name_start]))
            return failure_at(failure, source, token->start, length,
                              "a function's name must follow '%s'", prefixes[i]);
    }
    token->length = skip_name(source->bytes, token->name_start, end) - token->start;
    return STATUS_OK;
}

static enum status refuse_character(const struct source_text *source, size_t end,
                                    const struct token *token, struct failure *failure)
{
    char quoted[QUOTED_SIZE];
    uint32_t character;
    const char *bytes = source->bytes + token->start;
    size_t length = utf8_decode(bytes, end - token->start, &character);
    length = length == 0 ? 1 : length;
    for (size_t i = 0; i < LENGTH(foreign_characters); i++)
        if (strncmp(foreign_characters[i].character, bytes, length) == 0 &&
            strlen(foreign_characters[i].character) == length)
            return failure_at(failure, source, token->start, length,
                              "unexpected character '%s', write '%s'",
                              foreign_characters[i].character, foreign_characters[i].instead);
    if (bytes[0] == '.' && token->start > 0 && bytes[-1] != ' ')
        return failure_at(failure, source, token->start, length,
                          "unexpected character '.', a function stands alone or behind 'np.': "
                          "sum(x), np.sum(x)");
    return failure_at(failure, source, token->start, length, "unexpected character '%s'",
                      quote(bytes, length, quoted));
}

static size_t skip_blanks(const char *bytes, size_t at, size_t end)
{
    while (at < end && (is_blank(bytes[at]) || bytes[at] == '#')) {
        bool comment = bytes[at] == '#';
        while (comment && at + 1 < end && bytes[at + 1] != '\n')
            at++;
        at++;
    }
    return at;
}

enum status scan_token(const struct source_text *source, size_t at, size_t end,
                       struct token *token, struct failure *failure)
{
    const char *bytes = source->bytes;
    at = skip_blanks(bytes, at, end);
    *token = (struct token){ .kind = TOKEN_END, .start = at };
    if (at == end)
        return STATUS_OK;
    if (is_digit(bytes[at]) || (bytes[at] == '.' && at + 1 < end && is_digit(bytes[at + 1])))
        return scan_number(source, end, token, failure);
    if (is_letter(bytes[at]))
        return scan_name(source, end, token, failure);
    for (size_t i = 0; i < LENGTH(operators); i++) {
        size_t length = strlen(operators[i].text);
        if (end - at >= length && memcmp(bytes + at, operators[i].text, length) == 0) {
            token->kind = operators[i].kind;
            token->length = length;
            return STATUS_OK;
        }
    }
    return refuse_character(source, end, token, failure);
}
