/* The ways of walks over the layers of a frame. */
#include <math.h>

#include "view/frame_parts.h"
#include "view/projection.h"
#include "view/trail.h"

/* Marks that no layer has, in ASCII. */
enum { MARK_START = 'O', MARK_STEP = 'o', MARK_ARRIVED = '*', MARK_ENDED = '!' };

/* A step is marked that leads so far, in dots: over two cells across, or over one up or down. */
enum { STEP_ACROSS = 3 * DOTS_ACROSS, STEP_DOWN = 2 * DOTS_DOWN };

/* A trail being drawn. */
struct painter {
    struct canvas *canvas;
    const struct frame *frame;
    const struct trail *trail;
    struct projection area;
    struct pen pen;
};

static bool is_finite(const double pair[AXES])
{
    return isfinite(pair[0]) && isfinite(pair[1]);
}

/* Where a place is drawn, in dots; false where that is no point. */
static bool find_point(const struct painter *painter, const double place[AXES],
                       double point[AXES])
{
    if (!is_finite(place))
        return false;
    projection_point(&painter->area, place, point);
    return is_finite(point);
}

/* Set the dots from one place to another. */
static void set_segment(const struct painter *painter, const double from[AXES],
                        const double to[AXES])
{
    double a[AXES];
    double b[AXES];
    if (find_point(painter, from, a) && find_point(painter, to, b))
        dots_line(painter->frame->dots, a[0], a[1], b[0], b[1], painter->pen);
}

/* Put the dots of a way into the canvas, whatever stands there. */
static void put_dots(const struct painter *painter)
{
    const struct layout *layout = &painter->frame->layout;
    for (int row = 0; row < painter->area.rows; row++)
        for (int column = 0; column < painter->area.columns; column++) {
            uint32_t character = dots_character(painter->frame->dots, row, column,
                                                painter->frame->style.ascii);
            if (character != 0)
                canvas_put(painter->canvas, layout->field_row + row, layout->gutter + column,
                           character, painter->pen);
        }
}

static void draw_way(const struct painter *painter)
{
    const struct trail *trail = painter->trail;
    dots_clear(painter->frame->dots);
    for (size_t i = 1; i < trail->count; i++)
        set_segment(painter, trail->places[i - 1], trail->places[i]);
    set_segment(painter, trail->places[trail->count - 1], trail->last);
    put_dots(painter);
}

/* Put a mark into the cell of a place, if that is shown. */
static void put_mark(const struct painter *painter, const double place[AXES], uint32_t mark)
{
    const struct layout *layout = &painter->frame->layout;
    double point[AXES];
    if (!find_point(painter, place, point))
        return;
    double column = floor((point[0] + 0.5) / DOTS_ACROSS);
    double row = floor((point[1] + 0.5) / DOTS_DOWN);
    if (column >= 0 && column < painter->area.columns && row >= 0 && row < painter->area.rows)
        canvas_put(painter->canvas, layout->field_row + (int)row, layout->gutter + (int)column,
                   mark, painter->pen);
}

/* Whether a step is long enough on screen to be seen as one. */
static bool is_long(const struct painter *painter, const double from[AXES], const double to[AXES])
{
    double a[AXES];
    double b[AXES];
    return find_point(painter, from, a) && find_point(painter, to, b) &&
           (fabs(b[0] - a[0]) >= STEP_ACROSS || fabs(b[1] - a[1]) >= STEP_DOWN);
}

static void draw_steps(const struct painter *painter)
{
    const struct trail *trail = painter->trail;
    for (size_t i = 1; i < trail->count && trail->stride == 1; i++)
        if (is_long(painter, trail->places[i - 1], trail->places[i]))
            put_mark(painter, trail->places[i], MARK_STEP);
}

/* Mark where the walk ended, or where it was last seen. */
static void draw_end(const struct painter *painter)
{
    const struct trail *trail = painter->trail;
    const double *last = trail->last;
    if (trail->end == TRAIL_GOES_ON)
        return;
    for (size_t i = trail->count; i > 0 && !is_finite(last); i--)
        last = trail->places[i - 1];
    put_mark(painter, last, trail->end == TRAIL_ARRIVED ? MARK_ARRIVED : MARK_ENDED);
}

static void draw_trail(const struct painter *painter)
{
    if (painter->trail->count == 0)
        return;
    draw_way(painter);
    put_mark(painter, painter->trail->places[0], MARK_START);
    draw_steps(painter);
    draw_end(painter);
}

void frame_draw_trails(struct canvas *canvas, const struct frame *frame)
{
    struct painter painter = { .canvas = canvas,
                               .frame = frame,
                               .area = projection_make(frame->viewport, &frame->layout) };
    if (dots_resize(frame->dots, painter.area.rows, painter.area.columns) != STATUS_OK)
        return;
    for (size_t i = 0; i < frame->trail_count; i++) {
        painter.trail = &frame->trails[i];
        painter.pen = palette_trail(&frame->style.color, (int)i);
        draw_trail(&painter);
    }
}
