/* The arrows and marks of a frame. */
#include <math.h>

#include "view/frame_parts.h"

/*
 * The octant that a sample's arrow points to. A unit of axis a is unit[a] long on screen; with
 * mantissas and exponents apart no product or quotient can overflow or underflow.
 */
static int arrow_octant(const struct viewport *viewport, const double gradient[AXES], bool ascent)
{
    double sign = ascent ? 1 : -1;
    double mantissas[AXES];
    int exponents[AXES];
    for (int axis = 0; axis < AXES; axis++) {
        double cell = axis == 0 ? viewport->shape.sample_ratio : 1;
        int part[3];
        mantissas[axis] = sign * frexp(gradient[axis], &part[0]) * frexp(cell, &part[1]) /
                          frexp(viewport->step[axis], &part[2]);
        exponents[axis] = part[0] + part[1] - part[2];
    }
    int most = exponents[0] > exponents[1] ? exponents[0] : exponents[1];
    if (mantissas[0] == 0 || mantissas[1] == 0)
        return octant_of(mantissas[0], mantissas[1]);
    return octant_of(ldexp(mantissas[0], exponents[0] - most),
                     ldexp(mantissas[1], exponents[1] - most));
}

/* What stands for a sample that has no arrow; false when it has one. */
static bool find_mark(const struct sample *sample, enum mark *mark)
{
    if (sample->verdict == VERDICT_ok) {
        *mark = MARK_ZERO;
        return sample->gradient[0] == 0 && sample->gradient[1] == 0;
    }
    *mark = sample->verdict == VERDICT_dead ? MARK_DEAD : MARK_UNDEFINED;
    return true;
}

/* The cell of a sample; notes its mark, or its magnitude. */
static struct cell sample_cell(const struct frame *frame, const struct sample *sample,
                               struct contents *contents)
{
    const struct style *style = &frame->style;
    enum glyph_set glyphs = frame_glyphs(style);
    enum mark mark;
    if (find_mark(sample, &mark)) {
        contents->marks[mark] = true;
        return (struct cell){
            .character = glyph_mark(glyphs, mark),
            .pen = mark == MARK_ZERO ? PEN_PLAIN : palette_mark(&style->color),
        };
    }
    double magnitude = hypot(sample->gradient[0], sample->gradient[1]);
    contents->least = fmin(contents->least, magnitude);
    contents->most = fmax(contents->most, magnitude);
    int octant = arrow_octant(frame->viewport, sample->gradient, style->ascent);
    return (struct cell){
        .character = glyph_arrow(glyphs, octant),
        .pen = palette_level(&style->color, scale_level(&frame->scale, magnitude)),
    };
}

static void draw_row(struct canvas *canvas, const struct frame *frame, int up,
                     struct contents *contents)
{
    const struct layout *layout = &frame->layout;
    int row = layout->field_row + layout->samples_up - 1 - up;
    for (int across = 0; across < layout->samples_across; across++) {
        struct sample sample = field_sample(frame->field, (size_t)across, (size_t)up);
        struct cell cell = sample_cell(frame, &sample, contents);
        int column = layout->gutter + across * layout->spacing;
        canvas_put(canvas, row, column, cell.character, cell.pen);
        bool last = across == layout->samples_across - 1;
        for (int blank = 1; !last && blank < layout->spacing; blank++)
            if (canvas_cell(canvas, row, column + blank).character == ' ')
                canvas_put(canvas, row, column + blank, ' ', cell.pen);
    }
}

void frame_paint_arrows(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    for (int up = 0; up < frame->layout.samples_up; up++)
        draw_row(canvas, frame, up, contents);
}
