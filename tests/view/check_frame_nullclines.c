/* Tests of view/frame_nullclines.c: two lines that can be told apart. */
#include "fixture.h"

#include "view/frame_parts.h"

enum { ROWS = 24, COLUMNS = 80, TURNS = 8 };

/* Of (x0 - x1)^2 / 2 + x1^2 * 0.8, whose minimum is at the middle of the field. */
PLANE_FUNCTION(first_slope, a - b)
PLANE_FUNCTION(second_slope, 2.6 * b - a)
PLANE_FUNCTION(bowl, (a - b) * (a - b) / 2 + 0.8 * b * b)

/* A picture of the bowl with its slopes. */
struct scene {
    struct picture picture;
    struct relief *slopes[AXES];
};

static void open_scene(struct scene *scene, bool ascii)
{
    static evaluate_function *const functions[AXES] = { first_slope, second_slope };
    static const int density[AXES] = { 2, 2 };
    struct picture *picture = &scene->picture;
    picture_open(picture, bowl, ROWS, COLUMNS);
    picture->frame.style.layers = 1u << LAYER_nullclines | 1u << LAYER_legend;
    picture->frame.style.ascii = ascii;
    for (int axis = 0; axis < AXES; axis++) {
        struct fn fn = { .n = AXES, .evaluate = functions[axis] };
        scene->slopes[axis] = relief_new();
        ck_assert_ptr_nonnull(scene->slopes[axis]);
        ck_assert_int_eq(relief_compute(scene->slopes[axis], &fn, NULL, &picture->viewport,
                                        density), STATUS_OK);
        picture->frame.slopes[axis] = scene->slopes[axis];
    }
    picture_draw(picture);
}

static void close_scene(struct scene *scene)
{
    for (int axis = 0; axis < AXES; axis++)
        relief_free(scene->slopes[axis]);
    picture_close(&scene->picture);
}

/* How many cells of the field have a character, 0 for any of braille, in the pen of an axis. */
static int count(const struct scene *scene, uint32_t character, int axis)
{
    const struct picture *picture = &scene->picture;
    struct pen pen = palette_nullcline(&picture->frame.style.color, axis);
    int cells = 0;
    for (int row = 1; row < 18; row++)
        for (int column = picture->frame.layout.gutter; column < COLUMNS; column++) {
            struct cell cell = canvas_cell(picture->canvas, row, column);
            bool same = character == 0 ? cell.character > 0x2800 : cell.character == character;
            cells += same && cell.pen.foreground == pen.foreground;
        }
    return cells;
}

START_TEST(both_lines_are_drawn)
{
    struct scene scene;
    open_scene(&scene, false);
    ck_assert_int_ge(count(&scene, 0, 0), 16);
    ck_assert_int_ge(count(&scene, 0, 1), 16);
    close_scene(&scene);
    open_scene(&scene, true);
    ck_assert_int_ge(count(&scene, '@', 0), 16);
    ck_assert_int_ge(count(&scene, '%', 1), 16);
    close_scene(&scene);
}
END_TEST

/* The first line has two dots across a cell where it is flat, the second one. */
START_TEST(the_second_line_is_dotted)
{
    struct style style = { .color = { .depth = DEPTH_NONE } };
    struct cell whole = frame_nullcline_cell(&style, 0);
    struct cell dotted = frame_nullcline_cell(&style, 1);
    ck_assert_uint_ne(whole.character, dotted.character);
    ck_assert_uint_eq(whole.character | dotted.character, whole.character);
}
END_TEST

/* What stands for lines in ASCII is no arrow, no mark, no critical point and no part of a walk. */
START_TEST(letters_are_no_others)
{
    static const char others[] = "Oo*!#+-|:'.";
    struct style style = { .ascii = true, .color = { .depth = DEPTH_NONE } };
    for (int axis = 0; axis < AXES; axis++) {
        uint32_t letter = frame_nullcline_cell(&style, axis).character;
        ck_assert_ptr_null(strchr(others, (int)letter));
        for (int turn = 0; turn < TURNS; turn++)
            ck_assert_uint_ne(letter, glyph_arrow(GLYPHS_ascii, turn));
        for (int mark = 0; mark < MARK_COUNT; mark++)
            ck_assert_uint_ne(letter, glyph_mark(GLYPHS_ascii, (enum mark)mark));
        for (int kind = 0; kind < CRITICAL_KIND_COUNT; kind++)
            ck_assert_uint_ne(letter,
                              frame_critical_cell(&style, (enum critical_kind)kind).character);
    }
    ck_assert_uint_ne(frame_nullcline_cell(&style, 0).character,
                      frame_nullcline_cell(&style, 1).character);
}
END_TEST

START_TEST(no_slopes_draw_nothing)
{
    struct scene scene;
    open_scene(&scene, false);
    scene.picture.frame.slopes[1] = NULL;
    picture_draw(&scene.picture);
    ck_assert_int_eq(count(&scene, 0, 0), 0);
    close_scene(&scene);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, both_lines_are_drawn);
    tcase_add_test(cases, the_second_line_is_dotted);
    tcase_add_test(cases, letters_are_no_others);
    tcase_add_test(cases, no_slopes_draw_nothing);
}

SUITE_MAIN("nullclines in a frame", add_cases)
