/*
 * The colour tables against bounds on contrast and difference, computed.
 *
 * Contrast is WCAG 2's. Differences are CIEDE2000 (Sharma, Wu, Dalal 2005). Eyes without one kind
 * of cone are Machado, Oliveira, Fernandes 2009 at severity 1, in linear light.
 */
#include "../suite.h"

#include <math.h>
#include <string.h>

#include "view/palette_kind.h"

enum { CHANNELS = 3, CUBE_FIRST = 16, GREY_FIRST = 232 };
enum eye { NORMAL, DEUTERANOPE, PROTANOPE, EYES };

static const double pi = 3.14159265358979323846;

static const double machado[EYES][CHANNELS][CHANNELS] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
};

static double to_linear(int byte)
{
    double part = byte / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/* The linear light of one of xterm's colours from CUBE_FIRST on. */
static void light_of(int index, double light[CHANNELS])
{
    static const int cube[] = { 0, 95, 135, 175, 215, 255 };
    ck_assert_int_ge(index, CUBE_FIRST);
    int place = index - CUBE_FIRST;
    int bytes[CHANNELS] = { place / 36, place / 6 % 6, place % 6 };
    for (int i = 0; i < CHANNELS; i++)
        light[i] = to_linear(index >= GREY_FIRST ? 8 + 10 * (index - GREY_FIRST) : cube[bytes[i]]);
}

static double luminance(int index)
{
    double light[CHANNELS];
    light_of(index, light);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

static double contrast_on_black(int index)
{
    return (luminance(index) + 0.05) / 0.05;
}

static double contrast_on_white(int index)
{
    return 1.05 / (luminance(index) + 0.05);
}

struct lab {
    double l;
    double a;
    double b;
};

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB, D65, of a colour as an eye sees it. */
static struct lab lab_of(int index, enum eye eye)
{
    static const double xyz[CHANNELS][CHANNELS] = {
        { 0.4124564, 0.3575761, 0.1804375 },
        { 0.2126729, 0.7151522, 0.0721750 },
        { 0.0193339, 0.1191920, 0.9503041 },
    };
    static const double white[CHANNELS] = { 0.95047, 1, 1.08883 };
    double light[CHANNELS];
    double seen[CHANNELS];
    double curved[CHANNELS];
    light_of(index, light);
    for (int i = 0; i < CHANNELS; i++) {
        const double *row = machado[eye][i];
        seen[i] = fmin(1, fmax(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
    }
    for (int i = 0; i < CHANNELS; i++)
        curved[i] = lab_curve(
            (xyz[i][0] * seen[0] + xyz[i][1] * seen[1] + xyz[i][2] * seen[2]) / white[i]);
    return (struct lab){ 116 * curved[1] - 16, 500 * (curved[0] - curved[1]),
                         200 * (curved[1] - curved[2]) };
}

static double hue_of(double a, double b)
{
    double hue = atan2(b, a) * 180 / pi;
    return hue < 0 ? hue + 360 : hue;
}

static double cosine(double degrees)
{
    return cos(degrees * pi / 180);
}

/* The mean of two hues, the short way round. */
static double mean_hue(double one, double other)
{
    if (fabs(one - other) <= 180)
        return (one + other) / 2;
    return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

static double ciede2000(struct lab one, struct lab other)
{
    double mean = pow((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2, 7);
    double g = 1 + 0.5 * (1 - sqrt(mean / (mean + pow(25, 7))));
    double chroma1 = hypot(one.a * g, one.b);
    double chroma2 = hypot(other.a * g, other.b);
    bool grey = chroma1 * chroma2 == 0;
    double hue1 = hue_of(one.a * g, one.b);
    double hue2 = hue_of(other.a * g, other.b);
    double turn = grey ? 0 : remainder(hue2 - hue1, 360);
    double hue = grey ? hue1 + hue2 : mean_hue(hue1, hue2);
    double chroma = (chroma1 + chroma2) / 2;
    double middle = pow((one.l + other.l) / 2 - 50, 2);
    double t = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) -
               0.20 * cosine(4 * hue - 63);
    double chroma7 = pow(chroma, 7);
    double bent = 60 * exp(-pow((hue - 275) / 25, 2)) * pi / 180;
    double rotation = -2 * sqrt(chroma7 / (chroma7 + pow(25, 7))) * sin(bent);
    double dl = (other.l - one.l) / (1 + 0.015 * middle / sqrt(20 + middle));
    double dc = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    double dh = 2 * sqrt(chroma1 * chroma2) * sin(turn * pi / 360) / (1 + 0.015 * chroma * t);
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

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

static bool same(struct pen a, struct pen b)
{
    return a.foreground == b.foreground && a.attributes == b.attributes;
}

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

/* The colour of a way of a walk. */
static int trail_at(enum background background, int index)
{
    struct color_mode mode = { .depth = DEPTH_256, .background = background };
    return palette_trail(&mode, index).foreground;
}

START_TEST(ways_can_be_read_and_told_from_arrows_and_one_another)
{
    enum background background = (enum background)_i;
    for (int i = 0; i < TRAIL_PENS; i++) {
        int color = trail_at(background, i);
        if (background == BACKGROUND_unknown)
            ck_assert_double_ge(fmin(contrast_on_black(color), contrast_on_white(color)), 3);
        else
            ck_assert_double_ge(background == BACKGROUND_dark ? contrast_on_black(color)
                                                              : contrast_on_white(color), 4.5);
        for (int level = 0; level < LEVELS; level++) {
            struct color_mode mode = { .depth = DEPTH_256, .background = background };
            int arrow = palette_level(&mode, level).foreground;
            ck_assert_double_ge(ciede2000(lab_of(color, NORMAL), lab_of(arrow, NORMAL)), 12);
        }
        for (int other = 0; other < i; other++)
            ck_assert_double_ge(ciede2000(lab_of(color, NORMAL),
                                          lab_of(trail_at(background, other), NORMAL)), 20);
    }
}
END_TEST

/* With fewer colours neighbours differ, and no way has the pen of an arrow. */
START_TEST(ways_differ_with_few_colours_too)
{
    static const enum color_depth depths[] = { DEPTH_NONE, DEPTH_8, DEPTH_16, DEPTH_256 };
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++) {
        struct color_mode mode = { .depth = depths[depth], .has_dim = true,
                                   .background = (enum background)_i };
        for (int i = 0; i < TRAIL_PENS; i++) {
            struct pen pen = palette_trail(&mode, i);
            ck_assert(!same(pen, palette_trail(&mode, i + 1)));
            for (int level = 0; level < LEVELS && depths[depth] != DEPTH_NONE; level++)
                ck_assert(!same(pen, palette_level(&mode, level)));
        }
    }
}
END_TEST

/* Lines where a derivative is 0 can be read, and told from one another, from arrows and ways. */
START_TEST(nullclines_can_be_told_from_all_else)
{
    enum background background = (enum background)_i;
    struct color_mode mode = { .depth = DEPTH_256, .background = background };
    int colors[] = { palette_nullcline(&mode, 0).foreground,
                     palette_nullcline(&mode, 1).foreground };
    ck_assert_double_ge(ciede2000(lab_of(colors[0], NORMAL), lab_of(colors[1], NORMAL)), 35);
    for (int axis = 0; axis < 2; axis++) {
        struct lab lab = lab_of(colors[axis], NORMAL);
        double on_black = contrast_on_black(colors[axis]);
        double on_white = contrast_on_white(colors[axis]);
        if (background == BACKGROUND_unknown)
            ck_assert_double_ge(fmin(on_black, on_white), 3);
        else
            ck_assert_double_ge(background == BACKGROUND_dark ? on_black : on_white, 4.5);
        for (int level = 0; level < LEVELS; level++)
            ck_assert_double_ge(
                ciede2000(lab, lab_of(palette_level(&mode, level).foreground, NORMAL)), 15);
        for (int i = 0; i < TRAIL_PENS; i++)
            ck_assert_double_ge(ciede2000(lab, lab_of(trail_at(background, i), NORMAL)), 14);
    }
}
END_TEST

START_TEST(nullclines_differ_with_few_colours_too)
{
    static const enum color_depth depths[] = { DEPTH_8, DEPTH_16 };
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++) {
        struct color_mode mode = { .depth = depths[depth], .background = (enum background)_i };
        ck_assert(!same(palette_nullcline(&mode, 0), palette_nullcline(&mode, 1)));
    }
}
END_TEST

/* The colour of a whole number. */
static int category_at(enum background background, int number)
{
    struct color_mode mode = { .depth = DEPTH_256, .background = background };
    return palette_pen(&mode, COLORS_CATEGORICAL, number, LEVELS).foreground;
}

START_TEST(whole_numbers_can_be_read_and_told_apart_by_every_eye)
{
    enum background background = (enum background)_i;
    static const double apart[EYES] = { 19, 9, 9 };
    for (int number = 0; number < LEVELS; number++) {
        int color = category_at(background, number);
        if (background == BACKGROUND_unknown)
            ck_assert_double_ge(fmin(contrast_on_black(color), contrast_on_white(color)), 3);
        else
            ck_assert_double_ge(background == BACKGROUND_dark ? contrast_on_black(color)
                                                              : contrast_on_white(color), 4.5);
        for (int eye = 0; eye < EYES; eye++)
            for (int other = 0; other < number; other++)
                ck_assert_double_ge(ciede2000(lab_of(color, (enum eye)eye),
                                              lab_of(category_at(background, other),
                                                     (enum eye)eye)), apart[eye]);
    }
}
END_TEST

START_TEST(whole_numbers_have_pens_of_their_own_as_far_as_there_are_some)
{
    static const enum color_depth depths[] = { DEPTH_8, DEPTH_16, DEPTH_256 };
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++) {
        struct color_mode mode = { .depth = depths[depth], .background = (enum background)_i };
        int count = palette_categories(&mode);
        ck_assert_int_ge(count, 5);
        for (int number = 1; number <= count; number++) {
            struct pen pen = palette_pen(&mode, COLORS_CATEGORICAL, number, LEVELS);
            for (int other = 0; other < number; other++)
                ck_assert(!same(pen, palette_pen(&mode, COLORS_CATEGORICAL, other, LEVELS)));
            ck_assert(same(pen, palette_pen(&mode, COLORS_CATEGORICAL, number + 7 * count,
                                            LEVELS)));
        }
    }
    struct color_mode none = { .depth = DEPTH_NONE };
    ck_assert_int_eq(palette_categories(&none), 0);
    ck_assert(same(palette_pen(&none, COLORS_CATEGORICAL, 3, LEVELS), PEN_PLAIN));
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
    tcase_add_loop_test(cases, ways_can_be_read_and_told_from_arrows_and_one_another,
                        BACKGROUND_unknown, BACKGROUND_COUNT);
    tcase_add_loop_test(cases, ways_differ_with_few_colours_too, BACKGROUND_unknown,
                        BACKGROUND_COUNT);
    tcase_add_loop_test(cases, nullclines_can_be_told_from_all_else, BACKGROUND_unknown,
                        BACKGROUND_COUNT);
    tcase_add_loop_test(cases, nullclines_differ_with_few_colours_too, BACKGROUND_unknown,
                        BACKGROUND_COUNT);
    tcase_add_loop_test(cases, whole_numbers_can_be_read_and_told_apart_by_every_eye,
                        BACKGROUND_unknown, BACKGROUND_COUNT);
    tcase_add_loop_test(cases, whole_numbers_have_pens_of_their_own_as_far_as_there_are_some,
                        BACKGROUND_unknown, BACKGROUND_COUNT);
    tcase_add_test(cases, without_colours_direction_has_no_pen);
}

SUITE_MAIN("view colors", add_cases)
