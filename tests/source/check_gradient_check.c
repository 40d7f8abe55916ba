/* Tests of grad/gradient_check.h over the catalogue. */
#include "../suite.h"

#include "grad/gradient_check.h"
#include "laboratory.h"

enum { POINTS = 100 };

static size_t points_here(void)
{
    return getenv("TEST_UNDER_VALGRIND") != NULL ? 4 : POINTS;
}

/* How many components were found in which way. */
struct counts {
    size_t of[AGREEMENT_COUNT];
    size_t all;
};

/* Check the true derivatives times `factor`, at all points of a function. */
static struct counts check_all(const struct laboratory *laboratory, double factor)
{
    struct counts counts = { .all = 0 };
    double given[LABORATORY_POINTS_MOST];
    struct checked checked[LABORATORY_POINTS_MOST];
    struct checker *checker = checker_new(laboratory->fn);
    ck_assert_ptr_nonnull(checker);
    for (size_t a = 0; a < LABORATORY_AXES; a++) {
        for (size_t i = 0; i < laboratory->count; i++)
            given[i] = laboratory->truth[a][i] * factor;
        checker_check(checker, a, laboratory->count,
                      (const double *[]){ laboratory->x[0], laboratory->x[1] }, given, 0, checked);
        for (size_t i = 0; i < laboratory->count; i++) {
            if (!isfinite(given[i]) || given[i] == 0)
                continue;
            counts.of[checked[i].agreement]++;
            counts.all++;
            if (factor == 1 && checked[i].agreement == AGREEMENT_disagree)
                printf("%s at %.17g %.17g by x%zu: %.17g, not %.17g +- %g\n", laboratory->name,
                       laboratory->x[0][i], laboratory->x[1][i], a, given[i],
                       checked[i].numerical.value, checked[i].numerical.error);
        }
    }
    checker_free(checker);
    return counts;
}

static void add(struct counts *sum, const struct counts *counts)
{
    for (size_t k = 0; k < AGREEMENT_COUNT; k++)
        sum->of[k] += counts->of[k];
    sum->all += counts->all;
}

/* Over random points of every function: right ones pass, and wrong ones are found. */
static void check_catalogue(double factor, struct counts *sum)
{
    uint64_t state = 11;
    for (size_t index = 0; index < laboratory_functions(); index++) {
        struct laboratory laboratory;
        laboratory_open(&laboratory, index);
        laboratory_take_random(&laboratory, points_here(), &state);
        struct counts counts = check_all(&laboratory, factor);
        if (laboratory_prints())
            printf("%g %s: %zu %zu %zu\n", factor, laboratory.name, counts.of[0], counts.of[1],
                   counts.of[2]);
        add(sum, &counts);
        laboratory_close(&laboratory);
    }
    if (laboratory_prints())
        printf("%g all: %zu %zu %zu\n", factor, sum->of[0], sum->of[1], sum->of[2]);
}

START_TEST(right_gradients_never_disagree)
{
    struct counts sum = { .all = 0 };
    check_catalogue(1, &sum);
    ck_assert_uint_gt(sum.all, 0);
    ck_assert_uint_eq(sum.of[AGREEMENT_disagree], 0);
    ck_assert_double_ge(laboratory_percent(sum.of[AGREEMENT_agree], sum.all), 97);
}
END_TEST

START_TEST(small_errors_are_found)
{
    struct counts sum = { .all = 0 };
    check_catalogue(1 + 1e-7, &sum);
    ck_assert_uint_gt(sum.all, 0);
    ck_assert_double_ge(laboratory_percent(sum.of[AGREEMENT_disagree], sum.all), 97);
}
END_TEST

/* A function of x that waves fast against |x|, and the slope that too large a step sees. */
struct waves {
    struct catalogue_entry entry;
    double average;
    bool resolved; /* to the check's 1e-7, at most places */
};

