/* The marks that a legend explains. */
#include "view/frame_legend_parts.h"
#include "view/palette_kind.h"

static void add_mark(struct legend_marks *marks, const struct style *style, enum mark mark)
{
    marks->explained[marks->count++] = (struct explained){
        .cell = frame_mark_cell(style, mark), .meaning = mark_meaning(mark)
    };
}

/* Where nothing is dim on screen nothing is said of it. */
static void add_dim(struct legend_marks *marks, const struct style *style)
{
    struct pen pen = palette_dim(&style->color);
    if (pen.foreground == PEN_PLAIN.foreground && pen.attributes == PEN_PLAIN.attributes)
        return;
    marks->explained[marks->count++] = (struct explained){
        .cell = { .character = glyph_arrow(frame_glyphs(style), 0), .pen = pen },
        .meaning = "unsure"
    };
}

static void add_nullclines(struct legend_marks *marks, const struct style *style,
                           const enum nullcline seen[AXES])
{
    for (int axis = 0; axis < AXES; axis++)
        if (seen[axis] != NULLCLINE_UNSEEN)
            marks->explained[marks->count++] = (struct explained){
                .cell = frame_nullcline_cell(style, axis),
                .meaning = frame_nullcline_meaning(style, axis, seen[axis])
            };
}

static void add_trail_marks(struct legend_marks *marks, const struct style *style,
                            const struct contents *contents)
{
    static const char *const meanings[TRAIL_MARK_COUNT] = {
        [TRAIL_MARK_START] = "start",  [TRAIL_MARK_ARRIVED] = "converged",
        [TRAIL_MARK_ENDED] = "ended",  [TRAIL_MARK_STANDS] = "so far",
        [TRAIL_MARK_STEP] = "step",    [TRAIL_MARK_WAY] = "walk",
    };
    for (int mark = 0; mark < TRAIL_MARK_COUNT; mark++)
        if (contents->trail_marks[mark])
            marks->explained[marks->count++] = (struct explained){
                .cell = { .character =
                              frame_trail_character(style, (enum trail_mark)mark),
                          .pen = contents->trail_pens[mark] },
                .meaning = meanings[mark]
            };
}

/* Arrows that have no number of what colours show, where that has a name. */
static void add_none(struct legend_marks *marks, const struct frame *frame)
{
    const struct style *style = &frame->style;
    const char *meaning = frame_missing_words(frame);
    bool plain = palette_categories(&style->color) > 0 || frame->unmapped;
    if (meaning == NULL)
        return;
    marks->explained[marks->count++] = (struct explained){
        .cell = { plain ? glyph_arrow(frame_glyphs(style), 0) : (uint32_t)'-', PEN_PLAIN },
        .meaning = meaning
    };
}

struct legend_marks frame_legend_marks(const struct frame *frame, const struct contents *contents)
{
    const struct style *style = &frame->style;
    struct legend_marks marks = { .count = 0 };
    if (contents->none)
        add_none(&marks, frame);
    for (int mark = 0; mark < MARK_COUNT; mark++)
        if (contents->marks[mark] && mark != MARK_ZERO)
            add_mark(&marks, style, (enum mark)mark);
    if (contents->dim)
        add_dim(&marks, style);
    for (int kind = 0; kind < CRITICAL_KIND_COUNT; kind++)
        if (contents->critical[kind])
            marks.explained[marks.count++] = (struct explained){
                .cell = frame_critical_cell(style, (enum critical_kind)kind),
                .meaning = critical_kind_words((enum critical_kind)kind)
            };
    add_nullclines(&marks, style, contents->nullclines);
    marks.warnings = marks.count;
    if (contents->marks[MARK_ZERO])
        add_mark(&marks, style, MARK_ZERO);
    add_trail_marks(&marks, style, contents);
    return marks;
}
