/* The values that a text computes, as a graph of scalar operations. Private to the compiler. */
#include "expr/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { FIRST_CAPACITY = 32 };

void graph_free(struct graph *graph)
{
    free(graph->vertices);
    memset(graph, 0, sizeof *graph);
}

enum status graph_add(struct graph *graph, const struct vertex *vertex, value *index)
{
    if (graph->count == graph->capacity) {
        size_t capacity = graph->capacity == 0 ? FIRST_CAPACITY : 2 * graph->capacity;
        struct vertex *grown = array_resize(graph->vertices, capacity, sizeof *grown);
        if (grown == NULL)
            return STATUS_FAILED;
        graph->vertices = grown;
        graph->capacity = capacity;
    }
    graph->vertices[graph->count] = *vertex;
    *index = (value)graph->count++;
    return STATUS_OK;
}
