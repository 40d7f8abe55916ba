/* Tests of view/error_panel.h: its words and pens, whatever its width. */
#include "fixture.h"

#include "view/error_panel.h"
#include "view/frame_parts.h"

enum { ROWS = 16, STEPS = 33, BEST = 12 };

PLANE_FUNCTION(bowl, a * a + 3 * b * b)

/* A curve of estimates with its least at step BEST: steps before it are larger ones. */
static void fill_curve(struct error_curve *curve, const char *name)
{
    curve->name = name;
    for (int i = 0; i < STEPS; i++) {
        curve->estimates[i] = pow(10, (i < BEST ? 2 * (BEST - i) : i - BEST) / 2.0 - 12);
        curve->truths[i] = curve->estimates[i] / 100;
    }
}

static void fill_panel(struct error_panel *panel, const char *const *names, size_t count)
{
    *panel = (struct error_panel){ .steps = STEPS, .count = count, .own = { 1e-4, 1e-4 } };
    for (int i = 0; i < STEPS; i++)
        panel->h[i] = pow(10, -i / 2.0);
    for (size_t i = 0; i < count; i++)
        fill_curve(&panel->curves[i], names[i]);
}

/* Draw the panel beside a probe in that column of samples; false where it does not fit. */
static bool draw(struct picture *picture, const struct error_panel *panel, int across)
{
    picture->viewport.probe_cell[0] = across;
    frame_draw(picture->canvas, &picture->frame);
    frame_draw_error_panel(picture->canvas, &picture->frame, panel);
    return frame_error_panel_fits(&picture->frame);
}

/* The pen of the first cell from the left with that character in a row. */
static struct pen pen_in_row(const struct canvas *canvas, int row, uint32_t character)
{
    for (int column = 8; column < canvas_columns(canvas); column++) {
        struct cell cell = canvas_cell(canvas, row, column);
        if (cell.character == character)
            return cell.pen;
    }
    ck_abort_msg("no such character in the row");
    return PEN_PLAIN;
}

/* How many cells are reversed; all are to be an `o`. */
static int count_reversed(const struct canvas *canvas)
{
    int count = 0;
    for (int row = 0; row < canvas_rows(canvas); row++)
        for (int column = 0; column < canvas_columns(canvas); column++) {
            struct cell cell = canvas_cell(canvas, row, column);
            if ((cell.pen.attributes & ATTRIBUTE_REVERSE) == 0)
                continue;
            ck_assert_uint_eq(cell.character, 'o');
            count++;
        }
    return count;
}

/* The panel's lower edge is the row of the lowest samples. */
static char *foot_of(const struct picture *picture)
{
    const struct layout *layout = &picture->frame.layout;
    return canvas_row_text(picture->canvas, layout->field_row + layout->samples_up - 1);
}

START_TEST(both_branches_are_named_at_any_width)
{
    static const char *const names[] = { "central" };
    struct picture picture;
    struct error_panel panel;
    int drawn = 0;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 1);
    for (int across = 0; across < picture.viewport.shape.samples[0]; across++) {
        if (!draw(&picture, &panel, across))
            continue;
        char *foot = foot_of(&picture);
        ck_assert_ptr_nonnull(strstr(foot, " roundoff "));
        ck_assert(strstr(foot, " truncation ") != NULL || strstr(foot, " trunc. ") != NULL);
        free(foot);
        drawn++;
    }
    ck_assert_int_gt(drawn, 20);
    picture_close(&picture);
}
END_TEST

START_TEST(the_least_box_has_room_for_all_words)
{
    static const char *const names[] = { "richardson" };
    struct picture picture;
    struct error_panel panel;
    const struct window window = { { -2, -2 }, { 2, 2 } };
    int least = 0;
    picture_open(&picture, bowl, ROWS, 80);
    fill_panel(&panel, names, 1);
    for (int columns = 80; columns > 24; columns--) {
        picture_show(&picture, ROWS, columns, 2, &window, ASPECT_fill, 0.5);
        if (!draw(&picture, &panel, 0))
            break;
        char *foot = foot_of(&picture);
        char *title = canvas_row_text(picture.canvas, picture.frame.layout.field_row);
        ck_assert_ptr_nonnull(strstr(foot, " roundoff "));
        ck_assert_ptr_nonnull(strstr(foot, " trunc"));
        ck_assert_ptr_nonnull(strstr(title, " * estimate + true "));
        free(title);
        free(foot);
        least = columns;
    }
    ck_assert_int_lt(least, 36);
    picture_close(&picture);
}
END_TEST

