/* The picture as SVG 1.1. */
#include "view/svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/aliasing.h"
#include "view/svg_parts.h"
#include "view/xterm.h"

static const double title_baseline = 26;
static const double settings_baseline = 45;
static const double title_letter = 8.5; /* width of a character of the title, nearly */

enum { WORDS_MOST = 1000 }; /* characters of a function in the figure's description */

/* What the arrows are, and `most` characters of the function. */
static void append_title(struct text *text, const struct svg_picture *picture, size_t most)
{
    text_append(text, picture->ascent ? "∇f of " : "−∇f of ");
    svg_escape(text, picture->function, most);
}

static void append_number(struct text *text, double value)
{
    char number[NUMBER_SIZE];
    char minused[NUMBER_SIZE + MINUS_GROWTH];
    minus_copy(number_short(value, 6, number), false, minused, sizeof minused);
    text_append(text, minused);
}

/* How many places have arrows that may be wrong, or a mark. */
static void append_counts(struct text *text, const struct svg_contents *contents)
{
    size_t unsure = contents->counts[SVG_TRUNCATION] + contents->counts[SVG_ROUNDOFF];
    if (unsure > 0)
        text_append_format(text, "; %zu unsure", unsure);
    for (int i = 0; i < MARK_COUNT; i++) {
        enum mark mark = (enum mark)i;
        size_t count = contents->counts[svg_mark_group(mark)];
        if (count > 0)
            text_append_format(text, "; %zu %s", count, mark_meaning(mark));
    }
}

/* How many critical points there are, and whether these are all. */
static void append_check(struct text *text, const struct svg_picture *picture)
{
    char summary[CRITICAL_SUMMARY_SIZE];
    if (picture->critical == NULL)
        return;
    critical_points_summarize(picture->critical, summary);
    text_append_format(text, "; critical points: %s", summary);
}

static void append_description(struct text *text, const struct svg_picture *picture,
                               const struct svg_contents *contents)
{
    const struct window *window = &picture->window;
    text_append_format(text, "<desc>Arrows at %zu by %zu places", field_columns(picture->field),
                       field_rows(picture->field));
    for (int axis = 0; axis < AXES; axis++) {
        text_append_format(text, ", x%d from ", axis);
        append_number(text, window->low[axis]);
        text_append(text, " to ");
        append_number(text, window->high[axis]);
    }
    text_append(text, "; ");
    svg_escape(text, picture->settings, WORDS_MOST);
    if (contents->none || contents->least <= contents->most)
        text_append_format(text, "; colours: %s", quantity_name(picture->colors.quantity));
    append_counts(text, contents);
    append_check(text, picture);
    text_append(text, ".</desc>\n");
}

static void append_color(struct text *text, const char *class, struct pen pen, const char *rest)
{
    text_append_format(text, "%s { stroke: #%06x;%s }\n", class,
                       (unsigned)xterm_rgb(pen.foreground), rest);
}

/* The same of a class that has a number. */
static void append_style_of(struct text *text, const char *class, int index, struct pen pen,
                            const char *rest)
{
    char name[32];
    snprintf(name, sizeof name, "%s-%d", class, index);
    append_color(text, name, pen, rest);
}

/* Shafts are dashed, so that they can be told in print too. */
static void append_unsure_style(struct text *text)
{
    struct pen pen = palette_dim(svg_page());
    char fill[64];
    snprintf(fill, sizeof fill, " fill: #%06x; stroke-dasharray: none",
             (unsigned)xterm_rgb(pen.foreground));
    append_color(text, ".unsure", pen, " fill: none");
    append_color(text, ".unsure-head", pen, fill);
}

/* Of what only some figures have. */
static void append_line_styles(struct text *text, const struct svg_picture *picture,
                               const struct svg_contents *contents)
{
    for (int axis = 0; axis < AXES; axis++)
        if (contents->nullclines[axis])
            append_style_of(text, ".nullcline", axis, palette_nullcline(svg_page(), axis),
                            " stroke-width: 1.8; fill: none");
    if (picture->critical != NULL)
        text_append(text, ".ring { stroke: #000000; stroke-width: 1.5; fill: #ffffff }\n");
    if (picture->race != NULL)
        text_append(text, "#race text { font-family: monospace; font-size: 11px }\n");
    if (picture->critical != NULL || picture->race != NULL)
        text_append(text, ".letter, .halo { font-weight: bold }\n"
                          ".halo { stroke: #ffffff; stroke-width: 3; stroke-linejoin: round }\n");
    for (int i = 0; i < (int)picture->walk_count; i++) {
        struct pen pen = palette_trail(svg_page(), i);
        append_style_of(text, ".walk", i, pen, " stroke-width: 1.8; fill: none;"
                                               " stroke-linejoin: round");
        append_style_of(text, ".start", i, pen, " stroke-width: 2; fill: #ffffff");
        append_style_of(text, ".step", i, pen, " fill: #ffffff");
        append_style_of(text, ".arrived", i, pen, " stroke-width: 2; fill: #ffffff");
        append_style_of(text, ".stands", i, pen, " stroke-width: 2; fill: none");
        append_style_of(text, ".ended", i, pen, " stroke-width: 2.5; fill: none");
    }
}

