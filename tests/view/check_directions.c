/* Random gradients against the arrows that are drawn for them, as glyphs and as dots. */
#include "fixture.h"

#include <stdint.h>

#include "view/decade.h"
#include "view/projection.h"
#include "view/quiver.h"

enum { GRADIENTS = 20000, ASPECTS = 5 };

static const double cell_aspects[ASPECTS] = { 0.5, 0.3, 0.42, 0.6, 1 };

/* From -1 to 1: xorshift64*, Vigna, ACM TOMS 42 (2016). */
static double random_number(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (double)(int64_t)(*state * 0x2545f4914f6cdd1d) / 9223372036854775808.0;
}

/* A bowl, so that every sample of a frame has a gradient of its own. */
struct bowl {
    double centre[AXES];
    double steepness[AXES];
};

static void bowl_evaluate(void *context, size_t count, const double *const *x, double *values)
{
    const struct bowl *bowl = context;
    for (size_t i = 0; i < count; i++) {
        double across = x[0][i] - bowl->centre[0];
        double up = x[1][i] - bowl->centre[1];
        values[i] = bowl->steepness[0] * across * across + bowl->steepness[1] * up * up;
    }
}

PLANE_FUNCTION(first_evaluate, a)

/* The glyph of a sample is the one nearest to the angle on screen of the gradient in closed form. */
static void check_glyph(const struct picture *picture, const struct bowl *bowl, double cell_aspect,
                        const struct sample *sample, uint32_t drawn)
{
    const double *step = picture->viewport.step;
    double right = -bowl->steepness[0] * (sample->place[0] - bowl->centre[0]) / step[0];
    double up = -bowl->steepness[1] * (sample->place[1] - bowl->centre[1]) / step[1];
    double angle = atan2(up, right * picture->frame.layout.spacing * cell_aspect);
    int octant = 0;
    while (octant < OCTANTS && glyph_arrow(GLYPHS_arrows, octant) != drawn)
        octant++;
    ck_assert_int_lt(octant, OCTANTS);
    double off = fabs(remainder(angle - octant * acos(-1) / 4, 2 * acos(-1)));
    ck_assert_double_le(off, acos(-1) / 8 + 1e-6);
}

START_TEST(a_glyph_is_the_nearest_of_eight)
{
    struct bowl bowl;
    struct picture picture;
    uint64_t state = (uint64_t)_i + 1;
    picture_open(&picture, first_evaluate, 8, 24);
    picture.fn.evaluate = bowl_evaluate;
    picture.fn.context = &bowl;
    struct window window = { { 0, 0 }, { 4, 4 + 3 * random_number(&state) } };
    int across = picture.frame.layout.samples_across;
    int up = picture.frame.layout.samples_up;
    for (int i = 0; i < cases_in_time(GRADIENTS) / (across * up) + 1; i++) {
        for (int axis = 0; axis < AXES; axis++) {
            bowl.centre[axis] = 5 * random_number(&state);
            bowl.steepness[axis] = 0.1 + fabs(random_number(&state));
        }
        picture_show(&picture, 8, 24, 2, &window, ASPECT_fill, cell_aspects[_i]);
        for (int k = 0; k < across * up; k++) {
            struct sample sample =
                field_sample(picture.field, (size_t)(k % across), (size_t)(k / across));
            int row = picture.frame.layout.field_row + up - 1 - k / across;
            int column = picture.frame.layout.gutter + 2 * (k % across);
            check_glyph(&picture, &bowl, cell_aspects[_i], &sample,
                        canvas_cell(picture.canvas, row, column).character);
        }
    }
    picture_close(&picture);
}
END_TEST

/* The dots are within half a dot of the segment, and end where it does. */
static void check_line(struct dots *dots, const struct quiver_arrow *arrow)
{
    int count = 0;
    double along[AXES] = { arrow->tip[0] - arrow->tail[0], arrow->tip[1] - arrow->tail[1] };
    double length = hypot(along[0], along[1]);
    dots_clear(dots);
    dots_line(dots, arrow->tail[0], arrow->tail[1], arrow->tip[0], arrow->tip[1], PEN_PLAIN);
    for (int y = 0; y < dots_height(dots); y++) {
        for (int x = 0; x < dots_width(dots); x++) {
            if (!dots_is_set(dots, x, y))
                continue;
            double from[AXES] = { x - arrow->tail[0], y - arrow->tail[1] };
            double beside = (from[0] * along[1] - from[1] * along[0]) / length;
            double reached = (from[0] * along[0] + from[1] * along[1]) / length;
            ck_assert_double_le(fabs(beside), 0.5 + 1e-9);
            /* The dot nearest to an end may lie beyond it by half the diagonal of a dot. */
            ck_assert(reached >= -sqrt(0.5) - 0.5 && reached <= length + sqrt(0.5) + 0.5);
            count++;
        }
    }
    ck_assert_int_ge(count, (int)fmax(fabs(along[0]), fabs(along[1])));
}

