/* Walks that are shown step by step until a key comes, with ticks in the place of time. */
#include "fixture.h"

enum { STEP_MILLISECONDS = 50, MESSAGE_ROW = ROWS - 2 };

/* How often a character stands above the status. */
static int count_marks(const struct fixture *fixture, uint32_t mark)
{
    int count = 0;
    draw(fixture);
    for (int row = 1; row < session_layout(fixture->session)->status_row - 3; row++)
        for (int column = 7; column < COLUMNS; column++)
            count += canvas_cell(fixture->canvas, row, column).character == mark;
    return count;
}

static struct fixture new_walker(void)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "probe 1.5 -1");
    run(&fixture, "lr 0.1");
    return fixture;
}

static void tick(const struct fixture *fixture, int times)
{
    while (times-- > 0)
        control_tick(fixture->control);
}

/* All at once, as a session shows it that nobody plays. */
static struct fixture whole_walk(void)
{
    struct fixture fixture = new_walker();
    run(&fixture, "descend");
    ck_assert_int_eq(session_take_request(fixture.session), REQUEST_REVEAL);
    return fixture;
}

static const char reason[] = "plain lr 0.1: converged at step 99: ";

START_TEST(a_walk_is_played_to_its_end)
{
    struct fixture fixture = new_walker();
    struct fixture whole = whole_walk();
    ck_assert_int_eq(control_wait(fixture.control), -1);
    press(&fixture, "d");
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    assert_row(&fixture, MESSAGE_ROW, "step 0: f 3.25, |grad f| 3.606, plain lr 0.1");
    ck_assert_int_eq(count_marks(&fixture, 'O'), 1);
    ck_assert_int_eq(count_marks(&fixture, '@'), 0);
    tick(&fixture, 1);
    assert_row(&fixture, MESSAGE_ROW, "step 3: f 0.852, |grad f| 1.846, plain lr 0.1");
    ck_assert_int_eq(count_marks(&fixture, '@'), 1);
    assert_row(&fixture, ROWS - 1, "hjkl probe");
    tick(&fixture, 31);
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    assert_row(&fixture, MESSAGE_ROW, "step 96: f ");
    tick(&fixture, 1);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    assert_row(&fixture, MESSAGE_ROW, reason);
    assert_same_field(&fixture, &whole);
    tick(&fixture, 3);
    assert_row(&fixture, MESSAGE_ROW, reason);
    ck_assert(!fixture.control->ring);
    fixture_free(fixture);
    fixture_free(whole);
}
END_TEST

/* Each key ends it, and does what it does otherwise. */
START_TEST(a_key_ends_it_and_is_obeyed)
{
    static const char *const keys[] = { "l", "4", "t", ":", "Z", "u", "d", "+" };
    struct fixture fixture = new_walker();
    struct fixture whole = whole_walk();
    press(&fixture, "d");
    tick(&fixture, 2);
    press(&fixture, keys[_i]);
    press(&whole, keys[_i]);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    ck_assert_int_eq(fixture.control->mode, whole.control->mode);
    ck_assert(fixture.control->ring == whole.control->ring);
    ck_assert_str_eq(session_message(fixture.session), session_message(whole.session));
    assert_same_field(&fixture, &whole);
    fixture_free(fixture);
    fixture_free(whole);
}
END_TEST

/* What ends things does that alone. */
START_TEST(ends_end_it_alone)
{
    static const char *const keys[] = { "^C", "<Esc>" };
    struct fixture fixture = new_walker();
    press(&fixture, "d");
    tick(&fixture, 2);
    press(&fixture, keys[_i]);
    ck_assert(!fixture.control->ended && !fixture.control->ring);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    assert_row(&fixture, MESSAGE_ROW, reason);
    press(&fixture, keys[_i]);
    ck_assert(fixture.control->ended || fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

START_TEST(a_mouse_ends_it)
{
    struct fixture fixture = new_walker();
    const struct mouse_event press_event = { .action = MOUSE_PRESSED, .row = 5, .column = 20 };
    run(&fixture, "set mouse");
    press(&fixture, "d");
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    control_mouse(fixture.control, &press_event);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    fixture_free(fixture);
}
END_TEST

/* Typed ahead there is nothing to wait for, and all walks but the newest are whole. */
START_TEST(many_walks_are_begun_at_once)
{
    struct fixture fixture = new_walker();
    press(&fixture, "d h 2 d l l d");
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    assert_row(&fixture, MESSAGE_ROW, "step 0: f ");
    ck_assert_int_eq(count_marks(&fixture, 'O'), 3);
    ck_assert_int_eq(count_marks(&fixture, '*'), 1);
    press(&fixture, "u");
    ck_assert_int_eq(count_marks(&fixture, 'O'), 2);
    fixture_free(fixture);
}
END_TEST

START_TEST(another_size_does_not_end_it)
{
    struct fixture fixture = new_walker();
    press(&fixture, "d");
    tick(&fixture, 2);
    control_resize(fixture.control, 3, 10);
    draw(&fixture);
    tick(&fixture, 1);
    control_resize(fixture.control, ROWS, COLUMNS);
    assert_row(&fixture, MESSAGE_ROW, "step 9: f ");
    fixture_free(fixture);
}
END_TEST

/* However a walk is asked for on the screen; but a file of commands shows what it comes to. */
START_TEST(only_what_a_person_asks_for_is_played)
{
    struct fixture fixture = new_walker();
    press(&fixture, ": d e s c e n d <Space> 1 <Space> 1 <Enter>");
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    press(&fixture, "D @ :");
    ck_assert_int_eq(control_wait(fixture.control), STEP_MILLISECONDS);
    press(&fixture, "D i 5 i");
    ck_assert_int_eq(control_wait(fixture.control), -1);
    assert_row(&fixture, MESSAGE_ROW, "step 6: f ");
    FILE *file = fopen("walks.steepest", "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs("descend\ndescend 1 1\n", file), 0);
    ck_assert_int_eq(fclose(file), 0);
    run(&fixture, "bind Z source walks.steepest");
    press(&fixture, "Z");
    ck_assert_int_eq(remove("walks.steepest"), 0);
    ck_assert_int_eq(control_wait(fixture.control), -1);
    ck_assert_int_eq(count_marks(&fixture, 'O'), 2);
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_walk_is_played_to_its_end);
    tcase_add_loop_test(cases, a_key_ends_it_and_is_obeyed, 0, 8);
    tcase_add_loop_test(cases, ends_end_it_alone, 0, 2);
    tcase_add_test(cases, a_mouse_ends_it);
    tcase_add_test(cases, many_walks_are_begun_at_once);
    tcase_add_test(cases, another_size_does_not_end_it);
    tcase_add_test(cases, only_what_a_person_asks_for_is_played);
}

SUITE_MAIN("tui reveal", add_cases)
