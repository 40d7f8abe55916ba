/* Tests of view/viewport.h: other sizes, and any sequence of actions. */
#include "lattice.h"

#include <math.h>

static const struct viewport_shape narrow = { { 17, 7 }, 1, ASPECT_equal };

START_TEST(a_size_that_comes_back_brings_the_samples_back)
{
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 3, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_move_probe(&viewport, 1, 1, &failure), STATUS_OK);
    struct viewport before = viewport;
    viewport_reshape(&viewport, &narrow);
    ck_assert_double_eq(viewport.step[0], 4.0 / 6);
    ck_assert_double_eq(viewport.probe[0], 0.75);
    ck_assert_double_eq(viewport_place(&viewport, 0, viewport.probe_cell[0]), 0.75);
    ck_assert_double_eq(viewport_place(&viewport, 1, viewport.probe_cell[1]), 0.25);
    viewport_reshape(&viewport, &wide);
    ck_assert(same_samples(&viewport, &before));
}
END_TEST

START_TEST(a_reshape_keeps_the_probe_in_sight)
{
    const struct viewport_shape square = { { 17, 17 }, 1, ASPECT_equal };
    struct viewport viewport = show(-2, 2, -2, 2, &wide);
    struct failure failure;
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 18, &failure), STATUS_OK);
    struct viewport before = viewport;
    viewport_reshape(&viewport, &square);
    ck_assert_double_eq(viewport.probe[0], 4.5);
    ck_assert_int_eq(viewport.probe_cell[0], 16);
    ck_assert_double_eq(viewport_place(&viewport, 0, 16), 4.5);
    viewport_reshape(&viewport, &wide);
    ck_assert(same_samples(&viewport, &before));
}
END_TEST

START_TEST(a_reshape_never_fails)
{
    const struct viewport_shape fine = { { 1999, 999 }, 16, ASPECT_equal };
    const struct viewport_shape filled = { { 1999, 999 }, 1, ASPECT_fill };
    struct viewport viewport = show(1, 1 + 1e-12, 1, 1 + 1e-12, &wide);
    viewport_reshape(&viewport, &fine);
    ck_assert_double_gt(viewport_place(&viewport, 0, 1), viewport_place(&viewport, 0, 0));
    ck_assert_double_gt(viewport_place(&viewport, 1, 1), viewport_place(&viewport, 1, 0));
    viewport = show(-4e299, 4e299, -4e299, 4e299, &wide);
    viewport_reshape(&viewport, &fine);
    ck_assert_double_finite(viewport_place(&viewport, 0, 1998));
    ck_assert_double_gt(viewport_place(&viewport, 0, 1998), WINDOW_REACH);
    struct failure failure;
    int done;
    ck_assert_int_eq(viewport_pan(&viewport, 0, 1, &failure), STATUS_USAGE);
    ck_assert_int_eq(viewport_zoom(&viewport, 1, &done, &failure), STATUS_OK);
    viewport = show(3, 3 + 1e-11, -1, 1, &wide);
    ck_assert_int_eq(viewport_move_probe(&viewport, 0, 5, &failure), STATUS_OK);
    viewport_reshape(&viewport, &filled);
    ck_assert_double_eq(viewport_place(&viewport, 0, viewport.probe_cell[0]), viewport.probe[0]);
    ck_assert_double_gt(viewport_place(&viewport, 0, 1), viewport_place(&viewport, 0, 0));
}
END_TEST

/* The next number of a fixed sequence: Knuth's MMIX generator, its upper bits. */
static int next_random(uint64_t *state, int below)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((*state >> 33) % (uint64_t)below);
}

/* Do one thing that a person may do; it may fail. */
static void do_something(struct viewport *viewport, uint64_t *state)
{
    static const int64_t counts[] = { 1, -1, 1, -1, 3, -3, 20, -20, 1000, -100000, INT64_MAX,
                                      INT64_MIN };
    static const struct viewport_shape shapes[] = {
        { { 37, 17 }, 1, ASPECT_equal }, { { 17, 7 }, 1, ASPECT_equal },
        { { 97, 53 }, 1.5, ASPECT_equal }, { { 1, 1 }, 1, ASPECT_equal },
        { { 9, 3 }, 0.5, ASPECT_auto }, { { 37, 17 }, 1, ASPECT_fill },
    };
    struct failure failure;
    int done;
    int axis = next_random(state, AXES);
    int64_t count = counts[next_random(state, sizeof counts / sizeof counts[0])];
    double place[AXES];
    for (int i = 0; i < AXES; i++)
        place[i] = viewport->probe[i] + (next_random(state, 1000) - 500) * viewport->step[i] / 7;
    switch (next_random(state, 12)) {
    case 0:
    case 1:
    case 2:
        viewport_pan(viewport, axis, count, &failure);
        break;
    case 3:
    case 4:
    case 5:
        viewport_move_probe(viewport, axis, count, &failure);
        break;
    case 6:
        viewport_zoom(viewport, 1 + next_random(state, 3), &done, &failure);
        break;
    case 7:
        viewport_zoom(viewport, -1 - next_random(state, 3), &done, &failure);
        break;
    case 8:
        viewport_set_probe(viewport, place, &failure);
        break;
    case 9:
        viewport_centre(viewport, &failure);
        break;
    default:
        viewport_reshape(viewport, &shapes[next_random(state, sizeof shapes / sizeof shapes[0])]);
    }
}

