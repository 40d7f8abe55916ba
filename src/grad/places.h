/* Places along the axes through points, gathered so that f is evaluated at many of them at once. */
#ifndef STEEPEST_GRAD_PLACES_H
#define STEEPEST_GRAD_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "grad/fn.h"

enum { PLACES_MOST = 128 }; /* what the widest kernels of expr take at a time */

/* A gathering of places of a function. Start with places_make, end with places_release. */
struct places {
    const struct fn *fn; /* not owned */
    double **columns;    /* n columns of PLACES_MOST numbers, as struct fn wants them */
    double *memory;      /* what they point into */
    size_t count;
    double values[PLACES_MOST]; /* f at the places, after places_evaluate */
};

/*
 * Make an empty gathering for `fn`, which must outlive it. False when memory is short; then too it
 * is to be released.
 */
bool places_make(struct places *places, const struct fn *fn);

/* Release what places_make made. */
void places_release(struct places *places);

/* Forget all places. */
void places_clear(struct places *places);

/*
 * Add point `point` of the columns x (n of them, as in struct fn) with its coordinate `axis`
 * replaced by `coordinate`, and return the place's index, the number of those before it. There must
 * be room: less than PLACES_MOST.
 */
size_t places_add(struct places *places, const double *const *x, size_t point, size_t axis,
                  double coordinate);

/*
 * The same for `count` coordinates, in their order; returns the first one's index. There must be
 * room for all of them.
 */
size_t places_add_line(struct places *places, const double *const *x, size_t point, size_t axis,
                       size_t count, const double *coordinates);

/* Evaluate f at all places. */
void places_evaluate(struct places *places);

#endif
