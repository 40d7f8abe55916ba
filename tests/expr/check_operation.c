/* Tests src/expr/operations.def: the functions of math.h against the library called directly. */
#include "../suite.h"

#include <float.h>
#include <stdio.h>

#include "compile.h"
#include "expr/names.h"

static const double arguments[] = {
    0.0, -0.0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, 3, -3, 0.1, -0.7, 10, -10, 100.25, -100.25,
    1e-5, -1e-5, 1e-20, 1e5, 1e10, -1e10, 1e16, 1e22, 1e300, -1e300, 1e-300, 5e-324, -5e-324,
    DBL_MIN, DBL_MAX, -DBL_MAX, INFINITY, -INFINITY, NAN, 3.14159265358979323846, 709.5, -745.2,
    171,
};

enum { ARGUMENTS = sizeof arguments / sizeof arguments[0] };

static double square(double a)
{
    return a * a;
}

static const struct {
    const char *name;
    double (*call)(double);
} unary[] = {
    { "sin", sin }, { "cos", cos }, { "tan", tan }, { "asin", asin }, { "acos", acos },
    { "atan", atan }, { "sinh", sinh }, { "cosh", cosh }, { "tanh", tanh }, { "asinh", asinh },
    { "acosh", acosh }, { "atanh", atanh }, { "exp", exp }, { "exp2", exp2 }, { "expm1", expm1 },
    { "log", log }, { "ln", log }, { "log2", log2 }, { "log10", log10 }, { "log1p", log1p },
    { "sqrt", sqrt }, { "cbrt", cbrt }, { "abs", fabs }, { "floor", floor }, { "ceil", ceil },
    { "round", nearbyint }, { "trunc", trunc }, { "erf", erf }, { "erfc", erfc },
    { "gamma", tgamma }, { "lgamma", lgamma }, { "arcsin", asin }, { "arccos", acos },
    { "arctan", atan }, { "arcsinh", asinh }, { "arccosh", acosh }, { "arctanh", atanh },
    { "absolute", fabs }, { "fabs", fabs }, { "rint", nearbyint }, { "square", square },
};

static double minimum(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : b < a ? b : a;
}

static double maximum(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : b > a ? b : a;
}

/* Python's: a - b floor(a/b), with the sign of b. */
static double modulo(double a, double b)
{
    double remainder = fmod(a, b);
    if (isnan(remainder))
        return NAN;
    if (remainder == 0)
        return signbit(b) ? -0.0 : 0.0;
    return signbit(remainder) == signbit(b) ? remainder : remainder + b;
}

static double power(double a, double b)
{
    return pow(a, b);
}

static const struct {
    const char *name;
    double (*call)(double, double);
} binary[] = {
    { "atan2", atan2 }, { "pow", power },  { "hypot", hypot }, { "fmod", fmod },
    { "mod", modulo },  { "min", minimum }, { "max", maximum }, { "arctan2", atan2 },
    { "power", power }, { "remainder", modulo }, { "minimum", minimum }, { "maximum", maximum },
};

START_TEST(functions_of_one_argument)
{
    for (size_t i = 0; i < sizeof unary / sizeof unary[0]; i++) {
        char text[32];
        struct compiled made;
        snprintf(text, sizeof text, "%s(x)", unary[i].name);
        compile_text(text, 1, &made);
        for (size_t k = 0; k < ARGUMENTS; k++) {
            double value = value_at(&made, &arguments[k]);
            double expected = unary[i].call(arguments[k]);
            ck_assert_msg(same_bits(value, expected), "%s(%a) is %a, not %a", unary[i].name,
                          arguments[k], value, expected);
        }
        compiled_free(&made);
    }
}
END_TEST

START_TEST(functions_of_two_arguments)
{
    for (size_t i = 0; i < sizeof binary / sizeof binary[0]; i++) {
        char text[32];
        struct compiled made;
        snprintf(text, sizeof text, "%s(x, y)", binary[i].name);
        compile_text(text, 2, &made);
        for (size_t k = 0; k < ARGUMENTS * ARGUMENTS; k++) {
            double point[] = { arguments[k / ARGUMENTS], arguments[k % ARGUMENTS] };
            double value = value_at(&made, point);
            double expected = binary[i].call(point[0], point[1]);
            ck_assert_msg(same_bits(value, expected), "%s(%a, %a) is %a, not %a", binary[i].name,
                          point[0], point[1], value, expected);
        }
        compiled_free(&made);
    }
}
END_TEST

/* Close to a formula of higher precision where that does not overflow. */
START_TEST(smooth_functions)
{
    struct compiled sigmoid, softplus;
    compile_text("sigmoid(x)", 1, &sigmoid);
    compile_text("softplus(x)", 1, &softplus);
    for (double x = -700; x <= 700; x += 0.37) {
        double expected = (double)(1 / (1 + expl(-(long double)x)));
        ck_assert_double_le(fabs(value_at(&sigmoid, &x) / expected - 1), 4 * DBL_EPSILON);
        expected = (double)log1pl(expl((long double)x));
        ck_assert_double_le(fabs(value_at(&softplus, &x) / expected - 1), 4 * DBL_EPSILON);
    }
    compiled_free(&sigmoid);
    compiled_free(&softplus);
}
END_TEST

START_TEST(every_function_with_one_meaning_in_math_h_is_here)
{
    size_t found = 0;
    for (size_t i = 0; i < function_count(); i++) {
        for (size_t k = 0; k < sizeof unary / sizeof unary[0]; k++)
            found += strcmp(function_at(i)->name, unary[k].name) == 0;
        for (size_t k = 0; k < sizeof binary / sizeof binary[0]; k++)
            found += strcmp(function_at(i)->name, binary[k].name) == 0;
    }
    /* The others are the language's own: their values stand in values.txt. */
    static const char *const own[] = {
        "sign", "clamp", "step", "sigmoid", "softplus", "relu", "if", "where",
        "sum", "prod", "mean", "norm", "dot", "len", "arange",
    };
    ck_assert_uint_eq(found + sizeof own / sizeof own[0], function_count());
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, functions_of_one_argument);
    tcase_add_test(cases, functions_of_two_arguments);
    tcase_add_test(cases, smooth_functions);
    tcase_add_test(cases, every_function_with_one_meaning_in_math_h_is_here);
}

SUITE_MAIN("expr operation", add_cases)
