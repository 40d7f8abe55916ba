/* A syntax tree written out as a graph: vectors become one scalar value for each entry. */
#include "expr/expand.h"

#include <stdlib.h>

#include "base/size.h"
#include "expr/expand_parts.h"

enum status refuse_size(struct builder *builder)
{
    return failure_at(builder->failure, builder->source, builder->node->start,
                      builder->node->length, "more than %d operations with %zu variables",
                      PROGRAM_OPERATIONS_MOST, builder->n);
}

/* Make a failure of the graph, which can only be short of memory, one with words. */
static enum status added(struct builder *builder, enum status status)
{
    if (status != STATUS_OK)
        return failure_memory(builder->failure);
    return builder->graph->count <= PROGRAM_OPERATIONS_MOST ? STATUS_OK : refuse_size(builder);
}

enum status add_constant(struct builder *builder, double constant, vertex_index *index)
{
    return added(builder, graph_constant(builder->graph, constant, index));
}

static enum status add_variable(struct builder *builder, size_t variable, vertex_index *index)
{
    return added(builder, graph_variable(builder->graph, (uint32_t)variable, index));
}

enum status add_operation(struct builder *builder, enum operation operation, vertex_index a,
                          vertex_index b, vertex_index c, vertex_index *index)
{
    const vertex_index operands[OPERANDS_MOST] = { a, b, c };
    if (operation == OPERATION_POWER)
        return added(builder, graph_power(builder->graph, a, b, index));
    return added(builder, graph_operation(builder->graph, operation, operands, index));
}

bool known_number(const struct builder *builder, vertex_index index, double *number)
{
    const struct vertex *vertex = &builder->graph->vertices[index];
    *number = vertex->constant;
    return vertex->kind == VERTEX_CONSTANT;
}

enum status allocate_entries(struct builder *builder, size_t length, bool is_vector,
                             struct entries *out)
{
    if (length > ENTRIES_MOST - builder->entries_count)
        return refuse_size(builder);
    builder->entries_count += length;
    *out = (struct entries){ .length = length, .is_vector = is_vector };
    out->values = array_resize(NULL, length, sizeof *out->values);
    return out->values == NULL ? failure_memory(builder->failure) : STATUS_OK;
}

static enum status build_variables(struct builder *builder, size_t first, size_t length,
                                   bool is_vector, struct entries *out)
{
    enum status status = allocate_entries(builder, length, is_vector, out);
    for (size_t i = 0; i < length && status == STATUS_OK; i++)
        status = add_variable(builder, first + i, &out->values[i]);
    return status;
}

const struct node *child_node(const struct builder *builder, size_t k)
{
    return &builder->tree->nodes[builder->tree->children[builder->node->children + k]];
}

const struct entries *child_entries(const struct builder *builder, size_t k)
{
    return &builder->nodes[builder->tree->children[builder->node->children + k]];
}

/* Entry i of a value; one entry goes with all of another. */
static vertex_index entry(const struct entries *entries, size_t i)
{
    return entries->length == 1 ? entries->values[0] : entries->values[i];
}

/* Make room for what joins some values entry by entry: their lengths must agree. */
static enum status allocate_joined(struct builder *builder, const struct entries *const *inputs,
                                   size_t count, struct entries *out)
{
    size_t length = 1;
    bool is_vector = false;
    for (size_t k = 0; k < count; k++) {
        is_vector = is_vector || inputs[k]->is_vector;
        if (inputs[k]->length == 1 || inputs[k]->length == length)
            continue;
        if (length != 1)
            return failure_at(builder->failure, builder->source, builder->node->start,
                              builder->node->length,
                              "vectors of %zu and %zu entries do not go together", length,
                              inputs[k]->length);
        length = inputs[k]->length;
    }
    return allocate_entries(builder, length, is_vector, out);
}

