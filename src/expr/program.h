/* A syntax tree compiled to a flat tape for a number of variables. */
#ifndef STEEPEST_EXPR_PROGRAM_H
#define STEEPEST_EXPR_PROGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "base/failure.h"
#include "expr/operation.h"
#include "expr/syntax.h"

enum { PROGRAM_INSTRUCTIONS_MOST = 1 << 20 }; /* operations of a tape; vectors are written out */

/*
 * Where a value is found while a tape runs. Slots are numbered
 *
 *     0 ... n - 1                             the variables x0, x1, ...
 *     n ... n + constants - 1                 the constants
 *     n + constants ... + temporaries - 1     results of instructions, used again when free
 */
typedef uint32_t slot;

/* slots[result] = operation of slots[operands[...]]; operands are never temporaries not yet set. */
struct instruction {
    enum operation operation;
    slot result;
    slot operands[OPERANDS_MOST]; /* the unused ones repeat the first */
};

/* The tape. Immutable once made, so that several evaluators may share it. */
struct program {
    size_t n;
    struct instruction *instructions;
    size_t count;
    double *constants;
    size_t constants_count;
    size_t temporaries;
    slot result; /* where the value is found at the end */
};

/*
 * Compile a tree for n >= tree_least_n(tree) variables; n >= 1. In a vector text bare x is the
 * vector of all n. x^2, x^3 and x^4 become multiplications. STATUS_OK; STATUS_USAGE, pointing into
 * `source`, when the value is a vector or the tape would be too long; STATUS_FAILED when memory is
 * short. Free with program_free.
 */
enum status program_new(const struct source_text *source, const struct tree *tree, size_t n,
                        struct program **program, struct failure *failure);

/* Free what program_new made, or NULL. */
void program_free(struct program *program);

#endif
