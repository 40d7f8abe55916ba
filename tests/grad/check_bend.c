/* Tests of grad/bend.h. */
#include "../suite.h"

#include "functions.h"
#include "grad/bend.h"

static double line(const double *x)
{
    return 3 * x[0] + 2;
}

static double wave(const double *x)
{
    return sin(1000 * x[0]);
}

static double step(const double *x)
{
    return x[0] + (x[0] > 1.0004);
}

static double back(const double *x)
{
    return x[0] + (x[0] > 1.0004) - (x[0] < 0.9);
}

static double kink(const double *x)
{
    return x[0] + fmax(0, x[0] - 1.0004);
}

static double stairs(const double *x)
{
    return floor(1e6 * x[0]) / 1e6;
}

static double hash(const double *x)
{
    return x[0] + 1e-3 * sin(1e15 * x[0]);
}

static double half(const double *x)
{
    return x[0] < 1 ? (double)NAN : wave(x);
}

static double wall(const double *x)
{
    return x[0] < 1 ? (double)INFINITY : wave(x);
}

/* A function at 1, what steps of two sizes see of it, and what must be said. */
struct case_of {
    point_function *call;
    struct two_slopes slopes;
    bool bends;
};

static const struct case_of cases_of[] = {
    { line, { .fine = 3, .coarse = 4, .smallest = 1e-6, .largest = 1 }, false },
    { wave, { .fine = 562.379, .coarse = 0, .smallest = 1e-7, .largest = 1 }, true },
    { wave, { .fine = 562.379, .coarse = 0, .smallest = 1e-7, .largest = 1e-6 }, false },
    /* What jumps or has a kink far off is no noise, nor is what does close by on one side only. */
    { step, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1 }, true },
    { back, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1, .wide = 1e-2 }, true },
    { kink, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1 }, true },
    { kink, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1e-4 }, false },
    { step, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1, .wide = 1e-4 }, true },
    { step, { .fine = 1, .coarse = 2, .smallest = 1e-7, .largest = 1, .wide = 1e-2 }, false },
    { stairs, { .fine = 0, .coarse = 1, .smallest = 1e-5, .largest = 1 }, false },
    { hash, { .fine = 1e9, .coarse = 1, .smallest = 1e-14, .largest = 1 }, false },
    { hash, { .fine = 1, .coarse = 1.01, .smallest = 1e-8, .largest = 1 }, false },
    /* Places where f has no value tell nothing, and infinite ones nothing of the other side. */
    { half, { .fine = 562.379, .coarse = 0, .smallest = 1e-7, .largest = 1 }, true },
    { wall, { .fine = 562.379, .coarse = 0, .smallest = 1e-7, .largest = 1 }, true },
};

START_TEST(what_bends_is_told_from_noise)
{
    for (size_t i = 0; i < sizeof cases_of / sizeof cases_of[0]; i++) {
        double x = 1;
        double value;
        struct called called = { .call = cases_of[i].call, .n = 1 };
        struct fn fn = { .n = 1, .evaluate = call_each, .context = &called };
        struct places places;
        const double *columns[] = { &x };
        struct component item = { .point = 0, .axis = 0 };
        struct components components = {
            .x = columns, .values = &value, .count = 1, .items = &item
        };
        ck_assert(places_make(&places, &fn));
        fn.evaluate(fn.context, 1, columns, &value);
        ck_assert_msg(slope_bends(&places, &components, 0, &cases_of[i].slopes) ==
                          cases_of[i].bends, "row %zu", i);
        places_release(&places);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_bends_is_told_from_noise);
}

SUITE_MAIN("grad bend", add_cases)
