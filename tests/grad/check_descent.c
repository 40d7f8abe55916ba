/* Tests src/grad/descent*.c: where walks lead to, and why they end. */
#include "../suite.h"

#include <stdio.h>

#include "functions.h"
#include "optimizer_called.h"
#include "grad/descent.h"

static double bowl(const double *x)
{
    return x[0] * x[0] + x[1] * x[1];
}

static double constant(const double *x)
{
    (void)x;
    return 3;
}

static double high_slope(const double *x)
{
    return 1e20 + x[0];
}

/* Far out along x1 a step along x0 is lost in f, but not the slope. */
static double one_side_lost(const double *x)
{
    return x[0] * x[0] / 20 + 1e7 * (x[1] + sin(x[1]) / 2);
}

static double logarithm(const double *x)
{
    return log(x[0]) + x[1] * x[1];
}

static double pole(const double *x)
{
    return 1 / x[0] + x[1];
}

static double kink(const double *x)
{
    return fabs(x[0]) + fabs(x[1]);
}

static double plane(const double *x)
{
    return x[0] + 2 * x[1];
}

/* Plain walks on it come near 0 as the square root of the steps: 4e7 in all from 1 1. */
static double quartic(const double *x)
{
    return x[0] * x[0] * x[0] * x[0] + x[1] * x[1] * x[1] * x[1];
}

/* Central differences are wrong by h^2 times 400 x: the valley hides it from plain walks. */
static double valley(const double *x)
{
    double p = x[1] - x[0] * x[0];
    double q = 1 - x[0];
    return 100 * p * p + q * q;
}

static double waves(const double *x)
{
    return sin(x[0]) + cos(x[1]);
}

static double bracket(const double *x)
{
    return exp(x[0]) + exp(-x[0]) + x[1] * x[1];
}

static double branin(const double *x)
{
    double pi = acos(-1);
    double p = x[1] - 5.1 / (4 * pi * pi) * x[0] * x[0] + 5 / pi * x[0] - 6;
    return p * p + 10 * (1 - 1 / (8 * pi)) * cos(x[0]) + 10;
}

/* A walk, and what must become of it. */
struct walk {
    const char *optimizer;
    point_function *function;
    double start[2];
    double learning_rate;
    double tolerance;
    size_t steps;
    enum stop stop;
    size_t end;        /* its step */
    const char *words; /* all of the reason */
};

