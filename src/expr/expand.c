/* A syntax tree written out as a graph: vectors become one scalar value for each entry. */
#include "expr/expand.h"

#include <stdlib.h>

#include "base/size.h"
#include "expr/program.h"

/* What a tree node stands for: a scalar (length 1) or one vertex for each entry of a vector. */
struct entries {
    vertex_index *values; /* owned */
    size_t length;
};

/* A graph being built. */
struct builder {
    struct graph *graph;
    const struct source_text *source;
    const struct tree *tree;
    size_t n;
    bool is_vector;
    struct entries *nodes; /* one for each node of the tree, owned */
    const struct node *node; /* the one at hand */
    struct failure *failure;
};

/* Refuse to go on when the tape would be too long. */
static enum status check_length(struct builder *builder)
{
    if (builder->graph->count <= PROGRAM_OPERATIONS_MOST)
        return STATUS_OK;
    return failure_at(builder->failure, builder->source, builder->node->start,
                      builder->node->length, "more than %d operations with %zu variables",
                      PROGRAM_OPERATIONS_MOST, builder->n);
}

/* Make a failure of the graph, which can only be short of memory, one with words. */
static enum status added(struct builder *builder, enum status status)
{
    return status == STATUS_OK ? check_length(builder) : failure_memory(builder->failure);
}

static enum status add_constant(struct builder *builder, double constant, vertex_index *index)
{
    return added(builder, graph_constant(builder->graph, constant, index));
}

static enum status add_variable(struct builder *builder, size_t variable, vertex_index *index)
{
    return added(builder, graph_variable(builder->graph, (uint32_t)variable, index));
}

static enum status add_operation(struct builder *builder, enum operation operation, vertex_index a,
                                 vertex_index b, vertex_index c, vertex_index *index)
{
    const vertex_index operands[OPERANDS_MOST] = { a, b, c };
    if (operation == OPERATION_POWER)
        return added(builder, graph_power(builder->graph, a, b, index));
    return added(builder, graph_operation(builder->graph, operation, operands, index));
}

static bool allocate(struct entries *entries, size_t length)
{
    entries->values = array_resize(NULL, length, sizeof *entries->values);
    entries->length = length;
    return entries->values != NULL;
}

static enum status build_variables(struct builder *builder, size_t first, size_t length,
                                   struct entries *out)
{
    if (!allocate(out, length))
        return failure_memory(builder->failure);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < length && status == STATUS_OK; i++)
        status = add_variable(builder, first + i, &out->values[i]);
    return status;
}

/* The entries of child `k` of the node at hand. */
static const struct entries *child(const struct builder *builder, size_t k)
{
    return &builder->nodes[builder->tree->children[builder->node->children + k]];
}

/* Entry i of a value; a scalar has the same one everywhere. */
static vertex_index entry(const struct entries *entries, size_t i)
{
    return entries->length == 1 ? entries->values[0] : entries->values[i];
}

/* Join two values entry by entry; a scalar goes with every entry of a vector. */
static enum status build_binary(struct builder *builder, enum operation operation,
                                const struct entries *a, const struct entries *b,
                                struct entries *out)
{
    if (!allocate(out, a->length > b->length ? a->length : b->length))
        return failure_memory(builder->failure);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < out->length && status == STATUS_OK; i++)
        status = add_operation(builder, operation, entry(a, i), entry(b, i), entry(a, i),
                               &out->values[i]);
    return status;
}

/* An operation of one or three operands, entry by entry. */
static enum status build_other(struct builder *builder, enum operation operation,
                               struct entries *out)
{
    size_t operands = (size_t)operation_operands(operation);
    const struct entries *inputs[OPERANDS_MOST];
    size_t length = 1;
    for (size_t k = 0; k < OPERANDS_MOST; k++) {
        inputs[k] = child(builder, k < operands ? k : 0);
        length = inputs[k]->length > length ? inputs[k]->length : length;
    }
    if (!allocate(out, length))
        return failure_memory(builder->failure);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < length && status == STATUS_OK; i++)
        status = add_operation(builder, operation, entry(inputs[0], i), entry(inputs[1], i),
                               entry(inputs[2], i), &out->values[i]);
    return status;
}

static enum status build_elementwise(struct builder *builder, enum operation operation,
                                     struct entries *out)
{
    if (operation_operands(operation) == 2)
        return build_binary(builder, operation, child(builder, 0), child(builder, 1), out);
    return build_other(builder, operation, out);
}