static void append_style(struct text *text, const struct svg_picture *picture,
                         const struct svg_contents *contents)
{
    text_append(text, "<style type=\"text/css\">\n"
                      "text { font-family: sans-serif; font-size: 12px; fill: #000000 }\n"
                      ".title { font-size: 15px }\n"
                      ".grid { stroke: #d0d0d0; fill: none }\n"
                      ".axis { stroke: #000000; fill: none }\n"
                      ".plain { stroke: #000000; fill: #000000 }\n"
                      ".none { stroke: #000000; fill: #ffffff }\n"
                      ".zero { fill: #000000 }\n");
    text_append(text, ".undefined, .dead, .doubtful, .kink, .aliased { stroke: #303030;"
                      " fill: none; stroke-linecap: round; stroke-linejoin: round;"
                      " pointer-events: all }\n");
    append_unsure_style(text);
    bool categorical = svg_color_kind(picture) == COLORS_CATEGORICAL;
    int count = categorical ? LEVELS : picture->colors.levels;
    for (int level = 0; level < count; level++) {
        char fill[32];
        struct pen pen = svg_color_pen(picture, level);
        snprintf(fill, sizeof fill, " fill: #%06x", (unsigned)xterm_rgb(pen.foreground));
        append_style_of(text, ".level", level, pen, fill);
    }
    append_line_styles(text, picture, contents);
    text_append(text, ".contour { stroke: #808080; stroke-width: 0.8; fill: none }\n"
                      "#streamlines path { fill: none; stroke-width: 1.3 }\n"
                      "#arrows path, #reference path, .unsure-head { stroke-linecap: round;"
                      " stroke-linejoin: round }\n</style>\n");
}

static void open_figure(struct text *text, const struct svg_picture *picture,
                        const struct svg_area *area, const struct svg_contents *contents)
{
    svg_open(text, area->total_width, area->total_height);
    append_title(text, picture, WORDS_MOST);
    text_append(text, "</title>\n");
    append_description(text, picture, contents);
    append_style(text, picture, contents);
    text_append(text, "<defs><clipPath id=\"area\">");
    svg_rectangle(text, area->left, area->top, area->width, area->height, "/>");
    text_append(text, "</clipPath></defs>\n");
    svg_rectangle(text, 0, 0, area->total_width, area->total_height, " fill=\"#ffffff\"/>\n");
}

static void append_words(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area)
{
    size_t most = (size_t)((area->total_width - area->left) / title_letter);
    text_append(text, "<text class=\"title\"");
    svg_number_attribute(text, "x", area->left);
    svg_number_attribute(text, "y", title_baseline);
    text_append(text, ">");
    append_title(text, picture, most - strlen("-Vf of "));
    text_append(text, "</text>\n");
    svg_label(text, area->left, settings_baseline, "start", picture->settings);
}

/* What is drawn over arrows. */
static void append_places(struct text *text, const struct svg_picture *picture,
                          const struct svg_area *area, const struct svg_contents *contents)
{
    if (picture->slopes[0] != NULL)
        svg_nullclines(text, picture, area, contents);
    if (picture->critical != NULL)
        svg_critical(text, picture, area);
    if (contents->walks > 0)
        svg_walks(text, picture, area);
    if (picture->race != NULL)
        svg_race_letters(text, picture, area);
}

/* Write all but the figure's measures, which are settled. */
static void append_figure(struct text *text, const struct svg_picture *picture,
                          const struct svg_area *area, const struct svg_contents *contents,
                          const char *note)
{
    open_figure(text, picture, area, contents);
    append_words(text, picture, area);
    if (note[0] != '\0')
        svg_label(text, area->left, settings_baseline + SVG_LINE, "start", note);
    svg_axes(text, area);
    if (picture->relief != NULL)
        svg_contours(text, picture, area);
    if (picture->streams != NULL)
        svg_streamlines(text, picture, area);
    if (layers_have_arrows(picture->layers)) {
        svg_arrows(text, picture, area, contents);
        svg_marks(text, picture, area, contents);
    }
    append_places(text, picture, area, contents);
    if (layer_is_in(picture->layers, LAYER_legend))
        svg_legend(text, picture, area, contents);
    if (picture->race != NULL)
        svg_race_table(text, picture, area);
    text_append(text, "</svg>\n");
}

void svg_write(const struct svg_picture *picture, struct text *text)
{
    struct svg_area area;
    struct svg_contents contents;
    char note[ALIASING_WORDS] = "";
    svg_area_make(&area, &picture->window, field_columns(picture->field),
                  field_rows(picture->field));
    if (svg_survey(&contents, picture, &area) != STATUS_OK) {
        text->failed = true;
        return;
    }
    svg_survey_colors(&contents, picture);
    svg_survey_places(&contents, picture);
    svg_survey_walks(&contents, picture, &area);
    int notes = aliasing_describe(contents.aliased, "", note);
    svg_area_fit(&area, notes, svg_legend_height(&contents), svg_race_height(picture));
    append_figure(text, picture, &area, &contents, note);
    free(contents.samples);
}
