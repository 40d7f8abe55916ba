/* What a mouse does to a session, without a terminal. */
#include "fixture.h"
#include "session/recipe.h"
#include "session/script.h"
#include "tui/control_parts.h"

static const struct {
    const char *report; /* behind `ESC [ <` */
    struct mouse_event event;
} reports[] = {
    { "0;1;1M", { MOUSE_PRESSED, 0, 0 } },
    { "0;80;24m", { MOUSE_RELEASED, 23, 79 } },
    { "32;200;60M", { MOUSE_DRAGGED, 59, 199 } },
    { "64;9999;9999M", { MOUSE_WHEEL_UP, 9998, 9998 } },
    { "65;007;2M", { MOUSE_WHEEL_DOWN, 1, 6 } },
    /* Other buttons, sideways wheels, motion without a button, numbers without a meaning. */
    { "1;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "2;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "33;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "35;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "66;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "128;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "64;1;1m", { MOUSE_NOTHING, 0, 0 } },
    { "9999;1;1M", { MOUSE_NOTHING, 0, 0 } },
    /* Shift, Meta, Control. */
    { "4;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "4;1;1m", { MOUSE_NOTHING, 0, 0 } },
    { "36;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "68;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "8;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "16;1;1M", { MOUSE_NOTHING, 0, 0 } },
    /* What is no report. */
    { "", { MOUSE_NOTHING, 0, 0 } },
    { "M", { MOUSE_NOTHING, 0, 0 } },
    { "0", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;1", { MOUSE_NOTHING, 0, 0 } },
    { "0;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;M", { MOUSE_NOTHING, 0, 0 } },
    { ";1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;1;M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;1MM", { MOUSE_NOTHING, 0, 0 } },
    { "0M1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;0;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;0M", { MOUSE_NOTHING, 0, 0 } },
    { "0;-1;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1.5;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;10000M", { MOUSE_NOTHING, 0, 0 } },
    { "0;4294967297;1M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;99999999999999999999999999M", { MOUSE_NOTHING, 0, 0 } },
    { "0;1;1x", { MOUSE_NOTHING, 0, 0 } },
};

START_TEST(reports_are_read)
{
    const char *report = reports[_i].report;
    struct mouse_event event = mouse_read(report, strlen(report));
    ck_assert_msg(event.action == reports[_i].event.action, "%s", report);
    ck_assert_int_eq(event.row, reports[_i].event.row);
    ck_assert_int_eq(event.column, reports[_i].event.column);
}
END_TEST

static struct fixture mouse_fixture(void)
{
    struct fixture fixture = fixture_new();
    run(&fixture, "set mouse");
    session_forget_changes(fixture.session);
    return fixture;
}

static void act(const struct fixture *fixture, enum mouse_action action, int row, int column)
{
    struct mouse_event event = { action, row, column };
    control_mouse(fixture->control, &event);
}

static void click(const struct fixture *fixture, int row, int column)
{
    act(fixture, MOUSE_PRESSED, row, column);
    act(fixture, MOUSE_RELEASED, row, column);
}

/*
 * Do what the words say: `press:ROW,COLUMN`, likewise drag, release, in and out for the wheel;
 * `frame` for what happens before a frame is drawn; else keys.
 */
static void play(const struct fixture *fixture, const char *words)
{
    static const char *const names[] = { "nothing", "press", "drag", "release", "in", "out" };
    char copy[256];
    char name[16];
    int row;
    int column;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
        if (strcmp(word, "frame") == 0) {
            control_settle(fixture->control);
        } else if (sscanf(word, "%15[a-z]:%d,%d", name, &row, &column) == 3) {
            for (int i = MOUSE_NOTHING; i <= MOUSE_WHEEL_DOWN; i++)
                if (strcmp(name, names[i]) == 0)
                    act(fixture, (enum mouse_action)i, row, column);
        } else {
            control_key(fixture->control, word);
        }
    }
    control_settle(fixture->control);
}

/* Fail unless the other shows the same, window and probe, to the last bit. */
static void assert_same_state(const struct fixture *a, const struct fixture *b, const char *story)
{
    const struct viewport *one = session_viewport(a->session);
    const struct viewport *other = session_viewport(b->session);
    ck_assert_msg(viewport_has_same_places(one, other), "%s: other places", story);
    for (int axis = 0; axis < AXES; axis++) {
        ck_assert_msg(one->probe[axis] == other->probe[axis], "%s: other probe", story);
        ck_assert_msg(one->probe_cell[axis] == other->probe_cell[axis], "%s: other cell", story);
    }
    assert_same_field(a, b);
}

static const struct {
    int rows;
    int columns;
    const char *spacing;
} screens[] = {
    { 24, 80, "spacing 2" },  { 12, 40, "spacing 2" }, { 8, 24, "spacing 2" },
    { 60, 200, "spacing 2" }, { 25, 81, "spacing 1" }, { 24, 80, "spacing 3" },
    { 24, 80, "spacing 16" },
};

START_TEST(a_click_puts_the_probe_under_the_hand)
{
    struct fixture fixture = mouse_fixture();
    control_resize(fixture.control, screens[_i].rows, screens[_i].columns);
    run(&fixture, screens[_i].spacing);
    const struct layout *layout = session_layout(fixture.session);
    int last = layout->gutter + layout_field_columns(layout) - 1;
    int lowest = layout->field_row + layout->samples_up - 1;
    const int rows[] = { layout->field_row, layout->samples_up / 2 + 1, lowest };
    const int columns[] = { layout->gutter, layout->gutter + 1, (layout->gutter + last) / 2, last };
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 4 && columns[j] <= last; j++) {
            struct viewport before = *session_viewport(fixture.session);
            click(&fixture, rows[i], columns[j]);
            draw(&fixture);
            struct canvas_cursor cursor = canvas_cursor(fixture.canvas);
            ck_assert_int_eq(cursor.row, rows[i]);
            ck_assert_int_le(abs(cursor.column - columns[j]), layout->spacing / 2);
            const struct viewport *after = session_viewport(fixture.session);
            ck_assert(viewport_has_same_places(&before, after));
            for (int axis = 0; axis < AXES; axis++)
                ck_assert(after->probe[axis] ==
                          viewport_place(after, axis, after->probe_cell[axis]));
        }
    ck_assert(!fixture.control->ring);
    fixture_free(fixture);
}
END_TEST

START_TEST(beside_the_field_nothing_happens)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    const struct layout *layout = session_layout(fixture.session);
    const int places[][2] = {
        { 0, 20 },
        { 5, layout->gutter - 1 },
        { 5, layout->gutter + layout_field_columns(layout) },
        { layout->axis_row, 20 },
        { layout->ticks_row, 20 },
        { layout->legend_row, 20 },
        { layout->status_row, 20 },
        { layout->message_row, 20 },
        { layout->hint_row, 20 },
        { 9998, 9998 },
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        click(&fixture, places[i][0], places[i][1]);
        act(&fixture, MOUSE_PRESSED, places[i][0], places[i][1]);
        act(&fixture, MOUSE_DRAGGED, 5, 20);
        act(&fixture, MOUSE_RELEASED, 5, 20);
        act(&fixture, MOUSE_WHEEL_UP, places[i][0], places[i][1]);
        act(&fixture, MOUSE_WHEEL_DOWN, places[i][0], places[i][1]);
        control_settle(fixture.control);
        assert_same_state(&fixture, &other, "beside the field");
    }
    ck_assert(!fixture.control->ring);
    control_resize(fixture.control, 5, 20);
    play(&fixture, "press:1,1 release:1,1 in:1,1");
    control_resize(fixture.control, ROWS, COLUMNS);
    assert_same_state(&fixture, &other, "without room for a field");
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

/* On 80x24 the gutter is 7 columns wide, and the probe stands at row 9, column 43 at first. */
static const struct {
    const char *played;
    const char *lines[6];
} gestures[] = {
    { "press:9,43 release:9,43", { "" } },
    { "press:4,49 release:4,49", { "right 3", "up 5" } },
    { "press:4,50 release:4,50", { "right 3", "up 5" } },
    { "in:9,43", { "zoom-in" } },
    { "in:9,43 in:9,43 frame in:9,43", { "zoom-in 3" } },
    { "out:9,43 out:9,44", { "zoom-out 2" } },
    { "in:4,49", { "right 3", "up 5", "zoom-in" } },
    { "in:4,49 out:4,49", { "right 3", "up 5", "zoom-in", "zoom-out" } },
    { "in:4,49 in:4,49 in:9,43",
      { "right 3", "up 5", "zoom-in 2", "left 3", "down 5", "zoom-in" } },
    /* The field follows the hand. */
    { "press:5,20 drag:5,26 release:5,26", { "pan-left 3" } },
    { "press:5,20 drag:5,14 release:5,14", { "pan-right 3" } },
    { "press:5,20 drag:7,20 release:7,20", { "pan-up 2" } },
    { "press:5,20 drag:3,20 release:3,20", { "pan-down 2" } },
    { "press:5,20 drag:5,23 frame drag:7,25 frame release:7,27", { "pan-left 3", "pan-up 2" } },
    { "press:5,20 release:6,24", { "pan-left 2", "pan-up" } },
    { "press:5,20 drag:9,30 frame drag:5,20 release:5,20", { "" } },
    { "press:5,20 drag:23,79 release:500,900", { "pan-left 440", "pan-up 495" } },
    /* Less than an arrow, and back: a drag, no click. */
    { "press:5,20 drag:5,21 drag:5,20 release:5,20", { "" } },
    /* The same cell again is no motion. */
    { "press:4,49 drag:4,49 release:4,49", { "right 3", "up 5" } },
    /* Without a button pressed in the field there is nothing to drag or to release. */
    { "drag:5,20 release:5,20", { "" } },
    { "press:0,0 drag:5,20 release:5,20", { "" } },
    /* A lost release, other buttons between. */
    { "press:5,20 press:4,49 nothing:7,7 release:4,49", { "right 3", "up 5" } },
    /* Keys between: they end a drag, and find done what it did. */
    { "press:5,20 drag:5,26 l drag:5,60 release:5,60", { "pan-left 3", "right" } },
    { "5 press:5,20 drag:5,26 release:5,26 l", { "pan-left 3", "right" } },
    { "t in:9,43 s", { "zoom-in", "sign" } },
};

START_TEST(gestures_run_commands)
{
    struct fixture played = mouse_fixture();
    struct fixture lines = fixture_new();
    play(&played, gestures[_i].played);
    for (int i = 0; i < 6 && gestures[_i].lines[i] != NULL; i++)
        run(&lines, gestures[_i].lines[i]);
    assert_same_state(&played, &lines, gestures[_i].played);
    ck_assert(!played.control->ring);
    fixture_free(played);
    fixture_free(lines);
}
END_TEST

static const struct {
    const char *played;
    int changes;
} undone[] = {
    { "press:9,43 release:9,43", 0 },
    { "press:4,49 release:4,49", 1 },
    { "press:4,49 release:4,49 press:5,20 release:5,20", 2 },
    { "in:4,49 frame in:4,49 frame in:4,50 frame in:5,40", 1 },
    { "in:4,49 frame in:4,49 frame out:4,49 frame out:4,49", 2 },
    { "in:4,49 l in:4,49", 3 },
    { "press:5,20 drag:5,24 frame drag:8,30 frame drag:9,9 frame release:9,9", 1 },
    { "press:5,20 drag:5,24 release:5,24 press:5,20 drag:5,24 release:5,24", 2 },
    { "l press:5,20 drag:5,24 frame drag:5,30 release:5,30 l l", 3 },
    { "in:4,49 press:4,49 drag:4,60 release:4,60 out:4,49", 3 },
};

START_TEST(a_gesture_is_one_change)
{
    struct failure failure;
    struct source_text undo = { "test", "undo", 4 };
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    play(&fixture, undone[_i].played);
    control_let_go(fixture.control);
    for (int i = 0; i < undone[_i].changes; i++)
        run(&fixture, "undo");
    ck_assert_int_ne(session_run(fixture.session, &undo, &failure), STATUS_OK);
    assert_same_state(&fixture, &other, undone[_i].played);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

/* Whatever has come before a frame is drawn is carried out at once. */
START_TEST(many_events_are_one_command)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    act(&fixture, MOUSE_PRESSED, 5, 20);
    for (int i = 0; i < 50000; i++)
        act(&fixture, MOUSE_DRAGGED, 5 + i % 7, 20 + i % 11);
    act(&fixture, MOUSE_DRAGGED, 6, 24);
    assert_same_state(&fixture, &other, "before");
    control_settle(fixture.control);
    run(&other, "pan-left 2");
    run(&other, "pan-up");
    assert_same_state(&fixture, &other, "dragged");
    act(&fixture, MOUSE_RELEASED, 6, 24);
    for (int i = 0; i < 30; i++)
        act(&fixture, MOUSE_WHEEL_UP, 10, 47);
    assert_same_state(&fixture, &other, "before");
    control_settle(fixture.control);
    run(&other, "zoom-in 30");
    assert_same_state(&fixture, &other, "zoomed");
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(where_doubles_end_it_is_told)
{
    struct fixture fixture = mouse_fixture();
    for (int i = 0; i < 100; i++)
        act(&fixture, MOUSE_WHEEL_UP, 4, 49);
    control_settle(fixture.control);
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "of 100 times: doubles"));
    ck_assert(!fixture.control->ring);
    act(&fixture, MOUSE_WHEEL_UP, 4, 49);
    control_settle(fixture.control);
    ck_assert_ptr_nonnull(strstr(session_message(fixture.session), "doubles end here (step"));
    ck_assert(fixture.control->ring);
    /* The next gesture takes the message away. */
    act(&fixture, MOUSE_PRESSED, 5, 20);
    act(&fixture, MOUSE_DRAGGED, 5, 24);
    ck_assert_str_eq(session_message(fixture.session), "");
    fixture_free(fixture);
}
END_TEST

