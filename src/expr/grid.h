/* Running a program over a grid. */
#ifndef STEEPEST_EXPR_GRID_H
#define STEEPEST_EXPR_GRID_H

#include <stddef.h>

#include "base/interruption.h"
#include "expr/kernels.h"
#include "expr/program.h"

/* Places in the plane of x0 and x1; the other variables stand still. Nothing is owned. */
struct places {
    size_t columns;
    size_t rows;
    const double *x0;    /* one for each column */
    const double *x1;    /* one for each row */
    const double *fixed; /* n numbers, of which [0] and [1] are not read; may be NULL for n <= 2 */
};

/* By how much x0 and x1 are moved: to fl(x + shift). A shift of 0 leaves even -0 alone. */
struct shift {
    double by[2];
};

/* A program's tapes for a grid, with the memory that running them needs. One thread at a time. */
struct grid_evaluator;

/* Make an evaluator for `program`, which may be freed before it. NULL when memory is short. */
struct grid_evaluator *grid_evaluator_new(const struct program *program);

/* Free what grid_evaluator_new returned, or NULL. */
void grid_evaluator_free(struct grid_evaluator *evaluator);

/* As evaluator_set_interruption (expr/evaluate.h). */
void grid_evaluator_set_interruption(struct grid_evaluator *evaluator,
                                     struct interruption *interruption);

/*
 * Store the program's results at every place moved by `shift`: result k at (column, row) goes to
 * results[k][row * columns + column]; a result whose array is NULL is not stored. Allocates nothing
 * and cannot fail. The bits are those that evaluator_run gives the same points.
 */
void grid_evaluator_run(struct grid_evaluator *evaluator, const struct places *places,
                        const struct shift *shift, double *const *results);

/*
 * With f the program's first result, store at every place
 *
 *     (f(moved by shifts[0]) - f(moved by shifts[1])) / divisors[0]   in differences[0]
 *     (f(moved by shifts[2]) - f(moved by shifts[3])) / divisors[1]   in differences[1]
 *
 * with the bits that these expressions have. The fastest way to two derivatives: all four values
 * stay in registers.
 */
void grid_evaluator_pairs(struct grid_evaluator *evaluator, const struct places *places,
                          const struct shift shifts[PAIR_LANES], const double divisors[2],
                          double *const *differences);

#endif
