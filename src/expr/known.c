/* Which values of a graph are known while it is made. Private to the compiler. */
#include "expr/known.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { FIRST_CAPACITY = 32 };

void known_free(struct known *known)
{
    free(known->values);
    memset(known, 0, sizeof *known);
}

static bool make_room(struct known *known, size_t count)
{
    size_t capacity = known->capacity == 0 ? FIRST_CAPACITY : known->capacity;
    while (capacity < count)
        capacity *= 2;
    if (capacity == known->capacity)
        return true;
    struct known_value *grown = array_resize(known->values, capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    known->values = grown;
    known->capacity = capacity;
    return true;
}

/* What an operation gives whose operands are known; nothing is known else. */
static struct known_value operate(const struct known *known, const struct vertex *vertex)
{
    struct known_value result = { .is_known = true };
    double numbers[OPERANDS_MOST];
    const double *operands[OPERANDS_MOST];
    for (int k = 0; k < OPERANDS_MOST; k++) {
        bool used = k < operation_operands(vertex->operation);
        operands[k] = &numbers[used ? k : 0];
        if (used && !known_find(known, vertex->operands[k], &numbers[k]))
            return (struct known_value){ .is_known = false };
    }
    operation_apply(vertex->operation, 1, operands, &result.number);
    return result;
}

enum status known_note(struct known *known, const struct graph *graph, value index)
{
    const struct vertex *vertex = &graph->vertices[index];
    if (!make_room(known, (size_t)index + 1))
        return STATUS_FAILED;
    struct known_value noted = { .is_known = false };
    if (vertex->kind == VERTEX_CONSTANT)
        noted = (struct known_value){ .is_known = true, .number = vertex->constant };
    else if (vertex->kind == VERTEX_OPERATION)
        noted = operate(known, vertex);
    while (known->count <= index)
        known->values[known->count++] = (struct known_value){ .is_known = false };
    known->values[index] = noted;
    return STATUS_OK;
}

bool known_find(const struct known *known, value index, double *number)
{
    if (index >= known->count || !known->values[index].is_known)
        return false;
    *number = known->values[index].number;
    return true;
}
