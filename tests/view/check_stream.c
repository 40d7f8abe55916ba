#include "fixture.h"

#include "view/stream_field.h"

PLANE_FUNCTION(bowl, a * a + b * b)
PLANE_FUNCTION(saddle, a * a - b * b)
PLANE_FUNCTION(himmelblau,
               (a * a + b - 11) * (a * a + b - 11) + (a + b * b - 7) * (a + b * b - 7))
PLANE_FUNCTION(waves, sin(a) * sin(b))
PLANE_FUNCTION(constant, 3.0)
PLANE_FUNCTION(half_plane, sqrt(a) + b)
PLANE_FUNCTION(pole, 1 / a)
PLANE_FUNCTION(ravine, fabs(a) + b / 8)
PLANE_FUNCTION(huge, 1e300 * a + 1e299 * b * b)
PLANE_FUNCTION(tiny, 1e-300 * a + 1e-301 * b * b)
PLANE_FUNCTION(noise, sin(997 * a + 1e4 * a * b) * exp(9 * cos(1013 * a * b)))

/* A function, its window and what lines are drawn with. */
struct drawing {
    struct fn fn;
    struct differentiator *differentiator;
    struct viewport viewport;
    struct layout layout;
    struct stream_field *field;
    struct streams *streams;
    struct stream_request request;
};

static void prepare(struct drawing *drawing)
{
    struct plane plane = { .differentiator = drawing->differentiator };
    struct difference difference = difference_default();
    struct projection projection = projection_make(&drawing->viewport, &drawing->layout);
    double separation = stream_separation(&projection);
    ck_assert_int_eq(stream_field_compute(drawing->field, &plane, &difference, &projection,
                                          STREAM_MARGIN * separation), STATUS_OK);
    drawing->request = (struct stream_request){ .projection = projection,
                                                .separation = separation,
                                                .sample = stream_field_sample,
                                                .context = drawing->field };
}

static void open_drawing(struct drawing *drawing, evaluate_function *evaluate, int rows,
                         int columns, double reach)
{
    const struct window window = { { -reach, -reach }, { reach, reach } };
    struct failure failure;
    memset(drawing, 0, sizeof *drawing);
    drawing->fn = (struct fn){ .n = AXES, .evaluate = evaluate };
    drawing->differentiator = differentiator_new(&drawing->fn);
    drawing->field = stream_field_new();
    drawing->streams = streams_new();
    ck_assert(drawing->differentiator != NULL && drawing->field != NULL &&
              drawing->streams != NULL);
    drawing->layout = layout_make(rows, columns, 2);
    struct viewport_shape shape = {
        .samples = { drawing->layout.samples_across, drawing->layout.samples_up },
        .sample_ratio = 1,
        .aspect = ASPECT_equal,
    };
    ck_assert_int_eq(viewport_show(&drawing->viewport, &window, &shape, &failure), STATUS_OK);
    prepare(drawing);
    ck_assert_int_eq(streams_start(drawing->streams, &drawing->request), STATUS_OK);
}

static void close_drawing(struct drawing *drawing)
{
    differentiator_free(drawing->differentiator);
    stream_field_free(drawing->field);
    streams_free(drawing->streams);
}

