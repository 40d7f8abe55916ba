/* Tests of functions seen before they are shown, and of the list that they are chosen from. */
#include "lines.h"

#include <stdlib.h>

#include "session/listing.h"
#include "session/preview.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .background = BACKGROUND_dark,
                                         .screen = true };

/* What is done before the list is opened. */
static const char *const ways[][5] = {
    { "function himmelblau" },
    { "scheme exact", "sign ascent", "layer contour,arrows,legend", "aspect fill" },
    { "step 1e-6r", "color-by f", "scale linear", "spacing 3", "set a=2" },
    { "function x*y + z", "at x2=1", "cell-aspect 0.4", "error-panel one", "layer stream,trust" },
    { "function x^2 + y^2", "check 2x; 3y", "color-by check", "layer background" },
};

enum { WAYS = sizeof ways / sizeof ways[0], WAY_MOST = 5 };

static void lead(struct session *session, const char *const way[WAY_MOST])
{
    for (int i = 0; i < WAY_MOST && way[i] != NULL; i++)
        run_well(session, way[i]);
}

/* A session of a small screen, led that way. */
static struct session *session_after(const char *const way[WAY_MOST])
{
    struct session *session = session_on(&terminal);
    session_resize(session, 14, 41);
    lead(session, way);
    return session;
}

static struct preview *preview_of(const struct session *session)
{
    struct preview *preview;
    struct failure failure;
    ck_assert_int_eq(preview_new(session, &preview, &failure), STATUS_OK);
    return preview;
}

static size_t index_of(const char *name)
{
    size_t index = 0;
    while (strcmp(listing_at(index).name, name) != 0)
        index++;
    return index;
}

static void assert_same_cell(struct cell one, struct cell other)
{
    ck_assert_uint_eq(one.character, other.character);
    ck_assert_int_eq(one.pen.foreground, other.pen.foreground);
    ck_assert_int_eq(one.pen.background, other.pen.background);
    ck_assert_uint_eq(one.pen.attributes, other.pen.attributes);
}

/* The area shows the upper rows of a frame, and nothing else is drawn. */
static void assert_shows(const struct canvas *canvas, const struct preview_area *area,
                         const struct canvas *frame)
{
    static const struct cell blank = { ' ', { COLOR_DEFAULT, COLOR_DEFAULT, 0 } };
    for (int row = 0; row < canvas_rows(canvas); row++)
        for (int column = 0; column < canvas_columns(canvas); column++) {
            int down = row - area->row;
            int along = column - area->column;
            bool inside = down >= 0 && down < area->rows && along >= 0 && along < area->columns;
            assert_same_cell(canvas_cell(canvas, row, column),
                             inside ? canvas_cell(frame, down, along) : blank);
        }
}

/* A preview of a function is the frame of a session that shows it, after the same commands. */
static void compare(struct preview *preview, size_t index, const struct preview_area *area,
                    const char *const way[WAY_MOST])
{
    struct failure failure;
    struct source_text text = { "test", listing_at(index).name, strlen(listing_at(index).name) };
    struct session *session = session_on(&terminal);
    session_resize(session, area->rows + PREVIEW_ROWS_LEFT, area->columns);
    lead(session, way);
    run_well(session, "error-panel off");
    ck_assert_int_eq(session_run_command(session, "function", &text, &failure), STATUS_OK);
    struct canvas *frame = draw_frame(session);
    struct canvas *canvas =
        canvas_new(area->row + area->rows + 2, area->column + area->columns + 3);
    ck_assert_ptr_nonnull(canvas);
    ck_assert_int_eq(preview_draw(preview, index, area, canvas, &failure), STATUS_OK);
    assert_shows(canvas, area, frame);
    canvas_free(canvas);
    canvas_free(frame);
    session_free(session);
}

START_TEST(it_is_the_frame_of_a_session)
{
    static const struct preview_area small = { 1, 19, 14, 41 };
    static const struct preview_area least = { 0, 0, PREVIEW_ROWS_LEAST, PREVIEW_COLUMNS_LEAST };
    struct session *session = session_after(ways[_i]);
    struct preview *preview = preview_of(session);
    compare(preview, index_of("pole"), &least, ways[_i]);
    compare(preview, index_of("levy13"), &small, ways[_i]);
    compare(preview, index_of("levy13"), &least, ways[_i]);
    preview_free(preview);
    session_free(session);
}
END_TEST

START_TEST(the_panel_of_errors_does_not_hide_it)
{
    static const struct preview_area usual = { 0, 0, 22, 80 };
    static const char *const way[WAY_MOST] = { "error-panel one" };
    struct session *session = session_after(way);
    struct preview *preview = preview_of(session);
    compare(preview, index_of("sphere"), &usual, way);
    preview_free(preview);
    session_free(session);
}
END_TEST

/* The display's cells may change their shape while the list is open. */
START_TEST(it_follows_the_display)
{
    static const struct preview_area area = { 0, 0, 12, 41 };
    struct session *session = session_on(&terminal);
    struct preview *preview = preview_of(session);
    struct session *other = session_on(&terminal);
    struct failure failure;
    struct canvas *canvas = canvas_new(area.rows, area.columns);
    ck_assert_int_eq(preview_draw(preview, 0, &area, canvas, &failure), STATUS_OK);
    session_set_cell_aspect(session, 0.7);
    session_set_cell_aspect(other, 0.7);
    session_resize(other, area.rows + PREVIEW_ROWS_LEFT, area.columns);
    run_well(other, "function seed");
    struct canvas *frame = draw_frame(other);
    ck_assert_int_eq(preview_draw(preview, 0, &area, canvas, &failure), STATUS_OK);
    assert_shows(canvas, &area, frame);
    canvas_free(frame);
    canvas_free(canvas);
    session_free(other);
    preview_free(preview);
    session_free(session);
}
END_TEST

