/* Tests src/view/svg*.c: windows, and the pieces that a figure is made of. */
#include "fixture.h"

#include <stdio.h>

#include "view/mark.h"
#include "view/svg_parts.h"

PLANE_FUNCTION(bowl, a *a + b * b)
PLANE_FUNCTION(flat, 0 * a)
PLANE_FUNCTION(roof, fabs(a) + fabs(b) / 2)
PLANE_FUNCTION(quartic, a *a *a *a *a - a * a + b * b * b * b - 3 * b + a * b)
PLANE_FUNCTION(waves, sin(40 * a) * cos(40 * b))
PLANE_FUNCTION(steep, (a * a + b) * 1e300)

/* Fail unless `text` holds that; empties it. */
static void assert_text(struct text *text, const char *expected)
{
    ck_assert_str_eq(text_string(text), expected);
    text_clear(text);
}

START_TEST(numbers_have_three_decimals)
{
    static const struct {
        double value;
        const char *expected;
    } rows[] = {
        { 0, "0" }, { -0.0, "0" }, { 1, "1" }, { -2.5, "-2.5" }, { 100, "100" },
        { 0.0004, "0" }, { 0.0005, "0.001" }, { -0.0004, "0" }, { -0.25, "-0.25" },
        { 12.3456, "12.346" }, { 0.05, "0.05" }, { 7.1, "7.1" }, { 999.9999, "1000" },
        { HUGE_VAL, "1000000" }, { -1e300, "-1000000" },
    };
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        svg_number(&text, rows[i].value);
        assert_text(&text, rows[i].expected);
    }
    text_free(&text);
}
END_TEST

START_TEST(words_are_no_markup)
{
    static const struct {
        const char *words;
        size_t most;
        const char *expected;
    } rows[] = {
        { "x < 1 && y > \"0\"", 99, "x &lt; 1 &amp;&amp; y &gt; &quot;0&quot;" },
        { "it's &lt;", 99, "it's &amp;lt;" },
        { "a\033[31m\n\tb\177", 99, "a\\x1b[31m\\x0a\\x09b\\x7f" },
        { "\xff\xc3", 99, "\\xff\\xc3" },
        { "é∇\xef\xbf\xbf", 99, "é∇\\u{ffff}" },
        { "abcdef", 6, "abcdef" },
        { "abcdefg", 6, "abcde…" },
        { "<<<<", 2, "&lt;…" },
        { "", 0, "" },
    };
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        svg_escape(&text, rows[i].words, rows[i].most);
        assert_text(&text, rows[i].expected);
    }
    text_free(&text);
}
END_TEST

static void assert_window(const struct window *window, double low0, double high0, double low1,
                          double high1)
{
    ck_assert_double_eq_tol(window->low[0], low0, 1e-12);
    ck_assert_double_eq_tol(window->high[0], high0, 1e-12);
    ck_assert_double_eq_tol(window->low[1], low1, 1e-12);
    ck_assert_double_eq_tol(window->high[1], high1, 1e-12);
}

START_TEST(windows_are_widened)
{
    const struct window square = { { -2, -2 }, { 2.25, 2.25 } };
    const struct window narrow = { { -1, -2 }, { 1, 2 } };
    const struct window long_one = { { -1, -20 }, { 1, 20 } };
    struct window shown = svg_window(&square, 18, 18, ASPECT_equal);
    ck_assert_mem_eq(&shown, &square, sizeof shown);
    shown = svg_window(&narrow, 18, 18, ASPECT_fill);
    ck_assert_mem_eq(&shown, &narrow, sizeof shown);
    shown = svg_window(&narrow, 18, 18, ASPECT_equal);
    assert_window(&shown, -2, 2, -2, 2);
    shown = svg_window(&narrow, 18, 18, ASPECT_auto);
    assert_window(&shown, -2, 2, -2, 2);
    shown = svg_window(&long_one, 18, 18, ASPECT_auto);
    ck_assert_mem_eq(&shown, &long_one, sizeof shown);
    /* Cells are squares: 4 intervals are as long as 2 of as many units. */
    shown = svg_window(&narrow, 5, 3, ASPECT_equal);
    assert_window(&shown, -4, 4, -2, 2);
}
END_TEST

