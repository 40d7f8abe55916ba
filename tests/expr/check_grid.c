/* Tests src/expr/grid.c and split.c: what a grid gives has the bits of its points. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>

#include "compile.h"
#include "expr/grid.h"

enum {
    COLUMNS_MOST = 2049,
    ROWS_MOST = 513,
    PLACES_MOST = 17 * ROWS_MOST, /* at least 3 * COLUMNS_MOST */
    VARIABLES_MOST_HERE = 5,
    RESULTS_MOST = 12,
    MARGIN = 8 /* numbers behind a result that must stay as they are */
};

static const double untouched = 77.25;

static const struct {
    const char *text;
    size_t n;
    int order;
    size_t variables;
} texts[] = {
    { "3", 2, 0, 0 },
    { "x", 2, 0, 0 },
    { "y", 2, 0, 0 },
    { "z", 3, 0, 0 },
    { "sin(z) + x3^2", 4, 0, 0 },
    { "sin(x) + x^2 - 1/x", 2, 0, 0 },
    { "exp(y)/y - abs(y)", 2, 0, 0 },
    { "x*y", 2, 0, 0 },
    { "x - z", 3, 0, 0 },
    { "atan2(y, x) + hypot(z, y)", 3, 0, 0 },
    { "sin(x)*cos(y) + x3*z - pow(x*y, z)", 4, 0, 0 },
    { "x > y ? sqrt(x) : log(y)", 2, 0, 0 },
    { "((x + y)*(x - y) - (x*y + 1)/(x/y + 2))*(exp(-x^2)*exp(-y^2) - x3/(x + y))", 4, 0, 0 },
    { "sum(x**2) + prod(x[1:])", 5, 0, 0 },
    { "3", 2, 1, 2 },
    { "100(y - x^2)^2 + (1 - x)^2", 2, 1, 2 },
    { "x*z + y", 3, 1, 2 },
    { "sin(x) + cos(y)*x3", 4, 1, 4 },
    { "clamp(x, y, z) + sqrt(x*y)", 3, 2, 2 },
    { "x*y*z", 3, 2, 3 },
};

enum { TEXTS = sizeof texts / sizeof texts[0] };

/* Around tiles of every set, of points and of pairs, and around the pieces of a grid. */
static const struct {
    size_t columns;
    size_t rows; /* 0: one to three */
} sizes[] = {
    { 1, 0 }, { 2, 0 }, { 15, 0 }, { 16, 0 }, { 17, 0 }, { 31, 0 }, { 32, 0 }, { 33, 0 },
    { 63, 0 }, { 64, 0 }, { 65, 0 }, { 127, 0 }, { 128, 0 }, { 129, 0 }, { 511, 0 }, { 512, 0 },
    { 513, 0 }, { 1000, 0 }, { 2047, 0 }, { 2048, 0 }, { 2049, 0 }, { 1, 127 }, { 17, 128 },
    { 3, 129 }, { 5, 511 }, { 1, 512 }, { 17, 513 },
};

enum { SIZES = sizeof sizes / sizeof sizes[0] };

static const struct shift shifts[][PAIR_LANES] = {
    { { { 1e-4, 0 } }, { { -1e-4, 0 } }, { { 0, 1e-4 } }, { { 0, -1e-4 } } },
    { { { 1e-4, 0 } }, { { 0, 0 } }, { { 0, 1e-4 } }, { { 0, 0 } } },
    { { { -0.0, 0 } }, { { 0.5, -0.25 } }, { { 0.5, 3 } }, { { -2, -0.25 } } },
    { { { 0, 0 } }, { { 0, 0 } }, { { 0, 0 } }, { { 0, 0 } } },
    { { { 1e308, 1e-300 } }, { { -1e308, 0 } }, { { 0, 1e-300 } }, { { 1e308, 1e-300 } } },
};

enum { SHIFTS = sizeof shifts / sizeof shifts[0] };

/* A text with both evaluators. */
struct gridded {
    struct compiled compiled;
    struct grid_evaluator *evaluator;
    const char *name; /* for messages */
};

static struct gridded gridded_new(size_t text, const struct kernels *kernels)
{
    struct gridded made = { .name = texts[text].text };
    struct failure failure;
    const struct program_wish wish = {
        .kernels = kernels, .order = texts[text].order, .variables = texts[text].variables
    };
    ck_assert_int_eq(compile_wish(made.name, strlen(made.name), texts[text].n, &no_parameters,
                                  &wish, &made.compiled, &failure), STATUS_OK);
    made.evaluator = grid_evaluator_new(made.compiled.program);
    ck_assert_ptr_nonnull(made.evaluator);
    ck_assert_uint_le(program_results(made.compiled.program), RESULTS_MOST);
    return made;
}

