/* The arrows and marks of a frame. */
#include "view/aliasing.h"
#include "view/frame_parts.h"
#include "view/mark.h"

struct cell frame_mark_cell(const struct style *style, enum mark mark)
{
    return (struct cell){
        .character = glyph_mark(frame_glyphs(style), mark),
        .pen = mark == MARK_ZERO ? PEN_PLAIN : palette_mark(&style->color),
    };
}

bool frame_trusts(const struct frame *frame)
{
    return layer_is_in(frame->style.layers, LAYER_trust);
}

struct pen frame_arrow_pen(const struct frame *frame, const struct sample *sample,
                           struct contents *contents)
{
    if (!mark_dims(sample, frame_trusts(frame)))
        return frame_sample_pen(frame, sample);
    contents->dim = true;
    return palette_dim(&frame->style.color);
}

static struct surrounded surround(const struct frame *frame)
{
    return (struct surrounded){ .field = frame->field,
                                .rims = { frame->rims[0], frame->rims[1] } };
}

/* An arrow, or a mark, and what is written beside it; 0 for nothing. */
struct drawn {
    struct cell cell;
    uint32_t tag;
};

/* The cell of a sample; notes its mark, or the number that its colour shows. */
static struct drawn draw_sample(const struct frame *frame, int across, int up,
                               struct contents *contents)
{
    const struct style *style = &frame->style;
    struct sample found = field_sample(frame->field, (size_t)across, (size_t)up);
    const struct sample *sample = &found;
    enum glyph_set glyphs = frame_glyphs(style);
    struct surrounded surrounded = surround(frame);
    enum mark mark;
    if (mark_find_among(&surrounded, (size_t)across, (size_t)up, frame_trusts(frame), &mark)) {
        frame_note_mark(frame, sample, mark, contents);
        return (struct drawn){ .cell = frame_mark_cell(style, mark) };
    }
    frame_note_sample(frame, sample, contents);
    return (struct drawn){
        .cell = { .character = glyph_arrow(glyphs, frame_octant(frame, sample->gradient)),
                  .pen = frame_arrow_pen(frame, sample, contents) },
        .tag = frame_tag(frame, sample),
    };
}

bool frame_has_arrow(const struct frame *frame, int across, int up)
{
    const int64_t *first = frame->viewport->first;
    int spacing = frame->layout.spacing;
    int stride = (ARROWS_APART + spacing - 1) / spacing;
    if (!layer_is_in(frame->style.layers, LAYER_contour) || stride == 1)
        return true;
    return (first[0] + across) % stride == 0 && (first[1] + up) % 2 == 0;
}

/* Draw a cell, and give the blanks to its right its pen, which saves bytes. */
static void put_sample(struct canvas *canvas, int row, int column, struct cell cell, int blanks)
{
    canvas_put(canvas, row, column, cell.character, cell.pen);
    for (int blank = 1; blank <= blanks; blank++)
        if (canvas_cell(canvas, row, column + blank).character == ' ')
            canvas_put(canvas, row, column + blank, ' ', cell.pen);
}

static void draw_row(struct canvas *canvas, const struct frame *frame, int up,
                     struct contents *contents)
{
    const struct layout *layout = &frame->layout;
    int row = frame_row_of(layout, up);
    for (int across = 0; across < layout->samples_across; across++) {
        if (!frame_has_arrow(frame, across, up))
            continue;
        struct drawn drawn = draw_sample(frame, across, up, contents);
        int column = layout->gutter + across * layout->spacing;
        bool last = across == layout->samples_across - 1;
        put_sample(canvas, row, column, drawn.cell, last ? 0 : layout->spacing - 1);
        if (drawn.tag != 0 && layout->spacing > 1 && column + 1 < layout->columns)
            canvas_put(canvas, row, column + 1, drawn.tag, PEN_PLAIN);
    }
}

void frame_paint_arrows(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    int rows = frame->unfinished.area ? frame->unfinished.rows : frame->layout.samples_up;
    for (int up = 0; up < rows; up++)
        draw_row(canvas, frame, up, contents);
}

void frame_paint_trust(struct canvas *canvas, const struct frame *frame,
                       struct contents *contents)
{
    /* The layers with arrows have drawn what there is to see: this one tells of it in words. */
    (void)canvas;
    size_t all = field_columns(frame->field) * field_rows(frame->field);
    struct surrounded surrounded = surround(frame);
    if (layers_show_trust(frame->style.layers) && all > 0)
        contents->aliased = (double)aliasing_count(&surrounded) / (double)all;
}
