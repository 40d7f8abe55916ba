/* A parse in progress: its tokens, depth and tree. Private to the parser. */
#include "expr/parser.h"

enum status parser_advance(struct parser *parser)
{
    parser->previous = parser->token;
    return scan_token(parser->source, parser->token.start + parser->token.length, parser->end,
                      &parser->token, parser->failure);
}

enum status parser_enter(struct parser *parser)
{
    if (parser->depth == SYNTAX_DEPTH_MOST)
        return failure_at(parser->failure, parser->source, parser->token.start,
                          parser->token.length, "nested more than %d deep", SYNTAX_DEPTH_MOST);
    parser->depth++;
    return STATUS_OK;
}

void parser_leave(struct parser *parser)
{
    parser->depth--;
}

enum status parser_add(struct parser *parser, struct node *node, size_t start,
                       const uint32_t *children, uint32_t count, uint32_t *index)
{
    node->start = start;
    node->length = parser->previous.start + parser->previous.length - start;
    if (parser->tree->count == SYNTAX_NODES_MOST)
        return failure_at(parser->failure, parser->source, start, node->length,
                          "more than %d numbers, names and operators", SYNTAX_NODES_MOST);
    if (tree_append(parser->tree, node, children, count, index) != STATUS_OK)
        return failure_memory(parser->failure);
    return STATUS_OK;
}

enum status parser_add_operation(struct parser *parser, enum operation operation, size_t start,
                                 const uint32_t *children, uint32_t count, uint32_t *index)
{
    struct node node = { .kind = NODE_OPERATION, .operation = operation };
    return parser_add(parser, &node, start, children, count, index);
}

enum status parser_add_number(struct parser *parser, double number, size_t start, uint32_t *index)
{
    struct node node = { .kind = NODE_NUMBER, .number = number };
    return parser_add(parser, &node, start, NULL, 0, index);
}
