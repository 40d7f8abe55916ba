/* Whether a derivative that somebody gives is right, as far as finite differences can tell. */
#ifndef STEEPEST_GRAD_GRADIENT_CHECK_H
#define STEEPEST_GRAD_GRADIENT_CHECK_H

#include <stddef.h>

#include "grad/fn.h"

/* One enumerator for each row of agreements.def. */
enum agreement {
#define AGREEMENT(name, meaning) AGREEMENT_##name,
#include "grad/agreements.def"
#undef AGREEMENT
    AGREEMENT_COUNT
};

/* The word of it; lives for ever. */
const char *agreement_name(enum agreement agreement);

/* A derivative that was computed by some scheme. */
struct slope {
    double value;
    double error; /* how far it may be off, as estimated; NaN or infinite where that is unknown */
};

/* What was found of one given derivative. */
struct checked {
    enum agreement agreement;
    struct slope numerical; /* the slope with the least error; NaN where there is none */
};

/*
 * Judge a given derivative by `count` slopes of the same component; those whose error is unknown
 * are passed over. With D and E those of the least error, s any of the others,
 * M = max(|D|, |given|) and u the unit roundoff:
 *   disagree    |given - D_s| > 3 E_s + 8 u max(|D_s|, |given|) for every s, and
 *               |given - D| > tolerance M; also when `given` is not finite;
 *   unresolved  no slope is left; or 3 E > max(1e-7, tolerance) M, where M is at least `scale` if
 *               |D| <= 3 E, unless M is 0; or the slope with E contradicts `given`, but not all;
 *   agree       otherwise.
 * `scale` tells what is a large slope of f here, so that a derivative that is 0 can be told from
 * others; `tolerance` is relative, at least 0.
 */
struct checked check_component(double given, const struct slope *slopes, size_t count,
                               double scale, double tolerance);

/* |given - numerical|; NaN where there is no numerical one. */
double checked_difference(const struct checked *checked, double given);

/* The difference over the larger of both sizes; 0 where both are 0, infinite for no number. */
double checked_relative(const struct checked *checked, double given);

/* A function with the memory to check derivatives of it. One thread at a time. */
struct checker;

/* A checker for `fn`, which must outlive it. NULL when memory is short. Free with checker_free. */
struct checker *checker_new(const struct fn *fn);

/* Free what checker_new returned, or NULL. */
void checker_free(struct checker *checker);

/*
 * Check df/dx_axis, axis < fn->n, at `count` points given as n columns as in struct fn, where
 * given[i] is said to be it: checked[i] becomes what check_component says. The slopes are those of
 * central, central4, central6 and central8, each with h chosen for it (STEP_AUTO), with the error
 * of judge_batch, or u |D x| / h where that is larger: what f rounds of its argument; it is unknown
 * where the component is dead, undefined or at a kink. Where these tell nothing, as where f is even
 * and every h looks right, those with h = max(1, |x|)/1024 are asked, but for such as are further
 * from the best of the others than three times both errors: they have jumped over what f does.
 * A derivative that would disagree is unresolved where f follows it near by (grad/near_slope.h) and
 * contradicts the numerical one there: f moves by steps or repeats itself within it.
 * The scale is the larger of |f(x+s) - f(x)|/s and |f(x-s) - f(x)|/s, s = max(1, |x|)/4.
 * What is found does not depend on other points or components. Allocates nothing and cannot fail.
 */
void checker_check(struct checker *checker, size_t axis, size_t count, const double *const *x,
                   const double *given, double tolerance, struct checked *checked);

#endif
