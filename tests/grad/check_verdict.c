/* Tests src/grad/verdict.c and flat.c: what is said of a derivative. */
#include "../suite.h"

#include <float.h>
#include <stdio.h>

#include "functions.h"

static double identity(const double *x) { return x[0]; }
static double square(const double *x) { return x[0] * x[0]; }
static double quartic(const double *x) { return x[0] * x[0] * x[0] * x[0]; }
static double constant(const double *x) { return 0 * (x[0] > 0) + 5; }
static double floor_of(const double *x) { return floor(x[0]); }
static double relu(const double *x) { return x[0] > 0 ? x[0] : 0; }
static double hyperbolic(const double *x) { return tanh(x[0]); }
static double lifted(const double *x) { return 1e16 + x[0]; }
static double raised(const double *x) { return 1e35 + x[0]; }
static double lifted_square(const double *x) { return 1e16 + x[0] * x[0]; }
static double faint(const double *x) { return 1 + 1e-13 * x[0]; }
static double fainter(const double *x) { return 1 + 1e-25 * x[0]; }
static double absolute(const double *x) { return fabs(x[0]); }
static double inverse(const double *x) { return 1 / x[0]; }
static double inverse_square(const double *x) { return 1 / (x[0] * x[0]); }
static double logarithm(const double *x) { return log(x[0]); }
static double root(const double *x) { return sqrt(x[0]); }
static double exponential(const double *x) { return exp(x[0]); }
static double sign(const double *x) { return (x[0] > 0) - (x[0] < 0); }
static double cosine(const double *x) { return cos(x[0]); }

/* `derivative` is what it must be nearly; NaN where it is undefined, INFINITY: any number. */
static const struct {
    const char *name;
    point_function *call;
    double x;
    double h;
    enum verdict central;
    enum verdict forward;
    enum verdict backward;
    double derivative; /* of central */
} rows[] = {
#define ROW(call, x, h, central, forward, backward, derivative)                                   \
    { #call, call, x, h, VERDICT_##central, VERDICT_##forward, VERDICT_##backward, derivative }
    ROW(identity, 3, 1e-4, ok, ok, ok, 1),
    ROW(square, 3, 1e-4, ok, ok, ok, 6),
    ROW(square, 0, 1e-4, ok, ok, ok, 0),
    /* A step that the place swallows. */
    ROW(square, 1e16, 1e-4, dead, dead, dead, 0),
    ROW(identity, 1e16, 1e-4, dead, dead, dead, 0),
    ROW(constant, 1e16, 1e-4, dead, dead, dead, 0),
    ROW(identity, 1, 1e-17, dead, dead, dead, 0),
    ROW(identity, 1, 1e-16, dead, dead, ok, INFINITY), /* below 1 doubles are closer */
    ROW(identity, 0, 1e-300, ok, ok, ok, 1),
    ROW(identity, 1e16, 10, ok, ok, ok, 1),
    /* Truly flat. */
    ROW(constant, 3, 1e-4, ok, ok, ok, 0),
    ROW(constant, 0, 1e-300, ok, ok, ok, 0),
    ROW(constant, 1e300, 1e290, ok, ok, ok, 0),
    ROW(constant, DBL_MAX, 1e291, dead, dead, dead, 0),
    ROW(floor_of, 0.5, 1e-4, ok, ok, ok, 0),
    ROW(floor_of, 0.9, 1e-4, ok, ok, ok, 0),
    ROW(floor_of, -7.3, 1e-4, ok, ok, ok, 0),
    ROW(floor_of, 1, 1e-4, ok, ok, ok, 5000), /* one sample on either side of the jump */
    ROW(sign, 2, 1e-4, ok, ok, ok, 0),
    ROW(relu, -0.1, 1e-4, ok, ok, ok, 0),
    ROW(relu, -3, 1e-4, ok, ok, ok, 0),
    ROW(relu, 3, 1e-4, ok, ok, ok, 1),
    ROW(relu, 0, 1e-4, ok, ok, ok, 0.5),
    /* Flat for want of digits. */
    ROW(hyperbolic, 30, 1e-4, dead, dead, dead, 0),
    ROW(hyperbolic, 40, 1e-4, dead, dead, dead, 0),
    ROW(hyperbolic, -25, 1e-4, dead, dead, dead, 0),
    ROW(hyperbolic, 1, 1e-4, ok, ok, ok, 0.41997434161402608),
    ROW(lifted, 0, 1e-4, dead, dead, dead, 0),
    ROW(lifted, -5.5, 1e-4, dead, dead, dead, 0),
    ROW(raised, 0, 1e-4, ok, ok, ok, 0), /* begins to change beyond 2^52, whatever h is */
    ROW(raised, 0, 1e-5, ok, ok, ok, 0),
    ROW(lifted_square, 0.5, 1e-4, dead, dead, dead, 0),
    ROW(faint, 0, 1e-4, dead, dead, dead, 0),
    ROW(faint, 0, 1, ok, ok, ok, 1e-13),
    ROW(fainter, 0, 1e-4, dead, dead, dead, 0),
    ROW(quartic, 0, 1e-100, dead, dead, dead, 0), /* 1e-400 is 0 */
    ROW(cosine, 0, 1e-4, ok, ok, ok, 0),
    ROW(exponential, -800, 1e-4, dead, dead, dead, 0), /* underflow */
    /* Kinks and poles. */
    ROW(absolute, 0, 1e-4, ok, ok, ok, 0),
    ROW(inverse, 0, 1e-4, undefined, undefined, undefined, NAN),
    ROW(inverse_square, 0, 1e-4, undefined, undefined, undefined, NAN),
    ROW(inverse, 1, 1e-4, ok, ok, ok, -1),
    ROW(inverse, 1, 1, undefined, ok, undefined, NAN),
    ROW(logarithm, 0, 1e-4, undefined, undefined, undefined, NAN),
    ROW(logarithm, -1, 1e-4, undefined, undefined, undefined, NAN),
    ROW(logarithm, 1e-5, 1e-4, undefined, ok, undefined, NAN),
    ROW(logarithm, 1, 1e-4, ok, ok, ok, 1),
    ROW(root, 0, 1e-4, undefined, ok, undefined, NAN),
    ROW(root, -1, 1e-4, undefined, undefined, undefined, NAN),
    ROW(root, -0.5e-4, 1e-4, undefined, undefined, undefined, NAN),
    ROW(root, 4, 1e-4, ok, ok, ok, 0.25),
    /* Places and values beyond doubles. */
    ROW(constant, NAN, 1e-4, undefined, undefined, undefined, NAN),
    ROW(constant, INFINITY, 1e-4, undefined, undefined, undefined, NAN),
    ROW(constant, -INFINITY, 1e-4, undefined, undefined, undefined, NAN),
    ROW(constant, DBL_MAX, DBL_MAX, undefined, undefined, ok, NAN),
    ROW(constant, -DBL_MAX, DBL_MAX, undefined, ok, undefined, NAN),
    ROW(square, 1e200, 1, undefined, undefined, undefined, NAN),
    ROW(exponential, 709.78, 0.01, undefined, undefined, ok, NAN),
    ROW(identity, 0, DBL_MAX, undefined, ok, ok, NAN), /* the difference overflows */
#undef ROW
};

static void check_row(size_t i, const char *scheme, enum verdict verdict)
{
    struct gradient got = gradient_of_call(rows[i].call, 1, scheme, rows[i].h, &rows[i].x);
    ck_assert_msg(got.verdict == verdict, "%s at %g, %s by %g: %s, not %s", rows[i].name, rows[i].x,
                  scheme, rows[i].h, verdict_name(got.verdict), verdict_name(verdict));
    ck_assert_int_eq(isnan(got.derivatives[0]), verdict == VERDICT_undefined);
}

START_TEST(verdicts)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        check_row(i, "central", rows[i].central);
        check_row(i, "forward", rows[i].forward);
        check_row(i, "backward", rows[i].backward);
        struct gradient got = gradient_of_call(rows[i].call, 1, "central", rows[i].h, &rows[i].x);
        double expected = rows[i].derivative;
        if (isfinite(expected))
            ck_assert_msg(fabs(got.derivatives[0] - expected) <= 1e-3 * fabs(expected) + 1e-300,
                          "%s at %g: %g, not %g", rows[i].name, rows[i].x, got.derivatives[0],
                          expected);
    }
}
END_TEST

