/* Tests of view/frame.h: the frame as a whole, at every size. */
#include "fixture.h"

PLANE_FUNCTION(seed, a * a + b * b)
PLANE_FUNCTION(mixed, a < -1 ? log(a) : a > 0 ? 1e20 + a : a > -0.5 ? 3 : a * b)

/* A row of a canvas and what it reads. */
struct shown_row {
    int row;
    const char *text;
};

START_TEST(the_seed_at_80x24)
{
    static const struct shown_row rows[] = {
        { 0, "−∇f of sum(x**2)                                                central h=0.0001" },
        { 1, "x1   2┤↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙" },
        { 2, "      │→ → ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ← ←" },
        { 3, "      │→ → → → ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ← ← ← ←" },
        { 4, "      │→ → → → → → ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ← ← ← ← ← ←" },
        { 5, "     1┤→ → → → → → → → → ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ↙ ← ← ← ← ← ← ← ← ←" },
        { 9, "     0▸→ → → → → → → → → → → → → → → → → → • ← ← ← ← ← ← ← ← ← ← ← ← ← ← ← ← ← ←" },
        { 13, "    −1┤→ → → → → → → → → ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↑ ↑ ↑ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ← ← ← ← ← ← ← ← ←" },
        { 17, "    −2┤↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↗ ↑ ↑ ↑ ↑ ↑ ↑ ↑ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖ ↖" },
        { 18, "      └────┬───────────────┬───────────────▴───────────────┬───────────────┬────" },
        { 19, "    x0    −4              −2               0               2               4" },
        { 20, "|∇f| →<0.7 →0.7 →1 →1.5 →2 →3 →5 →≥7  • flat" },
        { 21, "x0 0       x1 0       f 0          −∇f 0 0                   |∇f| 0        ok" },
    };
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_row(picture.canvas, rows[i].row, rows[i].text);
    assert_row(picture.canvas, 22, "");
    assert_row(picture.canvas, 23, picture.frame.words.hint);
    picture_close(&picture);
}
END_TEST

/* Of a field that is being computed there are rows of arrows without colours, and nothing else. */
START_TEST(an_unfinished_field_at_40x12)
{
    static const char *const rows[] = {
        "−∇f of sum(x**2)        central h=0.0001",
        "x1 2┤",
        "    │",
        "    │",
        "   0▸",
        "    │",
        "    │→ → → → ↗ ↗ ↗ ↗ ↑ ↖ ↖ ↖ ↖ ← ← ← ←",
        "  −2┤→ ↗ ↗ ↗ ↗ ↗ ↗ ↑ ↑ ↑ ↖ ↖ ↖ ↖ ↖ ↖ ←",
        "  x0 −5              0              5",
        "0 0                                 37 %",
    };
    struct picture picture;
    picture_open(&picture, seed, 12, 40);
    picture.frame.unfinished = (struct frame_unfinished){ .work = true, .area = true,
                                                          .probe = true, .rows = 2,
                                                          .percent = 37 };
    picture_draw(&picture);
    for (int row = 0; row < 10; row++)
        assert_row(picture.canvas, row, rows[row]);
    picture.frame.unfinished = (struct frame_unfinished){ .work = true, .percent = 100 };
    picture_draw(&picture);
    assert_row(picture.canvas, 9, "0 0  f 0  −∇f 0 0  ok              100 %");
    picture_close(&picture);
}
END_TEST

START_TEST(the_seed_at_40x12)
{
    static const char *const rows[] = {
        "−∇f of sum(x**2)  |∇f| →<1 →1 →2 →5 →≥10",
        "x1 2┤→ ↘ ↘ ↘ ↘ ↘ ↘ ↓ ↓ ↓ ↙ ↙ ↙ ↙ ↙ ↙ ←",
        "    │→ → → → ↘ ↘ ↘ ↘ ↓ ↙ ↙ ↙ ↙ ← ← ← ←",
        "    │→ → → → → → ↘ ↘ ↓ ↙ ↙ ← ← ← ← ← ←",
        "   0▸→ → → → → → → → • ← ← ← ← ← ← ← ←",
        "    │→ → → → → → ↗ ↗ ↑ ↖ ↖ ← ← ← ← ← ←",
        "    │→ → → → ↗ ↗ ↗ ↗ ↑ ↖ ↖ ↖ ↖ ← ← ← ←",
        "  −2┤→ ↗ ↗ ↗ ↗ ↗ ↗ ↑ ↑ ↑ ↖ ↖ ↖ ↖ ↖ ↖ ←",
        "  x0 −5              0              5",
        "0 0  f 0  −∇f 0 0  ok",
        "message",
        "hjkl probe  HJKL pan  +- zoom  [] h  m …",
    };
    struct picture picture;
    picture_open(&picture, seed, 12, 40);
    picture.frame.words.message = "message";
    picture_draw(&picture);
    for (int row = 0; row < 12; row++)
        assert_row(picture.canvas, row, rows[row]);
    picture_close(&picture);
}
END_TEST

START_TEST(the_seed_in_ascii)
{
    static const struct shown_row rows[] = {
        { 0, "-grad f of sum(x**2)                                            central h=0.0001" },
        { 1, "x1   2+J J J J J J J J J J J J J J J v v v v v v v L L L L L L L L L L L L L L L" },
        { 9, "     0>> > > > > > > > > > > > > > > > > > . < < < < < < < < < < < < < < < < < <" },
        { 17, "    -2+7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 ^ ^ ^ ^ ^ ^ ^ F F F F F F F F F F F F F F F" },
        { 18, "      +----+---------------+---------------^---------------+---------------+----" },
        { 19, "    x0    -4              -2               0               2               4" },
        { 20, "|grad f| #<0.7 #0.7 #1 #1.5 #2 #3 #5 #>=7  . flat" },
        { 21, "x0 0       x1 0       f 0          -grad f 0 0               |grad f| 0    ok" },
    };
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture.frame.style.ascii = true;
    picture_draw(&picture);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_row(picture.canvas, rows[i].row, rows[i].text);
    picture_close(&picture);
}
END_TEST

