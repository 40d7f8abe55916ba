/* The memory that differencing needs. Private to the functions that compute gradients. */
#ifndef STEEPEST_GRAD_DIFFERENTIATOR_H
#define STEEPEST_GRAD_DIFFERENTIATOR_H

#include <stdbool.h>

#include "grad/auto_step.h"
#include "grad/component.h"
#include "grad/estimate.h"
#include "grad/gradient.h"
#include "grad/places.h"

enum {
    DIFFERENTIATOR_BLOCK = 256, /* points that are worked on at a time */
    GATHERED_MOST = 128         /* points that are put together from elsewhere, at a time */
};

struct differentiator {
    const struct fn *fn;
    const double **columns; /* the n columns of the block, one of them replaced by `shifted` */
    double *point;          /* the n coordinates of one point */
    struct places places;
    double **gathered;   /* n columns of points of a grid, or of one point with one axis moved */
    double *gathered_memory;
    double shifted[DIFFERENTIATOR_BLOCK];
    double samples[DIFFERENTIATOR_BLOCK];
    double sums[DIFFERENTIATOR_BLOCK];
    double steps[DIFFERENTIATOR_BLOCK];            /* h of the components at hand */
    struct component items[DIFFERENTIATOR_BLOCK];  /* which they are, where that matters */
    double noises[DIFFERENTIATOR_BLOCK];           /* of f there */
    struct auto_step chosen[DIFFERENTIATOR_BLOCK]; /* how their steps came about */
    struct estimate estimates[DIFFERENTIATOR_BLOCK]; /* of their errors */
    bool unchanged[DIFFERENTIATOR_BLOCK];         /* every sample so far equals f at the point */
    enum verdict component[DIFFERENTIATOR_BLOCK]; /* verdict of the axis at hand */
};

/*
 * Judge `count` points whose values and exact derivatives are in `result`, and make the undefined
 * derivatives NaN.
 */
void finish_exact(size_t axes, size_t count, const struct gradient_result *result);

#endif
