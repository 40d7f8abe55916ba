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
    SYNTAX_NODES_MOST = 64 * 1024, /* numbers, names, operators and calls of a text */
    DEFINITIONS_MOST = 1000        /* names that a text gives to subexpressions */
};

enum node_kind {
    NODE_NUMBER,    /* number */
    NODE_VARIABLE,  /* x_variable */
    NODE_VECTOR,    /* bare x: a scalar text takes it as x0 */
    NODE_OPERATION, /* operation of `count` children */
    NODE_CALL,      /* function of `count` children */
    NODE_INDEX,     /* an entry, or entries, of a vector: the vector and the index */
    NODE_SLICE,     /* every step-th entry of a vector: vector, start, stop and step */
    NODE_NOTHING,   /* a part of a slice that is left out */
    NODE_NAME       /* a named subexpression: definition, whose node is its only child */
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
    size_t definition; /* index into tree.definitions */
    uint32_t children;
    uint32_t count;
    size_t start;  /* where its text stands in the source */
    size_t length;
};

/* A subexpression with a name. */
struct definition {
    char name[PARAMETER_NAME_SIZE];
    uint32_t node;
};

/* A growing tree; the last node is the root. Begin with all zeros, end with tree_free. */
struct tree {
    struct node *nodes;
    size_t count;
    size_t capacity;
    uint32_t *children;
    size_t children_count;
    size_t children_capacity;
    struct definition *definitions; /* in the text's order */
    size_t definitions_count;
    size_t definitions_capacity;
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

/*
 * Give a node a name of `length` < PARAMETER_NAME_SIZE bytes. STATUS_OK, or STATUS_FAILED when
 * memory is short. The caller checks DEFINITIONS_MOST and that the name is new.
 */
enum status tree_define(struct tree *tree, const char *name, size_t length, uint32_t node);

/* The index of the definition of that name; tree->definitions_count when there is none. */
size_t tree_find_definition(const struct tree *tree, const char *name, size_t length);

/* Whether the text speaks of vectors, by a call or an index: bare x is then a vector. */
bool tree_is_vector(const struct tree *tree);

/*
 * The highest variable of the tree + 1, or the entries that written indices of bare x need (6 for
 * x[5] and for x[-6]) if they are more; 0 when there is none. Bare x counts as x0.
 */
size_t tree_least_n(const struct tree *tree);

/*
 * The first variable at or above `least` that the tree names, by name or, when it is a vector text,
 * through bare x; VARIABLES_MOST when there is none.
 */
size_t tree_next_variable(const struct tree *tree, size_t least);

#endif
