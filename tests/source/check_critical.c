/*
 * Tests src/grad/critical*.c and winding.c: known critical points, random ones by their index, and
 * searches that are left off.
 */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "formulas.h"
#include "grad/critical_search.h"

/* A text's function, and its slope. */
struct land {
    struct formula *formula;
    struct formula_function *function;
    struct plane_slope slope;
};

static struct land new_land(const char *text)
{
    struct land land = { .formula = new_formula(text) };
    struct failure failure;
    ck_assert_int_eq(formula_function_new(land.formula, 2, &land.function, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(land.function, land.formula, &failure),
                     STATUS_OK);
    ck_assert_int_eq(formula_function_curve_plane(land.function, land.formula, &failure),
                     STATUS_OK);
    ck_assert(plane_slope_make(&land.slope, formula_function_fn(land.function), NULL));
    return land;
}

static void free_land(struct land *land)
{
    plane_slope_release(&land->slope);
    formula_function_free(land->function);
    formula_free(land->formula);
}

/* The points of a text's function in a window; to be freed. */
static struct critical_points find(const char *text, const struct rectangle *window)
{
    struct land land = new_land(text);
    struct critical_points points = { .count = 0 };
    ck_assert(critical_points_find(&land.slope, window, &points));
    free_land(&land);
    return points;
}

/* A window, how many points of each kind are in it, and what its edge says. */
struct census {
    const char *text;
    struct rectangle window;
    size_t kinds[CRITICAL_KIND_COUNT]; /* minima, maxima, saddles, degenerate ones */
    int index;
};

#define HIMMELBLAU "(x^2+y-11)^2 + (x+y^2-7)^2"
#define SIX_HUMP "(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (-4 + 4y^2)*y^2"
#define THREE_HUMP "2x^2 - 1.05x^4 + x^6/6 + x*y + y^2"
#define ROSENBROCK "(1-x)^2 + 100*(y-x^2)^2"
#define MCCORMICK "sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1"
#define BEALE "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2"
#define MONKEY "x^3 - 3x*y^2"

static const struct census censuses[] = {
    { HIMMELBLAU, { { -5, -5 }, { 5, 5 } }, { 4, 1, 4 }, 1 },
    { SIX_HUMP, { { -3, -2 }, { 3, 2 } }, { 6, 2, 7 }, 1 },
    { THREE_HUMP, { { -5, -5 }, { 5, 5 } }, { 3, 0, 2 }, 1 },
    { ROSENBROCK, { { -2, -2 }, { 2, 2 } }, { 1, 0, 0 }, 1 },
    { MCCORMICK, { { -1.5, -3 }, { 4, 4 } }, { 2, 0, 1 }, 1 },
    { BEALE, { { -4.5, -4.5 }, { 4.5, 4.5 } }, { 1, 0, 2 }, -1 },
    { MONKEY, { { -2, -2 }, { 2, 2 } }, { [CRITICAL_degenerate_saddle] = 1 }, -2 },
    { MONKEY, { { -1, -1.5 }, { 2.5, 2 } }, { [CRITICAL_degenerate_saddle] = 1 }, -2 },
    { "sin(x)*sin(y)", { { -4, -4 }, { 4, 4 } }, { 2, 2, 9 }, -5 },
    { "x^4 + y^4", { { -1, -1 }, { 1, 1.5 } }, { [CRITICAL_degenerate_minimum] = 1 }, 1 },
    { "-x^4 - y^2", { { -1, -1 }, { 1, 1.5 } }, { [CRITICAL_degenerate_maximum] = 1 }, 1 },
    { "x^3 + y^2", { { -1, -1 }, { 1, 1.5 } }, { [CRITICAL_degenerate_saddle] = 1 }, 0 },
    /* Of these one derivative is zero along lines, and the other nowhere. */
    { "x + y^3 - 3y", { { -4.5, -2 }, { 4.5, 2 } }, { 0 }, 0 },
    { "x + 1e6*y^2", { { -2, -2 }, { 2, 2.5 } }, { 0 }, 0 },
    { "sin(x + y) + x - y", { { -3, -2 }, { 3, 2.5 } }, { 0 }, 0 },
    { "x + y", { { -1, -1 }, { 1, 1 } }, { 0 }, 0 },
    { "exp(-x)", { { -2, -2 }, { 2, 2 } }, { 0 }, 0 },
    { "x > 0 ? log(x) + x^2 - 3x + y^2 : x", { { -2, -2 }, { 2, 2 } }, { 1, 0, 1 }, 0 },
    /* The Hessian has no inverse where the gradient is not 0. */
    { "x + y^2", { { -2, -2 }, { 2, 2 } }, { 0 }, 0 },
    { "x^2 + 1e-6y", { { -2, -2 }, { 2, 2 } }, { 0 }, 0 },
    { "(x+y)^2 + x", { { -2, -2 }, { 2, 2 } }, { 0 }, 0 },
    { "x^3/3 - x + y^2", { { -1.5, -1 }, { 1.5, 1 } }, { 1, 0, 1 }, 0 },
    { "sin(x)*cos(y) + 0.1x", { { -2, -2 }, { 2, 2 } }, { 1, 1, 2 }, 0 },
    { "hypot(x,y)^2 + x", { { -2, -2 }, { 2, 2 } }, { 1, 0, 0 }, 1 },
    /* Small and large curvatures together. */
    { "x^2 + 1e-12y^2", { { -2, -2 }, { 2, 2 } }, { 1, 0, 0 }, 1 },
    { "sqrt(x^2 + 1e-12) + y^2", { { -2, -2 }, { 2, 2 } }, { 1, 0, 0 }, 1 },
    { "x^2 + y^2", { { -1e6, -1e-6 }, { 1e6, 1e-6 } }, { 1, 0, 0 }, 1 },
    { "x^3 - 3x + y^2", { { -1e6, -1e6 }, { 1e6, 1e6 } }, { 1, 0, 1 }, 0 },
    /* The saddle that is a minimum along every straight line (Peano). */
    { "(y - x^2)*(y - 3x^2)", { { -2, -2 }, { 2, 2 } }, { [CRITICAL_degenerate_saddle] = 1 }, -1 },
    { "x^8 + y^2", { { -2, -2 }, { 2, 2 } }, { [CRITICAL_degenerate_minimum] = 1 }, 1 },
    { "norm(x)^2", { { -2, -2 }, { 2, 2 } }, { 1, 0, 0 }, 1 },
    /* Waves that are shorter than the cells of the lattice. */
    { "x + y^2 + sin(50x)", { { -2, -2 }, { 2, 2 } }, { 32, 0, 32 }, 0 },
    { "cos(x) + cos(y)", { { -300, -1 }, { 300, 1 } }, { 0, 95, 96 }, -1 },
};

START_TEST(known_windows)
{
    /* Valgrind is slow, and one window is like another to it. */
    size_t count = suite_under_valgrind() ? 1 : sizeof censuses / sizeof censuses[0];
    for (size_t i = 0; i < count; i++) {
        const struct census *census = &censuses[i];
        size_t kinds[CRITICAL_KIND_COUNT] = { 0 };
        struct critical_points points = find(census->text, &census->window);
        for (size_t k = 0; k < points.count; k++)
            kinds[points.points[k].kind]++;
        for (size_t k = 0; k < CRITICAL_KIND_COUNT; k++)
            ck_assert_msg(kinds[k] == census->kinds[k], "%s: %zu of kind %s, not %zu", census->text,
                          kinds[k], critical_kind_words((enum critical_kind)k), census->kinds[k]);
        ck_assert_msg(points.edge_decided, "%s: edge undecided", census->text);
        ck_assert_msg(points.edge == census->index, "%s: edge %d", census->text, points.edge);
        ck_assert_int_eq(points.sum, census->index);
        critical_points_free(&points);
    }
}
END_TEST

/* A point that must be among those of a window. */
static const struct {
    const char *text;
    struct rectangle window;
    struct critical_point point;
    double precision;
} places[] = {
    { HIMMELBLAU, { { -5, -5 }, { 5, 5 } },
      { .kind = CRITICAL_maximum, .at = { -0.27084459066985, -0.92303855647998 },
        .value = 181.61652152258262, .index = 1 },
      1e-10 },
    { HIMMELBLAU, { { -5, -5 }, { 5, 5 } },
      { .kind = CRITICAL_minimum, .at = { 3, 2 },
        .value = 0, .index = 1 }, 1e-10 },
    { BEALE, { { -4.5, -4.5 }, { 4.5, 4.5 } },
      { .kind = CRITICAL_minimum, .at = { 3, 0.5 },
        .value = 0, .index = 1 }, 1e-10 },
    { BEALE, { { -4.5, -4.5 }, { 4.5, 4.5 } },
      { .kind = CRITICAL_saddle, .at = { 0, 1 },
        .value = 14.203125, .index = -1 }, 1e-10 },
    { BEALE, { { -4.5, -4.5 }, { 4.5, 4.5 } },
      { .kind = CRITICAL_saddle, .at = { 0.1005379373, -2.6445135850 },
        .value = NAN, .index = -1 }, 1e-9 },
    { MONKEY, { { -2, -2 }, { 2, 2.5 } },
      { .kind = CRITICAL_degenerate_saddle, .at = { 0, 0 },
        .value = 0, .index = -2 }, 1e-6 },
};

/* A slope that falls below what the curvature across it can tell is none that is zero. */
START_TEST(a_small_slope_is_not_zero)
{
    const struct rectangle window = { { -40, -2 }, { 40, 2.5 } };
    struct critical_points points = find("exp(x) + y^2", &window);
    ck_assert_uint_eq(points.count, 0);
    critical_points_free(&points);
}
END_TEST

START_TEST(known_places)
{
    size_t count = suite_under_valgrind() ? 0 : sizeof places / sizeof places[0];
    for (size_t i = 0; i < count; i++) {
        const struct critical_point *expected = &places[i].point;
        struct critical_points points = find(places[i].text, &places[i].window);
        bool found = false;
        for (size_t k = 0; k < points.count; k++) {
            const struct critical_point *point = &points.points[k];
            if (fabs(point->at[0] - expected->at[0]) > places[i].precision ||
                fabs(point->at[1] - expected->at[1]) > places[i].precision)
                continue;
            found = true;
            ck_assert_int_eq(point->kind, expected->kind);
            ck_assert_int_eq(point->index, expected->index);
            if (!isnan(expected->value))
                ck_assert_double_eq_tol(point->value, expected->value, 1e-9);
        }
        ck_assert_msg(found, "%s: point %zu is missing", places[i].text, i);
        critical_points_free(&points);
    }
}
END_TEST

/* An edge through a point, or a pole on it, decides nothing; the point is listed all the same. */
START_TEST(edges_that_decide_nothing)
{
    static const struct rectangle windows[] = {
        { { 0, -1 }, { 2, 1 } }, { { -1, -1 }, { 0, 1 } }, { { -1, 0 }, { 1, 2 } },
        { { 0, 0 }, { 1, 1 } },
    };
    static const char *const texts[] = { "x^2 + y^2", "x^2 - y^2", "x^3 - 3x*y^2", "sin(x)*sin(y)" };
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
        for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++) {
            struct critical_points points = find(texts[t], &windows[w]);
            ck_assert_msg(!points.edge_decided, "%s, window %zu", texts[t], w);
            ck_assert_uint_ge(points.count, 1);
            critical_points_free(&points);
        }
    struct critical_points points = find("1/x + y^2", &windows[0]);
    ck_assert(!points.edge_decided);
    critical_points_free(&points);
}
END_TEST