/* Fail unless the panel has room in that size beside any probe, and one less has not. */
static void assert_needs(int rows, int columns, int fewer_rows, int fewer_columns)
{
    struct picture picture;
    picture_open(&picture, bowl, rows, columns);
    int across = picture.viewport.shape.samples[0];
    for (picture.viewport.probe_cell[0] = 0; picture.viewport.probe_cell[0] < across;
         picture.viewport.probe_cell[0]++)
        ck_assert_msg(frame_error_panel_fits(&picture.frame), "%dx%d, probe %d", columns, rows,
                      picture.viewport.probe_cell[0]);
    picture_close(&picture);
    picture_open(&picture, bowl, rows - fewer_rows, columns - fewer_columns);
    across = picture.viewport.shape.samples[0];
    int fits = 0;
    for (picture.viewport.probe_cell[0] = 0; picture.viewport.probe_cell[0] < across;
         picture.viewport.probe_cell[0]++)
        fits += frame_error_panel_fits(&picture.frame);
    ck_assert_int_lt(fits, across);
    picture_close(&picture);
}

START_TEST(the_size_that_is_needed_is_enough)
{
    struct picture picture;
    int columns;
    int rows;
    picture_open(&picture, bowl, 12, 40);
    frame_error_panel_need(&picture.frame, &columns, &rows);
    picture_close(&picture);
    ck_assert_int_gt(columns, 40);
    assert_needs(rows, columns, 0, 1);
    picture_open(&picture, bowl, 9, 100);
    frame_error_panel_need(&picture.frame, &columns, &rows);
    picture_close(&picture);
    ck_assert_int_eq(columns, 100);
    assert_needs(rows, columns, 1, 0);
}
END_TEST

START_TEST(a_branch_that_is_not_there_has_no_name)
{
    static const char *const names[] = { "central" };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 1);
    for (int i = 0; i < STEPS; i++)
        panel.curves[0].estimates[i] = 1e-15 * (i + 1);
    ck_assert(draw(&picture, &panel, 0));
    char *foot = foot_of(&picture);
    ck_assert_ptr_nonnull(strstr(foot, " roundoff "));
    ck_assert_ptr_null(strstr(foot, "trunc"));
    free(foot);
    picture_close(&picture);
}
END_TEST

static bool pens_differ(struct pen a, struct pen b)
{
    return a.foreground != b.foreground || a.attributes != b.attributes;
}

START_TEST(branches_and_truth_have_colours_of_their_own)
{
    static const char *const names[] = { "central" };
    static const enum color_depth depths[] = { DEPTH_NONE, DEPTH_8, DEPTH_16, DEPTH_256 };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 1);
    int top = picture.frame.layout.field_row;
    int bottom = top + picture.frame.layout.samples_up - 1;
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++)
        for (int background = BACKGROUND_unknown; background < BACKGROUND_COUNT; background++) {
            picture.frame.style.color.depth = depths[depth];
            picture.frame.style.color.background = (enum background)background;
            ck_assert(draw(&picture, &panel, 0));
            struct pen roundoff = pen_in_row(picture.canvas, bottom, 'r');
            struct pen truncation = pen_in_row(picture.canvas, bottom, 'c');
            struct pen truth = pen_in_row(picture.canvas, top, '+');
            ck_assert(pens_differ(roundoff, truncation) && pens_differ(roundoff, truth));
            ck_assert(pens_differ(truncation, truth));
            /* The best h, and what that means. */
            ck_assert_int_eq(count_reversed(picture.canvas), 2);
        }
    picture.frame.style.color.depth = DEPTH_PLAIN;
    ck_assert(draw(&picture, &panel, 0));
    ck_assert_int_eq(count_reversed(picture.canvas), 0);
    ck_assert(!pens_differ(pen_in_row(picture.canvas, bottom, 'r'), PEN_PLAIN));
    ck_assert(!pens_differ(pen_in_row(picture.canvas, top, '+'), PEN_PLAIN));
    picture_close(&picture);
}
END_TEST