static void pan(struct drawing *drawing, int64_t right, int64_t up)
{
    struct failure failure;
    ck_assert_int_eq(viewport_pan(&drawing->viewport, 0, right, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_pan(&drawing->viewport, 1, up, &failure), STATUS_OK);
    prepare(drawing);
    const double shift[AXES] = { -(double)right * drawing->request.projection.dots[0],
                                 -(double)up * drawing->request.projection.dots[1] };
    ck_assert_int_eq(streams_pan(drawing->streams, &drawing->request, shift), STATUS_OK);
}

/* Twice the area of the triangle, signed. */
static double turn(const double a[AXES], const double b[AXES], const double c[AXES])
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static bool cross(const double a[AXES], const double b[AXES], const double c[AXES],
                  const double d[AXES])
{
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/* Fail where two lines cross or come nearer to another than they may. */
static void assert_apart(const struct drawing *drawing, const struct stream_line *one,
                         const struct stream_line *other)
{
    double least = drawing->request.separation / 2;
    for (size_t i = 0; i < one->count; i++) {
        for (size_t j = 0; j < other->count; j++) {
            const double *a = one->points[i].dot;
            const double *b = other->points[j].dot;
            double square = (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
            if (square > 4 * least * least)
                continue;
            ck_assert_msg(square >= least * least, "%g,%g is near %g,%g", a[0], a[1], b[0], b[1]);
            if (i > 0 && j > 0)
                ck_assert(!cross(one->points[i - 1].dot, a, other->points[j - 1].dot, b));
        }
    }
}

static void assert_all_apart(const struct drawing *drawing)
{
    size_t stride = suite_under_valgrind() || SUITE_IS_SANITIZED ? 10 : 1;
    for (size_t i = 0; i < streams_count(drawing->streams); i += stride)
        for (size_t j = 0; j < i; j++)
            assert_apart(drawing, streams_line(drawing->streams, i),
                         streams_line(drawing->streams, j));
}

static double value_at(const struct drawing *drawing, const double place[AXES])
{
    const double *const x[AXES] = { &place[0], &place[1] };
    double value;
    drawing->fn.evaluate(NULL, 1, x, &value);
    return value;
}

/* Fail unless f falls along all lines, in even steps that points and places agree on. */
static void assert_descent(const struct drawing *drawing)
{
    for (size_t i = 0; i < streams_count(drawing->streams); i++) {
        const struct stream_line *line = streams_line(drawing->streams, i);
        for (size_t at = 0; at < line->count; at++) {
            const struct stream_point *point = &line->points[at];
            double dot[AXES];
            projection_point(&drawing->request.projection, point->place, dot);
            ck_assert_double_eq_tol(dot[0], point->dot[0], 1e-6);
            ck_assert_double_eq_tol(dot[1], point->dot[1], 1e-6);
            ck_assert(point->magnitude > 0);
            if (at == 0)
                continue;
            const struct stream_point *before = &line->points[at - 1];
            ck_assert_double_eq_tol(hypot(point->dot[0] - before->dot[0],
                                          point->dot[1] - before->dot[1]), 0.5, 1e-5);
            ck_assert_msg(value_at(drawing, point->place) < value_at(drawing, before->place),
                          "line %zu, point %zu of %zu", i, at, line->count);
        }
    }
}

static bool has_line_near(const struct drawing *drawing, const double point[AXES], double distance)
{
    for (size_t i = 0; i < streams_count(drawing->streams); i++) {
        const struct stream_line *line = streams_line(drawing->streams, i);
        for (size_t at = 0; at < line->count; at++)
            if (hypot(line->points[at].dot[0] - point[0], line->points[at].dot[1] - point[1]) <
                distance)
                return true;
    }
    return false;
}

/* Fail where the area has an empty disc of two separations' radius. */
static void assert_filled(const struct drawing *drawing)
{
    const struct projection *projection = &drawing->request.projection;
    double apart = suite_under_valgrind() || SUITE_IS_SANITIZED ? 16 : 4;
    for (double y = 0; y < projection->rows * DOTS_DOWN; y += apart)
        for (double x = 0; x < projection->columns * DOTS_ACROSS; x += apart) {
            const double point[AXES] = { x, y };
            ck_assert_msg(has_line_near(drawing, point, 2 * drawing->request.separation),
                          "nothing near %g,%g", x, y);
        }
}

static const struct {
    evaluate_function *evaluate;
    double reach;
} fields[] = {
    { himmelblau, 5 }, { saddle, 2 }, { waves, 3 }, { bowl, 2 }, { pole, 2 }, { ravine, 2 },
    { huge, 2 }, { tiny, 2 }, { half_plane, 20 },
};

enum {
    FIELDS = sizeof fields / sizeof fields[0],
    FIELDS_DEFINED = FIELDS - 1, /* everywhere, or nearly so */
    FIELDS_PANNED = 3
};

START_TEST(lines_are_evenly_spaced)
{
    struct drawing drawing;
    open_drawing(&drawing, fields[_i].evaluate, 24, 80, fields[_i].reach);
    ck_assert_uint_gt(streams_count(drawing.streams), 8);
    assert_all_apart(&drawing);
    if (_i < FIELDS_DEFINED)
        assert_filled(&drawing);
    for (size_t i = 0; i < streams_count(drawing.streams); i++)
        ck_assert_double_ge((double)(streams_line(drawing.streams, i)->count - 1) / 2,
                            2 * drawing.request.separation);
    close_drawing(&drawing);
}
END_TEST

START_TEST(lines_descend)
{
    struct drawing drawing;
    open_drawing(&drawing, fields[_i].evaluate, 24, 80, fields[_i].reach);
    assert_descent(&drawing);
    close_drawing(&drawing);
}
END_TEST

START_TEST(the_bowl_has_radial_lines)
{
    struct drawing drawing;
    open_drawing(&drawing, bowl, 24, 80, 2);
    for (size_t i = 0; i < streams_count(drawing.streams); i++) {
        const struct stream_line *line = streams_line(drawing.streams, i);
        const double *from = line->points[0].place;
        for (size_t at = 1; at < line->count; at++) {
            const double *place = line->points[at].place;
            double distance = fabs(from[0] * place[1] - from[1] * place[0]) / hypot(from[0], from[1]);
            ck_assert_msg(distance < 0.02, "%g from the radius at %g %g", distance, place[0],
                          place[1]);
        }
    }
    close_drawing(&drawing);
}
END_TEST

START_TEST(a_constant_has_no_line)
{
    struct drawing drawing;
    open_drawing(&drawing, constant, 24, 80, 2);
    ck_assert_uint_eq(streams_count(drawing.streams), 0);
    pan(&drawing, 3, 3);
    ck_assert_uint_eq(streams_count(drawing.streams), 0);
    close_drawing(&drawing);
}
END_TEST

/* Fail unless all points of each line are on one side of x0 = 0; returns how many are left of it. */
static size_t assert_one_sided(const struct drawing *drawing)
{
    size_t left = 0;
    for (size_t i = 0; i < streams_count(drawing->streams); i++) {
        const struct stream_line *line = streams_line(drawing->streams, i);
        bool negative = line->points[0].place[0] < 0;
        left += negative;
        for (size_t at = 0; at < line->count; at++)
            ck_assert_int_eq(line->points[at].place[0] < 0, negative);
    }
    return left;
}

START_TEST(lines_end_where_f_has_no_value)
{
    struct drawing drawing;
    open_drawing(&drawing, half_plane, 24, 80, 2);
    ck_assert_uint_eq(assert_one_sided(&drawing), 0);
    ck_assert_uint_gt(streams_count(drawing.streams), 4);
    close_drawing(&drawing);
}
END_TEST

START_TEST(lines_end_at_a_pole)
{
    struct drawing drawing;
    open_drawing(&drawing, pole, 24, 80, 2);
    size_t left = assert_one_sided(&drawing);
    ck_assert(left > 4 && streams_count(drawing.streams) - left > 4);
    close_drawing(&drawing);
    open_drawing(&drawing, pole, 24, 80, 2.3711);
    assert_one_sided(&drawing);
    close_drawing(&drawing);
}
END_TEST

START_TEST(noise_is_bounded)
{
    struct drawing drawing;
    open_drawing(&drawing, noise, 12, 40, 2);
    assert_all_apart(&drawing);
    close_drawing(&drawing);
}
END_TEST

static int compare_points(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct stream_point));
}

/* The points within a rectangle, sorted, moved by a shift. Free them with free. */
static struct stream_point *points_within(const struct streams *streams, const double low[AXES],
                                          const double high[AXES], const double shift[AXES],
                                          size_t *count)
{
    struct stream_point *points = NULL;
    *count = 0;
    for (size_t i = 0; i < streams_count(streams); i++) {
        const struct stream_line *line = streams_line(streams, i);
        points = array_resize(points, *count + line->count, sizeof *points);
        ck_assert_ptr_nonnull(points);
        for (size_t at = 0; at < line->count; at++) {
            struct stream_point point = line->points[at];
            point.dot[0] += shift[0];
            point.dot[1] += shift[1];
            if (point.dot[0] >= low[0] && point.dot[0] <= high[0] && point.dot[1] >= low[1] &&
                point.dot[1] <= high[1])
                points[(*count)++] = point;
        }
    }
    if (*count > 0)
        qsort(points, *count, sizeof *points, compare_points);
    return points;
}

/* Pan, and fail unless what was and is in sight has the same points, bit for bit. */
static void assert_still_pan(struct drawing *drawing, int right, int up)
{
    const struct projection *projection = &drawing->request.projection;
    const double none[AXES] = { 0, 0 };
    const double shift[AXES] = { -right * projection->dots[0], -up * projection->dots[1] };
    const double edge[AXES] = { projection->columns * DOTS_ACROSS - 0.5,
                                projection->rows * DOTS_DOWN - 0.5 };
    double low[AXES];
    double high[AXES];
    size_t before_count;
    size_t after_count;
    for (int axis = 0; axis < AXES; axis++) {
        low[axis] = fmax(-0.5, -0.5 + shift[axis]);
        high[axis] = fmin(edge[axis], edge[axis] + shift[axis]);
    }
    struct stream_point *before = points_within(drawing->streams, low, high, shift, &before_count);
    pan(drawing, right, up);
    struct stream_point *after = points_within(drawing->streams, low, high, none, &after_count);
    ck_assert_uint_eq(before_count, after_count);
    ck_assert(before_count == 0 ||
              memcmp(before, after, before_count * sizeof *before) == 0);
    free(before);
    free(after);
}

START_TEST(a_pan_moves_what_is_there)
{
    static const int pans[][AXES] = { { 0, 1 }, { 1, 0 }, { 0, -1 }, { 3, -2 }, { -9, 5 },
                                      { 30, 0 }, { 0, 12 }, { -30, -12 } };
    struct drawing drawing;
    open_drawing(&drawing, fields[_i].evaluate, 24, 80, fields[_i].reach);
    for (size_t i = 0; i < sizeof pans / sizeof pans[0]; i++)
        if (i % 4 == 0 || getenv("TEST_UNDER_VALGRIND") == NULL)
            assert_still_pan(&drawing, pans[i][0], pans[i][1]);
    assert_all_apart(&drawing);
    assert_descent(&drawing);
    assert_filled(&drawing);
    close_drawing(&drawing);
}
END_TEST

START_TEST(the_same_pans_give_the_same_lines)
{
    struct drawing drawings[2];
    for (int i = 0; i < 2; i++) {
        open_drawing(&drawings[i], himmelblau, 24, 80, 5);
        pan(&drawings[i], 4, 3);
        pan(&drawings[i], -1, 2);
    }
    ck_assert_uint_eq(streams_count(drawings[0].streams), streams_count(drawings[1].streams));
    for (size_t i = 0; i < streams_count(drawings[0].streams); i++) {
        const struct stream_line *one = streams_line(drawings[0].streams, i);
        const struct stream_line *other = streams_line(drawings[1].streams, i);
        ck_assert_uint_eq(one->count, other->count);
        ck_assert_uint_eq(one->mark, other->mark);
        ck_assert_int_eq(memcmp(one->points, other->points, one->count * sizeof *one->points), 0);
    }
    close_drawing(&drawings[0]);
    close_drawing(&drawings[1]);
}
END_TEST

static int octant_shown(uint32_t character)
{
    for (int octant = 0; octant < OCTANTS; octant++)
        if (glyph_arrow(GLYPHS_arrows, octant) == character)
            return octant;
    return -1;
}

START_TEST(ascent_turns_the_marks_alone)
{
    struct drawing drawing;
    struct picture pictures[2];
    open_drawing(&drawing, himmelblau, 24, 80, 2);
    for (int i = 0; i < 2; i++) {
        picture_open(&pictures[i], himmelblau, 24, 80);
        pictures[i].frame.style.layers = 1u << LAYER_stream;
        pictures[i].frame.style.ascent = i == 1;
        pictures[i].frame.streams = drawing.streams;
        picture_draw(&pictures[i]);
    }
    const struct layout *layout = &pictures[0].frame.layout;
    size_t arrows = 0;
    for (int row = layout->field_row; row < layout->field_row + layout->samples_up; row++)
        for (int column = layout->gutter; column < layout->columns; column++) {
            struct cell down = canvas_cell(pictures[0].canvas, row, column);
            struct cell up = canvas_cell(pictures[1].canvas, row, column);
            int octant = octant_shown(down.character);
            arrows += octant >= 0;
            if (octant >= 0)
                ck_assert_int_eq(octant_shown(up.character), (octant + OCTANTS / 2) % OCTANTS);
            else
                ck_assert_uint_eq(up.character, down.character);
            ck_assert_int_eq(up.pen.foreground, down.pen.foreground);
        }
    ck_assert_uint_gt(arrows, 20);
    picture_close(&pictures[0]);
    picture_close(&pictures[1]);
    close_drawing(&drawing);
}
END_TEST

static void add_cases(TCase *cases)
{
    bool slow = getenv("TEST_UNDER_VALGRIND") != NULL;
    int count = slow ? 1 : FIELDS;
    tcase_add_loop_test(cases, lines_are_evenly_spaced, 0, count);
    tcase_add_loop_test(cases, lines_descend, 0, count);
    tcase_add_test(cases, the_bowl_has_radial_lines);
    tcase_add_test(cases, a_constant_has_no_line);
    tcase_add_test(cases, lines_end_where_f_has_no_value);
    tcase_add_test(cases, lines_end_at_a_pole);
    tcase_add_test(cases, noise_is_bounded);
    tcase_add_loop_test(cases, a_pan_moves_what_is_there, 0, slow ? 1 : FIELDS_PANNED);
    tcase_add_test(cases, the_same_pans_give_the_same_lines);
    tcase_add_test(cases, ascent_turns_the_marks_alone);
}

SUITE_MAIN("view stream", add_cases)
