/* The colours of walks, of lines where a derivative is 0 and of whole numbers, against bounds. */
#include "vision.h"

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
}

SUITE_MAIN("view line colors", add_cases)
