/* The operations of a tape. */
#ifndef STEEPEST_EXPR_OPERATION_H
#define STEEPEST_EXPR_OPERATION_H

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

#endif