/* A constant has no point to list; a valley's floor is called a line. */
START_TEST(where_points_are_not_isolated)
{
    static const struct rectangle window = { { -1, -1.5 }, { 1, 1 } };
    struct critical_points points = find("3", &window);
    ck_assert_uint_eq(points.count, 0);
    critical_points_free(&points);
    points = find("floor(x) + floor(2y)", &window);
    ck_assert_uint_eq(points.count, 0);
    critical_points_free(&points);
}
END_TEST

/* Lines of zeros, and the x0 of each of them; along some both derivatives fall together. */
static const struct {
    const char *text;
    double place;
} lines[] = {
    { "x^2", 0 },
    { "x^2*exp(y)", 0 },
    { "(x - 0.3)^2*exp(y)", 0.3 },
    { "x^2*(y - 3)", 0 },
    { "x^2/(1 + y^2)", 0 },
    { "(x - 0.3)^2*(y - 0.1) + 1", 0.3 },
};

START_TEST(a_line_is_listed_from_end_to_end)
{
    static const struct rectangle window = { { -2, -2 }, { 2, 2 } };
    enum { PARTS = 20 };
    bool seen[PARTS] = { false };
    struct critical_points points = find(lines[_i].text, &window);
    for (size_t i = 0; i < points.count; i++) {
        const struct critical_point *point = &points.points[i];
        ck_assert_int_eq(point->kind, CRITICAL_degenerate_line);
        ck_assert_double_eq_tol(point->at[0], lines[_i].place, 1e-6);
        seen[(int)fmin((point->at[1] + 2) / 4 * PARTS, PARTS - 1)] = true;
    }
    for (int part = 0; part < PARTS; part++)
        ck_assert_msg(seen[part], "%s: nothing in part %d of the line", lines[_i].text, part);
    critical_points_free(&points);
}
END_TEST

