/* Tests of what a frame tells of how far its arrows can be believed. */
#include "lines.h"

enum { FIELD_TOP = 1, FIELD_BOTTOM = 17, MESSAGE_ROW = 22, GUTTER = 7, COLUMNS = 80, ROWS = 24 };

static struct session *new_session(void)
{
    return session_on_terminal(ROWS, COLUMNS);
}

/* How often a mark stands in the field. */
static int count_marks(struct session *session, uint32_t mark)
{
    struct canvas *canvas = draw_frame(session);
    int count = 0;
    for (int row = FIELD_TOP; row <= FIELD_BOTTOM; row++)
        for (int column = GUTTER; column < COLUMNS; column++)
            count += canvas_cell(canvas, row, column).character == mark;
    canvas_free(canvas);
    return count;
}

/* Cells of the field with an arrow that is not bold. */
static int count_dim(struct session *session)
{
    struct canvas *canvas = draw_frame(session);
    int count = 0;
    for (int row = FIELD_TOP; row <= FIELD_BOTTOM; row++) {
        for (int column = GUTTER; column < COLUMNS; column++) {
            struct cell cell = canvas_cell(canvas, row, column);
            count += cell.character >= 0x2190 && cell.character <= 0x2199 &&
                     (cell.pen.attributes & ATTRIBUTE_BOLD) == 0;
        }
    }
    canvas_free(canvas);
    return count;
}

/* The first characters of the message's row, up to a blank. */
static bool message_begins(struct session *session, const char *word)
{
    struct canvas *canvas = draw_frame(session);
    bool same = true;
    for (int i = 0; word[i] != '\0'; i++)
        same = same && canvas_cell(canvas, MESSAGE_ROW, i).character == (unsigned char)word[i];
    canvas_free(canvas);
    return same;
}

START_TEST(arrows_that_may_be_wrong_are_dim_or_marked)
{
    struct session *session = new_session();
    run_well(session, "function (x^2+y-11)^2 + (x+y^2-7)^2");
    /* The minimum at (3, 2), where all that is computed is error. */
    ck_assert_int_eq(count_marks(session, '?'), 1);
    ck_assert_int_eq(count_dim(session), 0);
    run_well(session, "scheme forward");
    run_well(session, "step 1");
    ck_assert_int_gt(count_marks(session, '?'), 5);
    ck_assert_int_gt(count_dim(session), 5);
    run_well(session, "toggle-trust");
    ck_assert_int_eq(count_marks(session, '?') + count_dim(session), 0);
    run_well(session, "toggle-trust");
    ck_assert_int_gt(count_marks(session, '?'), 5);
    run_well(session, "scheme exact");
    ck_assert_int_eq(count_marks(session, '?') + count_dim(session), 0);
    session_free(session);
}
END_TEST

START_TEST(a_judged_field_has_the_colours_of_one_that_is_not)
{
    struct session *session = new_session();
    run_well(session, "function (x^2+y-11)^2 + (x+y^2-7)^2");
    run_well(session, "step 1");
    run_well(session, "layer arrows,legend");
    int plain = count_marks(session, 0x2192);
    run_well(session, "color-by error");
    ck_assert_int_eq(count_marks(session, 0x2192), plain);
    ck_assert_int_eq(count_marks(session, '?'), 0);
    session_free(session);
}
END_TEST

START_TEST(kinks_have_a_mark)
{
    struct session *session = new_session();
    run_well(session, "function abs(x)+y");
    ck_assert_int_eq(count_marks(session, '^'), FIELD_BOTTOM - FIELD_TOP + 1);
    run_well(session, "toggle-trust");
    ck_assert_int_eq(count_marks(session, '^'), 0);
    session_free(session);
}
END_TEST

