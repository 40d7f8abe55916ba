/* What the parts of the expander share. Private to expand.c and expand_vector.c. */
#ifndef STEEPEST_EXPR_EXPAND_PARTS_H
#define STEEPEST_EXPR_EXPAND_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "expr/graph.h"
#include "expr/program.h"
#include "expr/syntax.h"

/* Entries of all nodes together: more than operations, for slices take none. */
enum { ENTRIES_MOST = 4 * PROGRAM_OPERATIONS_MOST };

/* What a tree node stands for: a scalar (length 1) or one vertex for each entry of a vector. */
struct entries {
    vertex_index *values; /* owned, unless is_shared */
    size_t length;
    bool is_vector;
    bool is_shared; /* the values are those of an earlier node */
};

/* A graph being built. */
struct builder {
    struct graph *graph;
    const struct source_text *source;
    const struct tree *tree;
    size_t n;
    bool is_vector;
    struct entries *nodes;       /* one for each node of the tree, owned */
    const struct entries *whole; /* bare x where it was built already, else NULL */
    size_t entries_count;        /* of all nodes so far */
    const struct node *node;     /* the one at hand */
    struct failure *failure;
};

/*
 * Every status is STATUS_OK; STATUS_USAGE, pointing at the node at hand or one of its children;
 * or STATUS_FAILED when memory is short.
 */

/* Add a constant to the graph. */
enum status add_constant(struct builder *builder, double constant, vertex_index *index);

/* Add an operation; the operands that it does not have may be any. */
enum status add_operation(struct builder *builder, enum operation operation, vertex_index a,
                          vertex_index b, vertex_index c, vertex_index *index);

/* Store the number that a vertex is, whatever the variables; false when it depends on them. */
bool known_number(const struct builder *builder, vertex_index index, double *number);

/* Make room for as many entries, which the caller fills in. */
enum status allocate_entries(struct builder *builder, size_t length, bool is_vector,
                             struct entries *out);

/* Say that the text has too many operations. */
enum status refuse_size(struct builder *builder);

/* The node of child `k` of the node at hand. */
const struct node *child_node(const struct builder *builder, size_t k);

/* The entries of child `k` of the node at hand. */
const struct entries *child_entries(const struct builder *builder, size_t k);

/* Build a call of a function that speaks of vectors. */
enum status build_vector_call(struct builder *builder, struct entries *out);

/* Build an entry of a vector, or several. */
enum status build_index(struct builder *builder, struct entries *out);

/* Build every step-th entry of a vector between two, as Python counts them. */
enum status build_slice(struct builder *builder, struct entries *out);

#endif
