/* Tests of view/aliasing.h. */
#include "fixture.h"

#include "view/aliasing.h"

enum { ROWS = 24, COLUMNS = 80 };

PLANE_FUNCTION(bowl, a * a + 3 * b * b)
PLANE_FUNCTION(saddle, a * a - b * b)
PLANE_FUNCTION(flat_bottom, a * a * a * a * a * a * a * a + b * b)
PLANE_FUNCTION(cubic, a * a * a - 3 * a * b * b)
PLANE_FUNCTION(kink, fabs(a - 0.03) + fabs(b) / 2)
PLANE_FUNCTION(jump, a > 0.1 ? 5 : 0)
PLANE_FUNCTION(pole, 1 / (a * a + b * b))
PLANE_FUNCTION(pole_line, 1 / (a - 0.01))
PLANE_FUNCTION(spread_wide, exp(20 * a))
PLANE_FUNCTION(constant, 3)
PLANE_FUNCTION(huge, 1e300 * a * b)
PLANE_FUNCTION(tiny, 1e-300 * a * b)
PLANE_FUNCTION(noise, 1e9 + 1e-7 * sin(1e4 * a) * cos(1e4 * b))
PLANE_FUNCTION(slow_waves, sin(3 * a) * cos(3 * b))
PLANE_FUNCTION(fast_waves, sin(40 * a) * cos(40 * b))
PLANE_FUNCTION(near_period, cos(2 * 3.14159265358979 * 4.1 * a) + b)

/* The part of the samples of a function, judged, that is aliased. */
static double aliased_part(evaluate_function *function)
{
    struct picture picture;
    picture_open(&picture, function, ROWS, COLUMNS);
    struct plane plane = { .differentiator = picture.differentiator };
    struct difference difference = difference_default();
    field_judge(picture.field, &plane, &difference);
    double all = (double)field_columns(picture.field) * (double)field_rows(picture.field);
    struct surrounded surrounded = { .field = picture.field };
    double part = (double)aliasing_count(&surrounded) / all;
    picture_close(&picture);
    return part;
}

START_TEST(what_the_samples_show_is_not_aliased)
{
    static evaluate_function *const functions[] = {
        bowl, saddle, flat_bottom, cubic, kink, jump, pole, pole_line, spread_wide, constant,
        huge, tiny, noise, slow_waves
    };
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        ck_assert_msg(aliased_part(functions[i]) == 0, "function %zu", i);
}
END_TEST

START_TEST(what_turns_between_samples_is_aliased)
{
    ck_assert_double_gt(aliased_part(fast_waves), 0.3);
    ck_assert_double_gt(aliased_part(near_period), 0.3);
}
END_TEST

START_TEST(a_field_of_one_sample_is_not_aliased)
{
    struct field *field = field_new();
    struct surrounded surrounded = { .field = field };
    ck_assert_ptr_nonnull(field);
    ck_assert_int_eq(field_resize(field, 0, 0), STATUS_OK);
    ck_assert_uint_eq(aliasing_count(&surrounded), 0);
    ck_assert_int_eq(field_resize(field, 1, 1), STATUS_OK);
    ck_assert_uint_eq(aliasing_count(&surrounded), 0);
    field_free(field);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_the_samples_show_is_not_aliased);
    tcase_add_test(cases, what_turns_between_samples_is_aliased);
    tcase_add_test(cases, a_field_of_one_sample_is_not_aliased);
}

SUITE_MAIN("view aliasing", add_cases)
