/* Which values of a graph are known while it is made. Private to the compiler. */
#ifndef STEEPEST_EXPR_KNOWN_H
#define STEEPEST_EXPR_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "expr/graph.h"

/* What is known of a vertex. */
struct known_value {
    bool is_known;
    double number;
};

/* One for each vertex that was noted; begin with all zeros, end with known_free. */
struct known {
    struct known_value *values;
    size_t count;
    size_t capacity;
};

/* Release what it owns. */
void known_free(struct known *known);

/*
 * Note the vertex that was added last: it is known when it is a constant or an operation whose
 * operands are all known. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status known_note(struct known *known, const struct graph *graph, value index);

/* Store the number of a vertex that was noted; false when it is not known. */
bool known_find(const struct known *known, value index, double *number);

#endif
