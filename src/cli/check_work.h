/* What a gradient check works with, wherever its points come from. */
#ifndef STEEPEST_CLI_CHECK_WORK_H
#define STEEPEST_CLI_CHECK_WORK_H

#include "cli/check_batch.h"
#include "cli/check_tally.h"
#include "out/progress.h"
#include "source/gradient_formula.h"

/* Points go in by check_work_add, lines come out. Pointers but those of the batch are not owned. */
struct check_work {
    const struct formula *formula;     /* the function */
    struct gradient_formula *gradient; /* what is checked; NULL where points bring it with them */
    double tolerance;                  /* relative */
    struct check_batch batch;
    struct check_tally tally;
    struct output *output;
    struct progress progress; /* begun by the caller, who ends it too */
};

/* Write the line of names. */
void check_work_begin(struct check_work *work);

/*
 * Get ready for points of n coordinates; those in hand are answered. Errors as
 * gradient_formula_prepare and check_batch_shape.
 */
enum status check_work_shape(struct check_work *work, size_t n, struct failure *failure);

/*
 * Take a point of work->batch.n coordinates, with as many derivatives behind them where
 * work->gradient is NULL.
 */
void check_work_add(struct check_work *work, const double *numbers);

/* Check the points in hand and write what was found. */
void check_work_answer(struct check_work *work);

/* Show how far the check has got, when that is due; the share as progress_show takes it. */
void check_work_show(struct check_work *work, double share);

#endif
