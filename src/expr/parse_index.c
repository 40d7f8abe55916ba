/* Indices and slices in a text: what stands in brackets behind a vector. */
#include "expr/parse_errors.h"
#include "expr/parser.h"

enum { PARTS_MOST = 3 }; /* start, stop and step */

/* Add what stands for a part that is left out. */
static enum status add_nothing(struct parser *parser, uint32_t *node)
{
    struct node nothing = { .kind = NODE_NOTHING };
    return parser_add(parser, &nothing, parser->previous.start + parser->previous.length, NULL, 0,
                      node);
}

/* [ binary(OR) ] */
static enum status parse_part(struct parser *parser, uint32_t *node)
{
    enum token_kind kind = parser->token.kind;
    if (kind == TOKEN_COLON || kind == TOKEN_CLOSE_BRACKET)
        return add_nothing(parser, node);
    return parse_operation(parser, node);
}

/* Parts between colons up to the closing bracket; `count` is at least 1. */
static enum status parse_parts(struct parser *parser, uint32_t parts[PARTS_MOST], uint32_t *count)
{
    *count = 0;
    enum status status = parse_part(parser, &parts[(*count)++]);
    while (status == STATUS_OK && parser->token.kind == TOKEN_COLON && *count < PARTS_MOST) {
        status = parser_advance(parser);
        if (status == STATUS_OK)
            status = parse_part(parser, &parts[(*count)++]);
    }
    return status;
}

/* Add the index or slice of children[0] by `count` parts behind it. */
static enum status add_index(struct parser *parser, size_t start, uint32_t *children,
                             uint32_t count, uint32_t *node)
{
    struct node index = { .kind = count == 1 ? NODE_INDEX : NODE_SLICE };
    if (count == 1)
        return parser_add(parser, &index, start, children, 2, node);
    enum status status = STATUS_OK;
    for (; count < PARTS_MOST && status == STATUS_OK; count++)
        status = add_nothing(parser, &children[1 + count]);
    if (status != STATUS_OK)
        return status;
    return parser_add(parser, &index, start, children, 1 + PARTS_MOST, node);
}

/* "[" index "]" */
static enum status parse_brackets(struct parser *parser, size_t start, uint32_t *node)
{
    struct token open = parser->token;
    uint32_t children[1 + PARTS_MOST] = { *node };
    uint32_t count = 0;
    enum status status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK && parser->token.kind == TOKEN_CLOSE_BRACKET)
        return refuse_no_index(parser, &open);
    parser->brackets++;
    if (status == STATUS_OK)
        status = parse_parts(parser, &children[1], &count);
    if (status != STATUS_OK)
        return status;
    if (parser->token.kind != TOKEN_CLOSE_BRACKET)
        return refuse_in_brackets(parser, &open);
    parser->brackets--;
    parser_leave(parser);
    status = parser_advance(parser);
    if (status != STATUS_OK)
        return status;
    return add_index(parser, start, children, count, node);
}

enum status parse_indices(struct parser *parser, size_t start, uint32_t *node)
{
    enum status status = STATUS_OK;
    while (status == STATUS_OK && parser->token.kind == TOKEN_OPEN_BRACKET)
        status = parse_brackets(parser, start, node);
    return status;
}
