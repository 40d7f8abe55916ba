/* The values that a text computes, as a graph of scalar operations. Private to the compiler. */
#ifndef STEEPEST_EXPR_GRAPH_H
#define STEEPEST_EXPR_GRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "expr/kernels.h"
#include "expr/operation.h"

typedef uint32_t vertex_index; /* an index into graph.vertices */

static const vertex_index VERTEX_NONE = UINT32_MAX; /* no vertex has it */

enum vertex_kind { VERTEX_VARIABLE, VERTEX_CONSTANT, VERTEX_OPERATION };

/* One scalar value. Operands come before it; the unused ones repeat the first. */
struct vertex {
    enum vertex_kind kind;
    enum operation operation;
    uint32_t variable;
    double constant;
    vertex_index operands[OPERANDS_MOST];
};

/* A growing graph in which no two vertices are the same. */
struct graph {
    const struct kernels *kernels; /* what constants are folded with */
    struct vertex *vertices;
    size_t count;
    size_t capacity;
    vertex_index *buckets; /* where a vertex is found again; count of them is a power of two */
    size_t buckets_count;
};

/* An empty graph whose constants are folded with these kernels. End with graph_free. */
struct graph graph_begin(const struct kernels *kernels);

/* Release what the graph owns and make it empty. */
void graph_free(struct graph *graph);

/*
 * The vertex of a number, variable, or operation with operands that are there: the same one for the
 * same thing. An operation on numbers is carried out at once, and is a number. STATUS_OK, or
 * STATUS_FAILED when memory is short.
 */
enum status graph_constant(struct graph *graph, double constant, vertex_index *index);
enum status graph_variable(struct graph *graph, uint32_t variable, vertex_index *index);
enum status graph_operation(struct graph *graph, enum operation operation,
                            const vertex_index operands[OPERANDS_MOST], vertex_index *index);

/*
 * `base` to the power of `exponent`. A second, third or fourth power is a multiplication: such
 * powers have the bits that x*x has.
 */
enum status graph_power(struct graph *graph, vertex_index base, vertex_index exponent,
                        vertex_index *index);

/* How many operands a vertex has; 0 for numbers and variables. */
size_t vertex_operands(const struct vertex *vertex);

#endif
