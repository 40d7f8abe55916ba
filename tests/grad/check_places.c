/* Tests of grad/places.h. */
#include "../suite.h"

#include "functions.h"
#include "grad/places.h"

enum { N = 3, POINTS = 2, LINE = 5 };

static double digits(const double *x)
{
    return 100 * x[0] + 10 * x[1] + x[2];
}

/* What is added at once is what is added one by one, behind what is there. */
START_TEST(a_line_is_its_places)
{
    static const double coordinates[LINE] = { 4, 5, 6, 7, 8 };
    static const double x0[POINTS] = { 1, 9 };
    static const double x1[POINTS] = { 2, 8 };
    static const double x2[POINTS] = { 3, 7 };
    const double *const x[N] = { x0, x1, x2 };
    struct called called = { .call = digits, .n = N };
    struct fn fn = { .n = N, .evaluate = call_each, .context = &called };
    struct places places;
    ck_assert(places_make(&places, &fn));
    for (int times = 0; times < 2; times++) {
        places_clear(&places);
        ck_assert_uint_eq(places_add(&places, x, 1, 2, 0), 0);
        ck_assert_uint_eq(places_add_line(&places, x, 0, 1, LINE, coordinates), 1);
        ck_assert_uint_eq(places_add(&places, x, 0, 0, 0), 1 + LINE);
        places_evaluate(&places);
        ck_assert_double_eq(places.values[0], 980);
        for (size_t i = 0; i < LINE; i++)
            ck_assert_double_eq(places.values[1 + i], 103 + 10 * coordinates[i]);
        ck_assert_double_eq(places.values[1 + LINE], 23);
    }
    places_release(&places);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_line_is_its_places);
}

SUITE_MAIN("grad places", add_cases)