static void gridded_free(struct gridded *made)
{
    grid_evaluator_free(made->evaluator);
    compiled_free(&made->compiled);
}

/* Coordinate i of an axis: anything, now and then a special number. */
static double coordinate(size_t i, size_t axis)
{
    static const double specials[] = { 0, -0.0, NAN, INFINITY, -INFINITY, 1, 1e300, 5e-324, -1 };
    size_t count = sizeof specials / sizeof specials[0];
    if (i % 7 == 3 + axis)
        return specials[(i / 7 + axis) % count];
    return (double)((i + 1) * (axis + 7919) % 1201) / 150 - 4;
}

/* The grid of a size; every call fills the same memory. */
static struct places places_of_size(size_t columns, size_t rows)
{
    static double x0[COLUMNS_MOST], x1[ROWS_MOST];
    static const double fixed[VARIABLES_MOST_HERE] = { NAN, NAN, 1.75, -0.5, -0.0 };
    for (size_t i = 0; i < columns; i++)
        x0[i] = coordinate(i, 0);
    for (size_t i = 0; i < rows; i++)
        x1[i] = coordinate(i, 1);
    return (struct places){
        .columns = columns, .rows = rows, .x0 = x0, .x1 = x1, .fixed = fixed
    };
}

static double move(double coordinate_, double by)
{
    return by == 0 ? coordinate_ : coordinate_ + by;
}

/* All results at every place, moved, by the evaluator of points. */
static void run_points(const struct gridded *made, const struct places *places,
                       const struct shift *shift, double *const *results)
{
    static double columns[VARIABLES_MOST_HERE][PLACES_MOST];
    const double *x[VARIABLES_MOST_HERE];
    size_t count = places->columns * places->rows;
    ck_assert_uint_le(count, PLACES_MOST);
    for (size_t k = 0; k < made->compiled.n; k++) {
        x[k] = columns[k];
        for (size_t i = 0; i < count; i++)
            columns[k][i] = k == 0   ? move(places->x0[i % places->columns], shift->by[0])
                            : k == 1 ? move(places->x1[i / places->columns], shift->by[1])
                                     : places->fixed[k];
    }
    evaluator_run(made->compiled.evaluator, count, x, results);
}

static void fill(double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        numbers[i] = untouched;
}

/* The first `count` numbers must be the expected ones, those behind them as they were. */
static void compare(const char *what, const struct gridded *made, const struct kernels *kernels,
                    const struct places *places, const double *got, const double *expected)
{
    size_t count = places->columns * places->rows;
    for (size_t i = 0; i < count + MARGIN; i++) {
        double right = i < count ? expected[i] : untouched;
        if (!same_bits(got[i], right))
            ck_abort_msg("%s %s %s: place %zu of %zu x %zu is %a, not %a", kernels->name, what,
                         made->name, i, places->columns, places->rows, got[i], right);
    }
}

/* The result that is not asked for is `skipped`, if there is such a one. */
static void compare_run(const struct gridded *made, const struct kernels *kernels,
                        const struct places *places, const struct shift *shift, size_t skipped)
{
    static double got[RESULTS_MOST][PLACES_MOST + MARGIN], expected[RESULTS_MOST][PLACES_MOST];
    double *results[RESULTS_MOST], *pointers[RESULTS_MOST];
    size_t count = program_results(made->compiled.program);
    for (size_t k = 0; k < count; k++) {
        fill(got[k], places->columns * places->rows + MARGIN);
        results[k] = k == skipped ? NULL : got[k];
        pointers[k] = expected[k];
    }
    grid_evaluator_run(made->evaluator, places, shift, results);
    run_points(made, places, shift, pointers);
    for (size_t k = 0; k < count; k++)
        if (k != skipped)
            compare("values", made, kernels, places, got[k], expected[k]);
}

/* Only the first result is looked at; `others` is where the others go. */
static void first_result(const struct gridded *made, const struct places *places,
                         const struct shift *shift, double *first)
{
    static double others[PLACES_MOST];
    double *results[RESULTS_MOST];
    for (size_t k = 0; k < RESULTS_MOST; k++)
        results[k] = k == 0 ? first : others;
    run_points(made, places, shift, results);
}