static double first_only(const double *x)
{
    return x[0];
}

static double worst_of_both(const double *x)
{
    return x[1] < 0.5 ? x[0] + sqrt(x[1]) : 1e16 + x[0];
}

/* The verdict of a point is the worst of its components; the derivatives keep their own. */
START_TEST(the_worst_component_counts)
{
    struct gradient got =
        gradient_of_call(first_only, 2, "central", 1e-4, (const double[]){ 1, 1e16 });
    ck_assert_int_eq(got.verdict, VERDICT_dead);
    ck_assert_double_le(fabs(got.derivatives[0] - 1), 1e-9);
    ck_assert_double_eq(got.derivatives[1], 0);
    got = gradient_of_call(worst_of_both, 2, "central", 1e-4, (const double[]){ 1, 0 });
    ck_assert_int_eq(got.verdict, VERDICT_undefined);
    ck_assert_double_le(fabs(got.derivatives[0] - 1), 1e-9);
    ck_assert_double_nan(got.derivatives[1]);
    got = gradient_of_call(worst_of_both, 2, "central", 1e-4, (const double[]){ 4, 1 });
    ck_assert_int_eq(got.verdict, VERDICT_dead);
    got = gradient_of_call(worst_of_both, 2, "central", 1e-4, (const double[]){ 4, -1 });
    ck_assert_int_eq(got.verdict, VERDICT_undefined);
}
END_TEST

START_TEST(names_and_ranks)
{
    static const char *const names[] = { "ok", "truncation", "roundoff", "kink", "dead",
                                         "undefined" };
    ck_assert_int_eq(VERDICT_COUNT, sizeof names / sizeof names[0]);
    for (int i = 0; i < VERDICT_COUNT; i++)
        ck_assert_str_eq(verdict_name((enum verdict)i), names[i]);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, verdicts);
    tcase_add_test(cases, the_worst_component_counts);
    tcase_add_test(cases, names_and_ranks);
}

SUITE_MAIN("grad verdict", add_cases)
