/* A syntax tree written out as a graph. Private to the compiler. */
#ifndef STEEPEST_EXPR_EXPAND_H
#define STEEPEST_EXPR_EXPAND_H

#include <stddef.h>

#include "base/failure.h"
#include "expr/graph.h"
#include "expr/syntax.h"

/*
 * Write out a tree for n variables: every vector operation becomes one vertex for each entry.
 * Adds to `graph` and stores the vertex of the tree's value. Errors as program_new.
 */
enum status expand(const struct source_text *source, const struct tree *tree, size_t n,
                   struct graph *graph, vertex_index *result, struct failure *failure);

#endif
