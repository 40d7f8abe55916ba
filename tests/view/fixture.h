/* A function of two variables made into a frame, for tests of the view layer. */
#ifndef STEEPEST_TESTS_VIEW_FIXTURE_H
#define STEEPEST_TESTS_VIEW_FIXTURE_H

#include "../suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "base/utf8.h"
#include "view/frame.h"

typedef void evaluate_function(void *, size_t, const double *const *, double *);

/* Define a struct fn's evaluate called `name` for an expression in a = x0 and b = x1. */
#define PLANE_FUNCTION(name, expression)                                                          \
    static void name(void *context, size_t count, const double *const *x, double *values)         \
    {                                                                                             \
        (void)context;                                                                            \
        for (size_t i = 0; i < count; i++) {                                                      \
            double a = x[0][i];                                                                   \
            double b = x[1][i];                                                                   \
            (void)a;                                                                              \
            (void)b;                                                                              \
            values[i] = (expression);                                                             \
        }                                                                                         \
    }

/* Everything a frame needs; made by picture_open, ended by picture_close. */
struct picture {
    struct fn fn;
    struct differentiator *differentiator;
    struct viewport viewport;
    struct field *field;
    struct field *probe_field;
    struct canvas *canvas;
    struct dots *dots;
    double *numbers; /* x0 of the columns, x1 of the rows, then scratch */
    struct frame frame;
};

/* Compute the field and the probe's sample for the viewport as it is, and draw. */
static inline void picture_draw(struct picture *picture)
{
    struct viewport *viewport = &picture->viewport;
    size_t columns = (size_t)viewport->shape.samples[0];
    size_t rows = (size_t)viewport->shape.samples[1];
    struct difference difference = difference_default();
    struct plane plane = { .differentiator = picture->differentiator };
    picture->numbers = array_resize(picture->numbers, columns * rows + columns + rows,
                                    sizeof *picture->numbers);
    ck_assert_ptr_nonnull(picture->numbers);
    double *x0 = picture->numbers;
    double *x1 = x0 + columns;
    for (size_t i = 0; i < columns; i++)
        x0[i] = viewport_place(viewport, 0, (int)i);
    for (size_t i = 0; i < rows; i++)
        x1[i] = viewport_place(viewport, 1, (int)i);
    ck_assert_int_eq(field_resize(picture->field, columns, rows), STATUS_OK);
    field_compute(picture->field, &plane, &difference, x0, x1);
    ck_assert_int_eq(field_resize(picture->probe_field, 1, 1), STATUS_OK);
    field_compute(picture->probe_field, &plane, &difference, &viewport->probe[0],
                  &viewport->probe[1]);
    picture->frame.viewport = viewport;
    picture->frame.field = picture->field;
    picture->frame.dots = picture->dots;
    ck_assert_int_eq(dots_resize(picture->dots, canvas_rows(picture->canvas),
                                 canvas_columns(picture->canvas)), STATUS_OK);
    picture->frame.probe = field_sample(picture->probe_field, 0, 0);
    frame_draw(picture->canvas, &picture->frame);
}

/* Choose the colour scale for the field as it is, and draw again. */
static inline void picture_rescale(struct picture *picture)
{
    picture->frame.scale = scale_choose(picture->field, picture->numbers);
    picture_draw(picture);
}

/* Show a window with cells of the aspect `cell_aspect` and every `spacing`-th column sampled. */
static inline void picture_show(struct picture *picture, int rows, int columns, int spacing,
                                const struct window *window, enum aspect aspect,
                                double cell_aspect)
{
    struct layout layout = layout_make(rows, columns, spacing);
    struct viewport_shape shape = {
        .samples = { layout.too_small ? 1 : layout.samples_across,
                     layout.too_small ? 1 : layout.samples_up },
        .sample_ratio = layout.spacing * cell_aspect,
        .aspect = aspect,
    };
    struct failure failure;
    picture->frame.layout = layout;
    ck_assert_int_eq(viewport_show(&picture->viewport, window, &shape, &failure), STATUS_OK);
    ck_assert_int_eq(canvas_resize(picture->canvas, rows, columns), STATUS_OK);
    picture_draw(picture);
    picture_rescale(picture);
}

/* A picture of `evaluate` over the window -2 to 2, in Unicode arrows at 256 colours. */
static inline void picture_open(struct picture *picture, evaluate_function *evaluate, int rows,
                                int columns)
{
    const struct window window = { { -2, -2 }, { 2, 2 } };
    memset(picture, 0, sizeof *picture);
    picture->fn = (struct fn){ .n = AXES, .evaluate = evaluate };
    picture->differentiator = differentiator_new(&picture->fn);
    picture->field = field_new();
    picture->probe_field = field_new();
    picture->canvas = canvas_new(rows, columns);
    picture->dots = dots_new();
    ck_assert(picture->differentiator != NULL && picture->field != NULL &&
              picture->probe_field != NULL && picture->canvas != NULL && picture->dots != NULL);
    picture->frame.style = (struct style){
        .glyphs = GLYPHS_arrows,
        .color = { .depth = DEPTH_256, .background = BACKGROUND_unknown, .has_dim = true },
        .layers = layers_shown_first(),
    };
    picture->frame.scale = (struct scale){ .per_decade = 1, .decades = 1, .top = 0 };
    picture->frame.words = (struct frame_words){
        .function = "sum(x**2)",
        .values = "",
        .settings = "central h=0.0001",
        .message = "",
        .hint = "hjkl probe  HJKL pan  +- zoom  [] h  m scheme  s sign  : command  ? help",
    };
    picture_show(picture, rows, columns, 2, &window, ASPECT_equal, 0.5);
}

static inline void picture_close(struct picture *picture)
{
    differentiator_free(picture->differentiator);
    field_free(picture->field);
    field_free(picture->probe_field);
    canvas_free(picture->canvas);
    dots_free(picture->dots);
    free(picture->numbers);
}

/* A row of a canvas as text, without blanks at its end. Free it with free. */
static inline char *canvas_row_text(const struct canvas *canvas, int row)
{
    int columns = canvas_columns(canvas);
    char *text = malloc((size_t)columns * UTF8_LONGEST + 1);
    ck_assert_ptr_nonnull(text);
    size_t used = 0;
    size_t end = 0;
    for (int column = 0; column < columns; column++) {
        uint32_t character = canvas_cell(canvas, row, column).character;
        used += utf8_encode(character, text + used);
        if (character != ' ')
            end = used;
    }
    text[end] = '\0';
    return text;
}

/* Fail unless the row reads so. */
static inline void assert_row(const struct canvas *canvas, int row, const char *expected)
{
    char *text = canvas_row_text(canvas, row);
    ck_assert_str_eq(text, expected);
    free(text);
}

#endif
