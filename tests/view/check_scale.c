/* Tests of view/scale.h. */
#include "fixture.h"

PLANE_FUNCTION(seed, a * a + b * b)
PLANE_FUNCTION(himmelblau, pow(a * a + b - 11, 2) + pow(a + b * b - 7, 2))
PLANE_FUNCTION(rosenbrock, pow(1 - a, 2) + 100 * pow(b - a * a, 2))
PLANE_FUNCTION(goldstein_price,
               (1 + pow(a + b + 1, 2) *
                        (19 - 14 * a + 3 * a * a - 14 * b + 6 * a * b + 3 * b * b)) *
                   (30 + pow(2 * a - 3 * b, 2) *
                             (18 - 32 * a + 12 * a * a + 48 * b - 36 * a * b + 27 * b * b)))
PLANE_FUNCTION(pole, 1 / (a * a + b * b))
PLANE_FUNCTION(constant, 1)
PLANE_FUNCTION(nowhere, a - a > 0 ? 1 : (double)NAN)
PLANE_FUNCTION(slope, 5 * a)
PLANE_FUNCTION(huge, 1e300 * a + 1e299 * b)
PLANE_FUNCTION(steepest_of_all, 1.79769313e308 * a)
PLANE_FUNCTION(tiny, 1e-300 * a * a)
PLANE_FUNCTION(steep, exp(300 * a))

/* The scale of the function over a window, at 80x24; also how many arrows each level has. */
static struct scale choose(evaluate_function *evaluate, double low0, double high0, double low1,
                           double high1, int counts[LEVELS])
{
    struct window window = { { low0, low1 }, { high0, high1 } };
    struct picture picture;
    picture_open(&picture, evaluate, 24, 80);
    picture_show(&picture, 24, 80, 2, &window, ASPECT_equal, 0.5);
    struct scale scale = picture.frame.scale;
    memset(counts, 0, LEVELS * sizeof *counts);
    for (size_t row = 0; row < field_rows(picture.field); row++) {
        for (size_t column = 0; column < field_columns(picture.field); column++) {
            struct sample sample = field_sample(picture.field, column, row);
            double magnitude = hypot(sample.gradient[0], sample.gradient[1]);
            if (sample.verdict == VERDICT_ok && magnitude > 0)
                counts[scale_level(&scale, magnitude)]++;
        }
    }
    picture_close(&picture);
    return scale;
}

/* Whether two numbers differ by rounding at most. */
static void assert_edge(double edge, double expected)
{
    ck_assert_double_le(fabs(edge - expected), 1e-14 * expected);
}

START_TEST(the_seed_uses_all_levels)
{
    static const int expected[LEVELS] = { 4, 4, 16, 20, 64, 178, 156, 186 };
    static const double edges[LEVELS] = { 0.5, 0.7, 1, 1.5, 2, 3, 5, 7 };
    int counts[LEVELS];
    struct scale scale = choose(seed, -2, 2, -2, 2, counts);
    ck_assert_int_eq(scale.per_decade, 6);
    ck_assert_int_eq(scale.decades, 1);
    for (int level = 0; level < LEVELS; level++)
        ck_assert_int_eq(counts[level], expected[level]);
    for (int level = 1; level < LEVELS; level++)
        ck_assert_double_eq(scale_edge(&scale, level), edges[level]);
}
END_TEST

START_TEST(differences_have_the_exact_gradients_levels)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    struct scale scale = picture.frame.scale;
    int arrows = 0;
    for (size_t row = 0; row < field_rows(picture.field); row++) {
        for (size_t column = 0; column < field_columns(picture.field); column++) {
            struct sample sample = field_sample(picture.field, column, row);
            double exact = 2 * hypot(sample.place[0], sample.place[1]);
            double magnitude = hypot(sample.gradient[0], sample.gradient[1]);
            if (exact == 0)
                continue;
            ck_assert_int_eq(scale_level(&scale, magnitude), scale_level(&scale, exact));
            arrows++;
        }
    }
    ck_assert_int_eq(arrows, 628);
    picture_close(&picture);
}
END_TEST

