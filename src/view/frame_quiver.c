/* The quiver of a frame: arrows whose length tells the magnitude, and what the legend says of it. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "view/decade.h"
#include "view/frame_parts.h"
#include "view/mark.h"
#include "view/minus.h"
#include "view/projection.h"
#include "view/quiver.h"

enum { KEY_DIGITS = 2, KEY_SIZE = NUMBER_SIZE + MINUS_GROWTH + 32 };

static const uint32_t short_arrow = 0x2802; /* the braille pattern of one dot */

/* The lattice's samples that have an arrow, so that a pan moves the arrows that are there. */
struct thinning {
    int every[AXES];
};

static struct thinning thinning_of(const struct layout *layout)
{
    int across = (QUIVER_COLUMNS + layout->spacing / 2) / layout->spacing;
    return (struct thinning){ .every = { across > 0 ? across : 1, QUIVER_ROWS } };
}

static bool is_kept(const struct frame *frame, const struct thinning *thinning, int across, int up)
{
    const int64_t *first = frame->viewport->first;
    return (first[0] + across) % thinning->every[0] == 0 &&
           (first[1] + up) % thinning->every[1] == 0;
}

/*
 * The arrow of a sample, magnitude and reference positive. A length counts in heights of dots on
 * screen, where dots need not be square.
 */
static struct quiver_arrow arrow_of(const struct frame *frame, const struct sample *sample,
                                    double magnitude)
{
    struct projection projection = projection_make(frame->viewport, &frame->layout);
    double sign = frame->style.ascent ? 1 : -1;
    double vector[AXES] = { sign * sample->gradient[0], sign * sample->gradient[1] };
    double tail[AXES];
    double direction[AXES];
    projection_point(&projection, sample->place, tail);
    projection_direction(&projection, vector, direction);
    double dots = hypot(direction[0], direction[1]);
    double heights = hypot(direction[0] * frame_dot_aspect(frame), direction[1]);
    return quiver_arrow_make(tail, direction, quiver_length(magnitude, frame->quiver_reference)
                                                  * dots / heights);
}

static void draw_arrow(const struct frame *frame, const struct quiver_arrow *arrow, struct pen pen)
{
    struct dots *dots = frame->dots;
    if (arrow->too_short) {
        dots_set(dots, (int)floor(arrow->tail[0]), (int)floor(arrow->tail[1]), pen);
        return;
    }
    dots_line(dots, arrow->tail[0], arrow->tail[1], arrow->tip[0], arrow->tip[1], pen);
    int x = (int)nearbyint(arrow->tip[0]);
    int y = (int)nearbyint(arrow->tip[1]);
    dots_set(dots, x, y, pen);
    for (int i = 0; i < arrow->head_count && !frame->style.ascii; i++)
        dots_set(dots, x + arrow->head[i][0], y + arrow->head[i][1], pen);
}

/* In ASCII no head can be seen: the letter of the arrow stands at the tip. */
static void draw_letter(struct canvas *canvas, const struct frame *frame,
                        const struct sample *sample, const struct quiver_arrow *arrow,
                        struct pen pen)
{
    const struct projection projection = projection_make(frame->viewport, &frame->layout);
    int column = (int)floor(nearbyint(arrow->tip[0]) / DOTS_ACROSS);
    int row = (int)floor(nearbyint(arrow->tip[1]) / DOTS_DOWN);
    bool inside = column >= 0 && row >= 0 && column < projection.columns && row < projection.rows;
    if (inside && !arrow->too_short)
        canvas_put(canvas, frame->layout.field_row + row, frame->layout.gutter + column,
                   glyph_arrow(frame_glyphs(&frame->style),
                               frame_octant(frame, sample->gradient)), pen);
}

/* Something to be done with each sample that has an arrow of a level. */
typedef void visitor(struct canvas *canvas, const struct frame *frame,
                     const struct sample *sample, const struct quiver_arrow *arrow,
                     struct pen pen);

static void visit_level(struct canvas *canvas, const struct frame *frame, int level,
                        struct contents *contents, visitor *visit)
{
    struct thinning thinning = thinning_of(&frame->layout);
    for (int up = 0; up < frame->layout.samples_up; up++) {
        for (int across = 0; across < frame->layout.samples_across; across++) {
            if (!is_kept(frame, &thinning, across, up))
                continue;
            struct sample sample = field_sample(frame->field, (size_t)across, (size_t)up);
            double magnitude = hypot(sample.gradient[0], sample.gradient[1]);
            enum mark mark;
            if (mark_find(&sample, frame_trusts(frame), &mark) ||
                scale_level(&frame->scale, magnitude) != level)
                continue;
            struct quiver_arrow arrow = arrow_of(frame, &sample, magnitude);
            frame_note_sample(frame, &sample, contents);
            contents->too_short |= arrow.too_short;
            visit(canvas, frame, &sample, &arrow, frame_arrow_pen(frame, &sample, contents));
        }
    }
}

