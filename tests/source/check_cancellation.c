/*
 * Tests src/grad/noise.c and estimate.c on functions that lose digits on the way: their values move
 * by steps, and differences of smaller steps see nothing of the slope. What is said of such a
 * difference must be true.
 */
#include "../suite.h"

#include "formulas.h"
#include "grad/judgement.h"
#include "laboratory.h"

enum { POINTS = 120, POINTS_SLOWLY = 3, STEPS = 12 };

static const double STEPS_TAKEN[STEPS] = { 0,    1e-1, 1e-2, 1e-3, 1e-4,  1e-5,
                                           1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12 }; /* 0: auto */

static const double COVERED = 10;   /* times the estimate, that a true error may be */
static const double NOTICED = 1e-6; /* of the slope: errors below that are no lie */
/*
 * Per cent of all that is said. Near 0 places stand so close that some steps are wider than all of
 * them, and f is as smooth there as any.
 */
static const double LIES_MOST = 2;

/* A function of x that loses digits, its true slope, and where it is looked at. */
static const struct {
    const char *text;
    const char *slope;
    double low;
    double high; /* both positive: places are spread over decades */
} rows[] = {
    { "(x + 1e10) - 1e10", "1", -3, 3 },
    { "(x + 1e8) - 1e8", "1", -3, 3 },
    { "(x + 3.7e9) - 3.7e9", "1", -3, 3 },
    { "(x + 2^33) - 2^33", "1", -3, 3 },
    { "(3x + 2^33) - 2^33", "3", -3, 3 },
    { "(x*1e9 + x) - x*1e9", "1", -3, 3 },
    { "sin((x + 1e9) - 1e9)", "cos(x)", -3, 3 },
    { "(x + 1e10) - 1e10 + x^2", "1 + 2x", -3, 3 },
    { "(x + 1e10) - 1e10 + sin(x)", "1 + cos(x)", -3, 3 },
    { "floor(1e6*x)/1e6", "1", -3, 3 },
    { "floor(2^20*x)/2^20", "1", -3, 3 },
    { "round(2^24*sin(x))/2^24", "cos(x)", -3, 3 },
    { "round(2^24*x)/2^24 + x^2", "1 + 2x", -3, 3 },
    { "sqrt(1 + x^2) - sqrt(x^2)", "-1/(sqrt(1 + x^2)*(x + sqrt(1 + x^2)))", 1e3, 1e5 },
    { "(exp(x) - 1)/x", "1/2 + x/3 + x^2/8 + x^3/30 + x^4/144", 1e-6, 1e-2 },
    { "(1 - cos(x))/x^2", "-x/12 + x^3/180 - x^5/6720", 1e-3, 1e-1 },
    { "(x - sin(x))/x^3", "-x/60 + x^3/1260 - x^5/60480", 1e-3, 1e-1 },
    { "exp(x + 20) - exp(20) - exp(20)*x", "exp(20)*(exp(x) - 1)", 1e-3, 1 },
    { "log(exp(x + 30) + 1) - 30", "1/(1 + exp(-x - 30))", -3, 3 },
};

/* The points of a row, with f's true slopes. */
struct points {
    size_t count;
    double x[POINTS];
    double slopes[POINTS];
};

static void take_points(struct points *points, int row)
{
    struct formula_function *slope = new_function(rows[row].slope, 1);
    const struct fn *fn = formula_function_fn(slope);
    double low = rows[row].low, high = rows[row].high;
    uint64_t state = 4000 + (uint64_t)row;
    points->count = suite_under_valgrind() ? POINTS_SLOWLY : POINTS;
    for (size_t i = 0; i < points->count; i++) {
        double share = laboratory_random(&state);
        points->x[i] = low > 0 ? low * pow(high / low, share) : low + share * (high - low);
    }
    fn->evaluate(fn->context, points->count, (const double *[]){ points->x }, points->slopes);
    formula_function_free(slope);
}

/* Differences by a scheme, those that are called ok, and those of these that are not. */
struct findings {
    size_t all;
    size_t ok;
    size_t lies;
};

static void compare(const struct fn *fn, const struct points *points,
                    const struct difference *difference, struct findings *found)
{
    double values[POINTS], slopes[POINTS], steps[POINTS];
    enum verdict verdicts[POINTS];
    struct estimate estimates[POINTS];
    struct gradient_result result = { .values = values, .derivatives = (double *[]){ slopes },
                                      .verdicts = verdicts, .steps = (double *[]){ steps } };
    const double *x[] = { points->x };
    struct differentiator *differentiator = differentiator_new(fn);
    ck_assert_ptr_nonnull(differentiator);
    gradient_batch(differentiator, difference, points->count, x, 1, &result);
    judge_batch(differentiator, difference, points->count, x, 1, &result, estimates);
    differentiator_free(differentiator);
    for (size_t i = 0; i < points->count; i++) {
        double error = fabs(slopes[i] - points->slopes[i]);
        bool lie = error > COVERED * estimate_error(&estimates[i]) &&
                   error > NOTICED * fabs(points->slopes[i]);
        found->all++;
        found->ok += verdicts[i] == VERDICT_ok;
        found->lies += verdicts[i] == VERDICT_ok && lie;
    }
}

START_TEST(nothing_is_claimed_of_lost_digits)
{
    static struct points points;
    struct formula_function *function = new_function(rows[_i].text, 1);
    take_points(&points, _i);
    for (size_t s = 0; s < scheme_count(); s++) {
        struct findings found = { 0, 0, 0 };
        for (int k = 0; k < STEPS && !scheme_is_exact(scheme_at(s)); k++) {
            struct difference difference = { .scheme = scheme_at(s), .h = STEPS_TAKEN[k],
                                             .step = k == 0 ? STEP_AUTO : STEP_FIXED };
            compare(formula_function_fn(function), &points, &difference, &found);
        }
        if (laboratory_prints())
            printf("%s, %s: %zu ok, %zu of them wrongly\n", rows[_i].text, scheme_at(s)->name,
                   found.ok, found.lies);
        if (points.count == POINTS)
            ck_assert_msg(found.all == 0 || laboratory_percent(found.lies, found.all) <= LIES_MOST,
                          "%s, %s: %zu of %zu", rows[_i].text, scheme_at(s)->name, found.lies,
                          found.all);
    }
    formula_function_free(function);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, nothing_is_claimed_of_lost_digits, 0,
                        sizeof rows / sizeof rows[0]);
}

SUITE_MAIN("source cancellation", add_cases)
