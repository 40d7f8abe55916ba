/* What the parser says of a text that it cannot read. Private to the parser. */
#ifndef STEEPEST_EXPR_PARSE_ERRORS_H
#define STEEPEST_EXPR_PARSE_ERRORS_H

#include <stdbool.h>

#include "expr/parser.h"

/* The comparison that was just parsed, if any: where its left and right sides begin. */
struct comparison {
    bool compared;
    size_t left;
    size_t right;
};

/* A token's text, cut and inert. Returns `quoted`. */
const char *quote_token(const struct parser *parser, const struct token *token,
                        char quoted[QUOTED_SIZE]);

/* What this language writes for the token's word in another, or NULL. */
const char *foreign_word(const struct parser *parser, const struct token *token);

/* All that follow fill parser->failure and return STATUS_USAGE. */

/* A word for which foreign_word knows another. */
enum status refuse_foreign_word(struct parser *parser, const struct token *token);

/* The token at hand cannot begin an operand. */
enum status refuse_operand(struct parser *parser);

/* A whole expression was read and something is left. */
enum status refuse_rest(struct parser *parser);

/* A name with no meaning; a prefix such as `np.` is part of it. */
enum status refuse_name(struct parser *parser, const struct token *name);

/* A function without arguments behind it. */
enum status refuse_bare_function(struct parser *parser, const struct token *name,
                                 const struct function *function);

/* np.max(x, 0) and the like, where NumPy takes the second argument for an axis. */
enum status refuse_axis(struct parser *parser, const struct token *name,
                        const struct function *function);

/* A call with the wrong number of arguments; the call's last token is parser->previous. */
enum status refuse_argument_count(struct parser *parser, const struct token *name,
                                  const struct function *function, int count);

/* Neither a comma nor a closing parenthesis behind an argument of the call of `name`. */
enum status refuse_in_call(struct parser *parser, const struct token *name);

/* No closing parenthesis for `open`. */
enum status refuse_unclosed(struct parser *parser, const struct token *open);

/* `x(…)` or `(…)(…)`, whose first factor begins at `start`. */
enum status refuse_product(struct parser *parser, size_t start);

/* `1/2x` or `x^2y`, with the number at hand; `symbol` is the operator before it. */
enum status refuse_number_before_name(struct parser *parser, const struct token *symbol);

/* `!` where it would bind more tightly than it does. */
enum status refuse_not(struct parser *parser);

/* A second comparison `symbol` behind `last`, as in 0 < x < 1, whose right side was read. */
enum status refuse_chain(struct parser *parser, const struct comparison *last,
                         const struct token *symbol);

/* Something else than the closing bracket behind the index that `open` begins. */
enum status refuse_in_brackets(struct parser *parser, const struct token *open);

/* `[]`, whose end is at hand. */
enum status refuse_no_index(struct parser *parser, const struct token *open);

/* The `//` at hand, outside brackets. */
enum status refuse_floor_divide(struct parser *parser);

/* A definition of a name that is no new one, for this reason. */
enum status refuse_taken_name(struct parser *parser, const struct token *name,
                              const char *reason);

/* Something else than a semicolon behind the definition of `name`. */
enum status refuse_in_definition(struct parser *parser, const struct token *name);

/* No colon for `question`. */
enum status refuse_missing_colon(struct parser *parser, const struct token *question);

#endif
