/* Tests of view/frame_grid.c: lines where the ticks are, and nowhere else. */
#include "fixture.h"

#include "view/frame_parts.h"

PLANE_FUNCTION(seed, a * a + b * b)

static void open_grid(struct picture *picture, layer_set layers)
{
    picture_open(picture, seed, 24, 80);
    picture->frame.style.layers = layers;
    picture_draw(picture);
}

START_TEST(lines_stand_at_the_ticks)
{
    struct picture picture;
    open_grid(&picture, 1u << LAYER_grid);
    assert_row(picture.canvas, 1,
               "x1   2┤ · ·┼· · · · · · · ·┼· · · · · · · ·┼· · · · · · · ·┼· · · · · · · ·┼· ·");
    assert_row(picture.canvas, 2,
               "      │    ·               ·               ┊               ·               ·");
    assert_row(picture.canvas, 9,
               "     0▸┈┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┼┈┈┈┈");
    picture_close(&picture);
}
END_TEST

START_TEST(without_utf8_lines_are_ascii)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.style.layers = 1u << LAYER_grid;
    picture.frame.style.ascii = true;
    picture.frame.style.color.depth = DEPTH_NONE;
    picture_draw(&picture);
    for (int row = 0; row < 24; row++)
        for (int column = 0; column < 80; column++)
            ck_assert_uint_lt(canvas_cell(picture.canvas, row, column).character, 0x80);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 1, 8).character, ':');
    ck_assert_uint_eq(canvas_cell(picture.canvas, 9, 8).character, '-');
    ck_assert_int_eq(canvas_cell(picture.canvas, 1, 8).pen.attributes, ATTRIBUTE_DIM);
    picture_close(&picture);
}
END_TEST

/* Whether a sample stands in this cell. */
static bool is_sample(const struct layout *layout, int row, int column)
{
    int across = column - layout->gutter;
    return row >= layout->field_row && row < layout->field_row + layout->samples_up &&
           across >= 0 && across % layout->spacing == 0 &&
           across / layout->spacing < layout->samples_across;
}

START_TEST(arrows_win)
{
    struct picture bare;
    struct picture lined;
    open_grid(&bare, 1u << LAYER_arrows);
    open_grid(&lined, 1u << LAYER_arrows | 1u << LAYER_grid);
    int changed = 0;
    for (int row = 0; row < 24; row++) {
        for (int column = 0; column < 80; column++) {
            struct cell a = canvas_cell(bare.canvas, row, column);
            struct cell b = canvas_cell(lined.canvas, row, column);
            changed += a.character != b.character;
            if (a.character != ' ' || is_sample(&bare.frame.layout, row, column))
                ck_assert_uint_eq(a.character, b.character);
        }
    }
    ck_assert_int_eq(changed, 5 * 36);
    picture_close(&bare);
    picture_close(&lined);
}
END_TEST

START_TEST(what_is_beneath_keeps_its_background)
{
    struct picture picture;
    struct contents contents = { .marks = { false } };
    struct pen shaded = { .foreground = 9, .background = 234, .attributes = 0 };
    open_grid(&picture, 0);
    canvas_put(picture.canvas, 1, 8, ' ', shaded);
    canvas_put(picture.canvas, 1, 10, '#', shaded);
    frame_paint_grid(picture.canvas, &picture.frame, &contents);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 1, 8).character, 0xb7);
    ck_assert_int_eq(canvas_cell(picture.canvas, 1, 8).pen.background, 234);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 1, 10).character, '#');
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, lines_stand_at_the_ticks);
    tcase_add_test(cases, without_utf8_lines_are_ascii);
    tcase_add_test(cases, arrows_win);
    tcase_add_test(cases, what_is_beneath_keeps_its_background);
}

SUITE_MAIN("view frame grid", add_cases)
