/* Names in a text: their definitions, variables, constants, parameters and calls of functions. */
#include "expr/parse_errors.h"
#include "expr/parser.h"

/* The arguments behind `name(`, up to and with the closing parenthesis. */
static enum status parse_arguments(struct parser *parser, const struct token *name,
                                   uint32_t *arguments, uint32_t *count)
{
    enum status status = STATUS_OK;
    *count = 0;
    if (parser->token.kind == TOKEN_CLOSE)
        return parser_advance(parser);
    for (;;) {
        if (*count == ARGUMENTS_MOST)
            return failure_at(parser->failure, parser->source, parser->token.start,
                              parser->token.length, "more than %d arguments", ARGUMENTS_MOST);
        status = parse_expression(parser, &arguments[*count]);
        if (status != STATUS_OK)
            return status;
        (*count)++;
        if (parser->token.kind == TOKEN_CLOSE)
            return parser_advance(parser);
        if (parser->token.kind != TOKEN_COMMA)
            return refuse_in_call(parser, name);
        status = parser_advance(parser);
        if (status != STATUS_OK)
            return status;
    }
}

/* name "(" expression { "," expression } ")" with the token behind the parenthesis at hand */
static enum status parse_call(struct parser *parser, const struct token *name,
                              const struct function *function, uint32_t *node)
{
    uint32_t arguments[ARGUMENTS_MOST];
    uint32_t count;
    enum status status = parser_enter(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_arguments(parser, name, arguments, &count);
    if (status != STATUS_OK)
        return status;
    parser_leave(parser);
    if ((int)count < function->least || (int)count > function->most)
        return refuse_argument_count(parser, name, function, (int)count);
    if (function->folding == FOLDING_FOLD_OR_REDUCE && count > 1 &&
        name->name_start != name->start)
        return refuse_axis(parser, name, function);
    struct node call = { .kind = NODE_CALL, .function = function };
    return parser_add(parser, &call, name->start, arguments, count, node);
}

/* What a definition of the text has named. */
static enum status parse_defined_name(struct parser *parser, const struct token *name,
                                      size_t definition, uint32_t *node)
{
    struct node reference = { .kind = NODE_NAME, .definition = definition };
    uint32_t named = parser->tree->definitions[definition].node;
    return parser_add(parser, &reference, name->start, &named, 1, node);
}

/* A name that is no function: constant, variable, parameter or one that the text has defined. */
static enum status parse_value_name(struct parser *parser, const struct token *name,
                                    uint32_t *node)
{
    const char *bytes = parser->source->bytes + name->name_start;
    size_t length = name->start + name->length - name->name_start;
    double number;
    struct node variable = { .kind = NODE_VARIABLE };
    if (constant_find(bytes, length, &number) ||
        parameters_find(parser->parameters, bytes, length, &number))
        return parser_add_number(parser, number, name->start, node);
    size_t definition = tree_find_definition(parser->tree, bytes, length);
    if (name->name_start == name->start && definition < parser->tree->definitions_count)
        return parse_defined_name(parser, name, definition, node);
    if (name->name_start == name->start && variable_find(bytes, length, &variable.variable)) {
        if (length == 1 && variable.variable == 0)
            variable.kind = NODE_VECTOR;
        return parser_add(parser, &variable, name->start, NULL, 0, node);
    }
    return refuse_name(parser, name);
}

enum status parse_name(struct parser *parser, uint32_t *node)
{
    struct token name = parser->token;
    size_t length = name.start + name.length - name.name_start;
    const struct function *function =
        function_find(parser->source->bytes + name.name_start, length);
    enum status status = parser_advance(parser);
    if (status != STATUS_OK)
        return status;
    if (function != NULL) {
        if (parser->token.kind != TOKEN_OPEN)
            return refuse_bare_function(parser, &name, function);
        return parse_call(parser, &name, function, node);
    }
    return parse_value_name(parser, &name, node);
}

/* Whether a definition may give this name. */
static enum status check_new_name(struct parser *parser, const struct token *name)
{
    const char *bytes = parser->source->bytes + name->start;
    double ignored;
    if (name->name_start != name->start)
        return refuse_taken_name(parser, name, "has a prefix");
    if (name_is_taken(bytes, name->length) || foreign_word(parser, name) != NULL)
        return refuse_taken_name(parser, name, "has a meaning already");
    if (parameters_find(parser->parameters, bytes, name->length, &ignored))
        return refuse_taken_name(parser, name, "is a parameter already");
    if (tree_find_definition(parser->tree, bytes, name->length) < parser->tree->definitions_count)
        return refuse_taken_name(parser, name, "is defined already");
    if (name->length >= PARAMETER_NAME_SIZE)
        return failure_at(parser->failure, parser->source, name->start, name->length,
                          "a name has at most %d characters", PARAMETER_NAME_SIZE - 1);
    if (parser->tree->definitions_count == DEFINITIONS_MOST)
        return failure_at(parser->failure, parser->source, name->start, name->length,
                          "at most %d names can be defined", DEFINITIONS_MOST);
    return STATUS_OK;
}

enum status parse_definition(struct parser *parser)
{
    struct token name = parser->token;
    uint32_t node;
    enum status status = check_new_name(parser, &name);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK)
        status = parse_expression(parser, &node);
    if (status == STATUS_OK && parser->token.kind != TOKEN_SEMICOLON)
        status = refuse_in_definition(parser, &name);
    if (status == STATUS_OK)
        status = parser_advance(parser);
    if (status == STATUS_OK && tree_define(parser->tree, parser->source->bytes + name.start,
                                           name.length, node) != STATUS_OK)
        status = failure_memory(parser->failure);
    return status;
}
