/* The project's own evaluation as the bench drives it; engine.c alone knows its headers. */
#ifndef STEEPEST_TESTS_BENCH_ENGINE_H
#define STEEPEST_TESTS_BENCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "grid.h"

enum { ENGINE_SETS_MOST = 4 };

/* How the gradient of a grid is computed. */
enum engine_work {
    ENGINE_CENTRAL, /* -grad f by central difference with h = BENCH_STEP */
    ENGINE_EXACT    /* +grad f by automatic differentiation */
};

/* A function of a text, with the memory that evaluating it needs. */
struct engine;

/*
 * Store the names of the kernel sets that this machine can run, best first, and return how many.
 * "plain", which stands where there is no other, is left out where there is one.
 */
size_t engine_sets(const char *names[ENGINE_SETS_MOST]);

/*
 * Make the function of n >= 2 variables that a text names, evaluated by a set of engine_sets.
 * STATUS_OK, or what formula_new and formula_function_new say. Free with engine_free.
 */
enum status engine_new(const char *text, size_t n, const char *set, struct engine **engine,
                       struct failure *failure);

/* Free what engine_new made, or NULL. */
void engine_free(struct engine *engine);

/*
 * Compute the gradient at every place of the square with `jobs` threads. False when memory is short
 * or the engine cannot do this work, or not with that many threads.
 */
bool engine_run(struct engine *engine, enum engine_work work, size_t jobs,
                const struct square *square, const struct slopes *slopes);

/*
 * Compute a field as the program does for a frame, verdicts included: columns x rows samples over
 * the window [-half, half] on both axes. False when memory is short.
 */
bool engine_field(struct engine *engine, size_t columns, size_t rows, double half);

#endif
