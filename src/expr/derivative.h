/* Exact derivatives, written into the graph of what is derived. Private to the compiler. */
#ifndef STEEPEST_EXPR_DERIVATIVE_H
#define STEEPEST_EXPR_DERIVATIVE_H

#include <stddef.h>

#include "expr/graph.h"

/*
 * Add to the graph the derivatives of vertex `result` by the variables x_first to x_(end - 1), and
 * store their vertices in derivatives[0] and on. Reverse accumulation (Griewank and Walther,
 * Evaluating Derivatives, 2nd edition, chapter 3): the work is a small multiple of the result's
 * own, whatever the number of variables. Since the derivatives are vertices like any other, they
 * share what they can, depend on no more than they must, and can be derived again.
 *
 * Conventions where there is no derivative, or where more than one would do:
 *     abs, sign, floor, ceil, round, trunc, step   0 at their kinks and jumps
 *     min, max, clamp                              that of the first of equals
 *     relu                                         0 at 0
 *     sqrt, cbrt                                   inf at 0
 *     hypot, norm                                  0 at the origin
 *     a^b                                          by a: 0 where b is 0; by b: 0 where a is 0
 *     ? : if where                                 that of the branch taken
 *     comparisons, ! & |                           0
 *
 * STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status derive(struct graph *graph, vertex_index result, size_t first, size_t end,
                   vertex_index *derivatives);

#endif
