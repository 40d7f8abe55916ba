/* The legend of a frame: what colours and marks mean, in numbers. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "view/basin_entries.h"
#include "view/edge_text.h"
#include "view/frame_legend_parts.h"
#include "view/minus.h"
#include "view/palette_kind.h"

enum {
    LABEL_SIZE = 2 * BASIN_LABEL_SIZE, /* bytes of two numbers and some words */
    RANGE_DIGITS = 3 /* significant digits of a number that is not round */
};

/* A swatch and what it means: numbers from here up to the next entry's. */
struct entry {
    uint32_t swatch;
    struct pen pen;
    char label[LABEL_SIZE];
};

struct legend {
    const struct style *style;
    const char *name;             /* of what colours show */
    struct color_scale scale;
    int digits;                   /* significant digits that tell edges apart */
    struct entry entries[LEVELS]; /* from weak to strong */
    int entry_count;
    struct legend_marks marks;
};

/* How much of a legend is shown. */
struct extent {
    int marks;
    int stride; /* 1 shows every edge, counted from the strongest, 2 every second, ... */
    bool below; /* whether the weakest entry, which has an upper end alone, is shown */
};

static struct entry *add_entry(struct legend *legend, int level)
{
    struct entry *entry = &legend->entries[legend->entry_count++];
    enum color_kind kind = quantity_color_kind(legend->scale.quantity);
    entry->swatch = frame_swatch(legend->style);
    entry->pen = palette_pen(&legend->style->color, kind, level, legend->scale.levels);
    entry->label[0] = '\0';
    return entry;
}

/* Label an entry with a sign before a number. */
static void label_entry(const struct legend *legend, struct entry *entry, const char *sign,
                        double edge)
{
    char number[NUMBER_SIZE];
    char minused[NUMBER_SIZE + MINUS_GROWTH];
    edge_write(edge, legend->digits, number);
    minus_copy(number, legend->style->ascii, minused, sizeof minused);
    snprintf(entry->label, sizeof entry->label, "%s%s", sign, minused);
}

/* Add an entry for the numbers from `lower` up to `upper`; infinities are no bounds. */
static void add_between(struct legend *legend, int level, double lower, double upper)
{
    struct entry *entry = add_entry(legend, level);
    bool open_below = !(lower > -HUGE_VAL);
    bool open_above = !(upper < HUGE_VAL);
    if (open_below && open_above)
        label_entry(legend, entry, ">", 0);
    else if (open_below)
        label_entry(legend, entry, "<", upper);
    else if (open_above)
        label_entry(legend, entry, frame_symbols(legend->style)->at_least, lower);
    else
        label_entry(legend, entry, "", lower);
}

/*
 * Add an entry for levels first to last, away from zero: the numbers from the edge nearest to 0.
 * Where what is negative looks like what is near 0 they share the numbers below an edge.
 */
static void add_away(struct legend *legend, int first, int last)
{
    const struct color_scale *scale = &legend->scale;
    const struct symbols *symbols = frame_symbols(legend->style);
    int middle = scale->levels / 2;
    struct entry *entry = add_entry(legend, first);
    if (first == 0 && last >= middle && last < scale->levels - 1)
        label_entry(legend, entry, "<", scale->edges[last + 1]);
    else if (first <= middle && last >= middle)
        label_entry(legend, entry, "", 0);
    else if (last < middle)
        label_entry(legend, entry, first == 0 ? symbols->at_most : "", scale->edges[last + 1]);
    else
        label_entry(legend, entry, last == scale->levels - 1 ? symbols->at_least : "",
                    scale->edges[first]);
}

