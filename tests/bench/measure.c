/* Time, and what is said of times that were taken in rounds. */
#include "measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

double seconds_of(bool (*work)(const void *context), const void *context)
{
    const double least = 0.01;
    double begin = seconds_now();
    double passed = 0;
    size_t calls = 0;
    do {
        if (!work(context))
            return (double)NAN;
        calls++;
        passed = seconds_now() - begin;
    } while (passed < least);
    return passed / (double)calls;
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Sort a copy of the numbers; false when one of them is NaN. */
static bool sort_numbers(const double *numbers, size_t rounds, double *sorted)
{
    for (size_t i = 0; i < rounds; i++) {
        if (isnan(numbers[i]))
            return false;
    }
    memcpy(sorted, numbers, rounds * sizeof *sorted);
    qsort(sorted, rounds, sizeof *sorted, compare_numbers);
    return true;
}

static double middle(const double *sorted, size_t rounds)
{
    return (sorted[(rounds - 1) / 2] + sorted[rounds / 2]) / 2;
}

double median(const double *numbers, size_t rounds)
{
    double sorted[ROUNDS_MOST];
    return sort_numbers(numbers, rounds, sorted) ? middle(sorted, rounds) : (double)NAN;
}

struct ratio ratio_of(const double *over, const double *under, size_t rounds)
{
    double ratios[ROUNDS_MOST];
    double sorted[ROUNDS_MOST];
    for (size_t i = 0; i < rounds; i++)
        ratios[i] = over[i] / under[i];
    if (!sort_numbers(ratios, rounds, sorted))
        return (struct ratio){ (double)NAN, (double)NAN, (double)NAN };
    return (struct ratio){ sorted[0], middle(sorted, rounds), sorted[rounds - 1] };
}
