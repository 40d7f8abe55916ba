/* The axes of a frame: lines, ticks, labels, names, and where the probe is. */
#include "view/frame_parts.h"

enum {
    TICKS_APART_ACROSS = 10, /* columns */
    TICKS_APART_UP = 3,      /* rows */
    NAME_WIDTH = 2,          /* of "x0" and "x1" */
    BASE_COLUMN = NAME_WIDTH + 1, /* where a base stands after its name */
    LABEL_COLUMNS = 6             /* that are kept free for labels beside two bases */
};

static const char x0_name[] = "x0";
static const char x1_name[] = "x1";

/* Columns of the gutter that labels can take: all but the axis. */
static int label_room(const struct layout *layout)
{
    return layout->gutter - 1;
}

/* Columns of an axis's name and base, and the gap beside them; 0 without a base. */
static int base_columns(const struct frame *frame, const struct axis_ticks *axis)
{
    return axis->base[0] == '\0'
               ? 0 : BASE_COLUMN + frame_text_width(&frame->style, axis->base) + FRAME_GAP;
}

static void place_vertical(const struct frame *frame, struct axis_ticks *placed)
{
    const struct layout *layout = &frame->layout;
    struct tick_axis axis = {
        .low = viewport_place(frame->viewport, 1, 0),
        .step = frame->viewport->step[1],
        .cells = layout->samples_up,
        .apart = TICKS_APART_UP,
        .label_room = label_room(layout),
        .label_gap = -1,
        .ascii = frame->style.ascii,
        .base_room = layout->columns / 2 - BASE_COLUMN,
    };
    placed->count = ticks_place_from(&axis, placed->ticks, placed->base);
}

static void place_horizontal(const struct frame *frame, const struct axis_ticks *vertical,
                             struct axis_ticks *placed)
{
    const struct layout *layout = &frame->layout;
    int cells = layout_field_columns(layout);
    int taken = base_columns(frame, vertical);
    struct tick_axis axis = {
        .low = viewport_place(frame->viewport, 0, 0),
        .step = frame->viewport->step[0] / layout->spacing,
        .cells = cells,
        .apart = TICKS_APART_ACROSS,
        .label_room = cells,
        .label_gap = FRAME_GAP,
        .ascii = frame->style.ascii,
        .base_room = layout->columns - BASE_COLUMN - LABEL_COLUMNS - taken,
        .base_cell = BASE_COLUMN - layout->gutter,
        .label_limit = layout->columns - layout->gutter - taken,
    };
    placed->count = ticks_place_from(&axis, placed->ticks, placed->base);
}

void frame_place_ticks(const struct frame *frame, struct axis_ticks axes[AXES])
{
    place_vertical(frame, &axes[1]);
    place_horizontal(frame, &axes[1], &axes[0]);
}

/* Write each tick's label and sign on the vertical axis; returns the first row free for a name. */
static int draw_vertical_ticks(struct canvas *canvas, const struct frame *frame,
                               const struct tick *ticks, size_t count)
{
    const struct layout *layout = &frame->layout;
    int name_row = layout->field_row;
    for (size_t i = count; i-- > 0;) {
        int row = frame_row_of(layout, ticks[i].cell);
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

static void draw_vertical(struct canvas *canvas, const struct frame *frame,
                          const struct axis_ticks *axis)
{
    const struct layout *layout = &frame->layout;
    const struct viewport *viewport = frame->viewport;
    const struct symbols *symbols = frame_symbols(&frame->style);
    for (int up = 0; up < layout->samples_up; up++)
        canvas_put(canvas, frame_row_of(layout, up), layout->gutter - 1, symbols->vertical,
                   PEN_PLAIN);
    int name_row = draw_vertical_ticks(canvas, frame, axis->ticks, axis->count);
    frame_text(canvas, &frame->style, name_row, 0, label_room(layout), x1_name);
    canvas_put(canvas, frame_row_of(layout, viewport->probe_cell[1]), layout->gutter - 1,
               symbols->vertical_probe, PEN_PLAIN);
}

/* Draw the line below the field, which small layouts do not have. */
static void draw_axis_row(struct canvas *canvas, const struct frame *frame,
                          const struct axis_ticks *axis)
{
    const struct layout *layout = &frame->layout;
    const struct symbols *symbols = frame_symbols(&frame->style);
    int row = layout->axis_row;
    int cells = layout_field_columns(layout);
    canvas_put(canvas, row, layout->gutter - 1, symbols->corner, PEN_PLAIN);
    for (int cell = 0; cell < cells; cell++)
        canvas_put(canvas, row, layout->gutter + cell, symbols->horizontal, PEN_PLAIN);
    for (size_t i = 0; i < axis->count; i++)
        canvas_put(canvas, row, layout->gutter + axis->ticks[i].cell, symbols->horizontal_tick,
                   PEN_PLAIN);
    canvas_put(canvas, row, layout->gutter + frame->viewport->probe_cell[0] * layout->spacing,
               symbols->horizontal_probe, PEN_PLAIN);
}

/* Write an axis's name and, after it, the base of its labels. */
static void draw_base(struct canvas *canvas, const struct frame *frame, int column,
                      const char *name, const struct axis_ticks *axis)
{
    const struct layout *layout = &frame->layout;
    frame_text(canvas, &frame->style, layout->ticks_row, column, layout->columns, name);
    frame_text(canvas, &frame->style, layout->ticks_row, column + BASE_COLUMN, layout->columns,
               axis->base);
}

static void draw_horizontal(struct canvas *canvas, const struct frame *frame,
                            const struct axis_ticks *axis)
{
    const struct layout *layout = &frame->layout;
    if (layout->axis_row != LAYOUT_NO_ROW)
        draw_axis_row(canvas, frame, axis);
    for (size_t i = 0; i < axis->count; i++)
        frame_text(canvas, &frame->style, layout->ticks_row,
                   layout->gutter + axis->ticks[i].label_cell, layout->columns,
                   axis->ticks[i].label);
    int column = axis->base[0] == '\0' ? label_room(layout) - NAME_WIDTH : 0;
    draw_base(canvas, frame, column, x0_name, axis);
}

void frame_draw_axes(struct canvas *canvas, const struct frame *frame)
{
    struct axis_ticks axes[AXES];
    frame_place_ticks(frame, axes);
    draw_vertical(canvas, frame, &axes[1]);
    draw_horizontal(canvas, frame, &axes[0]);
    int taken = base_columns(frame, &axes[1]) - FRAME_GAP;
    if (taken > 0)
        draw_base(canvas, frame, frame->layout.columns - taken, x1_name, &axes[1]);
}
