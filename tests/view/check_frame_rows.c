/* Tests of view/frame.h: what rows of words and numbers give up when they are narrow. */
#include "fixture.h"

PLANE_FUNCTION(seed, a * a + b * b)
PLANE_FUNCTION(waves, 1e5 * sin(a) * cos(b) / 3)
PLANE_FUNCTION(small_waves, 1e-10 * sin(a) * cos(b) / 3)
PLANE_FUNCTION(tiny, 1e-7 * (a * a + b * b))
PLANE_FUNCTION(flat, 3)
PLANE_FUNCTION(slope, 2 * a)
PLANE_FUNCTION(ramp, a < 0 ? (double)NAN : 2 * a)
PLANE_FUNCTION(nowhere, (double)NAN * a)
PLANE_FUNCTION(steep, exp(300 * a))
PLANE_FUNCTION(mixed, a < -1 ? log(a) : a > 1 ? 1e20 + a : 3)

/* Draw at a size and compare one of the layout's rows. */
static void assert_at(struct picture *picture, int rows, int columns, int row,
                      const char *expected)
{
    struct viewport kept = picture->viewport;
    struct scale scale = picture->frame.scale;
    struct layout layout = layout_make(rows, columns, 2);
    struct viewport_shape shape = kept.shape;
    shape.samples[0] = layout.samples_across;
    shape.samples[1] = layout.samples_up;
    viewport_reshape(&picture->viewport, &shape);
    ck_assert_int_eq(canvas_resize(picture->canvas, rows, columns), STATUS_OK);
    picture->frame.layout = layout;
    picture_draw(picture);
    assert_row(picture->canvas, row, expected);
    picture->viewport = kept;
    picture->frame.scale = scale;
}

START_TEST(the_title_gives_up_settings_then_cuts)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.words.function = "abcdefghijklmnopqrstuvwxyz";
    assert_at(&picture, 24, 51, 0, "−∇f of abcdefghijklmnopqrstuvwxyz  central h=0.0001");
    assert_at(&picture, 24, 50, 0, "−∇f of abcdefghijklmnopqrstuvwxyz");
    assert_at(&picture, 24, 33, 0, "−∇f of abcdefghijklmnopqrstuvwxyz");
    assert_at(&picture, 24, 32, 0, "−∇f of abcdefghijklmnopqrstuvwx…");
    picture.frame.style.ascii = true;
    assert_at(&picture, 24, 34, 0, "-grad f of abcdefghijklmnopqrst...");
    picture_close(&picture);
}
END_TEST

/* A function is cut before its values are, unless there is hardly room for any. */
START_TEST(values_outlast_the_function)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.words.function = "abcdefghijklmnopqrstuvwxyz";
    picture.frame.words.values = ", a=2, [b=0.5]";
    assert_at(&picture, 24, 65, 0,
              "−∇f of abcdefghijklmnopqrstuvwxyz, a=2, [b=0.5]  central h=0.0001");
    assert_at(&picture, 24, 64, 0, "−∇f of abcdefghijklmnopqrstuvwxyz, a=2, [b=0.5]");
    assert_at(&picture, 24, 46, 0, "−∇f of abcdefghijklmnopqrstuvwx…, a=2, [b=0.5]");
    assert_at(&picture, 24, 28, 0, "−∇f of abcdef…, a=2, [b=0.5]");
    assert_at(&picture, 24, 27, 0, "−∇f of abcdef…, a=2, [b=0.…");
    assert_at(&picture, 12, 30, 0, "−∇f of abcde…  |∇f| … →1.5 →≥7");
    picture.frame.words.function = "x";
    assert_at(&picture, 24, 24, 0, "−∇f of x, a=2, [b=0.5]");
    picture_close(&picture);
}
END_TEST

START_TEST(a_title_may_be_longer_than_any_canvas)
{
    char function[20001];
    memset(function, 'x', sizeof function - 1);
    function[sizeof function - 1] = '\0';
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.words.function = function;
    assert_at(&picture, 24, 30, 0, "−∇f of xxxxxxxxxxxxxxxxxxxxxx…");
    picture_close(&picture);
}
END_TEST

START_TEST(the_titles_row_of_a_small_layout)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    assert_at(&picture, 12, 90, 0,
              "−∇f of sum(x**2)            central h=0.0001  "
              "|∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7  • flat");
    assert_at(&picture, 12, 64, 0,
              "−∇f of sum(x**2)    |∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7  • flat");
    assert_at(&picture, 12, 55, 0, "−∇f of sum(x**2)   |∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7");
    assert_at(&picture, 12, 40, 0, "−∇f of sum(x**2)  |∇f| →<0.7 →0.7 →2 →≥7");
    assert_at(&picture, 12, 28, 0, "−∇f of sum…  |∇f| … →1.5 →≥7");
    picture_close(&picture);
}
END_TEST

