/* From a text to its syntax tree. */
#ifndef STEEPEST_EXPR_PARSE_H
#define STEEPEST_EXPR_PARSE_H

#include "base/failure.h"
#include "expr/parameters.h"
#include "expr/syntax.h"

/*
 * Parse the bytes of `source` from `start` up to `end`, an expression and the definitions of names
 * before it, into `tree`, which must be empty. Parameters become numbers. STATUS_OK; STATUS_USAGE
 * with the place of the error; STATUS_FAILED when memory is short. The tree is the caller's to free
 * in every case.
 */
enum status parse(const struct source_text *source, size_t start, size_t end,
                  const struct parameters *parameters, struct tree *tree,
                  struct failure *failure);

#endif
