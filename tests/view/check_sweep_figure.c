/* Tests src/view/sweep_figure*.c: where curves lie, what is left out and said, which is which. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view/sweep_figure_parts.h"

enum { SCHEMES = 9 };

/* A figure of so many curves: truncation `size` h^2, roundoff 1e-16 size / h. */
static struct sweep_figure *make_figure(size_t count, double size)
{
    static const char *const names[SCHEMES] = {
        "forward", "backward", "forward2", "backward2", "central",
        "central4", "central6", "central8", "richardson"
    };
    struct sweep_figure *figure = calloc(1, sizeof *figure);
    ck_assert_ptr_nonnull(figure);
    figure->count = count;
    figure->present = count / 2;
    figure->own[0] = figure->own[1] = 1e-4;
    figure->function = "f";
    figure->settings = "central h=0.0001";
    for (size_t i = 0; i < count; i++) {
        struct sweep_curve *curve = &figure->curves[i];
        curve->name = names[i];
        for (size_t step = 0; step < SWEEP_STEPS; step++) {
            double h = sweep_step(step);
            curve->truncations[step] = size * h * h;
            curve->roundoffs[step] = 1e-16 * size / h;
            curve->estimates[step] = curve->truncations[step] + curve->roundoffs[step];
            curve->truths[step] = curve->estimates[step] / 3;
        }
    }
    return figure;
}

/* Fail unless writing succeeds without anything that is no number. */
static void write_figure(const struct sweep_figure *figure, struct text *text)
{
    text_clear(text);
    sweep_figure_write(figure, text);
    ck_assert(!text->failed);
    ck_assert_ptr_null(strstr(text_string(text), "\"nan"));
    ck_assert_ptr_null(strstr(text_string(text), "inf"));
}

static size_t count_parts(const struct text *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text_string(text), part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

/* The points of the path of a class; how many, and into how many pieces the path falls. */
static size_t read_path(const struct text *text, const char *class, double points[SWEEP_STEPS][2],
                        size_t *pieces)
{
    char begin[64];
    size_t count = 0;
    *pieces = 0;
    snprintf(begin, sizeof begin, "<g class=\"%s\">\n<path d=\"", class);
    const char *at = strstr(text_string(text), begin);
    if (at == NULL)
        return 0;
    for (at += strlen(begin); *at != '"'; count++) {
        char *end;
        while (strchr("ML \n", *at) != NULL)
            *pieces += *at++ == 'M' ? 1 : 0;
        ck_assert_uint_lt(count, SWEEP_STEPS);
        points[count][0] = strtod(at, &end);
        points[count][1] = strtod(end, &end);
        at = end;
    }
    return count;
}

/* Two ticks of an axis as its labels tell: ten to the power `decade` lies at `place`. */
struct scale_read {
    double decade[2];
    double place[2];
};

/* Read the first label and the last of an axis. */
static struct scale_read read_axis(const struct text *text, const char *anchor, int axis)
{
    static const double label_drop = 4;
    struct scale_read scale;
    char begin[64];
    size_t seen = 0;
    snprintf(begin, sizeof begin, " text-anchor=\"%s\">10<tspan class=\"power\" dy=\"-5\">", anchor);
    for (const char *at = strstr(text_string(text), begin); at != NULL; at = strstr(at + 1, begin)) {
        const char *element = at;
        while (strncmp(element, "<text", 5) != 0)
            element--;
        double x = strtod(strstr(element, "x=\"") + 3, NULL);
        double y = strtod(strstr(element, "y=\"") + 3, NULL);
        const char *power = at + strlen(begin);
        double sign = 1;
        if (strncmp(power, "−", strlen("−")) == 0) {
            power += strlen("−");
            sign = -1;
        }
        size_t which = seen++ == 0 ? 0 : 1;
        scale.decade[which] = sign * strtod(power, NULL);
        scale.place[which] = axis == 0 ? x : y - label_drop;
    }
    ck_assert_uint_ge(seen, 2);
    return scale;
}

/* Fail unless `place` is that of a number, to half a user unit, as the axis's labels tell. */
static void assert_place(const struct scale_read *scale, double number, double place)
{
    double share = (log10(number) - scale->decade[0]) / (scale->decade[1] - scale->decade[0]);
    ck_assert_double_eq_tol(place, scale->place[0] + share * (scale->place[1] - scale->place[0]),
                            0.5);
}

/* Fail unless a path of all steps lies where the labels of the axes say. */
static void assert_curve(const struct text *text, const char *class, const double *errors)
{
    double points[SWEEP_STEPS][2];
    size_t pieces;
    struct scale_read across = read_axis(text, "middle", 0);
    struct scale_read up = read_axis(text, "end", 1);
    ck_assert_uint_eq(read_path(text, class, points, &pieces), SWEEP_STEPS);
    ck_assert_uint_eq(pieces, 1);
    for (size_t step = 0; step < SWEEP_STEPS; step++) {
        assert_place(&across, sweep_step(step), points[step][0]);
        assert_place(&up, errors[step], points[step][1]);
    }
}

START_TEST(curves_lie_where_the_labels_say)
{
    static const double sizes[] = { 1, 1e-3, 1e299, 1e-280 };
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct sweep_figure *alone = make_figure(1, sizes[i]);
        struct sweep_figure *several = make_figure(3, sizes[i]);
        write_figure(alone, &text);
        assert_curve(&text, "scheme-0", alone->curves[0].estimates);
        assert_curve(&text, "true-error", alone->curves[0].truths);
        write_figure(several, &text);
        assert_curve(&text, "scheme-2", several->curves[2].estimates);
        assert_curve(&text, "scheme-1 present", several->curves[1].estimates);
        ck_assert_ptr_null(strstr(text_string(&text), "<g class=\"true-error"));
        free(several);
        free(alone);
    }
    text_free(&text);
}
END_TEST

