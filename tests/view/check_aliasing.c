/* Tests of view/aliasing.h. */
#include "fixture.h"

#include "view/aliasing.h"
#include "view/mark.h"

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

/* The samples next to the field's edges are judged at the places that they are asked for. */
START_TEST(rims_lie_where_they_are_asked_for)
{
    static const double ends[2] = { -3, 3 };
    static const double along[3] = { 0, 1, 2 };
    struct difference difference = difference_default();
    struct picture picture;
    struct field *rim = field_new();
    ck_assert_ptr_nonnull(rim);
    picture_open(&picture, bowl, ROWS, COLUMNS);
    struct plane plane = { .differentiator = picture.differentiator };
    for (int axis = 0; axis < AXES; axis++) {
        ck_assert_int_eq(aliasing_compute_rim(rim, &plane, &difference, axis, ends, along, 3),
                         STATUS_OK);
        ck_assert_uint_eq(field_columns(rim), axis == 0 ? 2 : 3);
        ck_assert_uint_eq(field_rows(rim), axis == 0 ? 3 : 2);
        struct sample last = field_sample(rim, field_columns(rim) - 1, field_rows(rim) - 1);
        ck_assert_double_eq(last.place[axis], 3);
        ck_assert_double_eq(last.place[1 - axis], 2);
        ck_assert(isfinite(last.error));
    }
    field_free(rim);
    picture_close(&picture);
}
END_TEST

START_TEST(an_aliased_sample_has_no_other_mark)
{
    struct picture picture;
    struct difference difference = difference_default();
    size_t found[MARK_COUNT] = { 0 };
    picture_open(&picture, fast_waves, ROWS, COLUMNS);
    struct plane plane = { .differentiator = picture.differentiator };
    struct surrounded surrounded = { .field = picture.field };
    field_judge(picture.field, &plane, &difference);
    for (size_t row = 0; row < field_rows(picture.field); row++)
        for (size_t column = 0; column < field_columns(picture.field); column++) {
            struct sample sample = field_sample(picture.field, column, row);
            enum mark mark;
            enum mark own;
            bool marked = mark_find_among(&surrounded, column, row, true, &mark);
            if (mark_find(&sample, true, &own))
                ck_assert(marked && mark == own);
            else if (marked)
                ck_assert(mark == MARK_ALIASED && aliasing_at(&surrounded, column, row));
            found[marked ? mark : MARK_ZERO] += marked;
            ck_assert(mark_find_among(&surrounded, column, row, false, &mark) ==
                      mark_find(&sample, false, &own));
        }
    ck_assert_uint_gt(found[MARK_ALIASED], 100);
    picture_close(&picture);
}
END_TEST

START_TEST(one_place_in_a_hundred_is_spoken_of)
{
    char words[ALIASING_WORDS];
    ck_assert(!aliasing_describe(0, "", words));
    ck_assert(!aliasing_describe(0.0099, "", words));
    ck_assert(!aliasing_describe((double)NAN, "", words));
    ck_assert(aliasing_describe(0.01, "", words));
    ck_assert_str_eq(words, "f varies faster than the cells can show at 1 % of places");
    ck_assert(aliasing_describe(1, ": zoom in (+)", words));
    ck_assert_str_eq(words,
                     "f varies faster than the cells can show at 100 % of places: zoom in (+)");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_the_samples_show_is_not_aliased);
    tcase_add_test(cases, what_turns_between_samples_is_aliased);
    tcase_add_test(cases, a_field_of_one_sample_is_not_aliased);
    tcase_add_test(cases, rims_lie_where_they_are_asked_for);
    tcase_add_test(cases, an_aliased_sample_has_no_other_mark);
    tcase_add_test(cases, one_place_in_a_hundred_is_spoken_of);
}

SUITE_MAIN("view aliasing", add_cases)
