/* Tests src/view/svg_places.c and svg_walks.c: nullclines, critical points, walks of a figure. */
#include "fixture.h"

#include "view/svg_parts.h"

/* Its derivatives are 0 on lines through (0.5, -1). */
PLANE_FUNCTION(first_slope, a + b + 0.5)
PLANE_FUNCTION(second_slope, a - 2 * b - 2.5)
PLANE_FUNCTION(no_slope, a * 0 + 1)

static const struct window window = { { -4.5, -2 }, { 4.5, 2 } };

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

/* The area of a figure with its window's middle, 0, in the middle. */
static struct svg_area area_of(void)
{
    struct svg_area area;
    svg_area_make(&area, &window, 37, 17);
    return area;
}

/* A function over the window on a lattice; to be freed. */
static struct relief *relief_of(evaluate_function *function)
{
    static const int density[AXES] = { 4, 4 };
    struct picture picture;
    struct relief *relief = relief_new();
    ck_assert_ptr_nonnull(relief);
    picture_open(&picture, function, 24, 80);
    ck_assert_int_eq(relief_compute(relief, &picture.fn, NULL, &picture.viewport, density),
                     STATUS_OK);
    picture_close(&picture);
    return relief;
}

/* Read the next point of a path, as a place; false at its end. */
static bool read_place(const char **at, const struct svg_area *area, double place[AXES])
{
    double point[AXES];
    char *end;
    *at += strspn(*at, "ML ");
    if (**at == '"' || **at == '\0')
        return false;
    point[0] = strtod(*at, &end);
    point[1] = strtod(end, &end);
    *at = end;
    projection_place(&area->projection, point, place);
    return true;
}

/* The points of the path of a class lie where the function is 0. Returns how many. */
static int check_path(const struct text *text, const char *class, const struct svg_area *area,
                      evaluate_function *function)
{
    int points = 0;
    double place[AXES];
    const char *at = strstr(text_string(text), class);
    ck_assert_ptr_nonnull(at);
    for (at = strstr(at, " d=\"") + strlen(" d=\""); read_place(&at, area, place); points++) {
        const double *const columns[] = { &place[0], &place[1] };
        double value;
        function(NULL, 1, columns, &value);
        ck_assert_double_eq_tol(value, 0, 0.02);
    }
    return points;
}

START_TEST(nullclines_lie_where_slopes_are_zero)
{
    struct relief *first = relief_of(first_slope);
    struct relief *second = relief_of(second_slope);
    struct svg_area area = area_of();
    struct text text = TEXT_EMPTY;
    struct svg_contents contents = { .samples = NULL };
    const struct svg_picture figure = { .slopes = { first, second } };
    svg_survey_places(&contents, &figure);
    ck_assert(contents.nullclines[0] && contents.nullclines[1]);
    svg_nullclines(&text, &figure, &area, &contents);
    assert_has(&text, "\"><title>∂f/∂x0 = 0</title></path>");
    assert_has(&text, "\"><title>∂f/∂x1 = 0</title></path>");
    int whole = check_path(&text, "nullcline-0", &area, first_slope);
    int dashed = check_path(&text, "nullcline-1", &area, second_slope);
    ck_assert_int_gt(whole, 40);
    ck_assert_int_gt(dashed, 20);
    text_free(&text);
    relief_free(first);
    relief_free(second);
}
END_TEST

START_TEST(no_line_has_no_path)
{
    struct relief *first = relief_of(no_slope);
    struct relief *second = relief_of(second_slope);
    struct svg_area area = area_of();
    struct text text = TEXT_EMPTY;
    struct svg_contents contents = { .samples = NULL };
    const struct svg_picture figure = { .slopes = { first, second } };
    svg_survey_places(&contents, &figure);
    ck_assert(!contents.nullclines[0] && contents.nullclines[1]);
    svg_nullclines(&text, &figure, &area, &contents);
    ck_assert_uint_eq(count_parts(&text, "<path"), 1);
    text_free(&text);
    relief_free(first);
    relief_free(second);
}
END_TEST

START_TEST(points_are_told)
{
    struct critical_point points[] = {
        { .kind = CRITICAL_minimum, .at = { 3, 2 }, .eigenvalues = { 25.71571, 82.2 },
          .index = 1 },
        { .kind = CRITICAL_degenerate_saddle, .at = { 0, -1 }, .value = -0.5, .index = -2 },
    };
    const struct critical_points critical = { .points = points, .count = 2 };
    struct svg_area area = area_of();
    struct text text = TEXT_EMPTY;
    struct svg_contents contents = { .samples = NULL };
    const struct svg_picture figure = { .critical = &critical };
    svg_survey_places(&contents, &figure);
    ck_assert(contents.critical[CRITICAL_minimum]);
    ck_assert(!contents.critical[CRITICAL_maximum]);
    svg_critical(&text, &figure, &area);
    assert_has(&text, "<title>minimum: x0 3, x1 2, f 0, curvature 25.7157 to 82.2, index 1<");
    assert_has(&text, "<title>degenerate saddle: x0 0, x1 −1, f −0.5, curvature 0 to 0, index −2<");
    ck_assert_uint_eq(count_parts(&text, "<circle class=\"ring\""), 2);
    ck_assert_uint_eq(count_parts(&text, ">m</text>"), 2);
    ck_assert_uint_eq(count_parts(&text, ">S</text>"), 2);
    text_free(&text);
}
END_TEST

