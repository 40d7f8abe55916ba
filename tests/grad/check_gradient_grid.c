/* Tests src/grad/gradient_grid.c: a grid's gradients are those of its points, bit for bit. */
#include "../suite.h"

#include "functions.h"
#include "grad/gradient_grid.h"

enum { VARIABLES = 3, PLACES_MOST = 64 * 64, MARGIN = 4 };

static const double fixed[VARIABLES] = { NAN, NAN, 0.75 };

/* Everything there is: ordinary, flat, dead, poles, edges, a hole, overflow and its opposite. */
static double mixed(const double *x)
{
    if (x[0] == 0.25 && x[1] == 0.25)
        return NAN;
    if (x[1] > 1e307)
        return atan(x[0] + 1e-308 * x[1]);
    if (x[0] < -1.5)
        return log(x[1]);
    if (x[0] < -1)
        return 1 / (x[0] + 1.25);
    if (x[0] > 1.5)
        return x[1] > 0 ? exp(800 * x[1]) : floor(x[1]);
    return x[0] > 1 ? x[2] : 1e16 * (x[0] > 0.9) + sin(x[0]) * x[1] * x[2];
}

/* Its derivatives as far as they have any; where it has none, NaN and infinities. */
static void slopes_of_mixed(const double *x, double *slopes)
{
    slopes[0] = slopes[1] = slopes[2] = 0;
    if (x[0] < -1.5)
        slopes[1] = 1 / x[1];
    else if (x[0] < -1)
        slopes[0] = -1 / ((x[0] + 1.25) * (x[0] + 1.25));
    else if (x[0] > 1.5)
        slopes[1] = x[1] > 0 ? 800 * exp(800 * x[1]) : 0;
    else if (x[0] > 1)
        slopes[2] = 1;
    else {
        slopes[0] = cos(x[0]) * x[1] * x[2];
        slopes[1] = sin(x[0]) * x[2];
        slopes[2] = sin(x[0]) * x[1];
    }
}

/* How often the grid was asked for as a whole. */
struct counted {
    struct called called;
    size_t grids;
    size_t points;
};

static void call_counted(void *context, size_t count, const double *const *x, double *values)
{
    struct counted *counted = context;
    counted->points += count;
    call_each(&counted->called, count, x, values);
}

/* The place `index` of a grid, moved. */
static void place_of(const struct grid *grid, size_t index, const double shift[GRID_AXES],
                     double *point)
{
    point[0] = grid->x0[index % grid->columns];
    point[1] = grid->x1[index / grid->columns];
    point[2] = grid->fixed[2];
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        if (shift[axis] != 0)
            point[axis] += shift[axis];
}

static void call_grid(void *context, const struct grid *grid, size_t count,
                      const struct grid_difference *differences)
{
    struct counted *counted = context;
    counted->grids++;
    for (size_t k = 0; k < count; k++) {
        const struct grid_difference *difference = &differences[k];
        for (size_t i = 0; i < grid->columns * grid->rows; i++) {
            double point[VARIABLES];
            double sum = 0;
            for (size_t s = 0; s < difference->samples; s++) {
                place_of(grid, i, difference->shifts[s], point);
                double term = difference->weights[s] * counted->called.call(point);
                sum = s == 0 ? term : sum + term;
            }
            difference->out[i] = sum / difference->divisor;
        }
    }
}

static void call_gradient(void *context, size_t count, const double *const *x, double *values,
                          double *const *derivatives)
{
    call_counted(context, count, x, values);
    for (size_t i = 0; i < count; i++) {
        const double point[VARIABLES] = { x[0][i], x[1][i], x[2][i] };
        double slopes[VARIABLES];
        slopes_of_mixed(point, slopes);
        for (size_t k = 0; k < VARIABLES; k++)
            derivatives[k][i] = slopes[k];
    }
}

static void call_gradient_grid(void *context, const struct grid *grid, double *values,
                               double *const derivatives[GRID_AXES])
{
    static const double still[GRID_AXES] = { 0, 0 };
    struct counted *counted = context;
    counted->grids++;
    for (size_t i = 0; i < grid->columns * grid->rows; i++) {
        double point[VARIABLES], slopes[VARIABLES];
        place_of(grid, i, still, point);
        slopes_of_mixed(point, slopes);
        values[i] = counted->called.call(point);
        derivatives[0][i] = slopes[0];
        derivatives[1][i] = slopes[1];
    }
}

