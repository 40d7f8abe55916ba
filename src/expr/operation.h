/* The operations of a tape. */
#ifndef STEEPEST_EXPR_OPERATION_H
#define STEEPEST_EXPR_OPERATION_H

#include <stddef.h>

/* One enumerator for each row of operations.def. */
enum operation {
#define OPERATION(name, operands, value) OPERATION_##name,
#include "expr/operations.def"
#undef OPERATION
    OPERATION_COUNT
};

enum { OPERANDS_MOST = 3 };

/* How many operands the operation has, 1 to OPERANDS_MOST. */
int operation_operands(enum operation operation);

/*
 * Carry out the operation at `count` points: out[i] from operands[0][i] and so on. `out` may be one
 * of the operands. Each point's value depends on that point's operands alone.
 */
void operation_apply(enum operation operation, size_t count,
                     const double *const operands[OPERANDS_MOST], double *out);

#endif
