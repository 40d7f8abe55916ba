/* Tests of view/color_scale.h. */
#include "fixture.h"

PLANE_FUNCTION(bowl, a * a + b * b)
PLANE_FUNCTION(saddle, a * b)
PLANE_FUNCTION(constant, 3)
PLANE_FUNCTION(nowhere, a - a > 0 ? 1 : (double)NAN)
PLANE_FUNCTION(huge, 1e300 * (a + b))
PLANE_FUNCTION(tiny, 1e-300 * (a + b * b))
PLANE_FUNCTION(far_up, 1e15 + a + b)
PLANE_FUNCTION(steep, a * a * a * a * a * a * a * a * b)
PLANE_FUNCTION(pole, 1 / (a * a + b * b))
PLANE_FUNCTION(growth, exp(300 * a))
PLANE_FUNCTION(edge_of_doubles, 1.7e308 * a)

static evaluate_function *const functions[] = {
    bowl, saddle, constant, nowhere, huge, tiny, far_up, steep, pole, growth, edge_of_doubles
};
static const enum quantity quantities[] = {
    QUANTITY_f, QUANTITY_grad0, QUANTITY_grad1, QUANTITY_magnitude, QUANTITY_divergence
};
enum {
    FUNCTIONS = sizeof functions / sizeof functions[0],
    FUNCTIONS_SLOW = 3,
    QUANTITIES = sizeof quantities / sizeof quantities[0]
};

/* A picture of the function over -1 to 1, divergence too. */
static void open_picture(struct picture *picture, evaluate_function *evaluate)
{
    const struct window window = { { -1, -1 }, { 1, 1 } };
    picture_open(picture, evaluate, 16, 60);
    picture_show(picture, 16, 60, 2, &window, ASPECT_equal, 0.5);
    struct plane plane = { .differentiator = picture->differentiator };
    field_diverge(picture->field, &plane);
}

/* A number's level agrees with the edges around it. */
static void assert_bracketed(const struct color_scale *scale, double number)
{
    int level = color_scale_level(scale, number);
    double slack = scale->tolerance > 0 ? scale->tolerance : 1e-6 * fabs(number);
    ck_assert_int_ge(level, 0);
    ck_assert_int_lt(level, scale->levels);
    if (isinf(number))
        slack = 0;
    if (level > 0)
        ck_assert_double_ge(number + 1.01 * slack, scale->edges[level]);
    if (level + 1 < scale->levels)
        ck_assert_double_le(number - 1.01 * slack, scale->edges[level + 1]);
}

static void assert_sound(const struct color_scale *scale, const struct field *field)
{
    bool diverging = quantity_color_kind(scale->quantity) == COLORS_DIVERGING;
    ck_assert_int_ge(scale->levels, 1);
    ck_assert_int_le(scale->levels, LEVELS);
    for (int level = 2; level < scale->levels; level++)
        ck_assert_double_le(scale->edges[level - 1], scale->edges[level]);
    for (int level = 1; diverging && level < scale->levels; level++)
        ck_assert_double_eq(scale->edges[level], -scale->edges[scale->levels - level]);
    ck_assert(!diverging || scale->levels % 2 == 1);
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            double number = quantity_number(scale->quantity, &sample);
            if (!isnan(number))
                assert_bracketed(scale, number);
            if (diverging && !isnan(number))
                ck_assert_int_eq(color_scale_level(scale, -number),
                                 scale->levels - 1 - color_scale_level(scale, number));
        }
    }
    assert_bracketed(scale, HUGE_VAL);
    if (scale->quantity != QUANTITY_magnitude)
        assert_bracketed(scale, -HUGE_VAL);
}

