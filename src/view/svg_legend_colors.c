/* The part of a figure's legend that tells what colours mean. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "view/basin_entries.h"
#include "view/edge_text.h"
#include "view/svg_legend_parts.h"

enum {
    RANGE_DIGITS = 3, /* significant digits of a number that is not round */
    LABEL_MOST = 21,  /* characters that the legend is wide enough for */
    LABEL_SIZE = 2 * (NUMBER_SIZE + MINUS_GROWTH) + 32
};

static const double arrow_stroke = 1.6;

/* A rose of arrows, each with the colour of its direction. */
static const double rose_inner = 5;
static const double rose_arrow = 19;
static const double diagonal = 0.70710678118654757;

static void append_swatch(struct text *text, const struct svg_pencil *pencil, int color)
{
    char class[SVG_CLASS_SIZE];
    svg_color_class(color, class);
    text_append_format(text, "<rect class=\"%s\"", class);
    svg_number_attribute(text, "x", pencil->left);
    svg_number_attribute(text, "y", pencil->middle - SVG_SWATCH_HEIGHT / 2.0);
    svg_number_attribute(text, "width", SVG_SWATCH_WIDTH);
    svg_number_attribute(text, "height", SVG_SWATCH_HEIGHT);
    text_append(text, "/>\n");
}

static void write_edge(double edge, int digits, char out[NUMBER_SIZE + MINUS_GROWTH])
{
    char number[NUMBER_SIZE];
    edge_write(edge, digits, number);
    minus_copy(number, false, out, NUMBER_SIZE + MINUS_GROWTH);
}

/* Where both ends do not fit only the lower one is told: the upper one is the next entry's. */
static void write_between(const char *from, const char *to, char label[LABEL_SIZE])
{
    snprintf(label, LABEL_SIZE, "%s to %s", from, to);
    if (utf8_count(label, strlen(label)) > LABEL_MOST)
        snprintf(label, LABEL_SIZE, "from %s", from);
}

/* A level's swatch, and from where to where its numbers go; the outermost have but one end. */
static void append_level(struct text *text, const struct svg_picture *picture, int level,
                         struct svg_pencil *pencil)
{
    const struct color_scale *scale = &picture->colors;
    bool diverging = svg_color_kind(picture) == COLORS_DIVERGING;
    double least = scale->quantity == QUANTITY_magnitude ? 0 : -HUGE_VAL;
    double lower = level == 0 ? least : scale->edges[level];
    double upper = level == scale->levels - 1 ? HUGE_VAL : scale->edges[level + 1];
    int digits = edge_digits(scale);
    char from[NUMBER_SIZE + MINUS_GROWTH];
    char to[NUMBER_SIZE + MINUS_GROWTH];
    char label[LABEL_SIZE];
    /* Where doubles end several edges are the same, 0 or infinity: nothing lies between. */
    if (!(lower < upper))
        return;
    write_edge(lower, digits, from);
    write_edge(upper, digits, to);
    if (!(upper < HUGE_VAL))
        snprintf(label, sizeof label, "≥ %s", from);
    else if (lower > least)
        write_between(from, to, label);
    else
        snprintf(label, sizeof label, diverging ? "≤ %s" : "< %s", to);
    append_swatch(text, pencil, level);
    svg_legend_entry(text, pencil, label);
}

/* The one colour of all numbers, and from where to where they go. */
static void append_range(struct text *text, const struct svg_contents *contents,
                         struct svg_pencil *pencil)
{
    char number[NUMBER_SIZE];
    char from[NUMBER_SIZE + MINUS_GROWTH];
    char to[NUMBER_SIZE + MINUS_GROWTH];
    char label[LABEL_SIZE];
    if (contents->least > contents->most)
        return;
    minus_copy(number_short(contents->least, RANGE_DIGITS, number), false, from, sizeof from);
    minus_copy(number_short(contents->most, RANGE_DIGITS, number), false, to, sizeof to);
    if (strcmp(from, to) == 0)
        snprintf(label, sizeof label, "%s", from);
    else
        snprintf(label, sizeof label, "%s to %s", from, to);
    append_swatch(text, pencil, 0);
    svg_legend_entry(text, pencil, label);
}