/* From the least double to the greatest, all of it lies within the figure. */
START_TEST(the_ends_of_doubles_are_drawn)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct sweep_area area;
    struct text text = TEXT_EMPTY;
    figure->curves[0].estimates[0] = 1.7e308;
    figure->curves[0].truths[3] = 5e-324;
    write_figure(figure, &text);
    assert_curve(&text, "scheme-0", figure->curves[0].estimates);
    assert_curve(&text, "true-error", figure->curves[0].truths);
    sweep_area_make(&area, figure, 2, 0);
    ck_assert_double_ge(sweep_y(&area, 1.7e308), area.top);
    ck_assert_double_le(sweep_y(&area, 5e-324), area.top + area.height);
    text_free(&text);
    free(figure);
}
END_TEST

/* What has no logarithm ends the line, and is told. */
START_TEST(gaps_are_left_and_told)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct sweep_curve *curve = &figure->curves[0];
    struct text text = TEXT_EMPTY;
    double points[SWEEP_STEPS][2];
    size_t pieces;
    curve->estimates[3] = 0;
    curve->estimates[5] = curve->estimates[6] = INFINITY;
    curve->estimates[47] = curve->estimates[48] = NAN;
    curve->verdicts[47] = curve->verdicts[48] = VERDICT_dead;
    curve->estimates[10] = NAN;
    curve->verdicts[10] = VERDICT_undefined;
    curve->verdicts[20] = VERDICT_kink;
    curve->truths[0] = 0;
    curve->truths[2] = NAN;
    write_figure(figure, &text);
    ck_assert_uint_eq(read_path(&text, "scheme-0", points, &pieces), SWEEP_STEPS - 6);
    ck_assert_uint_eq(pieces, 4);
    ck_assert_uint_eq(read_path(&text, "true-error", points, &pieces), SWEEP_STEPS - 2);
    ck_assert_uint_eq(pieces, 2);
    static const char *const notes[] = {
        ">not drawn, the estimate is exactly 0: h = 0.1</text>",
        ">not drawn, the error cannot be estimated: h = 0.01 to 0.02</text>",
        ">not drawn, the step is lost to rounding: h = 1e−16 to 2e−16</text>",
        ">not drawn, f has no finite value at the place or a step away: h = 0.0005</text>",
        ">not drawn, the true error is exactly 0: h = 1</text>",
        ">not drawn, there is no exact gradient: h = 0.2</text>",
        ">kink, the slopes to both sides differ and the estimate means nothing: h = 2e−7</text>",
    };
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
        ck_assert_msg(strstr(text_string(&text), notes[i]) != NULL, "no note %s", notes[i]);
    /* The least estimate is 0, which is no place for a line. */
    ck_assert_ptr_null(strstr(text_string(&text), "best h"));
    text_free(&text);
    free(figure);
}
END_TEST

