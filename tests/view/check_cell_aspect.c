/* Tests of view/cell_aspect.h. */
#include "../suite.h"

#include "view/cell_aspect.h"

static double aspect(int columns, int rows, int width, int height)
{
    return cell_aspect_of(&(struct window_size){ rows, columns, height, width });
}

START_TEST(fonts_are_seen)
{
    ck_assert_double_eq(aspect(80, 24, 640, 384), 0.5);
    ck_assert_double_eq(aspect(80, 24, 480, 312), 0.45);
    ck_assert_double_eq(aspect(80, 24, 800, 384), 0.65);
}
END_TEST

START_TEST(what_is_left_of_a_window_does_not_shake_it)
{
    for (int left = 0; left < 20; left++)
        for (int columns = 80; columns < 200; columns++)
            ck_assert_double_eq(aspect(columns, 30, columns * 8 + left, 30 * 16 + left), 0.5);
}
END_TEST

START_TEST(what_cannot_be_is_not_believed)
{
    ck_assert_double_eq(aspect(80, 24, 0, 0), 0.5);
    ck_assert_double_eq(aspect(80, 24, 720, 0), 0.5);
    ck_assert_double_eq(aspect(80, 24, 0, 384), 0.5);
    ck_assert_double_eq(aspect(0, 0, 640, 384), 0.5);
    ck_assert_double_eq(aspect(80, 24, 80 * 16, 24 * 16), 0.5);
    ck_assert_double_eq(aspect(80, 24, 80 * 2, 24 * 16), 0.5);
    ck_assert_double_eq(aspect(-1, -1, -1, -1), 0.5);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, fonts_are_seen);
    tcase_add_test(cases, what_is_left_of_a_window_does_not_shake_it);
    tcase_add_test(cases, what_cannot_be_is_not_believed);
}

SUITE_MAIN("view cell aspect", add_cases)
