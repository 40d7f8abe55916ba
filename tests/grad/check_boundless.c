/* Tests of grad/boundless.h and grad/near_slope.h. */
#include "../suite.h"

#include <math.h>

#include "functions.h"
#include "grad/boundless.h"
#include "grad/near_slope.h"

static double jump(const double *x)
{
    return 2 * x[0] + (x[0] > 1);
}

static double tangent(const double *x)
{
    return cbrt(x[0] - 1);
}

static double kink(const double *x)
{
    return fabs(x[0] - 1) + x[0];
}

static double noise(const double *x)
{
    return x[0] + 1e-3 * sin(1e15 * x[0]);
}

static double stairs(const double *x)
{
    return x[0] * x[0] + floor(100 * x[0] + 0.3) / 100;
}

static double wave(const double *x)
{
    return sin(1e6 * (x[0] - 1)) / 1e6;
}

static double nothing(const double *x)
{
    return x[0] == 1 ? 1 : (double)NAN;
}

/* A component at 1 of a function of one variable. Start with open_at_1. */
struct at_1 {
    struct called called;
    struct fn fn;
    struct places places;
    double x;
    double value;
    const double *columns[1];
    struct component item;
    struct components components;
};

static void open_at_1(struct at_1 *at, point_function *call)
{
    *at = (struct at_1){ .called = { .call = call, .n = 1 }, .x = 1 };
    at->fn = (struct fn){ .n = 1, .evaluate = call_each, .context = &at->called };
    at->columns[0] = &at->x;
    at->components = (struct components){
        .x = at->columns, .values = &at->value, .count = 1, .items = &at->item
    };
    ck_assert(places_make(&at->places, &at->fn));
    at->fn.evaluate(at->fn.context, 1, at->columns, &at->value);
}

static const struct {
    point_function *call;
    bool boundless;
} slopes_of[] = {
    { jump, true }, { tangent, true }, { kink, false }, { noise, false },
    { stairs, false }, { wave, false }, { nothing, false },
};

START_TEST(jumps_and_vertical_tangents_have_no_slope)
{
    static const double finest = 0x1p-46;
    for (size_t i = 0; i < sizeof slopes_of / sizeof slopes_of[0]; i++)
        for (size_t s = 0; s < scheme_count(); s++) {
            struct at_1 at;
            if (scheme_is_exact(scheme_at(s)))
                continue;
            open_at_1(&at, slopes_of[i].call);
            double h = boundless_step(&at.places, scheme_at(s), &at.components, 0, finest, 1);
            /* The jump is on the upper side. */
            bool blind = slopes_of[i].call == jump && scheme_at(s)->offsets[0] <= 0;
            ck_assert_msg(h == (slopes_of[i].boundless && !blind ? 0x1p12 * finest : 0),
                          "row %zu, %s: %g", i, scheme_at(s)->name, h);
            places_release(&at.places);
        }
}
END_TEST

START_TEST(small_changes_are_rounding)
{
    struct at_1 at;
    open_at_1(&at, jump);
    ck_assert_double_eq(boundless_step(&at.places, scheme_default(), &at.components, 0, 0x1p-46,
                                       1e10), 0);
    places_release(&at.places);
}
END_TEST

static const struct {
    point_function *call;
    double slope;
    double error; /* of which there is at most */
} near_of[] = {
    { stairs, 2, 1e-6 }, { wave, 1, 1e-3 }, { tangent, NAN, INFINITY }, { nothing, NAN, INFINITY },
};

START_TEST(near_slopes_are_those_of_the_step)
{
    for (size_t i = 0; i < sizeof near_of / sizeof near_of[0]; i++) {
        struct at_1 at;
        open_at_1(&at, near_of[i].call);
        struct near_slope near = near_slope_find(&at.places, &at.components, 0);
        ck_assert_double_le(near.error, near_of[i].error);
        ck_assert(isnan(near_of[i].slope) || fabs(near.value - near_of[i].slope) <= near.error);
        places_release(&at.places);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, jumps_and_vertical_tangents_have_no_slope);
    tcase_add_test(cases, small_changes_are_rounding);
    tcase_add_test(cases, near_slopes_are_those_of_the_step);
}

SUITE_MAIN("grad boundless", add_cases)
