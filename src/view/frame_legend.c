/* The legend of a frame: what colours and marks mean, in numbers. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "view/frame_parts.h"
#include "view/minus.h"

enum {
    LABEL_SIZE = 2 * (NUMBER_SIZE + MINUS_GROWTH) + 8, /* bytes of two numbers and a word */
    EDGE_DIGITS = 2,                                   /* significant digits of a round number */
    RANGE_DIGITS = 3                                   /* and of one that is not */
};

/* A swatch and what it means: magnitudes from here up to the next entry's. */
struct entry {
    int level; /* whose pen the swatch has */
    char label[LABEL_SIZE];
};

struct legend {
    const struct style *style;
    struct entry entries[LEVELS]; /* from weak to strong */
    int entry_count;
    enum mark marks[MARK_COUNT]; /* those on screen; MARK_ZERO, which is plain to see, is last */
    int mark_count;
    int warnings; /* marks that are not MARK_ZERO */
};

/* How much of a legend is shown. */
struct extent {
    int marks;
    int stride; /* 1 shows every edge, counted from the strongest, 2 every second, ... */
    bool below; /* whether the weakest entry, which has an upper end alone, is shown */
};

/* Write a round number as `0.7` or `5e3`, whichever is shorter. */
static void write_edge(double edge, char out[NUMBER_SIZE])
{
    char digits[NUMBER_SIZE];
    char scientific[NUMBER_SIZE];
    number_short(edge, EDGE_DIGITS, out);
    snprintf(digits, sizeof digits, "%.*e", EDGE_DIGITS - 1, edge);
    long exponent = strtol(strchr(digits, 'e') + 1, NULL, 10);
    if (digits[2] == '0')
        snprintf(scientific, sizeof scientific, "%ce%ld", digits[0], exponent);
    else
        snprintf(scientific, sizeof scientific, "%.3se%ld", digits, exponent);
    if (strlen(scientific) < strlen(out))
        strcpy(out, scientific);
}

/* Add an entry for the magnitudes from `lower` (0 is no bound) to `upper` (infinity is none). */
static void add_entry(struct legend *legend, int level, double lower, double upper)
{
    struct entry *entry = &legend->entries[legend->entry_count++];
    char number[NUMBER_SIZE] = "0";
    char minused[NUMBER_SIZE + MINUS_GROWTH];
    const char *sign = "";
    if (lower > 0)
        write_edge(lower, number);
    else if (upper < HUGE_VAL)
        write_edge(upper, number);
    if (lower > 0 && !(upper < HUGE_VAL))
        sign = frame_symbols(legend->style)->at_least;
    else if (!(lower > 0))
        sign = upper < HUGE_VAL ? "<" : ">";
    minus_copy(number, legend->style->ascii, minused, sizeof minused);
    entry->level = level;
    snprintf(entry->label, sizeof entry->label, "%s%s", sign, minused);
}