/* Among several a step without neighbours is a dot, and notes tell which schemes they are about. */
START_TEST(several_are_told_apart)
{
    struct sweep_figure *figure = make_figure(SCHEMES, 1);
    struct text text = TEXT_EMPTY;
    figure->curves[2].estimates[1] = figure->curves[2].estimates[3] = 0;
    figure->curves[4].estimates[8] = 0;
    for (size_t i = 0; i < SCHEMES; i++)
        figure->curves[i].verdicts[0] = VERDICT_kink;
    for (size_t i = 0; i < SCHEMES - 1; i++) {
        figure->curves[i].estimates[40] = NAN;
        figure->curves[i].verdicts[40] = VERDICT_dead;
    }
    write_figure(figure, &text);
    ck_assert_uint_eq(count_parts(&text, "<circle class=\"point\""), 2);
    ck_assert_uint_eq(count_parts(&text, "<g class=\"scheme-4 present\">"), 2);
    ck_assert_uint_eq(count_parts(&text, "<title>"), 1 + SCHEMES);
    static const char *const words[] = {
        ">not drawn, the estimate is exactly 0: some h from 0.002 to 0.5; forward2, central<",
        ">not drawn, the step is lost to rounding: h = 5e−14; 8 of 9 schemes<",
        ": h = 1; all schemes<",
        ">richardson</text>",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        ck_assert_msg(strstr(text_string(&text), words[i]) != NULL, "no %s", words[i]);
    /* Each has dashes of its own. */
    const char *dashes[SCHEMES];
    for (size_t i = 0; i < SCHEMES; i++) {
        char rule[64];
        snprintf(rule, sizeof rule, "\n.scheme-%zu path { stroke: #", i);
        dashes[i] = strstr(text_string(&text), rule);
        ck_assert_ptr_nonnull(dashes[i]);
        dashes[i] = strstr(dashes[i], "stroke-dasharray: ");
        size_t length = strcspn(dashes[i], "}") + 1;
        for (size_t other = 0; other < i; other++)
            ck_assert_int_ne(strncmp(dashes[i], dashes[other], length), 0);
    }
    text_free(&text);
    free(figure);
}
END_TEST

/* Fail unless the group `marks` has so many lines, and one with that label at that step. */
static void assert_mark(const struct text *text, size_t count, double h, const char *label)
{
    struct scale_read across = read_axis(text, "middle", 0);
    const char *group = strstr(text_string(text), "<g id=\"marks\">");
    const char *end = strstr(group, "</g>");
    size_t lines = 0;
    bool found = false;
    for (const char *at = strstr(group, "<path"); at != NULL && at < end;
         at = strstr(at + 1, "<path")) {
        const char *words = strchr(strstr(at, "<text"), '>') + 1;
        lines++;
        if (strncmp(words, label, strlen(label)) != 0 || words[strlen(label)] != '<')
            continue;
        found = true;
        assert_place(&across, h, strtod(strstr(at, "M ") + 2, NULL));
    }
    ck_assert_uint_eq(lines, count);
    ck_assert_msg(found, "no line with %s", label);
}

START_TEST(lines_stand_at_the_present_and_the_best_step)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct text text = TEXT_EMPTY;
    write_figure(figure, &text);
    assert_mark(&text, 2, 1e-4, "h = 0.0001");
    assert_mark(&text, 2, 5e-6, "best h = 5e−6, estimate 4.5e−11");
    figure->own[1] = 3e-7;
    write_figure(figure, &text);
    assert_mark(&text, 3, 1e-4, "h of x0 = 0.0001");
    assert_mark(&text, 3, 3e-7, "h of x1 = 3e−7");
    figure->own[1] = NAN;
    write_figure(figure, &text);
    assert_mark(&text, 2, 1e-4, "h = 0.0001");
    figure->own[0] = figure->own[1] = 5;
    write_figure(figure, &text);
    assert_mark(&text, 1, 5e-6, "best h = 5e−6, estimate 4.5e−11");
    ck_assert_uint_eq(count_parts(&text, ">h = 5 lies outside of the figure<"), 1);
    figure->own[0] = figure->own[1] = NAN;
    write_figure(figure, &text);
    ck_assert_ptr_null(strstr(text_string(&text), "outside"));
    text_free(&text);
    free(figure);
}
END_TEST

