/* Tests of view/palette.h. */
#include "../suite.h"

#include "view/palette.h"
#include "view/palette_kind.h"

/* Foreground and attributes of each level, from weak to strong. */
struct row {
    struct color_mode mode;
    int16_t foregrounds[LEVELS];
    uint8_t attributes[LEVELS];
};

enum { D = COLOR_DEFAULT, B = ATTRIBUTE_BOLD, DIM = ATTRIBUTE_DIM };

static const struct row rows[] = {
    { { DEPTH_256, BACKGROUND_unknown, true },
      { 26, 105, 133, 162, 168, 167, 130, 136 }, { B, B, B, B, B, B, B, B } },
    { { DEPTH_256, BACKGROUND_dark, true },
      { 63, 135, 170, 204, 209, 215, 221, 227 }, { B, B, B, B, B, B, B, B } },
    { { DEPTH_256, BACKGROUND_light, true },
      { 130, 131, 126, 90, 91, 55, 19, 17 }, { B, B, B, B, B, B, B, B } },
    { { DEPTH_16, BACKGROUND_unknown, true }, { 12, 12, 5, 5, 13, 13, 9, 9 }, { 0 } },
    { { DEPTH_16, BACKGROUND_dark, true }, { 12, 12, 5, 5, 13, 3, 3, 11 }, { 0 } },
    { { DEPTH_16, BACKGROUND_light, true }, { 1, 1, 5, 5, 4, 4, 0, 0 }, { 0 } },
    { { DEPTH_8, BACKGROUND_unknown, true },
      { 5, 5, 5, 5, 1, 1, 1, 1 }, { 0, 0, B, B, 0, 0, B, B } },
    { { DEPTH_8, BACKGROUND_dark, true }, { 5, 5, 6, 6, 2, 2, 3, 3 }, { 0 } },
    { { DEPTH_8, BACKGROUND_light, true }, { 1, 1, 5, 5, 4, 4, 0, 0 }, { 0 } },
    { { DEPTH_NONE, BACKGROUND_unknown, true },
      { D, D, D, D, D, D, D, D }, { DIM, DIM, DIM, 0, 0, B, B, B } },
    { { DEPTH_NONE, BACKGROUND_dark, false },
      { D, D, D, D, D, D, D, D }, { 0, 0, 0, 0, B, B, B, B } },
    { { DEPTH_PLAIN, BACKGROUND_unknown, true }, { D, D, D, D, D, D, D, D }, { 0 } },
};

enum { ROWS = sizeof rows / sizeof rows[0] };

START_TEST(levels_have_their_pens)
{
    for (int i = 0; i < ROWS; i++) {
        for (int level = 0; level < LEVELS; level++) {
            struct pen pen = palette_level(&rows[i].mode, level);
            ck_assert_int_eq(pen.foreground, rows[i].foregrounds[level]);
            ck_assert_int_eq(pen.background, COLOR_DEFAULT);
            ck_assert_uint_eq(pen.attributes, rows[i].attributes[level]);
        }
    }
}
END_TEST

START_TEST(shared_pens_are_known)
{
    for (int i = 0; i < ROWS; i++) {
        for (int level = 1; level < LEVELS; level++) {
            bool same = rows[i].foregrounds[level] == rows[i].foregrounds[level - 1] &&
                        rows[i].attributes[level] == rows[i].attributes[level - 1];
            ck_assert_int_eq(palette_pens_same(&rows[i].mode, COLORS_SEQUENTIAL, level, LEVELS),
                             same);
        }
    }
}
END_TEST

START_TEST(marks_are_grey_where_there_is_a_grey)
{
    static const int16_t greys[] = {
        [BACKGROUND_unknown] = 244, [BACKGROUND_dark] = 244, [BACKGROUND_light] = 242
    };
    for (int i = 0; i < ROWS; i++) {
        struct pen pen = palette_mark(&rows[i].mode);
        bool grey = rows[i].mode.depth == DEPTH_256;
        ck_assert_int_eq(pen.foreground, grey ? greys[rows[i].mode.background] : COLOR_DEFAULT);
        ck_assert_int_eq(pen.background, COLOR_DEFAULT);
        ck_assert_uint_eq(pen.attributes, 0);
    }
}
END_TEST

START_TEST(lines_are_grey_and_fainter_under_others)
{
    struct color_mode mode = { .depth = DEPTH_256, .background = BACKGROUND_unknown };
    ck_assert_int_eq(palette_line(&mode, false).foreground, 244);
    ck_assert_int_eq(palette_line(&mode, true).foreground, 240);
    mode.background = BACKGROUND_light;
    ck_assert_int_eq(palette_line(&mode, true).foreground, 248);
    ck_assert_int_eq(palette_line(&mode, false).foreground, 242);
    mode.depth = DEPTH_16;
    ck_assert_int_eq(palette_line(&mode, true).foreground, COLOR_DEFAULT);
}
END_TEST

START_TEST(shades_are_greys_near_the_background)
{
    int16_t shades[SHADES_MOST];
    struct color_mode mode = { .depth = DEPTH_256, .background = BACKGROUND_dark };
    ck_assert_int_eq(palette_shades(&mode, shades), 5);
    ck_assert_int_eq(shades[0], 232);
    ck_assert_int_eq(shades[4], 236);
    mode.background = BACKGROUND_light;
    ck_assert_int_eq(palette_shades(&mode, shades), 4);
    ck_assert_int_eq(shades[0], 255);
    ck_assert_int_eq(shades[3], 252);
    mode.background = BACKGROUND_unknown;
    ck_assert_int_eq(palette_shades(&mode, shades), 0);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, lines_are_grey_and_fainter_under_others);
    tcase_add_test(cases, shades_are_greys_near_the_background);
    tcase_add_test(cases, levels_have_their_pens);
    tcase_add_test(cases, shared_pens_are_known);
    tcase_add_test(cases, marks_are_grey_where_there_is_a_grey);
}

SUITE_MAIN("view palette", add_cases)
