/* The values that a text computes, as a graph of scalar operations. Private to the compiler. */
#ifndef STEEPEST_EXPR_GRAPH_H
#define STEEPEST_EXPR_GRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/failure.h"
#include "expr/operation.h"
#include "expr/syntax.h"

typedef uint32_t value; /* an index into graph.vertices */

enum vertex_kind { VERTEX_VARIABLE, VERTEX_CONSTANT, VERTEX_OPERATION };

/* One scalar value. Operands come before it. */
struct vertex {
    enum vertex_kind kind;
    enum operation operation;
    uint32_t variable;
    double constant;
    value operands[OPERANDS_MOST];
};

/* A growing graph; begin with all zeros, end with graph_free. */
struct graph {
    struct vertex *vertices;
    size_t count;
    size_t capacity;
};

/* Release what the graph owns. */
void graph_free(struct graph *graph);

/*
 * Write out a tree for n variables: every vector operation becomes one vertex for each entry.
 * Stores the vertex of the tree's value. Errors as program_new.
 */
enum status graph_build(struct graph *graph, const struct source_text *source,
                        const struct tree *tree, size_t n, value *result,
                        struct failure *failure);

#endif
