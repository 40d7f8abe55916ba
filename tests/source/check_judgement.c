/* Tests src/grad/judgement.c: what is said of derivatives that cannot be believed, and that can. */
#include "../suite.h"

#include "grad/judgement.h"
#include "formulas.h"

enum { SCHEMES = 10, CODE_SIZE = SCHEMES + 1 };

/* One letter for each verdict, in the order of verdicts.def. */
static const char letters[] = "otrkdu";

/*
 * Verdicts by scheme: forward backward forward2 backward2 central central4 central6 central8
 * richardson exact.
 */
static const struct {
    const char *text;
    double x;
    double h;
    const char *verdicts;
} rows[] = {
    /* Lost steps. */
    { "x", 1e16, 1e-4, "dddddddddo" },
    { "x^2", 1e16, 1e-4, "dddddddddo" },
    { "x", 1, 1e-17, "dddddddddo" },
    { "x^2", 3, 1e-17, "dddddddddo" },
    { "sin(x)", 0, 1e-17, "oooooooooo" }, /* near 0 doubles are dense */
    { "1e16 + x", 0, 1e-4, "dddddddddo" },
    { "tanh(x)", 30, 1e-4, "dddddddddo" },
    { "1e10 + sin(x)", 1, 1e-7, "dddddddddo" },
    { "1e15 + sin(x)", 1, 1e-4, "dddddddddo" },
    /* True zeros. */
    { "5", 3, 1e-4, "oooooooooo" },
    { "x - x", 3, 1e-4, "oooooooooo" },
    /* As beale along x where y is 1: only its rounding changes, far off. */
    { "(1.5 - x + x)^2 + (2.25 - x + x)^2", 0, 1e-4, "oooooooooo" },
    { "(1.5 - x + x)^2 + (2.25 - x + x)^2", 0.1, 1e-4, "oooooooooo" },
    { "floor(x)", 0.5, 1e-4, "oooooooooo" },
    { "floor(x)", -7.3, 1e-4, "oooooooooo" },
    { "cos(x)", 0, 1e-4, "ttrroooooo" },
    { "x^2", 0, 1e-4, "ttoooooooo" },
    /* Kinks and jumps. */
    { "abs(x)", 0, 1e-4, "kkkkkkkkko" },
    { "abs(x)", 0, 0.1, "kkkkkkkkko" },
    { "abs(x)", 0, 1e-9, "kkkkkkkkko" },
    { "x + abs(x - 0.25)", 0.25, 1e-4, "kkkkkkkkko" },
    { "relu(x)", 0, 1e-4, "kkkkkkkkko" },
    { "floor(x)", 1, 1e-4, "kkkkkkkkko" },
    { "sqrt(abs(x))", 0, 1e-4, "kkkkkkkkku" },
    { "abs(x)", 1, 1e-4, "oooooooooo" },
    /* Poles and edges. */
    { "1/x", 0, 1e-4, "uuuuuuuuuu" },
    { "1/x^2", 0, 1e-4, "uuuuuuuuuu" },
    { "log(x)", 0, 1e-4, "uuuuuuuuuu" },
    { "sqrt(x)", 0, 1e-4, "tutuuuuuuu" },
    { "sqrt(x)", -1, 1e-4, "uuuuuuuuuu" },
    { "sqrt(x)", 1.5e-4, 1e-4, "ooououuuoo" },
    { "1/x", 1e-5, 1e-4, "ttttttttto" },
    /* Good ones. */
    { "sin(x)", 1, 1e-4, "oooooooooo" },
    { "exp(x)", 1, 1e-6, "oooooooooo" },
    { "x^3", 1, 0.01, "oooooooooo" },
    { "1e300*x^2", 2, 1e-4, "oooooooooo" },
    { "1e-300*x^2", 2, 1e-4, "oooooooooo" },
    /* h too large. */
    { "sin(20x)", 1, 0.3, "ttttttttoo" },
    { "x^4", 0.1, 0.5, "tttttooooo" },
    /* h too small. */
    { "1e6 + sin(x)", 1, 1e-10, "drdrrrrrro" },
    { "sin(x)", 1, 1e-15, "rrrrrrrrro" },
    /* f rounded to 24 binary digits, as a program that computes with floats would. */
    { "round(2^24*sin(x))/2^24", 1, 1e-2, "oooooooooo" },
    { "round(2^24*sin(x))/2^24", 1, 1e-4, "oooooooooo" },
    { "round(2^24*sin(x))/2^24", 1, 1e-7, "rrrrrrrrro" },
    { "round(2^24*sin(x))/2^24", 1, 1e-9, "rrrrrrrrro" },
    /* f moves by steps of 2^-19, between which it stands still or is smooth. */
    { "(x + 1e10) - 1e10", 1.234567, 1e-3, "oooooooooo" },
    { "(x + 1e10) - 1e10", 1.234567, 1e-7, "rrrrrrrrro" },
    { "(x + 1e10) - 1e10", 0.3, 1e-7, "rrrrrrrrro" },
    { "(x + 1e10) - 1e10", -2.1, 1e-9, "rrrrrrrrro" },
    { "(x + 1e10) - 1e10 + x^2", 1.234567, 1e-3, "oooooooooo" },
    { "(x + 1e10) - 1e10 + x^2", 1.234567, 1e-7, "rrrrrrrrro" },
    { "(x + 1e10) - 1e10 + x^2", -2.1, 1e-9, "rrrrrrrrro" },
};

