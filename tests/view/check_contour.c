#include "view/contour.h"

#include "fixture.h"

enum { SAMPLES = 33, SEGMENTS_MOST = 1 << 16 };

struct segment {
    double ends[2][AXES]; /* in nodes */
};

struct lines {
    struct relief *relief;
    struct segment *segments;
    int count;
};

static void collect(void *context, const double from[AXES], const double to[AXES])
{
    struct lines *lines = context;
    ck_assert_int_lt(lines->count, SEGMENTS_MOST);
    struct segment *segment = &lines->segments[lines->count++];
    for (int axis = 0; axis < AXES; axis++) {
        segment->ends[0][axis] = from[axis];
        segment->ends[1][axis] = to[axis];
    }
}

static struct viewport make_viewport(void)
{
    const struct window window = { { -2, -2 }, { 2, 2 } };
    struct viewport viewport;
    struct failure failure;
    struct viewport_shape shape = {
        .samples = { SAMPLES, SAMPLES }, .sample_ratio = 1, .aspect = ASPECT_equal
    };
    ck_assert_int_eq(viewport_show(&viewport, &window, &shape, &failure), STATUS_OK);
    return viewport;
}

static struct relief *compute(evaluate_function *evaluate, const struct viewport *viewport)
{
    const struct fn fn = { .n = AXES, .evaluate = evaluate };
    const int density[AXES] = { 2, 2 };
    struct relief *relief = relief_new();
    ck_assert_ptr_nonnull(relief);
    ck_assert_int_eq(relief_compute(relief, &fn, NULL, viewport, density), STATUS_OK);
    return relief;
}

/* The lines of a function over -2 to 2, nodes 1/16 apart. Free with free_lines. */
static struct lines trace(evaluate_function *evaluate, double level)
{
    const struct viewport viewport = make_viewport();
    struct lines lines = { .relief = compute(evaluate, &viewport) };
    lines.segments = malloc(SEGMENTS_MOST * sizeof *lines.segments);
    ck_assert_ptr_nonnull(lines.segments);
    contour_trace(lines.relief, level, collect, &lines);
    return lines;
}

static void free_lines(struct lines *lines)
{
    relief_free(lines->relief);
    free(lines->segments);
}

static void place_of(const struct lines *lines, int segment, int end, double place[AXES])
{
    relief_place(lines->relief, lines->segments[segment].ends[end], place);
}

/* How many ends lie exactly where an end of this segment does, itself included. */
static int count_ends(const struct lines *lines, const double end[AXES])
{
    int count = 0;
    for (int i = 0; i < lines->count; i++)
        for (int other = 0; other < 2; other++)
            count += lines->segments[i].ends[other][0] == end[0] &&
                     lines->segments[i].ends[other][1] == end[1];
    return count;
}

PLANE_FUNCTION(paraboloid, a * a + b * b)
PLANE_FUNCTION(slope, 3 * a + 2 * b)
PLANE_FUNCTION(saddle, (a - 0.03125) * (b - 0.03125))
PLANE_FUNCTION(constant, 3 + 0 * a)
PLANE_FUNCTION(huge_slope, 1e308 * ((a + b) / 4))
PLANE_FUNCTION(tiny_slope, 1e-300 * (a + b))
PLANE_FUNCTION(stairs, floor(a + 0.3) + floor(b * 3))
PLANE_FUNCTION(reciprocal, 1 / (a - 0.01))
PLANE_FUNCTION(lattice_pole, 1 / a)
PLANE_FUNCTION(logarithm, log(a + b))
PLANE_FUNCTION(kink, fabs(a) + fabs(b) + sqrt(fabs(a)))
PLANE_FUNCTION(nothing, a * (double)NAN)

START_TEST(a_circle_is_round_and_closed)
{
    const double radius = 1.3;
    const double spacing = 1.0 / 16;
    struct lines lines = trace(paraboloid, radius * radius);
    ck_assert_int_gt(lines.count, 100);
    for (int i = 0; i < lines.count; i++) {
        for (int end = 0; end < 2; end++) {
            double place[AXES];
            place_of(&lines, i, end, place);
            /* Linear interpolation of x^2 is off by spacing^2 / 4 at most. */
            double off = fabs(place[0] * place[0] + place[1] * place[1] - radius * radius);
            ck_assert_double_le(off, spacing * spacing / 4 + 1e-12);
            ck_assert_int_eq(count_ends(&lines, lines.segments[i].ends[end]), 2);
        }
    }
    free_lines(&lines);
}
END_TEST

START_TEST(a_plane_has_a_straight_line)
{
    struct lines lines = trace(slope, 0.7);
    ck_assert_int_gt(lines.count, 50);
    for (int i = 0; i < lines.count; i++) {
        double place[AXES];
        place_of(&lines, i, 0, place);
        ck_assert_double_eq_tol(3 * place[0] + 2 * place[1], 0.7, 1e-12);
    }
    free_lines(&lines);
}
END_TEST

/* A saddle in the middle of a cell: the middle's value tells which corners belong together. */
START_TEST(a_saddle_is_decided_by_the_middle)
{
    static const double levels[] = { 1e-4, -1e-4 };
    for (int k = 0; k < 2; k++) {
        struct lines lines = trace(saddle, levels[k]);
        ck_assert_int_gt(lines.count, 50);
        for (int i = 0; i < lines.count; i++) {
            double from[AXES];
            double to[AXES];
            place_of(&lines, i, 0, from);
            place_of(&lines, i, 1, to);
            double a = (from[0] + to[0]) / 2 - 0.03125;
            double b = (from[1] + to[1]) / 2 - 0.03125;
            /* Both ends lie in the same quadrant, in which the product has the level's sign. */
            ck_assert_double_ge(a * b * levels[k], -1e-12);
        }
        free_lines(&lines);
    }
}
END_TEST

