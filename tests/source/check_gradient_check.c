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

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, right_gradients_never_disagree);
    tcase_add_test(cases, small_errors_are_found);
}

SUITE_MAIN("source gradient check", add_cases)