/* The next of a fixed sequence of numbers from -1 to 1. */
static double next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(int64_t)(*state >> 11) / (double)(UINT64_C(1) << 52) - 1;
}

enum { POLYNOMIALS = 200, HARMONICS = 2 };

/* Write a random trigonometric polynomial. */
static void write_polynomial(uint64_t *state, struct text *text)
{
    text_clear(text);
    text_append_bytes(text, "0", 1);
    for (int j = 0; j <= HARMONICS; j++)
        for (int k = -HARMONICS; k <= HARMONICS; k++)
            if (j > 0 || k > 0)
                text_append_format(text, " + %.6f*cos(%d*x + %d*y + %.6f)", next_random(state), j, k,
                                   4 * next_random(state));
}

START_TEST(random_trigonometric_polynomials)
{
    uint64_t state = 20261128;
    struct text text = TEXT_EMPTY;
    int count = cases_in_time(POLYNOMIALS);
    for (int i = 0; i < count; i++) {
        write_polynomial(&state, &text);
        double x = 3 * next_random(&state);
        double y = 3 * next_random(&state);
        const struct rectangle window = { { x, y }, { x + 3 + next_random(&state), y + 4 } };
        struct critical_points points = find(text_string(&text), &window);
        ck_assert_msg(points.edge_decided, "polynomial %d: edge undecided", i);
        ck_assert_msg(points.sum == points.edge, "polynomial %d: sum %d, edge %d", i, points.sum,
                      points.edge);
        critical_points_free(&points);
    }
    text_free(&text);
}
END_TEST