START_TEST(nothing_has_no_line)
{
    static const struct {
        evaluate_function *evaluate;
        double level;
    } rows[] = {
        { constant, 3 },       { constant, 2 },        { nothing, 0 },
        { stairs, 0.5 },       { stairs, -1.5 },       { reciprocal, 0 },
        { reciprocal, 0.01 },  { reciprocal, -0.2 },   { lattice_pole, 0 },
        { lattice_pole, 1e9 }, { paraboloid, -1 },     { paraboloid, HUGE_VAL },
        { paraboloid, NAN },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct lines lines = trace(rows[i].evaluate, rows[i].level);
        ck_assert_msg(lines.count == 0, "row %zu has %d segments", i, lines.count);
        free_lines(&lines);
    }
}
END_TEST

/* Beside a pole the level has its one line, on the side where f has it. */
START_TEST(a_pole_keeps_the_lines_beside_it)
{
    struct lines lines = trace(reciprocal, 2);
    ck_assert_int_gt(lines.count, 50);
    for (int i = 0; i < lines.count; i++) {
        double place[AXES];
        place_of(&lines, i, 0, place);
        ck_assert_double_eq_tol(place[0], 0.51, 0.01);
    }
    free_lines(&lines);
}
END_TEST

START_TEST(a_line_ends_where_the_domain_does)
{
    struct lines lines = trace(logarithm, -2);
    ck_assert_int_gt(lines.count, 0);
    for (int i = 0; i < lines.count; i++) {
        double place[AXES];
        place_of(&lines, i, 0, place);
        ck_assert_double_gt(place[0] + place[1], 0);
    }
    free_lines(&lines);
}
END_TEST

START_TEST(a_kink_is_no_jump)
{
    struct lines lines = trace(kink, 1.01);
    ck_assert_int_gt(lines.count, 20);
    for (int i = 0; i < lines.count; i++)
        ck_assert_int_eq(count_ends(&lines, lines.segments[i].ends[0]), 2);
    free_lines(&lines);
}
END_TEST

START_TEST(huge_and_tiny_values_are_drawn)
{
    struct lines huge = trace(huge_slope, 1e307);
    struct lines tiny = trace(tiny_slope, 1e-301);
    ck_assert_int_gt(huge.count, 50);
    ck_assert_int_gt(tiny.count, 50);
    for (int i = 0; i < huge.count; i++) {
        double place[AXES];
        place_of(&huge, i, 0, place);
        ck_assert_double_eq_tol(place[0] + place[1], 0.4, 1e-9);
    }
    free_lines(&huge);
    free_lines(&tiny);
}
END_TEST

START_TEST(a_pan_moves_values_by_whole_samples)
{
    struct viewport viewport = make_viewport();
    struct relief *before = compute(paraboloid, &viewport);
    struct failure failure;
    ck_assert_int_eq(viewport_pan(&viewport, 0, 3, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_pan(&viewport, 1, -2, &failure), STATUS_OK);
    struct relief *after = compute(paraboloid, &viewport);
    for (int row = 4; row < relief_nodes(after, 1); row++)
        for (int column = 0; column + 6 < relief_nodes(after, 0); column++)
            ck_assert(relief_value(after, column, row) ==
                      relief_value(before, column + 6, row - 4));
    relief_free(before);
    relief_free(after);
}
END_TEST

START_TEST(nodes_stand_on_samples)
{
    struct viewport viewport = make_viewport();
    struct relief *relief = compute(paraboloid, &viewport);
    for (int i = 0; i < SAMPLES; i++) {
        double node[AXES] = { 2 * (i + RELIEF_MARGIN), 2 * (i + RELIEF_MARGIN) };
        double place[AXES];
        relief_place(relief, node, place);
        ck_assert(place[0] == viewport_place(&viewport, 0, i));
        ck_assert(place[1] == viewport_place(&viewport, 1, i));
    }
    relief_free(relief);
}
END_TEST

START_TEST(the_lattice_is_kept_within_its_bounds)
{
    const int wanted[AXES] = { 3, 2 };
    struct viewport_shape shape = { .samples = { 37, 17 } };
    int density[AXES];
    relief_density(&shape, wanted, density);
    ck_assert_int_eq(density[0], 4);
    ck_assert_int_eq(density[1], 2);
    shape = (struct viewport_shape){ .samples = { 1999, 993 } };
    relief_density(&shape, wanted, density);
    ck_assert_int_eq(density[0], 1);
    ck_assert_int_eq(density[1], 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_circle_is_round_and_closed);
    tcase_add_test(cases, a_plane_has_a_straight_line);
    tcase_add_test(cases, a_saddle_is_decided_by_the_middle);
    tcase_add_test(cases, nothing_has_no_line);
    tcase_add_test(cases, a_pole_keeps_the_lines_beside_it);
    tcase_add_test(cases, a_line_ends_where_the_domain_does);
    tcase_add_test(cases, a_kink_is_no_jump);
    tcase_add_test(cases, huge_and_tiny_values_are_drawn);
    tcase_add_test(cases, a_pan_moves_values_by_whole_samples);
    tcase_add_test(cases, nodes_stand_on_samples);
    tcase_add_test(cases, the_lattice_is_kept_within_its_bounds);
}

SUITE_MAIN("contour", add_cases)
