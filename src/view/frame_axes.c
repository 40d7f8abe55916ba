/* The axes of a frame: lines, ticks, labels, names, and where the probe is. */
#include "view/frame_parts.h"

#include "view/ticks.h"

enum {
    TICKS_APART_ACROSS = 10, /* columns */
    TICKS_APART_UP = 3,      /* rows */
    NAME_WIDTH = 2           /* of "x0" and "x1" */
};

static const char x0_name[] = "x0";
static const char x1_name[] = "x1";

/* Columns of the gutter that labels can take: all but the axis. */
static int label_room(const struct layout *layout)
{
    return layout->gutter - 1;
}

static int field_row_of(const struct layout *layout, int up)
{
    return layout->field_row + layout->samples_up - 1 - up;
}

/* Write each tick's label and sign on the vertical axis; returns the first row free for a name. */
static int draw_vertical_ticks(struct canvas *canvas, const struct frame *frame,
                               const struct tick *ticks, size_t count)
{
    const struct layout *layout = &frame->layout;
    int name_row = layout->field_row;
    for (size_t i = count; i-- > 0;) {
        int row = field_row_of(layout, ticks[i].cell);
        int width = frame_text_width(&frame->style, ticks[i].label);
        int start = label_room(layout) - width;
        frame_text(canvas, &frame->style, row, start, label_room(layout), ticks[i].label);
        canvas_put(canvas, row, layout->gutter - 1, frame_symbols(&frame->style)->vertical_tick,
                   PEN_PLAIN);
        if (row == name_row && width > 0 && start <= NAME_WIDTH)
            name_row++;
    }
    return name_row;
}

static void draw_vertical(struct canvas *canvas, const struct frame *frame)
{
    const struct layout *layout = &frame->layout;
    const struct viewport *viewport = frame->viewport;
    const struct symbols *symbols = frame_symbols(&frame->style);
    struct tick_axis axis = {
        .low = viewport_place(viewport, 1, 0),
        .step = viewport->step[1],
        .cells = layout->samples_up,
        .apart = TICKS_APART_UP,
        .label_room = label_room(layout),
        .label_gap = -1,
        .ascii = frame->style.ascii,
    };
    struct tick ticks[TICKS_MOST];
    size_t count = ticks_place(&axis, ticks);
    for (int up = 0; up < layout->samples_up; up++)
        canvas_put(canvas, field_row_of(layout, up), layout->gutter - 1, symbols->vertical,
                   PEN_PLAIN);
    int name_row = draw_vertical_ticks(canvas, frame, ticks, count);
    frame_text(canvas, &frame->style, name_row, 0, label_room(layout), x1_name);
    canvas_put(canvas, field_row_of(layout, viewport->probe_cell[1]), layout->gutter - 1,
               symbols->vertical_probe, PEN_PLAIN);
}

/* Draw the line below the field, which small layouts do not have. */
static void draw_axis_row(struct canvas *canvas, const struct frame *frame,
                          const struct tick_axis *axis, const struct tick *ticks, size_t count)
{
    const struct layout *layout = &frame->layout;
    const struct symbols *symbols = frame_symbols(&frame->style);
    int row = layout->axis_row;
    canvas_put(canvas, row, layout->gutter - 1, symbols->corner, PEN_PLAIN);
    for (int cell = 0; cell < axis->cells; cell++)
        canvas_put(canvas, row, layout->gutter + cell, symbols->horizontal, PEN_PLAIN);
    for (size_t i = 0; i < count; i++)
        canvas_put(canvas, row, layout->gutter + ticks[i].cell, symbols->horizontal_tick,
                   PEN_PLAIN);
    canvas_put(canvas, row, layout->gutter + frame->viewport->probe_cell[0] * layout->spacing,
               symbols->horizontal_probe, PEN_PLAIN);
}

static void draw_horizontal(struct canvas *canvas, const struct frame *frame)
{
    const struct layout *layout = &frame->layout;
    const struct viewport *viewport = frame->viewport;
    int cells = (layout->samples_across - 1) * layout->spacing + 1;
    struct tick_axis axis = {
        .low = viewport_place(viewport, 0, 0),
        .step = viewport->step[0] / layout->spacing,
        .cells = cells,
        .apart = TICKS_APART_ACROSS,
        .label_room = cells,
        .label_gap = FRAME_GAP,
        .ascii = frame->style.ascii,
    };
    struct tick ticks[TICKS_MOST];
    size_t count = ticks_place(&axis, ticks);
    if (layout->axis_row != LAYOUT_NO_ROW)
        draw_axis_row(canvas, frame, &axis, ticks, count);
    for (size_t i = 0; i < count; i++)
        frame_text(canvas, &frame->style, layout->ticks_row,
                   layout->gutter + ticks[i].label_cell, layout->columns, ticks[i].label);
    int room = label_room(layout);
    frame_text(canvas, &frame->style, layout->ticks_row, room - NAME_WIDTH, room, x0_name);
}

void frame_draw_axes(struct canvas *canvas, const struct frame *frame)
{
    draw_vertical(canvas, frame);
    draw_horizontal(canvas, frame);
}
