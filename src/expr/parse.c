/*
 * From a text to its syntax tree: recursive descent, with binary operators by precedence.
 *
 *   text       = { name "=" expression ";" } expression
 *   expression = binary(OR) [ "?" expression ":" expression ]
 *   binary(p)  = unary { operator-of-precedence >= p binary(p + 1) }
 *   unary      = { "+" | "-" } product
 *   product    = number-before-name-or-parenthesis power | power
 *   power      = primary [ "^" exponent ]
 *   exponent   = { "+" | "-" } power
 *   primary    = ( number | name | call | "(" expression ")" ) { "[" index "]" }
 *   call       = name "(" expression { "," expression } ")"
 *   index      = binary(OR) | [ binary(OR) ] ":" [ binary(OR) ] [ ":" [ binary(OR) ] ]
 *
 * and `!` binary(COMPARISON) stands where an operand of `&` or `|` may.
 */
#include "expr/parse.h"

#include "expr/parse_errors.h"
#include "expr/parser.h"

/* Tightest last. `!` stands between AND and COMPARISON. */
enum precedence { OR = 1, AND, COMPARISON, SUM, PRODUCT };

/* The binary operators: left to right all, except that comparisons cannot be chained. */
static const struct {
    enum precedence precedence;
    enum operation operation;
} binaries[] = {
    [TOKEN_OR] = { OR, OPERATION_OR },
    [TOKEN_AND] = { AND, OPERATION_AND },
    [TOKEN_LESS] = { COMPARISON, OPERATION_LESS },
    [TOKEN_LESS_EQUAL] = { COMPARISON, OPERATION_LESS_EQUAL },
    [TOKEN_GREATER] = { COMPARISON, OPERATION_GREATER },
    [TOKEN_GREATER_EQUAL] = { COMPARISON, OPERATION_GREATER_EQUAL },
    [TOKEN_EQUAL] = { COMPARISON, OPERATION_EQUAL },
    [TOKEN_NOT_EQUAL] = { COMPARISON, OPERATION_NOT_EQUAL },
    [TOKEN_PLUS] = { SUM, OPERATION_ADD },
    [TOKEN_MINUS] = { SUM, OPERATION_SUBTRACT },
    [TOKEN_TIMES] = { PRODUCT, OPERATION_MULTIPLY },
    [TOKEN_DIVIDE] = { PRODUCT, OPERATION_DIVIDE },
    [TOKEN_FLOOR_DIVIDE] = { PRODUCT, OPERATION_DIVIDE },
    [TOKEN_MODULO] = { PRODUCT, OPERATION_MODULO },
    [TOKEN_ASSIGN] = { 0, 0 },
};

static enum precedence precedence_of(enum token_kind kind)
{
    return binaries[kind].precedence;
}

static enum status parse_binary(struct parser *parser, enum precedence least, uint32_t *node);
static enum status parse_power(struct parser *parser, uint32_t *node);

static enum status parse_parentheses(struct parser *parser, uint32_t *node)
{
    struct token open = parser->token;
    enum status status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_expression(parser, node);
    if (status != STATUS_OK)
        return status;
    parser_leave(parser);
    if (parser->token.kind != TOKEN_CLOSE)
        return refuse_unclosed(parser, &open);
    return parser_advance(parser);
}

/* primary = ( number | name | call | "(" expression ")" ) { "[" index "]" } */
static enum status parse_primary(struct parser *parser, uint32_t *node)
{
    struct token token = parser->token;
    enum status status;
    switch (token.kind) {
    case TOKEN_NUMBER:
        status = parser_advance(parser);
        if (status == STATUS_OK)
            status = parser_add_number(parser, token.number, token.start, node);
        break;
    case TOKEN_NAME:
        status = parse_name(parser, node);
        break;
    case TOKEN_OPEN:
        status = parse_parentheses(parser, node);
        break;
    default:
        return refuse_operand(parser);
    }
    if (status == STATUS_OK && parser->token.kind == TOKEN_OPEN_BRACKET)
        status = parse_indices(parser, token.start, node);
    if (status == STATUS_OK && parser->token.kind == TOKEN_OPEN && token.kind != TOKEN_NUMBER)
        return refuse_product(parser, token.start);
    return status;
}

