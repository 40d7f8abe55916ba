/* The streamlines of a frame. */
#include <math.h>

#include "view/frame_parts.h"
#include "view/stream.h"

/* The dot that a point lies in; false where that is not in the field's area. */
static bool dot_in_area(const struct layout *layout, const struct stream_point *point, int dot[AXES])
{
    int width = layout_field_columns(layout) * DOTS_ACROSS;
    int height = layout->samples_up * DOTS_DOWN;
    dot[0] = (int)floor(point->dot[0] + 0.5);
    dot[1] = (int)floor(point->dot[1] + 0.5);
    return dot[0] >= 0 && dot[1] >= 0 && dot[0] < width && dot[1] < height;
}

static int clamp(double value, int most)
{
    return value < 0 ? 0 : value > most ? most : (int)value;
}

/*
 * What the colour of a point is to show. A line knows magnitudes alone; for other quantities the
 * nearest sample of the field tells.
 */
static struct sample known_at(const struct frame *frame, const struct stream_point *point)
{
    const struct layout *layout = &frame->layout;
    if (frame_quantity(frame) == QUANTITY_magnitude)
        return (struct sample){ .gradient = { point->magnitude, 0 } };
    double across = round(point->dot[0] / (DOTS_ACROSS * layout->spacing));
    double down = floor(point->dot[1] / DOTS_DOWN + 0.5 / DOTS_DOWN);
    return field_sample(frame->field, (size_t)clamp(across, layout->samples_across - 1),
                        (size_t)clamp(layout->samples_up - 1 - down, layout->samples_up - 1));
}

/* Set the dots of a line, and note its magnitudes. */
static void set_dots(const struct frame *frame, const struct stream_line *line,
                     struct contents *contents)
{
    int before[AXES] = { -1, -1 };
    for (size_t i = 0; i < line->count; i++) {
        int dot[AXES];
        if (!dot_in_area(&frame->layout, &line->points[i], dot) ||
            (dot[0] == before[0] && dot[1] == before[1]))
            continue;
        struct sample known = known_at(frame, &line->points[i]);
        dots_set(frame->dots, dot[0], dot[1], frame_sample_pen(frame, &known));
        frame_note_sample(frame, &known, contents);
        before[0] = dot[0];
        before[1] = dot[1];
    }
}

/* The octant that a line has at a point, downhill or, for ascent, uphill. */
static int octant_at(const struct frame *frame, const struct stream_line *line, size_t at)
{
    const double *from = line->points[at > 0 ? at - 1 : at].dot;
    const double *to = line->points[at + 1 < line->count ? at + 1 : at].dot;
    double sign = frame->style.ascent ? -1 : 1;
    return octant_of(sign * (to[0] - from[0]) * frame_dot_aspect(frame), sign * (from[1] - to[1]));
}

/* Put arrows instead of some of a line's cells. */
static void put_marks(struct canvas *canvas, const struct frame *frame,
                      const struct stream_line *line)
{
    const struct layout *layout = &frame->layout;
    for (size_t at = line->mark; at < line->count; at += STREAM_MARK_STEPS) {
        int dot[AXES];
        if (!dot_in_area(layout, &line->points[at], dot))
            continue;
        int row = layout->field_row + dot[1] / DOTS_DOWN;
        int column = layout->gutter + dot[0] / DOTS_ACROSS;
        if (!frame->style.ascii && dots_leave(canvas, row, column))
            continue;
        struct sample known = known_at(frame, &line->points[at]);
        struct pen pen = frame_sample_pen(frame, &known);
        pen.attributes = (uint8_t)((pen.attributes & ~ATTRIBUTE_DIM) | ATTRIBUTE_BOLD);
        canvas_put(canvas, row, column,
                   glyph_arrow(frame_glyphs(&frame->style), octant_at(frame, line, at)), pen);
    }
}

void frame_paint_stream(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    if (frame->streams == NULL)
        return;
    dots_clear(frame->dots);
    for (size_t i = 0; i < streams_count(frame->streams); i++)
        set_dots(frame, streams_line(frame->streams, i), contents);
    dots_draw(frame->dots, canvas, frame->layout.field_row, frame->layout.gutter,
              frame->style.ascii);
    for (size_t i = 0; i < streams_count(frame->streams); i++)
        put_marks(canvas, frame, streams_line(frame->streams, i));
}
