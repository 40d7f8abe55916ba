/* Tests of view/trail.h, and of how trails are drawn. */
#include "fixture.h"

#include "view/trail.h"

/* Take steps along a line until `steps` are taken. */
static void walk(struct trail *trail, size_t steps)
{
    while (trail->steps < steps) {
        double step = (double)trail->steps + 1;
        const double place[AXES] = { step, -step };
        const struct trail_note note = { .value = 2 * step, .magnitude = 3 * step };
        ck_assert_int_eq(trail_step(trail, place), STATUS_OK);
        trail_note(trail, &note);
    }
}

/* Every place is one that the walk was at, a stride from the next. */
static void assert_even(const struct trail *trail)
{
    ck_assert_uint_le(trail->count, TRAIL_PLACES_MOST);
    for (size_t i = 0; i < trail->count; i++) {
        ck_assert_double_eq(trail->places[i][0], (double)(i * trail->stride));
        ck_assert_double_eq(trail->places[i][1], -(double)(i * trail->stride));
        if (i == 0)
            continue;
        ck_assert_double_eq(trail->notes[i].value, 2 * trail->places[i][0]);
        ck_assert_double_eq(trail->notes[i].magnitude, 3 * trail->places[i][0]);
    }
    ck_assert_uint_le(trail->steps - (trail->count - 1) * trail->stride, trail->stride);
}

START_TEST(a_long_walk_is_thinned)
{
    static const size_t steps[] = { 0,
                                    1,
                                    TRAIL_PLACES_MOST - 1,
                                    TRAIL_PLACES_MOST,
                                    TRAIL_PLACES_MOST + 1,
                                    2 * TRAIL_PLACES_MOST,
                                    9 * TRAIL_PLACES_MOST + 5 };
    struct trail trail = { .count = 0 };
    const double start[AXES] = { 0, 0 };
    ck_assert_int_eq(trail_begin(&trail, start), STATUS_OK);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        walk(&trail, steps[i]);
        assert_even(&trail);
        ck_assert_double_eq(trail.last[0], (double)steps[i]);
    }
    ck_assert_uint_eq(trail.stride, 16);
    ck_assert_int_eq(trail_begin(&trail, start), STATUS_OK);
    ck_assert_uint_eq(trail.stride, 1);
    ck_assert_uint_eq(trail.count, 1);
    trail_release(&trail);
    ck_assert_ptr_null(trail.places);
}
END_TEST

/* The trail as it was, at the nearest kept place before so many steps. */
static void assert_beginning(const struct trail *trail, size_t steps)
{
    struct trail beginning = trail_beginning(trail, steps);
    size_t kept = steps / trail->stride * trail->stride;
    ck_assert_uint_eq(beginning.steps, kept);
    ck_assert_uint_eq(beginning.count, kept / trail->stride + 1);
    ck_assert_double_eq(beginning.last[0], (double)kept);
    ck_assert_double_eq(beginning.last[1], -(double)kept);
    ck_assert(kept == 0 ? isnan(beginning.last_note.value)
                        : beginning.last_note.value == 2 * (double)kept);
    ck_assert_int_eq(beginning.end, TRAIL_GOES_ON);
}

START_TEST(a_trail_has_a_beginning)
{
    static const size_t lengths[] = { 3, TRAIL_PLACES_MOST, 3 * TRAIL_PLACES_MOST + 7 };
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        struct trail trail = { .count = 0 };
        const double start[AXES] = { 0, 0 };
        ck_assert_int_eq(trail_begin(&trail, start), STATUS_OK);
        walk(&trail, lengths[i]);
        trail.end = TRAIL_ENDED;
        for (size_t steps = 0; steps < lengths[i]; steps += 1 + steps / 3)
            assert_beginning(&trail, steps);
        assert_beginning(&trail, lengths[i] - 1);
        struct trail whole = trail_beginning(&trail, lengths[i]);
        ck_assert_uint_eq(whole.count, trail.count);
        ck_assert_double_eq(whole.last[0], (double)lengths[i]);
        ck_assert_double_eq(whole.last_note.magnitude, 3 * (double)lengths[i]);
        ck_assert_int_eq(whole.end, TRAIL_ENDED);
        trail_release(&trail);
    }
}
END_TEST

PLANE_FUNCTION(square, a * a + b * b)

/* How often a character stands in the field of a picture. */
static int count_in_field(const struct picture *picture, uint32_t character)
{
    const struct layout *layout = &picture->frame.layout;
    int count = 0;
    for (int row = 0; row < layout->samples_up; row++)
        for (int column = 0; column < layout_field_columns(layout); column++)
            count += canvas_cell(picture->canvas, layout->field_row + row,
                                 layout->gutter + column).character == character;
    return count;
}

/* Draw a trail through places over the seed's field. */
static void draw(struct picture *picture, struct trail *trail, const double (*places)[AXES],
                 size_t count, enum trail_end end)
{
    picture_open(picture, square, 24, 80);
    ck_assert_int_eq(trail_begin(trail, places[0]), STATUS_OK);
    for (size_t i = 1; i < count; i++)
        ck_assert_int_eq(trail_step(trail, places[i]), STATUS_OK);
    trail->end = end;
    picture->frame.trails = trail;
    picture->frame.trail_count = 1;
    picture_draw(picture);
}

