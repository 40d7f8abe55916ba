/* Tests src/grad/flow.c: its order, stiff valleys and saddles. */
#include "../suite.h"

#include "formulas.h"
#include "grad/flow.h"

static const double spacing[] = { 1e-6, 1e-6 };

/* Follow a function's flow from a place for a time, in so many steps; the largest error told. */
static double follow(const char *text, double time, int steps, double at[2])
{
    struct formula *formula = new_formula(text);
    struct formula_function *function = NULL;
    struct failure failure;
    struct flow_lanes lanes = { .count = 1, .place = { { at[0] }, { at[1] } } };
    double error = 0;
    ck_assert_int_eq(formula_function_new(formula, 2, &function, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    for (int i = 0; i < steps; i++) {
        lanes.time_step[0] = time / steps;
        flow_step(formula_function_fn(function), spacing, &lanes);
        for (int axis = 0; axis < 2; axis++)
            lanes.place[axis][0] = lanes.next[axis][0];
        error = fmax(error, hypot(lanes.error[0][0], lanes.error[1][0]));
    }
    at[0] = lanes.place[0][0];
    at[1] = lanes.place[1][0];
    formula_function_free(function);
    formula_free(formula);
    return error;
}

/* dx/dt = -x^2 from 1, and dy/dt = -y^3 from 1, have 1/(1+t) and 1/sqrt(1+2t). */
START_TEST(the_order_is_four)
{
    double errors[2];
    for (int i = 0; i < 2; i++) {
        double at[] = { 1, 1 };
        double told = follow("x^3/3 + y^4/4", 1, 10 << i, at);
        errors[i] = hypot(at[0] - 0.5, at[1] - 1 / sqrt(3));
        ck_assert_double_gt(told, errors[i]);
    }
    ck_assert_double_lt(errors[0], 1e-5);
    ck_assert_double_gt(errors[0] / errors[1], 13);
    ck_assert_double_lt(errors[0] / errors[1], 24);
}
END_TEST

START_TEST(steps_on_the_floor_of_a_valley_are_long)
{
    double at[] = { 1, 1 };
    follow("x^2/2 + 1e8*y^2", 1, 20, at);
    ck_assert_double_eq_tol(at[0], exp(-1), 1e-6);
    ck_assert_double_eq_tol(at[1], 0, 1e-12);
}
END_TEST

/* The method would lead to the saddle, as it damps what grows when steps are too long. */
START_TEST(a_step_beside_a_saddle_is_cut)
{
    double at[] = { 1, 1e-6 };
    follow("x^2/2 - y^2/2", 1e6, 1, at);
    ck_assert_double_eq_tol(at[1], 1e-6 * exp(1), 1e-8);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_order_is_four);
    tcase_add_test(cases, steps_on_the_floor_of_a_valley_are_long);
    tcase_add_test(cases, a_step_beside_a_saddle_is_cut);
}

SUITE_MAIN("source flow", add_cases)