static char judge(const struct fn *fn, const struct difference *difference, double x)
{
    double value, derivative, step;
    enum verdict verdict;
    struct estimate estimate;
    const double *columns[] = { &x };
    struct gradient_result result = { .values = &value,
                                      .derivatives = (double *[]){ &derivative },
                                      .verdicts = &verdict,
                                      .steps = (double *[]){ &step } };
    struct differentiator *differentiator = differentiator_new(fn);
    ck_assert_ptr_nonnull(differentiator);
    gradient_batch(differentiator, difference, 1, columns, 1, &result);
    judge_batch(differentiator, difference, 1, columns, 1, &result, &estimate);
    differentiator_free(differentiator);
    return letters[verdict];
}

START_TEST(verdicts_of_every_scheme)
{
    const char *text = rows[_i].text;
    char got[CODE_SIZE] = "";
    struct failure failure;
    struct formula *formula = new_formula(text);
    struct formula_function *function = NULL;
    ck_assert_int_eq(formula_function_new(formula, 1, &function, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    ck_assert_uint_eq(scheme_count(), SCHEMES);
    for (size_t s = 0; s < SCHEMES; s++) {
        struct difference difference = { .scheme = scheme_at(s), .h = rows[_i].h };
        got[s] = judge(formula_function_fn(function), &difference, rows[_i].x);
    }
    formula_function_free(function);
    formula_free(formula);
    ck_assert_msg(strcmp(got, rows[_i].verdicts) == 0, "%s at %g by %g: %s, not %s", text,
                  rows[_i].x, rows[_i].h, got, rows[_i].verdicts);
}
END_TEST

START_TEST(angles_are_bounded)
{
    ck_assert_double_eq(angle_bound(1, 0), 0);
    ck_assert_double_eq_tol(angle_bound(2, 1), acos(-1) / 6, 1e-15);
    ck_assert_double_eq(angle_bound(1, 1), acos(-1));
    ck_assert_double_eq(angle_bound(0, 0), acos(-1));
    ck_assert_double_eq(angle_bound(1, INFINITY), acos(-1));
    ck_assert(isnan(angle_bound(NAN, 1)));
    ck_assert_double_eq_tol(angle_bound(2e-300, 1e-300), acos(-1) / 6, 1e-15);
    ck_assert_double_eq_tol(sin(angle_bound(1, TRUSTED_SINE)), TRUSTED_SINE, 1e-15);
    ck_assert_double_eq_tol(asin(TRUSTED_SINE), acos(-1) / 8, 1e-15);
}
END_TEST

/* What is estimated of the gradient of a text at one point, by central differences. */
static void estimate_at(const char *text, const double *point, double h, double *gradient,
                        struct estimate estimates[2])
{
    struct formula_function *function = new_function(text, 2);
    const struct fn *fn = formula_function_fn(function);
    struct differentiator *differentiator = differentiator_new(fn);
    double value, steps[2];
    enum verdict verdict;
    struct difference difference = { .scheme = scheme_default(), .h = h };
    struct gradient_result result = { .values = &value,
                                      .derivatives = (double *[]){ &gradient[0], &gradient[1] },
                                      .verdicts = &verdict,
                                      .steps = (double *[]){ &steps[0], &steps[1] } };
    const double *x[] = { &point[0], &point[1] };
    ck_assert_ptr_nonnull(differentiator);
    gradient_batch(differentiator, &difference, 1, x, 2, &result);
    judge_batch(differentiator, &difference, 1, x, 2, &result, estimates);
    differentiator_free(differentiator);
    formula_function_free(function);
}

START_TEST(what_a_point_is_told)
{
    double gradient[2];
    struct estimate estimates[2];
    estimate_at("sin(x) + y", (const double[]){ 1, 2 }, 1e-2, gradient, estimates);
    ck_assert_double_eq_tol(order_of_point(2, estimates), 2, 0.01);
    double error = error_of_point(2, estimates);
    double truth = fabs(gradient[0] - cos(1));
    ck_assert_double_eq_tol(error / truth, 1, 0.01);
    /* Terms of 2 (sin 1 + 2) / 2h beside 2 (sin 1 + 2) / 2h, over the gradient's length. */
    double terms = (sin(1) + 2) / 1e-2;
    ck_assert_double_eq_tol(condition_of_point(2, gradient, estimates) /
                                (hypot(terms, terms) / hypot(cos(1), 1)),
                            1, 1e-3);
    /* Values on a lattice of 2^-24 have a noise of 2^-24 / sqrt(12), doubled and over h. */
    estimate_at("round(2^24*sin(x))/2^24 + y", (const double[]){ 1, 2 }, 1e-3, gradient,
                estimates);
    double roundoff = 2 * 0x1p-24 / sqrt(12) / 1e-3;
    ck_assert_double_ge(estimates[0].roundoff, roundoff / 4);
    ck_assert_double_le(estimates[0].roundoff, roundoff * 4);
    estimate_at("5", (const double[]){ 1, 2 }, 1e-2, gradient, estimates);
    ck_assert(isnan(order_of_point(2, estimates)));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, verdicts_of_every_scheme, 0, sizeof rows / sizeof rows[0]);
    tcase_add_test(cases, angles_are_bounded);
    tcase_add_test(cases, what_a_point_is_told);
}

SUITE_MAIN("source judgement", add_cases)
