/* What the parser says of names, calls and definitions that it cannot read. */
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "expr/parse_errors.h"

/* Whether the token before the one at hand names a keyword argument, as in sum(x, axis=1). */
static bool is_keyword(const struct parser *parser)
{
    return parser->depth > 0 && parser->token.kind == TOKEN_ASSIGN &&
           parser->previous.kind == TOKEN_NAME;
}

static enum status refuse_keyword(struct parser *parser)
{
    char quoted[QUOTED_SIZE];
    const struct token *keyword = &parser->previous;
    return failure_at(parser->failure, parser->source, keyword->start, keyword->length,
                      "keyword arguments such as '%s=' are not understood, leave it out",
                      quote_token(parser, keyword, quoted));
}

/* Whether the bytes are x and digits, as a variable's name. */
static bool is_numbered(const char *bytes, size_t length)
{
    if (length < 2 || bytes[0] != 'x')
        return false;
    for (size_t i = 1; i < length; i++)
        if (bytes[i] < '0' || bytes[i] > '9')
            return false;
    return true;
}

/* A name that nothing known is near to. */
static enum status refuse_unknown_name(struct parser *parser, const struct token *name)
{
    const struct source_text *source = parser->source;
    bool prefixed = name->name_start != name->start;
    char quoted[QUOTED_SIZE];
    quote_token(parser, name, quoted);
    if (parser->token.kind == TOKEN_OPEN || prefixed)
        return failure_at(parser->failure, source, name->start, name->length,
                          "unknown function '%s'", quoted);
    if (is_numbered(source->bytes + name->start, name->length))
        return failure_at(parser->failure, source, name->start, name->length,
                          "unknown name '%s', variables are x0 to x%d", quoted,
                          VARIABLES_MOST - 1);
    if (name->length >= PARAMETER_NAME_SIZE)
        return failure_at(parser->failure, source, name->start, name->length, "unknown name '%s'",
                          quoted);
    return failure_at(parser->failure, source, name->start, name->length,
                      "unknown name '%s', give it by --set=%s=VALUE or :set %s=VALUE", quoted,
                      quoted, quoted);
}

/* The known name nearest to one that is unknown, or NULL. */
static const char *nearest_name(const struct parser *parser, const struct token *name)
{
    struct nearest nearest;
    nearest_start(&nearest, parser->source->bytes + name->name_start,
                  name->start + name->length - name->name_start);
    names_consider(&nearest, parser->parameters);
    for (size_t i = 0; i < parser->tree->definitions_count; i++)
        nearest_consider(&nearest, parser->tree->definitions[i].name);
    /* Another letter is another name: `f` is not meant for `if`. */
    return name->length == 1 && nearest.distance > 0 ? NULL : nearest.name;
}

/* The variable that the name is in capitals, in small letters; false when it is none. */
static bool find_small_variable(const struct parser *parser, const struct token *name,
                                char small[QUOTED_SIZE])
{
    size_t ignored;
    const char *bytes = parser->source->bytes + name->start;
    if (bytes[0] < 'X' || bytes[0] > 'Z' || name->length >= QUOTED_SIZE)
        return false;
    memcpy(small, bytes, name->length);
    small[name->length] = '\0';
    small[0] = (char)(bytes[0] - 'A' + 'a');
    return variable_find(small, name->length, &ignored);
}

/* Whether the letter alone is a variable, a parameter or a name that the text has defined. */
static bool is_value(const struct parser *parser, const char *letter)
{
    size_t k;
    double value;
    return variable_find(letter, 1, &k) || parameters_find(parser->parameters, letter, 1, &value) ||
           tree_find_definition(parser->tree, letter, 1) < parser->tree->definitions_count;
}

enum { FACTORS_MOST = 4 }; /* letters of a name that is taken for their product */

/* The name as the product of its letters, as `x*y` for `xy`; false when they are no values. */
static bool find_product(const struct parser *parser, const struct token *name,
                         char product[2 * FACTORS_MOST])
{
    const char *bytes = parser->source->bytes + name->start;
    if (name->length < 2 || name->length > FACTORS_MOST)
        return false;
    for (size_t i = 0; i < name->length; i++) {
        if (!is_value(parser, bytes + i))
            return false;
        product[2 * i] = bytes[i];
        product[2 * i + 1] = '*';
    }
    product[2 * name->length - 1] = '\0';
    return true;
}

