/* Tests src/grad/optimizer*.c: walks against the textbook formulas in 60 digits. */
#include "../suite.h"

#include <stdio.h>

#include "functions.h"
#include "optimizer_called.h"
#include "grad/optimizer.h"

/* f, its gradient and Hessian at a place of two numbers. */
typedef void known_function(const double *x, double *value, double *gradient, double *hessian);

static void bowl(const double *x, double *value, double *gradient, double *hessian)
{
    *value = x[0] * x[0] + x[1] * x[1];
    gradient[0] = 2 * x[0];
    gradient[1] = 2 * x[1];
    hessian[0] = hessian[3] = 2;
    hessian[1] = hessian[2] = 0;
}

static void himmelblau(const double *x, double *value, double *gradient, double *hessian)
{
    double p = x[0] * x[0] + x[1] - 11;
    double q = x[0] + x[1] * x[1] - 7;
    *value = p * p + q * q;
    gradient[0] = 4 * x[0] * p + 2 * q;
    gradient[1] = 2 * p + 4 * x[1] * q;
    hessian[0] = 4 * p + 8 * x[0] * x[0] + 2;
    hessian[1] = hessian[2] = 4 * x[0] + 4 * x[1];
    hessian[3] = 4 * q + 8 * x[1] * x[1] + 2;
}