/* Join all arguments left to right, entry by entry. */
static enum status build_fold(struct builder *builder, enum operation operation,
                              struct entries *out)
{
    enum status status =
        build_binary(builder, operation, child(builder, 0), child(builder, 1), out);
    for (size_t k = 2; k < builder->node->count && status == STATUS_OK; k++) {
        struct entries before = *out;
        status = build_binary(builder, operation, &before, child(builder, k), out);
        free(before.values);
    }
    return status;
}

/* Join a vector's entries left to right. */
static enum status build_reduction(struct builder *builder, enum operation operation,
                                   struct entries *out)
{
    const struct entries *vector = child(builder, 0);
    if (!allocate(out, 1))
        return failure_memory(builder->failure);
    vertex_index joined = vector->values[0];
    enum status status = STATUS_OK;
    for (size_t i = 1; i < vector->length && status == STATUS_OK; i++)
        status = add_operation(builder, operation, joined, vector->values[i], joined, &joined);
    out->values[0] = joined;
    return status;
}

static enum status build_mean(struct builder *builder, struct entries *out)
{
    vertex_index length;
    enum status status = build_reduction(builder, OPERATION_ADD, out);
    if (status == STATUS_OK)
        status = add_constant(builder, (double)child(builder, 0)->length, &length);
    if (status != STATUS_OK)
        return status;
    return add_operation(builder, OPERATION_DIVIDE, out->values[0], length, length,
                         &out->values[0]);
}

/* hypot over hypot neither overflows nor underflows on the way; of one entry it is abs. */
static enum status build_norm(struct builder *builder, struct entries *out)
{
    enum status status = build_reduction(builder, OPERATION_HYPOT, out);
    if (status != STATUS_OK || child(builder, 0)->length > 1)
        return status;
    vertex_index only = out->values[0];
    return add_operation(builder, OPERATION_ABS, only, only, only, &out->values[0]);
}

static enum status build_call(struct builder *builder, struct entries *out)
{
    const struct function *function = builder->node->function;
    switch (function->folding) {
    case FOLDING_ELEMENTWISE:
        return build_elementwise(builder, function->operation, out);
    case FOLDING_MEAN:
        return build_mean(builder, out);
    case FOLDING_NORM:
        return build_norm(builder, out);
    case FOLDING_FOLD:
    case FOLDING_REDUCE:
    case FOLDING_FOLD_OR_REDUCE:
        break;
    }
    if (function_reduces(function, builder->node->count))
        return build_reduction(builder, function->operation, out);
    return build_fold(builder, function->operation, out);
}

static enum status build_number(struct builder *builder, struct entries *out)
{
    if (!allocate(out, 1))
        return failure_memory(builder->failure);
    return add_constant(builder, builder->node->number, &out->values[0]);
}

static enum status build_node(struct builder *builder, struct entries *out)
{
    const struct node *node = builder->node;
    switch (node->kind) {
    case NODE_NUMBER:
        return build_number(builder, out);
    case NODE_VARIABLE:
        return build_variables(builder, node->variable, 1, out);
    case NODE_VECTOR:
        return build_variables(builder, 0, builder->is_vector ? builder->n : 1, out);
    case NODE_OPERATION:
        return build_elementwise(builder, node->operation, out);
    case NODE_CALL:
        break;
    }
    return build_call(builder, out);
}

static enum status build_nodes(struct builder *builder, vertex_index *result)
{
    const struct tree *tree = builder->tree;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < tree->count && status == STATUS_OK; i++) {
        builder->node = &tree->nodes[i];
        status = build_node(builder, &builder->nodes[i]);
    }
    if (status != STATUS_OK)
        return status;
    const struct entries *root = &builder->nodes[tree->count - 1];
    if (root->length != 1)
        return failure_at(builder->failure, builder->source, builder->node->start,
                          builder->node->length,
                          "the value is a vector of %zu entries, take its sum or another "
                          "function that gives a number",
                          root->length);
    *result = root->values[0];
    return STATUS_OK;
}

enum status expand(const struct source_text *source, const struct tree *tree, size_t n,
                   struct graph *graph, vertex_index *result, struct failure *failure)
{
    struct builder builder = {
        .graph = graph, .source = source, .tree = tree, .n = n, .failure = failure,
        .is_vector = tree_is_vector(tree)
    };
    builder.nodes = calloc(tree->count, sizeof *builder.nodes);
    if (builder.nodes == NULL)
        return failure_memory(failure);
    enum status status = build_nodes(&builder, result);
    for (size_t i = 0; i < tree->count; i++)
        free(builder.nodes[i].values);
    free(builder.nodes);
    return status;
}
