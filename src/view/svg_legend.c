/* The legend of a figure: what lengths, colours and marks mean, in numbers. */
#include <float.h>
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "view/decade.h"
#include "view/svg_parts.h"

enum {
    EDGE_DIGITS = 2,
    MARKS_MOST = MARK_DEAD + 1,            /* those that are drawn without the layer trust */
    LINES_MOST = LEVELS + MARKS_MOST + 5, /* and heading, reference, too short, blank lines */
    LABEL_SIZE = 2 * (NUMBER_SIZE + MINUS_GROWTH) + 32
};

static const double swatch_width = 22;
static const double swatch_height = 11;

/* The reference arrow may be so long, also where all others are shorter: they are many then. */
static const double reference_length = 24;

/* Where the next entry is written. */
struct pencil {
    double left;
    double middle; /* of the line */
};

double svg_legend_height(void)
{
    return LINES_MOST * SVG_LINE;
}

static void write_number(double value, char out[NUMBER_SIZE + MINUS_GROWTH])
{
    char number[NUMBER_SIZE];
    minus_copy(number_short(value, EDGE_DIGITS, number), false, out, NUMBER_SIZE + MINUS_GROWTH);
}

/* Write an entry's words and go to the next line. */
static void finish_entry(struct text *text, struct pencil *pencil, const char *label)
{
    static const double baseline_drop = 4;
    svg_label(text, pencil->left + swatch_width + SVG_GAP, pencil->middle + baseline_drop, "start",
              label);
    pencil->middle += SVG_LINE;
}

/* The magnitude of the reference arrow: round, and not far from the arrows' own. */
static double reference_magnitude(const struct svg_contents *contents)
{
    double longer = fmax(reference_length / contents->length, 1);
    return round_number_below(fmin(contents->percentile * longer, DBL_MAX));
}

/* An arrow and the magnitude that its length stands for. */
static void append_reference(struct text *text, const struct svg_picture *picture,
                             const struct svg_contents *contents, struct pencil *pencil)
{
    static const double east[AXES] = { 1, 0 };
    char number[NUMBER_SIZE + MINUS_GROWTH];
    char label[LABEL_SIZE];
    double magnitude = reference_magnitude(contents);
    double length = magnitude / contents->percentile * contents->length;
    double from[AXES] = { pencil->left, pencil->middle };
    if (!(magnitude > 0))
        return;
    text_append(text, "<g id=\"reference\"");
    svg_number_attribute(text, "stroke-width", contents->stroke);
    text_append(text, ">\n");
    svg_arrow(text, from, east, length, contents->stroke,
              scale_level(&picture->scale, magnitude));
    write_number(magnitude, number);
    snprintf(label, sizeof label, "|∇f| = %s", number);
    struct pencil behind = { .left = pencil->left + fmax(length - swatch_width, 0),
                             .middle = pencil->middle };
    finish_entry(text, &behind, label);
    text_append(text, "</g>\n");
    pencil->middle += 1.5 * SVG_LINE;
}

/* A level's swatch and from where to where its magnitudes go; the strongest goes to infinity. */
static void append_level(struct text *text, const struct svg_picture *picture, int level,
                         struct pencil *pencil)
{
    double lower = level == 0 ? 0 : scale_edge(&picture->scale, level);
    double upper = level == LEVELS - 1 ? HUGE_VAL : scale_edge(&picture->scale, level + 1);
    char from[NUMBER_SIZE + MINUS_GROWTH];
    char to[NUMBER_SIZE + MINUS_GROWTH];
    char label[LABEL_SIZE];
    /* Where doubles end several edges are the same, 0 or infinity: nothing lies between. */
    if (!(lower < upper))
        return;
    write_number(lower, from);
    write_number(upper, to);
    if (!(upper < HUGE_VAL))
        snprintf(label, sizeof label, "≥ %s", from);
    else if (lower > 0)
        snprintf(label, sizeof label, "%s to %s", from, to);
    else
        snprintf(label, sizeof label, "< %s", to);
    text_append_format(text, "<rect class=\"level-%d\"", level);
    svg_number_attribute(text, "x", pencil->left);
    svg_number_attribute(text, "y", pencil->middle - swatch_height / 2);
    svg_number_attribute(text, "width", swatch_width);
    svg_number_attribute(text, "height", swatch_height);
    text_append(text, "/>\n");
    finish_entry(text, pencil, label);
}

static void append_levels(struct text *text, const struct svg_picture *picture,
                          struct pencil *pencil)
{
    text_append(text, "<g id=\"levels\">\n");
    for (int level = LEVELS - 1; level >= 0; level--)
        append_level(text, picture, level, pencil);
    text_append(text, "</g>\n");
    pencil->middle += SVG_LINE / 2.0;
}

void svg_legend(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents)
{
    struct pencil pencil = { .left = area->left + area->width + 2 * SVG_GAP,
                             .middle = area->top + SVG_LINE / 2.0 };
    text_append(text, "<g id=\"legend\">\n");
    if (contents->arrows > 0)
        append_reference(text, picture, contents, &pencil);
    else if (picture->streams != NULL)
        finish_entry(text, &pencil, "|∇f|");
    if (contents->arrows > 0 || picture->streams != NULL)
        append_levels(text, picture, &pencil);
    for (int mark = 0; mark < MARK_COUNT; mark++) {
        const double point[AXES] = { pencil.left + swatch_width / 2, pencil.middle };
        if (contents->marks[mark] == 0)
            continue;
        svg_mark(text, point, (enum mark)mark, SVG_MARK);
        finish_entry(text, &pencil, mark_meaning((enum mark)mark));
    }
    if (contents->too_short)
        svg_label(text, pencil.left, pencil.middle + SVG_GAP / 2.0, "start",
                  "coloured dot: a short arrow");
    text_append(text, "</g>\n");
}