/* What `reproduce` tells, in new memory. */
static char *reproduce(struct session *session)
{
    run_well(session, "reproduce");
    struct text text = TEXT_EMPTY;
    bool is_line = session_take_request(session) == REQUEST_LINE;
    text_append(&text, is_line ? session_line(session) : session_message(session));
    ck_assert(!text.failed && text.length > 0);
    return text.bytes;
}

static void preview_some(const struct session *session)
{
    static const struct preview_area area = { 0, 0, PREVIEW_ROWS_LEAST, PREVIEW_COLUMNS_LEAST };
    struct preview *preview = preview_of(session);
    struct canvas *canvas = canvas_new(area.rows, area.columns);
    struct failure failure;
    for (size_t index = 0; index < LISTED; index += LISTED - 1)
        ck_assert_int_eq(preview_draw(preview, index, &area, canvas, &failure), STATUS_OK);
    canvas_free(canvas);
    preview_free(preview);
}

START_TEST(the_session_goes_on_as_it_was)
{
    struct session *session = session_after(ways[_i]);
    struct failure failure;
    run_well(session, "mark a");
    run_well(session, "right 2");
    run_well(session, "pan-left 3");
    run_well(session, "up");
    struct canvas *before = draw_frame(session);
    char *line = reproduce(session);
    session_set_message(session, "");
    preview_some(session);
    struct canvas *after = draw_frame(session);
    char *line_after = reproduce(session);
    ck_assert_str_eq(line, line_after);
    for (int row = 0; row < canvas_rows(before); row++)
        for (int column = 0; column < canvas_columns(before); column++)
            assert_same_cell(canvas_cell(before, row, column), canvas_cell(after, row, column));
    run_well(session, "undo 3");
    ck_assert_double_eq(session_probe(session)[0], 0);
    run_well(session, "redo 3");
    ck_assert_int_eq(run(session, "redo", &failure), STATUS_USAGE);
    run_well(session, "go-to a");
    free(line);
    free(line_after);
    canvas_free(before);
    canvas_free(after);
    session_free(session);
}
END_TEST

START_TEST(the_shown_function_is_found)
{
    static const char *const shown[][2] = {
        { "reset", "seed" },
        { "function levy13", "levy13" },
        { "function x^2  -  y^2", "saddle" },
        { "function x", NULL },
    };
    struct session *session = session_on(&terminal);
    run_well(session, shown[_i][0]);
    size_t index = listing_present(session);
    if (shown[_i][1] == NULL)
        ck_assert_uint_eq(index, LISTED);
    else
        ck_assert_str_eq(listing_at(index).name, shown[_i][1]);
    session_free(session);
}
END_TEST

enum { SEARCH_MOST = 8 };

/* What is looked for, and the names found for it in their order. */
static const char *const searches[][SEARCH_MOST] = {
    { "him", "himmelblau" },
    { "HIM", "himmelblau" },
    { "saddle", "saddle", "monkey-saddle", "himmelblau" },
    { "hump", "six-hump", "three-hump" },
    { "four mini", "himmelblau" },
    { "hypot", "ripple" },
    { "ri", "ripple", "rastrigin", "goldstein-price", "griewank", "easom", "levy13" },
    { "pole", "pole" },
    { "nothing" },
    { "log-well and more" },
    { "\xc3\xa9" },
};

START_TEST(the_best_is_found_first)
{
    size_t found[LISTED];
    const char *wanted = searches[_i][0];
    size_t count = listing_search(wanted, strlen(wanted), found);
    size_t expected = 0;
    while (expected + 1 < SEARCH_MOST && searches[_i][expected + 1] != NULL)
        expected++;
    for (size_t i = 0; i < count && i < expected; i++)
        ck_assert_str_eq(listing_at(found[i]).name, searches[_i][i + 1]);
    ck_assert_uint_eq(count, expected);
}
END_TEST

START_TEST(nothing_wanted_finds_all)
{
    size_t found[LISTED];
    ck_assert_uint_eq(listing_search("", 0, found), LISTED);
    for (size_t i = 0; i < LISTED; i++) {
        ck_assert_uint_eq(found[i], i);
        ck_assert_uint_ge(listing_variables(i), 1);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    /* To valgrind, which a way takes some seconds, the one that shares most is enough. */
    int first = getenv("TEST_UNDER_VALGRIND") != NULL ? WAYS - 1 : 0;
    tcase_add_loop_test(cases, it_is_the_frame_of_a_session, first, WAYS);
    tcase_add_test(cases, the_panel_of_errors_does_not_hide_it);
    tcase_add_test(cases, it_follows_the_display);
    tcase_add_loop_test(cases, the_session_goes_on_as_it_was, first, WAYS);
    tcase_add_loop_test(cases, the_shown_function_is_found, 0, 4);
    tcase_add_loop_test(cases, the_best_is_found_first, 0,
                        (int)(sizeof searches / sizeof searches[0]));
    tcase_add_test(cases, nothing_wanted_finds_all);
}

SUITE_MAIN("session preview", add_cases)