/* Write one walk through these places; its area is `area`. */
static void write_walk(double (*places)[AXES], size_t count, const double last[AXES],
                       enum trail_end end, const struct svg_area *area, struct text *text,
                       struct svg_contents *contents)
{
    const struct trail trail = { .places = places, .count = count, .stride = 1,
                                 .last = { last[0], last[1] }, .end = end };
    const struct svg_walk walk = { &trail, "adam lr 1", "adam lr 1: because 1 < 2" };
    const struct svg_picture figure = { .walks = &walk, .walk_count = 1 };
    *contents = (struct svg_contents){ .samples = NULL };
    text_clear(text);
    svg_survey_walks(contents, &figure, area);
    svg_walks(text, &figure, area);
}

START_TEST(a_walk_has_its_marks)
{
    double places[][AXES] = { { -1, 0 }, { 0, 0 }, { 0.001, 0 }, { 1, 1 } };
    struct svg_area area = area_of();
    struct text text = TEXT_EMPTY;
    struct svg_contents contents;
    write_walk(places, 4, places[3], TRAIL_ARRIVED, &area, &text, &contents);
    assert_has(&text, "<title>adam lr 1: because 1 &lt; 2</title>");
    assert_has(&text, "<circle class=\"start-0\"");
    ck_assert_uint_eq(count_parts(&text, "<circle class=\"step-0\""), 2);
    assert_has(&text, "<path class=\"arrived-0\"");
    ck_assert_uint_eq(count_parts(&text, "ended"), 0);
    ck_assert_uint_eq(contents.walks, 1);
    ck_assert(contents.walk_marks[SVG_WALK_STEP] && contents.walk_marks[SVG_WALK_ARRIVED]);
    ck_assert(!contents.walk_marks[SVG_WALK_ENDED]);
    write_walk(places, 2, places[1], TRAIL_ENDED, &area, &text, &contents);
    assert_has(&text, "<path class=\"ended-0\"");
    write_walk(places, 2, places[1], TRAIL_GOES_ON, &area, &text, &contents);
    ck_assert_uint_eq(count_parts(&text, "ended"), 0);
    assert_has(&text, "<path class=\"stands-0\"");
    ck_assert(contents.walk_marks[SVG_WALK_STANDS]);
    write_walk(places, 0, places[1], TRAIL_ENDED, &area, &text, &contents);
    ck_assert_uint_eq(contents.walks, 0);
    ck_assert_uint_eq(count_parts(&text, "<path"), 0);
    text_free(&text);
}
END_TEST

/* A walk that runs far away leaves in its true direction; one to nowhere ends where it was seen. */
START_TEST(far_places_keep_their_direction)
{
    double places[][AXES] = { { -1, 0 }, { 1, 0 }, { 3e12, 1e12 }, { 1, 1 } };
    double nowhere[AXES] = { NAN, 0 };
    struct svg_area area = area_of();
    struct text text = TEXT_EMPTY;
    struct svg_contents contents;
    double points[8][AXES];
    int count = 0;
    write_walk(places, 4, nowhere, TRAIL_ENDED, &area, &text, &contents);
    const char *at = strstr(text_string(&text), " d=\"") + strlen(" d=\"");
    while (count < 8 && read_place(&at, &area, points[count]))
        count++;
    /* There and back: from (1, 0), then another piece to (1, 1). */
    ck_assert_int_eq(count, 5);
    ck_assert_double_eq_tol(points[2][1] / (points[2][0] - 1), 1.0 / 3, 1e-4);
    ck_assert_double_eq_tol((points[3][1] - 1) / (points[3][0] - 1), 1.0 / 3, 1e-4);
    ck_assert_double_eq_tol(points[4][1], 1, 0.01);
    assert_has(&text, "<path class=\"ended-0\"");
    ck_assert_uint_eq(count_parts(&text, "nan"), 0);
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, nullclines_lie_where_slopes_are_zero);
    tcase_add_test(cases, no_line_has_no_path);
    tcase_add_test(cases, points_are_told);
    tcase_add_test(cases, a_walk_has_its_marks);
    tcase_add_test(cases, far_places_keep_their_direction);
}

SUITE_MAIN("view svg places", add_cases)
