#include "../suite.h"

#include <math.h>

#include "view/nearness.h"

static const double low[2] = { -3, -2 };
static const double high[2] = { 40, 25 };

/* The i-th of some points strewn over the rectangle. */
static void strew(int i, double point[2])
{
    point[0] = low[0] + fmod(i * 17.31, high[0] - low[0]);
    point[1] = low[1] + fmod(i * 5.77, high[1] - low[1]);
}

static bool has_by_trying(int count, const double point[2], double distance, int except)
{
    for (int i = 0; i < count; i++) {
        double other[2];
        strew(i, other);
        if (i % 5 != except && hypot(other[0] - point[0], other[1] - point[1]) < distance)
            return true;
    }
    return false;
}

START_TEST(near_points_are_found)
{
    enum { COUNT = 60 };
    struct nearness *nearness = nearness_new();
    ck_assert_ptr_nonnull(nearness);
    ck_assert_int_eq(nearness_reset(nearness, low, high, 2.5), STATUS_OK);
    for (int i = 0; i < COUNT; i++) {
        double point[2];
        strew(i, point);
        ck_assert_int_eq(nearness_add(nearness, point, i % 5), STATUS_OK);
    }
    ck_assert_uint_eq(nearness_room(nearness), NEARNESS_POINTS_MOST - COUNT);
    for (double x = -8; x < 45; x += 1.3)
        for (double y = -8; y < 30; y += 1.7)
            for (int except = NEARNESS_NO_OWNER; except < 2; except++)
                for (double distance = 0.5; distance < 12; distance *= 2) {
                    const double point[2] = { x, y };
                    ck_assert_int_eq(nearness_has(nearness, point, distance, except),
                                     has_by_trying(COUNT, point, distance, except));
                }
    nearness_free(nearness);
}
END_TEST

START_TEST(a_reset_forgets)
{
    struct nearness *nearness = nearness_new();
    const double point[2] = { 1, 1 };
    ck_assert(!nearness_has(nearness, point, 5, NEARNESS_NO_OWNER));
    ck_assert_int_eq(nearness_add(nearness, point, 0), STATUS_FAILED);
    ck_assert_int_eq(nearness_reset(nearness, low, high, 1), STATUS_OK);
    ck_assert_int_eq(nearness_add(nearness, point, 0), STATUS_OK);
    ck_assert(nearness_has(nearness, point, 5, NEARNESS_NO_OWNER));
    ck_assert_int_eq(nearness_reset(nearness, low, high, 1), STATUS_OK);
    ck_assert(!nearness_has(nearness, point, 5, NEARNESS_NO_OWNER));
    ck_assert_int_eq(nearness_reset(nearness, low, high, 1e-9), STATUS_FAILED);
    ck_assert(!nearness_has(nearness, point, 5, NEARNESS_NO_OWNER));
    nearness_free(nearness);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, near_points_are_found);
    tcase_add_test(cases, a_reset_forgets);
}

SUITE_MAIN("view nearness", add_cases)
