/* From a syntax tree back to a text. */
#ifndef STEEPEST_EXPR_PRINT_H
#define STEEPEST_EXPR_PRINT_H

#include "base/failure.h"
#include "base/text.h"
#include "expr/syntax.h"

/*
 * Append the tree that was parsed from `source` as a text in one form: no parentheses that say
 * nothing, every `*` written, `^` for powers, the plain names of functions and constants, numbers
 * with the fewest digits that read back. Parsed again with the same parameters it compiles to the
 * same tape. Short memory shows in text->failed.
 */
void tree_print(const struct source_text *source, const struct tree *tree, struct text *text);

#endif