static void append_rose(struct text *text, const struct svg_picture *picture,
                        struct svg_pencil *pencil)
{
    static const double right[OCTANTS] = { 1, diagonal, 0, -diagonal, -1, -diagonal, 0, diagonal };
    double radius = rose_inner + rose_arrow;
    double middle[AXES] = { pencil->left + radius, pencil->middle + radius - SVG_LINE / 2.0 };
    text_append(text, "<g");
    svg_number_attribute(text, "stroke-width", arrow_stroke);
    text_append(text, ">\n");
    for (int octant = 0; octant < picture->colors.levels; octant++) {
        double along[AXES] = { right[octant], right[(octant + OCTANTS / 4) % OCTANTS] };
        double from[AXES] = { middle[0] + rose_inner * along[0],
                              middle[1] + rose_inner * along[1] };
        svg_arrow(text, from, along, rose_arrow, arrow_stroke, octant);
    }
    text_append(text, "</g>\n");
    pencil->middle += 2 * radius + SVG_LINE / 2.0;
}

static void append_basins(struct text *text, const struct svg_picture *picture,
                          const struct svg_contents *contents, struct svg_pencil *pencil)
{
    const struct basin_sight sight = { .mode = svg_page(), .points = picture->minima,
                                       .numbers = picture->basin_numbers,
                                       .least = contents->least, .most = contents->most };
    struct basin_entry entries[LEVELS];
    int count = basin_entries_make(&sight, true, entries);
    for (int i = 0; i < count; i++) {
        append_swatch(text, pencil, svg_category_color(entries[i].number));
        svg_legend_entry(text, pencil, entries[i].label);
        const char *rest = entries[i].rest + strspn(entries[i].rest, ", ");
        if (rest[0] != '\0')
            svg_legend_entry(text, pencil, rest);
    }
}

/* An arrow that has no number. */
static void append_hollow(struct text *text, const struct svg_pencil *pencil)
{
    static const double east[AXES] = { 1, 0 };
    const double from[AXES] = { pencil->left, pencil->middle };
    text_append(text, "<g");
    svg_number_attribute(text, "stroke-width", arrow_stroke);
    text_append(text, ">\n");
    svg_arrow(text, from, east, SVG_SWATCH_WIDTH, arrow_stroke, SVG_NONE);
    text_append(text, "</g>\n");
}

static void append_entries(struct text *text, const struct svg_picture *picture,
                           const struct svg_contents *contents, struct svg_pencil *pencil)
{
    enum color_kind kind = svg_color_kind(picture);
    if (contents->least > contents->most)
        return;
    if (kind == COLORS_CYCLIC)
        append_rose(text, picture, pencil);
    else if (kind == COLORS_CATEGORICAL)
        append_basins(text, picture, contents, pencil);
    else if (picture->colors.levels == 1)
        append_range(text, contents, pencil);
    else
        for (int level = picture->colors.levels - 1; level >= 0; level--)
            append_level(text, picture, level, pencil);
}

void svg_legend_colors(struct text *text, const struct svg_picture *picture,
                       const struct svg_contents *contents, bool named,
                       struct svg_pencil *pencil)
{
    enum quantity quantity = picture->colors.quantity;
    const char *missing = quantity_missing_words(quantity, picture->unmapped);
    text_append(text, "<g id=\"levels\">\n");
    if (named)
        svg_legend_heading(text, pencil, quantity_symbol(quantity, false));
    append_entries(text, picture, contents, pencil);
    if (contents->none) {
        append_hollow(text, pencil);
        svg_legend_entry(text, pencil, missing != NULL ? missing : "unknown");
    }
    text_append(text, "</g>\n");
    pencil->middle += SVG_LINE / 2.0;
}