/* What is wrong with a viewport, or NULL. */
static const char *find_fault(const struct viewport *viewport)
{
    for (int axis = 0; axis < AXES; axis++) {
        int last = viewport->shape.samples[axis] - 1;
        int cell = viewport->probe_cell[axis];
        if (!(viewport->asked.low[axis] < viewport->asked.high[axis]))
            return "the window asked for is empty";
        if (!(viewport->step[axis] > 0) || !isfinite(viewport->origin[axis]))
            return "no lattice";
        if (cell < 0 || cell > last)
            return "the probe is out of sight";
        if (!isfinite(viewport_place(viewport, axis, 0)) ||
            !isfinite(viewport_place(viewport, axis, last)))
            return "a sample is not finite";
        for (int i = 1; i <= last; i++)
            if (!(viewport_place(viewport, axis, i) > viewport_place(viewport, axis, i - 1)))
                return "samples coincide";
        if (!(fabs(viewport_place(viewport, axis, cell) - viewport->probe[axis]) <=
              0.51 * viewport->step[axis]))
            return "the probe is not at its sample";
    }
    if (viewport->shape.aspect == ASPECT_equal &&
        fabs(viewport->step[0] / viewport->step[1] / viewport->shape.sample_ratio - 1) > 1e-12)
        return "the scales differ";
    return NULL;
}

START_TEST(any_five_thousand_actions)
{
    static const double windows[][4] = {
        { -2, 2, -2, 2 }, { 0.1, 0.7, 1e6, 1e6 + 1 }, { -1e299, 1e299, -1e299, 1e299 },
        { 1, 1 + 1e-12, 1, 1 + 1e-12 }, { 0, 1e-290, 0, 1e-290 }, { 0, 1, 0, 1e-12 },
    };
    for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
        const double *window = windows[i];
        struct viewport viewport = show(window[0], window[1], window[2], window[3], &wide);
        uint64_t state = i + 1;
        for (int action = 0; action < 5000; action++) {
            do_something(&viewport, &state);
            const char *fault = find_fault(&viewport);
            if (fault != NULL)
                ck_abort_msg("window %zu, action %d: %s", i, action, fault);
        }
    }
}
END_TEST

/* Reshape to other sizes and back; whether the samples are the same as before. */
static bool comes_back(const struct viewport *viewport, uint64_t *state)
{
    struct viewport other = *viewport;
    for (int i = next_random(state, 5); i >= 0; i--) {
        struct viewport_shape shape = viewport->shape;
        shape.samples[0] = 1 + 2 * next_random(state, 60);
        shape.samples[1] = 1 + 2 * next_random(state, 30);
        viewport_reshape(&other, &shape);
    }
    viewport_reshape(&other, &viewport->shape);
    return same_samples(viewport, &other);
}

START_TEST(any_size_that_comes_back_brings_the_samples_back)
{
    static const double windows[][4] = { { -2, 2, -2, 2 }, { 0.1, 0.7, -1.3, 1.1 } };
    for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
        const double *window = windows[i];
        uint64_t state = i + 1;
        for (int round = 0; round < 100; round++) {
            struct viewport viewport = show(window[0], window[1], window[2], window[3], &wide);
            for (int action = 0; action < 30; action++) {
                do_something(&viewport, &state);
                if (!comes_back(&viewport, &state))
                    ck_abort_msg("window %zu, round %d, action %d", i, round, action);
            }
        }
    }
}
END_TEST

START_TEST(five_thousand_presses_of_one_key)
{
    for (int kind = 0; kind < 8; kind++) {
        struct viewport viewport = show(-2, 2, -2, 2, &wide);
        struct failure failure;
        int done;
        int by = kind % 2 == 0 ? 1 : -1;
        for (int i = 0; i < 5000; i++) {
            if (kind < 4)
                viewport_pan(&viewport, kind / 2, by, &failure);
            else if (kind < 6)
                viewport_move_probe(&viewport, 0, by, &failure);
            else
                viewport_zoom(&viewport, by, &done, &failure);
        }
        ck_assert_ptr_null(find_fault(&viewport));
        if (kind < 4)
            ck_assert_double_eq(viewport_place(&viewport, kind / 2, 0),
                                (kind < 2 ? -4.5 : -2) + by * 1250.0);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_size_that_comes_back_brings_the_samples_back);
    tcase_add_test(cases, a_reshape_keeps_the_probe_in_sight);
    tcase_add_test(cases, a_reshape_never_fails);
    tcase_add_test(cases, any_five_thousand_actions);
    tcase_add_test(cases, any_size_that_comes_back_brings_the_samples_back);
    tcase_add_test(cases, five_thousand_presses_of_one_key);
}

SUITE_MAIN("view viewport reshape", add_cases)
