/* Tests of view/frame.h: arrows, colours and marks. */
#include "fixture.h"

PLANE_FUNCTION(seed, a * a + b * b)
PLANE_FUNCTION(logarithm, log(a) + b)
PLANE_FUNCTION(lost, 1e20 + a + b)

/* The octant of a sample's arrow as drawn, or -1 where there is no arrow. */
static int octant_in(const struct picture *picture, int across, int up)
{
    const struct layout *layout = &picture->frame.layout;
    uint32_t character = canvas_cell(picture->canvas,
                                     layout->field_row + layout->samples_up - 1 - up,
                                     layout->gutter + across * layout->spacing).character;
    for (int octant = 0; octant < OCTANTS; octant++)
        if (glyph_arrow(picture->frame.style.glyphs, octant) == character)
            return octant;
    return -1;
}

START_TEST(arrows_of_the_seed_point_to_the_centre)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    double pi = acos(-1);
    for (int across = 0; across < 37; across++) {
        for (int up = 0; up < 17; up++) {
            int octant = octant_in(&picture, across, up);
            if (across == 18 && up == 8) {
                ck_assert_int_eq(octant, -1);
                continue;
            }
            double wanted = atan2(8 - up, 18 - across);
            double off = fabs(remainder(wanted - octant * pi / 4, 2 * pi));
            ck_assert_double_le(off, pi / 8 + 1e-9);
        }
    }
    picture_close(&picture);
}
END_TEST

START_TEST(ascent_turns_every_arrow_round)
{
    struct picture descent;
    struct picture ascent;
    picture_open(&descent, seed, 24, 80);
    picture_open(&ascent, seed, 24, 80);
    ascent.frame.style.ascent = true;
    picture_draw(&ascent);
    for (int across = 0; across < 37; across++) {
        for (int up = 0; up < 17; up++) {
            int octant = octant_in(&descent, across, up);
            int turned = octant < 0 ? -1 : (octant + OCTANTS / 2) % OCTANTS;
            ck_assert_int_eq(octant_in(&ascent, across, up), turned);
        }
    }
    assert_row(ascent.canvas, 0, "∇f of sum(x**2)                                                 "
                                 "central h=0.0001");
    double place[AXES] = { 1, 0.5 };
    struct failure failure;
    ck_assert_int_eq(viewport_set_probe(&ascent.viewport, place, &failure), STATUS_OK);
    picture_draw(&ascent);
    assert_row(ascent.canvas, 21, "x0 1       x1 0.5     f 1.25       ∇f 2 1                    "
                                  "|∇f| 2.23607  ok");
    picture_close(&descent);
    picture_close(&ascent);
}
END_TEST

/* Directions of a plane's slope, in degrees. */
struct slope {
    double across;
    double up;
};

static void sloping(void *context, size_t count, const double *const *x, double *values)
{
    const struct slope *slope = context;
    for (size_t i = 0; i < count; i++)
        values[i] = -(slope->across * x[0][i] + slope->up * x[1][i]);
}

START_TEST(directions_at_every_degree)
{
    static const double cell_aspects[] = { 0.5, 0.4, 0.45, 0.6, 1 };
    static const double spans[] = { 4, 1e-3, 50, 4, 7 };
    struct slope slope = { 1, 0 };
    struct picture picture;
    picture_open(&picture, seed, 8, 24);
    picture.fn.evaluate = sloping;
    picture.fn.context = &slope;
    double pi = acos(-1);
    for (int i = 0; i < 10; i++) {
        enum aspect aspect = i < 5 ? ASPECT_equal : ASPECT_fill;
        double cell_aspect = cell_aspects[i % 5];
        struct window window = { { 0, 0 }, { 4, spans[i % 5] } };
        picture_show(&picture, 8, 24, 2, &window, aspect, cell_aspect);
        for (int degree = 0; degree < 360; degree += suite_under_valgrind() ? 15 : 1) {
            slope.across = degree % 180 == 90 ? 0 : cos(degree * pi / 180);
            slope.up = degree % 180 == 0 ? 0 : sin(degree * pi / 180);
            picture_draw(&picture);
            /* Columns and rows that a step along the slope covers, in widths of equal length. */
            double right = slope.across / picture.viewport.step[0] * 2 * cell_aspect;
            double up = slope.up / picture.viewport.step[1];
            int nearest = ((int)lround(atan2(up, right) / (pi / 4)) + OCTANTS) % OCTANTS;
            if (aspect == ASPECT_equal)
                ck_assert_int_eq(nearest, (degree + 22) / 45 % OCTANTS);
            ck_assert_int_eq(octant_in(&picture, 4, 1), nearest);
        }
    }
    picture_close(&picture);
}
END_TEST

/* A frame whose one gradient and steps are given, for magnitudes that no field would have. */
static int octant_of_gradient(double grad0, double grad1, double step0, double step1)
{
    struct picture picture;
    struct slope slope = { -grad0, -grad1 };
    picture_open(&picture, seed, 8, 24);
    picture.fn.evaluate = sloping;
    picture.fn.context = &slope;
    struct window window = { { -4 * step0, -step1 }, { 4 * step0, step1 } };
    picture_show(&picture, 8, 24, 2, &window, ASPECT_fill, 0.5);
    int octant = octant_in(&picture, 4, 1);
    picture_close(&picture);
    return octant;
}

