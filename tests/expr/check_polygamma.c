/* Tests src/expr/polygamma.c: known values, and the identities that define the functions. */
#include "../suite.h"

#include <math.h>

#include "expr/polygamma.h"

static const double pi = 3.14159265358979323846;

/* Of what a value may be off: relative, and near digamma's zeros absolute. */
static const double TOLERANCE = 2e-15;

static const double euler = 0.57721566490153286061;

/* To twenty digits, of the doubles themselves. */
static const struct {
    double x;
    double digamma;
    double trigamma;
} rows[] = {
    { 1e-300, -9.9999999999999997494e+299, INFINITY },
    { 1e-100, -9.9999999999999998001e+99, 9.9999999999999996002e+199 },
    { 1e-20, -1.0000000000000000549e+20, 1.0000000000000001097e+40 },
    { 1e-05, -100000.57719921567289, 10000000001.64490839 },
    { 0.01, -100.56088545786867242, 10001.621213528312804 },
    { 0.1, -10.423754940411076232, 101.4332991507927477 },
    { 0.25, -4.2274535333762654081, 17.197329154507110739 },
    { 0.5, -1.9635100260214234794, 4.9348022005446793094 },
    { 0.75, -1.0858608797864721696, 2.5418796476716064984 },
    { 1, -0.57721566490153286061, 1.6449340668482264365 },
    { 1.25, -0.22745353337626540809, 1.1973291545071107393 },
    { 1.4616321449683622, -9.2412655217294275168e-17, 0.967672245447621255 },
    { 1.4616321449683625, 1.2245374622004069031e-16, 0.96767224544762105837 },
    { 1.46, -0.0015805619870834521062, 0.96911962150988789455 },
    { 1.47, 0.0080664890113648684423, 0.96031620905115070189 },
    { 1.5, 0.036489973978576520559, 0.93480220054467930942 },
    { 1.75, 0.24747245354686116371, 0.76410186989382872062 },
    { 2, 0.42278433509846713939, 0.64493406684822643647 },
    { 2.5, 0.70315664064524318723, 0.49035775610023486497 },
    { 3, 0.92278433509846713939, 0.39493406684822643647 },
    { 5, 1.5061176684318004727, 0.22132295573711532536 },
    { 7.25, 1.9104535268837360284, 0.14787923315893216965 },
    { 9.999, 2.2516474172057353142, 0.10517738667672886215 },
    { 11.999999, 2.4426615930739354364, 0.086901880418974409148 },
    { 12, 2.4426616799758120167, 0.08690187287176839075 },
    { 12.5, 2.4851956512749120482, 0.083285224601578370444 },
    { 20, 2.9705239922421490509, 0.051270822935203119832 },
    { 100, 4.6001618527380874002, 0.010050166663333571395 },
    { 12345.678, 9.4210208207417608775, 0.000081003287231112069147 },
    { 10000000000.0, 23.02585092989045684, 1.00000000005e-10 },
    { 1e+20, 46.05170185988091368, 1.0e-20 },
    { 1e+300, 690.77552789821370526, 9.999999999999999475e-301 },
    { -1e-20, 1.0000000000000000548e+20, 1.0000000000000001097e+40 },
    { -1e-05, 99999.422767885629412, 10000000001.644956472 },
    { -0.1, 9.2450730500529480423, 101.92253995947719243 },
    { -0.25, 2.9141391202135278304, 18.541879647671606498 },
    { -0.5, 0.036489973978576520559, 8.9348022005446793094 },
    { -0.504083008264455, 4.0429657172224963392e-15, 8.9397985587921337653 },
    { -0.75, -2.8941202000429320748, 18.975106932284888517 },
    { -0.999, -999.57457093080841129, 1000002.6445361980976 },
    { -1.001, 1000.420139197002488, 1000002.6453446480503 },
    { -1.5, 0.70315664064524318723, 9.3792466449891237539 },
    { -1.57349847316239, 4.5714168112277889937e-15, 9.941513615924168624 },
    { -2.25, 4.1585835646579722748, 19.379410511869137363 },
    { -10.5, 2.3982391295357816134, 9.7787577398148123845 },
    { -33.3, 5.8029979370525140424, 15.049830061410802358 },
    { -1000.5, 6.9087548208986714895, 9.8686054001734414233 },
    { -99999.75, 8.3713353113814768327, 19.739198802203717259 },
    { -1000000.125, 21.399986774712279944, 67.393873402913577612 },
};

