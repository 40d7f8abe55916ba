/* A text in the language cut into tokens. */
#ifndef STEEPEST_EXPR_SCAN_H
#define STEEPEST_EXPR_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

/* What a token is. The operators' order is that of the table in scan.c. */
enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OPEN_BRACKET,
    TOKEN_CLOSE_BRACKET,
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_QUESTION,
    TOKEN_COLON,
    TOKEN_PLUS,
    TOKEN_MINUS,
    TOKEN_TIMES,
    TOKEN_DIVIDE,
    TOKEN_FLOOR_DIVIDE,
    TOKEN_MODULO,
    TOKEN_POWER,
    TOKEN_LESS,
    TOKEN_LESS_EQUAL,
    TOKEN_GREATER,
    TOKEN_GREATER_EQUAL,
    TOKEN_EQUAL,
    TOKEN_NOT_EQUAL,
    TOKEN_NOT,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_ASSIGN
};

/* `start` and `length` are where it stands in the source. */
struct token {
    enum token_kind kind;
    size_t start;
    size_t length;
    double number;     /* of TOKEN_NUMBER */
    size_t name_start; /* of TOKEN_NAME: where the name begins, behind a prefix such as `np.` */
};

/*
 * Read the token at or behind `at`, passing blanks and comments (`#` to the end of a line); nothing
 * at or behind `end` is read. At the end it is TOKEN_END with length 0. STATUS_OK, or STATUS_USAGE
 * for what is no token.
 */
enum status scan_token(const struct source_text *source, size_t at, size_t end,
                       struct token *token, struct failure *failure);

#endif