/* Where the parts of the estimate cross, one branch ends and the other begins. */
START_TEST(branches_are_named)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct text text = TEXT_EMPTY;
    write_figure(figure, &text);
    struct scale_read across = read_axis(&text, "middle", 0);
    const char *group = strstr(text_string(&text), "<g id=\"branches\">");
    ck_assert_ptr_nonnull(group);
    const char *right = strstr(group, " L ");
    right = strstr(right + 1, " L ");
    /* They do so at 4.6e-6, between the steps 5e-6 and 2e-6. */
    assert_place(&across, sqrt(5e-6 * 2e-6), strtod(right + 3, NULL));
    ck_assert_uint_eq(count_parts(&text, ">roundoff</text>"), 1);
    ck_assert_uint_eq(count_parts(&text, ">truncation</text>"), 1);
    /* Noise that looks like truncation, below the best step, is rounding all the same. */
    for (size_t step = 0; step < SWEEP_STEPS; step++)
        if (sweep_step(step) < 1e-7)
            figure->curves[0].truncations[step] = 2 * figure->curves[0].roundoffs[step];
    write_figure(figure, &text);
    group = strstr(text_string(&text), "<g id=\"branches\">");
    ck_assert_ptr_nonnull(group);
    right = strstr(strstr(group, " L ") + 1, " L ");
    assert_place(&across, sqrt(5e-6 * 2e-6), strtod(right + 3, NULL));
    for (size_t step = 0; step < SWEEP_STEPS; step++)
        figure->curves[0].estimates[step] = figure->curves[0].roundoffs[step] =
            1e-16 / sweep_step(step);
    memset(figure->curves[0].truncations, 0, sizeof figure->curves[0].truncations);
    write_figure(figure, &text);
    ck_assert_uint_eq(count_parts(&text, ">roundoff</text>"), 1);
    ck_assert_uint_eq(count_parts(&text, ">truncation</text>"), 0);
    text_free(&text);
    free(figure);
}
END_TEST

/* A branch of three steps at the edge has no room for its name within the figure. */
START_TEST(a_name_without_room_stands_beside)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct sweep_curve *curve = &figure->curves[0];
    struct sweep_area area;
    struct text text = TEXT_EMPTY;
    for (size_t step = 3; step < SWEEP_STEPS; step++)
        curve->estimates[step] = curve->roundoffs[step] = 1e-8 / sweep_step(step);
    write_figure(figure, &text);
    const char *name = strstr(text_string(&text), " text-anchor=\"start\">truncation<");
    ck_assert_ptr_nonnull(name);
    while (strncmp(name, "x=\"", 3) != 0)
        name--;
    sweep_area_make(&area, figure, 2, 0);
    ck_assert_double_ge(strtod(name + 3, NULL), area.left + area.width);
    text_free(&text);
    free(figure);
}
END_TEST

START_TEST(nothing_to_draw_is_said)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct sweep_curve *curve = &figure->curves[0];
    struct text text = TEXT_EMPTY;
    double points[SWEEP_STEPS][2];
    size_t pieces;
    for (size_t step = 0; step < SWEEP_STEPS; step++) {
        curve->estimates[step] = curve->truths[step] = NAN;
        curve->verdicts[step] = VERDICT_undefined;
    }
    write_figure(figure, &text);
    ck_assert_uint_eq(read_path(&text, "scheme-0", points, &pieces), 0);
    ck_assert_uint_eq(count_parts(&text, ">no error is known here<"), 1);
    ck_assert_uint_eq(count_parts(&text, "a step away: at every h<"), 1);
    ck_assert_uint_eq(count_parts(&text, "text-anchor=\"end\">10<"), 0);
    for (size_t step = 0; step < SWEEP_STEPS; step++) {
        curve->estimates[step] = curve->truths[step] = 0;
        curve->verdicts[step] = VERDICT_ok;
    }
    write_figure(figure, &text);
    ck_assert_uint_eq(count_parts(&text, ">every error that is known is exactly 0<"), 1);
    ck_assert_uint_eq(count_parts(&text, "the estimate is exactly 0: at every h<"), 1);
    text_free(&text);
    free(figure);
}
END_TEST

START_TEST(words_are_no_markup)
{
    struct sweep_figure *figure = make_figure(1, 1);
    struct text text = TEXT_EMPTY;
    figure->function = "if(x < 1 && y > 0, x, \033y)";
    write_figure(figure, &text);
    ck_assert_uint_eq(count_parts(&text, "Error of ∇f against h: if(x &lt; 1 &amp;&amp; y &gt; 0, x, "
                                         "\\x1by)</t"), 2);
    text_free(&text);
    free(figure);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, curves_lie_where_the_labels_say);
    tcase_add_test(cases, the_ends_of_doubles_are_drawn);
    tcase_add_test(cases, gaps_are_left_and_told);
    tcase_add_test(cases, several_are_told_apart);
    tcase_add_test(cases, lines_stand_at_the_present_and_the_best_step);
    tcase_add_test(cases, branches_are_named);
    tcase_add_test(cases, a_name_without_room_stands_beside);
    tcase_add_test(cases, nothing_to_draw_is_said);
    tcase_add_test(cases, words_are_no_markup);
}

SUITE_MAIN("view sweep_figure", add_cases)
