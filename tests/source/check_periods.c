/*
 * Tests that functions which jump, bend sharply or repeat over whole numbers deceive neither the
 * steps that are chosen nor the gradient check: src/grad/auto_step.c, bend.c, boundless.c,
 * near_slope.c and gradient_check.c.
 */
#include "../suite.h"

#include <float.h>

#include "grad/gradient_check.h"
#include "grad/judgement.h"
#include "laboratory.h"

enum { POINTS = 200, POINTS_SLOWLY = 3 };

static const double COVERED = 10;      /* times the error that is claimed, the true one is at most */
static const double ROUNDING = 1e-9;   /* relative, of the truth itself; of 1 where that is less */
static const double CLOSE = 0.5;       /* per cent of the places, that are too close to jumps */
static const double OK_LEAST = 90;     /* per cent of the places, of which all can be resolved */

/* Stairs as are left by rounding too come first: nobody can tell whether their steps are noise. */
enum { STAIRS = 4 };

static const struct catalogue_entry periodic[] = {
    { "stairs of a power", { -1, 0 }, { -0.1, 1 }, "floor(exp(0.1^x))", "" },
    { "floor", { -1000, 0 }, { 1000, 1 }, "floor(x)", "" },
    { "parabola and stairs", { -1000, 0 }, { 1000, 1 }, "x^2 + floor(x)", "" },
    { "tenths", { -1000, 0 }, { 1000, 1 }, "round(10x)/10", "" },
    { "rest of 1", { -1000, 0 }, { 1000, 1 }, "x%1", "" },
    { "rest of 2", { -1000, 0 }, { 1000, 1 }, "x%2", "" },
    { "zigzag", { -1000, 0 }, { 1000, 1 }, "abs(x%2 - 1)", "" },
    { "zigzag of sines", { -1000, 0 }, { 1000, 1 }, "asin(sin(pi*x))", "" },
    { "arches", { -1000, 0 }, { 1000, 1 }, "abs(sin(pi*x))", "" },
    { "parabolas", { -1000, 0 }, { 1000, 1 }, "(x - round(x))^2", "" },
    { "bumps", { -1000, 0 }, { 1000, 1 }, "exp(-50*(x - round(x))^2)", "" },
    { "near floor", { -10, 0 }, { 10, 1 }, "floor(x)", "" },
    { "near zigzag", { -10, 0 }, { 10, 1 }, "abs(x%2 - 1)", "" },
    { "far rests", { 1000, 0 }, { 5000, 1 }, "x%8", "" },
};

static size_t points_here(void)
{
    return suite_under_valgrind() ? POINTS_SLOWLY : POINTS;
}

static struct checked check_one(const struct laboratory *laboratory, size_t point, double given)
{
    struct checked checked;
    struct checker *checker = checker_new(laboratory->fn);
    ck_assert_ptr_nonnull(checker);
    checker_check(checker, 0, 1,
                  (const double *[]){ &laboratory->x[0][point], &laboratory->x[1][point] }, &given,
                  0, &checked);
    checker_free(checker);
    return checked;
}

START_TEST(right_slopes_are_never_called_wrong)
{
    for (size_t f = 0; f < sizeof periodic / sizeof periodic[0]; f++) {
        static struct laboratory laboratory;
        size_t wrong = 0, agree = 0;
        uint64_t state = 31 + f;
        laboratory_open_entry(&laboratory, &periodic[f]);
        laboratory_take_random(&laboratory, points_here(), &state);
        for (size_t i = 0; i < laboratory.count; i++) {
            struct checked checked = check_one(&laboratory, i, laboratory.truth[0][i]);
            agree += checked.agreement == AGREEMENT_agree;
            if (checked.agreement != AGREEMENT_disagree)
                continue;
            wrong++;
            printf("%s at %.17g: %.17g, not %.17g +- %g\n", periodic[f].formula,
                   laboratory.x[0][i], laboratory.truth[0][i], checked.numerical.value,
                   checked.numerical.error);
        }
        if (laboratory_prints())
            printf("%s: %zu wrong, %zu agree of %zu\n", periodic[f].formula, wrong, agree,
                   laboratory.count);
        laboratory_close(&laboratory);
        ck_assert_uint_eq(wrong, 0);
    }
}
END_TEST

/* The slopes by x of the points of a laboratory, with chosen steps. */
struct judged {
    double slopes[LABORATORY_POINTS_MOST];
    double steps[LABORATORY_POINTS_MOST];
    enum verdict verdicts[LABORATORY_POINTS_MOST];
    struct estimate estimates[LABORATORY_POINTS_MOST];
};

static void judge(struct laboratory *laboratory, const struct scheme *scheme,
                  struct judged *judged)
{
    const double *x[] = { laboratory->x[0], laboratory->x[1] };
    struct difference difference = { .scheme = scheme, .h = 1, .step = STEP_AUTO };
    struct gradient_result result = { .values = laboratory->values,
                                      .derivatives = (double *[]){ judged->slopes },
                                      .verdicts = judged->verdicts,
                                      .steps = (double *[]){ judged->steps } };
    gradient_batch(laboratory->differentiator, &difference, laboratory->count, x, 1, &result);
    judge_batch(laboratory->differentiator, &difference, laboratory->count, x, 1, &result,
                judged->estimates);
}