static void compare(const char *name, double x, double got, double expected)
{
    double size = fmax(1, fabs(expected));
    if (isinf(expected) ? got != expected : !(fabs(got - expected) <= TOLERANCE * size))
        ck_abort_msg("%s(%.17g) is %.17g, not %.17g", name, x, got, expected);
}

START_TEST(known_values)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        compare("digamma", rows[i].x, digamma(rows[i].x), rows[i].digamma);
        compare("trigamma", rows[i].x, trigamma(rows[i].x), rows[i].trigamma);
    }
}
END_TEST

/* Abramowitz and Stegun, 6.3.2, 6.3.3, 6.4.2 and 6.4.3: at whole numbers and halves. */
START_TEST(whole_numbers_and_halves)
{
    double harmonic = 0, squares = 0, odd = 0, odd_squares = 0;
    for (int n = 1; n < 60; n++) {
        double half = n - 0.5;
        compare("digamma", n, digamma(n), harmonic - euler);
        compare("trigamma", n, trigamma(n), pi * pi / 6 - squares);
        compare("digamma", half, digamma(half), odd - euler - 2 * log(2));
        compare("trigamma", half, trigamma(half), pi * pi / 2 - odd_squares);
        harmonic += 1.0 / n;
        squares += 1.0 / n / n;
        odd += 1 / half;
        odd_squares += 1 / (half * half);
    }
}
END_TEST

/* What the recurrence and the reflection make of a value, without cancellation. */
START_TEST(recurrence_and_reflection)
{
    for (int i = 1; i < 800; i++) {
        double x = i / 64.0;
        double sum = digamma(x + 1) - 1 / x;
        ck_assert_double_le(fabs(digamma(x) - sum), 2 * TOLERANCE * fmax(1, 1 / x));
        sum = trigamma(x + 1) + 1 / (x * x);
        ck_assert_double_le(fabs(trigamma(x) - sum), 2 * TOLERANCE * fmax(1, sum));
        if (i % 64 == 0)
            continue;
        double tangent = tan(pi * (x - rint(x)));
        double sine = sin(pi * (x - rint(x)));
        double expected = digamma(1 + x) + pi / tangent;
        ck_assert_double_le(fabs(digamma(-x) - expected),
                            2 * TOLERANCE * fmax(4, fabs(pi / tangent)));
        expected = pi * pi / (sine * sine) - trigamma(1 + x);
        ck_assert_double_le(fabs(trigamma(-x) - expected), 2 * TOLERANCE * expected);
    }
}
END_TEST

/* Where there is nothing to compute. */
START_TEST(poles_and_limits)
{
    static const double poles[] = { 0, -0.0, -1, -2, -17, -1e15, -1e300 };
    for (size_t i = 0; i < sizeof poles / sizeof poles[0]; i++) {
        ck_assert(isnan(digamma(poles[i])));
        ck_assert(isinf(trigamma(poles[i])) && trigamma(poles[i]) > 0);
    }
    ck_assert(isnan(digamma(NAN)) && isnan(trigamma(NAN)));
    ck_assert(isnan(digamma(-INFINITY)) && isnan(trigamma(-INFINITY)));
    ck_assert_double_eq(digamma(INFINITY), INFINITY);
    ck_assert_double_eq(trigamma(INFINITY), 0);
    ck_assert_double_eq(digamma(5e-324), -INFINITY);
    ck_assert_double_eq(trigamma(5e-324), INFINITY);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, known_values);
    tcase_add_test(cases, whole_numbers_and_halves);
    tcase_add_test(cases, recurrence_and_reflection);
    tcase_add_test(cases, poles_and_limits);
}

SUITE_MAIN("expr polygamma", add_cases)
