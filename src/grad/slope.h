/* The slope of a function at one place, given as a vector. */
#ifndef STEEPEST_GRAD_SLOPE_H
#define STEEPEST_GRAD_SLOPE_H

#include <stdbool.h>

#include "grad/judgement.h"

/* A function and how it is differentiated. Start with slope_make, end with slope_release. */
struct slope_finder {
    const struct fn *fn; /* not owned */
    struct difference difference;
    struct differentiator *differentiator;
    const double **columns; /* n, each of one number of the place */
    double **derivatives;   /* n, each of one number of the gradient */
    double *moved;          /* room for a place */
    double *ahead;          /* room for a gradient */
    double *steps;          /* n, that a gradient was found by */
    double **step_columns;  /* n, each of one of the steps */
    struct estimate *estimates; /* n */
};

/* How far a gradient can be believed. */
struct slope_doubt {
    double error;         /* of its length; NaN where nothing is known of it, and of exact ones */
    enum verdict verdict; /* that of judge_batch */
};

/* Make it for `fn`, which must outlive it. False when memory is short; then too release it. */
bool slope_make(struct slope_finder *slope, const struct fn *fn);

/* Release what slope_make made. */
void slope_release(struct slope_finder *slope);

/*
 * The value of f and its gradient, n numbers, at a place; the verdict of gradient_batch. With the
 * exact scheme fn->gradient is needed.
 */
enum verdict slope_at(struct slope_finder *slope, const double *place, double *value, double *gradient);

/* Judge the gradient that slope_at finds at a place. */
struct slope_doubt slope_judge(struct slope_finder *slope, const double *place);

/* The value of f alone. */
double slope_value(struct slope_finder *slope, const double *place);

/*
 * The Hessian at a place: n * n numbers, symmetric. With the exact scheme it is exact and
 * fn->hessian, for all n variables, is needed. Else each row is the difference, by the same scheme
 * and h, of the gradients found by it, and what is not symmetric in them is shared out; with the h
 * that is chosen for each point, which is one for first derivatives, h is 2^-13 max(1, |x|), as for
 * second ones (grad/divergence.h).
 */
void slope_hessian(struct slope_finder *slope, const double *place, double *hessian);

#endif