/* Whether every place has this number, those with marks too. */
static bool all_have(const struct contents *contents, const char *expected)
{
    char least[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    bool unmarked = contents->marked.least > contents->marked.most;
    number_short(contents->marked.least, RANGE_DIGITS, least);
    number_short(contents->marked.most, RANGE_DIGITS, most);
    return !contents->none && !contents->marked.none &&
           (unmarked || (strcmp(least, expected) == 0 && strcmp(most, expected) == 0));
}

/*
 * Where levels look alike: the one entry tells from where to where the numbers go, or which one it
 * is that all places have, or all that have one.
 */
static void add_range(struct legend *legend, const struct contents *contents)
{
    char least[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    char least_minused[NUMBER_SIZE + MINUS_GROWTH];
    char most_minused[NUMBER_SIZE + MINUS_GROWTH];
    bool ascii = legend->style->ascii;
    number_short(contents->least, RANGE_DIGITS, least);
    number_short(contents->most, RANGE_DIGITS, most);
    minus_copy(least, ascii, least_minused, sizeof least_minused);
    minus_copy(most, ascii, most_minused, sizeof most_minused);
    struct entry *entry = add_entry(legend, 0);
    if (strcmp(least, most) != 0)
        snprintf(entry->label, sizeof entry->label, " %s to %s", least_minused, most_minused);
    else
        snprintf(entry->label, sizeof entry->label, " %s%s", least_minused,
                 all_have(contents, least) ? " everywhere" : "");
}

/* The level after `level` and those that are drawn like it. */
static int next_level(const struct legend *legend, int level)
{
    enum color_kind kind = quantity_color_kind(legend->scale.quantity);
    int next = level + 1;
    while (next < legend->scale.levels &&
           palette_pens_same(&legend->style->color, kind, next, legend->scale.levels))
        next++;
    return next;
}

/* Sequential colours; magnitudes begin at 0. */
static void add_levels(struct legend *legend)
{
    const struct color_scale *scale = &legend->scale;
    double least = scale->quantity == QUANTITY_magnitude ? 0 : -HUGE_VAL;
    for (int level = 0, next; level < scale->levels; level = next) {
        next = next_level(legend, level);
        double lower = level == 0 ? least : scale->edges[level];
        double upper = next == scale->levels ? HUGE_VAL : scale->edges[next];
        /* Where doubles end several edges are the same, 0 or infinity: nothing lies between. */
        if (lower < upper)
            add_between(legend, level, lower > least ? lower : -HUGE_VAL, upper);
    }
}

static void add_arms(struct legend *legend)
{
    for (int level = 0, next; level < legend->scale.levels; level = next) {
        next = next_level(legend, level);
        add_away(legend, level, next - 1);
    }
}

/* Arrows are entries of their own; where all look alike they say it themselves. */
static void add_octants(struct legend *legend)
{
    enum glyph_set glyphs = frame_glyphs(legend->style);
    if (next_level(legend, 0) == legend->scale.levels)
        return;
    for (int octant = 0; octant < legend->scale.levels; octant++)
        add_entry(legend, octant)->swatch = glyph_arrow(glyphs, octant);
}

static void add_categories(struct legend *legend, const struct frame *frame,
                           const struct contents *contents, bool places)
{
    struct basin_entry basins[LEVELS];
    const struct basin_sight sight = { .mode = &legend->style->color,
                                       .ascii = legend->style->ascii,
                                       .points = frame->critical,
                                       .numbers = frame->basin_numbers,
                                       .least = contents->least,
                                       .most = contents->most };
    int count = basin_entries_make(&sight, places, basins);
    for (int i = 0; i < count; i++) {
        struct entry *entry = add_entry(legend, basins[i].number);
        if (palette_categories(&legend->style->color) == 0)
            entry->swatch = frame_tag_of(basins[i].number);
        snprintf(entry->label, sizeof entry->label, "%s%s", basins[i].label, basins[i].rest);
    }
}

static void add_entries(struct legend *legend, const struct frame *frame,
                        const struct contents *contents, bool places)
{
    enum color_kind kind = quantity_color_kind(legend->scale.quantity);
    /* Where nothing has a number, no colour is on screen that could be explained. */
    if (contents->least > contents->most)
        return;
    if (kind == COLORS_CYCLIC)
        add_octants(legend);
    else if (kind == COLORS_CATEGORICAL)
        add_categories(legend, frame, contents, places);
    else if (legend->style->color.depth == DEPTH_PLAIN || legend->scale.levels == 1)
        add_range(legend, contents);
    else if (kind == COLORS_DIVERGING)
        add_arms(legend);
    else
        add_levels(legend);
}

/* Whether anything is shown that has a quantity's colour. */
static bool has_colors(const struct style *style)
{
    return layers_have_arrows(style->layers) || layer_is_in(style->layers, LAYER_stream);
}

static struct legend make_legend(const struct frame *frame, const struct contents *contents,
                                 bool places)
{
    struct legend legend = { .style = &frame->style, .scale = frame_colors(frame) };
    legend.name = quantity_symbol(legend.scale.quantity, frame->style.ascii);
    legend.digits = edge_digits(&legend.scale);
    if (has_colors(&frame->style))
        add_entries(&legend, frame, contents, places);
    else
        legend.name = "";
    legend.marks = frame_legend_marks(frame, contents);
    return legend;
}

static bool entry_is_shown(const struct legend *legend, const struct extent *extent, int index)
{
    if (index == 0 && legend->entry_count > 1)
        return extent->below;
    return (legend->entry_count - 1 - index) % extent->stride == 0;
}

/* Whether the weakest entries are left out, so that the first that is shown is not the least. */
static bool is_cut_below(const struct legend *legend, const struct extent *extent)
{
    return legend->entry_count > 1 && !extent->below;
}

static int legend_width(const struct legend *legend, const struct extent *extent)
{
    const struct style *style = legend->style;
    int width = frame_text_width(style, legend->name);
    if (is_cut_below(legend, extent))
        width += 1 + frame_text_width(style, frame_symbols(style)->cut);
    for (int i = 0; i < legend->entry_count; i++)
        if (entry_is_shown(legend, extent, i))
            width += 2 + frame_text_width(style, legend->entries[i].label);
    for (int i = 0; i < extent->marks; i++)
        width += FRAME_GAP + 2 + frame_text_width(style, legend->marks.explained[i].meaning);
    return width;
}

/* Whether the legend may do without its weakest entry: not where that is as strong as the last. */
static bool may_drop_below(const struct legend *legend)
{
    return quantity_color_kind(legend->scale.quantity) != COLORS_DIVERGING;
}

/* Find the most that fits into `room` columns; false when not even one entry does. */
static bool fit_legend(const struct legend *legend, int room, struct extent *extent)
{
    *extent = (struct extent){ .marks = legend->marks.count, .stride = 1, .below = true };
    for (; extent->marks > legend->marks.warnings; extent->marks--)
        if (legend_width(legend, extent) <= room)
            return true;
    for (extent->marks = legend->marks.warnings; extent->marks >= 0; extent->marks--) {
        for (extent->stride = 1; extent->stride <= LEVELS; extent->stride++) {
            extent->below = true;
            if (legend_width(legend, extent) <= room)
                return true;
            extent->below = false;
            if (extent->stride > 1 && may_drop_below(legend) &&
                legend_width(legend, extent) <= room)
                return true;
        }
    }
    return false;
}

static void draw_legend(struct canvas *canvas, const struct frame *frame,
                        const struct legend *legend, const struct extent *extent, int column)
{
    const struct style *style = legend->style;
    int row = frame->layout.legend_row;
    int limit = frame->layout.columns;
    column = frame_text(canvas, style, row, column, limit, legend->name);
    if (is_cut_below(legend, extent))
        column = frame_text(canvas, style, row, column + 1, limit, frame_symbols(style)->cut);
    for (int i = 0; i < legend->entry_count; i++) {
        if (!entry_is_shown(legend, extent, i))
            continue;
        canvas_put(canvas, row, column + 1, legend->entries[i].swatch, legend->entries[i].pen);
        column = frame_text(canvas, style, row, column + 2, limit, legend->entries[i].label);
    }
    for (int i = 0; i < extent->marks; i++) {
        const struct explained *mark = &legend->marks.explained[i];
        canvas_put(canvas, row, column + FRAME_GAP, mark->cell.character, mark->cell.pen);
        column = frame_text(canvas, style, row, column + FRAME_GAP + 2, limit, mark->meaning);
    }
}

int frame_draw_legend(struct canvas *canvas, const struct frame *frame,
                      const struct contents *contents, int room, bool at_right)
{
    struct legend legend = make_legend(frame, contents, true);
    struct extent extent;
    if (quantity_color_kind(legend.scale.quantity) == COLORS_CATEGORICAL &&
        (!fit_legend(&legend, room, &extent) || extent.stride > 1))
        legend = make_legend(frame, contents, false);
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
