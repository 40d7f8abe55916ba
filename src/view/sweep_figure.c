/* Error against h at a place, as SVG 1.1. */
#include "view/sweep_figure.h"

#include <stdio.h>
#include <string.h>

#include "view/sweep_figure_parts.h"

static const double title_baseline = 26;
static const double settings_baseline = 45;
static const double title_letter = 8.5; /* width of a character of the title, nearly */
static const char title_begin[] = "Error of ∇f against h: ";

enum { WORDS_MOST = 1000 }; /* characters of a function in the figure's description */

/*
 * The colours of curves have at least 3:1 on white, and each has dashes of its own. The rows of
 * schemes.def take them in order.
 */
static const struct curve_style {
    unsigned color;
    const char *dashes;
} styles[] = {
    { 0xc1121f, "16 4" },
    { 0xd9570f, "6 3" },
    { 0x8a6100, "2 3" },
    { 0x5c7a00, "12 3 2 3" },
    { 0x0050b4, "none" },
    { 0x0088a8, "12 3 2 3 2 3" },
    { 0x6a3fb5, "6 3 2 3" },
    { 0xb0308a, "4 2" },
    { 0x303030, "20 3 6 3" },
};

enum { STYLES = sizeof styles / sizeof styles[0] };

void sweep_class(const struct sweep_figure *figure, size_t index, char class[SWEEP_LABEL_SIZE])
{
    bool present = index == figure->present && !sweep_alone(figure);
    snprintf(class, SWEEP_LABEL_SIZE, "scheme-%zu%s", index, present ? " present" : "");
}

/* Whatever its place among several, a curve alone is a whole line. */
static const struct curve_style *style_of(const struct sweep_figure *figure, size_t index)
{
    static const struct curve_style alone = { 0x0050b4, "none" };
    return sweep_alone(figure) ? &alone : &styles[index % STYLES];
}

static void append_style(struct text *text, const struct sweep_figure *figure)
{
    text_append(text, "<style type=\"text/css\">\n"
                      "text { font-family: sans-serif; font-size: 12px; fill: #000000 }\n"
                      ".title { font-size: 15px }\n"
                      ".power { font-size: 9px }\n"
                      ".grid { stroke: #e4e4e4; fill: none }\n"
                      ".axis { stroke: #000000; fill: none }\n"
                      "#curves path, #legend path { fill: none; stroke-width: 1.6;"
                      " stroke-linejoin: round }\n"
                      "#curves .present path, #legend .present path { stroke-width: 3 }\n"
                      "#curves .best { stroke: #000000; stroke-width: 1.4; fill: none }\n"
                      "#branches path { stroke: #606060; fill: none }\n"
                      "#branches text, #notes text { fill: #404040 }\n"
                      "#marks .own { stroke: #606060; stroke-dasharray: 4 3; fill: none }\n"
                      "#marks .best { stroke: #000000; fill: none }\n"
                      ".true-error path { stroke: #c25400; stroke-dasharray: 5 3 }\n"
                      ".true-error .point { fill: #ffffff; stroke: #c25400 }\n");
    for (size_t i = 0; i < figure->count; i++) {
        const struct curve_style *style = style_of(figure, i);
        text_append_format(text, ".scheme-%zu path { stroke: #%06x; stroke-dasharray: %s }\n"
                           ".scheme-%zu .point { fill: #%06x }\n", i, style->color,
                           style->dashes, i, style->color);
    }
    text_append(text, "</style>\n");
}

static void append_title(struct text *text, const struct sweep_figure *figure, size_t most)
{
    text_append(text, title_begin);
    svg_escape(text, figure->function, most);
}

static void append_description(struct text *text, const struct sweep_figure *figure,
                               const struct sweep_marks *marks, const struct sweep_notes *notes)
{
    char number[SWEEP_NUMBER_SIZE];
    text_append(text, "<desc>Estimated length of the error of the gradient, upward, against h from ");
    text_append(text, sweep_number(sweep_step(SWEEP_STEPS - 1), 1, number));
    text_append(text, " to ");
    text_append(text, sweep_number(sweep_step(0), 1, number));
    text_append(text, ", rightward, both logarithmic, by");
    for (size_t i = 0; i < figure->count; i++)
        text_append_format(text, "%s %s", i == 0 ? "" : ",", figure->curves[i].name);
    text_append(text, sweep_alone(figure) ? ", with the true error; " : "; ");
    svg_escape(text, figure->settings, WORDS_MOST);
    for (size_t i = 0; i < marks->count; i++)
        text_append_format(text, "; %s", marks->items[i].label);
    for (size_t i = 0; i < notes->count; i++)
        text_append_format(text, "; %s", notes->lines[i]);
    text_append(text, ".</desc>\n");
}

static void append_words(struct text *text, const struct sweep_figure *figure,
                         const struct sweep_area *area)
{
    size_t most = (size_t)((area->total_width - area->left) / title_letter);
    text_append(text, "<text class=\"title\"");
    svg_number_attribute(text, "x", area->left);
    svg_number_attribute(text, "y", title_baseline);
    text_append(text, ">");
    append_title(text, figure, most - strlen(title_begin));
    text_append(text, "</text>\n");
    svg_label(text, area->left, settings_baseline, "start", figure->settings);
}

/* Say, over the lines, why there is no curve. */
static void append_emptiness(struct text *text, const struct sweep_area *area,
                             const struct sweep_figure *figure)
{
    static const double half_width = 150;
    double x = area->left + area->width / 2;
    double y = area->top + area->height / 2;
    bool known = sweep_best(&figure->curves[figure->present]) < SWEEP_STEPS;
    svg_rectangle(text, x - half_width, y - SVG_LINE, 2 * half_width, 1.5 * SVG_LINE,
                  " fill=\"#ffffff\"/>\n");
    svg_label(text, x, y, "middle",
              known ? "every error that is known is exactly 0" : "no error is known here");
}

void sweep_figure_write(const struct sweep_figure *figure, struct text *text)
{
    struct sweep_area area;
    struct sweep_marks marks;
    struct sweep_notes notes;
    sweep_marks_find(figure, &marks);
    sweep_notes_find(figure, &notes);
    sweep_area_make(&area, figure, marks.count, notes.count);
    svg_open(text, area.total_width, area.total_height);
    append_title(text, figure, WORDS_MOST);
    text_append(text, "</title>\n");
    append_description(text, figure, &marks, &notes);
    append_style(text, figure);
    svg_rectangle(text, 0, 0, area.total_width, area.total_height, " fill=\"#ffffff\"/>\n");
    append_words(text, figure, &area);
    sweep_axes(text, &area, figure);
    if (sweep_alone(figure))
        sweep_branches(text, &area, figure, &marks);
    sweep_marks_draw(text, &area, &marks);
    sweep_curves(text, &area, figure);
    if (area.empty)
        append_emptiness(text, &area, figure);
    sweep_legend(text, &area, figure);
    sweep_notes_draw(text, &area, &notes);
    text_append(text, "</svg>\n");
}
