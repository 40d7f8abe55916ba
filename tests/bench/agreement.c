/* Do engine, loop and NumPy compute the same? What is fast and wrong is of no use. */
#include "bench.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { AGREEMENT_SIZE = 257 }; /* no multiple of any vector: the tails count too */

/* Who computes what: the engine's slopes are held against those of others. */
struct results {
    struct square square;
    struct slopes engine;
    struct slopes other;
};

/* The largest distance of two arrays, relative beyond 1; infinite where just one is NaN. */
static double distance(const double *a, const double *b, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        double apart = fabs(a[i] - b[i]) / fmax(1, fabs(a[i]));
        if (isnan(a[i]) != isnan(b[i]))
            return HUGE_VAL;
        most = fmax(most, apart);
    }
    return most;
}

/* Also counts, as targets are, whether the distance is allowed. */
static void print_distance(struct bench *bench, const struct results *results,
                           double most_allowed)
{
    size_t count = results->square.size * results->square.size;
    double most = 0;
    bool same = true;
    for (int axis = 0; axis < 2; axis++) {
        const double *a = results->engine.along[axis];
        const double *b = results->other.along[axis];
        most = fmax(most, distance(a, b, count));
        same = same && memcmp(a, b, count * sizeof *a) == 0;
    }
    bool allowed = same || (most_allowed > 0 && most <= most_allowed);
    if (same)
        printf("  %-18s", "same bits");
    else
        printf("  %-9.1e%-9s", most, allowed ? "apart" : "TOO FAR");
    bench->met += allowed;
    bench->missed += !allowed;
}

/* How far the strict loop may be: not at all for functions without sin, cos or exp. */
static double loop_allowance(enum test_function function)
{
    bool exact = function == FUNCTION_F1 || function == FUNCTION_F2 || function == FUNCTION_F4;
    return exact ? 0 : 1e-6;
}

static bool compare(struct bench *bench, struct results *results, enum test_function function,
                    const char *set, struct failure *failure)
{
    struct engine *engine = NULL;
    if (engine_new(function_text(function), 2, set, &engine, failure) != STATUS_OK)
        return false;
    bool computed = engine_run(engine, ENGINE_CENTRAL, 1, &results->square, &results->engine);
    engine_free(engine);
    if (!computed)
        return failure_memory(failure) == STATUS_OK;
    printf("  %s %-8s", function_name(function), set);
    loops_strict[function](results->square.size, results->square.places, BENCH_STEP,
                           results->other.along[0], results->other.along[1]);
    print_distance(bench, results, loop_allowance(function));
    if (python_values(bench->python, "numpy-full", function, results->square.size,
                      &results->other))
        print_distance(bench, results, 1e-6);
    else
        printf("  not here");
    printf("\n");
    return true;
}

static bool compare_all(struct bench *bench, struct results *results,
                        struct failure *failure)
{
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        square_spread(&results->square, (enum test_function)i);
        for (size_t set = 0; set < bench->set_count; set++) {
            if (!compare(bench, results, (enum test_function)i, bench->sets[set], failure))
                return false;
        }
    }
    return true;
}

bool bench_agreement(struct bench *bench, struct failure *failure)
{
    struct results results = { .square = { .size = 0 } };
    bool done = square_make(&results.square, AGREEMENT_SIZE)
        && slopes_make(&results.engine, AGREEMENT_SIZE)
        && slopes_make(&results.other, AGREEMENT_SIZE);
    printf("the largest distance of -grad f, relative beyond 1, on %d x %d places\n"
           "     %-8s  %-18s  %-18s\n", AGREEMENT_SIZE, AGREEMENT_SIZE, "set", "C loop strict",
           "NumPy, full arrays");
    done = done ? compare_all(bench, &results, failure)
                : failure_memory(failure) == STATUS_OK;
    slopes_free(&results.other);
    slopes_free(&results.engine);
    square_free(&results.square);
    return done;
}