START_TEST(the_legend_gives_up_marks_then_edges)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    assert_at(&picture, 24, 44, 20, "|∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7  • flat");
    assert_at(&picture, 24, 43, 20, "|∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7");
    assert_at(&picture, 24, 36, 20, "|∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7");
    assert_at(&picture, 24, 35, 20, "|∇f| →<0.7 →0.7 →1.5 →3 →≥7");
    assert_at(&picture, 24, 26, 20, "|∇f| … →0.7 →1.5 →3 →≥7");
    picture.frame.scale.top = 100;
    assert_at(&picture, 24, 30, 20, "|∇f| … →5e15 →1.5e16 →≥5e16");
    picture_close(&picture);
}
END_TEST

START_TEST(only_marks_on_screen_are_explained)
{
    struct picture picture;
    picture_open(&picture, mixed, 24, 110);
    assert_row(picture.canvas, 20,
               "|∇f| →<5e22 →5e22 →7e22 →1e23 →1.5e23 →2e23 →3e23 →≥5e23  "
               "× undefined  = f(x+h) = f(x)  • flat");
    picture_close(&picture);
}
END_TEST

START_TEST(marks_that_warn_outlast_edges)
{
    struct picture picture;
    picture_open(&picture, mixed, 24, 80);
    assert_row(picture.canvas, 20, "|∇f| →<5e22 →5e22 →1e23 →2e23 →≥5e23  × undefined  "
                                   "= f(x+h) = f(x)");
    picture_close(&picture);
}
END_TEST

START_TEST(without_colours_the_legend_tells_the_range)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.style.color.depth = DEPTH_PLAIN;
    picture_draw(&picture);
    assert_row(picture.canvas, 20, "|∇f| → 0.5 to 9.85  • flat");
    picture_close(&picture);
    picture_open(&picture, flat, 24, 80);
    picture.frame.style.color.depth = DEPTH_PLAIN;
    picture_draw(&picture);
    assert_row(picture.canvas, 20, "|∇f|  • flat");
    picture_close(&picture);
}
END_TEST

START_TEST(levels_that_look_alike_share_an_entry)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.style.color.depth = DEPTH_8;
    assert_at(&picture, 24, 80, 20, "|∇f| →<1 →1 →2 →≥5  • flat");
    picture.frame.style.color.depth = DEPTH_NONE;
    assert_at(&picture, 24, 80, 20, "|∇f| →<1.5 →1.5 →≥3  • flat");
    picture.frame.style.color.has_dim = false;
    assert_at(&picture, 24, 80, 20, "|∇f| →<2 →≥2  • flat");
    picture_close(&picture);
}
END_TEST

/* Bold alone cannot tell a negative number from one near zero: the legend says what they share. */
START_TEST(levels_of_two_signs_that_look_alike_share_an_entry)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.colors = (struct color_scale){
        .quantity = QUANTITY_grad0, .levels = 7, .edges = { 0, -9, -6, -3, 3, 6, 9 }
    };
    picture.frame.style.color.depth = DEPTH_NONE;
    assert_at(&picture, 24, 80, 20, "∂f/∂x0 →≤−3 →0 →≥3  • flat");
    picture.frame.style.color.has_dim = false;
    assert_at(&picture, 24, 80, 20, "∂f/∂x0 →<3 →≥3  • flat");
    picture_close(&picture);
}
END_TEST

START_TEST(edges_have_a_true_minus_and_no_needless_digits)
{
    struct picture picture;
    picture_open(&picture, tiny, 24, 80);
    assert_row(picture.canvas, 20, "|∇f| →<7e−8 →7e−8 →1e−7 →1.5e−7 →2e−7 →3e−7 →5e−7 →≥7e−7  "
                                   "• flat");
    picture.frame.scale = (struct scale){ .per_decade = 3, .decades = 1, .top = 11 };
    picture.frame.style.ascii = true;
    picture_draw(&picture);
    assert_row(picture.canvas, 20, "|grad f| #<50 #50 #100 #200 #500 #1e3 #2e3 #>=5e3  . flat");
    picture_close(&picture);
}
END_TEST

START_TEST(edges_where_doubles_end_are_not_shown)
{
    struct picture picture;
    picture_open(&picture, steep, 24, 80);
    picture.frame.scale = (struct scale){ .per_decade = 1, .decades = 128, .top = 3 };
    picture_draw(&picture);
    char *row = canvas_row_text(picture.canvas, 20);
    const char *expected = "|∇f| →<1e−256 →1e−256 →1e−128 →1 →1e128 →≥1e256";
    ck_assert_int_eq(strncmp(row, expected, strlen(expected)), 0);
    free(row);
    picture.frame.scale = (struct scale){ .per_decade = 1, .decades = 1024, .top = -1 };
    picture_draw(&picture);
    row = canvas_row_text(picture.canvas, 20);
    ck_assert_int_eq(strncmp(row, "|∇f| →>0", strlen("|∇f| →>0")), 0);
    free(row);
    picture_close(&picture);
}
END_TEST

