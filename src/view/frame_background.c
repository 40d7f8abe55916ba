/* Greys behind the field of a frame, and what they mean. */
#include <math.h>

#include "view/frame_parts.h"

/* The node nearest to the middle of a cell that lies so many columns right of the first sample. */
static int node_column(const struct frame *frame, int column)
{
    int density = relief_node_density(frame->relief, 0);
    int spacing = frame->layout.spacing;
    return RELIEF_MARGIN * density + (2 * column * density + spacing) / (2 * spacing);
}

static void shade_row(struct canvas *canvas, const struct frame *frame, int up,
                      const int16_t shades[SHADES_MOST], int count)
{
    const struct layout *layout = &frame->layout;
    int columns = layout_field_columns(layout);
    int node_row = (RELIEF_MARGIN + up) * relief_node_density(frame->relief, 1);
    int row = frame_row_of(layout, up);
    for (int column = 0; column < columns; column++) {
        double value = relief_value(frame->relief, node_column(frame, column), node_row);
        if (isfinite(value))
            canvas_shade(canvas, row, layout->gutter + column,
                         shades[spread_shade(&frame->spread, count, value)]);
    }
}

void frame_paint_background(struct canvas *canvas, const struct frame *frame,
                            struct contents *contents)
{
    int16_t shades[SHADES_MOST];
    int count = palette_shades(&frame->style.color, shades);
    (void)contents;
    if (count == 0 || frame->relief == NULL || !frame->spread.known)
        return;
    for (int up = 0; up < frame->layout.samples_up; up++)
        shade_row(canvas, frame, up, shades, count);
}

/* The first column of a row from which on it is blank. */
static int blank_from(const struct canvas *canvas, int row)
{
    int column = canvas_columns(canvas);
    while (column > 0 && canvas_cell(canvas, row, column - 1).character == ' ')
        column--;
    return column;
}

void frame_draw_shading_key(struct canvas *canvas, const struct frame *frame)
{
    static const char low[] = "f low ";
    static const char high[] = " high";
    const struct layout *layout = &frame->layout;
    const struct style *style = &frame->style;
    int16_t shades[SHADES_MOST];
    int count = palette_shades(&style->color, shades);
    int row = layout->legend_row;
    if (!layer_is_in(style->layers, LAYER_background) ||
        !layer_is_in(style->layers, LAYER_legend) || row == layout->title_row)
        return;
    const char *advice = frame_shading_advice(&style->color);
    int width = advice != NULL ? frame_text_width(style, advice)
                               : frame_text_width(style, low) + count +
                                     frame_text_width(style, high);
    int used = blank_from(canvas, row);
    int column = used == 0 ? 0 : used + FRAME_GAP;
    if (width > layout->columns - column)
        return;
    if (advice != NULL) {
        frame_text(canvas, style, row, column, layout->columns, advice);
        return;
    }
    column = frame_text(canvas, style, row, column, layout->columns, low);
    for (int i = 0; i < count; i++)
        canvas_shade(canvas, row, column++, shades[i]);
    frame_text(canvas, style, row, column, layout->columns, high);
}

const char *frame_shading_advice(const struct color_mode *mode)
{
    int16_t shades[SHADES_MOST];
    if (palette_shades(mode, shades) > 0)
        return NULL;
    return mode->depth != DEPTH_256 ? "background needs 256 colours"
                                    : "background needs :background dark or light (--background)";
}
