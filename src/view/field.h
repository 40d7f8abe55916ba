/* A function's values and gradients over a grid of places. */
#ifndef STEEPEST_VIEW_FIELD_H
#define STEEPEST_VIEW_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "grad/basins.h"
#include "grad/gradient.h"
#include "grad/plane_slope.h"
#include "view/viewport.h"

/* What is known of one place. */
struct sample {
    double place[AXES];
    double value;          /* f; not finite where f is not */
    double gradient[AXES]; /* +grad f; NaN where undefined */
    double divergence;     /* of -grad f in the plane; NaN unless field_diverge computed it */
    double step;           /* h, the smaller of the two axes'; NaN where the scheme has none */
    double error;          /* estimated length of the gradient's error; this and the next two are
                              NaN where nothing is estimated and unless field_judge did */
    double order;          /* at which the differences are seen to converge */
    double condition;      /* by how much relative errors of f grow in the gradient */
    double true_error;     /* length; NaN unless field_find_truth found it finite */
    double best_step;      /* the smaller of auto's steps; NaN unless field_find_steps did */
    double rate;           /* the edge of learning rates; NaN unless field_find_rates found it, and
                              where there is none */
    double basin;          /* the minimum's number; NaN unless field_find_basins found it */
    double check;          /* of a gradient that was given; NaN unless field_set_check told it */
    enum verdict verdict;  /* without field_judge ok, dead or undefined */
};

/* A grid of samples: columns x rows, x0 fastest, rows from below (ascending x1). */
struct field;

/* An empty field, or NULL when memory is short. Free with field_free. */
struct field *field_new(void);

/* Free what field_new returned, or NULL. */
void field_free(struct field *field);

/*
 * Give the field the size columns x rows and forget its samples; allocates only when it grows.
 * STATUS_OK, or STATUS_FAILED, with nothing changed, when memory is short.
 */
enum status field_resize(struct field *field, size_t columns, size_t rows);

size_t field_columns(const struct field *field);
size_t field_rows(const struct field *field);

/*
 * Where a function is sampled: `differentiator` for a function of n >= 2 variables, of which x0 and
 * x1 vary and the others stand still at fixed[2] to fixed[n - 1] (fixed[0] and fixed[1] are unused;
 * may be NULL when n is 2). Pointers are not owned.
 */
struct plane {
    struct differentiator *differentiator;
    const double *fixed;
};

/*
 * Fill the whole field: sample (column, row) lies at (x0[column], x1[row]). The same place gives
 * the same bits whatever the field around it. Allocates nothing and cannot fail.
 */
void field_compute(struct field *field, const struct plane *plane,
                   const struct difference *difference, const double *x0, const double *x1);

/*
 * The same in parts: begin with the places of all samples, then compute `count` rows from `first`
 * on, and others, until there are all. What follows has such parts too.
 */
void field_begin(struct field *field, const double *x0, const double *x1);
void field_compute_rows(struct field *field, const struct plane *plane,
                        const struct difference *difference, size_t first, size_t count);
void field_diverge_rows(struct field *field, const struct plane *plane, size_t first,
                        size_t count);
void field_judge_rows(struct field *field, const struct plane *plane,
                      const struct difference *difference, size_t first, size_t count);
void field_find_truth_rows(struct field *field, const struct plane *plane, const struct fn *fn,
                           size_t first, size_t count);
void field_find_steps_rows(struct field *field, const struct plane *plane,
                           const struct difference *difference, size_t first, size_t count);

/*
 * Find the learning rates at the edge, by eigenvalues_edge (grad/eigenvalues.h), and the basins
 * that the samples lie in, by basins_find (grad/basins.h), for rows of a field that field_compute
 * has filled. NaN where f is not finite. `slope` and `basins` are of the same function and plane; a
 * slope has a Hessian. These allocate nothing and cannot fail.
 */
void field_find_rates_rows(struct field *field, struct plane_slope *slope, size_t first,
                           size_t count);
void field_find_basins_rows(struct field *field, struct basins *basins, size_t first,
                            size_t count);

/*
 * Compute the divergence of every sample of a field that field_compute has filled, by
 * divergence_grid (grad/divergence.h). Allocates nothing and cannot fail.
 */
void field_diverge(struct field *field, const struct plane *plane);

/*
 * Judge every sample of a field that field_compute has filled with the same plane and difference:
 * error, order, condition and verdict, by judge_grid (grad/judgement_grid.h). Costs some times what
 * field_compute does. Allocates nothing and cannot fail.
 */
void field_judge(struct field *field, const struct plane *plane,
                 const struct difference *difference);

/*
 * Find how far the gradients of a field that field_compute has filled are from the exact ones,
 * where the plane's function `fn` has gradient_grid; else nothing changes. Allocates nothing and
 * cannot fail.
 */
void field_find_truth(struct field *field, const struct plane *plane, const struct fn *fn);

/*
 * Find the steps that STEP_AUTO takes with the scheme of `difference`, for a field that
 * field_compute has filled. The exact scheme has none. Allocates nothing and cannot fail.
 */
void field_find_steps(struct field *field, const struct plane *plane,
                      const struct difference *difference);

/* Whether a sample's gradient is a number in both directions: its verdict is not dead, undefined. */
bool sample_has_gradient(const struct sample *sample);

/*
 * Store what a check of a gradient that somebody gave found at a sample: session/checking.h. It is
 * forgotten by field_compute.
 */
void field_set_check(struct field *field, size_t column, size_t row, double check);

/* One sample; column < field_columns, row < field_rows. */
struct sample field_sample(const struct field *field, size_t column, size_t row);

#endif
