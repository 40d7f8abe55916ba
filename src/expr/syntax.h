/* The syntax tree of a text, as the parser leaves it and the compiler reads it. */
#ifndef STEEPEST_EXPR_SYNTAX_H
#define STEEPEST_EXPR_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "expr/names.h"

enum {
    SYNTAX_TEXT_MOST = 64 * 1024,  /* bytes of a text */
    SYNTAX_DEPTH_MOST = 200,       /* parentheses, calls, signs and powers inside one another */
    SYNTAX_NODES_MOST = 64 * 1024  /* numbers, names, operators and calls of a text */
};

enum node_kind {
    NODE_NUMBER,    /* number */
    NODE_VARIABLE,  /* x_variable */
    NODE_VECTOR,    /* bare x: a scalar text takes it as x0 */
    NODE_OPERATION, /* operation of `count` children */
    NODE_CALL       /* function of `count` children */
};

/*
 * A node. Children are stored before their parents: its `count` children are
 * tree.children[children], ... , indices of nodes that all come before it.
 */
struct node {
    enum node_kind kind;
    enum operation operation;
    const struct function *function;
    double number;
    size_t variable;
    uint32_t children;
    uint32_t count;
    size_t start;  /* where its text stands in the source */
    size_t length;
};

/* A growing tree; the last node is the root. Begin with all zeros, end with tree_free. */
struct tree {
    struct node *nodes;
    size_t count;
    size_t capacity;
    uint32_t *children;
    size_t children_count;
    size_t children_capacity;
};

/* Release what the tree owns and make it empty. */
void tree_free(struct tree *tree);

/*
 * Append a node with copies of `count` child indices; its `children` and `count` are filled in
 * here. Stores its index. STATUS_OK, or STATUS_FAILED when memory is short. The caller checks
 * SYNTAX_NODES_MOST.
 */
enum status tree_append(struct tree *tree, const struct node *node, const uint32_t *children,
                        uint32_t count, uint32_t *index);

/* Whether any call of the tree takes a vector to a scalar. */
bool tree_is_vector(const struct tree *tree);

/* The highest variable of the tree + 1; 0 when there is none. Bare x counts as x0. */
size_t tree_least_n(const struct tree *tree);

/*
 * The first variable at or above `least` that the tree names, by name or, when it is a vector text,
 * through bare x; VARIABLES_MOST when there is none.
 */
size_t tree_next_variable(const struct tree *tree, size_t least);

#endif