START_TEST(turned_off_nothing_happens)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    run(&fixture, "set nomouse");
    play(&fixture, "press:4,49 release:4,49 in:4,49 press:5,20 drag:5,24 release:5,24");
    assert_same_state(&fixture, &other, "turned off");
    ck_assert(!fixture.control->ring);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

/* What is typed stays as it is, and a drag that began before is over. */
START_TEST(while_typing_nothing_happens)
{
    static const char *const begun[] = { ": s i", "f", ": z <Tab>" };
    static const char *const ended[] = { "^C", "<Esc>", "<Esc> ^C" };
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    for (size_t i = 0; i < 3; i++) {
        play(&fixture, begun[i]);
        play(&other, begun[i]);
        play(&fixture, "press:4,49 release:4,49 in:4,49 press:5,20 drag:5,24 release:5,24");
        assert_same_state(&fixture, &other, begun[i]);
        ck_assert_int_eq(fixture.control->mode, other.control->mode);
        play(&fixture, ended[i]);
        play(&other, ended[i]);
    }
    play(&fixture, "press:5,20 drag:5,26 : drag:5,40 frame <Esc> drag:5,60 release:5,60");
    run(&other, "pan-left 3");
    assert_same_state(&fixture, &other, "a drag before the prompt");
    ck_assert(!fixture.control->ring);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(the_wheel_turns_the_help_page)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    char wheel[ROW_SIZE];
    char keys[ROW_SIZE];
    play(&fixture, "? out:5,5 out:5,5 in:5,5 press:5,5 drag:9,9 release:9,9");
    play(&other, "? j j j");
    draw(&fixture);
    draw(&other);
    ck_assert_int_eq(fixture.control->mode, CONTROL_HELP);
    for (int row = 0; row < ROWS; row++)
        ck_assert_str_eq(row_text(fixture.canvas, row, wheel), row_text(other.canvas, row, keys));
    play(&fixture, "/ out:5,5");
    ck_assert(!fixture.control->ring);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(a_resize_ends_a_drag)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    play(&fixture, "press:5,20 drag:5,26");
    run(&other, "pan-left 3");
    control_resize(fixture.control, 30, 100);
    control_resize(other.control, 30, 100);
    play(&fixture, "drag:5,60 release:5,60");
    assert_same_state(&fixture, &other, "resized");
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

/* The commands that `y` tells lead to what the mouse has led to. */
START_TEST(a_session_by_mouse_is_reproduced)
{
    struct fixture fixture = mouse_fixture();
    struct fixture other = fixture_new();
    struct text lines = TEXT_EMPTY;
    struct failure failure;
    run(&fixture, "function himmelblau");
    play(&fixture, "press:4,30 release:4,30 in:12,50 in:12,50 frame in:12,51 "
                   "press:5,20 drag:9,33 frame drag:11,60 release:11,61");
    ck_assert_int_eq(recipe_append_script(fixture.session, &lines, &failure), STATUS_OK);
    ck_assert_ptr_null(strstr(text_string(&lines), "mouse"));
    struct source_text source = { "recipe", text_string(&lines), lines.length };
    ck_assert_int_eq(script_run(other.session, &source, &failure), STATUS_OK);
    session_set_message(fixture.session, "");
    session_set_message(other.session, "");
    assert_same_field(&fixture, &other);
    text_free(&lines);
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, reports_are_read, 0, (int)(sizeof reports / sizeof reports[0]));
    tcase_add_loop_test(cases, a_click_puts_the_probe_under_the_hand, 0,
                        (int)(sizeof screens / sizeof screens[0]));
    tcase_add_test(cases, beside_the_field_nothing_happens);
    tcase_add_loop_test(cases, gestures_run_commands, 0,
                        (int)(sizeof gestures / sizeof gestures[0]));
    tcase_add_loop_test(cases, a_gesture_is_one_change, 0,
                        (int)(sizeof undone / sizeof undone[0]));
    tcase_add_test(cases, many_events_are_one_command);
    tcase_add_test(cases, where_doubles_end_it_is_told);
    tcase_add_test(cases, turned_off_nothing_happens);
    tcase_add_test(cases, while_typing_nothing_happens);
    tcase_add_test(cases, the_wheel_turns_the_help_page);
    tcase_add_test(cases, a_resize_ends_a_drag);
    tcase_add_test(cases, a_session_by_mouse_is_reproduced);
}

SUITE_MAIN("tui mouse", add_cases)
