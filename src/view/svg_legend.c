/* The legend of a figure: what lengths, colours and marks mean, in numbers. */
#include <float.h>
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "view/decade.h"
#include "view/svg_parts.h"

enum {
    EDGE_DIGITS = 2,
    LINES_ALWAYS = LEVELS + 5, /* heading, reference, levels, too short, blank lines */
    MARKS_LEAST = 3,           /* what there is room for even where there is less to explain */
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

static size_t unsure_count(const struct svg_contents *contents)
{
    return contents->counts[SVG_TRUNCATION] + contents->counts[SVG_ROUNDOFF];
}

double svg_legend_height(const struct svg_contents *contents)
{
    int explained = unsure_count(contents) > 0;
    for (int group = SVG_MARKS; group < SVG_GROUPS; group++)
        explained += contents->counts[group] > 0;
    for (int axis = 0; axis < AXES; axis++)
        explained += contents->nullclines[axis];
    for (int kind = 0; kind < CRITICAL_KIND_COUNT; kind++)
        explained += contents->critical[kind];
    for (int mark = 0; mark < SVG_WALK_MARKS; mark++)
        explained += contents->walk_marks[mark];
    explained += (int)contents->walks;
    return (LINES_ALWAYS + (explained > MARKS_LEAST ? explained : MARKS_LEAST)) * SVG_LINE;
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
    double length = svg_arrow_length(contents, magnitude);
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

/* A dashed arrow as long as a swatch is wide. */
static void append_unsure(struct text *text, const struct svg_contents *contents,
                          struct pencil *pencil)
{
    static const double east[AXES] = { 1, 0 };
    const double from[AXES] = { pencil->left, pencil->middle };
    double stroke = fmax(contents->stroke, 1);
    if (unsure_count(contents) == 0)
        return;
    text_append(text, "<g");
    svg_number_attribute(text, "stroke-width", stroke);
    svg_dashes(text, stroke);
    text_append(text, ">\n");
    svg_arrow(text, from, east, swatch_width, stroke, SVG_UNSURE);
    text_append(text, "</g>\n");
    finish_entry(text, pencil, "unsure by > 22.5°");
}

static void append_marks(struct text *text, const struct svg_contents *contents,
                         struct pencil *pencil)
{
    for (int i = 0; i < MARK_COUNT; i++) {
        enum mark mark = (enum mark)i;
        const double point[AXES] = { pencil->left + swatch_width / 2, pencil->middle };
        if (contents->counts[svg_mark_group(mark)] == 0)
            continue;
        svg_mark(text, point, mark, SVG_MARK);
        finish_entry(text, pencil, mark_meaning(mark));
    }
}

/* Lines where a derivative is 0, and the kinds of points where both are. */
static void append_places(struct text *text, const struct svg_contents *contents,
                          struct pencil *pencil)
{
    for (int axis = 0; axis < AXES; axis++) {
        const double point[AXES] = { pencil->left, pencil->middle };
        if (contents->nullclines[axis])
            finish_entry(text, pencil, svg_nullcline_swatch(text, point, swatch_width, axis));
    }
    for (int i = 0; i < CRITICAL_KIND_COUNT; i++) {
        enum critical_kind kind = (enum critical_kind)i;
        const double point[AXES] = { pencil->left + swatch_width / 4, pencil->middle };
        if (!contents->critical[kind])
            continue;
        svg_critical_swatch(text, point, kind);
        finish_entry(text, pencil, critical_kind_words(kind));
    }
}

/* Each walk by its colour, and what is marked on them in that of the first. */
static void append_walks(struct text *text, const struct svg_picture *picture,
                         const struct svg_contents *contents, struct pencil *pencil)
{
    static const char *const words[SVG_WALK_MARKS] = {
        [SVG_WALK_START] = "start of a walk", [SVG_WALK_STEP] = "step",
        [SVG_WALK_ARRIVED] = "end: converged", [SVG_WALK_STANDS] = "so far",
        [SVG_WALK_ENDED] = "end: otherwise"
    };
    for (size_t i = 0; i < picture->walk_count; i++) {
        if (picture->walks[i].trail->count == 0)
            continue;
        text_append_format(text, "<path class=\"walk-%zu\" d=\"M ", i);
        svg_number(text, pencil->left);
        text_append(text, " ");
        svg_number(text, pencil->middle);
        text_append_format(text, " h %d\"/>\n", (int)swatch_width);
        finish_entry(text, pencil, picture->walks[i].name);
    }
    for (int mark = 0; mark < SVG_WALK_MARKS; mark++) {
        const double point[AXES] = { pencil->left + swatch_width / 2, pencil->middle };
        if (!contents->walk_marks[mark])
            continue;
        svg_walk_mark(text, point, 0, (enum svg_walk_mark)mark);
        finish_entry(text, pencil, words[mark]);
    }
}

void svg_legend(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents)
{
    struct pencil pencil = { .left = area->left + area->width + 2 * SVG_GAP,
                             .middle = area->top + SVG_LINE / 2.0 };
    text_append(text, "<g id=\"legend\">\n");
    bool has_arrows = svg_arrow_count(contents) > 0;
    if (has_arrows)
        append_reference(text, picture, contents, &pencil);
    else if (picture->streams != NULL)
        finish_entry(text, &pencil, "|∇f|");
    if (has_arrows || picture->streams != NULL)
        append_levels(text, picture, &pencil);
    append_unsure(text, contents, &pencil);
    append_marks(text, contents, &pencil);
    append_places(text, contents, &pencil);
    append_walks(text, picture, contents, &pencil);
    if (contents->too_short)
        svg_label(text, pencil.left, pencil.middle + SVG_GAP / 2.0, "start",
                  "coloured dot: a short arrow");
    text_append(text, "</g>\n");
}