/* The head lies behind the tip, and is even on both sides. */
static void check_head(const struct quiver_arrow *arrow, const double direction[AXES])
{
    double beside = 0;
    for (int i = 0; i < arrow->head_count; i++) {
        double right = arrow->head[i][0];
        double down = arrow->head[i][1];
        ck_assert_double_lt(right * direction[0] + down * direction[1], 0);
        double turned = arrow->octant * acos(-1) / 4;
        beside += right * sin(turned) + down * cos(turned);
    }
    ck_assert_double_eq_tol(beside, 0, 1e-9);
}

START_TEST(a_quiver_arrow_is_its_segment)
{
    uint64_t state = (uint64_t)_i + 1;
    struct dots *dots = dots_new();
    struct layout layout = layout_make(24, 80, 2);
    struct viewport viewport;
    struct failure failure;
    struct window window = { { -1, -2 }, { 1, 2 } };
    struct viewport_shape shape = {
        .samples = { layout.samples_across, layout.samples_up },
        .sample_ratio = 2 * cell_aspects[_i], .aspect = ASPECT_equal
    };
    ck_assert_int_eq(viewport_show(&viewport, &window, &shape, &failure), STATUS_OK);
    ck_assert(dots != NULL && dots_resize(dots, 12, 24) == STATUS_OK);
    struct projection projection = projection_make(&viewport, &layout);
    int count = cases_in_time(GRADIENTS);
    for (int i = 0; i < count; i++) {
        double vector[AXES] = { random_number(&state), random_number(&state) };
        double tail[AXES] = { 20.5, 21.5 };
        double length = QUIVER_SHORTEST + 12 * fabs(random_number(&state));
        double direction[AXES];
        projection_direction(&projection, vector, direction);
        struct quiver_arrow arrow = quiver_arrow_make(tail, direction, length);
        ck_assert(!arrow.too_short);
        ck_assert_double_eq_tol(hypot(arrow.tip[0] - tail[0], arrow.tip[1] - tail[1]), length,
                                1e-9);
        /* Equal scales: a dot is as long as sample_ratio and the spacing make it. */
        double right = vector[0] * DOTS_ACROSS / cell_aspects[_i];
        double up = vector[1] * DOTS_DOWN;
        ck_assert_double_le(fabs(remainder(atan2(-direction[1], direction[0]) - atan2(up, right),
                                           2 * acos(-1))), 1e-6);
        check_line(dots, &arrow);
        check_head(&arrow, direction);
    }
    dots_free(dots);
}
END_TEST

START_TEST(short_arrows_have_no_head)
{
    static const double east[AXES] = { 1, 0 };
    static const double tail[AXES] = { 0, 0 };
    ck_assert(quiver_arrow_make(tail, east, 3.99).too_short);
    ck_assert_int_eq(quiver_arrow_make(tail, east, 4).head_count, 2);
    ck_assert_int_eq(quiver_arrow_make(tail, east, 6).head_count, 4);
    ck_assert_int_eq(quiver_arrow_make(tail, (double[]){ 1, 1 }, 4).head_count, 4);
    ck_assert_int_eq(quiver_arrow_make(tail, (double[]){ 1, 1 }, 6).head_count, 6);
    ck_assert(isfinite(quiver_arrow_make(tail, east, HUGE_VAL).tip[0]));
}
END_TEST

START_TEST(the_key_is_round_and_not_above)
{
    static const struct {
        double reference;
        double key;
    } rows[] = {
        { 1, 1 }, { 1.99, 1 }, { 2, 2 }, { 4.99, 2 }, { 5, 5 }, { 9.99, 5 }, { 10, 10 },
        { 0.3, 0.2 }, { 7e-9, 5e-9 }, { 1e300, 1e300 }, { 3e-300, 2e-300 }, { 1000, 1000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_double_eq(round_number_below(rows[i].reference), rows[i].key);
    ck_assert_double_eq(quiver_length(1, 2), QUIVER_LONGEST / 2);
    ck_assert_double_le(quiver_length(1e300, 1e-300), 1e6);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, a_glyph_is_the_nearest_of_eight, 0, ASPECTS);
    tcase_add_loop_test(cases, a_quiver_arrow_is_its_segment, 0, ASPECTS);
    tcase_add_test(cases, short_arrows_have_no_head);
    tcase_add_test(cases, the_key_is_round_and_not_above);
}

SUITE_MAIN("view directions", add_cases)