static void compare_pairs(const struct gridded *made, const struct kernels *kernels,
                          const struct places *places, const struct shift four[PAIR_LANES])
{
    static double got[2][PLACES_MOST + MARGIN], values[2][PLACES_MOST];
    static const double divisors[2] = { 2e-4, -3 };
    size_t count = places->columns * places->rows;
    for (size_t k = 0; k < 2; k++)
        fill(got[k], count + MARGIN);
    grid_evaluator_pairs(made->evaluator, places, four, divisors,
                         (double *const[]){ got[0], got[1] });
    for (size_t k = 0; k < 2; k++) {
        first_result(made, places, &four[2 * k], values[0]);
        first_result(made, places, &four[2 * k + 1], values[1]);
        for (size_t i = 0; i < count; i++)
            values[0][i] = (values[0][i] - values[1][i]) / divisors[k];
        compare(k == 0 ? "first difference" : "second difference", made, kernels, places, got[k],
                values[0]);
    }
}

/* Valgrind sees a few of the sizes for each text, and each size for some text. */
static bool is_left_out(size_t text, size_t size)
{
    return getenv("TEST_UNDER_VALGRIND") != NULL && (text + size) % 9 != 0;
}

START_TEST(a_grid_has_the_bits_of_its_points)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (size_t text = 0; text < TEXTS && kernels != NULL; text++) {
        struct gridded made = gridded_new(text, kernels);
        for (size_t size = 0; size < SIZES; size++) {
            size_t rows = sizes[size].rows == 0 ? 1 + (text + size) % 3 : sizes[size].rows;
            struct places places = places_of_size(sizes[size].columns, rows);
            const struct shift *four = shifts[(text + size) % SHIFTS];
            if (is_left_out(text, size))
                continue;
            compare_run(&made, kernels, &places, &four[size % PAIR_LANES], size % RESULTS_MOST);
            compare_pairs(&made, kernels, &places, four);
        }
        gridded_free(&made);
    }
}
END_TEST

/* A small grid with every text, every way to be moved and every result left out. */
START_TEST(shifts_and_results)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    struct places places = places_of_size(37, 11);
    const size_t stride = suite_under_valgrind() ? 3 : 1;
    for (size_t text = 0; text < TEXTS && kernels != NULL; text++) {
        struct gridded made = gridded_new(text, kernels);
        size_t count = program_results(made.compiled.program);
        for (size_t i = text % stride; i < SHIFTS; i += stride) {
            for (size_t lane = 0; lane < PAIR_LANES; lane++)
                compare_run(&made, kernels, &places, &shifts[i][lane], (i + lane) % (count + 1));
            compare_pairs(&made, kernels, &places, shifts[i]);
        }
        gridded_free(&made);
    }
}
END_TEST

/* What is left of an earlier grid does not show in a later one. */
START_TEST(fixed_variables_may_change)
{
    static const double other_fixed[VARIABLES_MOST_HERE] = { 0, 0, -3, 2, 1 };
    struct gridded made = gridded_new(10, kernels_best());
    for (int i = 0; i < 4; i++) {
        struct places places = places_of_size(i % 2 == 0 ? 40 : 9, 5);
        if (i % 2 == 1)
            places.fixed = other_fixed;
        compare_run(&made, kernels_best(), &places, &shifts[0][i], RESULTS_MOST);
        compare_pairs(&made, kernels_best(), &places, shifts[i % SHIFTS]);
    }
    gridded_free(&made);
    grid_evaluator_free(NULL);
}
END_TEST

/* Two variables need no numbers for those that stand still; no places, no results. */
START_TEST(nothing_fixed_and_nothing_at_all)
{
    struct gridded made = gridded_new(7, kernels_best());
    struct places places = places_of_size(20, 2);
    places.fixed = NULL;
    compare_run(&made, kernels_best(), &places, &shifts[0][0], RESULTS_MOST);
    places.rows = 0;
    compare_run(&made, kernels_best(), &places, &shifts[0][0], RESULTS_MOST);
    places = places_of_size(0, 2);
    compare_run(&made, kernels_best(), &places, &shifts[0][0], RESULTS_MOST);
    compare_pairs(&made, kernels_best(), &places, shifts[0]);
    gridded_free(&made);
}
END_TEST

static void add_cases(TCase *cases)
{
    int sets = (int)kernels_count();
    tcase_add_loop_test(cases, a_grid_has_the_bits_of_its_points, 0, sets);
    tcase_add_loop_test(cases, shifts_and_results, 0, sets);
    tcase_add_test(cases, fixed_variables_may_change);
    tcase_add_test(cases, nothing_fixed_and_nothing_at_all);
}

SUITE_MAIN("expr grid", add_cases)
