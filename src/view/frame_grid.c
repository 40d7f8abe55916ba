/* The grid of a frame: lines at the ticks of its axes. */
#include "view/frame_parts.h"

/* Of the colours of 256: fainter than anything that is data. */
enum { GREY_ON_DARK = 238, GREY_ON_LIGHT = 251 };

/* What lines are made of. */
struct lines {
    uint32_t across;
    uint32_t up;
    uint32_t crossing;
};

/*
 * Ticks, then zeros: dots and dashes, since a whole line between two arrows would look like the
 * shaft of one.
 */
static const struct lines unicode_lines[] = {
    { U'\u00b7', U'\u00b7', U'\u253c' },
    { U'\u2508', U'\u250a', U'\u253c' },
};
static const struct lines ascii_lines[] = { { ':', ':', '+' }, { '-', '|', '+' } };

static const struct lines *lines_of(const struct style *style, bool zero)
{
    return zero ? &(style->ascii ? ascii_lines : unicode_lines)[1]
                : &(style->ascii ? ascii_lines : unicode_lines)[0];
}

static struct pen line_pen(const struct style *style, bool zero)
{
    struct pen pen = palette_mark(&style->color);
    if (style->color.depth == DEPTH_NONE && style->color.has_dim && !zero)
        pen.attributes = ATTRIBUTE_DIM;
    if (style->color.depth != DEPTH_256 || zero)
        return pen;
    if (style->color.background == BACKGROUND_dark)
        pen.foreground = GREY_ON_DARK;
    if (style->color.background == BACKGROUND_light)
        pen.foreground = GREY_ON_LIGHT;
    return pen;
}

/* What is there of data and shading stays. */
static void put(struct canvas *canvas, int row, int column, uint32_t character, struct pen pen)
{
    struct cell below = canvas_cell(canvas, row, column);
    if (below.character != ' ')
        return;
    pen.background = below.pen.background;
    canvas_put(canvas, row, column, character, pen);
}

static void draw_crossings(struct canvas *canvas, const struct frame *frame,
                           const struct axis_ticks axes[AXES], const struct tick *up, bool zeros)
{
    const struct layout *layout = &frame->layout;
    for (size_t i = 0; i < axes[0].count; i++) {
        bool zero = axes[0].ticks[i].value == 0 || up->value == 0;
        if (zero == zeros)
            put(canvas, frame_row_of(layout, up->cell), layout->gutter + axes[0].ticks[i].cell,
                lines_of(&frame->style, zero)->crossing, line_pen(&frame->style, zero));
    }
}

static void draw_across(struct canvas *canvas, const struct frame *frame, const struct tick *tick)
{
    const struct layout *layout = &frame->layout;
    bool zero = tick->value == 0;
    int columns = layout_field_columns(layout);
    /* Dots as far apart across as up; odd columns are those between two arrows. */
    for (int column = zero ? 0 : 1; column < columns; column += zero ? 1 : 2)
        put(canvas, frame_row_of(layout, tick->cell), layout->gutter + column,
            lines_of(&frame->style, zero)->across, line_pen(&frame->style, zero));
}

static void draw_up(struct canvas *canvas, const struct frame *frame, const struct tick *tick)
{
    const struct layout *layout = &frame->layout;
    bool zero = tick->value == 0;
    for (int up = 0; up < layout->samples_up; up++)
        put(canvas, frame_row_of(layout, up), layout->gutter + tick->cell,
            lines_of(&frame->style, zero)->up, line_pen(&frame->style, zero));
}

/* Draw the lines of zeros or those of the other ticks. */
static void draw_lines(struct canvas *canvas, const struct frame *frame,
                       const struct axis_ticks axes[AXES], bool zeros)
{
    for (size_t i = 0; i < axes[1].count; i++)
        draw_crossings(canvas, frame, axes, &axes[1].ticks[i], zeros);
    for (size_t i = 0; i < axes[1].count; i++)
        if ((axes[1].ticks[i].value == 0) == zeros)
            draw_across(canvas, frame, &axes[1].ticks[i]);
    for (size_t i = 0; i < axes[0].count; i++)
        if ((axes[0].ticks[i].value == 0) == zeros)
            draw_up(canvas, frame, &axes[0].ticks[i]);
}

void frame_paint_grid(struct canvas *canvas, const struct frame *frame,
                      struct contents *contents)
{
    struct axis_ticks axes[AXES];
    (void)contents;
    frame_place_ticks(frame, axes);
    draw_lines(canvas, frame, axes, true);
    draw_lines(canvas, frame, axes, false);
}