START_TEST(schemes_have_colours_of_their_own)
{
    static const char *const names[] = { "forward", "backward", "central4" };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 3);
    panel.present = 2;
    ck_assert(draw(&picture, &panel, 0));
    int top = picture.frame.layout.field_row;
    char *title = canvas_row_text(picture.canvas, top);
    ck_assert_ptr_nonnull(strstr(title, " error against h: f b 4 "));
    free(title);
    ck_assert(pens_differ(pen_in_row(picture.canvas, top, 'f'),
                          pen_in_row(picture.canvas, top, 'b')));
    /* The present one hides the others, which are the same here. */
    ck_assert(!pens_differ(pen_in_row(picture.canvas, top + 1, '4'),
                           pen_in_row(picture.canvas, top, '4')));
    char *foot = foot_of(&picture);
    ck_assert_ptr_nonnull(strstr(foot, " o: best of central4 "));
    free(foot);
    picture_close(&picture);
}
END_TEST

START_TEST(the_best_step_is_told_where_there_is_room)
{
    static const char *const names[] = { "central", "forward" };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 1);
    ck_assert(draw(&picture, &panel, 0));
    char *foot = foot_of(&picture);
    ck_assert_ptr_nonnull(strstr(foot, " o: best h=1e-6 "));
    free(foot);
    fill_panel(&panel, names, 2);
    ck_assert(draw(&picture, &panel, 0));
    foot = foot_of(&picture);
    ck_assert_ptr_nonnull(strstr(foot, " o: best of central h=1e-6 "));
    free(foot);
    picture_close(&picture);
}
END_TEST

/* Fail unless the row below the upper edge holds these letters over lines, from the left. */
static void assert_lines(const struct picture *picture, const char *letters)
{
    int top = picture->frame.layout.field_row + 1;
    uint32_t line = frame_symbols(&picture->frame.style)->vertical;
    for (int column = 0; column < canvas_columns(picture->canvas); column++) {
        uint32_t letter = canvas_cell(picture->canvas, top, column).character;
        if (letter < '0' || canvas_cell(picture->canvas, top + 1, column).character != line ||
            letter == line)
            continue;
        ck_assert_uint_eq(letter, (unsigned char)*letters++);
    }
    ck_assert_str_eq(letters, "");
}

START_TEST(a_step_for_each_variable_has_a_line)
{
    static const char *const names[] = { "central" };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 120);
    fill_panel(&panel, names, 1);
    ck_assert(draw(&picture, &panel, 0));
    assert_lines(&picture, "h");
    panel.own[0] = 1e-8;
    ck_assert(draw(&picture, &panel, 0));
    assert_lines(&picture, "01");
    panel.own[1] = 32;
    ck_assert(draw(&picture, &panel, 0));
    assert_lines(&picture, "0");
    picture_close(&picture);
}
END_TEST

START_TEST(a_panel_of_the_exact_scheme_says_what_it_shows)
{
    static const char *const names[] = { "central" };
    struct picture picture;
    struct error_panel panel;
    picture_open(&picture, bowl, ROWS, 80);
    fill_panel(&panel, names, 1);
    panel.exact = true;
    panel.own[0] = panel.own[1] = (double)NAN;
    ck_assert(draw(&picture, &panel, 0));
    char *title = canvas_row_text(picture.canvas, picture.frame.layout.field_row);
    ck_assert_ptr_nonnull(strstr(title, " central, not exact, against h: * estimate + true "));
    free(title);
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, both_branches_are_named_at_any_width);
    tcase_add_test(cases, the_least_box_has_room_for_all_words);
    tcase_add_test(cases, the_size_that_is_needed_is_enough);
    tcase_add_test(cases, a_branch_that_is_not_there_has_no_name);
    tcase_add_test(cases, branches_and_truth_have_colours_of_their_own);
    tcase_add_test(cases, the_best_step_is_told_where_there_is_room);
    tcase_add_test(cases, a_step_for_each_variable_has_a_line);
    tcase_add_test(cases, a_panel_of_the_exact_scheme_says_what_it_shows);
    tcase_add_test(cases, schemes_have_colours_of_their_own);
}

SUITE_MAIN("view error panel", add_cases)