/* Where levels look alike: the one entry tells from where to where the magnitudes go. */
static void add_range(struct legend *legend, const struct contents *contents)
{
    char least[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    char least_minused[NUMBER_SIZE + MINUS_GROWTH];
    char most_minused[NUMBER_SIZE + MINUS_GROWTH];
    if (contents->least > contents->most)
        return;
    bool ascii = legend->style->ascii;
    number_short(contents->least, RANGE_DIGITS, least);
    number_short(contents->most, RANGE_DIGITS, most);
    minus_copy(least, ascii, least_minused, sizeof least_minused);
    minus_copy(most, ascii, most_minused, sizeof most_minused);
    struct entry *entry = &legend->entries[legend->entry_count++];
    entry->level = 0;
    snprintf(entry->label, sizeof entry->label, " %s to %s", least_minused, most_minused);
}

static void add_levels(struct legend *legend, const struct frame *frame)
{
    for (int level = 0, next; level < LEVELS; level = next) {
        next = level + 1;
        while (next < LEVELS && palette_same(&frame->style.color, next))
            next++;
        double lower = level == 0 ? 0 : scale_edge(&frame->scale, level);
        double upper = next == LEVELS ? HUGE_VAL : scale_edge(&frame->scale, next);
        /* Where doubles end several edges are the same, 0 or infinity: nothing lies between. */
        if (lower < upper)
            add_entry(legend, level, lower, upper);
    }
}

static struct legend make_legend(const struct frame *frame, const struct contents *contents)
{
    struct legend legend = { .style = &frame->style };
    if (frame->style.color.depth == DEPTH_PLAIN)
        add_range(&legend, contents);
    else
        add_levels(&legend, frame);
    for (int mark = 0; mark < MARK_COUNT; mark++)
        if (contents->marks[mark] && mark != MARK_ZERO)
            legend.marks[legend.mark_count++] = (enum mark)mark;
    legend.warnings = legend.mark_count;
    if (contents->marks[MARK_ZERO])
        legend.marks[legend.mark_count++] = MARK_ZERO;
    return legend;
}

static bool entry_is_shown(const struct legend *legend, const struct extent *extent, int index)
{
    if (index == 0 && legend->entry_count > 1)
        return extent->below;
    return (legend->entry_count - 1 - index) % extent->stride == 0;
}

static int legend_width(const struct legend *legend, const struct extent *extent)
{
    const struct style *style = legend->style;
    int width = frame_text_width(style, frame_symbols(style)->magnitude);
    for (int i = 0; i < legend->entry_count; i++)
        if (entry_is_shown(legend, extent, i))
            width += 2 + frame_text_width(style, legend->entries[i].label);
    for (int i = 0; i < extent->marks; i++)
        width += FRAME_GAP + 2 + frame_text_width(style, mark_meaning(legend->marks[i]));
    return width;
}

/* Find the most that fits into `room` columns; false when not even one entry does. */
static bool fit_legend(const struct legend *legend, int room, struct extent *extent)
{
    *extent = (struct extent){ .marks = legend->mark_count, .stride = 1, .below = true };
    if (legend_width(legend, extent) <= room)
        return true;
    for (extent->marks = legend->warnings; extent->marks >= 0; extent->marks--) {
        for (extent->stride = 1; extent->stride <= LEVELS; extent->stride++) {
            extent->below = true;
            if (legend_width(legend, extent) <= room)
                return true;
            extent->below = false;
            if (extent->stride > 1 && legend_width(legend, extent) <= room)
                return true;
        }
    }
    return false;
}

static void draw_legend(struct canvas *canvas, const struct frame *frame,
                        const struct legend *legend, const struct extent *extent, int column)
{
    const struct style *style = legend->style;
    enum glyph_set glyphs = frame_glyphs(style);
    int row = frame->layout.legend_row;
    int limit = frame->layout.columns;
    column = frame_text(canvas, style, row, column, limit, frame_symbols(style)->magnitude);
    for (int i = 0; i < legend->entry_count; i++) {
        if (!entry_is_shown(legend, extent, i))
            continue;
        canvas_put(canvas, row, column + 1, frame_swatch(style),
                   palette_level(&style->color, legend->entries[i].level));
        column = frame_text(canvas, style, row, column + 2, limit, legend->entries[i].label);
    }
    for (int i = 0; i < extent->marks; i++) {
        enum mark mark = legend->marks[i];
        canvas_put(canvas, row, column + FRAME_GAP, glyph_mark(glyphs, mark),
                   mark == MARK_ZERO ? PEN_PLAIN : palette_mark(&style->color));
        column = frame_text(canvas, style, row, column + FRAME_GAP + 2, limit, mark_meaning(mark));
    }
}

int frame_draw_legend(struct canvas *canvas, const struct frame *frame,
                      const struct contents *contents, int room, bool at_right)
{
    struct legend legend = make_legend(frame, contents);
    struct extent extent;
    int key = frame_quiver_key_width(frame, contents);
    if (key > 0 && !fit_legend(&legend, room - key, &extent))
        key = 0;
    if (key == 0 && !fit_legend(&legend, room, &extent))
        return 0;
    int width = legend_width(&legend, &extent);
    int column = at_right ? frame->layout.columns - width - key : 0;
    draw_legend(canvas, frame, &legend, &extent, column);
    if (key > 0)
        frame_draw_quiver_key(canvas, frame, contents, column + width);
    return width + key;
}

void frame_paint_legend(struct canvas *canvas, const struct frame *frame,
                        struct contents *contents)
{
    if (frame->layout.legend_row != frame->layout.title_row)
        frame_draw_legend(canvas, frame, contents, frame->layout.columns, false);
}
