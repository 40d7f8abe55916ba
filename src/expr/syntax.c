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

bool tree_is_vector(const struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->kind == NODE_CALL && function_reduces(node->function, node->count))
            return true;
    }
    return false;
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
