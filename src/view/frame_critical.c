/* The critical points of a frame. */
#include <math.h>

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
        double dot[AXES];
        projection_point(&area, point->at, dot);
        double column = floor((dot[0] + 0.5) / DOTS_ACROSS);
        double row = floor((dot[1] + 0.5) / DOTS_DOWN);
        if (!(column >= 0 && row >= 0 && column < area.columns && row < area.rows))
            continue;
        struct cell cell = frame_critical_cell(&frame->style, point->kind);
        canvas_put(canvas, frame->layout.field_row + (int)row, frame->layout.gutter + (int)column,
                   cell.character, cell.pen);
        contents->critical[point->kind] = true;
    }
}
