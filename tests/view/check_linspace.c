/* Tests src/view/linspace.c. */
#include "../suite.h"

#include "view/linspace.h"

START_TEST(places_are_numpys)
{
    /* As numpy.linspace(0, 1, 11)[3] and [6] print. */
    ck_assert(linspace_place(0, 1, 11, 3) == 0.30000000000000004);
    ck_assert(linspace_place(0, 1, 11, 6) == 0.6000000000000001);
    ck_assert(linspace_place(-2, 2.25, 18, 1) == -1.75);
    ck_assert(linspace_place(-1, 2, 7, 5) == 1.5);
}
END_TEST

START_TEST(ends_are_exact)
{
    /* For many of these counts (count - 1) * step + low is not high. */
    for (size_t count = 2; count < 200; count++) {
        ck_assert(linspace_place(0.1, 0.7, count, 0) == 0.1);
        ck_assert(linspace_place(0.1, 0.7, count, count - 1) == 0.7);
    }
    ck_assert(linspace_place(0.1, 0.7, 1, 0) == 0.1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, places_are_numpys);
    tcase_add_test(cases, ends_are_exact);
}

SUITE_MAIN("view linspace", add_cases)
