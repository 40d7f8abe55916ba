/* The opponents in Python: one process that runs a round on request, so that rounds interleave. */
#ifndef STEEPEST_TESTS_BENCH_PYTHON_H
#define STEEPEST_TESTS_BENCH_PYTHON_H

#include <stdbool.h>
#include <stddef.h>

#include "grid.h"

struct python;

/*
 * Start `program` with the script. NULL when memory is short or it cannot be started; all other
 * functions accept that, as a Python that knows no opponent. End it with python_free.
 */
struct python *python_new(const char *program, const char *script);

/* End the process and free what python_new made, or NULL. */
void python_free(struct python *python);

/* Seconds of -grad f by an opponent of opponents.py; NaN when it is not installed. */
double python_seconds(struct python *python, const char *opponent, enum test_function function,
                      size_t size, size_t jobs);

/* Store -grad f as an opponent computes it; false when it is not installed. */
bool python_values(struct python *python, const char *opponent, enum test_function function,
                   size_t size, const struct slopes *slopes);

#endif
