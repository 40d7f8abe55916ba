/* The ways of walks over the layers of a frame. */
#include <math.h>

#include "view/frame_parts.h"
#include "view/projection.h"
#include "view/trail.h"

/* A step is marked that leads so far, in dots: over two cells across, or over one up or down. */
enum { STEP_ACROSS = 3 * DOTS_ACROSS, STEP_DOWN = 2 * DOTS_DOWN };

/* A trail being drawn. */
struct painter {
    struct canvas *canvas;
    const struct frame *frame;
    const struct trail *trail;
    struct projection area;
    struct pen pen;
    struct contents *contents; /* that its marks are noted in */
};

uint32_t frame_trail_character(const struct style *style, enum trail_mark mark)
{
    /* Marks that no layer has, and a few of the dots. */
    static const uint32_t characters[TRAIL_MARK_COUNT] = {
        [TRAIL_MARK_START] = 'O',   [TRAIL_MARK_ARRIVED] = '*', [TRAIL_MARK_ENDED] = '!',
        [TRAIL_MARK_STANDS] = '@',  [TRAIL_MARK_STEP] = 'o',    [TRAIL_MARK_WAY] = 0x2812,
    };
    return mark == TRAIL_MARK_WAY && style->ascii ? ':' : characters[mark];
}

/* Note for the legend that a mark is shown. */
static void note_mark(const struct painter *painter, enum trail_mark mark)
{
    painter->contents->trail_marks[mark] = true;
    painter->contents->trail_pens[mark] = painter->pen;
}

/* Set the dots from one place to another. */
static void set_segment(const struct painter *painter, const double from[AXES],
                        const double to[AXES])
{
    double a[AXES];
    double b[AXES];
    if (projection_find_point(&painter->area, from, a) &&
        projection_find_point(&painter->area, to, b))
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
            if (character == 0)
                continue;
            canvas_put(painter->canvas, layout->field_row + row, layout->gutter + column,
                       character, painter->pen);
            note_mark(painter, TRAIL_MARK_WAY);
        }
}

/* Set the dots of the way, and no others. */
static void set_way(const struct painter *painter)
{
    const struct trail *trail = painter->trail;
    dots_clear(painter->frame->dots);
    for (size_t i = 1; i < trail->count; i++)
        set_segment(painter, trail->places[i - 1], trail->places[i]);
    set_segment(painter, trail->places[trail->count - 1], trail->last);
}

void frame_set_way(const struct frame *frame, const struct projection *area,
                   const struct trail *trail, struct pen pen)
{
    struct painter painter = { .frame = frame, .trail = trail, .area = *area, .pen = pen };
    set_way(&painter);
}

/* Put a mark into the cell of a place, if that is shown. */
static void put_mark(const struct painter *painter, const double place[AXES],
                     enum trail_mark mark)
{
    const struct layout *layout = &painter->frame->layout;
    int row;
    int column;
    if (!projection_cell(&painter->area, place, &row, &column))
        return;
    canvas_put(painter->canvas, layout->field_row + row, layout->gutter + column,
               frame_trail_character(&painter->frame->style, mark), painter->pen);
    note_mark(painter, mark);
}

/* Whether a step is long enough on screen to be seen as one. */
static bool is_long(const struct painter *painter, const double from[AXES], const double to[AXES])
{
    double a[AXES];
    double b[AXES];
    return projection_find_point(&painter->area, from, a) &&
           projection_find_point(&painter->area, to, b) &&
           (fabs(b[0] - a[0]) >= STEP_ACROSS || fabs(b[1] - a[1]) >= STEP_DOWN);
}

/* Mark the long steps, but where the last one led to. */
static void draw_steps(const struct painter *painter)
{
    const struct trail *trail = painter->trail;
    for (size_t i = 1; i + 1 < trail->count && trail->stride == 1; i++)
        if (is_long(painter, trail->places[i - 1], trail->places[i]))
            put_mark(painter, trail->places[i], TRAIL_MARK_STEP);
}

/* Whether both places are shown, in the same cell. */
static bool share_cell(const struct painter *painter, const double a[AXES], const double b[AXES])
{
    int row;
    int column;
    int other_row;
    int other_column;
    return projection_cell(&painter->area, a, &row, &column) &&
           projection_cell(&painter->area, b, &other_row, &other_column) && row == other_row &&
           column == other_column;
}

/* Draw the way, and mark its ends: where both are in one cell, the start until it has ended. */
static void draw_trail(const struct painter *painter)
{
    static const enum trail_mark marks[] = { [TRAIL_GOES_ON] = TRAIL_MARK_STANDS,
                                             [TRAIL_ARRIVED] = TRAIL_MARK_ARRIVED,
                                             [TRAIL_ENDED] = TRAIL_MARK_ENDED };
    const struct trail *trail = painter->trail;
    if (trail->count == 0)
        return;
    const double *start = trail->places[0];
    const double *end = trail_last_seen(trail, &painter->area);
    bool together = share_cell(painter, start, end);
    set_way(painter);
    put_dots(painter);
    if (!together || trail->end == TRAIL_GOES_ON)
        put_mark(painter, start, TRAIL_MARK_START);
    draw_steps(painter);
    if (!together || trail->end != TRAIL_GOES_ON)
        put_mark(painter, end, marks[trail->end]);
}

void frame_draw_trails(struct canvas *canvas, const struct frame *frame,
                       struct contents *contents)
{
    struct painter painter = { .canvas = canvas,
                               .frame = frame,
                               .contents = contents,
                               .area = projection_make(frame->viewport, &frame->layout) };
    if (dots_resize(frame->dots, painter.area.rows, painter.area.columns) != STATUS_OK)
        return;
    for (size_t i = 0; i < frame->trail_count; i++) {
        painter.trail = &frame->trails[i];
        painter.pen = palette_trail(&frame->style.color, (int)i);
        draw_trail(&painter);
    }
}
