/* Tests of view/viewport.h. */
#include "lattice.h"

#include <math.h>

START_TEST(the_seeds_window)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    ck_assert_double_eq(viewport.step[0], 0.25);
    ck_assert_double_eq(viewport.step[1], 0.25);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), -4.5);
    ck_assert_double_eq(viewport_place(&viewport, 0, 36), 4.5);
    ck_assert_double_eq(viewport_place(&viewport, 1, 0), -2);
    ck_assert_double_eq(viewport_place(&viewport, 1, 16), 2);
    ck_assert_double_eq(viewport.probe[0], 0);
    ck_assert_double_eq(viewport.probe[1], 0);
    ck_assert_int_eq(viewport.probe_cell[0], 18);
    ck_assert_int_eq(viewport.probe_cell[1], 8);
}
END_TEST

START_TEST(the_tighter_axis_shows_what_was_asked)
{
    const struct viewport_shape shape = { { 37, 17 }, 1.5, ASPECT_equal };
    struct viewport viewport = show(-9, 9, -1, 1, &shape);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), -9);
    ck_assert_double_eq(viewport_place(&viewport, 0, 36), 9);
    ck_assert_double_eq_tol(viewport.step[0] / viewport.step[1], 1.5, 1e-15);
    ck_assert_double_lt(viewport_place(&viewport, 1, 0), -1);
    viewport = show(0, 1, 10, 20, &shape);
    ck_assert_double_eq(viewport_place(&viewport, 1, 0), 10);
    ck_assert_double_eq(viewport_place(&viewport, 1, 16), 20);
    ck_assert_double_eq(viewport.probe[0], 0.5);
    ck_assert_double_eq_tol(viewport.step[0] / viewport.step[1], 1.5, 1e-15);
}
END_TEST

START_TEST(fill_shows_exactly_the_window)
{
    const struct viewport_shape shape = { { 37, 17 }, 1, ASPECT_fill };
    static const double windows[][4] = {
        { -2, 2, -2, 2 }, { 0, 1e-6, -1e6, 1e6 }, { 0.1, 0.7, 1000, 1001 }, { -3, -1, 5, 8 }
    };
    for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
        const double *window = windows[i];
        struct viewport viewport = show(window[0], window[1], window[2], window[3], &shape);
        for (int axis = 0; axis < AXES; axis++) {
            double low = window[2 * axis];
            double high = window[2 * axis + 1];
            double most = 4e-16 * fmax(fabs(low), fabs(high));
            int last = shape.samples[axis] - 1;
            ck_assert_double_le(fabs(viewport_place(&viewport, axis, 0) - low), most);
            ck_assert_double_le(fabs(viewport_place(&viewport, axis, last) - high), most);
        }
    }
}
END_TEST

START_TEST(auto_is_equal_up_to_four_times)
{
    const struct viewport_shape shape = { { 37, 17 }, 1, ASPECT_auto };
    struct viewport viewport = show(0, 4, 0, 1, &shape);
    ck_assert_double_eq(viewport.step[0], viewport.step[1]);
    viewport = show(0, 1, 0, 4, &shape);
    ck_assert_double_eq(viewport.step[0], viewport.step[1]);
    viewport = show(0, 4.01, 0, 1, &shape);
    ck_assert_double_eq(viewport.step[1], 1.0 / 16);
    viewport = show(0, 1, 0, 4.01, &shape);
    ck_assert_double_eq(viewport.step[0], 1.0 / 36);
}
END_TEST

START_TEST(one_sample_is_the_centre)
{
    const struct viewport_shape shape = { { 1, 1 }, 1, ASPECT_fill };
    struct viewport viewport = show(0, 2, 10, 14, &shape);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), 1);
    ck_assert_double_eq(viewport_place(&viewport, 1, 0), 12);
}
END_TEST

/* Windows that cannot be shown, and why. */
static const struct {
    struct window window;
    const char *message;
} impossible[] = {
    { { { 1, 0 }, { 1, 1 } }, "the low end of x0 must lie below its high end" },
    { { { 0, 3 }, { 1, 2 } }, "the low end of x1 must lie below its high end" },
    { { { -2e300, 0 }, { 0, 1 } }, "doubles end here (beyond 1e300 in x0)" },
    { { { 0, 0 }, { 1, 1.1e300 } }, "doubles end here (beyond 1e300 in x1)" },
    { { { -9e299, -9e299 }, { 9e299, 9e299 } }, "doubles end here (beyond 1e300 in x0)" },
    { { { 1, 1 }, { 1 + 1e-14, 1 + 1e-14 } }, "doubles end here (step 16 ulp of x0)" },
    { { { 0, 1e17 }, { 1, 1e17 + 64 } }, "doubles end here (step 16 ulp of x1)" },
    { { { 0, 0 }, { 1e-310, 1e-310 } }, "doubles end here (step 16 ulp of x0)" },
};

