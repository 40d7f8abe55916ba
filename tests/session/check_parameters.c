/* Tests of parameters that are chosen, moved in round steps, and played. */
#include "lines.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/animation.h"
#include "session/nudge.h"
#include "session/recipe.h"

enum { TITLE_SIZE = 512 };

static struct session *new_session(void)
{
    static const struct display screen = { .depth = DEPTH_256,
                                           .utf8 = true,
                                           .glyphs = GLYPHS_arrows,
                                           .background = BACKGROUND_dark,
                                           .screen = true };
    return session_on(&screen);
}

static double value_of(const struct session *session, const char *name)
{
    double value = NAN;
    ck_assert(parameters_find(session_parameters(session), name, strlen(name), &value));
    return value;
}

/* Fail unless the title of the frame drawn now holds these words. */
static void assert_title(struct session *session, const char *words)
{
    struct text title = TEXT_EMPTY;
    struct canvas *canvas = draw_frame(session);
    for (int column = 0; column < canvas_columns(canvas); column++) {
        char bytes[UTF8_LONGEST];
        size_t size = utf8_encode(canvas_cell(canvas, 0, column).character, bytes);
        text_append_bytes(&title, bytes, size);
    }
    ck_assert_msg(strstr(text_string(&title), words) != NULL, "'%s' lacks '%s'",
                  text_string(&title), words);
    text_free(&title);
    canvas_free(canvas);
}