START_TEST(known_functions)
{
    static const struct {
        evaluate_function *evaluate;
        double window[4];
        int per_decade;
        double lowest;
        double highest;
        bool all_used;
    } rows[] = {
        { himmelblau, { -5, 5, -5, 5 }, 3, 50, 5e3, true },
        { rosenbrock, { -2, 2, -1, 3 }, 3, 200, 2e4, true },
        { goldstein_price, { -2, 2, -2, 2 }, 1, 10, 1e7, true },
        { pole, { -2, 2, -2, 2 }, 3, 0.02, 2, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const double *window = rows[i].window;
        int counts[LEVELS];
        struct scale scale = choose(rows[i].evaluate, window[0], window[1], window[2], window[3],
                                    counts);
        ck_assert_int_eq(scale.per_decade, rows[i].per_decade);
        ck_assert_int_eq(scale.decades, 1);
        assert_edge(scale_edge(&scale, 1), rows[i].lowest);
        assert_edge(scale_edge(&scale, LEVELS - 1), rows[i].highest);
        for (int level = 0; level < LEVELS; level++)
            ck_assert(!rows[i].all_used || counts[level] > 0);
    }
}
END_TEST

START_TEST(without_magnitudes_the_top_begins_at_one)
{
    int counts[LEVELS];
    evaluate_function *const none[] = { constant, nowhere };
    for (size_t i = 0; i < 2; i++) {
        struct scale scale = choose(none[i], -2, 2, -2, 2, counts);
        ck_assert_int_eq(scale.per_decade, 1);
        ck_assert_int_eq(scale.decades, 1);
        ck_assert_double_eq(scale_edge(&scale, LEVELS - 1), 1);
    }
}
END_TEST

START_TEST(one_magnitude_is_at_the_top_of_the_finest_scale)
{
    int counts[LEVELS];
    struct scale scale = choose(slope, -2, 2, -2, 2, counts);
    ck_assert_int_eq(scale.per_decade, 6);
    ck_assert_double_eq(scale_edge(&scale, LEVELS - 1), 5);
    ck_assert_int_eq(counts[LEVELS - 1], 629);
}
END_TEST

START_TEST(huge_and_tiny_magnitudes)
{
    int counts[LEVELS];
    struct scale scale = choose(huge, -2, 2, -2, 2, counts);
    ck_assert_int_eq(scale.per_decade, 6);
    assert_edge(scale_edge(&scale, LEVELS - 1), 1e300);
    ck_assert_int_eq(counts[LEVELS - 1], 629);
    scale = choose(tiny, -2, 2, -2, 2, counts);
    ck_assert_int_eq(scale.per_decade, 6);
    assert_edge(scale_edge(&scale, LEVELS - 1), 7e-300);
    scale = choose(steepest_of_all, -0.25, 0.25, -0.25, 0.25, counts);
    assert_edge(scale_edge(&scale, LEVELS - 1), 1.5e308);
}
END_TEST

START_TEST(many_decades_have_wide_bins)
{
    int counts[LEVELS];
    int used = 0;
    struct scale scale = choose(steep, -2, 2, -2, 2, counts);
    ck_assert_int_eq(scale.per_decade, 1);
    ck_assert_int_gt(scale.decades, 8);
    for (int level = 0; level < LEVELS; level++)
        used += counts[level] > 0;
    ck_assert_int_ge(used, 4);
    for (int level = 2; level < LEVELS; level++)
        ck_assert_double_ge(scale_edge(&scale, level), scale_edge(&scale, level - 1));
}
END_TEST

static const struct scale scales[] = {
    { 6, 1, 0 },  { 6, 1, 5 },   { 6, 1, -1 }, { 6, 1, -9 }, { 3, 1, 11 }, { 3, 1, -2 },
    { 2, 1, 7 },  { 2, 1, -3 },  { 1, 1, 7 },  { 1, 1, -5 }, { 1, 2, 3 },  { 1, 4, -1 },
    { 1, 32, 1 }, { 6, 1, 1800 }, { 6, 1, -1800 },
};

START_TEST(edges_belong_to_the_level_above)
{
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        for (int level = 1; level < LEVELS; level++) {
            double edge = scale_edge(&scales[i], level);
            ck_assert_int_eq(scale_level(&scales[i], edge), level);
            ck_assert_int_eq(scale_level(&scales[i], edge * (1 - 9e-7)), level);
            ck_assert_int_eq(scale_level(&scales[i], edge * (1 - 1.1e-6)), level - 1);
            ck_assert_int_eq(scale_level(&scales[i], edge * 1.001), level);
        }
    }
}
END_TEST

START_TEST(ends_clamp)
{
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        ck_assert_int_eq(scale_level(&scales[i], 5e-324), 0);
        ck_assert_int_eq(scale_level(&scales[i], 1.7e308), LEVELS - 1);
    }
}
END_TEST

START_TEST(edges_end_in_zero_and_infinity)
{
    struct scale scale = { .per_decade = 1, .decades = 128, .top = 3 };
    ck_assert_double_eq(scale_edge(&scale, LEVELS - 1), HUGE_VAL);
    ck_assert_double_eq(scale_edge(&scale, 4), 1);
    ck_assert_double_eq(scale_edge(&scale, 1), 0);
    ck_assert_int_eq(scale_level(&scale, 1), 4);
    ck_assert_int_eq(scale_level(&scale, 1e300), 6);
    ck_assert_int_eq(scale_level(&scale, 5e-324), 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_seed_uses_all_levels);
    tcase_add_test(cases, differences_have_the_exact_gradients_levels);
    tcase_add_test(cases, known_functions);
    tcase_add_test(cases, without_magnitudes_the_top_begins_at_one);
    tcase_add_test(cases, one_magnitude_is_at_the_top_of_the_finest_scale);
    tcase_add_test(cases, huge_and_tiny_magnitudes);
    tcase_add_test(cases, many_decades_have_wide_bins);
    tcase_add_test(cases, edges_belong_to_the_level_above);
    tcase_add_test(cases, ends_clamp);
    tcase_add_test(cases, edges_end_in_zero_and_infinity);
}

SUITE_MAIN("view scale", add_cases)