/* Whether the name begins `f(x, y) =`, as one writes on paper; stores where that ends. */
static bool is_function_head(const struct parser *parser, const struct token *name, size_t *end)
{
    struct token token = parser->token;
    struct failure ignored;
    int depth = 0;
    if (name->start > parser->start && parser->tree->count > 0)
        return false;
    do {
        depth += token.kind == TOKEN_OPEN ? 1 : token.kind == TOKEN_CLOSE ? -1 : 0;
        if (depth == 0 ||
            scan_token(parser->source, token.start + token.length, parser->end, &token,
                       &ignored) != STATUS_OK ||
            token.kind == TOKEN_END)
            return false;
    } while (depth > 1 || token.kind != TOKEN_CLOSE);
    size_t close = token.start + token.length;
    if (scan_token(parser->source, close, parser->end, &token, &ignored) != STATUS_OK)
        return false;
    *end = token.start + token.length;
    return token.kind == TOKEN_ASSIGN;
}

/* A name whose spelling tells what was meant; false when it does not. */
static bool refuse_habit(struct parser *parser, const struct token *name, const char *quoted)
{
    const struct source_text *source = parser->source;
    char small[QUOTED_SIZE];
    char product[2 * FACTORS_MOST];
    size_t end;
    if (is_function_head(parser, name, &end)) {
        failure_at(parser->failure, source, name->start, end - name->start,
                   "write the expression alone, without '%s'",
                   quote(source->bytes + name->start, end - name->start, small));
        return true;
    }
    if (find_small_variable(parser, name, small)) {
        failure_at(parser->failure, source, name->start, name->length,
                   "unknown name '%s', did you mean '%s'?", quoted, small);
        return true;
    }
    if (find_product(parser, name, product)) {
        failure_at(parser->failure, source, name->start, name->length,
                   "unknown name '%s', to multiply write '%s'", quoted, product);
        return true;
    }
    return false;
}

/* Whether the token makes its text one about vectors, whatever follows. */
static bool is_about_vectors(const struct parser *parser, const struct token *token)
{
    if (token->kind == TOKEN_OPEN_BRACKET)
        return true;
    if (token->kind != TOKEN_NAME)
        return false;
    const struct function *function =
        function_find(parser->source->bytes + token->name_start,
                      token->start + token->length - token->name_start);
    return function != NULL && function->folding != FOLDING_FOLD_OR_REDUCE &&
           function_takes_vector(function, 1);
}

/* Whether the name is what mathematics calls an entry's number, in a text about vectors. */
static bool is_entry_number(const struct parser *parser, const struct token *name)
{
    struct token token = { .start = parser->start };
    struct failure ignored;
    if (name->length != 1 || strchr("ijk", parser->source->bytes[name->start]) == NULL)
        return false;
    while (scan_token(parser->source, token.start + token.length, parser->end, &token, &ignored) ==
               STATUS_OK &&
           token.kind != TOKEN_END)
        if (is_about_vectors(parser, &token))
            return true;
    return false;
}

/* Words that begin something in Python, where an expression is wanted. */
static bool is_statement(const struct parser *parser, const struct token *name)
{
    static const char *const words[] = { "lambda", "def", "return", "import", "from" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == name->length &&
            memcmp(words[i], parser->source->bytes + name->start, name->length) == 0)
            return true;
    return false;
}

enum status refuse_name(struct parser *parser, const struct token *name)
{
    const struct source_text *source = parser->source;
    const char *nearest = nearest_name(parser, name);
    char quoted[QUOTED_SIZE];
    quote_token(parser, name, quoted);
    if (is_keyword(parser))
        return refuse_keyword(parser);
    if (foreign_word(parser, name) != NULL)
        return refuse_foreign_word(parser, name);
    if (is_statement(parser, name))
        return failure_at(parser->failure, source, name->start, name->length,
                          "'%s' is not understood, write the expression alone", quoted);
    if (is_entry_number(parser, name))
        return failure_at(parser->failure, source, name->start, name->length,
                          "unknown name '%s', the entries' numbers are 'arange(len(x))'", quoted);
    if (refuse_habit(parser, name, quoted))
        return STATUS_USAGE;
    if (nearest != NULL)
        return failure_at(parser->failure, source, name->start, name->length,
                          "unknown name '%s', did you mean '%s'?", quoted, nearest);
    return refuse_unknown_name(parser, name);
}

