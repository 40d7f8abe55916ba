/* Tests src/view/svg_color.c and svg_legend_colors.c: colours of figures, and their legend. */
#include "fixture.h"

#include <stdio.h>

#include "view/frame_parts.h"
#include "view/palette_kind.h"
#include "view/svg_legend_parts.h"
#include "view/xterm.h"

PLANE_FUNCTION(saddle, a * b + a / 3)
PLANE_FUNCTION(level, 5)

static const struct window square = { { -2, -2 }, { 2, 2 } };

/* How often `part` is in the text. */
static size_t count_parts(const struct text *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text_string(text), part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

static void assert_has(const struct text *text, const char *part)
{
    ck_assert_msg(count_parts(text, part) == 1, "%s in %s", part, text_string(text));
}

/* A picture of a function that shows a quantity, in the colours of a page. */
static void open_colored(struct picture *picture, evaluate_function *function,
                         enum quantity quantity, const struct color_wish *wish)
{
    picture_open(picture, function, 24, 80);
    struct plane plane = { .differentiator = picture->differentiator };
    field_diverge(picture->field, &plane);
    picture->frame.style.color = *svg_page();
    picture->frame.colors =
        color_scale_choose(quantity, wish, picture->field, picture->numbers);
}

/* The figure of such a picture. */
static struct svg_picture figure_of(const struct picture *picture)
{
    return (struct svg_picture){ .field = picture->field, .window = square,
                                 .colors = frame_colors(&picture->frame),
                                 .layers = 1u << LAYER_arrows | 1u << LAYER_legend,
                                 .function = "f", .settings = "central" };
}

static void write_colored(evaluate_function *function, enum quantity quantity,
                          const struct color_wish *wish, struct text *text)
{
    struct picture picture;
    open_colored(&picture, function, quantity, wish);
    const struct svg_picture figure = figure_of(&picture);
    text_clear(text);
    svg_write(&figure, text);
    ck_assert(!text->failed);
    picture_close(&picture);
}

/* The samples of an equal window have the pens that a frame on a light background gives them. */
START_TEST(colours_are_those_of_a_frame)
{
    static const enum quantity quantities[] = { QUANTITY_magnitude, QUANTITY_f, QUANTITY_grad0,
                                                QUANTITY_angle, QUANTITY_divergence };
    static const struct color_wish wishes[] = { { .form = SCALE_FORM_auto },
                                                { .has_range = true, .low = 1, .high = 3 },
                                                { .form = SCALE_FORM_log } };
    const size_t cases = sizeof wishes / sizeof wishes[0];
    for (size_t i = 0; i < cases * sizeof quantities / sizeof quantities[0]; i++) {
        struct picture picture;
        struct svg_area area;
        open_colored(&picture, saddle, quantities[i / cases], &wishes[i % cases]);
        const struct svg_picture figure = figure_of(&picture);
        svg_area_make(&area, &square, 17, 17);
        for (size_t sample = 0; sample < 37 * 17; sample++) {
            struct sample found = field_sample(picture.field, sample % 37, sample / 37);
            struct pen pen = svg_color_pen(&figure, svg_color(&figure, &area, &found));
            struct pen expected = frame_sample_pen(&picture.frame, &found);
            ck_assert_int_eq(pen.foreground, expected.foreground);
        }
        picture_close(&picture);
    }
}
END_TEST

static double linear(unsigned value)
{
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double contrast_on_white(uint32_t rgb)
{
    double luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) +
                       0.0722 * linear(rgb & 255);
    return 1.05 / (luminance + 0.05);
}

START_TEST(colours_can_be_read_on_a_page)
{
    static const enum quantity quantities[] = { QUANTITY_magnitude, QUANTITY_grad0, QUANTITY_angle,
                                                QUANTITY_basin };
    for (size_t i = 0; i < sizeof quantities / sizeof quantities[0]; i++) {
        int levels = quantities[i] == QUANTITY_grad0 ? 7 : LEVELS;
        const struct svg_picture figure = { .colors = { quantities[i], levels, { 0 }, 0 } };
        for (int color = 0; color < levels; color++) {
            uint32_t rgb = xterm_rgb(svg_color_pen(&figure, color).foreground);
            /* The grey of basin 0 is that of marks. */
            double least = quantities[i] == QUANTITY_basin && color == 0 ? 3 : 4.5;
            ck_assert_double_ge(contrast_on_white(rgb), least);
        }
    }
}
END_TEST

START_TEST(levels_are_told)
{
    static const struct color_wish none = { .form = SCALE_FORM_auto };
    static const struct color_wish range = { .has_range = true, .low = 1, .high = 3 };
    static const struct color_wish narrow = { .has_range = true, .low = 1, .high = 1.0000001 };
    struct text text = TEXT_EMPTY;
    write_colored(saddle, QUANTITY_grad0, &none, &text);
    assert_has(&text, ">∂f/∂x0</text>");
    assert_has(&text, ">≥ 2.1</text>");
    assert_has(&text, ">−0.7 to 0.7</text>");
    assert_has(&text, ">≤ −2.1</text>");
    assert_has(&text, "; colours: grad0");
    write_colored(saddle, QUANTITY_magnitude, &range, &text);
    assert_has(&text, ">&lt; 1</text>");
    assert_has(&text, ">≥ 3</text>");
    ck_assert_uint_eq(count_parts(&text, ">|∇f|</text>"), 0);
    write_colored(saddle, QUANTITY_f, &narrow, &text);
    assert_has(&text, ">from 1.00000002</text>");
    /* Nothing to tell apart. */
    write_colored(level, QUANTITY_f, &none, &text);
    ck_assert_uint_eq(count_parts(&text, "id=\"levels\""), 0);
    write_colored(saddle, QUANTITY_divergence, &none, &text);
    assert_has(&text, ">div(−∇f)</text>");
    ck_assert_uint_eq(count_parts(&text, "<rect class=\"level-"), 1);
    text_free(&text);
}
END_TEST

/* Every arrow, of the field and of the rose, has the colour of the octant that it points to. */
START_TEST(angles_are_told_by_a_rose)
{
    static const struct color_wish none = { .form = SCALE_FORM_auto };
    struct text text = TEXT_EMPTY;
    int arrows = 0;
    write_colored(saddle, QUANTITY_angle, &none, &text);
    assert_has(&text, ">angle</text>");
    ck_assert_uint_eq(count_parts(&text, "<rect class=\"level-"), 0);
    for (const char *at = text_string(&text);
         (at = strstr(at, "<path class=\"level-")) != NULL; arrows++) {
        int color;
        double from[AXES];
        double to[AXES];
        ck_assert_int_eq(sscanf(at, "<path class=\"level-%d\" d=\"M %lf %lf L %lf %lf", &color,
                                &from[0], &from[1], &to[0], &to[1]), 5);
        double length = hypot(to[0] - from[0], to[1] - from[1]);
        double turned = atan2(from[1] - to[1], to[0] - from[0]) / (acos(-1) / 4) - color;
        /* Coordinates of short arrows are rounded. */
        ck_assert_double_le(fabs(remainder(turned, OCTANTS)), 0.5 + 0.01 / length);
        at += strlen("<path");
    }
    ck_assert_int_eq(arrows, 37 * 17 + OCTANTS);
    text_free(&text);
}
END_TEST

START_TEST(what_has_no_number_is_hollow)
{
    static const struct color_wish none = { .form = SCALE_FORM_auto };
    struct text text = TEXT_EMPTY;
    write_colored(saddle, QUANTITY_learning_rate, &none, &text);
    ck_assert_uint_eq(count_parts(&text, "<path class=\"none\""), 37 * 17 + 1);
    ck_assert_uint_eq(count_parts(&text, "<path class=\"level-"), 0);
    assert_has(&text, ">no edge</text>");
    write_colored(saddle, QUANTITY_error, &none, &text);
    assert_has(&text, ">unknown</text>");
    text_free(&text);
}
END_TEST

/* More minima than colours: the colours begin again, which the legend says in a line of its own. */
START_TEST(basins_are_told)
{
    enum { MINIMA = 9 };
    struct critical_point points[MINIMA + 1];
    const struct critical_points minima = { .points = points, .count = MINIMA + 1 };
    struct text text = TEXT_EMPTY;
    struct svg_contents contents = { .least = 0, .most = MINIMA };
    struct svg_area area;
    for (int i = 0; i <= MINIMA; i++)
        points[i] = (struct critical_point){ .kind = i == 0 ? CRITICAL_saddle : CRITICAL_minimum,
                                             .at = { i, -i } };
    struct svg_picture figure = { .colors = { QUANTITY_basin, LEVELS, { 0 }, 0 },
                                  .minima = &minima };
    for (int number = 0; number <= MINIMA; number++) {
        struct sample sample = { .basin = number };
        svg_area_make(&area, &square, 17, 17);
        int color = svg_color(&figure, &area, &sample);
        ck_assert_int_eq(color, number <= 7 ? number : number - 7);
        ck_assert_int_eq(svg_color_pen(&figure, color).foreground,
                         palette_pen(svg_page(), COLORS_CATEGORICAL, number, LEVELS).foreground);
    }
    struct svg_pencil pencil = { .left = 0, .middle = 0 };
    svg_legend_colors(&text, &figure, &contents, true, &pencil);
    assert_has(&text, ">basin</text>");
    assert_has(&text, ">1 (1, −1)</text>");
    assert_has(&text, ">7 (7, −7)</text>");
    assert_has(&text, ">8 as 1…</text>");
    assert_has(&text, ">0 none</text>");
    ck_assert_uint_eq(count_parts(&text, "<rect class=\"level-"), 8);
    /* Numbers that a pan has kept have gaps, and go by size. */
    const struct critical_points two = { .points = points + 1, .count = 2 };
    figure.minima = &two;
    figure.basin_numbers = (const size_t[]){ 9, 3 };
    text_clear(&text);
    svg_legend_colors(&text, &figure, &contents, true, &pencil);
    const char *first = strstr(text_string(&text), ">3 (2, −2)</text>");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(strstr(first, "<rect class=\"level-2\""));
    ck_assert_ptr_nonnull(strstr(first, ">9 (1, −1)</text>"));
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, colours_are_those_of_a_frame);
    tcase_add_test(cases, colours_can_be_read_on_a_page);
    tcase_add_test(cases, levels_are_told);
    tcase_add_test(cases, angles_are_told_by_a_rose);
    tcase_add_test(cases, what_has_no_number_is_hollow);
    tcase_add_test(cases, basins_are_told);
}

SUITE_MAIN("view svg colors", add_cases)
