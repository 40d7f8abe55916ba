/*
 * What the tests of steps and of error estimates share: functions with windows, points in them, and
 * the true gradients there. With LABORATORY_TABLES set in the environment they print what they found.
 */
#ifndef STEEPEST_TESTS_SOURCE_LABORATORY_H
#define STEEPEST_TESTS_SOURCE_LABORATORY_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "formulas.h"
#include "source/catalogue.h"

enum {
    LABORATORY_POINTS_MOST = 400, /* of a function */
    LABORATORY_AXES = 2,
    LABORATORY_EXTRAS = 3
};

/* A function with points in its window. Made by laboratory_open, ended by laboratory_close. */
struct laboratory {
    const char *name;
    double low[LABORATORY_AXES];
    double high[LABORATORY_AXES];
    struct formula_function *function;
    const struct fn *fn;
    struct differentiator *differentiator;
    size_t count; /* points */
    double x[LABORATORY_AXES][LABORATORY_POINTS_MOST];
    double values[LABORATORY_POINTS_MOST];
    double truth[LABORATORY_AXES][LABORATORY_POINTS_MOST]; /* exact derivatives */
};

/* Functions beside the catalogue's, on windows whose steps fit their periods. */
static const struct catalogue_entry laboratory_extras[LABORATORY_EXTRAS] = {
    { "rastrigin on 4", { -4, -4 }, { 4, 4 }, "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)", "" },
    { "levy on 4", { -4, -4 }, { 4, 4 },
      "a = 1 + (x - 1)/4; b = 1 + (y - 1)/4;"
      "sin(pi*a)^2 + (a - 1)^2*(1 + 10sin(pi*a + 1)^2) + (b - 1)^2*(1 + sin(2pi*b)^2)", "" },
    { "drop-wave on 4", { -4, -4 }, { 4, 4 },
      "-(1 + cos(12sqrt(x^2 + y^2)))/(0.5(x^2 + y^2) + 2)", "" },
};

static inline size_t laboratory_functions(void)
{
    return catalogue_count() + LABORATORY_EXTRAS;
}

static inline const struct catalogue_entry *laboratory_entry(size_t index)
{
    return index < catalogue_count() ? catalogue_at(index)
                                     : &laboratory_extras[index - catalogue_count()];
}

/* From a function to the next that is looked at: where that takes long a few are enough. */
static inline size_t laboratory_stride(void)
{
    return SUITE_IS_SANITIZED || suite_under_valgrind() ? 9 : 1;
}

/*
 * Demand a share in per cent that is at least or at most `bound`; of a few functions shares say
 * nothing.
 */
static inline void laboratory_demand_least(double share, double bound)
{
    if (laboratory_stride() == 1)
        ck_assert_double_ge(share, bound);
}

static inline void laboratory_demand_most(double share, double bound)
{
    if (laboratory_stride() == 1)
        ck_assert_double_le(share, bound);
}

/* Whether what is found is to be printed. */
static inline bool laboratory_prints(void)
{
    return getenv("LABORATORY_TABLES") != NULL;
}

/* The next number of a generator (splitmix64), in [0, 1). */
static inline double laboratory_random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* Make the function of an entry, without points. */
static inline void laboratory_open_entry(struct laboratory *laboratory,
                                         const struct catalogue_entry *entry)
{
    struct formula *formula = new_formula(entry->formula);
    struct failure failure;
    laboratory->name = entry->name;
    memcpy(laboratory->low, entry->low, sizeof entry->low);
    memcpy(laboratory->high, entry->high, sizeof entry->high);
    ck_assert_int_eq(formula_function_new(formula, LABORATORY_AXES, &laboratory->function,
                                          &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(laboratory->function, formula, &failure),
                     STATUS_OK);
    formula_free(formula);
    laboratory->fn = formula_function_fn(laboratory->function);
    laboratory->differentiator = differentiator_new(laboratory->fn);
    ck_assert_ptr_nonnull(laboratory->differentiator);
    laboratory->count = 0;
}

/* Make function `index` of those there are, without points. */
static inline void laboratory_open(struct laboratory *laboratory, size_t index)
{
    laboratory_open_entry(laboratory, laboratory_entry(index));
}

static inline void laboratory_close(struct laboratory *laboratory)
{
    differentiator_free(laboratory->differentiator);
    formula_function_free(laboratory->function);
}

/* Compute values and true gradients of the points that are there. */
static inline void laboratory_find_truth(struct laboratory *laboratory)
{
    laboratory->fn->gradient(laboratory->fn->context, laboratory->count,
                             (const double *[]){ laboratory->x[0], laboratory->x[1] },
                             laboratory->values,
                             (double *[]){ laboratory->truth[0], laboratory->truth[1] });
}

/* Take `count` random points of the window. */
static inline void laboratory_take_random(struct laboratory *laboratory, size_t count,
                                          uint64_t *state)
{
    laboratory->count = count;
    for (size_t i = 0; i < count; i++)
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            laboratory->x[a][i] = laboratory->low[a] + laboratory_random(state) *
                                                           (laboratory->high[a] -
                                                            laboratory->low[a]);
    laboratory_find_truth(laboratory);
}

/* Take a lattice of columns x rows points of the window, its ends included. */
static inline void laboratory_take_lattice(struct laboratory *laboratory, size_t columns,
                                           size_t rows)
{
    laboratory->count = columns * rows;
    for (size_t i = 0; i < laboratory->count; i++) {
        double share[] = { (double)(i % columns) / (double)(columns - 1),
                           (double)(i / columns) / (double)(rows - 1) };
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            laboratory->x[a][i] = laboratory->low[a] +
                                  share[a] * (laboratory->high[a] - laboratory->low[a]);
    }
    laboratory_find_truth(laboratory);
}

/* A unit in the last place of a number. */
static inline double laboratory_ulp(double number)
{
    double magnitude = fabs(number);
    return nextafter(magnitude, INFINITY) - magnitude;
}

/* The share of `part` in `whole` in per cent; 100 of nothing. */
static inline double laboratory_percent(size_t part, size_t whole)
{
    return whole == 0 ? 100 : 100 * (double)part / (double)whole;
}

#endif