START_TEST(impossible_windows_are_refused)
{
    struct viewport before = show(-2, 2, -2, 2, &wide);
    for (size_t i = 0; i < sizeof impossible / sizeof impossible[0]; i++) {
        struct viewport viewport = before;
        struct failure failure;
        ck_assert_int_eq(viewport_show(&viewport, &impossible[i].window, &wide, &failure),
                         STATUS_USAGE);
        ck_assert_str_eq(failure.origin, "window");
        ck_assert_str_eq(failure.message, impossible[i].message);
        ck_assert(same_samples(&viewport, &before));
    }
    struct window nothing = { { (double)NAN, 0 }, { 1, 1 } };
    struct failure failure;
    ck_assert_int_eq(viewport_show(&before, &nothing, &wide, &failure), STATUS_USAGE);
}
END_TEST

START_TEST(a_pan_keeps_what_stays_in_sight)
{
    struct viewport viewport = show(0.1, 0.7, -1.3, 1.1, &wide);
    struct viewport before = viewport;
    struct failure failure;
    ck_assert_int_eq(viewport_pan(&viewport, 0, 5, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_pan(&viewport, 1, -3, &failure), STATUS_OK);
    for (int i = 5; i < 37; i++)
        ck_assert_double_eq(viewport_place(&before, 0, i), viewport_place(&viewport, 0, i - 5));
    for (int i = 3; i < 17; i++)
        ck_assert_double_eq(viewport_place(&viewport, 1, i), viewport_place(&before, 1, i - 3));
    ck_assert_double_eq(viewport.probe[0], before.probe[0]);
    ck_assert_int_eq(viewport.probe_cell[0], before.probe_cell[0] - 5);
    ck_assert_int_eq(viewport.probe_cell[1], before.probe_cell[1] + 3);
    ck_assert_double_eq_tol(viewport.asked.low[0], 0.1 + 5 * before.step[0], 1e-15);
}
END_TEST

START_TEST(a_pan_takes_the_probe_along_at_the_edge)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    ck_assert_int_eq(viewport_pan(&viewport, 0, 20, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[0], 0);
    ck_assert_double_eq(viewport.probe[0], 0.5);
    ck_assert_int_eq(viewport_pan(&viewport, 1, -20, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[1], 16);
    ck_assert_double_eq(viewport.probe[1], -3);
}
END_TEST

START_TEST(the_probe_moves_and_the_window_follows)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 18, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[0], 36);
    ck_assert_double_eq(viewport.probe[0], 4.5);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), -4.5);
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 2, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[0], 36);
    ck_assert_double_eq(viewport.probe[0], 5);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), -4);
    ck_assert_int_eq(viewport_move_probe(&viewport, 1, -1000, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[1], 0);
    ck_assert_double_eq(viewport.probe[1], -250);
}
END_TEST

START_TEST(a_probe_set_by_hand_keeps_its_place)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    int done;
    double place[AXES] = { 1.1, -0.9 };
    ck_assert_int_eq(viewport_set_probe(&viewport, place, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.probe[0], 1.1);
    ck_assert_double_eq(viewport.probe[1], -0.9);
    ck_assert_int_eq(viewport.probe_cell[0], 22);
    ck_assert_int_eq(viewport.probe_cell[1], 4);
    ck_assert_double_eq(viewport_place(&viewport, 0, 0), -4.5);
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 1, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.probe[0], 1.25);
    ck_assert_double_eq(viewport.probe[1], -0.9);
    ck_assert_int_eq(viewport_zoom(&viewport, 1, &done, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.probe[1], -0.9);
    ck_assert_double_eq(viewport_place(&viewport, 1, viewport.probe_cell[1]), -0.9);
}
END_TEST

START_TEST(a_place_out_of_sight_becomes_the_centre)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    double place[AXES] = { 100.1, 0.25 };
    ck_assert_int_eq(viewport_set_probe(&viewport, place, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.probe[0], 100.1);
    ck_assert_int_eq(viewport.probe_cell[0], 18);
    ck_assert_int_eq(viewport.probe_cell[1], 8);
    ck_assert_double_eq(viewport_place(&viewport, 0, 18), 100);
    ck_assert_double_eq(viewport_place(&viewport, 1, 8), 0.25);
}
END_TEST

START_TEST(impossible_probes_are_refused)
{
    static const double places[][AXES] = {
        { (double)NAN, 0 }, { 0, (double)INFINITY }, { 1e15, 0 }, { 0, -1e300 }, { 1e308, 0 }
    };
    struct viewport before = show(-2, 2, -2, 2, &wide);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct viewport viewport = before;
        struct failure failure;
        ck_assert_int_eq(viewport_set_probe(&viewport, places[i], &failure), STATUS_USAGE);
        ck_assert_str_eq(failure.origin, "probe");
        ck_assert(same_samples(&viewport, &before));
    }
}
END_TEST

START_TEST(centring_keeps_the_probe)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 7, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_move_probe(&viewport, 1, -5, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_centre(&viewport, &failure), STATUS_OK);
    ck_assert_int_eq(viewport.probe_cell[0], 18);
    ck_assert_int_eq(viewport.probe_cell[1], 8);
    ck_assert_double_eq(viewport.probe[0], 1.75);
    ck_assert_double_eq(viewport.probe[1], -1.25);
    ck_assert_double_eq(viewport_place(&viewport, 0, 18), 1.75);
}
END_TEST

