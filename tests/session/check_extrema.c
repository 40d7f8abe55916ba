/* Tests of the commands that show critical points and go from one to the next. */
#include "lines.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .screen = true };

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

START_TEST(points_are_counted_and_walked)
{
    struct session *session = session_with("function himmelblau");
    run_well(session, "find-critical");
    ck_assert_str_eq(session_message(session), "9 found, indices sum to 1, edge says 1");
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
    ck_assert_str_eq(session_message(session), "1 found, indices sum to 1, edge says 1");
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
    ck_assert_str_eq(session_message(session), "0 found, indices sum to 0, edge says 0");
    ck_assert_int_eq(run(session, "critical-next", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is no critical point in sight");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, points_are_counted_and_walked);
    tcase_add_test(cases, what_is_in_sight_counts);
    tcase_add_test(cases, the_nearest_to_a_place_is_visited);
    tcase_add_test(cases, the_list_is_asked_for_or_told);
    tcase_add_test(cases, where_there_is_none_it_is_said);
}

SUITE_MAIN("session extrema", add_cases)
