/* Running a program over many points. */
#ifndef STEEPEST_EXPR_EVALUATE_H
#define STEEPEST_EXPR_EVALUATE_H

#include <stddef.h>

#include "base/failure.h"
#include "base/interruption.h"
#include "expr/parameters.h"
#include "expr/program.h"

/* A program's tape for points, with the memory that running it needs. One thread at a time. */
struct evaluator;

/* Make an evaluator for `program`, which may be freed before it. NULL when memory is short. */
struct evaluator *evaluator_new(const struct program *program);

/* Free what evaluator_new returned, or NULL. */
void evaluator_free(struct evaluator *evaluator);

/*
 * Store the program's results at each of `count` points: results[k] is an array of `count` numbers.
 * x has program->n columns of at least `count` entries, which no result overlaps. Allocates nothing
 * and cannot fail. A point's results depend on that point alone, not on its place.
 */
void evaluator_run(struct evaluator *evaluator, size_t count, const double *const *x,
                   double *const *results);

/*
 * Let runs count their work with an interruption, which must outlive them; NULL: with none. The
 * results of one that is stopped are NaN.
 */
void evaluator_set_interruption(struct evaluator *evaluator, struct interruption *interruption);

/* What computing the results at a point costs, in units of work (base/interruption.h). */
size_t evaluator_cost(const struct evaluator *evaluator);

/* How many operations computing the results at a point takes. */
size_t evaluator_operations(const struct evaluator *evaluator);

/*
 * The value of a text without variables: the bytes of `source` from `start` up to `end`, as in
 * `2*pi`. STATUS_OK; STATUS_USAGE, pointing into the source, when it is no such text; STATUS_FAILED
 * when memory is short.
 */
enum status evaluate_constant(const struct source_text *source, size_t start, size_t end,
                              const struct parameters *parameters, double *number,
                              struct failure *failure);

#endif