static void rosenbrock(const double *x, double *value, double *gradient, double *hessian)
{
    double p = x[1] - x[0] * x[0];
    double q = 1 - x[0];
    *value = 100 * p * p + q * q;
    gradient[0] = -400 * x[0] * p - 2 * q;
    gradient[1] = 200 * p;
    hessian[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    hessian[1] = hessian[2] = -400 * x[0];
    hessian[3] = 200;
}

/* A known function as a struct fn's context. */
struct known {
    known_function *function;
};

static void known_gradient(void *context, size_t count, const double *const *x, double *values,
                           double *const *derivatives)
{
    const struct known *known = context;
    for (size_t i = 0; i < count; i++) {
        double place[2] = { x[0][i], x[1][i] };
        double gradient[2];
        double hessian[4];
        known->function(place, &values[i], gradient, hessian);
        for (size_t k = 0; derivatives != NULL && k < 2; k++)
            derivatives[k][i] = gradient[k];
    }
}

static void known_value(void *context, size_t count, const double *const *x, double *values)
{
    known_gradient(context, count, x, values, NULL);
}

static void known_hessian(void *context, const double *place, double *hessian)
{
    const struct known *known = context;
    double value;
    double gradient[2];
    known->function(place, &value, gradient, hessian);
}

static struct fn fn_of(struct known *known)
{
    return (struct fn){ .n = 2, .evaluate = known_value, .gradient = known_gradient,
                        .hessian = known_hessian, .context = known };
}

/* A walk to be taken, and the places that it must come to. */
struct start {
    const char *optimizer;
    known_function *function;
    double place[2];
    double learning_rate;
};

struct stage {
    const char *optimizer;
    known_function *function;
    size_t step;
    double place[2];
};

static const struct start starts[] = {
#define START(optimizer, function, x0, x1, rate) { #optimizer, function, { x0, x1 }, rate },
#define WALK(optimizer, function, step, x0, x1)
#include "optimizer_walks.def"
#undef START
#undef WALK
};

static const struct stage stages[] = {
#define START(optimizer, function, x0, x1, rate)
#define WALK(optimizer, function, step, x0, x1) { #optimizer, function, step, { x0, x1 } },
#include "optimizer_walks.def"
#undef START
#undef WALK
};

enum { STARTS = sizeof starts / sizeof starts[0], STAGES = sizeof stages / sizeof stages[0] };

/* Compare the walker with the stage for its step, if there is one; how many there were. */
static size_t compare(const struct start *start, const struct walker *walker)
{
    size_t compared = 0;
    for (size_t i = 0; i < STAGES; i++) {
        const struct stage *stage = &stages[i];
        if (stage->step != walker->steps || stage->function != start->function ||
            strcmp(stage->optimizer, start->optimizer) != 0)
            continue;
        compared++;
        for (size_t k = 0; k < 2; k++) {
            double apart = fabs(walker->x[k] - stage->place[k]);
            ck_assert_msg(apart <= 1e-12 * fmax(1, fabs(stage->place[k])),
                          "%s, walk %zu, step %zu: x%zu is %.17g, not %.17g", start->optimizer,
                          (size_t)(start - starts), stage->step, k, walker->x[k],
                          stage->place[k]);
        }
    }
    return compared;
}

static void take_walk(const struct start *start)
{
    struct known known = { start->function };
    struct fn fn = fn_of(&known);
    struct walker walker;
    size_t compared = 0;
    const struct optimizer *optimizer = optimizer_called(start->optimizer);
    ck_assert(walker_make(&walker, &fn, optimizer_needs_hessian(optimizer)));
    walker.slope.difference.scheme = scheme_exact();
    walker.learning_rate = start->learning_rate;
    walker_start(&walker, start->place);
    for (size_t step = 1; step <= 100; step++) {
        walker_step(&walker, optimizer);
        compared += compare(start, &walker);
    }
    ck_assert_uint_eq(compared, 11);
    walker_release(&walker);
}

START_TEST(walks_are_those_of_the_formulas)
{
    ck_assert_uint_eq(STARTS, 3 * OPTIMIZER_COUNT);
    for (size_t i = 0; i < STARTS; i++)
        take_walk(&starts[i]);
}
END_TEST

/* A row of differences misses a derivative by so much at most, times its size. */
START_TEST(a_hessian_by_differences_is_near_the_exact_one)
{
    static const double place[] = { 1.5, -0.75 };
    struct known known = { himmelblau };
    struct fn fn = fn_of(&known);
    struct slope_finder slope;
    double exact[4];
    double found[4];
    ck_assert(slope_make(&slope, &fn));
    fn.hessian(fn.context, place, exact);
    for (size_t s = 0; s < scheme_count(); s++) {
        slope.difference = (struct difference){ .scheme = scheme_at(s), .h = 1e-3 };
        double allowed = scheme_at(s)->order == 1 ? 0.1 : 1e-4;
        slope_hessian(&slope, place, found);
        ck_assert_double_eq(found[1], found[2]);
        for (size_t k = 0; k < 4; k++)
            ck_assert_double_eq_tol(found[k], exact[k], allowed);
    }
    slope_release(&slope);
}
END_TEST

/* Of x0^2 - x1^2 the Hessian is no bowl: the step must lead downhill all the same. */
static void saddle(const double *x, double *value, double *gradient, double *hessian)
{
    *value = x[0] * x[0] - x[1] * x[1];
    gradient[0] = 2 * x[0];
    gradient[1] = -2 * x[1];
    hessian[0] = 2;
    hessian[3] = -2;
    hessian[1] = hessian[2] = 0;
}

START_TEST(newton_goes_down_from_a_saddle)
{
    static const double place[] = { 1, 0.25 };
    struct known known = { saddle };
    struct fn fn = fn_of(&known);
    struct walker walker;
    ck_assert(walker_make(&walker, &fn, true));
    walker.slope.difference.scheme = scheme_exact();
    walker.learning_rate = 1;
    walker_start(&walker, place);
    for (int i = 0; i < 20; i++) {
        double before = walker.value;
        walker_step(&walker, optimizer_called("newton"));
        ck_assert_double_lt(walker.value, before);
    }
    walker_release(&walker);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, walks_are_those_of_the_formulas);
    tcase_add_test(cases, a_hessian_by_differences_is_near_the_exact_one);
    tcase_add_test(cases, newton_goes_down_from_a_saddle);
}

SUITE_MAIN("grad optimizer", add_cases)
