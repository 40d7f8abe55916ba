/* The sections of `make bench`. */
#ifndef STEEPEST_TESTS_BENCH_BENCH_H
#define STEEPEST_TESTS_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "contest.h"
#include "python.h"

enum { RATIOS_SIZE = 1024, GROWTH_SIZE = 4096, PAIRS_LEAST = 15 };

/* What the sections share. */
struct bench {
    size_t rounds;              /* of the quick sections; the slow ones take fewer */
    size_t jobs;                /* processors */
    const char *program;        /* steepest */
    const char *python_program; /* for whole scripts */
    const char *script;         /* opponents.py */
    struct python *python;      /* may be NULL */
    const char *sets[ENGINE_SETS_MOST];
    size_t set_count; /* at least 1 */
    size_t met;       /* targets */
    size_t missed;
};

/* Every section prints its tables; false, with a failure, when it cannot go on. */
typedef bool section_function(struct bench *bench, struct failure *failure);

section_function bench_agreement; /* do engine, loop and NumPy compute the same? */
section_function bench_compile;   /* from a text to a function */
section_function bench_field;     /* what a frame computes */
section_function bench_frame;     /* from exec to a printed frame */
section_function bench_picture;   /* a large frame of every layer, into a canvas */
section_function bench_lab;       /* errors of a frame's arrows, and the best steps */
section_function bench_critical;  /* the critical points of a window */
section_function bench_table;     /* a large table, its time and memory */
section_function bench_points;    /* the filter */
section_function bench_ratios;    /* against all opponents at RATIOS_SIZE, one thread */
section_function bench_growth;    /* against some of them at GROWTH_SIZE */
section_function bench_exact;     /* automatic differentiation against central */
section_function bench_threads;   /* all processors against one */

/* Make a contest or fail for want of memory. */
struct contest *bench_contest(const struct bench *bench, size_t size, size_t rounds,
                              struct failure *failure);

/* The functions' rounds at a size that takes long: a fifth, at least 1. */
size_t bench_few(const struct bench *bench);

/*
 * Print `value (least)` in a column of 26, followed by the target where there is one and whether
 * `value` reaches it, which is counted. "-" for NaN.
 */
void bench_print_ratio(struct bench *bench, double value, double least, double target);

#endif