/* Join two values entry by entry. */
static enum status build_binary(struct builder *builder, enum operation operation,
                                const struct entries *a, const struct entries *b,
                                struct entries *out)
{
    const struct entries *const inputs[] = { a, b };
    enum status status = allocate_joined(builder, inputs, 2, out);
    for (size_t i = 0; status == STATUS_OK && i < out->length; i++)
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
    for (size_t k = 0; k < OPERANDS_MOST; k++)
        inputs[k] = child_entries(builder, k < operands ? k : 0);
    enum status status = allocate_joined(builder, inputs, operands, out);
    for (size_t i = 0; status == STATUS_OK && i < out->length; i++)
        status = add_operation(builder, operation, entry(inputs[0], i), entry(inputs[1], i),
                               entry(inputs[2], i), &out->values[i]);
    return status;
}

static enum status build_elementwise(struct builder *builder, enum operation operation,
                                     struct entries *out)
{
    if (operation_operands(operation) == 2)
        return build_binary(builder, operation, child_entries(builder, 0),
                            child_entries(builder, 1), out);
    return build_other(builder, operation, out);
}

/* Join all arguments left to right, entry by entry. */
static enum status build_fold(struct builder *builder, enum operation operation,
                              struct entries *out)
{
    enum status status =
        build_binary(builder, operation, child_entries(builder, 0), child_entries(builder, 1), out);
    for (size_t k = 2; k < builder->node->count && status == STATUS_OK; k++) {
        struct entries before = *out;
        *out = (struct entries){ .length = 0 };
        status = build_binary(builder, operation, &before, child_entries(builder, k), out);
        free(before.values);
    }
    return status;
}

static enum status build_call(struct builder *builder, struct entries *out)
{
    const struct function *function = builder->node->function;
    if (function->folding == FOLDING_ELEMENTWISE)
        return build_elementwise(builder, function->operation, out);
    if (function_takes_vector(function, builder->node->count))
        return build_vector_call(builder, out);
    return build_fold(builder, function->operation, out);
}

static enum status build_number(struct builder *builder, struct entries *out)
{
    enum status status = allocate_entries(builder, 1, false, out);
    if (status != STATUS_OK)
        return status;
    return add_constant(builder, builder->node->number, &out->values[0]);
}

/* What is built already and not copied. */
static void share(const struct entries *named, struct entries *out)
{
    *out = *named;
    out->is_shared = true;
}

/* Bare x: in a vector text all variables, which are built once however often it stands there. */
static enum status build_whole(struct builder *builder, struct entries *out)
{
    if (!builder->is_vector)
        return build_variables(builder, 0, 1, false, out);
    if (builder->whole != NULL) {
        share(builder->whole, out);
        return STATUS_OK;
    }
    builder->whole = out;
    return build_variables(builder, 0, builder->n, true, out);
}

static enum status build_node(struct builder *builder, struct entries *out)
{
    const struct node *node = builder->node;
    switch (node->kind) {
    case NODE_NUMBER:
        return build_number(builder, out);
    case NODE_VARIABLE:
        return build_variables(builder, node->variable, 1, false, out);
    case NODE_VECTOR:
        return build_whole(builder, out);
    case NODE_OPERATION:
        return build_elementwise(builder, node->operation, out);
    case NODE_CALL:
        return build_call(builder, out);
    case NODE_INDEX:
        return build_index(builder, out);
    case NODE_SLICE:
        return build_slice(builder, out);
    case NODE_NOTHING:
        break;
    case NODE_NAME:
        share(child_entries(builder, 0), out);
        break;
    }
    return STATUS_OK;
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
    if (root->is_vector)
        return failure_at(builder->failure, builder->source, builder->node->start,
                          builder->node->length,
                          "the value is a vector of %zu entr%s, take its sum or another "
                          "function that gives a number",
                          root->length, root->length == 1 ? "y" : "ies");
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
        if (!builder.nodes[i].is_shared)
            free(builder.nodes[i].values);
    free(builder.nodes);
    return status;
}
