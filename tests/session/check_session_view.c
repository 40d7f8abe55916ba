/* Tests of the window, its size and what stays of it, through what frames show. */
#include "frames.h"

#include "source/catalogue.h"

/* Whether the session draws as one that was given this command. */
static bool draws_as(struct session *session, const char *line)
{
    struct session *other = new_session();
    run_well(other, line);
    struct text wanted = draw(other);
    struct text found = draw(session);
    bool same = strcmp(text_string(&wanted), text_string(&found)) == 0;
    text_free(&wanted);
    text_free(&found);
    session_free(other);
    return same;
}

START_TEST(the_displays_cells_count_unless_an_aspect_was_given)
{
    struct session *session = new_session();
    ck_assert(draws_as(session, "cell-aspect 0.5"));
    session_set_cell_aspect(session, 0.7);
    ck_assert(draws_as(session, "cell-aspect 0.7"));
    run_well(session, "cell-aspect 0.4");
    session_set_cell_aspect(session, 0.6);
    ck_assert(draws_as(session, "cell-aspect 0.4"));
    run_well(session, "cell-aspect auto");
    ck_assert(draws_as(session, "cell-aspect 0.6"));
    session_free(session);
}
END_TEST

START_TEST(home_is_the_window_last_asked_for)
{
    struct session *session = new_session();
    run_well(session, "x0 10:12");
    struct text home = draw(session);
    run_well(session, "zoom-in 3");
    run_well(session, "pan-up 100");
    run_well(session, "left 7");
    run_well(session, "home");
    struct text again = draw(session);
    ck_assert_str_eq(text_string(&home), text_string(&again));
    text_free(&home);
    text_free(&again);
    session_free(session);
}
END_TEST

START_TEST(opposite_commands_cancel)
{
    static const char *const pairs[][2] = {
        { "left 3", "right 3" },     { "up 3", "down 3" },
        { "pan-left", "pan-right" }, { "pan-up 2", "pan-down 2" },
        { "zoom-in 4", "zoom-out 4" }, { "step-larger 5", "step-smaller 5" },
        { "step-decade-larger", "step-decade-smaller" }, { "scheme-next", "scheme-previous" },
        { "sign", "sign" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct session *session = new_session();
        struct text before = draw(session);
        run_well(session, pairs[i][0]);
        run_well(session, pairs[i][1]);
        session_set_message(session, "");
        struct text after = draw(session);
        ck_assert_str_eq(text_string(&before), text_string(&after));
        text_free(&before);
        text_free(&after);
        session_free(session);
    }
}
END_TEST

START_TEST(every_catalogue_entry_can_be_shown)
{
    for (size_t i = 0; i < catalogue_count(); i++) {
        struct session *session = new_session();
        char line[64];
        snprintf(line, sizeof line, "function %s", catalogue_at(i)->name);
        run_well(session, line);
        assert_shows(session, catalogue_at(i)->name);
        session_free(session);
    }
}
END_TEST

START_TEST(a_size_comes_back_whole)
{
    struct session *session = new_session();
    run_well(session, "right 5");
    run_well(session, "up 3");
    struct text before = draw(session);
    static const int sizes[][2] = { { 1, 1 }, { 2, 5 }, { 500, 4 }, { 3, 200 }, { 300, 100 },
                                    { 0, 0 }, { 8, 24 }, { 60, 200 }, { 100000, 100000 } };
    /* The largest frames take valgrind a minute, and are drawn like the others. */
    size_t count = suite_under_valgrind() ? 4 : sizeof sizes / sizeof sizes[0];
    for (size_t i = 0; i < count; i++) {
        session_resize(session, sizes[i][0], sizes[i][1]);
        struct text between = draw(session);
        text_free(&between);
    }
    session_resize(session, 24, 80);
    struct text after = draw(session);
    ck_assert_str_eq(text_string(&before), text_string(&after));
    text_free(&before);
    text_free(&after);
    session_free(session);
}
END_TEST

START_TEST(below_the_least_size_it_says_so)
{
    struct session *session = new_session();
    session_resize(session, 7, 80);
    assert_shows(session, "needs 24x8");
    session_resize(session, 6, 20);
    assert_shows(session, "needs 24x8");
    assert_shows(session, "q quit");
    session_resize(session, 1, 20);
    assert_shows(session, "needs 24x8");
    session_resize(session, 7, 80);
    run_well(session, "zoom-in");
    run_well(session, "home");
    run_well(session, "function booth");
    session_resize(session, 24, 80);
    assert_hides(session, "needs 24x8");
    assert_shows(session, "booth");
    session_free(session);
}
END_TEST

START_TEST(a_zoom_that_stops_says_so)
{
    struct session *session = new_session();
    run_well(session, "zoom-in 5");
    ck_assert_str_eq(session_message(session), "");
    run_well(session, "probe 1 1");
    run_well(session, "zoom-in 1000");
    ck_assert_ptr_nonnull(strstr(session_message(session), " of 1000 times: doubles end here"));
    run_well(session, "zoom-out 9999");
    ck_assert_ptr_nonnull(strstr(session_message(session), " of 9999 times: doubles end here"));
    session_free(session);
}
END_TEST

/* Samples that six digits cannot tell apart have more of them in the status row. */
START_TEST(the_status_row_tells_samples_apart)
{
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "zoom-in 30");
    run_well(session, "right 3");
    struct text frame = draw(session);
    ck_assert_ptr_nonnull(strstr(text_string(&frame), "x0 1.0000000007 x1 1 "));
    text_free(&frame);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_displays_cells_count_unless_an_aspect_was_given);
    tcase_add_test(cases, home_is_the_window_last_asked_for);
    tcase_add_test(cases, a_zoom_that_stops_says_so);
    tcase_add_test(cases, the_status_row_tells_samples_apart);
    tcase_add_test(cases, opposite_commands_cancel);
    tcase_add_test(cases, every_catalogue_entry_can_be_shown);
    tcase_add_test(cases, a_size_comes_back_whole);
    tcase_add_test(cases, below_the_least_size_it_says_so);
}

SUITE_MAIN("session view", add_cases)