START_TEST(the_status_row_gives_up_in_order)
{
    struct picture picture;
    struct failure failure;
    double place[AXES] = { 1.0 / 3, -2.0 / 3 };
    picture_open(&picture, waves, 24, 80);
    ck_assert_int_eq(viewport_set_probe(&picture.viewport, place, &failure), STATUS_OK);
    static const struct {
        int columns;
        const char *row;
    } rows[] = {
        { 90, "x0 0.333333 x1 -0.666667 f 8571.27 −∇f -24754.3 -6744.24     |∇f| 25656.6  ok" },
        { 77, "x0 0.333333 x1 -0.666667 f 8571.27 −∇f -24754.3 -6744.24     |∇f| 25656.6  ok" },
        { 76, "x0 0.333333 x1 -0.666667 f 8571.27 −∇f -24754.3 -6744.24     ok" },
        { 63, "x0 0.333333 x1 -0.666667 f 8571.27 −∇f -24754.3 -6744.24     ok" },
        { 62, "0.333333 -0.666667  f 8571.27  −∇f -24754.3 -6744.24  ok" },
        { 56, "0.333333 -0.666667  f 8571.27  −∇f -24754.3 -6744.24  ok" },
        { 55, "0.33333 -0.66667  f 8571.3  −∇f -24754 -6744.2  ok" },
        { 48, "0.3333 -0.6667  f 8571  −∇f -2.475e4 -6744  ok" },
        { 40, "0.33 -0.67  f 8600  −∇f -2.5e4 -6700  ok" },
        { 39, "0.33 -0.67  f 8600  −∇f -2.5e4 -6700  …" },
        { 35, "0.33 -0.67  f 8600  −∇f -2.5e4 -67…" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_at(&picture, 24, rows[i].columns, 21, rows[i].row);
    picture_close(&picture);
}
END_TEST

START_TEST(long_numbers_take_the_room_of_other_things)
{
    struct picture picture;
    struct failure failure;
    double place[AXES] = { 1.0 / 3, -2.0 / 3 };
    picture_open(&picture, small_waves, 24, 80);
    ck_assert_int_eq(viewport_set_probe(&picture.viewport, place, &failure), STATUS_OK);
    assert_at(&picture, 24, 90, 21,
              "x0 0.333333 x1 -0.666667 f 8.57127e-12 −∇f -2.47543e-11 -6.74424e-12 "
              "|∇f| 2.56566e-11 ok");
    assert_at(&picture, 24, 80, 21,
              "x0 0.333333 x1 -0.666667 f 8.57127e-12 −∇f -2.47543e-11 -6.74424e-12 ok");
    assert_at(&picture, 24, 65, 21,
              "0.33333 -0.66667  f 8.5713e-12  −∇f -2.4754e-11 -6.7442e-12  ok");
    picture_close(&picture);
}
END_TEST

START_TEST(numbers_of_the_status_row_stay_put)
{
    static const double places[][AXES] = { { 1, 1 }, { -1.5, 2 }, { 0.25, -0.125 }, { 0, 0 } };
    struct picture picture;
    struct failure failure;
    picture_open(&picture, seed, 24, 80);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        ck_assert_int_eq(viewport_set_probe(&picture.viewport, places[i], &failure), STATUS_OK);
        picture_draw(&picture);
        ck_assert_uint_eq(canvas_cell(picture.canvas, 21, 11).character, 'x');
        ck_assert_uint_eq(canvas_cell(picture.canvas, 21, 22).character, 'f');
        ck_assert_uint_eq(canvas_cell(picture.canvas, 21, 35).character, 0x2212);
        ck_assert_uint_eq(canvas_cell(picture.canvas, 21, 61).character, '|');
        ck_assert_uint_eq(canvas_cell(picture.canvas, 21, 75).character, 'o');
    }
    picture_close(&picture);
}
END_TEST

START_TEST(hints_and_messages)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.words.message = "no such key; ? shows help";
    assert_at(&picture, 24, 80, 22, "no such key; ? shows help");
    assert_at(&picture, 24, 24, 22, "no such key; ? shows he…");
    picture.frame.words.message_whole = true;
    assert_at(&picture, 24, 80, 22, "no such key; ? shows help");
    assert_at(&picture, 24, 24, 21, "no such key; ? shows");
    assert_at(&picture, 24, 24, 22, "help");
    picture.frame.words.message = "one-word-that-is-longer-than-a-row";
    assert_at(&picture, 24, 24, 22, "one-word-that-is-longer…");
    picture.frame.words.message = "1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 "
                                  "5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9 1 3 5 7 9";
    assert_at(&picture, 8, 24, 6, "1 3 5 7 9 1 3 5 7 9 1 3…");
    assert_at(&picture, 24, 72, 23, picture.frame.words.hint);
    assert_at(&picture, 24, 24, 23, "hjkl probe  HJKL pan  +…");
    picture_close(&picture);
}
END_TEST

