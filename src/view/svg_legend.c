/* The legend of a figure: what lengths, colours and marks mean, in numbers. */
#include <float.h>
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "view/decade.h"
#include "view/svg_legend_parts.h"

enum {
    EDGE_DIGITS = 2,
    LINES_ALWAYS = LEVELS + 7, /* reference, heading, levels, too short, blank lines */
    MARKS_LEAST = 3,           /* what there is room for even where there is less to explain */
    LABEL_SIZE = 2 * (NUMBER_SIZE + MINUS_GROWTH) + 32
};

/* The reference arrow may be so long, also where all others are shorter: they are many then. */
static const double reference_length = 24;

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
    explained += (int)contents->walks + contents->none;
    return (LINES_ALWAYS + (explained > MARKS_LEAST ? explained : MARKS_LEAST)) * SVG_LINE;
}

static void write_number(double value, char out[NUMBER_SIZE + MINUS_GROWTH])
{
    char number[NUMBER_SIZE];
    minus_copy(number_short(value, EDGE_DIGITS, number), false, out, NUMBER_SIZE + MINUS_GROWTH);
}

static void write_words(struct text *text, struct svg_pencil *pencil, double margin,
                        const char *words)
{
    static const double baseline_drop = 4;
    svg_label(text, pencil->left + margin, pencil->middle + baseline_drop, "start", words);
    pencil->middle += SVG_LINE;
}

void svg_legend_entry(struct text *text, struct svg_pencil *pencil, const char *label)
{
    write_words(text, pencil, SVG_SWATCH_WIDTH + SVG_GAP, label);
}

void svg_legend_heading(struct text *text, struct svg_pencil *pencil, const char *label)
{
    write_words(text, pencil, 0, label);
}

/* The magnitude of the reference arrow: round, and not far from the arrows' own. */
static double reference_magnitude(const struct svg_contents *contents)
{
    double longer = fmax(reference_length / contents->length, 1);
    return round_number_below(fmin(contents->percentile * longer, DBL_MAX));
}

static bool shows_magnitude(const struct svg_picture *picture)
{
    return picture->colors.quantity == QUANTITY_magnitude;
}

/* An arrow and the magnitude that its length stands for. */
static void append_reference(struct text *text, const struct svg_picture *picture,
                             const struct svg_contents *contents, struct svg_pencil *pencil)
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
              shows_magnitude(picture) ? color_scale_level(&picture->colors, magnitude)
                                       : SVG_PLAIN);
    write_number(magnitude, number);
    snprintf(label, sizeof label, "|∇f| = %s", number);
    struct svg_pencil behind = { .left = pencil->left + fmax(length - SVG_SWATCH_WIDTH, 0),
                                 .middle = pencil->middle };
    svg_legend_entry(text, &behind, label);
    text_append(text, "</g>\n");
    pencil->middle += 1.5 * SVG_LINE;
}

/* A dashed arrow as long as a swatch is wide. */
static void append_unsure(struct text *text, const struct svg_contents *contents,
                          struct svg_pencil *pencil)
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
    svg_arrow(text, from, east, SVG_SWATCH_WIDTH, stroke, SVG_UNSURE);
    text_append(text, "</g>\n");
    svg_legend_entry(text, pencil, "unsure by > 22.5°");
}

static void append_marks(struct text *text, const struct svg_contents *contents,
                         struct svg_pencil *pencil)
{
    for (int i = 0; i < MARK_COUNT; i++) {
        enum mark mark = (enum mark)i;
        const double point[AXES] = { pencil->left + SVG_SWATCH_WIDTH / 2, pencil->middle };
        if (contents->counts[svg_mark_group(mark)] == 0)
            continue;
        svg_mark(text, point, mark, SVG_MARK);
        svg_legend_entry(text, pencil, mark_meaning(mark));
    }
}

/* Lines where a derivative is 0, and the kinds of points where both are. */
static void append_places(struct text *text, const struct svg_contents *contents,
                          struct svg_pencil *pencil)
{
    for (int axis = 0; axis < AXES; axis++) {
        const double point[AXES] = { pencil->left, pencil->middle };
        if (contents->nullclines[axis])
            svg_legend_entry(text, pencil,
                             svg_nullcline_swatch(text, point, SVG_SWATCH_WIDTH, axis));
    }
    for (int i = 0; i < CRITICAL_KIND_COUNT; i++) {
        enum critical_kind kind = (enum critical_kind)i;
        const double point[AXES] = { pencil->left + SVG_SWATCH_WIDTH / 4, pencil->middle };
        if (!contents->critical[kind])
            continue;
        svg_critical_swatch(text, point, kind);
        svg_legend_entry(text, pencil, critical_kind_words(kind));
    }
}

/* Each walk by its colour, and what is marked on them in that of the first. */
static void append_walks(struct text *text, const struct svg_picture *picture,
                         const struct svg_contents *contents, struct svg_pencil *pencil)
{
    static const char *const words[SVG_WALK_MARKS] = {
        [SVG_WALK_START] = "start of a walk", [SVG_WALK_STEP] = "step",
        [SVG_WALK_ARRIVED] = "end: converged", [SVG_WALK_STANDS] = "so far",
        [SVG_WALK_ENDED] = "end: otherwise"
    };
    for (size_t i = 0; i < picture->walk_count; i++) {
        /* Those of a race are told by its table. */
        if (picture->race != NULL || picture->walks[i].trail->count == 0)
            continue;
        text_append_format(text, "<path class=\"walk-%zu\" d=\"M ", i);
        svg_number(text, pencil->left);
        text_append(text, " ");
        svg_number(text, pencil->middle);
        text_append_format(text, " h %d\"/>\n", (int)SVG_SWATCH_WIDTH);
        svg_legend_entry(text, pencil, picture->walks[i].name);
    }
    for (int mark = 0; mark < SVG_WALK_MARKS; mark++) {
        const double point[AXES] = { pencil->left + SVG_SWATCH_WIDTH / 2, pencil->middle };
        if (!contents->walk_marks[mark])
            continue;
        svg_walk_mark(text, point, 0, (enum svg_walk_mark)mark);
        svg_legend_entry(text, pencil, words[mark]);
    }
}

void svg_legend(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents)
{
    struct svg_pencil pencil = { .left = area->left + area->width + 2 * SVG_GAP,
                             .middle = area->top + SVG_LINE / 2.0 };
    text_append(text, "<g id=\"legend\">\n");
    bool has_arrows = svg_arrow_count(contents) > 0;
    if (has_arrows)
        append_reference(text, picture, contents, &pencil);
    if (has_arrows || picture->streams != NULL)
        svg_legend_colors(text, picture, contents, !has_arrows || !shows_magnitude(picture),
                          &pencil);
    append_unsure(text, contents, &pencil);
    append_marks(text, contents, &pencil);
    append_places(text, contents, &pencil);
    append_walks(text, picture, contents, &pencil);
    if (contents->too_short)
        svg_label(text, pencil.left, pencil.middle + SVG_GAP / 2.0, "start",
                  "coloured dot: a short arrow");
    text_append(text, "</g>\n");
}