/* Fail unless so many of these are shown: O for the start, o for steps, and * ! @ for ends. */
static void assert_marks(const double (*places)[AXES], size_t count, enum trail_end end,
                         const int expected[5])
{
    static const char marks[] = { 'O', 'o', '*', '!', '@' };
    struct trail trail = { .count = 0 };
    struct picture picture;
    draw(&picture, &trail, places, count, end);
    for (int i = 0; i < 5; i++)
        ck_assert_msg(count_in_field(&picture, (uint32_t)marks[i]) == expected[i],
                      "%d %c, not %d", count_in_field(&picture, (uint32_t)marks[i]), marks[i],
                      expected[i]);
    picture_close(&picture);
    trail_release(&trail);
}

START_TEST(start_steps_and_end_have_marks)
{
    static const double long_steps[][AXES] = { { -2, -2 }, { 0, 1 }, { 1, -1 }, { 2, 2 } };
    static const double short_steps[][AXES] = { { 0, 0 }, { 0.1, 0 }, { 0.2, 0.1 }, { 0.4, 0 },
                                                { 0.6, 0.1 } };
    static const double still[][AXES] = { { 0, 0 }, { 0.01, 0 } };
    assert_marks(long_steps, 4, TRAIL_ARRIVED, (const int[]){ 1, 2, 1, 0, 0 });
    assert_marks(long_steps, 4, TRAIL_ENDED, (const int[]){ 1, 2, 0, 1, 0 });
    assert_marks(long_steps, 4, TRAIL_GOES_ON, (const int[]){ 1, 2, 0, 0, 1 });
    assert_marks(short_steps, 5, TRAIL_ARRIVED, (const int[]){ 1, 0, 1, 0, 0 });
    /* In one cell with its start a walk is seen once it has ended. */
    assert_marks(long_steps, 1, TRAIL_ARRIVED, (const int[]){ 0, 0, 1, 0, 0 });
    assert_marks(long_steps, 1, TRAIL_GOES_ON, (const int[]){ 1, 0, 0, 0, 0 });
    assert_marks(still, 2, TRAIL_GOES_ON, (const int[]){ 1, 0, 0, 0, 0 });
    assert_marks(still, 2, TRAIL_ENDED, (const int[]){ 0, 0, 0, 1, 0 });
}
END_TEST

/* What is left of a walk that was thinned leads over several steps from place to place. */
START_TEST(a_thinned_way_has_no_steps)
{
    static const double round[][AXES] = { { -2, 0 }, { 2, 1 }, { 0, -1 } };
    struct trail trail = { .count = 0 };
    struct picture picture;
    draw(&picture, &trail, round, 3, TRAIL_ENDED);
    ck_assert_int_eq(count_in_field(&picture, 'o'), 1);
    for (size_t i = 0; i <= TRAIL_PLACES_MOST; i++)
        ck_assert_int_eq(trail_step(&trail, round[i % 3]), STATUS_OK);
    picture_draw(&picture);
    ck_assert_int_eq(count_in_field(&picture, 'o'), 0);
    picture_close(&picture);
    trail_release(&trail);
}
END_TEST

/* Whatever a walk runs into, the frame is drawn. */
START_TEST(places_need_not_be_in_the_window_or_finite)
{
    static const double far[][AXES] = { { -2, -2 }, { 1e300, -1e300 }, { -1e308, 1e308 } };
    /* Where it is cannot be told in dots: they would be too many. */
    static const double farther[][AXES] = { { -2, -2 }, { 2, 1 }, { 1e308, 1e308 } };
    static const double undefined[][AXES] = { { -2, -2 }, { 2, 1 }, { NAN, 0 } };
    static const double infinite[][AXES] = { { -2, -2 }, { INFINITY, -INFINITY } };
    static const double outside[][AXES] = { { 50, 50 }, { 60, 50 } };
    assert_marks(far, 3, TRAIL_ENDED, (const int[]){ 1, 0, 0, 0, 0 });
    assert_marks(farther, 3, TRAIL_ENDED, (const int[]){ 1, 0, 0, 1, 0 });
    assert_marks(undefined, 3, TRAIL_ENDED, (const int[]){ 1, 0, 0, 1, 0 });
    assert_marks(infinite, 2, TRAIL_ENDED, (const int[]){ 0, 0, 0, 1, 0 });
    assert_marks(outside, 2, TRAIL_ARRIVED, (const int[]){ 0, 0, 0, 0, 0 });
}
END_TEST

