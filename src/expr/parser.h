/* A parse in progress: its tokens, depth and tree. Private to the parser. */
#ifndef STEEPEST_EXPR_PARSER_H
#define STEEPEST_EXPR_PARSER_H

#include <stddef.h>
#include <stdint.h>

#include "base/failure.h"
#include "expr/scan.h"
#include "expr/syntax.h"

/* A parse in progress. Nothing is owned. */
struct parser {
    const struct source_text *source;
    size_t start; /* where the text begins in the source */
    size_t end;   /* where it ends */
    const struct parameters *parameters;
    struct tree *tree;
    struct failure *failure;
    struct token token;    /* the one at hand */
    struct token previous; /* the one before it */
    int depth;             /* how many descents are open, at most SYNTAX_DEPTH_MOST */
    int brackets;          /* how many of them are brackets */
};

/* Every status is STATUS_OK, STATUS_USAGE with the place, or STATUS_FAILED without memory. */

/* Go on to the next token. */
enum status parser_advance(struct parser *parser);

/* Begin a descent that may repeat without end: STATUS_USAGE at SYNTAX_DEPTH_MOST. */
enum status parser_enter(struct parser *parser);

/* End what parser_enter began. */
void parser_leave(struct parser *parser);

/*
 * Append a node that spans from `start` to the end of the previous token, and store its index.
 * `children` are `count` indices of nodes.
 */
enum status parser_add(struct parser *parser, struct node *node, size_t start,
                       const uint32_t *children, uint32_t count, uint32_t *index);

/* As parser_add, of an operation. */
enum status parser_add_operation(struct parser *parser, enum operation operation, size_t start,
                                 const uint32_t *children, uint32_t count, uint32_t *index);

/* As parser_add, of a number. */
enum status parser_add_number(struct parser *parser, double number, size_t start,
                              uint32_t *index);

/* Parse the expression that begins with the token at hand; the token behind it is then at hand. */
enum status parse_expression(struct parser *parser, uint32_t *node);

/* As parse_expression, of one without `? :` unless it is in parentheses. */
enum status parse_operation(struct parser *parser, uint32_t *node);

/*
 * As parse_expression, of the brackets behind the vector *node whose text begins at `start`; the
 * token at hand is the first `[`.
 */
enum status parse_indices(struct parser *parser, size_t start, uint32_t *node);

/* Parse `name = expression;` at hand and give the expression that name. */
enum status parse_definition(struct parser *parser);

/* As parse_expression, of the name at hand: a call, or what has that name. */
enum status parse_name(struct parser *parser, uint32_t *node);

#endif
