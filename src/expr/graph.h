/* The values that a text computes, as a graph of scalar operations. Private to the compiler. */
#ifndef STEEPEST_EXPR_GRAPH_H
#define STEEPEST_EXPR_GRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "expr/operation.h"

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
 * Add a vertex whose operands are there; stores its index. STATUS_OK, or STATUS_FAILED when memory
 * is short.
 */
enum status graph_add(struct graph *graph, const struct vertex *vertex, value *index);

#endif
