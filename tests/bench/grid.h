/* The grids that are timed and the functions on them. */
#ifndef STEEPEST_TESTS_BENCH_GRID_H
#define STEEPEST_TESTS_BENCH_GRID_H

#include <stdbool.h>
#include <stddef.h>

/* One enumerator for each row of functions.def. */
enum test_function {
#define FUNCTION(name, word, half, text, c) FUNCTION_##name,
#include "functions.def"
#undef FUNCTION
    FUNCTION_COUNT
};

#define BENCH_STEP 1e-4 /* h of every difference */

/* size x size places, x0 fastest; both axes hold the same coordinates. */
struct square {
    size_t size;
    double *places; /* `size` of them, ascending; owned */
};

/* Where results go: size * size entries each, aligned to a cache line; owned by the caller. */
struct slopes {
    double *along[2]; /* -grad f, or grad f where it is exact */
    double *values;   /* f, which only exact gradients give */
};

/* A function's name, such as "F1". */
const char *function_name(enum test_function function);

/* What people call it. */
const char *function_word(enum test_function function);

/* Its text, in the language and in Python. */
const char *function_text(enum test_function function);

/* Its window is [-half, half] on both axes. */
double function_half(enum test_function function);

/* Give the square memory for `size` places. False when memory is short. Free with square_free. */
bool square_make(struct square *square, size_t size);

/* Spread the square's places over the function's window as NumPy's linspace does. */
void square_spread(struct square *square, enum test_function function);

void square_free(struct square *square);

/* Memory for the slopes of size * size places, touched. False when short. Free with slopes_free. */
bool slopes_make(struct slopes *slopes, size_t size);

void slopes_free(struct slopes *slopes);

#endif