/* Every number of the contour of a bowl lies on the circle that its level stands for. */
START_TEST(contours_lie_where_f_has_their_value)
{
    struct picture picture;
    static const int density[AXES] = { 4, 4 };
    struct relief *relief = relief_new();
    struct svg_area area;
    struct text text = TEXT_EMPTY;
    int points = 0;
    double before[AXES] = { 0, 0 };
    double length = 0;
    double levels[SPREAD_LEVELS_MOST];
    ck_assert_ptr_nonnull(relief);
    picture_open(&picture, bowl, 24, 80);
    ck_assert_int_eq(relief_compute(relief, &picture.fn, NULL, &picture.viewport, density),
                     STATUS_OK);
    struct svg_picture figure = {
        .field = picture.field, .relief = relief,
        .spread = spread_of(picture.field, picture.numbers),
        .window = { { -4.5, -2 }, { 4.5, 2 } },
    };
    svg_area_make(&area, &figure.window, 37, 17);
    svg_contours(&text, &figure, &area);
    const char *at = strstr(text_string(&text), " d=\"");
    ck_assert_ptr_nonnull(at);
    for (at += strlen(" d=\""); strchr("ML ", *at) != NULL && *at != '\0'; points++) {
        double point[AXES];
        double place[AXES];
        char *end;
        at += strspn(at, "ML ");
        point[0] = strtod(at, &end);
        point[1] = strtod(end, &end);
        at = end;
        projection_place(&area.projection, point, place);
        if (points % 2 == 1)
            length += hypot(place[0] - before[0], place[1] - before[1]);
        before[0] = place[0];
        before[1] = place[1];
        spread_levels(&figure.spread, SVG_LEVELS, levels);
        ck_assert_double_eq_tol(place[0] * place[0] + place[1] * place[1], levels[0], 0.05);
    }
    ck_assert_int_gt(points, 20);
    /* The line is whole: a circle within the window. */
    ck_assert_double_eq_tol(length, 2 * acos(-1) * sqrt(levels[0]), 0.05);
    text_free(&text);
    relief_free(relief);
    picture_close(&picture);
}
END_TEST

START_TEST(arrows_have_heads)
{
    const double from[AXES] = { 10, 20 };
    const double down[AXES] = { 0, 5 };
    struct text text = TEXT_EMPTY;
    svg_arrow(&text, from, down, 30, 1, 3);
    assert_text(&text, "<path class=\"level-3\" "
                       "d=\"M 10 20 L 10 50 L 8.2 45 L 11.8 45 L 10 50\"/>\n");
    text_free(&text);
}
END_TEST

START_TEST(unsure_arrows_have_dashed_shafts)
{
    const double from[AXES] = { 10, 20 };
    const double down[AXES] = { 0, 5 };
    struct text text = TEXT_EMPTY;
    svg_arrow(&text, from, down, 30, 1, SVG_UNSURE);
    assert_text(&text, "<path class=\"unsure\" d=\"M 10 20 L 10 50\"/>\n"
                       "<path class=\"unsure-head\" d=\"M 10 50 L 8.2 45 L 11.8 45 L 10 50\"/>\n");
    svg_dashes(&text, 1);
    assert_text(&text, " stroke-dasharray=\"2.5 2\"");
    text_free(&text);
}
END_TEST

/* Every kind of mark is a shape of its own, around its place. */
START_TEST(marks_differ)
{
    const double point[AXES] = { 100, 200 };
    struct text seen[MARK_COUNT];
    for (int mark = 0; mark < MARK_COUNT; mark++) {
        seen[mark] = (struct text)TEXT_EMPTY;
        svg_mark(&seen[mark], point, (enum mark)mark, 4);
        for (int other = 0; other < mark; other++)
            ck_assert_str_ne(text_string(&seen[mark]), text_string(&seen[other]));
    }
    assert_text(&seen[MARK_KINK], "<path class=\"kink\" d=\"M 97.2 201.8 L 100 197.8 L 102.8 201.8\"/>\n");
    for (int mark = 0; mark < MARK_COUNT; mark++)
        text_free(&seen[mark]);
}
END_TEST

/* Make the picture's field, judged where it is to be, into a figure. */
static void write_layers(const struct picture *picture, layer_set layers, struct text *text)
{
    const struct svg_picture figure = {
        .field = picture->field, .window = { { -2, -2 }, { 2, 2 } },
        .colors = color_scale_of_magnitudes(&picture->frame.scale), .layers = layers,
        .function = "f", .settings = "central"
    };
    text_clear(text);
    svg_write(&figure, text);
    ck_assert(!text->failed);
}

static void write_figure(const struct picture *picture, struct text *text)
{
    write_layers(picture, layers_shown_first(), text);
}