static void visit_dots(struct canvas *canvas, const struct frame *frame,
                       const struct sample *sample, const struct quiver_arrow *arrow,
                       struct pen pen)
{
    (void)canvas;
    (void)sample;
    draw_arrow(frame, arrow, pen);
}

static void draw_marks(struct canvas *canvas, const struct frame *frame, struct contents *contents)
{
    const struct layout *layout = &frame->layout;
    struct thinning thinning = thinning_of(layout);
    for (int up = 0; up < layout->samples_up; up++) {
        for (int across = 0; across < layout->samples_across; across++) {
            struct sample sample = field_sample(frame->field, (size_t)across, (size_t)up);
            enum mark mark;
            if (!is_kept(frame, &thinning, across, up) ||
                !mark_find(&sample, frame_trusts(frame), &mark))
                continue;
            int row = frame_row_of(layout, up);
            int column = layout->gutter + across * layout->spacing;
            if (!frame->style.ascii && dots_leave(canvas, row, column))
                continue;
            struct cell cell = frame_mark_cell(&frame->style, mark);
            frame_note_mark(frame, &sample, mark, contents);
            canvas_put(canvas, row, column, cell.character, cell.pen);
        }
    }
}

void frame_paint_quiver(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    const struct layout *layout = &frame->layout;
    bool ascii = frame->style.ascii;
    dots_clear(frame->dots);
    /* The long ones first, so that they hide none of the others. */
    for (int level = LEVELS - 1; level >= 0 && frame->quiver_reference > 0; level--)
        visit_level(canvas, frame, level, contents, visit_dots);
    dots_draw(frame->dots, canvas, layout->field_row, layout->gutter, ascii);
    for (int level = LEVELS - 1; level >= 0 && frame->quiver_reference > 0 && ascii; level--)
        visit_level(canvas, frame, level, contents, draw_letter);
    draw_marks(canvas, frame, contents);
}

/* What the legend says beside its arrow. */
static void write_key(const struct frame *frame, char label[KEY_SIZE])
{
    char number[NUMBER_SIZE];
    char minused[NUMBER_SIZE + MINUS_GROWTH];
    number_short(round_number_below(frame->quiver_reference), KEY_DIGITS, number);
    minus_copy(number, frame->style.ascii, minused, sizeof minused);
    snprintf(label, KEY_SIZE, " %s = %s", frame_symbols(&frame->style)->magnitude, minused);
}

/* The reference arrow, to the right from the legend's first dots. */
static struct quiver_arrow key_arrow(const struct frame *frame)
{
    double length = quiver_length(round_number_below(frame->quiver_reference),
                                  frame->quiver_reference);
    return quiver_arrow_make((double[]){ 0, 1 }, (double[]){ 1, 0 }, length / frame_dot_aspect(frame));
}

static int key_columns(const struct frame *frame)
{
    return (int)ceil((key_arrow(frame).tip[0] + 1) / DOTS_ACROSS);
}

static const char *short_label(const struct contents *contents)
{
    return contents->too_short ? " too short" : "";
}

int frame_quiver_key_width(const struct frame *frame, const struct contents *contents)
{
    char label[KEY_SIZE];
    if (!layer_is_in(frame->style.layers, LAYER_quiver) || !(frame->quiver_reference > 0))
        return 0;
    write_key(frame, label);
    int width = FRAME_GAP + key_columns(frame) + frame_text_width(&frame->style, label);
    if (contents->too_short)
        width += FRAME_GAP + 1 + frame_text_width(&frame->style, short_label(contents));
    return width;
}

void frame_draw_quiver_key(struct canvas *canvas, const struct frame *frame,
                           const struct contents *contents, int column)
{
    const struct style *style = &frame->style;
    char label[KEY_SIZE];
    double key = round_number_below(frame->quiver_reference);
    int row = frame->layout.legend_row;
    int limit = frame->layout.columns;
    const struct sample stands_for = { .gradient = { key, 0 } };
    struct pen pen = frame_quantity(frame) == QUANTITY_magnitude
                         ? frame_sample_pen(frame, &stands_for) : PEN_PLAIN;
    struct quiver_arrow arrow = key_arrow(frame);
    column += FRAME_GAP;
    dots_clear(frame->dots);
    draw_arrow(frame, &arrow, pen);
    dots_draw_row(frame->dots, 0, canvas, row, column, style->ascii);
    column += key_columns(frame);
    if (style->ascii && !arrow.too_short)
        canvas_put(canvas, row, column - 1, glyph_arrow(frame_glyphs(style), 0), pen);
    write_key(frame, label);
    column = frame_text(canvas, style, row, column, limit, label);
    if (!contents->too_short)
        return;
    canvas_put(canvas, row, column + FRAME_GAP, style->ascii ? '\'' : short_arrow, PEN_PLAIN);
    frame_text(canvas, style, row, column + FRAME_GAP + 1, limit, short_label(contents));
}
