/* Tests src/expr/derivative.c: exact derivatives against closed forms, and the conventions. */
#include "../suite.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "compile.h"
#include "expr/names.h"
#include "expr/polygamma.h"

enum { SIDE = 9, RESULTS = 6, MANY = 1000 };

typedef double closed_form(double x, double y);

#define FORM(id, value)                                                                            \
    static double id(double x, double y)                                                           \
    {                                                                                              \
        (void)x;                                                                                   \
        (void)y;                                                                                   \
        return (value);                                                                            \
    }

#define SLOPE(id, name, text, x_low, x_high, y_low, y_high, units, by_x, by_y)                     \
    FORM(slope_x_##id, by_x)                                                                       \
    FORM(slope_y_##id, by_y)
#include "slopes.def"
#undef SLOPE

static const struct slope {
    const char *name;
    const char *text;
    double low[2];
    double high[2];
    double units;
    closed_form *forms[2];
} slopes[] = {
#define SLOPE(id, name, text, x_low, x_high, y_low, y_high, units, by_x, by_y)                     \
    { name, text, { x_low, y_low }, { x_high, y_high }, units, { slope_x_##id, slope_y_##id } },
#include "slopes.def"
#undef SLOPE
};

enum { SLOPES = sizeof slopes / sizeof slopes[0] };

/* Compile the text of two variables with its derivatives. */
static void compile_order(const char *text, int order, const struct kernels *kernels,
                          struct compiled *made)
{
    const struct program_wish wish = { .kernels = kernels, .order = order, .variables = 2 };
    struct failure failure;
    if (compile_wish(text, strlen(text), 2, &no_parameters, &wish, made, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
}

/* Equal but for so many units of the last place of a number of that size. */
static void compare(const char *text, const struct kernels *kernels, const double *point,
                    const char *what, double got, double expected, double units, double size)
{
    double unit = DBL_EPSILON * fmax(size, fabs(expected));
    if (got != expected && !(fabs(got - expected) <= units * unit))
        ck_abort_msg("%s: %s: %s at %a %a is %.17g, not %.17g: %g units", kernels->name, text,
                     what, point[0], point[1], got, expected, fabs(got - expected) / unit);
}

/* The vector functions of glibc may be off by four units each. */
static double units_of(const struct kernels *kernels, double units)
{
    return strcmp(kernels->name, "plain") == 0 ? units : units + 16;
}

static void compare_slope(const struct slope *slope, const struct kernels *kernels)
{
    struct compiled made;
    compile_order(slope->text, 1, kernels, &made);
    for (size_t i = 0; i < (size_t)SIDE * SIDE; i++) {
        const double steps[] = { ((double)(i % SIDE) + 0.3) / SIDE,
                                 ((double)(i / SIDE) + 0.6) / SIDE };
        double point[2], results[RESULTS];
        for (size_t k = 0; k < 2; k++)
            point[k] = slope->low[k] + steps[k] * (slope->high[k] - slope->low[k]);
        results_at(&made, point, results);
        for (size_t k = 0; k < 2; k++)
            compare(slope->text, kernels, point, k == 0 ? "df/dx" : "df/dy", results[1 + k],
                    slope->forms[k](point[0], point[1]), units_of(kernels, slope->units), 0);
    }
    compiled_free(&made);
}

START_TEST(closed_forms)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (size_t i = 0; i < SLOPES && kernels != NULL; i++)
        compare_slope(&slopes[i], kernels);
}
END_TEST

/* A function without a row in slopes.def is a function without a test. */
START_TEST(every_function_has_a_closed_form)
{
    for (size_t i = 0; i < function_count(); i++) {
        bool found = false;
        for (size_t k = 0; k < SLOPES; k++)
            found = found || strcmp(slopes[k].name, function_at(i)->name) == 0;
        ck_assert_msg(found, "%s has no row in slopes.def", function_at(i)->name);
    }
}
END_TEST

/* Points where there is no derivative, or where more than one would do; all to the bit. */
static const struct {
    const char *text;
    double x;
    double y;
    double by_x;
    double by_y;
} conventions[] = {
    { "abs(x)", 0, 1, 0, 0 },
    { "abs(x)", -0.0, 1, 0, 0 },
    { "sign(x)", 0, 1, 0, 0 },
    { "floor(x)", 2, 1, 0, 0 },
    { "ceil(x)", -2, 1, 0, 0 },
    { "round(x)", 0.5, 1, 0, 0 },
    { "trunc(x)", 1, 1, 0, 0 },
    { "step(x)", 0, 1, 0, 0 },
    { "x % y", 6, 3, 1, -2 },
    { "x % y", -5, 3, 1, 2 },
    { "fmod(x, y)", -5, 3, 1, 1 },
    { "min(x, y)", 1, 1, 1, 0 },
    { "min(y, x)", 1, 1, 0, 1 },
    { "max(x, y)", 1, 1, 1, 0 },
    { "max(y, x)", 1, 1, 0, 1 },
    { "max(1, x, y)", 1, 1, 0, 0 },
    { "min(x)", 3, 3, 1, 0 },
    { "max(x[::-1])", 3, 3, 0, 1 },
    { "clamp(x, y, 3)", 1, 1, 1, 0 },
    { "clamp(x, 0, y)", 1, 1, 1, 0 },
    { "clamp(x, 0, 1)", 1, 0, 1, 0 },
    { "clamp(x, 0, 1)", 0, 0, 1, 0 },
    { "clamp(1, x, 5)", 1, 0, 0, 0 },
    { "clamp(0, x, y)", 1, 1, 1, 0 },
    { "clamp(x, 2, y)", 5, 1, 0, 1 },
    { "relu(x)", 0, 0, 0, 0 },
    { "relu(x)", -0.0, 0, 0, 0 },
    { "sqrt(x)", 0, 0, INFINITY, 0 },
    { "sqrt(x)", -0.0, 0, INFINITY, 0 },
    { "sqrt(x)", -1, 0, NAN, 0 },
    { "cbrt(x)", 0, 0, INFINITY, 0 },
    { "cbrt(x)", -0.0, 0, INFINITY, 0 },
    { "hypot(x, y)", 0, 0, 0, 0 },
    { "hypot(x, y)", -0.0, 0, 0, 0 },
    { "hypot(x, y)", 0, -2, 0, -1 },
    { "norm(x)", 0, 0, 0, 0 },
    { "norm(x - y)", 2, 2, 0, 0 },
    { "norm(x[:1])", 0, 0, 0, 0 },
    { "x^0", 0, 0, 0, 0 },
    { "x^1", 0, 0, 1, 0 },
    { "x^-1", 0, 0, -INFINITY, 0 },
    { "x^0.5", 0, 0, INFINITY, 0 },
    { "x^3", -2, 0, 12, 0 },
    { "x^5", 0, 0, 0, 0 },
    { "x^y", 5, 0, 0, 0x1.9c041f7ed8d33p+0 },
    { "x^y", 0, 0, 0, 0 },
    { "x^y", 0, 2, 0, 0 },
    { "x^y", 0, 1, 1, 0 },
    { "x^y", 0, 0.5, INFINITY, 0 },
    { "x^y", -2, 3, 12, NAN },
    { "0^y", 0, 2, 0, 0 },
    { "1/x", 0, 0, -INFINITY, 0 },
    { "log(x)", 0, 0, INFINITY, 0 },
    { "where(x > 0, sqrt(x), 0)", 0, 0, 0, 0 },
    { "where(x > 0, sqrt(x), 0)", -1, 0, 0, 0 },
    { "where(x > 0, sqrt(x), 0)", 4, 0, 0.25, 0 },
    { "where(x > 0, 3*sqrt(2*x), y)", 0, 0, 0, 1 },
    { "x > 0 ? log(x) : x", 0, 0, 1, 0 },
    { "x > 0 ? log(x) : x", -1, 0, 1, 0 },
    { "x <= 0 ? x : y/x", 0, 3, 1, 0 },
    { "x > 0 ? (y > 0 ? sqrt(y)*log(x) : x) : y", -1, -1, 0, 1 },
    { "x > 0 ? (y > 0 ? sqrt(y)*log(x) : x) : y", 1, -1, 1, 0 },
    { "x > 0 ? (y > 0 ? sqrt(y)*log(x) : x) : y", 0, 0, 0, 1 },
    { "x > 0 ? (y > 0 ? sqrt(y)*log(x) : x) : y", 1, 4, 2, 0 },
    { "if(x > 0, if(x > 1, 1/(x - 1), x), -x)", 1, 0, 1, 0 },
    { "y*where(x > 0, sin(1/x), 0)", 0, 2, 0, 0 },
    { "max(sqrt(x), 1)", 0, 0, 0, 0 },
    { "min(1/x, 0)", 0, 0, 0, 0 },
    { "relu(log(x))", 0, 0, 0, 0 },
    { "clamp(1/x, -1, 1)", 0, 0, 0, 0 },
    { "a = sqrt(x); x > 0 ? a : 2x", 0, 0, 2, 0 },
    { "a = sqrt(x); x > 0 ? a : 2x", -1, 0, 2, 0 },
    { "a = sqrt(x); b = x > 0 ? a : 0; b + b*y", 0, 3, 0, 0 },
    { "a = log(x); (x > 0 ? a : 0) + y*a", 1, 2, 3, 0 },
    { "sum(where(x > 0, sqrt(x), x))", 0, 4, 1, 0.25 },
    { "prod(x)", 0, 0, 0, 0 },
    { "prod(x)", 0, 3, 3, 0 },
    { "sum(x[::-1]*arange(2))", 5, 7, 1, 0 },
    { "mean(x[1:])", 5, 7, 0, 1 },
    { "x[-1]^2", 5, 7, 0, 14 },
    { "dot(x, x)", 5, 7, 10, 14 },
    { "sum(x[:0])", 5, 7, 0, 0 },
    { "v = x - 3; dot(v[1:], v[:-1])", 5, 7, 4, 2 },
    { "v = x - y; w = v*v; w[0] + w[1]", 5, 7, -4, 4 },
    { "3", 0, 0, 0, 0 },
    { "y", 0, 0, 0, 1 },
    { "x > y", 0, 0, 0, 0 },
    { "(x == y) + (!x) + (x & y) + (x | y)", 0, 0, 0, 0 },
    { "x*y", NAN, 2, 2, NAN },
    { "0*x", NAN, 2, 0, 0 },
    { "x - x", 3, 0, 0, 0 },
};

START_TEST(what_is_agreed_on)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (size_t i = 0; i < sizeof conventions / sizeof conventions[0] && kernels != NULL; i++) {
        const double point[] = { conventions[i].x, conventions[i].y };
        struct compiled made;
        double results[RESULTS];
        compile_order(conventions[i].text, 1, kernels, &made);
        results_at(&made, point, results);
        compiled_free(&made);
        const double expected[] = { conventions[i].by_x, conventions[i].by_y };
        for (size_t k = 0; k < 2; k++)
            if (isnan(expected[k]) ? !isnan(results[1 + k]) : results[1 + k] != expected[k])
                ck_abort_msg("%s: %s: derivative %zu at %g %g is %g, not %g", kernels->name,
                             conventions[i].text, k, point[0], point[1], results[1 + k],
                             expected[k]);
    }
}
END_TEST

#define CURVATURE(id, text, units, twice_x, mixed, twice_y)                                        \
    FORM(twice_x_##id, twice_x)                                                                    \
    FORM(mixed_##id, mixed)                                                                        \
    FORM(twice_y_##id, twice_y)
#include "curvatures.def"
#undef CURVATURE

static const struct {
    const char *text;
    double units;
    closed_form *forms[3];
} curvatures[] = {
#define CURVATURE(id, text, units, twice_x, mixed, twice_y)                                        \
    { text, units, { twice_x_##id, mixed_##id, twice_y_##id } },
#include "curvatures.def"
#undef CURVATURE
};

/* The text with u and v standing for these variables, and its second derivatives. */
static void compile_curvature(const char *text, const char *u, const char *v,
                              const struct kernels *kernels, struct compiled *made)
{
    char whole[200];
    ck_assert_int_lt(snprintf(whole, sizeof whole, "u = %s; v = %s; %s", u, v, text),
                     sizeof whole);
    compile_order(whole, 2, kernels, made);
}

/* With u and v changed over, the derivatives are taken in the other order. */
static void compare_curvature(size_t row, const struct kernels *kernels)
{
    const char *text = curvatures[row].text;
    double units = units_of(kernels, curvatures[row].units);
    struct compiled made[2];
    compile_curvature(text, "x", "y", kernels, &made[0]);
    compile_curvature(text, "y", "x", kernels, &made[1]);
    for (size_t i = 0; i < (size_t)SIDE * SIDE; i++) {
        const double x = 0.2 + 0.2 * (double)(i % SIDE);
        const double y = 0.27 + 0.193 * (double)(i / SIDE);
        const double points[2][2] = { { x, y }, { y, x } };
        double results[2][RESULTS];
        for (size_t k = 0; k < 2; k++)
            results_at(&made[k], points[k], results[k]);
        for (size_t k = 0; k < 3; k++) {
            double expected = curvatures[row].forms[k](x, y);
            compare(text, kernels, points[0], "a second derivative", results[0][3 + k], expected,
                    units, 1);
            compare(text, kernels, points[1], "a second derivative, turned",
                    results[1][5 - k], expected, units, 1);
        }
    }
    compiled_free(&made[0]);
    compiled_free(&made[1]);
}

START_TEST(second_derivatives)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (size_t i = 0; i < sizeof curvatures / sizeof curvatures[0] && kernels != NULL; i++)
        compare_curvature(i, kernels);
}
END_TEST

/* Branches that were not taken do not count in second derivatives either. */
START_TEST(second_derivatives_of_branches)
{
    static const struct {
        const char *text;
        double x;
        double expected;
    } rows[] = {
        { "where(x > 0, sqrt(x), 0)", 0, 0 },  { "where(x > 0, sqrt(x), 0)", 1, -0.25 },
        { "where(x > 0, sqrt(x), x^2)", 0, 2 }, { "relu(x)^2", -1, 0 },
        { "relu(x)^2", 1, 2 },                  { "abs(x)*x", 1, 2 },
        { "max(x^3, 0)", -1, 0 },               { "x > 0 ? x*log(x) : 0", 0, 0 },
        { "x > 0 ? x*log(x) : 0", 2, 0.5 },     { "floor(x)", 1, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const double point[] = { rows[i].x, 0 };
        struct compiled made;
        double results[RESULTS];
        compile_order(rows[i].text, 2, kernels_find("plain"), &made);
        results_at(&made, point, results);
        ck_assert_msg(results[3] == rows[i].expected, "%s at %g: %g, not %g", rows[i].text,
                      rows[i].x, results[3], rows[i].expected);
        compiled_free(&made);
    }
}
END_TEST

/* Compile the text for MANY variables; returns how many operations its results take. */
static size_t operations_of(const char *text, int order, struct compiled *made)
{
    const struct program_wish wish = { .kernels = kernels_find("plain"), .order = order,
                                       .variables = MANY };
    struct failure failure;
    ck_assert_int_eq(compile_wish(text, strlen(text), MANY, &no_parameters, &wish, made, &failure),
                     STATUS_OK);
    return evaluator_operations(made->evaluator);
}

/* df/dx_k of Rosenbrock's function of MANY variables. */
static double rosenbrock_slope(const double *x, size_t k)
{
    double slope = 0;
    if (k > 0)
        slope += 200 * (x[k] - x[k - 1] * x[k - 1]);
    if (k < MANY - 1)
        slope -= 400 * x[k] * (x[k + 1] - x[k] * x[k]) + 2 * (1 - x[k]);
    return slope;
}

/* All derivatives at once cost no more than a few values. */
START_TEST(the_gradient_of_a_thousand_variables)
{
    static const char text[] = "sum(100*(x[1:] - x[:-1]**2)**2 + (1 - x[:-1])**2)";
    static double x[MANY], results[MANY + 1];
    const double *columns[MANY];
    double *pointers[MANY + 1];
    struct compiled made;
    size_t value = operations_of(text, 0, &made);
    compiled_free(&made);
    size_t gradient = operations_of(text, 1, &made);
    printf("operations: f %zu, gradient %zu\n", value, gradient);
    ck_assert_uint_le(gradient, 6 * value);
    for (size_t k = 0; k < MANY; k++) {
        x[k] = (double)(k * 37 % 101) / 50 - 1;
        columns[k] = &x[k];
    }
    for (size_t k = 0; k < MANY + 1; k++)
        pointers[k] = &results[k];
    evaluator_run(made.evaluator, 1, columns, pointers);
    for (size_t k = 0; k < MANY; k++)
        ck_assert_double_le(fabs(results[1 + k] - rosenbrock_slope(x, k)), 1e-12 * 1000);
    compiled_free(&made);
}
END_TEST

static void add_cases(TCase *cases)
{
    int sets = (int)kernels_count();
    tcase_add_loop_test(cases, closed_forms, 0, sets);
    tcase_add_test(cases, every_function_has_a_closed_form);
    tcase_add_loop_test(cases, what_is_agreed_on, 0, sets);
    tcase_add_loop_test(cases, second_derivatives, 0, sets);
    tcase_add_test(cases, second_derivatives_of_branches);
    tcase_add_test(cases, the_gradient_of_a_thousand_variables);
}

SUITE_MAIN("expr derivative", add_cases)
