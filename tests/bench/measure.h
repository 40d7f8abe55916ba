/* Time, and what is said of times that were taken in rounds. */
#ifndef STEEPEST_TESTS_BENCH_MEASURE_H
#define STEEPEST_TESTS_BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

enum { ROUNDS_MOST = 1000 };

/* Seconds of the monotonic clock. */
double seconds_now(void);

/*
 * Call `work` again and again for ten milliseconds, at least once, and return the mean seconds of a
 * call; NaN as soon as a call returns false.
 */
double seconds_of(bool (*work)(const void *context), const void *context);

/* Of `rounds` numbers, 1 to ROUNDS_MOST, the middle one; NaN when one of them is. */
double median(const double *numbers, size_t rounds);

/* What the ratios of paired rounds say. All NaN when a time is. */
struct ratio {
    double least;
    double median;
    double most;
};

/* The ratios over[i] / under[i] of `rounds` rounds, 1 to ROUNDS_MOST. */
struct ratio ratio_of(const double *over, const double *under, size_t rounds);

#endif
