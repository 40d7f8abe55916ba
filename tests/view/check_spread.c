#include "view/spread.h"

#include "../suite.h"

#include <math.h>

/* Values whose quantiles go from `low` to `high` by a power of the part. */
static struct spread make_spread(double low, double high, double power)
{
    struct spread spread = { .known = true };
    for (int i = 0; i <= SPREAD_PARTS; i++) {
        double part = pow((double)i / SPREAD_PARTS, power);
        spread.quantiles[i] = low * (1 - part) + high * part;
    }
    return spread;
}

static void assert_levels(const struct spread *spread, int wanted, const double *expected,
                          int count)
{
    double levels[SPREAD_LEVELS_MOST];
    ck_assert_int_eq(spread_levels(spread, wanted, levels), count);
    for (int i = 0; i < count; i++)
        ck_assert_double_eq(levels[i], expected[i]);
}

START_TEST(levels_are_round)
{
    const struct spread spread = make_spread(-1, 11, 1);
    const double expected[] = { 0, 2, 4, 6, 8, 10 };
    assert_levels(&spread, 6, expected, 6);
}
END_TEST

START_TEST(decades_have_levels_in_each)
{
    const struct spread spread = make_spread(0, 2e6, 4);
    double levels[SPREAD_LEVELS_MOST];
    int count = spread_levels(&spread, 6, levels);
    ck_assert_int_ge(count, 4);
    ck_assert_int_le(count, 6);
    ck_assert_double_lt(levels[0], 1000);
    ck_assert_double_ge(levels[count - 1], 1e5);
}
END_TEST

START_TEST(values_crowded_at_the_top_mirror_those_at_the_bottom)
{
    const struct spread up = make_spread(0, 2e6, 4);
    struct spread down = { .known = true };
    double levels[2][SPREAD_LEVELS_MOST];
    for (int i = 0; i <= SPREAD_PARTS; i++)
        down.quantiles[i] = -up.quantiles[SPREAD_PARTS - i];
    int count = spread_levels(&up, 6, levels[0]);
    ck_assert_int_eq(spread_levels(&down, 6, levels[1]), count);
    for (int i = 0; i < count; i++)
        ck_assert_double_eq(levels[0][i], -levels[1][count - 1 - i]);
}
END_TEST

START_TEST(an_offset_least_keeps_levels_round)
{
    const struct spread spread = make_spread(7, 2e6, 4);
    double levels[SPREAD_LEVELS_MOST];
    int count = spread_levels(&spread, 6, levels);
    ck_assert_int_ge(count, 4);
    for (int i = 0; i < count; i++)
        ck_assert_double_eq(fmod(levels[i], 10), 0);
}
END_TEST

START_TEST(levels_ascend_whatever_the_values)
{
    static const double ends[][2] = {
        { 0, 1e300 },    { -1.7e308, 1.7e308 }, { 0, 1.7e308 },   { 1e-300, 1e-299 },
        { 0, 5e-324 },   { 1e15, 1e15 + 1 },    { -1e300, 1 },    { 1e-308, 1e308 },
        { -5e-324, 0 },  { 3, 3 },              { -0.0, 0 },      { 1, 1 + 4e-16 },
    };
    for (size_t row = 0; row < sizeof ends / sizeof ends[0]; row++) {
        for (int power = 1; power <= 300; power += 23) {
            const struct spread spread = make_spread(ends[row][0], ends[row][1], power);
            double levels[SPREAD_LEVELS_MOST];
            int count = spread_levels(&spread, 9, levels);
            ck_assert_int_ge(count, 0);
            ck_assert_int_le(count, SPREAD_LEVELS_MOST);
            for (int i = 0; i < count; i++) {
                ck_assert(isfinite(levels[i]));
                ck_assert(i == 0 || levels[i - 1] < levels[i]);
            }
        }
    }
}
END_TEST

START_TEST(constant_and_unknown_values_have_no_levels)
{
    const struct spread constant = make_spread(3, 3, 1);
    const struct spread rounding = make_spread(1e15, 1e15 + 0.25, 1);
    const struct spread unknown = { .known = false };
    assert_levels(&constant, 9, NULL, 0);
    assert_levels(&rounding, 9, NULL, 0);
    assert_levels(&unknown, 9, NULL, 0);
}
END_TEST

START_TEST(shades_share_the_values_out)
{
    const struct spread spread = make_spread(0, 20, 1);
    const struct spread constant = make_spread(3, 3, 1);
    ck_assert_int_eq(spread_shade(&spread, 5, -100), 0);
    ck_assert_int_eq(spread_shade(&spread, 5, 4), 0);
    ck_assert_int_eq(spread_shade(&spread, 5, 4.1), 1);
    ck_assert_int_eq(spread_shade(&spread, 5, 16.1), 4);
    ck_assert_int_eq(spread_shade(&spread, 5, 1e300), 4);
    ck_assert_int_eq(spread_shade(&spread, 4, 10.1), 2);
    ck_assert_int_eq(spread_shade(&spread, 1, 10.1), 0);
    ck_assert_int_eq(spread_shade(&constant, 5, 3), 0);
}
END_TEST

START_TEST(a_field_without_values_is_unknown)
{
    double scratch[1];
    struct field *field = field_new();
    ck_assert_ptr_nonnull(field);
    ck_assert_int_eq(field_resize(field, 1, 1), STATUS_OK);
    ck_assert(!spread_of(field, scratch).known);
    field_free(field);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, levels_are_round);
    tcase_add_test(cases, decades_have_levels_in_each);
    tcase_add_test(cases, values_crowded_at_the_top_mirror_those_at_the_bottom);
    tcase_add_test(cases, an_offset_least_keeps_levels_round);
    tcase_add_test(cases, levels_ascend_whatever_the_values);
    tcase_add_test(cases, constant_and_unknown_values_have_no_levels);
    tcase_add_test(cases, shades_share_the_values_out);
    tcase_add_test(cases, a_field_without_values_is_unknown);
}

SUITE_MAIN("spread", add_cases)
