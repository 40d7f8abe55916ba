/* What a text computes, for a number of variables. */
#ifndef STEEPEST_EXPR_PROGRAM_H
#define STEEPEST_EXPR_PROGRAM_H

#include <stddef.h>

#include "base/failure.h"
#include "expr/kernels.h"
#include "expr/syntax.h"

/* Numbers, variables and operations of a text whose vectors are written out. */
enum { PROGRAM_OPERATIONS_MOST = 1 << 20 };

/* What a program is to compute besides the text's value, and how. */
struct program_wish {
    const struct kernels *kernels; /* what it will run with */
    int order;                     /* of derivatives: 0 none, 1 the first, 2 the second as well */
    size_t variables;              /* by x0 to x_(variables - 1); at most n */
};

/*
 * A compiled text: what its results depend on, ready for an evaluator. Results, with
 * m = wish.variables:
 *
 *     0                           the text's value f
 *     1 ... m                     order >= 1: df/dx_k
 *     m + 1 ... m + m (m + 1)/2   order 2: d2f/(dx_j dx_k), (j, k) = (0, 0), (0, 1) ... (1, 1) ...
 *
 * Immutable once made.
 */
struct program;

/*
 * Compile a tree for n >= tree_least_n(tree) variables; n >= 1. In a vector text bare x is the
 * vector of all n. x^2, x^3 and x^4 become multiplications. STATUS_OK; STATUS_USAGE, pointing into
 * `source`, when the value is a vector or the program would be too long; STATUS_FAILED when memory
 * is short. Free with program_free.
 */
enum status program_new(const struct source_text *source, const struct tree *tree, size_t n,
                        const struct program_wish *wish, struct program **program,
                        struct failure *failure);

/* Free what program_new made, or NULL. */
void program_free(struct program *program);

/* How many results it has. */
size_t program_results(const struct program *program);

#endif