/* It is not known whether f is convex where it is too large for second derivatives. */
START_TEST(a_map_that_cannot_be_computed_says_so)
{
    struct picture picture;
    picture_open(&picture, waves, 24, 80);
    picture.frame.colors = (struct color_scale){ .quantity = QUANTITY_learning_rate, .levels = 1 };
    assert_at(&picture, 24, 80, 20, "lr edge  → no edge");
    assert_at(&picture, 24, 80, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                    "            no edge       ok");
    picture.frame.unmapped = true;
    assert_at(&picture, 24, 80, 20, "lr edge  → f is too large to tell");
    assert_at(&picture, 24, 80, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                    "            edge nan      ok");
    picture_close(&picture);
}
END_TEST

/* What colours show stands in place of the length, or behind all where there is room for both. */
START_TEST(the_number_that_colours_show_is_told)
{
    struct picture picture;
    picture_open(&picture, waves, 24, 80);
    picture.frame.colors = (struct color_scale){ .quantity = QUANTITY_angle, .levels = 8 };
    assert_at(&picture, 24, 80, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                    "            angle 0       ok");
    assert_at(&picture, 24, 50, 21, "0 0  f 0  angle 0  ok");
    assert_at(&picture, 24, 137, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                     "            angle 0       h 0.0001                   ok");
    assert_at(&picture, 24, 138, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                     "            |∇f| 33333.3  h 0.0001                   ok"
                                     "          angle 0");
    picture.frame.colors.quantity = QUANTITY_error;
    assert_at(&picture, 24, 80, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                    "            error nan     ok");
    assert_at(&picture, 24, 137, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                     "            |∇f| 33333.3  h 0.0001                   ok");
    picture.frame.colors.quantity = QUANTITY_grad0;
    assert_at(&picture, 24, 80, 21, "x0 0       x1 0       f 0          −∇f -33333.3 0"
                                    "            |∇f| 33333.3  ok");
    picture_close(&picture);
}
END_TEST

/* Where all numbers are the same there is no range, where there are none there are no classes. */
START_TEST(a_legend_of_one_number_or_none)
{
    struct picture picture;
    picture_open(&picture, slope, 24, 80);
    picture.frame.style.color.depth = DEPTH_PLAIN;
    picture_draw(&picture);
    assert_row(picture.canvas, 20, "|∇f| → 2 everywhere");
    picture_close(&picture);
    picture_open(&picture, ramp, 24, 80);
    picture.frame.style.color.depth = DEPTH_PLAIN;
    picture_draw(&picture);
    assert_row(picture.canvas, 20, "|∇f| → 2  × undefined");
    picture_close(&picture);
    picture_open(&picture, flat, 24, 80);
    assert_row(picture.canvas, 20, "|∇f|  • flat");
    picture_close(&picture);
    picture_open(&picture, nowhere, 24, 80);
    assert_row(picture.canvas, 20, "|∇f|  × undefined");
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_map_that_cannot_be_computed_says_so);
    tcase_add_test(cases, the_number_that_colours_show_is_told);
    tcase_add_test(cases, a_legend_of_one_number_or_none);
    tcase_add_test(cases, the_title_gives_up_settings_then_cuts);
    tcase_add_test(cases, values_outlast_the_function);
    tcase_add_test(cases, a_title_may_be_longer_than_any_canvas);
    tcase_add_test(cases, the_titles_row_of_a_small_layout);
    tcase_add_test(cases, the_legend_gives_up_marks_then_edges);
    tcase_add_test(cases, only_marks_on_screen_are_explained);
    tcase_add_test(cases, marks_that_warn_outlast_edges);
    tcase_add_test(cases, without_colours_the_legend_tells_the_range);
    tcase_add_test(cases, levels_that_look_alike_share_an_entry);
    tcase_add_test(cases, levels_of_two_signs_that_look_alike_share_an_entry);
    tcase_add_test(cases, edges_have_a_true_minus_and_no_needless_digits);
    tcase_add_test(cases, edges_where_doubles_end_are_not_shown);
    tcase_add_test(cases, the_status_row_gives_up_in_order);
    tcase_add_test(cases, long_numbers_take_the_room_of_other_things);
    tcase_add_test(cases, numbers_of_the_status_row_stay_put);
    tcase_add_test(cases, hints_and_messages);
}

SUITE_MAIN("view frame rows", add_cases)