/* In ASCII the way is of dots, in braille of braille, and it covers what was there. */
START_TEST(the_way_is_drawn_over_arrows)
{
    static const double places[][AXES] = { { -2, 0 }, { 2, 0 } };
    struct trail trail = { .count = 0 };
    struct picture picture;
    draw(&picture, &trail, places, 2, TRAIL_ARRIVED);
    const struct layout *layout = &picture.frame.layout;
    int row = layout->field_row + layout->samples_up / 2;
    struct cell cell = canvas_cell(picture.canvas, row, layout->gutter +
                                                            layout_field_columns(layout) / 2);
    struct pen pen = palette_trail(&picture.frame.style.color, 0);
    ck_assert_uint_eq(cell.character & ~0xffu, 0x2800);
    ck_assert_int_eq(cell.pen.foreground, pen.foreground);
    picture.frame.style.ascii = true;
    picture_draw(&picture);
    cell = canvas_cell(picture.canvas, row, layout->gutter + layout_field_columns(layout) / 2);
    ck_assert_msg(cell.character == '\'' || cell.character == '.', "%c", (int)cell.character);
    picture_close(&picture);
    trail_release(&trail);
}
END_TEST

/* The legend's row from the marks of walks on, to be freed. */
static char *legend_of(const struct picture *picture)
{
    char *text = canvas_row_text(picture->canvas, picture->frame.layout.legend_row);
    const char *start = strstr(text, "  O start");
    memmove(text, start == NULL ? "" : start, start == NULL ? 1 : strlen(start) + 1);
    return text;
}

static void assert_legend(const double (*places)[AXES], size_t count, enum trail_end end,
                          const char *expected)
{
    struct trail trail = { .count = 0 };
    struct picture picture;
    const struct window window = { { -2, -2 }, { 2, 2 } };
    draw(&picture, &trail, places, count, end);
    picture_show(&picture, 24, 120, 2, &window, ASPECT_equal, 0.5);
    char *text = legend_of(&picture);
    ck_assert_str_eq(text, expected);
    free(text);
    picture_close(&picture);
    trail_release(&trail);
}

#define WALK "  \xe2\xa0\x92 walk"

/* What is out of sight is not explained, nor what lies below another mark. */
START_TEST(the_legend_explains_the_marks_of_walks)
{
    static const double places[][AXES] = { { -2, -2 }, { 0, 1 }, { 1, -1 }, { 9, 9 } };
    assert_legend(places, 3, TRAIL_ARRIVED, "  O start  * converged  o step" WALK);
    assert_legend(places, 3, TRAIL_GOES_ON, "  O start  @ so far  o step" WALK);
    assert_legend(places, 2, TRAIL_ENDED, "  O start  ! ended" WALK);
    assert_legend(places, 4, TRAIL_ENDED, "  O start  o step" WALK);
    assert_legend(places, 1, TRAIL_GOES_ON, "  O start" WALK);
    assert_legend(places, 1, TRAIL_ENDED, "");
}
END_TEST

/* Marks of walks are the first to go, from the last one on; the colours stay as they are. */
START_TEST(the_legend_sheds_walks_first)
{
    static const double places[][AXES] = { { -2, -2 }, { 0, 1 }, { 1, -1 } };
    static const char *const left[] = { ("  O start  * converged  o step" WALK),
                                        "  O start  * converged  o step",
                                        "  O start  * converged", "  O start", "" };
    enum { LEFT = sizeof left / sizeof left[0], ROWS = 24, COLUMNS = 80, LEAST = 30 };
    const struct window window = { { -2, -2 }, { 2, 2 } };
    struct trail trail = { .count = 0 };
    struct picture picture;
    int given_up = 0;
    draw(&picture, &trail, places, 3, TRAIL_ARRIVED);
    for (int columns = COLUMNS; columns >= LEAST; columns--) {
        picture.frame.trail_count = 0;
        picture_show(&picture, ROWS, columns, 2, &window, ASPECT_equal, 0.5);
        char *alone = canvas_row_text(picture.canvas, picture.frame.layout.legend_row);
        picture.frame.trail_count = 1;
        picture_draw(&picture);
        char *text = canvas_row_text(picture.canvas, picture.frame.layout.legend_row);
        size_t length = strlen(alone);
        ck_assert_msg(strncmp(text, alone, length) == 0, "'%s' begins '%s'", alone, text);
        while (given_up < LEFT && strcmp(text + length, left[given_up]) != 0)
            given_up++;
        ck_assert_msg(given_up < LEFT, "%d columns: '%s'", columns, text);
        free(alone);
        free(text);
    }
    ck_assert_int_eq(given_up, LEFT - 1);
    picture_close(&picture);
    trail_release(&trail);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_long_walk_is_thinned);
    tcase_add_test(cases, a_trail_has_a_beginning);
    tcase_add_test(cases, the_legend_explains_the_marks_of_walks);
    tcase_add_test(cases, the_legend_sheds_walks_first);
    tcase_add_test(cases, start_steps_and_end_have_marks);
    tcase_add_test(cases, a_thinned_way_has_no_steps);
    tcase_add_test(cases, places_need_not_be_in_the_window_or_finite);
    tcase_add_test(cases, the_way_is_drawn_over_arrows);
}

SUITE_MAIN("trail", add_cases)
