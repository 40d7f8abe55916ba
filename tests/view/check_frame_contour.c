#include "view/frame_parts.h"

#include "fixture.h"

enum { ROWS = 24, COLUMNS = 80, BRAILLE_FIRST = 0x2801, BRAILLE_LAST = 0x28ff };

PLANE_FUNCTION(paraboloid, a * a + 2 * b * b)
PLANE_FUNCTION(constant, 3 + 0 * a)
PLANE_FUNCTION(slope, a)
PLANE_FUNCTION(half_defined, a > 0 ? a + b : (double)NAN)

/* A picture with a relief. */
struct scene {
    struct picture picture;
    struct relief *relief;
};

static void draw_scene(struct scene *scene)
{
    struct picture *picture = &scene->picture;
    const int wanted[AXES] = { picture->frame.layout.spacing, 2 };
    int density[AXES];
    relief_density(&picture->viewport.shape, wanted, density);
    ck_assert_int_eq(relief_compute(scene->relief, &picture->fn, NULL, &picture->viewport,
                                    density), STATUS_OK);
    picture->frame.relief = scene->relief;
    picture_draw(picture);
}

static void open_scene(struct scene *scene, evaluate_function *evaluate, layer_set layers)
{
    struct picture *picture = &scene->picture;
    picture_open(picture, evaluate, ROWS, COLUMNS);
    scene->relief = relief_new();
    ck_assert_ptr_nonnull(scene->relief);
    picture->frame.spread = spread_of(picture->field, picture->numbers);
    picture->frame.style.layers = layers;
    draw_scene(scene);
}

static void close_scene(struct scene *scene)
{
    relief_free(scene->relief);
    picture_close(&scene->picture);
}

static bool is_braille(uint32_t character)
{
    return character >= BRAILLE_FIRST && character <= BRAILLE_LAST;
}

static int count_braille(const struct canvas *canvas)
{
    int count = 0;
    for (int row = 0; row < canvas_rows(canvas); row++)
        for (int column = 0; column < canvas_columns(canvas); column++)
            count += is_braille(canvas_cell(canvas, row, column).character);
    return count;
}

/* What is drawn away from the edges, where labels come and go, moves by whole cells. */
START_TEST(a_pan_moves_what_is_drawn)
{
    static const struct {
        int axis;
        int samples;
    } pans[] = { { 0, 1 }, { 0, -3 }, { 1, 1 }, { 1, -2 } };
    enum { MARGIN_ROWS = 4, MARGIN_COLUMNS = 16 };
    for (size_t i = 0; i < sizeof pans / sizeof pans[0]; i++) {
        struct scene before;
        struct scene after;
        struct failure failure;
        open_scene(&before, paraboloid, 1u << LAYER_contour);
        open_scene(&after, paraboloid, 1u << LAYER_contour);
        ck_assert_int_eq(viewport_pan(&after.picture.viewport, pans[i].axis, pans[i].samples,
                                      &failure), STATUS_OK);
        draw_scene(&after);
        const struct layout *layout = &after.picture.frame.layout;
        int right = pans[i].axis == 0 ? pans[i].samples * layout->spacing : 0;
        int up = pans[i].axis == 1 ? pans[i].samples : 0;
        for (int row = layout->field_row + MARGIN_ROWS;
             row < layout->field_row + layout->samples_up - MARGIN_ROWS; row++)
            for (int column = layout->gutter + MARGIN_COLUMNS; column < COLUMNS - MARGIN_COLUMNS;
                 column++)
                ck_assert_int_eq(
                    canvas_cell(after.picture.canvas, row, column).character,
                    canvas_cell(before.picture.canvas, row - up, column + right).character);
        close_scene(&before);
        close_scene(&after);
    }
}
END_TEST

START_TEST(lines_keep_to_the_field)
{
    struct scene scene;
    open_scene(&scene, paraboloid, 1u << LAYER_contour);
    const struct layout *layout = &scene.picture.frame.layout;
    ck_assert_int_gt(count_braille(scene.picture.canvas), 100);
    for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
            bool inside = row >= layout->field_row && column >= layout->gutter &&
                          row < layout->field_row + layout->samples_up &&
                          column <= layout->gutter +
                                        (layout->samples_across - 1) * layout->spacing;
            struct cell cell = canvas_cell(scene.picture.canvas, row, column);
            ck_assert(!is_braille(cell.character) || inside);
            ck_assert(!is_braille(cell.character) || cell.pen.foreground == 244);
        }
    }
    close_scene(&scene);
}
END_TEST

