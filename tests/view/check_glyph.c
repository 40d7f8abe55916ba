/* Tests of view/glyph.h. */
#include "../suite.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "view/glyph.h"

enum { DEGREES = 360, DEGREES_OF_OCTANT = 45 };

START_TEST(sets_have_names)
{
    static const char *const names[GLYPHS_COUNT] = { "arrows", "neutral", "ascii", "digits" };
    for (int i = 0; i < GLYPHS_COUNT; i++)
        ck_assert_str_eq(glyph_set_name((enum glyph_set)i), names[i]);
}
END_TEST

START_TEST(glyphs_are_single_distinct_and_one_column_wide)
{
    for (int set = 0; set < GLYPHS_COUNT; set++) {
        uint32_t all[OCTANTS + MARK_COUNT];
        bool ascii = true;
        for (int i = 0; i < OCTANTS; i++)
            all[i] = glyph_arrow((enum glyph_set)set, i);
        for (int i = 0; i < MARK_COUNT; i++)
            all[OCTANTS + i] = glyph_mark((enum glyph_set)set, (enum mark)i);
        for (int i = 0; i < OCTANTS + MARK_COUNT; i++) {
            ck_assert_int_eq(character_width(all[i]), 1);
            ascii = ascii && all[i] < 0x80;
            for (int j = 0; j < i; j++)
                ck_assert_uint_ne(all[i], all[j]);
        }
        ck_assert_int_eq(glyph_set_is_ascii((enum glyph_set)set), ascii);
    }
}
END_TEST

START_TEST(arrows_go_round_from_east)
{
    static const char ascii[] = ">7^F<LvJ";
    static const char digits[] = "69874123";
    static const uint32_t arrows[] = { 0x2192, 0x2197, 0x2191, 0x2196, 0x2190, 0x2199, 0x2193,
                                       0x2198 };
    for (int i = 0; i < OCTANTS; i++) {
        ck_assert_uint_eq(glyph_arrow(GLYPHS_ascii, i), (unsigned char)ascii[i]);
        ck_assert_uint_eq(glyph_arrow(GLYPHS_digits, i), (unsigned char)digits[i]);
        ck_assert_uint_eq(glyph_arrow(GLYPHS_arrows, i), arrows[i]);
    }
}
END_TEST

START_TEST(marks_have_meanings)
{
    ck_assert_uint_eq(glyph_mark(GLYPHS_arrows, MARK_ZERO), 0x2022);
    ck_assert_uint_eq(glyph_mark(GLYPHS_arrows, MARK_UNDEFINED), 0xd7);
    ck_assert_uint_eq(glyph_mark(GLYPHS_arrows, MARK_DEAD), '=');
    ck_assert_uint_eq(glyph_mark(GLYPHS_ascii, MARK_ZERO), '.');
    ck_assert_uint_eq(glyph_mark(GLYPHS_ascii, MARK_UNDEFINED), 'x');
    ck_assert_uint_eq(glyph_mark(GLYPHS_arrows, MARK_KINK), '^');
    ck_assert_uint_eq(glyph_mark(GLYPHS_ascii, MARK_KINK), 'A');
    ck_assert_uint_eq(glyph_mark(GLYPHS_ascii, MARK_DOUBTFUL), '?');
    ck_assert_str_eq(mark_meaning(MARK_DOUBTFUL), "may be reversed");
    ck_assert_str_eq(mark_meaning(MARK_ALIASED), "aliased");
    ck_assert_str_eq(mark_meaning(MARK_ZERO), "flat");
    ck_assert_str_eq(mark_meaning(MARK_UNDEFINED), "undefined");
    ck_assert_str_eq(mark_meaning(MARK_DEAD), "f(x+h) = f(x)");
}
END_TEST

/* The octant of an angle, by rounding. */
static int nearest_octant(double right, double up)
{
    double turns = atan2(up, right) / (2 * acos(-1));
    return ((int)lround(turns * OCTANTS) + OCTANTS) % OCTANTS;
}

START_TEST(every_degree_at_every_magnitude)
{
    static const double magnitudes[] = { 1, 1e300, 1e-300, DBL_MAX / 2, 1e-318 };
    for (int degree = 0; degree < DEGREES; degree++) {
        double angle = degree * acos(-1) / (DEGREES / 2);
        int expected = ((2 * degree + DEGREES_OF_OCTANT) / (2 * DEGREES_OF_OCTANT)) % OCTANTS;
        ck_assert_int_eq(nearest_octant(cos(angle), sin(angle)), expected);
        for (size_t i = 0; i < sizeof magnitudes / sizeof magnitudes[0]; i++)
            ck_assert_int_eq(octant_of(cos(angle) * magnitudes[i], sin(angle) * magnitudes[i]),
                             expected);
    }
}
END_TEST

START_TEST(directions_turn_at_the_sectors_edges)
{
    static const double slope = 0.41421356237309503;
    ck_assert_int_eq(octant_of(1, slope - 1e-12), 0);
    ck_assert_int_eq(octant_of(1, slope + 1e-12), 1);
    ck_assert_int_eq(octant_of(slope + 1e-12, 1), 1);
    ck_assert_int_eq(octant_of(slope - 1e-12, 1), 2);
    ck_assert_int_eq(octant_of(-1, -slope + 1e-12), 4);
    ck_assert_int_eq(octant_of(-1, -slope - 1e-12), 5);
    ck_assert_int_eq(octant_of(-slope + 1e-12, -1), 6);
    ck_assert_int_eq(octant_of(slope + 1e-12, -1), 7);
}
END_TEST

START_TEST(magnitudes_far_apart)
{
    ck_assert_int_eq(octant_of(DBL_MAX, DBL_TRUE_MIN), 0);
    ck_assert_int_eq(octant_of(-DBL_TRUE_MIN, -DBL_MAX), 6);
    ck_assert_int_eq(octant_of(DBL_TRUE_MIN, DBL_TRUE_MIN), 1);
    ck_assert_int_eq(octant_of(-DBL_MAX, DBL_MAX), 3);
    ck_assert_int_eq(octant_of(3 * DBL_TRUE_MIN, DBL_TRUE_MIN), 0);
    ck_assert_int_eq(octant_of(2 * DBL_TRUE_MIN, DBL_TRUE_MIN), 1);
    ck_assert_int_eq(octant_of(0, -1), 6);
    ck_assert_int_eq(octant_of(-1, -0.0), 4);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, sets_have_names);
    tcase_add_test(cases, glyphs_are_single_distinct_and_one_column_wide);
    tcase_add_test(cases, arrows_go_round_from_east);
    tcase_add_test(cases, marks_have_meanings);
    tcase_add_test(cases, every_degree_at_every_magnitude);
    tcase_add_test(cases, directions_turn_at_the_sectors_edges);
    tcase_add_test(cases, magnitudes_far_apart);
}

SUITE_MAIN("view glyph", add_cases)
