/* The critical points of a frame. */
#include "view/critical_letter.h"
#include "view/frame_parts.h"
#include "view/projection.h"

struct cell frame_critical_cell(const struct style *style, enum critical_kind kind)
{
    struct pen pen = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_BOLD | ATTRIBUTE_REVERSE };
    if (style->color.depth == DEPTH_PLAIN)
        pen = PEN_PLAIN;
    return (struct cell){ .character = (uint32_t)critical_letter(kind), .pen = pen };
}

void frame_paint_critical(struct canvas *canvas, const struct frame *frame,
                          struct contents *contents)
{
    struct projection area = projection_make(frame->viewport, &frame->layout);
    if (frame->critical == NULL)
        return;
    for (size_t i = 0; i < frame->critical->count; i++) {
        const struct critical_point *point = &frame->critical->points[i];
        int row;
        int column;
        if (!projection_cell(&area, point->at, &row, &column))
            continue;
        struct cell cell = frame_critical_cell(&frame->style, point->kind);
        canvas_put(canvas, frame->layout.field_row + row, frame->layout.gutter + column,
                   cell.character, cell.pen);
        contents->critical[point->kind] = true;
    }
}