static void assert_fails(struct session *session, const char *line, const char *message)
{
    struct failure failure;
    ck_assert_int_eq(run(session, line, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, message);
}

/* Steps of a parameter with limits, or without where both are 0. */
static const struct {
    double least;
    double value;
    double most;
    double step;
    double up;
    double down;
} steps[] = {
    { 0, 5, 10, 0.2, 5.2, 4.8 },
    { -2, 0.37, 2, 0.1, 0.4, 0.3 },
    { -2, -0.37, 2, 0.1, -0.3, -0.4 },
    { 0, 0.3, 1, 0.02, 0.32, 0.28 },
    { 0, 0.1 + 0.2, 3, 0.1, 0.4, 0.2 },
    { -0.37, 1.2, 1.23, 0.05, 1.23, 1.15 },
    { -0.37, 1.23, 1.23, 0.05, 1.23, 1.2 },
    { -0.37, -0.37, 1.23, 0.05, -0.35, -0.37 },
    { 1, 1, 1, 5e-15, 1, 1 },
    { 0, 500, 1e6, 2e4, 2e4, 0 },
    { -1e308, 0, 1e308, 1e300, 1e300, -1e300 },
    { 0, 0, 1e-310, 1e-300, 1e-310, 0 },
    { 0, 2, 0, 0.1, 2.1, 1.9 },
    { 0, 0, 0, 0.05, 0.05, -0.05 },
    { 0, -3e-7, 0, 2e-8, -2.8e-7, -3.2e-7 },
    { 0, 1e300, 0, 5e298, 1.05e300, 9.5e299 },
};

START_TEST(steps_are_round)
{
    bool limited = steps[_i].least != 0 || steps[_i].most != 0;
    struct parameter parameter = { .value = steps[_i].value,
                                   .given = steps[_i].value,
                                   .least = limited ? steps[_i].least : -INFINITY,
                                   .most = limited ? steps[_i].most : INFINITY };
    ck_assert(nudge_has_limits(&parameter) == limited);
    ck_assert_double_eq(nudge_step(&parameter), steps[_i].step);
    ck_assert_double_eq(nudge(&parameter, 1), steps[_i].up);
    ck_assert_double_eq(nudge(&parameter, -1), steps[_i].down);
    double end = limited ? steps[_i].most : DBL_MAX;
    parameter.value = end;
    ck_assert_double_eq(nudge(&parameter, 1000000000), end);
}
END_TEST

/* As many steps back as forth, one by one or at once, lead to the same double. */
START_TEST(steps_lead_back)
{
    enum { THERE = 137 };
    struct parameter parameter = { .value = 0.7, .given = 2, .least = -INFINITY, .most = INFINITY };
    double passed[THERE];
    for (int i = 0; i < THERE; i++) {
        passed[i] = parameter.value;
        parameter.value = nudge(&parameter, -1);
        ck_assert_double_lt(parameter.value, passed[i]);
    }
    struct parameter at_once = { .value = 0.7, .given = 2, .least = -INFINITY, .most = INFINITY };
    ck_assert_double_eq(nudge(&at_once, -THERE), parameter.value);
    ck_assert_double_eq(passed[7], 0);
    for (int i = THERE - 1; i >= 0; i--) {
        parameter.value = nudge(&parameter, 1);
        ck_assert_double_eq(parameter.value, passed[i]);
    }
}
END_TEST

START_TEST(parameters_are_moved)
{
    struct session *session = new_session();
    run_well(session, "set a=0:0.37:1.23");
    run_well(session, "function a*x^2 + y^2");
    run_well(session, "parameter-larger");
    ck_assert_double_eq(value_of(session, "a"), 0.4);
    ck_assert_str_eq(session_message(session), "a=0.4  from 0 to 1.23 in steps of 0.05");
    assert_title(session, "x^2 + y^2, a=0.4 ");
    run_well(session, "parameter-larger 99");
    ck_assert_double_eq(value_of(session, "a"), 1.23);
    assert_fails(session, "parameter-larger", "a ends at 1.23");
    ck_assert_double_eq(value_of(session, "a"), 1.23);
    run_well(session, "parameter-smaller 2");
    ck_assert_double_eq(value_of(session, "a"), 1.15);
    run_well(session, "parameter-smaller 1000000000");
    assert_fails(session, "parameter-smaller", "a ends at 0");
    /* Steps without limits are those of the value that was set, not of the one moved to. */
    run_well(session, "set b=2");
    run_well(session, "parameter b");
    run_well(session, "parameter-smaller 25");
    ck_assert_double_eq(value_of(session, "b"), -0.5);
    ck_assert_str_eq(session_message(session), "b=-0.5  in steps of 0.1");
    session_free(session);
}
END_TEST

START_TEST(nothing_is_moved_where_there_is_nothing)
{
    static const char *const lines[] = { "parameter-next", "parameter-previous", "parameter a",
                                         "parameter-larger", "parameter-smaller 3", "animate",
                                         "animate a" };
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_fails(session, lines[i], "there is none, make one with 'set a=2'");
    run_well(session, "set alpha=1");
    assert_fails(session, "parameter alhpa", "unknown parameter 'alhpa', did you mean 'alpha'?");
    session_free(session);
}
END_TEST

START_TEST(the_chosen_one_stands_out)
{
    struct session *session = new_session();
    run_well(session, "set a=1");
    run_well(session, "parameter a");
    assert_title(session, ", a=1 ");
    run_well(session, "reset");
    run_well(session, "set a=1");
    run_well(session, "set b=2");
    run_well(session, "set c=3");
    assert_title(session, ", a=1, b=2, c=3 ");
    /* Nobody has chosen: it is the first, and that shows as soon as it matters. */
    run_well(session, "parameter-larger");
    assert_title(session, ", [a=1.05], b=2, c=3 ");
    run_well(session, "parameter-next 2");
    assert_title(session, ", a=1.05, b=2, [c=3] ");
    run_well(session, "parameter-next");
    assert_title(session, ", [a=1.05], b=2, c=3 ");
    run_well(session, "parameter-previous 4");
    assert_title(session, ", a=1.05, b=2, [c=3] ");
    run_well(session, "parameter b");
    run_well(session, "function x + b");
    assert_title(session, "f of x + b, a=1.05, [b=2], c=3 ");
    session_free(session);
}
END_TEST

START_TEST(going_along_begins_at_an_end)
{
    struct session *session = new_session();
    run_well(session, "set a=1");
    run_well(session, "set b=2");
    run_well(session, "set c=3");
    run_well(session, "parameter-next");
    assert_title(session, ", [a=1], b=2, c=3 ");
    run_well(session, "undo");
    assert_title(session, ", a=1, b=2, c=3 ");
    run_well(session, "parameter-previous");
    assert_title(session, ", a=1, b=2, [c=3] ");
    session_free(session);
}
END_TEST

START_TEST(nudges_in_a_row_are_one_change)
{
    struct session *session = new_session();
    run_well(session, "set a=1");
    run_well(session, "set b=2");
    run_well(session, "right 3");
    run_well(session, "parameter-larger");
    run_well(session, "parameter-larger 4");
    run_well(session, "parameter-smaller");
    ck_assert_double_eq(value_of(session, "a"), 1.2);
    run_well(session, "up");
    run_well(session, "undo");
    ck_assert_double_eq(value_of(session, "a"), 1.2);
    run_well(session, "undo");
    assert_title(session, ", a=1, b=2 ");
    ck_assert_double_eq(session_probe(session)[1], 0);
    ck_assert_double_ne(session_probe(session)[0], 0);
    run_well(session, "redo");
    assert_title(session, ", [a=1.2], b=2 ");
    session_free(session);
}
END_TEST

START_TEST(a_recipe_tells_the_choice)
{
    struct session *session = new_session();
    struct text settings = TEXT_EMPTY;
    struct text way = TEXT_EMPTY;
    struct failure failure;
    run_well(session, "set a=1");
    run_well(session, "parameter-larger");
    ck_assert_int_eq(recipe_append(session, &settings, &way, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "set a=1.05\n");
    ck_assert_str_eq(text_string(&way), "");
    run_well(session, "set b=0:2:3");
    text_clear(&settings);
    ck_assert_int_eq(recipe_append(session, &settings, &way, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "set a=1.05\nset b=0:2:3\n");
    ck_assert_str_eq(text_string(&way), "parameter a\n");
    text_free(&settings);
    text_free(&way);
    session_free(session);
}
END_TEST

static void step(struct session *session)
{
    struct failure failure;
    ck_assert_int_eq(animation_step(session, &failure), STATUS_OK);
}

START_TEST(a_parameter_is_played_there_and_back)
{
    enum { THERE = 30 };
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "set a=-1:0.5:2");
    run_well(session, "set b=-1:0.5:2");
    run_well(session, "animate b");
    ck_assert_int_eq(session_take_request(session), REQUEST_ANIMATE);
    ck_assert_int_eq(animation_begin(session, &failure), STATUS_OK);
    for (int i = 0; i < THERE / 2; i++)
        step(session);
    ck_assert_double_eq(value_of(session, "b"), 2);
    step(session);
    ck_assert_double_eq(value_of(session, "b"), 1.9);
    for (int i = 1; i < THERE; i++)
        step(session);
    ck_assert_double_eq(value_of(session, "b"), -1);
    step(session);
    ck_assert_double_eq(value_of(session, "b"), -0.9);
    animation_end(session);
    assert_title(session, ", a=0.5, [b=-0.9] ");
    run_well(session, "undo");
    assert_title(session, ", a=0.5, b=0.5 ");
    run_well(session, "redo");
    ck_assert_double_eq(value_of(session, "b"), -0.9);
    session_free(session);
}
END_TEST

START_TEST(what_was_not_played_is_no_change)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "set a=-1:0.5:2");
    session_forget_changes(session);
    run_well(session, "animate");
    ck_assert_int_eq(animation_begin(session, &failure), STATUS_OK);
    animation_end(session);
    assert_fails(session, "undo", "there is nothing to undo");
    session_free(session);
}
END_TEST