START_TEST(every_number_lies_between_its_levels_edges)
{
    static const struct color_wish wishes[] = {
        { .form = SCALE_FORM_auto },
        { .form = SCALE_FORM_linear },
        { .form = SCALE_FORM_log },
        { .form = SCALE_FORM_symlog },
        { .has_range = true, .low = -0.7, .high = 2.25 },
        { .form = SCALE_FORM_linear, .has_range = true, .low = 0, .high = 1 },
        { .form = SCALE_FORM_log, .has_range = true, .low = 0.3, .high = 4e7 },
        { .form = SCALE_FORM_symlog, .has_range = true, .low = -1e-3, .high = 1e-300 },
        { .has_range = true, .low = 1e15, .high = 1e15 + 0.25 },
        { .has_range = true, .low = -1.7e308, .high = 1.7e308 },
        { .has_range = true, .low = 5e-324, .high = 1e-323 },
    };
    struct picture picture;
    /* The few functions that valgrind looks at share the wishes. */
    size_t stride = suite_under_valgrind() ? FUNCTIONS_SLOW : 1;
    size_t first = suite_under_valgrind() ? (size_t)_i : 0;
    open_picture(&picture, functions[_i]);
    for (size_t i = 0; i < QUANTITIES; i++) {
        for (size_t k = first; k < sizeof wishes / sizeof wishes[0]; k += stride) {
            struct color_scale scale = color_scale_choose(quantities[i], &wishes[k], picture.field,
                                                          picture.numbers);
            if (quantities[i] == QUANTITY_magnitude && scale.levels == 0)
                continue;
            assert_sound(&scale, picture.field);
        }
    }
    picture_close(&picture);
}
END_TEST

/* The scale of a quantity of a function for a wish. */
static struct color_scale choose(evaluate_function *evaluate, enum quantity quantity,
                                 struct color_wish wish)
{
    struct picture picture;
    open_picture(&picture, evaluate);
    struct color_scale scale =
        color_scale_choose(quantity, &wish, picture.field, picture.numbers);
    picture_close(&picture);
    return scale;
}

static void assert_edges(const struct color_scale *scale, int levels, const double *edges)
{
    ck_assert_int_eq(scale->levels, levels);
    for (int level = 1; level < levels; level++)
        ck_assert_double_eq_tol(scale->edges[level], edges[level - 1],
                                1e-14 * fabs(edges[level - 1]) + 1e-300);
}

START_TEST(automatic_scales_are_round)
{
    struct color_scale scale = choose(saddle, QUANTITY_grad0, (struct color_wish){ 0 });
    assert_edges(&scale, 7, (double[]){ -0.9, -0.6, -0.3, 0.3, 0.6, 0.9 });
    scale = choose(bowl, QUANTITY_divergence, (struct color_wish){ 0 });
    assert_edges(&scale, 7, (double[]){ -3, -2, -1, 1, 2, 3 });
    scale = choose(steep, QUANTITY_grad1, (struct color_wish){ 0 });
    ck_assert_int_eq(scale.levels, 7);
    ck_assert_double_ge(scale.edges[6] / scale.edges[4], 10);
    scale = choose(bowl, QUANTITY_angle, (struct color_wish){ 0 });
    ck_assert_int_eq(scale.levels, LEVELS);
    scale = choose(bowl, QUANTITY_magnitude, (struct color_wish){ 0 });
    ck_assert_int_eq(scale.levels, 0);
}
END_TEST

START_TEST(a_range_bounds_the_outermost_levels)
{
    struct color_wish wish = { .has_range = true, .low = -1.25, .high = 3.5 };
    struct color_scale scale = choose(bowl, QUANTITY_f, wish);
    assert_edges(&scale, 8, (double[]){ -1.25, -1, 0, 1, 2, 3, 3.5 });
    scale = choose(bowl, QUANTITY_grad0, wish);
    assert_edges(&scale, 5, (double[]){ -3.5, -2, 2, 3.5 });
    wish = (struct color_wish){ .form = SCALE_FORM_log, .has_range = true, .low = 1, .high = 1e3 };
    scale = choose(bowl, QUANTITY_magnitude, wish);
    ck_assert_double_eq(scale.edges[1], 1);
    ck_assert_double_eq(scale.edges[scale.levels - 1], 1e3);
    wish = (struct color_wish){
        .form = SCALE_FORM_symlog, .has_range = true, .low = -100, .high = 1
    };
    scale = choose(bowl, QUANTITY_f, wish);
    assert_edges(&scale, 8, (double[]){ -100, -10, -1, 0, 1, 10, 100 });
}
END_TEST

