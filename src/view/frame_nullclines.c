/* The lines of a frame along which a derivative is zero. */
#include "view/contour.h"
#include "view/frame_parts.h"

enum { SOLID = 0x2812, DOTTED = 0x2802 }; /* pieces of a line across a cell, in braille */

/* In ASCII lines have characters that no arrow and no mark has. */
static const char letters[AXES] = { '@', '%' };

/* What it takes to draw the line of an axis. Nothing is owned. */
struct drawing {
    const struct frame *frame;
    struct projection area;
    int axis;
    struct pen pen;
    bool seen;
};

struct cell frame_nullcline_cell(const struct style *style, int axis)
{
    static const uint32_t pieces[AXES] = { SOLID, DOTTED };
    return (struct cell){ .character = style->ascii ? (uint32_t)letters[axis] : pieces[axis],
                          .pen = palette_nullcline(&style->color, axis) };
}

const char *frame_nullcline_meaning(const struct style *style, int axis, enum nullcline seen)
{
    static const char *const words[2][2][AXES] = { /* by ASCII, then everywhere */
        { { "∂f/∂x0 = 0", "∂f/∂x1 = 0" }, { "∂f/∂x0 = 0 everywhere", "∂f/∂x1 = 0 everywhere" } },
        { { "df/dx0 = 0", "df/dx1 = 0" }, { "df/dx0 = 0 everywhere", "df/dx1 = 0 everywhere" } },
    };
    return words[style->ascii][seen == NULLCLINE_EVERYWHERE][axis];
}

static bool is_inside(const struct dots *dots, const double dot[AXES])
{
    return dot[0] >= 0 && dot[1] >= 0 && dot[0] < dots_width(dots) && dot[1] < dots_height(dots);
}

/* The second line is dotted where the first is whole, so that they are told without colours. */
static void draw_segment(void *context, const double from[AXES], const double to[AXES])
{
    struct drawing *drawing = context;
    struct dots *dots = drawing->frame->dots;
    const struct relief *slope = drawing->frame->slopes[drawing->axis];
    double a[AXES];
    double b[AXES];
    frame_node_dot(&drawing->area, slope, from, a);
    frame_node_dot(&drawing->area, slope, to, b);
    drawing->seen = drawing->seen || is_inside(dots, a) || is_inside(dots, b);
    if (drawing->axis == 0 || drawing->frame->style.ascii)
        dots_line(dots, a[0], a[1], b[0], b[1], drawing->pen);
    else
        dots_line_dotted(dots, a[0], a[1], b[0], b[1], drawing->pen);
}

/* Put the lines in the raster over what stands there, but for the labels of contours. */
static void put(struct canvas *canvas, const struct drawing *drawing)
{
    const struct frame *frame = drawing->frame;
    const struct layout *layout = &frame->layout;
    bool ascii = frame->style.ascii;
    bool labelled = !ascii && layer_is_in(frame->style.layers, LAYER_contour);
    for (int row = 0; row < drawing->area.rows; row++)
        for (int column = 0; column < drawing->area.columns; column++) {
            struct cell line = dots_cell(frame->dots, row, column);
            int canvas_row = layout->field_row + row;
            int canvas_column = layout->gutter + column;
            if (line.character == 0 ||
                (labelled && dots_leave(canvas, canvas_row, canvas_column)))
                continue;
            canvas_put(canvas, canvas_row, canvas_column,
                       ascii ? (uint32_t)letters[drawing->axis] : line.character, line.pen);
        }
}

/* Set the dots of the line of an axis, and tell what is seen of it. */
static enum nullcline trace(struct drawing *drawing, int axis)
{
    const struct relief *slope = drawing->frame->slopes[axis];
    drawing->axis = axis;
    drawing->pen = palette_nullcline(&drawing->frame->style.color, axis);
    drawing->seen = false;
    contour_trace(slope, 0, draw_segment, drawing);
    if (drawing->seen)
        return NULLCLINE_LINE;
    return relief_is_zero(slope) ? NULLCLINE_EVERYWHERE : NULLCLINE_UNSEEN;
}

void frame_paint_nullclines(struct canvas *canvas, const struct frame *frame,
                            struct contents *contents)
{
    struct drawing drawing = { .frame = frame,
                               .area = projection_make(frame->viewport, &frame->layout) };
    if (frame->slopes[0] == NULL || frame->slopes[1] == NULL)
        return;
    dots_clear(frame->dots);
    for (int axis = 0; axis < AXES; axis++) {
        contents->nullclines[axis] = trace(&drawing, axis);
        put(canvas, &drawing);
        if (frame->style.ascii)
            dots_clear(frame->dots);
    }
}
