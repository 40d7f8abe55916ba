/* The legend of a figure of error against h: which line is which, and the best of each. */
#include "view/sweep_figure_parts.h"

static const double swatch_width = 44;
static const double baseline_drop = 4;
static const double best_column = 166;  /* where numbers end, from the legend's left */
static const double error_column = 240;

enum {
    STEP_DIGITS = 2,
    ERROR_DIGITS = 2
};

/* Where the next entry is written. */
struct pencil {
    double left;
    double middle; /* of the line */
};

static void append_swatch(struct text *text, const struct pencil *pencil, const char *class,
                          bool dotted)
{
    text_append_format(text, "<g class=\"%s\"><path d=\"M ", class);
    svg_number(text, pencil->left);
    text_append(text, " ");
    svg_number(text, pencil->middle);
    text_append(text, " L ");
    svg_number(text, pencil->left + swatch_width);
    text_append(text, " ");
    svg_number(text, pencil->middle);
    text_append(text, "\"/>");
    if (dotted) {
        text_append(text, "<circle class=\"point\"");
        svg_number_attribute(text, "cx", pencil->left + swatch_width / 2);
        svg_number_attribute(text, "cy", pencil->middle);
        text_append(text, " r=\"2\"/>");
    }
    text_append(text, "</g>\n");
}

/* Write words into a column of the entry. */
static void append_words(struct text *text, const struct pencil *pencil, double column,
                         const char *anchor, const char *words)
{
    svg_label(text, pencil->left + column, pencil->middle + baseline_drop, anchor, words);
}

static void append_scheme(struct text *text, struct pencil *pencil,
                          const struct sweep_figure *figure, size_t index)
{
    const struct sweep_curve *curve = &figure->curves[index];
    size_t best = sweep_best(curve);
    char class[SWEEP_LABEL_SIZE];
    char number[SWEEP_NUMBER_SIZE];
    sweep_class(figure, index, class);
    append_swatch(text, pencil, class, false);
    append_words(text, pencil, swatch_width + SVG_GAP, "start", curve->name);
    if (best < SWEEP_STEPS) {
        append_words(text, pencil, best_column, "end",
                     sweep_number(sweep_step(best), STEP_DIGITS, number));
        append_words(text, pencil, error_column, "end",
                     sweep_number(curve->estimates[best], ERROR_DIGITS, number));
    }
    pencil->middle += SVG_LINE + 2;
}

static void append_alone(struct text *text, struct pencil *pencil,
                         const struct sweep_figure *figure)
{
    char class[SWEEP_LABEL_SIZE];
    sweep_class(figure, 0, class);
    append_words(text, pencil, 0, "start", figure->curves[0].name);
    pencil->middle += SVG_LINE + 2;
    append_swatch(text, pencil, class, true);
    append_words(text, pencil, swatch_width + SVG_GAP, "start", "estimated error");
    pencil->middle += SVG_LINE + 2;
    append_swatch(text, pencil, "true-error", true);
    append_words(text, pencil, swatch_width + SVG_GAP, "start", "true error");
}

void sweep_legend(struct text *text, const struct sweep_area *area,
                  const struct sweep_figure *figure)
{
    struct pencil pencil = { .left = area->left + area->width + 2 * SVG_GAP,
                             .middle = area->top + SVG_LINE };
    text_append(text, "<g id=\"legend\">\n");
    if (sweep_alone(figure)) {
        append_alone(text, &pencil, figure);
    } else {
        append_words(text, &pencil, swatch_width + SVG_GAP, "start", "scheme");
        append_words(text, &pencil, best_column, "end", "best h");
        append_words(text, &pencil, error_column, "end", "error");
        pencil.middle += SVG_LINE + 2;
        for (size_t i = 0; i < figure->count; i++)
            append_scheme(text, &pencil, figure, i);
    }
    text_append(text, "</g>\n");
}
