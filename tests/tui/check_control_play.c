/* Tests of a parameter that is played, without a terminal. */
#include "fixture.h"

static double value_of_a(const struct fixture *fixture)
{
    double value = 0;
    ck_assert(parameters_find(session_parameters(fixture->session), "a", 1, &value));
    return value;
}

/* Nothing is due until a parameter is played, nor after any key has stopped it. */
START_TEST(a_parameter_is_played_until_a_key_comes)
{
    static const char *const keys[] = { "l", "q", "^C", "^L", "<Esc>", ":" };
    struct fixture fixture = fixture_new();
    run(&fixture, "set a=0:1:2");
    ck_assert_int_eq(control_wait(fixture.control), -1);
    control_tick(fixture.control);
    press(&fixture, ": a n i m a t e <Space> a <Enter>");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    for (int i = 0; i < 22; i++)
        control_tick(fixture.control);
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of sum(x**2), a=1.9 ");
    assert_row(&fixture, ROWS - 2, "a=1.9  from 0 to 2 in steps of 0.05");
    assert_row(&fixture, ROWS - 1, "any key stops");
    control_resize(fixture.control, 3, 10);
    draw(&fixture);
    control_tick(fixture.control);
    control_resize(fixture.control, ROWS, COLUMNS);
    assert_row(&fixture, ROWS - 1, "any key stops");
    press(&fixture, keys[_i]);
    ck_assert(!fixture.control->ended && !fixture.control->ring);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    control_tick(fixture.control);
    ck_assert_double_eq(value_of_a(&fixture), 1.85);
    assert_row(&fixture, ROWS - 1, "hjkl probe");
    ck_assert_double_eq(session_probe(fixture.session)[0], 0);
    press(&fixture, "u");
    ck_assert_double_eq(value_of_a(&fixture), 1);
    fixture_free(fixture);
}
END_TEST

/* Once is enough: what is taken back is where it was before. */
START_TEST(a_bound_key_plays_whatever_its_count)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "set a=0:1:2");
    run(&fixture, "bind A animate a");
    press(&fixture, "3 A");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    control_tick(fixture.control);
    press(&fixture, "l");
    ck_assert_double_eq(value_of_a(&fixture), 1.05);
    press(&fixture, "u");
    ck_assert_double_eq(value_of_a(&fixture), 1);
    fixture_free(fixture);
}
END_TEST

START_TEST(what_cannot_be_played_is_told)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": a n i m a t e <Enter>");
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    /* A value at which the function has an error is not shown, and ends it. */
    run(&fixture, "set a=0:1:2");
    run(&fixture, "function sum(x[0:1]) + sum(x[0:a])");
    fixture.control->ring = false;
    press(&fixture, ": a n i m a t e <Enter>");
    ck_assert_int_eq(control_wait(fixture.control), 100);
    control_tick(fixture.control);
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, a_parameter_is_played_until_a_key_comes, 0, 6);
    tcase_add_test(cases, a_bound_key_plays_whatever_its_count);
    tcase_add_test(cases, what_cannot_be_played_is_told);
}

SUITE_MAIN("tui control play", add_cases)
