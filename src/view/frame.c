/* The whole frame drawn into a canvas. */
#include "view/frame.h"

#include <math.h>
#include <stdio.h>

#include "view/aliasing.h"
#include "view/frame_parts.h"
#include "view/projection.h"

/* The size that is needed and, where there is a row more, what can be pressed. */
static void draw_too_small(struct canvas *canvas, const struct frame *frame)
{
    char words[64];
    int columns = canvas_columns(canvas);
    int last = canvas_rows(canvas) - 1;
    snprintf(words, sizeof words, "needs %dx%d", LAYOUT_COLUMNS_LEAST, LAYOUT_ROWS_LEAST);
    if (frame->style.ascii)
        canvas_text_ascii(canvas, 0, 0, columns, words, PEN_PLAIN);
    else
        canvas_text(canvas, 0, 0, columns, words, PEN_PLAIN);
    if (last > 0)
        frame_text(canvas, &frame->style, last, 0, columns, frame->words.hint);
}

static void draw_message(struct canvas *canvas, const struct frame *frame,
                         const struct contents *contents)
{
    char words[ALIASING_WORDS];
    const char *message = frame->words.message;
    if (message[0] == '\0' && aliasing_describe(contents->aliased, ": zoom in (+)", words))
        message = words;
    frame_draw_message(canvas, frame, message);
}

static void draw_hint(struct canvas *canvas, const struct frame *frame)
{
    const struct layout *layout = &frame->layout;
    frame_text(canvas, &frame->style, layout->hint_row, 0, layout->columns, frame->words.hint);
}

static void set_cursor(struct canvas *canvas, const struct frame *frame)
{
    const struct layout *layout = &frame->layout;
    const int *cell = frame->viewport->probe_cell;
    canvas_set_cursor(canvas, (struct canvas_cursor){
        .row = frame_row_of(layout, cell[1]),
        .column = layout->gutter + cell[0] * layout->spacing,
        .visible = true,
    });
}

static frame_painter *const painters[LAYER_COUNT] = {
#define LAYER(name, shown, meaning) frame_paint_##name,
#include "view/layers.def"
#undef LAYER
};

static struct contents paint_layers(struct canvas *canvas, const struct frame *frame)
{
    struct projection area = projection_make(frame->viewport, &frame->layout);
    struct contents contents = { .least = HUGE_VAL,
                                 .most = -HUGE_VAL,
                                 .marked = { HUGE_VAL, -HUGE_VAL, false } };
    /* Of the field's area, so that no line runs over the axes; there is room, as frame.h asks. */
    if (dots_resize(frame->dots, area.rows, area.columns) != STATUS_OK)
        return contents;
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        /* Over all that stands between the axes; the legend tells of them too. */
        if (layer == LAYER_legend)
            frame_draw_trails(canvas, frame, &contents);
        if (layer_is_in(frame->style.layers, (enum layer)layer))
            painters[layer](canvas, frame, &contents);
    }
    return contents;
}

/* Take the colours from all that stands above the message. */
static void fade(struct canvas *canvas, const struct frame *frame)
{
    struct pen dim = palette_dim(&frame->style.color);
    for (int row = 0; row < frame->layout.message_row; row++)
        for (int column = 0; column < frame->layout.columns; column++) {
            struct cell cell = canvas_cell(canvas, row, column);
            struct pen pen = { dim.foreground, cell.pen.background, dim.attributes };
            canvas_put(canvas, row, column, cell.character, pen);
        }
}

/* The frame with what belongs to a whole field held back, if it is not computed yet. */
static struct frame hold_back(const struct frame *frame)
{
    struct frame held = *frame;
    if (!frame->unfinished.area)
        return held;
    held.style.layers &= 1u << LAYER_arrows | 1u << LAYER_grid;
    held.style.faded = true;
    return held;
}

void frame_draw(struct canvas *canvas, const struct frame *whole)
{
    struct frame held = hold_back(whole);
    const struct frame *frame = &held;
    canvas_clear(canvas);
    canvas_set_cursor(canvas, (struct canvas_cursor){ .visible = false });
    if (frame->layout.too_small) {
        draw_too_small(canvas, frame);
        return;
    }
    struct contents contents = paint_layers(canvas, frame);
    frame_draw_race(canvas, frame);
    frame_draw_axes(canvas, frame);
    frame_draw_title(canvas, frame, &contents);
    frame_draw_shading_key(canvas, frame);
    frame_draw_status(canvas, frame);
    if (frame->style.faded)
        fade(canvas, frame);
    draw_message(canvas, frame, &contents);
    draw_hint(canvas, frame);
    set_cursor(canvas, frame);
}