START_TEST(the_probe_is_marked_on_both_axes)
{
    struct picture picture;
    struct failure failure;
    picture_open(&picture, seed, 24, 80);
    ck_assert_int_eq(viewport_move_probe(&picture.viewport, 0, -3, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_move_probe(&picture.viewport, 1, 5, &failure), STATUS_OK);
    picture_draw(&picture);
    struct canvas_cursor cursor = canvas_cursor(picture.canvas);
    ck_assert(cursor.visible);
    ck_assert_int_eq(cursor.row, 4);
    ck_assert_int_eq(cursor.column, 37);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 4, 6).character, 0x25b8);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 9, 6).character, 0x2524);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 18, 37).character, 0x25b4);
    ck_assert_uint_eq(canvas_cell(picture.canvas, 18, 43).character, 0x252c);
    assert_row(picture.canvas, 21, "x0 -0.75   x1 1.25    f 2.125      −∇f 1.5 -2.5              "
                                   "|∇f| 2.91548  ok");
    picture_close(&picture);
}
END_TEST

START_TEST(the_name_of_x1_makes_room_for_labels)
{
    struct window window = { { 1000.2, 1000.2 }, { 1000.8, 1000.8 } };
    struct picture picture;
    picture_open(&picture, seed, 24, 80);
    picture_show(&picture, 24, 80, 2, &window, ASPECT_equal, 0.5);
    char *row = canvas_row_text(picture.canvas, 1);
    ck_assert_int_eq(strncmp(row, "1000.8", 6), 0);
    free(row);
    row = canvas_row_text(picture.canvas, 2);
    ck_assert_int_eq(strncmp(row, "x1    ", 6), 0);
    free(row);
    picture_close(&picture);
}
END_TEST

START_TEST(canvases_that_are_too_small_say_so)
{
    struct picture picture;
    picture_open(&picture, seed, 7, 80);
    assert_row(picture.canvas, 0, "needs 24x8");
    for (int row = 1; row < 6; row++)
        assert_row(picture.canvas, row, "");
    char *hint = canvas_row_text(picture.canvas, 6);
    ck_assert_ptr_nonnull(strstr(hint, "? help"));
    free(hint);
    ck_assert(!canvas_cursor(picture.canvas).visible);
    picture_close(&picture);
    picture_open(&picture, seed, 24, 8);
    assert_row(picture.canvas, 0, "needs 24");
    picture_close(&picture);
    picture_open(&picture, seed, 1, 1);
    assert_row(picture.canvas, 0, "n");
    picture_close(&picture);
    picture_open(&picture, seed, 0, 0);
    picture_close(&picture);
}
END_TEST

/* Whether every character of the canvas is ASCII and printable. */
static bool canvas_is_ascii(const struct canvas *canvas)
{
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            uint32_t character = canvas_cell(canvas, row, column).character;
            if (character < 0x20 || character > 0x7e)
                return false;
        }
    }
    return true;
}

static void draw_in_all_styles(struct picture *picture, int rows, int columns)
{
    struct window window = { { -3, -0.25 }, { 1, 0.75 } };
    for (int glyphs = 0; glyphs < GLYPHS_COUNT; glyphs++) {
        picture->frame.style.glyphs = (enum glyph_set)glyphs;
        picture->frame.style.color.depth = (enum color_depth)(glyphs % DEPTH_COUNT);
        picture->frame.style.ascent = glyphs % 2 == 1;
        picture->frame.style.ascii = false;
        picture_show(picture, rows, columns, 1 + glyphs, &window, ASPECT_equal, 0.5);
        picture->frame.style.ascii = true;
        picture_draw(picture);
        if (!canvas_is_ascii(picture->canvas))
            ck_abort_msg("%dx%d, glyphs %d", columns, rows, glyphs);
    }
}

START_TEST(every_size_is_drawn)
{
    struct picture picture;
    picture_open(&picture, mixed, 1, 1);
    picture.frame.words.function = "sum(x**2) \u2207 \u4e2d \x1b[2J \xff x\u0301, x2=1";
    picture.frame.words.message = "a message \u202e that is longer than most rows \u2026";
    for (int rows = 0; rows <= 12; rows++)
        for (int columns = 0; columns <= 40; columns += suite_under_valgrind() ? 5 : 1)
            draw_in_all_styles(&picture, rows, columns);
    draw_in_all_styles(&picture, 24, 80);
    draw_in_all_styles(&picture, 60, 200);
    draw_in_all_styles(&picture, 200, 3);
    draw_in_all_styles(&picture, 16, 24);
    draw_in_all_styles(&picture, 4, 500);
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_seed_at_80x24);
    tcase_add_test(cases, an_unfinished_field_at_40x12);
    tcase_add_test(cases, the_seed_at_40x12);
    tcase_add_test(cases, the_seed_in_ascii);
    tcase_add_test(cases, the_probe_is_marked_on_both_axes);
    tcase_add_test(cases, the_name_of_x1_makes_room_for_labels);
    tcase_add_test(cases, canvases_that_are_too_small_say_so);
    tcase_add_test(cases, every_size_is_drawn);
}

SUITE_MAIN("view frame", add_cases)