static const struct waves waves[] = {
    { { "x + cos", { 1e7, 0 }, { 2e7, 1 }, "x + cos(100x)", "" }, 1, false },
    { { "sin", { 1e7, 0 }, { 2e7, 1 }, "sin(1000x)", "" }, 0, false },
    { { "x + small sin", { -2, 0 }, { 2, 1 }, "x + 1e-6*sin(1e6*x)", "" }, 1, true },
    { { "fast sin", { -2, 0 }, { 2, 1 }, "sin(1e7*x)", "" }, 0, true },
    { { "faster sin", { -2, 0 }, { 2, 1 }, "sin(1e11*x)", "" }, 0, false },
    { { "parabola + sin", { 0.1, 0 }, { 1, 1 }, "x^2 + 1e-3*cos(1e5*x)", "" }, 1, true },
    { { "chirp", { 50, 0 }, { 100, 1 }, "sin(x^2)", "" }, 0, true },
    { { "far chirp", { 5000, 0 }, { 10000, 1 }, "sin(x^2)", "" }, 0, false },
    { { "cubic chirp", { 100, 0 }, { 300, 1 }, "sin(x^3)", "" }, 0, false },
    { { "towards 0", { 1e-8, 0 }, { 1e-4, 1 }, "sin(1/x)", "" }, 0, true },
    { { "plain", { 1e5, 0 }, { 2e5, 1 }, "sin(x) + x", "" }, 1, true },
    { { "a bump", { 0.69999, 0 }, { 0.70001, 1 }, "x + exp(-1e10*(x-0.7)^2)", "" }, 1, true },
};

/* What is said at the points of derivatives by x that are factor times the true ones plus more. */
static struct counts check_waves(const struct laboratory *laboratory, double factor, double more)
{
    struct counts counts = { .all = laboratory->count };
    double given[LABORATORY_POINTS_MOST];
    struct checked checked[LABORATORY_POINTS_MOST];
    struct checker *checker = checker_new(laboratory->fn);
    ck_assert_ptr_nonnull(checker);
    for (size_t i = 0; i < laboratory->count; i++)
        given[i] = factor * laboratory->truth[0][i] + more;
    checker_check(checker, 0, laboratory->count,
                  (const double *[]){ laboratory->x[0], laboratory->x[1] }, given, 0, checked);
    for (size_t i = 0; i < laboratory->count; i++)
        counts.of[checked[i].agreement]++;
    checker_free(checker);
    return counts;
}

START_TEST(steps_that_jump_over_waves_judge_nothing)
{
    uint64_t state = 5;
    for (size_t i = 0; i < sizeof waves / sizeof waves[0]; i++) {
        struct laboratory laboratory;
        laboratory_open_entry(&laboratory, &waves[i].entry);
        laboratory_take_random(&laboratory, points_here(), &state);
        struct counts right = check_waves(&laboratory, 1, 0);
        struct counts wrong = check_waves(&laboratory, 1.01, 0);
        struct counts average = check_waves(&laboratory, 0, waves[i].average);
        if (laboratory_prints())
            printf("%s: right %zu %zu %zu, wrong %zu %zu %zu, average %zu %zu %zu\n",
                   waves[i].entry.name, right.of[0], right.of[1], right.of[2], wrong.of[0],
                   wrong.of[1], wrong.of[2], average.of[0], average.of[1], average.of[2]);
        ck_assert_uint_eq(right.of[AGREEMENT_disagree], 0);
        ck_assert_uint_eq(wrong.of[AGREEMENT_agree], 0);
        ck_assert_uint_eq(average.of[AGREEMENT_agree], 0);
        ck_assert_uint_ge(right.of[AGREEMENT_agree], waves[i].resolved ? right.all / 2 : 0);
        laboratory_close(&laboratory);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, right_gradients_never_disagree);
    tcase_add_test(cases, small_errors_are_found);
    tcase_add_test(cases, steps_that_jump_over_waves_judge_nothing);
}

SUITE_MAIN("source gradient check", add_cases)
