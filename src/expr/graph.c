/* The values that a text computes, as a graph of scalar operations. Private to the compiler. */
#include "expr/graph.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { FIRST_CAPACITY = 32, BUCKETS_PER_VERTEX = 2 };

struct graph graph_begin(const struct kernels *kernels)
{
    return (struct graph){ .kernels = kernels };
}

void graph_free(struct graph *graph)
{
    free(graph->vertices);
    free(graph->buckets);
    *graph = graph_begin(graph->kernels);
}

size_t vertex_operands(const struct vertex *vertex)
{
    return vertex->kind == VERTEX_OPERATION ? (size_t)operation_operands(vertex->operation) : 0;
}

static uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* -0 and 0 are different numbers here, and NaN is the same as itself. */
static bool same_vertex(const struct vertex *a, const struct vertex *b)
{
    return a->kind == b->kind && a->operation == b->operation && a->variable == b->variable &&
           bits_of(a->constant) == bits_of(b->constant) && a->operands[0] == b->operands[0] &&
           a->operands[1] == b->operands[1] && a->operands[2] == b->operands[2];
}

/* Multiplication by an odd number and folding of the upper half, as in Knuth 6.4. */
static uint64_t mix(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 32;
}

/* The bucket that holds the vertex, or the empty one where it belongs. */
static size_t find_bucket(const struct graph *graph, const struct vertex *vertex)
{
    uint64_t hash = mix(bits_of(vertex->constant), vertex->kind);
    hash = mix(hash, (uint64_t)vertex->operation << 32 | vertex->variable);
    hash = mix(hash, (uint64_t)vertex->operands[0] << 32 | vertex->operands[1]);
    hash = mix(hash, vertex->operands[2]);
    size_t bucket = hash & (graph->buckets_count - 1);
    while (graph->buckets[bucket] != VERTEX_NONE &&
           !same_vertex(&graph->vertices[graph->buckets[bucket]], vertex))
        bucket = (bucket + 1) & (graph->buckets_count - 1);
    return bucket;
}

/* Double the room and put every vertex into its new bucket; false when memory is short. */
static bool grow(struct graph *graph)
{
    size_t capacity = graph->capacity == 0 ? FIRST_CAPACITY : 2 * graph->capacity;
    size_t count = BUCKETS_PER_VERTEX * capacity;
    struct vertex *vertices = array_resize(graph->vertices, capacity, sizeof *vertices);
    if (vertices == NULL)
        return false;
    graph->vertices = vertices;
    vertex_index *buckets = array_resize(graph->buckets, count, sizeof *buckets);
    if (buckets == NULL)
        return false;
    graph->buckets = buckets;
    graph->capacity = capacity;
    graph->buckets_count = count;
    for (size_t i = 0; i < count; i++)
        buckets[i] = VERTEX_NONE;
    for (size_t i = 0; i < graph->count; i++)
        buckets[find_bucket(graph, &graph->vertices[i])] = (vertex_index)i;
    return true;
}

static enum status add(struct graph *graph, const struct vertex *vertex, vertex_index *index)
{
    if (graph->count == graph->capacity && !grow(graph))
        return STATUS_FAILED;
    size_t bucket = find_bucket(graph, vertex);
    if (graph->buckets[bucket] == VERTEX_NONE) {
        graph->buckets[bucket] = (vertex_index)graph->count;
        graph->vertices[graph->count++] = *vertex;
    }
    *index = graph->buckets[bucket];
    return STATUS_OK;
}

enum status graph_constant(struct graph *graph, double constant, vertex_index *index)
{
    struct vertex vertex = { .kind = VERTEX_CONSTANT, .constant = constant };
    return add(graph, &vertex, index);
}

enum status graph_variable(struct graph *graph, uint32_t variable, vertex_index *index)
{
    struct vertex vertex = { .kind = VERTEX_VARIABLE, .variable = variable };
    return add(graph, &vertex, index);
}

/* Store the operands' numbers; false when one is no number. */
static bool numbers_of(const struct graph *graph, const struct vertex *operation,
                       double numbers[OPERANDS_MOST])
{
    for (size_t k = 0; k < OPERANDS_MOST; k++) {
        const struct vertex *operand = &graph->vertices[operation->operands[k]];
        if (operand->kind != VERTEX_CONSTANT)
            return false;
        numbers[k] = operand->constant;
    }
    return true;
}

enum status graph_operation(struct graph *graph, enum operation operation,
                            const vertex_index operands[OPERANDS_MOST], vertex_index *index)
{
    struct vertex vertex = { .kind = VERTEX_OPERATION, .operation = operation };
    size_t count = (size_t)operation_operands(operation);
    for (size_t k = 0; k < OPERANDS_MOST; k++)
        vertex.operands[k] = operands[k < count ? k : 0];
    double numbers[OPERANDS_MOST];
    if (numbers_of(graph, &vertex, numbers))
        return graph_constant(graph, kernels_value(graph->kernels, operation, numbers), index);
    return add(graph, &vertex, index);
}

enum status graph_power(struct graph *graph, vertex_index base, vertex_index exponent,
                        vertex_index *index)
{
    static const enum operation multiplications[] = {
        [2] = OPERATION_SQUARE, [3] = OPERATION_CUBE, [4] = OPERATION_FOURTH
    };
    const struct vertex *power = &graph->vertices[exponent];
    enum operation operation = OPERATION_POWER;
    if (power->kind == VERTEX_CONSTANT &&
        (power->constant == 2 || power->constant == 3 || power->constant == 4))
        operation = multiplications[(int)power->constant];
    const vertex_index operands[OPERANDS_MOST] = { base, exponent, base };
    return graph_operation(graph, operation, operands, index);
}