static enum interruption_answer answer_stop(void *context)
{
    (void)context;
    return INTERRUPTION_STOP;
}

static enum interruption_answer answer_pause(void *context)
{
    (void)context;
    return INTERRUPTION_PAUSE;
}

/*
 * Find the points a slice at a time: each is paused, or every other one stopped, after a random
 * amount of work, so that it ends in the midst of whatever is done.
 */
static struct critical_points find_in_slices(const char *text, const struct rectangle *window,
                                             interruption_asker *asker, uint64_t seed)
{
    struct land land = new_land(text);
    struct critical_search *search = critical_search_new(window);
    struct critical_points points = { .count = 0 };
    struct interruption interruption;
    double progress = 0;
    ck_assert_ptr_nonnull(search);
    formula_function_set_interruption(land.function, &interruption);
    for (int slices = 0; !critical_search_is_done(search); slices++) {
        /* What is longer than the longest slice is not finished where each is stopped. */
        interruption_begin(&interruption, slices % 2 == 0 ? asker : answer_pause, NULL);
        interruption.work = (size_t)(INTERRUPTION_WORK / 2 * (1 + next_random(&seed)));
        ck_assert(critical_search_go_on(search, &land.slope, &interruption));
        ck_assert(critical_search_progress(search) >= progress);
        progress = critical_search_progress(search);
        ck_assert_int_lt(slices, 1 << 20);
    }
    ck_assert(progress == 1);
    critical_search_take(search, &points);
    critical_search_free(search);
    free_land(&land);
    return points;
}