START_TEST(without_numbers_there_is_one_level)
{
    evaluate_function *const plain[] = { constant, nowhere };
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < QUANTITIES; k++) {
            struct color_scale scale = choose(plain[i], quantities[k], (struct color_wish){ 0 });
            ck_assert_int_eq(scale.levels, quantities[k] == QUANTITY_magnitude ? 0 : 1);
        }
    }
}
END_TEST

/* A row of the legend for the function by a quantity. */
static void assert_legend(evaluate_function *evaluate, enum quantity quantity,
                          struct color_mode mode, bool ascii, const char *expected)
{
    struct picture picture;
    open_picture(&picture, evaluate);
    picture.frame.style.color = mode;
    picture.frame.style.ascii = ascii;
    picture.frame.colors = color_scale_choose(quantity, &(struct color_wish){ 0 }, picture.field,
                                              picture.numbers);
    frame_draw(picture.canvas, &picture.frame);
    assert_row(picture.canvas, picture.frame.layout.legend_row, expected);
    picture_close(&picture);
}

START_TEST(legends_name_the_quantity)
{
    struct color_mode many = { .depth = DEPTH_256, .background = BACKGROUND_unknown };
    struct color_mode none = { .depth = DEPTH_NONE, .background = BACKGROUND_unknown,
                               .has_dim = true };
    struct color_mode plain = { .depth = DEPTH_PLAIN, .background = BACKGROUND_unknown };
    assert_legend(saddle, QUANTITY_grad0, many, false,
                  "∂f/∂x0 →≤−0.9 →−0.6 →−0.3 →0 →0.3 →0.6 →≥0.9  • flat");
    assert_legend(saddle, QUANTITY_grad0, none, false, "∂f/∂x0 →≤−0.3 →0 →≥0.3  • flat");
    assert_legend(saddle, QUANTITY_grad1, none, true, "df/dx1 #<=-1 #0 #>=1  . flat");
    assert_legend(saddle, QUANTITY_grad0, plain, true, "df/dx0 # -1 to 1  . flat");
    assert_legend(bowl, QUANTITY_angle, many, false, "angle → ↗ ↑ ↖ ← ↙ ↓ ↘  • flat");
    assert_legend(bowl, QUANTITY_angle, none, false, "angle  • flat");
    assert_legend(far_up, QUANTITY_grad0, many, false, "∂f/∂x0  = f(x+h) = f(x)");
}
END_TEST

START_TEST(an_unknown_number_leaves_the_arrow_plain)
{
    struct picture picture;
    open_picture(&picture, bowl);
    picture.frame.colors = (struct color_scale){ .quantity = QUANTITY_divergence, .levels = 7 };
    struct sample sample = { .gradient = { 1, 1 }, .divergence = (double)NAN };
    struct cell cell;
    struct plane plane = { .differentiator = picture.differentiator };
    picture_draw(&picture);
    cell = canvas_cell(picture.canvas, picture.frame.layout.field_row,
                       picture.frame.layout.gutter);
    ck_assert_double_nan(quantity_number(QUANTITY_divergence, &sample));
    ck_assert_int_eq(cell.pen.foreground, COLOR_DEFAULT);
    ck_assert_int_eq(cell.pen.attributes, 0);
    field_diverge(picture.field, &plane);
    frame_draw(picture.canvas, &picture.frame);
    cell = canvas_cell(picture.canvas, picture.frame.layout.field_row,
                       picture.frame.layout.gutter);
    ck_assert_int_ne(cell.pen.foreground, COLOR_DEFAULT);
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    int count = suite_under_valgrind() ? FUNCTIONS_SLOW : FUNCTIONS;
    tcase_add_loop_test(cases, every_number_lies_between_its_levels_edges, 0, count);
    tcase_add_test(cases, automatic_scales_are_round);
    tcase_add_test(cases, a_range_bounds_the_outermost_levels);
    tcase_add_test(cases, without_numbers_there_is_one_level);
    tcase_add_test(cases, legends_name_the_quantity);
    tcase_add_test(cases, an_unknown_number_leaves_the_arrow_plain);
}

SUITE_MAIN("view color scale", add_cases)