START_TEST(directions_at_extreme_magnitudes)
{
    ck_assert_int_eq(octant_of_gradient(-1e300, -1e300, 1, 1), 1);
    ck_assert_int_eq(octant_of_gradient(-1e-300, 1e-300, 1, 1), 7);
    ck_assert_int_eq(octant_of_gradient(1, 1, 1e-200, 1e200), 4);
    ck_assert_int_eq(octant_of_gradient(0, 1, 1e-200, 1e200), 6);
    ck_assert_int_eq(octant_of_gradient(1, 0, 1e200, 1e-200), 4);
    ck_assert_int_eq(octant_of_gradient(-1, -1, 1e200, 1e-200), 2);
}
END_TEST

static void assert_same_pen(struct pen a, struct pen b)
{
    ck_assert_int_eq(a.foreground, b.foreground);
    ck_assert_int_eq(a.background, b.background);
    ck_assert_uint_eq(a.attributes, b.attributes);
}

START_TEST(colours_of_the_seed)
{
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    const struct canvas *canvas = picture.canvas;
    for (int row = 1; row <= 17; row++) {
        int level = -1;
        for (int column = 43; column < 80; column += 2) {
            struct cell arrow = canvas_cell(canvas, row, column);
            struct cell blank = canvas_cell(canvas, row, column + 1);
            if (column < 79)
                assert_same_pen(arrow.pen, blank.pen);
            if (row == 9 && column == 43)
                continue;
            int here = 0;
            while (palette_level(&picture.frame.style.color, here).foreground !=
                   arrow.pen.foreground)
                here++;
            ck_assert_int_ge(here, level);
            ck_assert_uint_eq(arrow.pen.attributes, ATTRIBUTE_BOLD);
            level = here;
        }
        ck_assert_int_eq(level, LEVELS - 1);
    }
    ck_assert_int_eq(canvas_cell(canvas, 9, 43).pen.foreground, COLOR_DEFAULT);
    ck_assert_uint_eq(canvas_cell(canvas, 9, 43).pen.attributes, 0);
    ck_assert_int_eq(canvas_cell(canvas, 1, 6).pen.foreground, COLOR_DEFAULT);
    ck_assert_int_eq(canvas_cell(canvas, 20, 5).pen.foreground, 26);
    ck_assert_int_eq(canvas_cell(canvas, 20, 6).pen.foreground, COLOR_DEFAULT);
    ck_assert_int_eq(canvas_cell(canvas, 21, 0).pen.foreground, COLOR_DEFAULT);
    picture_close(&picture);
}
END_TEST

START_TEST(blanks_after_the_last_sample_are_plain)
{
    struct picture picture;
    picture_open(&picture, seed, 12, 40);
    ck_assert_int_ne(canvas_cell(picture.canvas, 1, 37).pen.foreground, COLOR_DEFAULT);
    ck_assert_int_eq(canvas_cell(picture.canvas, 1, 38).pen.foreground, COLOR_DEFAULT);
    picture_close(&picture);
}
END_TEST

START_TEST(marks_of_samples_without_an_arrow)
{
    struct picture picture;
    picture_open(&picture, logarithm, 24, 80);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 1, 7).character, 0xd7);
    ck_assert_int_eq(canvas_cell(picture.canvas, 1, 7).pen.foreground, 244);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 1, 43).character, 0xd7);
    ck_assert_int_ne(octant_in(&picture, 19, 8), -1);
    assert_row(picture.canvas, 20, "|∇f| →<0.3 →0.3 →0.5 →0.7 →1 →1.5 →2 →≥3  × undefined");
    assert_row(picture.canvas, 21, "x0 0       x1 0       f -inf       −∇f nan nan               "
                                   "|∇f| nan  undefined");
    picture_close(&picture);
    picture_open(&picture, lost, 24, 80);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 9, 43).character, '=');
    ck_assert_int_eq(canvas_cell(picture.canvas, 9, 43).pen.foreground, 244);
    picture_close(&picture);
}
END_TEST

START_TEST(a_pan_keeps_glyphs_and_colours)
{
    struct picture before;
    struct picture after;
    struct failure failure;
    picture_open(&before, seed, 24, 80);
    picture_open(&after, seed, 24, 80);
    ck_assert_int_eq(viewport_pan(&after.viewport, 0, 4, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_pan(&after.viewport, 1, 2, &failure), STATUS_OK);
    picture_draw(&after);
    for (int row = 1; row <= 15; row++) {
        for (int column = 15; column < 79; column++) {
            struct cell old = canvas_cell(before.canvas, row, column);
            struct cell new = canvas_cell(after.canvas, row + 2, column - 8);
            ck_assert_uint_eq(old.character, new.character);
            ck_assert_int_eq(old.pen.foreground, new.pen.foreground);
        }
    }
    picture_close(&before);
    picture_close(&after);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, arrows_of_the_seed_point_to_the_centre);
    tcase_add_test(cases, ascent_turns_every_arrow_round);
    tcase_add_test(cases, directions_at_every_degree);
    tcase_add_test(cases, directions_at_extreme_magnitudes);
    tcase_add_test(cases, colours_of_the_seed);
    tcase_add_test(cases, blanks_after_the_last_sample_are_plain);
    tcase_add_test(cases, marks_of_samples_without_an_arrow);
    tcase_add_test(cases, a_pan_keeps_glyphs_and_colours);
}

SUITE_MAIN("view frame field", add_cases)