/* Whether a number stands right before a name or parenthesis, which multiplies. */
static bool is_number_before_name(const struct parser *parser)
{
    size_t after = parser->token.start + parser->token.length;
    struct token next;
    struct failure ignored;
    return parser->token.kind == TOKEN_NUMBER &&
           scan_token(parser->source, after, parser->end, &next, &ignored) == STATUS_OK &&
           next.start == after && (next.kind == TOKEN_NAME || next.kind == TOKEN_OPEN);
}

/* Add signs' worth of negation to the node that begins at `start`. */
static enum status negate(struct parser *parser, bool negative, size_t start, uint32_t *node)
{
    if (!negative)
        return STATUS_OK;
    uint32_t child = *node;
    return parser_add_operation(parser, OPERATION_NEGATE, start, &child, 1, node);
}

/* Pass signs; *negative tells whether they are an odd number of minuses. */
static enum status parse_signs(struct parser *parser, bool *negative)
{
    *negative = false;
    while (parser->token.kind == TOKEN_PLUS || parser->token.kind == TOKEN_MINUS) {
        if (parser->token.kind == TOKEN_MINUS)
            *negative = !*negative;
        enum status status = parser_advance(parser);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

/* exponent = { "+" | "-" } power */
static enum status parse_exponent(struct parser *parser, uint32_t *node)
{
    struct token power = parser->previous;
    size_t start = parser->token.start;
    bool negative;
    enum status status = parse_signs(parser, &negative);
    if (status != STATUS_OK)
        return status;
    if (is_number_before_name(parser))
        return refuse_number_before_name(parser, &power);
    status = parse_power(parser, node);
    if (status != STATUS_OK)
        return status;
    return negate(parser, negative, start, node);
}

/* power = primary [ "^" exponent ] */
static enum status parse_power(struct parser *parser, uint32_t *node)
{
    size_t start = parser->token.start;
    uint32_t children[2];
    enum status status = parse_primary(parser, &children[0]);
    if (status != STATUS_OK)
        return status;
    *node = children[0];
    if (parser->token.kind != TOKEN_POWER)
        return STATUS_OK;
    status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_exponent(parser, &children[1]);
    if (status != STATUS_OK)
        return status;
    parser_leave(parser);
    return parser_add_operation(parser, OPERATION_POWER, start, children, 2, node);
}

/* A number that stands right before a name or parenthesis times the power that begins there. */
static enum status parse_number_before_name(struct parser *parser, uint32_t *node)
{
    struct token number = parser->token;
    uint32_t children[2];
    enum status status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parser_add_number(parser, number.number, number.start, &children[0]);
    if (status == STATUS_OK)
        status = parse_power(parser, &children[1]);
    if (status != STATUS_OK)
        return status;
    return parser_add_operation(parser, OPERATION_MULTIPLY, number.start, children, 2, node);
}

/* unary = { "+" | "-" } product */
static enum status parse_unary(struct parser *parser, uint32_t *node)
{
    size_t start = parser->token.start;
    struct token before = parser->previous;
    bool negative;
    enum status status = parse_signs(parser, &negative);
    if (status != STATUS_OK)
        return status;
    if (!is_number_before_name(parser))
        status = parse_power(parser, node);
    else if (before.kind == TOKEN_DIVIDE || before.kind == TOKEN_FLOOR_DIVIDE ||
             before.kind == TOKEN_MODULO)
        return refuse_number_before_name(parser, &before);
    else
        status = parse_number_before_name(parser, node);
    if (status != STATUS_OK)
        return status;
    return negate(parser, negative, start, node);
}

/* "!" binary(COMPARISON), or an operand of a binary operator */
static enum status parse_operand(struct parser *parser, enum precedence least, uint32_t *node)
{
    size_t start = parser->token.start;
    if (parser->token.kind != TOKEN_NOT)
        return parse_unary(parser, node);
    if (least > COMPARISON)
        return refuse_not(parser);
    uint32_t child;
    enum status status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parser->token.kind == TOKEN_NOT ? parse_operand(parser, COMPARISON, &child)
                                                 : parse_binary(parser, COMPARISON, &child);
    if (status != STATUS_OK)
        return status;
    parser_leave(parser);
    return parser_add_operation(parser, OPERATION_NOT, start, &child, 1, node);
}

/* A second comparison: read its right side, to be able to say what to write instead. */
static enum status parse_chained(struct parser *parser, const struct comparison *last)
{
    struct token symbol = parser->token;
    uint32_t ignored;
    enum status status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_binary(parser, SUM, &ignored);
    if (status != STATUS_OK)
        return status;
    return refuse_chain(parser, last, &symbol);
}

/* Add the operation of a binary operator. */
static enum status add_binary(struct parser *parser, const struct token *symbol, size_t start,
                              const uint32_t children[2], uint32_t *node)
{
    enum operation operation = binaries[symbol->kind].operation;
    enum status status = parser_add_operation(parser, operation, start, children, 2, node);
    if (status != STATUS_OK || symbol->kind != TOKEN_FLOOR_DIVIDE)
        return status;
    uint32_t quotient = *node;
    return parser_add_operation(parser, OPERATION_FLOOR, start, &quotient, 1, node);
}

/* binary(p) = operand { operator of precedence q >= p, binary(q + 1) } */
static enum status parse_binary(struct parser *parser, enum precedence least, uint32_t *node)
{
    size_t start = parser->token.start;
    uint32_t children[2];
    enum status status = parse_operand(parser, least, node);
    struct comparison last = { .compared = false };
    while (status == STATUS_OK && precedence_of(parser->token.kind) >= least &&
           precedence_of(parser->token.kind) > 0) {
        struct token symbol = parser->token;
        enum precedence precedence = precedence_of(symbol.kind);
        if (precedence == COMPARISON && last.compared)
            return parse_chained(parser, &last);
        if (symbol.kind == TOKEN_FLOOR_DIVIDE && parser->brackets == 0)
            return refuse_floor_divide(parser);
        children[0] = *node;
        status = parser_advance(parser);
        size_t right = parser->token.start;
        if (status == STATUS_OK)
            status = parse_binary(parser, precedence + 1, &children[1]);
        if (status == STATUS_OK)
            status = add_binary(parser, &symbol, start, children, node);
        last = (struct comparison){
            .compared = precedence == COMPARISON, .left = start, .right = right
        };
    }
    return status;
}

enum status parse_operation(struct parser *parser, uint32_t *node)
{
    return parse_binary(parser, OR, node);
}

/* expression = binary(OR) [ "?" expression ":" expression ] */
enum status parse_expression(struct parser *parser, uint32_t *node)
{
    size_t start = parser->token.start;
    uint32_t children[3];
    enum status status = parse_binary(parser, OR, &children[0]);
    if (status != STATUS_OK)
        return status;
    *node = children[0];
    if (parser->token.kind != TOKEN_QUESTION)
        return STATUS_OK;
    struct token question = parser->token;
    status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_expression(parser, &children[1]);
    if (status == STATUS_OK && parser->token.kind != TOKEN_COLON)
        status = refuse_missing_colon(parser, &question);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_expression(parser, &children[2]);
    if (status != STATUS_OK)
        return status;
    parser_leave(parser);
    return parser_add_operation(parser, OPERATION_SELECT, start, children, 3, node);
}

/* Whether a name and `=` are at hand. */
static bool is_definition(const struct parser *parser)
{
    struct token next;
    struct failure ignored;
    return parser->token.kind == TOKEN_NAME &&
           scan_token(parser->source, parser->token.start + parser->token.length, parser->end,
                      &next, &ignored) == STATUS_OK &&
           next.kind == TOKEN_ASSIGN;
}

enum status parse(const struct source_text *source, size_t start, size_t end,
                  const struct parameters *parameters, struct tree *tree,
                  struct failure *failure)
{
    struct parser parser = {
        .source = source, .start = start, .end = end, .parameters = parameters, .tree = tree,
        .failure = failure
    };
    uint32_t root;
    if (end - start > SYNTAX_TEXT_MOST)
        return failure_at(failure, source, 0, 0, "longer than %d bytes", SYNTAX_TEXT_MOST);
    enum status status = scan_token(source, start, end, &parser.token, failure);
    parser.previous = (struct token){ .kind = TOKEN_END, .start = start };
    while (status == STATUS_OK && is_definition(&parser))
        status = parse_definition(&parser);
    if (status == STATUS_OK)
        status = parse_expression(&parser, &root);
    if (status == STATUS_OK && parser.token.kind != TOKEN_END)
        status = refuse_rest(&parser);
    return status;
}
