/* Tests of grad/noise.h, with what it looks from afar by (grad/far_noise.h), and of grad/jump.h. */
#include "../suite.h"

#include "functions.h"
#include "grad/jump.h"
#include "grad/noise.h"

/* x rounded to a multiple of a power of two, as adding a large number and taking it off does. */
static double rounded(double x, double unit)
{
    return nearbyint(x / unit) * unit;
}

static double line(const double *x)
{
    return x[0];
}

static double level(const double *x)
{
    (void)x;
    return 3;
}

static double floors(const double *x)
{
    return floor(x[0]);
}

static double stairs_19(const double *x)
{
    return rounded(x[0], 0x1p-19);
}

static double stairs_33(const double *x)
{
    return rounded(x[0], 0x1p-33);
}

static double stairs_46(const double *x)
{
    return rounded(x[0], 0x1p-46);
}

static double thousandths(const double *x)
{
    return floor(1e6 * x[0]) / 1e6;
}

static double steep_stairs(const double *x)
{
    return 3 * rounded(7 * x[0], 0x1p-24);
}

static double bent_stairs(const double *x)
{
    return x[0] * x[0] + rounded(x[0], 0x1p-19);
}

static double falling_stairs(const double *x)
{
    return exp(-x[0]) - rounded(x[0], 0x1p-24);
}

static double tilted_stairs(const double *x)
{
    return rounded(x[0], 0x1p-30) - 5 * x[0];
}

static double waves(const double *x)
{
    return x[0] + sin(0x1p20 * x[0]); /* the angle is exact */
}

static double kink(const double *x)
{
    return fabs(x[0] - 1.00001) + x[0] * x[0];
}

static double half(const double *x)
{
    return x[0] < 1 ? (double)NAN : rounded(x[0], 0x1p-19) + x[0] * x[0];
}

/* A function, and what its values are rounded to a multiple of; 0: their last digits. */
static const struct {
    point_function *call;
    double quantum;
} rows[] = {
    { line, 0 },
    { level, 0 },
    { floors, 0 }, /* its steps are far from where it is looked at */
    { stairs_19, 0x1p-19 },
    { stairs_33, 0x1p-33 },
    { stairs_46, 0x1p-46 },
    { thousandths, 1e-6 },
    { steep_stairs, 3 * 0x1p-24 },
    /* What is smooth between steps shows differences at places close by, but not the steps. */
    { bent_stairs, 0x1p-19 },
    { falling_stairs, 0x1p-24 },
    { tilted_stairs, 0x1p-30 },
    /* Neither waves nor bends are noise. */
    { waves, 0 },
    { kink, 0 },
};

/* Places where the functions are looked at: none stands out. */
static const double places_of[] = { 0.3,      0.7,    1.234567, 1.5,     1.7,
                                    1.000007, 2.6457, -2.1,     -1.4142, 3.3 };

enum { PLACES_HERE = sizeof places_of / sizeof places_of[0] };

/* Measure the noise of a function at places; f there is stored. */
static void measure(point_function *call, size_t count, const double *x, double *values,
                    double *noises)
{
    struct called called = { .call = call, .n = 1 };
    struct fn fn = { .n = 1, .evaluate = call_each, .context = &called };
    struct component items[PLACES_HERE];
    struct components components = { .x = &x, .values = values, .count = count, .items = items };
    struct places places;
    ck_assert(places_make(&places, &fn));
    for (size_t i = 0; i < count; i++)
        items[i] = (struct component){ .point = i, .axis = 0 };
    fn.evaluate(fn.context, count, &x, values);
    noise_measure(&places, &components, noises);
    places_release(&places);
}

START_TEST(noise_is_that_of_rounding)
{
    double values[PLACES_HERE];
    double noises[PLACES_HERE];
    measure(rows[_i].call, PLACES_HERE, places_of, values, noises);
    for (size_t i = 0; i < PLACES_HERE; i++) {
        /* The root of the mean square of what rounding to multiples of q does is q / sqrt(12). */
        double least = rows[_i].quantum / sqrt(12);
        double most = rows[_i].quantum > 0 ? 4 * least : 0x1p-50 * (1 + fabs(values[i]));
        ck_assert_msg(noises[i] >= least / 3 && noises[i] <= most, "row %d at %g: %g, not %g", _i,
                      places_of[i], noises[i], least);
        ck_assert_double_ge(noises[i], 0.3 * UNIT_ROUNDOFF * fabs(values[i]) * 0.99);
    }
}
END_TEST

START_TEST(places_without_values_are_no_noise)
{
    double x = 1;
    double value;
    double noise;
    measure(half, 1, &x, &value, &noise);
    ck_assert_double_le(noise, 0x1p-51);
    ck_assert_double_ge(noise, 0x1p-56);
}
END_TEST

/* What is looked for from 1 to 1 + 1e-4, and what is found: 0, or the jump. */
static const struct {
    point_function *call;
    double least;
    double jump;
} searches[] = {
    { line, 1e-12, 0 },
    { waves, 1e-3, 0 },
    { kink, 1e-9, 0 },
    { stairs_19, 1e-7, 0x1p-19 },
    { bent_stairs, 1e-7, 0x1p-19 },
    { falling_stairs, 1e-9, 0x1p-24 },
    { tilted_stairs, 1e-10, 0x1p-30 },
    { bent_stairs, 1e-5, 0 }, /* smaller than asked for */
};

START_TEST(jumps_are_told_from_waves)
{
    double x = 1;
    double value = 0;
    struct called called = { .call = searches[_i].call, .n = 1 };
    struct fn fn = { .n = 1, .evaluate = call_each, .context = &called };
    struct component item = { .point = 0, .axis = 0 };
    struct components components = {
        .x = (const double *[]){ &x }, .values = &value, .count = 1, .items = &item
    };
    struct jump_search search = {
        .from = 1, .width = 1e-4, .finest = 1e-13, .least = searches[_i].least
    };
    struct places places;
    ck_assert(places_make(&places, &fn));
    double found = jump_find(&places, &components, 0, &search);
    ck_assert_msg(fabs(found - searches[_i].jump) <= searches[_i].jump / 8, "row %d: %g, not %g",
                  _i, found, searches[_i].jump);
    places_release(&places);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, noise_is_that_of_rounding, 0, sizeof rows / sizeof rows[0]);
    tcase_add_test(cases, places_without_values_are_no_noise);
    tcase_add_loop_test(cases, jumps_are_told_from_waves, 0, sizeof searches / sizeof searches[0]);
}

SUITE_MAIN("grad noise", add_cases)
