/* The syntax tree of a text, as the parser leaves it and the compiler reads it. */
#include "expr/syntax.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { FIRST_CAPACITY = 16 };

void tree_free(struct tree *tree)
{
    free(tree->nodes);
    free(tree->children);
    free(tree->definitions);
    memset(tree, 0, sizeof *tree);
}

/* Make room for `more` elements behind `count`; false when memory is short. */
static bool grow(void **array, size_t *capacity, size_t count, size_t more, size_t size)
{
    size_t wanted = *capacity == 0 ? FIRST_CAPACITY : *capacity;
    while (wanted < count + more)
        wanted *= 2;
    if (wanted == *capacity)
        return true;
    void *grown = array_resize(*array, wanted, size);
    if (grown == NULL)
        return false;
    *array = grown;
    *capacity = wanted;
    return true;
}

static bool make_room(struct tree *tree, size_t children)
{
    void *nodes = tree->nodes;
    void *indices = tree->children;
    bool made = grow(&nodes, &tree->capacity, tree->count, 1, sizeof *tree->nodes);
    tree->nodes = nodes;
    made = made && grow(&indices, &tree->children_capacity, tree->children_count, children,
                        sizeof *tree->children);
    tree->children = indices;
    return made;
}

enum status tree_append(struct tree *tree, const struct node *node, const uint32_t *children,
                        uint32_t count, uint32_t *index)
{
    if (!make_room(tree, count))
        return STATUS_FAILED;
    struct node *added = &tree->nodes[tree->count];
    *added = *node;
    added->children = (uint32_t)tree->children_count;
    added->count = count;
    if (count > 0)
        memcpy(tree->children + tree->children_count, children, count * sizeof *children);
    tree->children_count += count;
    *index = (uint32_t)tree->count++;
    return STATUS_OK;
}

enum status tree_define(struct tree *tree, const char *name, size_t length, uint32_t node)
{
    void *definitions = tree->definitions;
    bool made = grow(&definitions, &tree->definitions_capacity, tree->definitions_count, 1,
                     sizeof *tree->definitions);
    tree->definitions = definitions;
    if (!made)
        return STATUS_FAILED;
    struct definition *added = &tree->definitions[tree->definitions_count++];
    memcpy(added->name, name, length);
    added->name[length] = '\0';
    added->node = node;
    return STATUS_OK;
}

size_t tree_find_definition(const struct tree *tree, const char *name, size_t length)
{
    size_t i = 0;
    while (i < tree->definitions_count && (strncmp(tree->definitions[i].name, name, length) != 0 ||
                                           tree->definitions[i].name[length] != '\0'))
        i++;
    return i;
}

bool tree_is_vector(const struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->kind == NODE_INDEX || node->kind == NODE_SLICE)
            return true;
        if (node->kind == NODE_CALL && function_takes_vector(node->function, node->count))
            return true;
    }
    return false;
}

/* A child of the node; of a named subexpression what the name stands for. */
static const struct node *child_meant(const struct tree *tree, const struct node *node, size_t k)
{
    const struct node *child = &tree->nodes[tree->children[node->children + k]];
    while (child->kind == NODE_NAME)
        child = &tree->nodes[tree->children[child->children]];
    return child;
}

/* The n that an index of bare x asks for, where it is written as a number; else 0. */
static size_t index_least_n(const struct tree *tree, const struct node *node)
{
    if (node->kind != NODE_INDEX || child_meant(tree, node, 0)->kind != NODE_VECTOR)
        return 0;
    const struct node *index = child_meant(tree, node, 1);
    bool negative = index->kind == NODE_OPERATION && index->operation == OPERATION_NEGATE;
    if (negative)
        index = child_meant(tree, index, 0);
    if (index->kind != NODE_NUMBER || !(index->number >= 0 && index->number < VARIABLES_MOST))
        return 0;
    return (size_t)index->number + (negative ? 0 : 1);
}

size_t tree_least_n(const struct tree *tree)
{
    size_t least = 0;
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->kind == NODE_VECTOR && least == 0)
            least = 1;
        if (node->kind == NODE_VARIABLE && node->variable >= least)
            least = node->variable + 1;
        size_t indexed = index_least_n(tree, node);
        least = indexed > least ? indexed : least;
    }
    return least;
}

size_t tree_next_variable(const struct tree *tree, size_t least)
{
    bool vector = tree_is_vector(tree);
    size_t next = VARIABLES_MOST;
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->kind == NODE_VARIABLE && node->variable >= least && node->variable < next)
            next = node->variable;
        if (node->kind == NODE_VECTOR && (vector || least == 0))
            return least;
    }
    return next;
}
