/* Dots in braille, and where places are drawn. */
#include "../suite.h"

#include <math.h>

#include "view/dots.h"
#include "view/projection.h"

static const struct pen pen = { 5, COLOR_DEFAULT, ATTRIBUTE_BOLD };

static struct dots *dots_of(int rows, int columns)
{
    struct dots *dots = dots_new();
    ck_assert_ptr_nonnull(dots);
    ck_assert_int_eq(dots_resize(dots, rows, columns), STATUS_OK);
    return dots;
}

static uint32_t drawn(const struct dots *dots, int row, int column, bool ascii)
{
    struct canvas *canvas = canvas_new(4, 4);
    ck_assert_ptr_nonnull(canvas);
    dots_draw(dots, canvas, 0, 0, ascii);
    uint32_t character = canvas_cell(canvas, row, column).character;
    canvas_free(canvas);
    return character;
}

START_TEST(each_dot_has_its_bit)
{
    static const struct {
        int x;
        int y;
        uint32_t character;
        uint32_t ascii;
    } rows[] = {
        { 0, 0, 0x2801, '\'' }, { 0, 1, 0x2802, '\'' }, { 0, 2, 0x2804, '.' },
        { 0, 3, 0x2840, '.' },  { 1, 0, 0x2808, '\'' }, { 1, 1, 0x2810, '\'' },
        { 1, 2, 0x2820, '.' },  { 1, 3, 0x2880, '.' },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct dots *dots = dots_of(2, 3);
        dots_set(dots, 2 + rows[i].x, 4 + rows[i].y, pen);
        ck_assert(dots_is_set(dots, 2 + rows[i].x, 4 + rows[i].y));
        ck_assert_uint_eq(drawn(dots, 1, 1, false), rows[i].character);
        ck_assert_uint_eq(drawn(dots, 1, 1, true), rows[i].ascii);
        ck_assert_uint_eq(drawn(dots, 0, 1, false), ' ');
        dots_free(dots);
    }
}
END_TEST

START_TEST(what_lies_outside_is_left_out)
{
    struct dots *dots = dots_of(1, 1);
    dots_set(dots, -1, 0, pen);
    dots_set(dots, 0, -1, pen);
    dots_set(dots, 2, 0, pen);
    dots_set(dots, 0, 4, pen);
    dots_line(dots, -1e300, -1e300, 1e300, 1e299, pen);
    ck_assert_uint_eq(drawn(dots, 0, 0, false), ' ');
    dots_line(dots, -1e6, 1, 1e6, 1, pen);
    ck_assert(dots_is_set(dots, 0, 1) && dots_is_set(dots, 1, 1));
    dots_free(dots);
}
END_TEST

/* A line's dots are within half a dot of the segment, and without a gap. */
START_TEST(a_line_is_near_its_segment)
{
    for (int turn = 0; turn < 64; turn++) {
        struct dots *dots = dots_of(10, 20);
        double right = cos(turn * 0.1);
        double down = sin(turn * 0.1);
        int count = 0;
        dots_line(dots, 20, 20, 20 + 15 * right, 20 + 15 * down, pen);
        for (int y = 0; y < dots_height(dots); y++) {
            for (int x = 0; x < dots_width(dots); x++) {
                if (!dots_is_set(dots, x, y))
                    continue;
                double away = fabs((x - 20) * down - (y - 20) * right);
                ck_assert_double_le(away, 0.5 + 1e-9);
                count++;
            }
        }
        ck_assert_int_ge(count, (int)(15 * fmax(fabs(right), fabs(down))));
        dots_free(dots);
    }
}
END_TEST

/* A dotted line has every second dot of the whole one, wherever it begins. */
START_TEST(a_dotted_line_is_part_of_the_whole_one)
{
    for (int turn = 0; turn < 64; turn++) {
        struct dots *dots = dots_of(10, 20);
        struct dots *whole = dots_of(10, 20);
        double right = 15 * cos(turn * 0.1);
        double down = 15 * sin(turn * 0.1);
        bool steep = fabs(down) > fabs(right);
        dots_line(whole, 19.5, 20, 19.5 + right, 20 + down, pen);
        dots_line_dotted(dots, 19.5, 20, 19.5 + right, 20 + down, pen);
        for (int y = 0; y < dots_height(dots); y++)
            for (int x = 0; x < dots_width(dots); x++)
                ck_assert_int_eq(dots_is_set(dots, x, y),
                                 dots_is_set(whole, x, y) && (steep ? y : x) % 2 == 0);
        dots_free(dots);
        dots_free(whole);
    }
}
END_TEST

