/* What the parser says of a text that it cannot read. Private to the parser. */
#include "expr/parse_errors.h"

#include <string.h>

/* Words of other languages for what this one writes otherwise. */
static const struct {
    const char *word;
    const char *instead;
} foreign_words[] = {
    { "and", "&" },
    { "or", "|" },
    { "not", "!" },
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

const char *quote_token(const struct parser *parser, const struct token *token,
                        char quoted[QUOTED_SIZE])
{
    return quote(parser->source->bytes + token->start, token->length, quoted);
}

const char *foreign_word(const struct parser *parser, const struct token *token)
{
    if (token->kind != TOKEN_NAME)
        return NULL;
    for (size_t i = 0; i < LENGTH(foreign_words); i++)
        if (strlen(foreign_words[i].word) == token->length &&
            memcmp(foreign_words[i].word, parser->source->bytes + token->start, token->length) == 0)
            return foreign_words[i].instead;
    return NULL;
}

enum status refuse_foreign_word(struct parser *parser, const struct token *token)
{
    char quoted[QUOTED_SIZE];
    return failure_at(parser->failure, parser->source, token->start, token->length,
                      "'%s' is no operator here, write '%s'", quote_token(parser, token, quoted),
                      foreign_word(parser, token));
}

enum status refuse_operand(struct parser *parser)
{
    const struct token *token = &parser->token;
    char quoted[QUOTED_SIZE];
    if (token->kind == TOKEN_END)
        return failure_at(parser->failure, parser->source, token->start, 0,
                          "an expression is missing at the end");
    if (token->kind == TOKEN_NOT)
        return refuse_not(parser);
    if (token->kind == TOKEN_OR && token->length == 1)
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "'|' is the operator 'or', for an absolute value write 'abs(...)'");
    return failure_at(parser->failure, parser->source, token->start, token->length,
                      "an expression is missing before '%s'", quote_token(parser, token, quoted));
}

/* Something that begins an operand stands right behind another one. */
static enum status refuse_missing_operator(struct parser *parser)
{
    char quoted[QUOTED_SIZE];
    return failure_at(parser->failure, parser->source, parser->token.start, parser->token.length,
                      "an operator is missing before '%s', to multiply write '*'",
                      quote_token(parser, &parser->token, quoted));
}

/* A semicolon behind what defines no name. */
static enum status refuse_semicolon(struct parser *parser)
{
    const struct token *token = &parser->token;
    size_t end = token->start + token->length;
    struct token next;
    struct failure ignored;
    if (scan_token(parser->source, end, parser->end, &next, &ignored) == STATUS_OK &&
        next.kind == TOKEN_END)
        return failure_at(parser->failure, parser->source, next.start, 0,
                          "an expression is missing at the end");
    return failure_at(parser->failure, parser->source, token->start, token->length,
                      "unexpected ';', it ends only definitions: 'name = expression;'");
}

enum status refuse_rest(struct parser *parser)
{
    const struct token *token = &parser->token;
    char quoted[QUOTED_SIZE];
    if (foreign_word(parser, token) != NULL)
        return refuse_foreign_word(parser, token);
    switch (token->kind) {
    case TOKEN_NUMBER:
    case TOKEN_NAME:
    case TOKEN_OPEN:
        return refuse_missing_operator(parser);
    case TOKEN_CLOSE:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "')' closes no '('");
    case TOKEN_CLOSE_BRACKET:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "']' closes no '['");
    case TOKEN_SEMICOLON:
        return refuse_semicolon(parser);
    case TOKEN_ASSIGN:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "'=' is no operator here, to compare write '=='");
    default:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "unexpected '%s'", quote_token(parser, token, quoted));
    }
}

enum status refuse_unclosed(struct parser *parser, const struct token *open)
{
    if (parser->token.kind == TOKEN_COMMA)
        return failure_at(parser->failure, parser->source, parser->token.start, 1,
                          "unexpected ',': only a function takes several arguments");
    if (parser->token.kind != TOKEN_END)
        return refuse_rest(parser);
    return failure_at(parser->failure, parser->source, open->start, open->length,
                      "'(' is never closed");
}