static const struct walk walks[] = {
    { "plain", bowl, { -3, 4 }, 0.1, 1e-9, 100, STOP_limit, 100,
      "step limit: |grad f| = 2.037e-9 after 100 steps, about 4 more to 1e-9" },
    { "plain", bowl, { -3, 4 }, 0.1, 1e-9, 1000, STOP_converged, 104,
      "converged at step 104: |grad f| = 8.344e-10 <= 1e-9" },
    { "plain", bowl, { -3, 4 }, 1e-10, 1e-9, 100, STOP_slow, 100, NULL },
    { "plain", bowl, { -3, 4 }, 1e-18, 1e-9, 100, STOP_slow, 8,
      "too slow at step 8: x stands still, its change is lost in rounding, |grad f| = 10" },
    { "plain", bowl, { -3, 4 }, 10, 1e-9, 100, STOP_diverged, 3,
      "diverged at step 3: f = 1.176e9, over 10^6 times that of the start" },
    { "plain", bowl, { -3, 4 }, 10, 0, 100, STOP_limit, 100,
      "step limit: all 100 steps taken; else: "
      "diverged at step 3: f = 1.176e9, over 10^6 times that of the start" },
    { "plain", bowl, { -3, 4 }, 1e-10, 0, 100, STOP_limit, 100,
      "step limit: all 100 steps taken; else: "
      "too slow: |grad f| = 10 after 100 steps, about 1.2e11 more to 1e-9" },
    { "plain", bowl, { -3, 4 }, 1e-10, 1e-9, 1, STOP_slow, 1,
      "too slow: |grad f| = 10 after 1 step, about 1.1e11 more to 1e-9" },
    { "plain", bowl, { -3, 4 }, 1, 1e-9, 100, STOP_oscillates, 5, NULL },
    { "plain", kink, { 0.3, 0.3 }, 0.5, 1e-9, 100, STOP_oscillates, 5, NULL },
    { "plain", constant, { 1, 1 }, 0.1, 1e-9, 100, STOP_converged, 0,
      "converged at step 0: |grad f| = 0 at the start" },
    { "plain", kink, { 0, 0 }, 0.1, 1e-9, 100, STOP_stuck, 0,
      "stuck at step 0: |grad f| = 0 at a kink, slopes to both sides differ" },
    { "newton", valley, { 0, 1 }, 1, 1e-9, 100, STOP_stuck, 16,
      "stuck at step 16: |grad f| = 3.461e-5 is wrong by 4e-6 at h=0.0001, try auto h or exact" },
    { "plain", high_slope, { 1, 1 }, 0.1, 1e-9, 100, STOP_dead, 0,
      "dead zone at step 0: f does not feel the step h, its gradient is unknown" },
    { "plain", one_side_lost, { 1e-8, 3 }, 1e-3, 1e-9, 100, STOP_limit, 100, NULL },
    { "plain", logarithm, { 1, 1 }, 2, 1e-9, 100, STOP_undefined, 1,
      "left the domain at step 1: f = nan" },
    { "plain", pole, { 1e-4, 0 }, 0.1, 1e-9, 100, STOP_undefined, 0,
      "left the domain at step 0: f = 1e4, but it has no gradient there" },
    { "plain", plane, { 0, 0 }, 1e6, 1e-9, 100, STOP_diverged, 1,
      "diverged at step 1: |x| = 2.236e6, over 10^6 times that of the start" },
    { "plain", plane, { 0, 0 }, 0.1, 1e-9, 100, STOP_limit, 100,
      "step limit: |grad f| = 2.236 after 100 steps, and it does not fall" },
    { "plain", quartic, { 1, 1 }, 0.01, 1e-9, 1000, STOP_slow, 1000,
      "too slow: |grad f| = 0.007722 after 1000 steps, about 5.4e7 more to 1e-9" },
    { "momentum", plane, { 0, 0 }, 0.01, 1e-9, 1000, STOP_limit, 1000,
      "step limit: |grad f| = 2.236 after 1000 steps, and it does not fall" },
    { "plain", bowl, { -3, 4 }, 0.9999, 1e-9, 100, STOP_oscillates, 100,
      "oscillates: |grad f| = 9.802 after 100 steps, each goes back over the one before, "
      "try a smaller lr" },
    { "plain", bowl, { -3, 4 }, 0.9999, 0, 100, STOP_limit, 100,
      "step limit: all 100 steps taken; else: "
      "oscillates: |grad f| = 9.802 after 100 steps, each goes back over the one before, "
      "try a smaller lr" },
    { "flow", waves, { -0.79, -1.78 }, 1e-10, 1e-9, 10, STOP_limit, 10,
      "step limit: |grad f| = 1.205 after 10 steps, and the pace still changes" },
    { "flow", waves, { -0.79, -1.78 }, 1e-10, 1e-9, 100, STOP_converged, 66, NULL },
    { "nesterov", branin, { 1.17, -0.37 }, 0.01, 1e-9, 10, STOP_limit, 10,
      "step limit: |grad f| = 8.425 after 10 steps, and the pace still changes" },
    { "nesterov", branin, { 1.17, -0.37 }, 0.01, 1e-9, 400, STOP_converged, 0, NULL },
    { "adam", bracket, { 1.9, -3.82 }, 0.01, 1e-9, 300, STOP_limit, 300,
      "step limit: |grad f| = 2.858 after 300 steps, and the pace still changes" },
    { "adam", bracket, { 1.9, -3.82 }, 0.01, 1e-9, 3000, STOP_converged, 0, NULL },
    { "newton", bowl, { -3, 4 }, 1, 1e-9, 100, STOP_converged, 2, NULL },
    { "flow", bowl, { -3, 4 }, 0.01, 1e-9, 1000, STOP_converged, 0, NULL },
    { "adam", bowl, { -3, 4 }, 0.1, 1e-9, 5000, STOP_converged, 0, NULL },
    { "momentum", bowl, { -3, 4 }, 0.1, 1e-9, 5000, STOP_converged, 0, NULL },
};

static struct descent *begin(const struct walk *walk, const struct fn *fn)
{
    struct descent_wish wish = descent_default();
    wish.optimizer = optimizer_called(walk->optimizer);
    wish.learning_rate = walk->learning_rate;
    wish.tolerance = walk->tolerance;
    wish.steps = walk->steps;
    struct descent *descent = descent_new(fn, &wish);
    ck_assert_ptr_nonnull(descent);
    descent_start(descent, walk->start);
    return descent;
}