START_TEST(aliasing_is_told_and_goes_with_zoom)
{
    struct session *session = new_session();
    run_well(session, "function rastrigin");
    run_well(session, "step 1e-5");
    ck_assert_int_gt(count_marks(session, '~'), 100);
    session_set_message(session, "");
    ck_assert(message_begins(session, "f varies faster than the cells can show at "));
    run_well(session, "toggle-grid");
    ck_assert(message_begins(session, "grid: shown"));
    run_well(session, "zoom-in 6");
    ck_assert_int_eq(count_marks(session, '~'), 0);
    session_set_message(session, "");
    ck_assert(!message_begins(session, "f varies"));
    session_free(session);
}
END_TEST

START_TEST(the_truth_is_found_when_it_is_asked_for)
{
    struct session *session = new_session();
    run_well(session, "color-by true-error");
    ck_assert_int_eq(count_marks(session, '?'), 0);
    run_well(session, "function x*y*y");
    run_well(session, "step 0.25");
    struct canvas *canvas = draw_frame(session);
    ck_assert_uint_eq(canvas_cell(canvas, 20, 0).character, 't');
    canvas_free(canvas);
    session_free(session);
}
END_TEST

/* Cells of the field that differ from those `right` columns further in another frame. */
static int count_different(const struct canvas *one, const struct canvas *other, int right)
{
    int different = 0;
    for (int row = FIELD_TOP; row <= FIELD_BOTTOM; row++)
        for (int column = GUTTER; column + right < COLUMNS; column++) {
            struct cell a = canvas_cell(one, row, column);
            struct cell b = canvas_cell(other, row, column + right);
            different += a.character != b.character || a.pen.foreground != b.pen.foreground ||
                         a.pen.attributes != b.pen.attributes;
        }
    return different;
}

/* A step of a point's own depends on the point alone, and so does all that comes of it. */
START_TEST(a_pan_changes_no_arrow_of_an_automatic_step)
{
    enum { PANNED = 6, SPACING = 2 };
    struct session *session = new_session();
    run_well(session, "function sin(3*x)*exp(y) + abs(x - 0.3)");
    run_well(session, "step auto");
    run_well(session, "color-by error");
    run_well(session, "probe 0 0");
    struct canvas *before = draw_frame(session);
    run_well(session, "pan-left 6");
    struct canvas *after = draw_frame(session);
    /* The neighbours that aliasing is told by are others at the edge. */
    ck_assert_int_eq(count_different(before, after, PANNED * SPACING), 0);
    canvas_free(before);
    canvas_free(after);
    session_free(session);
}
END_TEST

START_TEST(a_zoom_changes_no_number_of_the_probe)
{
    enum { STATUS_ROW = 21 };
    static const char *const zooms[] = { "zoom-in", "zoom-out 3", "pan-up 2", "zoom-in 9" };
    struct session *session = new_session();
    run_well(session, "function sin(3*x)*exp(y)");
    run_well(session, "step auto");
    run_well(session, "probe 0.25 -0.125");
    struct canvas *before = draw_frame(session);
    for (size_t i = 0; i < sizeof zooms / sizeof zooms[0]; i++) {
        run_well(session, zooms[i]);
        struct canvas *after = draw_frame(session);
        for (int column = 0; column < COLUMNS; column++)
            ck_assert_int_eq((int)canvas_cell(before, STATUS_ROW, column).character,
                             (int)canvas_cell(after, STATUS_ROW, column).character);
        canvas_free(after);
    }
    canvas_free(before);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_pan_changes_no_arrow_of_an_automatic_step);
    tcase_add_test(cases, a_zoom_changes_no_number_of_the_probe);
    tcase_add_test(cases, arrows_that_may_be_wrong_are_dim_or_marked);
    tcase_add_test(cases, a_judged_field_has_the_colours_of_one_that_is_not);
    tcase_add_test(cases, kinks_have_a_mark);
    tcase_add_test(cases, aliasing_is_told_and_goes_with_zoom);
    tcase_add_test(cases, the_truth_is_found_when_it_is_asked_for);
}

SUITE_MAIN("session trust", add_cases)
