/* The tables of colours that levels have, against bounds on contrast and difference. */
#include "vision.h"

/* Rows of the test data published with the paper. */
START_TEST(differences_are_those_published)
{
    static const struct {
        struct lab one;
        struct lab other;
        double difference;
    } rows[] = {
        { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
        { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
        { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
        { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
        { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
        { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
        { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_double_eq_tol(ciede2000(rows[i].one, rows[i].other), rows[i].difference, 5e-5);
}
END_TEST

/* A table and the least that its neighbours differ by, for each eye. */
static const struct {
    enum color_kind kind;
    enum background background;
    int levels;
    double apart[EYES];
} tables[] = {
    { COLORS_SEQUENTIAL, BACKGROUND_unknown, LEVELS, { 10, 8, 8 } },
    { COLORS_SEQUENTIAL, BACKGROUND_dark, LEVELS, { 10, 2.5, 2.5 } },
    { COLORS_SEQUENTIAL, BACKGROUND_light, LEVELS, { 6, 2.5, 2.5 } },
    { COLORS_CYCLIC, BACKGROUND_unknown, LEVELS, { 15, 8, 8 } },
    { COLORS_CYCLIC, BACKGROUND_dark, LEVELS, { 15, 8, 8 } },
    { COLORS_CYCLIC, BACKGROUND_light, LEVELS, { 15, 8, 8 } },
    { COLORS_DIVERGING, BACKGROUND_unknown, 7, { 12, 7, 8 } },
    { COLORS_DIVERGING, BACKGROUND_dark, 7, { 12, 8, 8 } },
    { COLORS_DIVERGING, BACKGROUND_light, 7, { 12, 6, 4 } },
};
enum { TABLES = sizeof tables / sizeof tables[0] };

/* The colour of a table's level. */
static int color_at(int table, int level)
{
    struct color_mode mode = { .depth = DEPTH_256, .background = tables[table].background };
    struct pen pen = palette_pen(&mode, tables[table].kind, level, tables[table].levels);
    ck_assert_int_eq(pen.attributes, ATTRIBUTE_BOLD);
    ck_assert_int_eq(pen.background, COLOR_DEFAULT);
    return pen.foreground;
}

START_TEST(colours_can_be_read)
{
    for (int level = 0; level < tables[_i].levels; level++) {
        int color = color_at(_i, level);
        if (tables[_i].background == BACKGROUND_unknown) {
            ck_assert_double_ge(contrast_on_black(color), 3);
            ck_assert_double_ge(contrast_on_white(color), 3);
        } else if (tables[_i].background == BACKGROUND_dark) {
            ck_assert_double_ge(contrast_on_black(color), 4.5);
        } else {
            ck_assert_double_ge(contrast_on_white(color), 4.5);
        }
    }
}
END_TEST

START_TEST(neighbours_can_be_told_apart_by_every_eye)
{
    int pairs = tables[_i].levels - (tables[_i].kind != COLORS_CYCLIC);
    for (int eye = 0; eye < EYES; eye++) {
        for (int level = 0; level < pairs; level++) {
            int one = color_at(_i, level);
            int other = color_at(_i, (level + 1) % tables[_i].levels);
            double apart = ciede2000(lab_of(one, (enum eye)eye), lab_of(other, (enum eye)eye));
            ck_assert_msg(apart >= tables[_i].apart[eye], "table %d: %d and %d differ by %g", _i,
                          one, other, apart);
        }
    }
}
END_TEST

START_TEST(the_unknown_table_keeps_one_lightness)
{
    for (int level = 0; level < LEVELS; level++) {
        double light = luminance(color_at(0, level));
        ck_assert_double_ge(light, 0.10);
        ck_assert_double_le(light, 0.30);
    }
}
END_TEST

START_TEST(known_backgrounds_have_an_order_in_lightness)
{
    enum { SLACK = 3 };
    for (int level = 1; level < LEVELS; level++) {
        ck_assert_double_ge(lab_of(color_at(1, level), NORMAL).l,
                            lab_of(color_at(1, level - 1), NORMAL).l - SLACK);
        ck_assert_double_le(lab_of(color_at(2, level), NORMAL).l,
                            lab_of(color_at(2, level - 1), NORMAL).l + SLACK);
    }
}
END_TEST

START_TEST(the_arms_of_diverging_colours_never_look_alike)
{
    static const enum color_depth depths[] = { DEPTH_NONE, DEPTH_8, DEPTH_16, DEPTH_256 };
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++) {
        for (int background = BACKGROUND_unknown; background < BACKGROUND_COUNT; background++) {
            struct color_mode mode = { .depth = depths[depth], .has_dim = true,
                                       .background = (enum background)background };
            for (int levels = 3; levels <= LEVELS; levels++) {
                for (int level = 0; level < levels / 2; level++) {
                    struct pen low = palette_pen(&mode, COLORS_DIVERGING, level, levels);
                    struct pen high =
                        palette_pen(&mode, COLORS_DIVERGING, levels - 1 - level, levels);
                    ck_assert(!same(low, high));
                    ck_assert(!same(low, PEN_PLAIN) && !same(high, PEN_PLAIN));
                }
                if (levels % 2 != 0 && depths[depth] != DEPTH_256)
                    ck_assert(same(palette_pen(&mode, COLORS_DIVERGING, levels / 2, levels),
                                   PEN_PLAIN));
            }
        }
    }
}
END_TEST

START_TEST(fewer_levels_keep_the_ends)
{
    struct color_mode mode = { .depth = DEPTH_256, .background = BACKGROUND_unknown };
    for (int levels = 2; levels <= LEVELS; levels++) {
        ck_assert(same(palette_pen(&mode, COLORS_SEQUENTIAL, 0, levels), palette_level(&mode, 0)));
        ck_assert(same(palette_pen(&mode, COLORS_SEQUENTIAL, levels - 1, levels),
                       palette_level(&mode, LEVELS - 1)));
        for (int level = 1; level < levels; level++)
            ck_assert(!palette_pens_same(&mode, COLORS_SEQUENTIAL, level, levels));
    }
}
END_TEST

START_TEST(without_colours_direction_has_no_pen)
{
    struct color_mode mode = { .depth = DEPTH_NONE, .has_dim = true };
    for (int level = 0; level < LEVELS; level++)
        ck_assert(same(palette_pen(&mode, COLORS_CYCLIC, level, LEVELS), PEN_PLAIN));
    ck_assert(same(palette_pen(&mode, COLORS_NONE, 0, 1), PEN_PLAIN));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, differences_are_those_published);
    tcase_add_loop_test(cases, colours_can_be_read, 0, TABLES);
    tcase_add_loop_test(cases, neighbours_can_be_told_apart_by_every_eye, 0, TABLES);
    tcase_add_test(cases, the_unknown_table_keeps_one_lightness);
    tcase_add_test(cases, known_backgrounds_have_an_order_in_lightness);
    tcase_add_test(cases, the_arms_of_diverging_colours_never_look_alike);
    tcase_add_test(cases, fewer_levels_keep_the_ends);
    tcase_add_test(cases, without_colours_direction_has_no_pen);
}

SUITE_MAIN("view colors", add_cases)