/* What a way of computing gives; the third derivative is for whom it must have room. */
struct answer {
    double values[PLACES_MOST + MARGIN];
    double derivatives[VARIABLES][PLACES_MOST + MARGIN];
    enum verdict verdicts[PLACES_MOST + MARGIN];
};

static void answer_begin(struct answer *answer)
{
    for (size_t i = 0; i < PLACES_MOST + MARGIN; i++) {
        answer->values[i] = 77;
        answer->verdicts[i] = VERDICT_COUNT;
        for (size_t k = 0; k < VARIABLES; k++)
            answer->derivatives[k][i] = 77;
    }
}

static void compare(const char *scheme, double h, const struct grid *grid,
                    const struct answer *got, const struct answer *expected)
{
    for (size_t i = 0; i < grid->columns * grid->rows + MARGIN; i++)
        if (!same_bits(got->values[i], expected->values[i]) ||
            !same_bits(got->derivatives[0][i], expected->derivatives[0][i]) ||
            !same_bits(got->derivatives[1][i], expected->derivatives[1][i]) ||
            got->verdicts[i] != expected->verdicts[i])
            ck_abort_msg("%s %g: place %zu of %zu x %zu: %a %a %a %d, not %a %a %a %d", scheme, h,
                         i, grid->columns, grid->rows, got->values[i], got->derivatives[0][i],
                         got->derivatives[1][i], (int)got->verdicts[i], expected->values[i],
                         expected->derivatives[0][i], expected->derivatives[1][i],
                         (int)expected->verdicts[i]);
}

/* The grid's places as a batch of points. */
static void batch(struct differentiator *differentiator, const struct difference *difference,
                  const struct grid *grid, struct answer *answer)
{
    static double columns[VARIABLES][PLACES_MOST];
    static const double still[GRID_AXES] = { 0, 0 };
    size_t count = grid->columns * grid->rows;
    double *derivatives[VARIABLES];
    for (size_t k = 0; k < VARIABLES; k++)
        derivatives[k] = answer->derivatives[k];
    struct gradient_result result = { .values = answer->values, .derivatives = derivatives,
                                      .verdicts = answer->verdicts };
    for (size_t i = 0; i < count; i++) {
        double point[VARIABLES];
        place_of(grid, i, still, point);
        for (size_t k = 0; k < VARIABLES; k++)
            columns[k][i] = point[k];
    }
    size_t axes = scheme_is_exact(difference->scheme) ? VARIABLES : GRID_AXES;
    gradient_batch(differentiator, difference, count,
                   (const double *[]){ columns[0], columns[1], columns[2] }, axes, &result);
}

/* Returns which verdicts were seen, as bits. */
static unsigned compare_ways(const struct fn *fn, const struct difference *difference,
                             const struct grid *grid)
{
    static struct answer got, expected;
    struct gradient_result result = {
        .values = got.values,
        .derivatives = (double *[]){ got.derivatives[0], got.derivatives[1] },
        .verdicts = got.verdicts
    };
    struct differentiator *differentiator = differentiator_new(fn);
    ck_assert_ptr_nonnull(differentiator);
    answer_begin(&got);
    answer_begin(&expected);
    gradient_grid(differentiator, difference, grid, &result);
    batch(differentiator, difference, grid, &expected);
    compare(difference->scheme->name, difference->h, grid, &got, &expected);
    differentiator_free(differentiator);
    unsigned seen = 0;
    for (size_t i = 0; i < grid->columns * grid->rows; i++)
        seen |= 1u << got.verdicts[i];
    return seen;
}

/* The window of `columns` by `rows` places that shows all of `mixed`; -0, inf and NaN in it. */
static struct grid grid_of(size_t columns, size_t rows)
{
    static double x0[64], x1[64];
    for (size_t i = 0; i < columns; i++)
        x0[i] = -2 + 4.0 * (double)i / (double)columns;
    for (size_t i = 0; i < rows; i++)
        x1[i] = -2 + 4.0 * (double)i / (double)rows;
    if (columns > 40) {
        x0[40] = -0.0;
        x0[41] = NAN;
    }
    if (rows > 20) {
        x1[10] = 0;
        x1[11] = INFINITY;
        x1[12] = 1.7e308;
    }
    return (struct grid){ .columns = columns, .rows = rows, .x0 = x0, .x1 = x1, .fixed = fixed };
}