static void check_walk(size_t index)
{
    const struct walk *walk = &walks[index];
    struct called called = { .call = walk->function, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    struct descent *descent = begin(walk, &fn);
    char words[DESCENT_TEXT_SIZE];
    while (descent_step(descent))
        ck_assert_uint_le(descent_steps(descent), walk->steps);
    descent_explain(descent, words);
    ck_assert_msg(descent_reason(descent) == walk->stop, "walk %zu: %s", index, words);
    if (walk->end > 0)
        ck_assert_msg(descent_steps(descent) == walk->end, "walk %zu: %s", index, words);
    if (walk->words != NULL)
        ck_assert_str_eq(words, walk->words);
    ck_assert(strncmp(words, stop_word(walk->stop), strlen(stop_word(walk->stop))) == 0);
    descent_free(descent);
}

START_TEST(every_walk_ends_with_its_reason)
{
    for (size_t i = 0; i < sizeof walks / sizeof walks[0]; i++)
        check_walk(i);
}
END_TEST

/* The seed's three walks with central differences, h = 1e-4, after 100 steps. */
START_TEST(the_walks_of_the_note)
{
    static const struct {
        double learning_rate;
        double place[2];
        double precision; /* relative */
    } notes[] = { { 0.1, { -6.11110793e-10, 8.14814391e-10 }, 1e-8 },
                  { 1e-10, { -2.99999994, 3.99999992 }, 1e-10 },
                  { 10, { -2.59e13, -1.30e12 }, 1e-2 } };
    struct called called = { .call = bowl, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    for (size_t i = 0; i < 3; i++) {
        struct walk walk = { "plain", bowl, { -3, 4 }, notes[i].learning_rate, 0, 100,
                             STOP_limit, 100, NULL };
        struct descent *descent = begin(&walk, &fn);
        while (descent_step(descent))
            ;
        for (size_t k = 0; k < 2; k++)
            ck_assert_double_eq_tol(descent_place(descent)[k], notes[i].place[k],
                                    notes[i].precision * fabs(notes[i].place[k]));
        ck_assert_uint_eq(descent_steps(descent), 100);
        descent_free(descent);
    }
}
END_TEST

/* Go on to the present limit, and tell why it ended. */
static void tell_end(struct descent *descent, char words[DESCENT_TEXT_SIZE])
{
    while (descent_step(descent))
        ;
    descent_explain(descent, words);
}

/* A walk whose limit is raised is, at each, the walk that had this limit from its start. */
static void raise_limit(const struct walk *given)
{
    enum { MOST = 120, APART = 7 };
    struct walk walk = *given;
    struct called called = { .call = walk.function, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    walk.steps = 1;
    struct descent *raised = begin(&walk, &fn);
    for (walk.steps = 1; walk.steps < MOST; walk.steps += 1 + walk.steps / APART) {
        char words[2][DESCENT_TEXT_SIZE];
        struct descent *whole = begin(&walk, &fn);
        descent_set_limit(raised, walk.steps);
        tell_end(raised, words[0]);
        tell_end(whole, words[1]);
        ck_assert_str_eq(words[0], words[1]);
        ck_assert(descent_is_at_limit(raised) == descent_is_at_limit(whole));
        ck_assert_uint_eq(descent_steps(raised), descent_steps(whole));
        for (size_t k = 0; k < 2; k++)
            ck_assert(descent_place(raised)[k] == descent_place(whole)[k] ||
                      isnan(descent_place(whole)[k]));
        descent_free(whole);
    }
    descent_free(raised);
}

START_TEST(a_raised_limit_leaves_no_trace)
{
    for (size_t i = 0; i < sizeof walks / sizeof walks[0]; i++)
        raise_limit(&walks[i]);
}
END_TEST

START_TEST(the_limit_alone_lets_a_walk_go_on)
{
    static const struct {
        double learning_rate;
        size_t steps;
        double tolerance;
        bool at_limit;
    } ends[] = { { 0.1, 100, 1e-9, true },  { 0.1, 104, 1e-9, false }, { 1e-10, 100, 1e-9, true },
                 { 10, 100, 1e-9, false },  { 10, 100, 0, true },      { 0.5, 1, 1e-9, false } };
    struct called called = { .call = bowl, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct walk walk = { "plain", bowl, { -3, 4 }, ends[i].learning_rate, ends[i].tolerance,
                             ends[i].steps, STOP_none, 0, NULL };
        struct descent *descent = begin(&walk, &fn);
        ck_assert(!descent_is_at_limit(descent));
        while (descent_step(descent))
            ;
        ck_assert_msg(descent_is_at_limit(descent) == ends[i].at_limit, "end %zu", i);
        descent_set_limit(descent, ends[i].steps + 1);
        ck_assert(descent_step(descent) == ends[i].at_limit);
        descent_free(descent);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_walk_ends_with_its_reason);
    tcase_add_test(cases, the_walks_of_the_note);
    tcase_add_test(cases, a_raised_limit_leaves_no_trace);
    tcase_add_test(cases, the_limit_alone_lets_a_walk_go_on);
}

SUITE_MAIN("grad descent", add_cases)
