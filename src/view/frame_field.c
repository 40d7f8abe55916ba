/* The arrows and marks of a frame. */
#include "view/frame_parts.h"

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

/* The cell of a sample; notes its mark, or the number that its colour shows. */
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
    frame_note_sample(frame, sample, contents);
    return (struct cell){
        .character = glyph_arrow(glyphs, frame_octant(frame, sample->gradient)),
        .pen = frame_sample_pen(frame, sample),
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
            canvas_put(canvas, row, column + blank, ' ', cell.pen);
    }
}

void frame_paint_arrows(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    for (int up = 0; up < frame->layout.samples_up; up++)
        draw_row(canvas, frame, up, contents);
}