static void assert_same(const struct critical_points *points,
                        const struct critical_points *expected, const char *text)
{
    ck_assert_msg(points->count == expected->count, "%s: %zu points, not %zu", text,
                  points->count, expected->count);
    for (size_t i = 0; i < points->count; i++) {
        const struct critical_point *one = &points->points[i];
        const struct critical_point *other = &expected->points[i];
        ck_assert_int_eq(one->kind, other->kind);
        ck_assert_int_eq(one->index, other->index);
        ck_assert(memcmp(one->at, other->at, sizeof one->at) == 0);
        ck_assert(memcmp(&one->value, &other->value, sizeof one->value) == 0);
        ck_assert(memcmp(one->eigenvalues, other->eigenvalues, sizeof one->eigenvalues) == 0);
    }
    ck_assert_int_eq(points->cut, expected->cut);
    ck_assert_int_eq(points->coarse, expected->coarse);
    ck_assert_int_eq(points->flat, expected->flat);
    ck_assert_int_eq(points->sum, expected->sum);
    ck_assert_int_eq(points->edge_decided, expected->edge_decided);
    ck_assert_int_eq(points->edge, expected->edge);
}

START_TEST(slices_find_what_is_found_at_once)
{
    static const struct rectangle window = { { -4.5, -4 }, { 4.5, 4.5 } };
    static const char *const texts[] = { MONKEY, HIMMELBLAU, "x + y^2 + sin(50x)",
                                         "floor(x) + y^2", "1/x + y^2", "sin(40x)*sin(40y)" };
    static interruption_asker *const askers[] = { answer_pause, answer_stop };
    size_t count = suite_under_valgrind() ? 1 : sizeof texts / sizeof texts[0];
    for (size_t i = 0; i < count; i++) {
        struct critical_points expected = find(texts[i], &window);
        for (size_t a = 0; a < (suite_under_valgrind() ? 1 : 2); a++) {
            struct critical_points points = find_in_slices(texts[i], &window, askers[a], i);
            assert_same(&points, &expected, texts[i]);
            critical_points_free(&points);
        }
        critical_points_free(&expected);
    }
}
END_TEST

/* A search that was left off is freed like one that is done. */
START_TEST(a_search_is_given_up_anywhere)
{
    static const struct rectangle window = { { -4.5, -4 }, { 4.5, 4.5 } };
    struct land land = new_land(HIMMELBLAU);
    struct interruption interruption;
    formula_function_set_interruption(land.function, &interruption);
    for (int slices = 0; slices < (suite_under_valgrind() ? 2 : 30); slices++) {
        struct critical_search *search = critical_search_new(&window);
        for (int i = 0; i < slices; i++) {
            interruption_begin(&interruption, answer_pause, NULL);
            ck_assert(critical_search_go_on(search, &land.slope, &interruption));
        }
        critical_search_free(search);
    }
    free_land(&land);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, slices_find_what_is_found_at_once);
    tcase_add_test(cases, a_search_is_given_up_anywhere);
    tcase_add_test(cases, a_small_slope_is_not_zero);
    tcase_add_test(cases, known_windows);
    tcase_add_test(cases, known_places);
    tcase_add_test(cases, where_points_are_not_isolated);
    tcase_add_loop_test(cases, a_line_is_listed_from_end_to_end, 0,
                        suite_under_valgrind() ? 1 : sizeof lines / sizeof lines[0]);
    /* These look at more functions in the same way. */
    if (suite_under_valgrind())
        return;
    tcase_add_test(cases, edges_that_decide_nothing);
    tcase_add_test(cases, random_trigonometric_polynomials);
}

SUITE_MAIN("source critical", add_cases)
