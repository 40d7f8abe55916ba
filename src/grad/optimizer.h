/* Ways to walk downhill: the rules of a weight update, one row each. */
#ifndef STEEPEST_GRAD_OPTIMIZER_H
#define STEEPEST_GRAD_OPTIMIZER_H

#include <stdbool.h>
#include <stddef.h>

#include "grad/slope.h"

enum {
    OPTIMIZER_MEMORIES_MOST = 2, /* vectors of the row with the most */
    WALKER_STATE = 2 + OPTIMIZER_MEMORIES_MOST, /* vectors that a step changes */
    WALKER_ROOMS = 10            /* vectors for a step to compute in */
};

/* Somebody on the way down; vectors have n numbers. Start with walker_make. */
struct walker {
    struct slope_finder slope;   /* how the way down is found */
    double learning_rate; /* positive and finite */
    size_t steps;         /* taken so far */
    double *x;            /* the place */
    double *gradient;     /* there */
    double value;         /* f there */
    enum verdict verdict; /* of the gradient */
    double *memories[OPTIMIZER_MEMORIES_MOST];
    double time_step;     /* the next one of the flow */
    size_t halvings;      /* of the last step by a rule that shortens it until f falls enough */
    bool balked;          /* the last step led nowhere, or was far shorter than it should be */
    struct slope_doubt doubt; /* of the gradient, where it balked, or who looked wanted to know */
    double *rooms[WALKER_ROOMS];
    double *kept[WALKER_STATE]; /* those before the step at hand */
    double *matrix;       /* 2 n * n numbers; NULL unless walker_make was told to have it */
};

/* One rule. */
struct optimizer {
    const char *name;
    double learning_rate;
    size_t memories;
    const char *formula;
    const char *settings;
    const char *source;
    /*
     * Move walker->x by one step, its number being walker->steps + 1; gradient, value and verdict
     * are those of the place before, and are brought up to date by the caller. A place where f or
     * its gradient is undefined makes x NaN or leads nowhere, but never fails.
     */
    void (*step)(struct walker *walker);
};

/* How many rules there are. */
enum {
    OPTIMIZER_COUNT = 0
#define OPTIMIZER(...) +1
#include "grad/optimizers.def"
#undef OPTIMIZER
};

/* Optimizer `index` < OPTIMIZER_COUNT, in the order of optimizers.def; lives for ever. */
const struct optimizer *optimizer_at(size_t index);

/* Whether a step needs second derivatives, and a walker a matrix. */
bool optimizer_needs_hessian(const struct optimizer *optimizer);

/*
 * Make a walker for `fn`, which must outlive it, with room for matrices or without. False when
 * memory is short; then too release it.
 */
bool walker_make(struct walker *walker, const struct fn *fn, bool matrix);

/* Release what walker_make made. */
void walker_release(struct walker *walker);

/*
 * Put the walker at a place, at rest, and find the slope there, which means nothing if the function
 * was stopped meanwhile.
 */
void walker_start(struct walker *walker, const double *place);

/*
 * Take a step by that rule and find the slope where it leads to. False if the function was stopped
 * meanwhile: then all is as it was before.
 */
bool walker_step(struct walker *walker, const struct optimizer *optimizer);

#endif
