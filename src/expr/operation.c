/* The operations of a tape. */
#include "expr/operation.h"

static const int operands_of[OPERATION_COUNT] = {
#define OPERATION(name, operands, value) [OPERATION_##name] = operands,
#include "expr/operations.def"
#undef OPERATION
};

int operation_operands(enum operation operation)
{
    return operands_of[operation];
}