enum status refuse_bare_function(struct parser *parser, const struct token *name,
                                 const struct function *function)
{
    return failure_at(parser->failure, parser->source, name->start, name->length,
                      "'%s' is a function, write '%s(%s)'", function->name, function->name,
                      function->least > 1 ? "x, y" : "x");
}

enum status refuse_axis(struct parser *parser, const struct token *name,
                        const struct function *function)
{
    char quoted[QUOTED_SIZE];
    size_t end = parser->previous.start + parser->previous.length;
    return failure_at(parser->failure, parser->source, name->start, end - name->start,
                      "the second argument of '%s' is an axis in NumPy, for the larger or smaller "
                      "of two write '%s(a, b)'",
                      quote_token(parser, name, quoted), function->name);
}

enum status refuse_argument_count(struct parser *parser, const struct token *name,
                                  const struct function *function, int count)
{
    enum { WANTED_SIZE = 40 };
    char wanted[WANTED_SIZE];
    size_t end = parser->previous.start + parser->previous.length;
    if (function->most == ARGUMENTS_MOST)
        snprintf(wanted, sizeof wanted, "at least %d", function->least);
    else if (function->most > function->least)
        snprintf(wanted, sizeof wanted, "%d to %d", function->least, function->most);
    else
        snprintf(wanted, sizeof wanted, "%d", function->least);
    bool one = function->least == 1 && (function->most == 1 || function->most == ARGUMENTS_MOST);
    return failure_at(parser->failure, parser->source, name->start, end - name->start,
                      "'%s' takes %s argument%s, not %d", function->name, wanted, one ? "" : "s",
                      count);
}

enum status refuse_in_call(struct parser *parser, const struct token *name)
{
    if (is_keyword(parser))
        return refuse_keyword(parser);
    if (parser->token.kind == TOKEN_END) {
        char quoted[QUOTED_SIZE];
        return failure_at(parser->failure, parser->source, name->start, name->length,
                          "the '(' behind '%s' is never closed",
                          quote_token(parser, name, quoted));
    }
    return refuse_rest(parser);
}

/* Whether a semicolon is still to come. */
static bool has_semicolon(const struct parser *parser)
{
    struct token token = parser->token;
    struct failure ignored;
    while (token.kind != TOKEN_END && token.kind != TOKEN_SEMICOLON)
        if (scan_token(parser->source, token.start + token.length, parser->end, &token,
                       &ignored) != STATUS_OK)
            return false;
    return token.kind == TOKEN_SEMICOLON;
}

enum status refuse_taken_name(struct parser *parser, const struct token *name,
                              const char *reason)
{
    char quoted[QUOTED_SIZE];
    if (!has_semicolon(parser))
        return failure_at(parser->failure, parser->source, name->start, name->length,
                          "write the expression alone, without '%s =', or '==' to compare",
                          quote_token(parser, name, quoted));
    return failure_at(parser->failure, parser->source, name->start, name->length,
                      "'%s' %s: choose another name, or write '==' to compare",
                      quote_token(parser, name, quoted), reason);
}

enum status refuse_in_definition(struct parser *parser, const struct token *name)
{
    char quoted[QUOTED_SIZE];
    quote_token(parser, name, quoted);
    switch (parser->token.kind) {
    case TOKEN_END:
        break;
    case TOKEN_NUMBER:
    case TOKEN_NAME:
    case TOKEN_OPEN:
        if (foreign_word(parser, &parser->token) != NULL)
            return refuse_rest(parser);
        return failure_at(parser->failure, parser->source, parser->token.start,
                          parser->token.length,
                          "';' is missing before this, behind the definition of '%s'", quoted);
    default:
        return refuse_rest(parser);
    }
    return failure_at(parser->failure, parser->source, parser->token.start, 0,
                      "an expression is missing at the end, as in '%s = ...; 2*%s', or leave "
                      "'%s =' out", quoted, quoted, quoted);
}