enum status refuse_product(struct parser *parser, size_t start)
{
    char quoted[QUOTED_SIZE];
    size_t end = parser->previous.start + parser->previous.length;
    quote(parser->source->bytes + start, end - start, quoted);
    return failure_at(parser->failure, parser->source, start,
                      parser->token.start + parser->token.length - start,
                      "'%s' is no function, to multiply write '%s*('", quoted, quoted);
}

enum status refuse_number_before_name(struct parser *parser, const struct token *symbol)
{
    char operator[QUOTED_SIZE];
    char number[QUOTED_SIZE];
    quote_token(parser, symbol, operator);
    quote_token(parser, &parser->token, number);
    return failure_at(parser->failure, parser->source, parser->token.start, parser->token.length,
                      "a product right after '%s' is ambiguous, write '%s(%s*...)' or '(...%s%s)*'",
                      operator, operator, number, operator, number);
}

enum status refuse_not(struct parser *parser)
{
    return failure_at(parser->failure, parser->source, parser->token.start, parser->token.length,
                      "'!' applies to all that follows up to '&' or '|', write '(!...)'");
}

/* How long the text between two places is without the blanks at its end. */
static size_t trimmed(const struct source_text *source, size_t start, size_t end)
{
    while (end > start && strchr(" \t\r\n", source->bytes[end - 1]) != NULL)
        end--;
    return end - start;
}

enum status refuse_chain(struct parser *parser, const struct comparison *last,
                         const struct token *symbol)
{
    enum { SHOWN_MOST = 40 };
    const struct source_text *source = parser->source;
    const char *left = source->bytes + last->left;
    const char *right = source->bytes + last->right;
    size_t end = parser->previous.start + parser->previous.length;
    size_t first = trimmed(source, last->left, symbol->start);
    size_t second = end - last->right;
    if (first > SHOWN_MOST || second > SHOWN_MOST || memchr(left, '\n', end - last->left) != NULL)
        return failure_at(parser->failure, source, symbol->start, symbol->length,
                          "comparisons cannot be chained, write 'a<b & b<c'");
    return failure_at(parser->failure, source, symbol->start, symbol->length,
                      "comparisons cannot be chained, write '%.*s & %.*s'", (int)first, left,
                      (int)second, right);
}

enum status refuse_missing_colon(struct parser *parser, const struct token *question)
{
    enum token_kind kind = parser->token.kind;
    if (kind != TOKEN_END && kind != TOKEN_CLOSE && kind != TOKEN_COMMA)
        return refuse_rest(parser);
    return failure_at(parser->failure, parser->source, question->start, question->length,
                      "'?' has no ':' with what to take otherwise");
}

enum status refuse_in_brackets(struct parser *parser, const struct token *open)
{
    const struct token *token = &parser->token;
    switch (token->kind) {
    case TOKEN_END:
        return failure_at(parser->failure, parser->source, open->start, open->length,
                          "'[' is never closed");
    case TOKEN_COMMA:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "unexpected ',': a vector has one index, as in x[0] or x[1:3]");
    case TOKEN_COLON:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "unexpected ':': a slice has three parts at most, x[start:stop:step]");
    case TOKEN_QUESTION:
        return failure_at(parser->failure, parser->source, token->start, token->length,
                          "in brackets ':' belongs to the slice, write '(a ? b : c)'");
    default:
        return refuse_rest(parser);
    }
}

enum status refuse_no_index(struct parser *parser, const struct token *open)
{
    size_t end = parser->token.start + parser->token.length;
    return failure_at(parser->failure, parser->source, open->start, end - open->start,
                      "an index is missing, as in x[0] or x[1:3]");
}

enum status refuse_floor_divide(struct parser *parser)
{
    return failure_at(parser->failure, parser->source, parser->token.start, parser->token.length,
                      "'//' is no operator here, write 'floor(a/b)'");
}