/* How often `part` is in the text. */
static size_t count_parts(const struct text *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text_string(text), part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

START_TEST(samples_become_arrows_and_marks)
{
    struct picture picture;
    struct text text = TEXT_EMPTY;
    picture_open(&picture, bowl, 12, 40);
    size_t samples = field_columns(picture.field) * field_rows(picture.field);
    write_figure(&picture, &text);
    /* One arrow and one dot are in the legend, one sample is the minimum. */
    ck_assert_uint_eq(count_parts(&text, "<path class=\"level-"), samples);
    ck_assert_uint_eq(count_parts(&text, "<circle class=\"zero\""), 2);
    ck_assert_uint_eq(count_parts(&text, "id=\"arrows\""), 1);
    picture_close(&picture);
    picture_open(&picture, flat, 12, 40);
    write_figure(&picture, &text);
    ck_assert_uint_eq(count_parts(&text, "<circle class=\"zero\""), samples + 1);
    ck_assert_uint_eq(count_parts(&text, "<path class=\"level-"), 0);
    picture_close(&picture);
    picture_open(&picture, steep, 12, 40);
    write_figure(&picture, &text);
    ck_assert_uint_eq(count_parts(&text, "<path class=\"level-"), samples + 1);
    ck_assert_uint_eq(count_parts(&text, "nan"), 0);
    picture_close(&picture);
    text_free(&text);
}
END_TEST

/* Judge the picture's field at the step h. */
static void judge(struct picture *picture, double h)
{
    struct difference difference = difference_default();
    struct plane plane = { .differentiator = picture->differentiator };
    size_t columns = field_columns(picture->field);
    difference.h = h;
    for (size_t i = 0; i < columns; i++)
        picture->numbers[i] = viewport_place(&picture->viewport, 0, (int)i);
    for (size_t i = 0; i < field_rows(picture->field); i++)
        picture->numbers[columns + i] = viewport_place(&picture->viewport, 1, (int)i);
    field_compute(picture->field, &plane, &difference, picture->numbers,
                  picture->numbers + columns);
    field_judge(picture->field, &plane, &difference);
}

/* What view/mark.h says of the samples of a picture's field. */
struct told {
    size_t marks[MARK_COUNT];
    size_t dim;
};

static struct told tell(const struct picture *picture)
{
    struct told told = { .dim = 0 };
    struct surrounded surrounded = { .field = picture->field };
    for (size_t row = 0; row < field_rows(picture->field); row++)
        for (size_t column = 0; column < field_columns(picture->field); column++) {
            struct sample sample = field_sample(picture->field, column, row);
            enum mark mark;
            if (mark_find_among(&surrounded, column, row, true, &mark))
                told.marks[mark]++;
            else
                told.dim += mark_dims(&sample, true);
        }
    return told;
}

/* Fail unless there is one of the class for each sample, and where there are any, in the legend. */
static void assert_class(const struct text *text, const char *class, size_t samples)
{
    char part[32];
    snprintf(part, sizeof part, "<path class=\"%s\"", class);
    ck_assert_uint_eq(count_parts(text, part), samples + (samples > 0));
}

START_TEST(trust_is_that_of_frames)
{
    static const struct {
        evaluate_function *function;
        double h;
        const char *part; /* of the figure, and not without the layer */
    } rows[] = {
        { roof, 1e-4, "<title>kink: " }, { quartic, 1, "<title>the arrow may be reversed" },
        { quartic, 1, "id=\"truncation\"" }, { quartic, 1e-15, "id=\"roundoff\"" },
        { waves, 1e-4, ">f varies faster than the cells can show at " },
    };
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct picture picture;
        picture_open(&picture, rows[i].function, 24, 80);
        judge(&picture, rows[i].h);
        struct told told = tell(&picture);
        write_figure(&picture, &text);
        ck_assert_uint_eq(count_parts(&text, rows[i].part), 1);
        assert_class(&text, "unsure", told.dim);
        assert_class(&text, "doubtful", told.marks[MARK_DOUBTFUL]);
        assert_class(&text, "kink", told.marks[MARK_KINK]);
        assert_class(&text, "aliased", told.marks[MARK_ALIASED]);
        write_layers(&picture, layers_shown_first() & ~(1u << LAYER_trust), &text);
        ck_assert_uint_eq(count_parts(&text, rows[i].part), 0);
        assert_class(&text, "unsure", 0);
        picture_close(&picture);
    }
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, numbers_have_three_decimals);
    tcase_add_test(cases, words_are_no_markup);
    tcase_add_test(cases, windows_are_widened);
    tcase_add_test(cases, contours_lie_where_f_has_their_value);
    tcase_add_test(cases, arrows_have_heads);
    tcase_add_test(cases, unsure_arrows_have_dashed_shafts);
    tcase_add_test(cases, marks_differ);
    tcase_add_test(cases, trust_is_that_of_frames);
    tcase_add_test(cases, samples_become_arrows_and_marks);
}

SUITE_MAIN("view svg", add_cases)