START_TEST(a_constant_has_no_line)
{
    struct scene scene;
    open_scene(&scene, constant, 1u << LAYER_contour);
    ck_assert_int_eq(count_braille(scene.picture.canvas), 0);
    close_scene(&scene);
}
END_TEST

/* The levels of a slope between -5 and 5 have one digit. */
START_TEST(labels_are_levels)
{
    struct scene scene;
    open_scene(&scene, slope, 1u << LAYER_contour);
    const struct layout *layout = &scene.picture.frame.layout;
    int labels = 0;
    for (int row = layout->field_row; row < layout->field_row + layout->samples_up; row++) {
        for (int column = layout->gutter; column < COLUMNS; column++) {
            uint32_t character = canvas_cell(scene.picture.canvas, row, column).character;
            if (character < '0' || character > '9')
                continue;
            labels++;
            /* x0 at that column, 8 columns to a unit; negative numbers have their minus. */
            int value = (int)(character - '0');
            if (canvas_cell(scene.picture.canvas, row, column - 1).character == 0x2212)
                value = -value;
            ck_assert_int_le(abs(column - layout->gutter - 36 - 8 * value), 1);
        }
    }
    ck_assert_int_gt(labels, 2);
    close_scene(&scene);
}
END_TEST

START_TEST(arrows_over_lines_stand_apart)
{
    struct scene scene;
    open_scene(&scene, paraboloid, 1u << LAYER_contour | 1u << LAYER_arrows);
    const struct layout *layout = &scene.picture.frame.layout;
    for (int up = 0; up < layout->samples_up; up++) {
        for (int across = 0; across < layout->samples_across; across++) {
            int row = layout->field_row + layout->samples_up - 1 - up;
            int column = layout->gutter + across * layout->spacing;
            struct cell cell = canvas_cell(scene.picture.canvas, row, column);
            bool line = cell.character == ' ' || is_braille(cell.character) ||
                        (cell.character >= '0' && cell.character <= '9');
            ck_assert(line == !frame_has_arrow(&scene.picture.frame, across, up));
            ck_assert(!is_braille(cell.character) || cell.pen.foreground == 240);
        }
    }
    ck_assert_int_gt(count_braille(scene.picture.canvas), 100);
    close_scene(&scene);
}
END_TEST

START_TEST(a_pan_moves_the_arrows_that_are_kept)
{
    struct scene scene;
    struct failure failure;
    open_scene(&scene, paraboloid, 1u << LAYER_contour | 1u << LAYER_arrows);
    const struct frame *frame = &scene.picture.frame;
    bool before[4][4];
    for (int up = 0; up < 4; up++)
        for (int across = 0; across < 4; across++)
            before[up][across] = frame_has_arrow(frame, across, up);
    ck_assert_int_eq(viewport_pan(&scene.picture.viewport, 0, 1, &failure), STATUS_OK);
    ck_assert_int_eq(viewport_pan(&scene.picture.viewport, 1, 1, &failure), STATUS_OK);
    for (int up = 0; up < 3; up++)
        for (int across = 0; across < 3; across++)
            ck_assert(frame_has_arrow(frame, across, up) == before[up + 1][across + 1]);
    close_scene(&scene);
}
END_TEST

static void set_background(struct scene *scene, enum color_depth depth, enum background background)
{
    scene->picture.frame.style.color.depth = depth;
    scene->picture.frame.style.color.background = background;
    draw_scene(scene);
}