START_TEST(what_cannot_be_played_is_told)
{
    static const struct display none = { .depth = DEPTH_NONE };
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "set a=1.5");
    run_well(session, "set b=1:1:1");
    run_well(session, "set c=0:1:2");
    assert_fails(session, "animate", "a has no limits, give it some with 'set a=LEAST:1.5:MOST'");
    assert_fails(session, "animate b", "b has no room to move, it is 1");
    assert_fails(session, "animate d", "unknown parameter 'd', choose a, b or c");
    ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    run_well(session, "animate c");
    run_well(session, "reset");
    ck_assert_int_eq(animation_begin(session, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "the parameter is gone");
    session_set_display(session, &none);
    assert_fails(session, "animate", "this command needs a terminal");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, steps_are_round, 0, sizeof steps / sizeof steps[0]);
    tcase_add_test(cases, steps_lead_back);
    tcase_add_test(cases, parameters_are_moved);
    tcase_add_test(cases, nothing_is_moved_where_there_is_nothing);
    tcase_add_test(cases, the_chosen_one_stands_out);
    tcase_add_test(cases, going_along_begins_at_an_end);
    tcase_add_test(cases, nudges_in_a_row_are_one_change);
    tcase_add_test(cases, a_recipe_tells_the_choice);
    tcase_add_test(cases, a_parameter_is_played_there_and_back);
    tcase_add_test(cases, what_was_not_played_is_no_change);
    tcase_add_test(cases, what_cannot_be_played_is_told);
}

SUITE_MAIN("session parameters", add_cases)