static const double steps[] = { 1e-4, 0.25, 1e-16, 1e-17, 1e-300, 1e200, 1e308 };

START_TEST(differences_over_a_grid)
{
    const bool slowly = getenv("TEST_UNDER_VALGRIND") != NULL;
    static const size_t sizes[][2] = { { 64, 64 }, { 1, 1 }, { 63, 1 }, { 1, 64 }, { 13, 5 } };
    for (size_t s = 0; s < scheme_count(); s++) {
        unsigned seen = 0;
        if (scheme_is_exact(scheme_at(s)))
            continue;
        for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i += slowly ? 2 : 1) {
            for (size_t k = slowly && i > 0 ? 1 : 0; k < sizeof sizes / sizeof sizes[0]; k++) {
                struct counted counted = { .called = { mixed, VARIABLES } };
                struct fn fn = { .n = VARIABLES, .evaluate = call_counted,
                                 .evaluate_grid = call_grid, .context = &counted };
                struct difference difference = { .scheme = scheme_at(s), .h = steps[i] };
                struct grid grid = grid_of(sizes[k][0], sizes[k][1]);
                seen |= compare_ways(&fn, &difference, &grid);
                ck_assert_uint_eq(counted.grids, 1);
                fn.evaluate_grid = NULL;
                if (k > 0 || !slowly)
                    compare_ways(&fn, &difference, &grid);
            }
        }
        ck_assert_uint_eq(seen, 1u << VERDICT_ok | 1u << VERDICT_dead | 1u << VERDICT_undefined);
    }
}
END_TEST

START_TEST(exact_derivatives_over_a_grid)
{
    struct counted counted = { .called = { mixed, VARIABLES } };
    struct fn fn = { .n = VARIABLES, .evaluate = call_counted, .gradient = call_gradient,
                     .gradient_grid = call_gradient_grid, .context = &counted };
    struct difference difference = { .scheme = scheme_find("exact", 5), .h = 1e-4 };
    ck_assert_ptr_nonnull(difference.scheme);
    struct grid grid = grid_of(64, 64);
    unsigned seen = compare_ways(&fn, &difference, &grid);
    ck_assert_uint_eq(seen, 1u << VERDICT_ok | 1u << VERDICT_undefined);
    ck_assert_uint_eq(counted.grids, 1);
}
END_TEST

static double wave(const double *x)
{
    return sin(x[0]) + 2 * x[1] * x[2];
}

/* Where nothing is wrong, no place needs a look by itself. */
START_TEST(ordinary_places_are_not_looked_at_again)
{
    static const double x0[] = { 0.1, 0.2, 0.3 }, x1[] = { 1, 2 };
    struct counted counted = { .called = { wave, VARIABLES } };
    struct fn fn = { .n = VARIABLES, .evaluate = call_counted, .evaluate_grid = call_grid,
                     .context = &counted };
    struct grid grid = { .columns = 3, .rows = 2, .x0 = x0, .x1 = x1, .fixed = fixed };
    static struct answer got;
    struct gradient_result result = {
        .values = got.values,
        .derivatives = (double *[]){ got.derivatives[0], got.derivatives[1] },
        .verdicts = got.verdicts
    };
    struct differentiator *differentiator = differentiator_new(&fn);
    ck_assert_ptr_nonnull(differentiator);
    struct difference difference = difference_default();
    gradient_grid(differentiator, &difference, &grid, &result);
    differentiator_free(differentiator);
    ck_assert_uint_eq(counted.grids, 1);
    ck_assert_uint_eq(counted.points, 0);
    for (size_t i = 0; i < 6; i++) {
        ck_assert_int_eq(got.verdicts[i], VERDICT_ok);
        ck_assert_double_le(fabs(got.derivatives[0][i] - cos(x0[i % 3])), 1e-7);
        ck_assert_double_le(fabs(got.derivatives[1][i] - 1.5), 1e-9);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, differences_over_a_grid);
    tcase_add_test(cases, exact_derivatives_over_a_grid);
    tcase_add_test(cases, ordinary_places_are_not_looked_at_again);
}

SUITE_MAIN("grad gradient_grid", add_cases)
