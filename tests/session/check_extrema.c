/* Tests of the commands that show critical points and go from one to the next. */
#include "lines.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .screen = true };

enum { DRAWS_MOST = 3000 };

/* Dear enough to be asked often while its points are looked for. */
static const char dear[] = "function (x0^2 + x1 - 11)^2 + (x0 + x1^2 - 7)^2 + "
                           "sum(0*sin(x0*arange(40)))";

/* Answers GO_ON so many times, then otherwise; a new round begins by `asked` = 0. */
struct answers {
    size_t before;
    size_t asked;
    enum interruption_answer then;
};

static enum interruption_answer answer(void *context)
{
    struct answers *answers = context;
    return answers->asked++ < answers->before ? INTERRUPTION_GO_ON : answers->then;
}

/* A session on a screen of 80x24 with that function. */
static struct session *session_with(const char *function)
{
    struct session *session = session_on(&terminal);
    session_resize(session, 24, 80);
    run_well(session, function);
    return session;
}

static void assert_probe(struct session *session, double x0, double x1)
{
    ck_assert_double_eq_tol(session_probe(session)[0], x0, 1e-9);
    ck_assert_double_eq_tol(session_probe(session)[1], x1, 1e-9);
}

/* What is told with the next frame. */
static const char *drawn_message(struct session *session)
{
    canvas_free(draw_frame(session));
    return session_message(session);
}

START_TEST(points_are_counted_and_walked)
{
    struct session *session = session_with("function himmelblau");
    run_well(session, "find-critical");
    ck_assert_str_eq(drawn_message(session), "9 found, indices sum to 1, edge says 1");
    run_well(session, "critical-next");
    assert_probe(session, -3.779310253377747, -3.283185991286170);
    run_well(session, "critical-next 8");
    assert_probe(session, 3.584428340330492, -1.848126526964404);
    ck_assert(strncmp(session_message(session), "9 of 9: minimum, f ", 19) == 0);
    run_well(session, "critical-next");
    assert_probe(session, -3.779310253377747, -3.283185991286170);
    run_well(session, "critical-previous 2");
    assert_probe(session, 3.385154183607, 0.073851879838);
    run_well(session, "undo");
    assert_probe(session, -3.779310253377747, -3.283185991286170);
    run_well(session, "home");
    run_well(session, "critical-previous");
    ck_assert(strncmp(session_message(session), "9 of 9: ", 8) == 0);
    session_free(session);
}
END_TEST

START_TEST(what_is_in_sight_counts)
{
    struct session *session = session_with("function himmelblau");
    run_well(session, "probe 3 2");
    run_well(session, "zoom-in 4");
    run_well(session, "find-critical");
    ck_assert_str_eq(drawn_message(session), "1 found, indices sum to 1, edge says 1");
    run_well(session, "function x^2 - y^2");
    run_well(session, "window -1:1 -1:1.5");
    run_well(session, "critical-next");
    ck_assert_str_eq(session_message(session), "1 of 1: saddle, f 0, curvature -2 to 2");
    session_free(session);
}
END_TEST