START_TEST(zoom_is_a_factor_of_two_about_the_probe)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    int done;
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 4, &failure), STATUS_OK);
    struct viewport before = viewport;
    ck_assert_int_eq(viewport_zoom(&viewport, 1, &done, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.step[0], 0.125);
    ck_assert_double_eq(viewport.step[1], 0.125);
    ck_assert_int_eq(viewport.probe_cell[0], 22);
    ck_assert_double_eq(viewport.probe[0], 1);
    ck_assert_double_eq(viewport_place(&viewport, 0, 22), 1);
    ck_assert_int_eq(viewport_zoom(&viewport, 3, &done, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_zoom(&viewport, -4, &done, &failure), STATUS_OK);
    for (int i = 0; i < 37; i++)
        ck_assert_double_eq(viewport_place(&viewport, 0, i), viewport_place(&before, 0, i));
    ck_assert_int_eq(viewport_zoom(&viewport, 0, &done, &failure), STATUS_OK);
    ck_assert_double_eq(viewport.asked.low[0], -2);
    ck_assert_double_eq(viewport.asked.high[1], 2);
}
END_TEST

static void assert_zoom_ends(struct viewport *viewport, int power, const char *message)
{
    struct failure failure;
    int done;
    ck_assert_int_eq(viewport_zoom(viewport, power > 0 ? 5000 : -5000, &done, &failure),
                     STATUS_OK);
    ck_assert_int_lt(abs(done), 5000);
    ck_assert_int_eq(done > 0, power > 0);
    struct viewport before = *viewport;
    ck_assert_int_eq(viewport_zoom(viewport, power, &done, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.origin, "zoom");
    ck_assert_str_eq(failure.message, message);
    ck_assert(same_samples(viewport, &before));
}

START_TEST(zoom_stops_where_doubles_end)
{
    struct viewport viewport = show(0.9, 1.3, -2, 2, &wide);
    assert_zoom_ends(&viewport, 1, "doubles end here (step 16 ulp of x0)");
    ck_assert_double_ge(viewport.step[0], 16 * 0x1p-52);
    ck_assert_double_lt(viewport.step[0], 32 * 0x1p-52);
    assert_zoom_ends(&viewport, -1, "doubles end here (beyond 1e300 in x0)");
    ck_assert_double_le(viewport_place(&viewport, 0, 36), WINDOW_REACH);
    viewport = show(-2, 2, -2, 2, &wide);
    assert_zoom_ends(&viewport, 1, "doubles end here (step 16 ulp of x0)");
    ck_assert_double_gt(viewport_place(&viewport, 0, 19), viewport_place(&viewport, 0, 18));
}
END_TEST

START_TEST(counts_beyond_doubles_are_refused)
{
    static const int64_t counts[] = {
        INT64_MAX, INT64_MIN, INT64_MAX - 1, INT64_C(1) << 60, -(INT64_C(1) << 52), 1000000000000000
    };
    struct viewport before = show(-2, 2, -2, 2, &wide);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        for (int axis = 0; axis < AXES; axis++) {
            struct viewport viewport = before;
            struct failure failure;
            ck_assert_int_eq(viewport_pan(&viewport, axis, counts[i], &failure), STATUS_USAGE);
            ck_assert_str_eq(failure.origin, "pan");
            ck_assert_int_eq(viewport_move_probe(&viewport, axis, counts[i], &failure),
                             STATUS_USAGE);
            ck_assert_str_eq(failure.origin, "probe");
            ck_assert(same_samples(&viewport, &before));
        }
    }
    struct failure failure;
    int done;
    ck_assert_int_eq(viewport_zoom(&before, INT32_MAX, &done, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_zoom(&before, INT32_MIN, &done, &failure), STATUS_OK);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_seeds_window);
    tcase_add_test(cases, the_tighter_axis_shows_what_was_asked);
    tcase_add_test(cases, fill_shows_exactly_the_window);
    tcase_add_test(cases, auto_is_equal_up_to_four_times);
    tcase_add_test(cases, one_sample_is_the_centre);
    tcase_add_test(cases, impossible_windows_are_refused);
    tcase_add_test(cases, a_pan_keeps_what_stays_in_sight);
    tcase_add_test(cases, a_pan_takes_the_probe_along_at_the_edge);
    tcase_add_test(cases, the_probe_moves_and_the_window_follows);
    tcase_add_test(cases, a_probe_set_by_hand_keeps_its_place);
    tcase_add_test(cases, a_place_out_of_sight_becomes_the_centre);
    tcase_add_test(cases, impossible_probes_are_refused);
    tcase_add_test(cases, centring_keeps_the_probe);
    tcase_add_test(cases, zoom_is_a_factor_of_two_about_the_probe);
    tcase_add_test(cases, zoom_stops_where_doubles_end);
    tcase_add_test(cases, counts_beyond_doubles_are_refused);
}

SUITE_MAIN("view viewport", add_cases)