START_TEST(errors_cover_what_steps_jump_over)
{
    for (size_t f = STAIRS; f < sizeof periodic / sizeof periodic[0]; f++) {
        static struct laboratory laboratory;
        uint64_t state = 31 + f;
        size_t bad = 0, all = 0;
        laboratory_open_entry(&laboratory, &periodic[f]);
        laboratory_take_random(&laboratory, points_here(), &state);
        for (size_t s = 0; s < scheme_count(); s++) {
            static struct judged judged;
            size_t ok = 0;
            if (scheme_is_exact(scheme_at(s)))
                continue;
            judge(&laboratory, scheme_at(s), &judged);
            for (size_t i = 0; i < laboratory.count; i++, all++) {
                double truth = laboratory.truth[0][i];
                double off = fabs(judged.slopes[i] - truth) - ROUNDING * fmax(1, fabs(truth));
                double rounding = DBL_EPSILON * fabs(laboratory.x[0][i]) / judged.steps[i];
                bool covered = off <= COVERED * (estimate_error(&judged.estimates[i]) +
                                                 rounding * fabs(truth));
                ok += judged.verdicts[i] == VERDICT_ok;
                if (judged.verdicts[i] != VERDICT_ok || covered)
                    continue;
                bad++;
                printf("%s, %s at %.17g: %.17g +- %g at h = %g, not %.17g\n", periodic[f].formula,
                       scheme_at(s)->name, laboratory.x[0][i], judged.slopes[i],
                       estimate_error(&judged.estimates[i]), judged.steps[i], truth);
            }
            if (laboratory_prints())
                printf("%s, %s: %zu ok of %zu\n", periodic[f].formula, scheme_at(s)->name, ok,
                       laboratory.count);
            ck_assert_double_ge(laboratory_percent(ok, laboratory.count), OK_LEAST);
        }
        laboratory_close(&laboratory);
        ck_assert_double_le(laboratory_percent(bad, all), CLOSE);
    }
}
END_TEST

/* Places where there is no slope by x, or one that is infinite. */
static const struct {
    const char *formula;
    double x[LABORATORY_AXES];
} broken[] = {
    { "cbrt(x)", { 0, 0 } },
    { "cbrt(x - 3)", { 3, 0 } },
    { "atan2(x, y)", { 0, -1 } },
    { "mod(x, 0.3)", { 0, 0 } },
    { "mod(x, 0.3)", { 0.3, 0 } },
    { "mod(x, 0.3)", { 8.4, 0 } },
    { "mod(x, 0.25)", { -3.75, 0 } },
    { "floor(x)", { 0, 0 } },
    { "floor(x)", { 700, 0 } },
    { "x + sign(x)", { 0, 0 } },
};

START_TEST(no_slope_is_known_at_jumps)
{
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        static struct laboratory laboratory;
        static struct judged judged;
        static const double given[] = { 0, 1, 2 };
        struct catalogue_entry entry = { "", { -1, -1 }, { 1, 1 }, broken[i].formula, "" };
        laboratory_open_entry(&laboratory, &entry);
        laboratory.count = 1;
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            laboratory.x[a][0] = broken[i].x[a];
        judge(&laboratory, scheme_default(), &judged);
        if (laboratory_prints())
            printf("%s at %g: %g +- %g, h = %g, %s\n", broken[i].formula, broken[i].x[0],
                   judged.slopes[0], estimate_error(&judged.estimates[0]), judged.steps[0],
                   verdict_name(judged.verdicts[0]));
        ck_assert_int_ne(judged.verdicts[0], VERDICT_ok);
        for (size_t k = 0; k < sizeof given / sizeof given[0]; k++) {
            struct checked checked = check_one(&laboratory, 0, given[k]);
            ck_assert_msg(checked.agreement == AGREEMENT_unresolved, "%s at %g: %g %s, %g +- %g",
                          broken[i].formula, broken[i].x[0], given[k],
                          agreement_name(checked.agreement), checked.numerical.value,
                          checked.numerical.error);
        }
        laboratory_close(&laboratory);
    }
}
END_TEST

/* Slopes among jumps that are close together. */
START_TEST(dense_jumps_are_seen)
{
    static struct laboratory laboratory;
    struct catalogue_entry entry = { "", { 0, 0 }, { 1, 1 }, "0.5%((x + x)*x)", "" };
    laboratory_open_entry(&laboratory, &entry);
    laboratory.count = 1;
    laboratory.x[0][0] = 3.6136156162265003e-06;
    laboratory.x[1][0] = -0.021217462603016005;
    laboratory_find_truth(&laboratory);
    struct checked checked = check_one(&laboratory, 0, laboratory.truth[0][0]);
    if (laboratory_prints())
        printf("%s: %g, %s, %g +- %g\n", entry.formula, laboratory.truth[0][0],
               agreement_name(checked.agreement), checked.numerical.value, checked.numerical.error);
    ck_assert_int_ne(checked.agreement, AGREEMENT_disagree);
    laboratory_close(&laboratory);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, right_slopes_are_never_called_wrong);
    tcase_add_test(cases, errors_cover_what_steps_jump_over);
    tcase_add_test(cases, no_slope_is_known_at_jumps);
    tcase_add_test(cases, dense_jumps_are_seen);
}

SUITE_MAIN("source periods", add_cases)