START_TEST(shades_rise_with_f_under_arrows)
{
    struct scene scene;
    open_scene(&scene, slope, 1u << LAYER_background | 1u << LAYER_arrows);
    set_background(&scene, DEPTH_256, BACKGROUND_dark);
    const struct layout *layout = &scene.picture.frame.layout;
    const struct canvas *canvas = scene.picture.canvas;
    int last = layout->gutter + (layout->samples_across - 1) * layout->spacing;
    for (int row = 0; row < ROWS; row++) {
        bool inside = row >= layout->field_row && row < layout->field_row + layout->samples_up;
        for (int column = 0; column < COLUMNS; column++) {
            int background = canvas_cell(canvas, row, column).pen.background;
            if (!inside || column < layout->gutter || column > last)
                ck_assert_int_eq(background, COLOR_DEFAULT);
            else
                ck_assert_int_ge(background,
                                 column == layout->gutter
                                     ? 232
                                     : canvas_cell(canvas, row, column - 1).pen.background);
        }
    }
    ck_assert_int_eq(canvas_cell(canvas, layout->field_row, layout->gutter).pen.background, 232);
    ck_assert_int_eq(canvas_cell(canvas, layout->field_row, last).pen.background, 236);
    set_background(&scene, DEPTH_256, BACKGROUND_light);
    ck_assert_int_eq(canvas_cell(canvas, layout->field_row, layout->gutter).pen.background, 255);
    ck_assert_int_eq(canvas_cell(canvas, layout->field_row, last).pen.background, 252);
    close_scene(&scene);
}
END_TEST

START_TEST(what_is_undefined_is_not_shaded)
{
    struct scene scene;
    open_scene(&scene, half_defined, 1u << LAYER_background);
    set_background(&scene, DEPTH_256, BACKGROUND_dark);
    const struct layout *layout = &scene.picture.frame.layout;
    int column = layout->gutter;
    ck_assert_int_eq(canvas_cell(scene.picture.canvas, layout->field_row, column).pen.background,
                     COLOR_DEFAULT);
    ck_assert_int_ne(
        canvas_cell(scene.picture.canvas, layout->field_row, COLUMNS - 1).pen.background,
        COLOR_DEFAULT);
    close_scene(&scene);
}
END_TEST

START_TEST(shades_need_a_known_background)
{
    static const struct {
        enum color_depth depth;
        enum background background;
        const char *advice;
    } rows[] = {
        { DEPTH_256, BACKGROUND_unknown,
          "background needs :background dark or light (--background)" },
        { DEPTH_16, BACKGROUND_dark, "background needs 256 colours" },
        { DEPTH_PLAIN, BACKGROUND_light, "background needs 256 colours" },
    };
    struct scene scene;
    open_scene(&scene, slope, 1u << LAYER_background | 1u << LAYER_legend);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        set_background(&scene, rows[i].depth, rows[i].background);
        const struct layout *layout = &scene.picture.frame.layout;
        for (int column = 0; column < COLUMNS; column++)
            ck_assert_int_eq(canvas_cell(scene.picture.canvas, layout->field_row, column)
                                 .pen.background, COLOR_DEFAULT);
        ck_assert_str_eq(frame_shading_advice(&scene.picture.frame.style.color), rows[i].advice);
    }
    close_scene(&scene);
}
END_TEST

START_TEST(the_legend_tells_what_shades_mean)
{
    struct scene scene;
    open_scene(&scene, slope, 1u << LAYER_background | 1u << LAYER_legend);
    set_background(&scene, DEPTH_256, BACKGROUND_dark);
    char *text = canvas_row_text(scene.picture.canvas, scene.picture.frame.layout.legend_row);
    ck_assert_ptr_nonnull(strstr(text, "f low       high"));
    free(text);
    close_scene(&scene);
}
END_TEST

START_TEST(no_relief_draws_nothing)
{
    struct picture picture;
    picture_open(&picture, paraboloid, ROWS, COLUMNS);
    picture.frame.style.layers = 1u << LAYER_contour | 1u << LAYER_background;
    picture.frame.style.color.background = BACKGROUND_dark;
    picture_draw(&picture);
    ck_assert_int_eq(count_braille(picture.canvas), 0);
    picture_close(&picture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_pan_moves_what_is_drawn);
    tcase_add_test(cases, lines_keep_to_the_field);
    tcase_add_test(cases, a_constant_has_no_line);
    tcase_add_test(cases, labels_are_levels);
    tcase_add_test(cases, arrows_over_lines_stand_apart);
    tcase_add_test(cases, a_pan_moves_the_arrows_that_are_kept);
    tcase_add_test(cases, shades_rise_with_f_under_arrows);
    tcase_add_test(cases, what_is_undefined_is_not_shaded);
    tcase_add_test(cases, shades_need_a_known_background);
    tcase_add_test(cases, the_legend_tells_what_shades_mean);
    tcase_add_test(cases, no_relief_draws_nothing);
}

SUITE_MAIN("contour and background in a frame", add_cases)