START_TEST(the_nearest_to_a_place_is_visited)
{
    struct failure failure;
    struct session *session = session_with("function himmelblau");
    run_well(session, "critical 4 -2");
    assert_probe(session, 3.584428340330492, -1.848126526964404);
    ck_assert(strncmp(session_message(session), "9 of 9: minimum, f ", 19) == 0);
    ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    run_well(session, "critical-previous");
    assert_probe(session, 3.385154183607, 0.073851879838);
    run_well(session, "undo 2");
    assert_probe(session, 0, 0);
    ck_assert_int_eq(run(session, "critical 4", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "a place is two numbers, X0 X1; alone 'critical' lists all");
    run_well(session, "function x + y");
    ck_assert_int_eq(run(session, "critical 0 0", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is no critical point in sight");
    session_free(session);
}
END_TEST

/* On a screen the list is asked for and nothing is changed; elsewhere it is told. */
START_TEST(the_list_is_asked_for_or_told)
{
    static const struct display none = { .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii };
    struct session *session = session_with("function x^2 - y^2");
    run_well(session, "critical");
    ck_assert_int_eq(session_take_request(session), REQUEST_CRITICAL);
    ck_assert_str_eq(session_message(session), "");
    session_free(session);
    session = session_on(&none);
    session_resize(session, 24, 80);
    run_well(session, "function (x^2-1)^2 + y^2");
    run_well(session, "critical");
    ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    ck_assert_str_eq(session_told(session), "kind     x0  x1  f  lambda0  lambda1  index\n"
                                            "minimum  -1   0  0        2        8      1\n"
                                            "saddle    0   0  1       -4        2     -1\n"
                                            "minimum   1   0  0        2        8      1\n"
                                            "3 found, indices sum to 1, edge says 1\n");
    session_free(session);
}
END_TEST

START_TEST(where_there_is_none_it_is_said)
{
    struct failure failure;
    struct session *session = session_with("function x + y");
    run_well(session, "find-critical");
    ck_assert_str_eq(drawn_message(session), "0 found, indices sum to 0, edge says 0");
    ck_assert_int_eq(run(session, "critical-next", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is no critical point in sight");
    session_free(session);
}
END_TEST

/* Without a screen the answer does not wait for a frame. */
START_TEST(without_a_screen_it_is_told_at_once)
{
    static const struct display none = { .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii };
    struct session *session = session_on(&none);
    session_resize(session, 24, 80);
    run_well(session, "function himmelblau");
    run_well(session, "find-critical");
    ck_assert_str_eq(session_told(session), "9 found, indices sum to 1, edge says 1\n");
    session_free(session);
}
END_TEST

/* A session whose frames are paused at the first question. */
static struct session *paused_session(struct answers *answers)
{
    struct session *session = session_with(dear);
    run_well(session, "window -5:5 -5:5");
    *answers = (struct answers){ .then = INTERRUPTION_PAUSE };
    run_well(session, "layer arrows,legend");
    canvas_free(draw_frame(session));
    ck_assert(!session_is_unfinished(session));
    session_set_asker(session, answer, answers);
    run_well(session, "find-critical");
    return session;
}

/* Draw until the frame is whole. The frames that it took. */
static size_t finish(struct session *session)
{
    size_t draws = 0;
    do {
        canvas_free(draw_frame(session));
        ck_assert_uint_lt(++draws, DRAWS_MOST);
    } while (session_is_unfinished(session));
    return draws;
}

static bool row_says(const struct canvas *canvas, int row, const char *words)
{
    for (size_t i = 0; words[i] != '\0'; i++)
        if (canvas_cell(canvas, row, (int)i).character != (uint32_t)words[i])
            return false;
    return true;
}

/* All else is on the frame while they are looked for, and that it is not whole. */
START_TEST(points_are_looked_for_frame_by_frame)
{
    struct answers answers;
    struct session *session = paused_session(&answers);
    const struct layout *layout = session_layout(session);
    struct canvas *canvas = draw_frame(session);
    ck_assert(session_is_unfinished(session));
    ck_assert_str_eq(session_message(session), "");
    ck_assert(row_says(canvas, layout->message_row, "looking for critical points"));
    ck_assert_uint_eq(canvas_cell(canvas, layout->status_row, layout->columns - 1).character,
                      '%');
    ck_assert(row_says(canvas, layout->status_row, "x0 0       x1 0       f 170"));
    canvas_free(canvas);
    /* Valgrind is slow: it sees that a search is given up. */
    if (!suite_under_valgrind()) {
        ck_assert_uint_ge(finish(session), 2);
        ck_assert_str_eq(session_message(session), "9 found, indices sum to 1, edge says 1");
        run_well(session, "right");
        ck_assert_str_eq(drawn_message(session), "");
    }
    session_free(session);
}
END_TEST

/* What another command tells meanwhile stays, and who hides the points is told nothing. */
START_TEST(the_summary_stands_back)
{
    if (suite_under_valgrind())
        return;
    static const char *const lines[] = { "step 0.01", "toggle-critical",
                                         "function x0^2 + x1^2 + sum(0*sin(x0*arange(40)))" };
    static const char *const told[] = { "central h=0.01", "critical: hidden", "" };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct answers answers;
        struct session *session = paused_session(&answers);
        canvas_free(draw_frame(session));
        run_well(session, lines[i]);
        finish(session);
        ck_assert_str_eq(session_message(session), told[i]);
        session_free(session);
    }
}
END_TEST

/* Neither a move of the probe nor another step begins it anew; another window does. */
START_TEST(a_search_is_of_function_and_window_alone)
{
    if (suite_under_valgrind())
        return;
    struct answers answers;
    struct session *session = paused_session(&answers);
    do
        canvas_free(draw_frame(session));
    while (session_progress(session) < 0.5);
    run_well(session, "step 0.01");
    run_well(session, "right 3");
    canvas_free(draw_frame(session));
    ck_assert(session_is_unfinished(session));
    ck_assert(session_progress(session) > 0.45);
    run_well(session, "pan-right");
    canvas_free(draw_frame(session));
    ck_assert(session_progress(session) < 0.1);
    session_free(session);
}
END_TEST

/* Each time a key stops the command, less is left to do for the next. */
START_TEST(a_stopped_walk_goes_on)
{
    if (suite_under_valgrind())
        return;
    enum { MORE = 3 };
    static const char begins[] = "a key stopped the search at ";
    struct answers answers = { .before = MORE, .then = INTERRUPTION_STOP };
    struct failure failure = { .status = STATUS_OK };
    struct session *session = session_with(dear);
    run_well(session, "window -5:5 -5:5");
    canvas_free(draw_frame(session));
    session_set_asker(session, answer, &answers);
    int runs = 0;
    for (; run(session, "critical-next", &failure) != STATUS_OK; answers.asked = 0) {
        ck_assert_int_eq(failure.status, STATUS_FAILED);
        ck_assert(strncmp(failure.message, begins, strlen(begins)) == 0);
        answers.before += MORE;
        ck_assert_int_lt(runs++, DRAWS_MOST);
    }
    ck_assert_int_ge(runs, 2);
    assert_probe(session, -3.779310253377747, -3.283185991286170);
    ck_assert(strncmp(session_message(session), "1 of 9: minimum", 15) == 0);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, without_a_screen_it_is_told_at_once);
    tcase_add_test(cases, points_are_looked_for_frame_by_frame);
    tcase_add_test(cases, the_summary_stands_back);
    tcase_add_test(cases, a_search_is_of_function_and_window_alone);
    tcase_add_test(cases, a_stopped_walk_goes_on);
    tcase_add_test(cases, points_are_counted_and_walked);
    tcase_add_test(cases, what_is_in_sight_counts);
    tcase_add_test(cases, the_nearest_to_a_place_is_visited);
    tcase_add_test(cases, the_list_is_asked_for_or_told);
    tcase_add_test(cases, where_there_is_none_it_is_said);
}

SUITE_MAIN("session extrema", add_cases)