START_TEST(a_projection_goes_there_and_back)
{
    struct layout layout = layout_make(24, 80, 2);
    struct window window = { .low = { -2, -1 }, .high = { 2, 3 } };
    struct viewport_shape shape = {
        .samples = { layout.samples_across, layout.samples_up }, .sample_ratio = 1
    };
    struct viewport viewport;
    struct failure failure;
    double point[AXES];
    double place[AXES];
    ck_assert_int_eq(viewport_show(&viewport, &window, &shape, &failure), STATUS_OK);
    struct projection projection = projection_make(&viewport, &layout);
    place[0] = viewport_place(&viewport, 0, 3);
    place[1] = viewport_place(&viewport, 1, 0);
    projection_point(&projection, place, point);
    ck_assert_double_eq_tol(point[0], 3 * 4 + 0.5, 1e-12);
    ck_assert_double_eq_tol(point[1], (layout.samples_up - 1) * 4 + 1.5, 1e-12);
    projection_place(&projection, point, place);
    ck_assert_double_eq_tol(place[0], viewport_place(&viewport, 0, 3), 1e-12);
    ck_assert_double_eq_tol(place[1], viewport_place(&viewport, 1, 0), 1e-12);
}
END_TEST

/* Directions have the scales of both axes, and survive numbers at the ends of doubles. */
START_TEST(directions_turn_with_the_scales)
{
    struct projection projection = { .step = { 2, 0.5 }, .dots = { 4, -4 } };
    double direction[AXES];
    projection_direction(&projection, (double[]){ 3, 3 }, direction);
    ck_assert_double_eq_tol(direction[1] / direction[0], -4, 1e-12);
    projection_direction(&projection, (double[]){ 0, -1e-320 }, direction);
    ck_assert_double_eq(direction[0], 0);
    ck_assert(direction[1] > 0);
    projection_direction(&projection, (double[]){ 1e308, 1e308 }, direction);
    ck_assert_double_eq_tol(direction[1] / direction[0], -4, 1e-12);
    projection_direction(&projection, (double[]){ 0, 0 }, direction);
    ck_assert(direction[0] == 0 && direction[1] == 0);
}
END_TEST

START_TEST(a_cell_tells_what_it_is_drawn_as)
{
    struct dots *dots = dots_new();
    ck_assert_ptr_nonnull(dots);
    ck_assert_int_eq(dots_resize(dots, 2, 2), STATUS_OK);
    dots_set(dots, 3, 4, PEN_PLAIN);
    ck_assert_int_eq(dots_character(dots, 1, 1, false), 0x2808);
    ck_assert_int_eq(dots_cell(dots, 1, 1).character, 0x2808);
    ck_assert_int_eq(dots_cell(dots, 0, 1).character, 0);
    ck_assert_int_eq(dots_cell(dots, 9, 1).character, 0);
    ck_assert_int_eq(dots_character(dots, 1, 1, true), '\'');
    ck_assert_int_eq(dots_character(dots, 0, 0, false), 0);
    ck_assert_int_eq(dots_character(dots, 2, 0, false), 0);
    ck_assert_int_eq(dots_character(dots, 0, -1, false), 0);
    dots_free(dots);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_cell_tells_what_it_is_drawn_as);
    tcase_add_test(cases, each_dot_has_its_bit);
    tcase_add_test(cases, what_lies_outside_is_left_out);
    tcase_add_test(cases, a_line_is_near_its_segment);
    tcase_add_test(cases, a_dotted_line_is_part_of_the_whole_one);
    tcase_add_test(cases, a_projection_goes_there_and_back);
    tcase_add_test(cases, directions_turn_with_the_scales);
}

SUITE_MAIN("view dots", add_cases)
