/* -grad f by hand: one C loop for each function, compiled three times with other flags. */
#ifndef STEEPEST_TESTS_BENCH_LOOP_H
#define STEEPEST_TESTS_BENCH_LOOP_H

#include <stddef.h>

/*
 * -grad f by central difference with step h at the size * size places whose coordinates on both
 * axes are `places`. `along0` and `along1` get size * size entries, x0 fastest; they overlap
 * nothing.
 */
typedef void loop_function(size_t size, const double *places, double h, double *along0,
                           double *along1);

/* Indexed by enum test_function. As most people build: -O2, libm. */
extern loop_function *const loops_plain[];

/* The fastest flags that keep every bit: the machine's vectors, no contraction. */
extern loop_function *const loops_strict[];

/* The fastest flags there are: -ffast-math, other bits. */
extern loop_function *const loops_fast[];

#endif
