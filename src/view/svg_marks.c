/* The marks of a figure: what stands where there is no arrow. */
#include <math.h>

#include "view/svg_parts.h"

enum { STROKES_MOST = 16 };

/* A mark takes no more of the distance between samples. */
static const double mark_part = 0.6;

/*
 * A step of a path, in halves of the mark's size from its middle, x rightward and y downward. A
 * letter is that of a path; `,` goes on with the points of the letter before.
 */
struct stroke {
    char letter; /* 0 ends the symbol */
    double x;
    double y;
};

/* What a mark looks like; a circle without strokes. */
struct symbol {
    const char *class;
    struct stroke strokes[STROKES_MOST];
};

static const struct symbol symbols[MARK_COUNT] = {
    [MARK_ZERO] = { "zero", { { 0, 0, 0 } } },
    [MARK_UNDEFINED] = { "undefined",
                         { { 'M', -1, -1 }, { 'L', 1, 1 }, { 'M', -1, 1 }, { 'L', 1, -1 } } },
    [MARK_DEAD] = { "dead", { { 'M', -1.2, -0.5 }, { 'L', 1.2, -0.5 },
                              { 'M', -1.2, 0.5 }, { 'L', 1.2, 0.5 } } },
    /* A question mark, a roof and a wave, larger than the others so that they can be told. */
    [MARK_DOUBTFUL] = { "doubtful",
                        { { 'M', -0.8, -0.8 }, { 'Q', -0.8, -1.6 }, { ',', 0, -1.6 },
                          { 'Q', 0.8, -1.6 }, { ',', 0.8, -0.8 }, { 'Q', 0.8, -0.3 },
                          { ',', 0.3, 0 }, { 'Q', 0, 0.2 }, { ',', 0, 0.7 },
                          { 'M', 0, 1.55 }, { 'L', 0, 1.6 } } },
    [MARK_KINK] = { "kink", { { 'M', -1.4, 0.9 }, { 'L', 0, -1.1 }, { 'L', 1.4, 0.9 } } },
    [MARK_ALIASED] = { "aliased", { { 'M', -1.5, 0.5 }, { 'Q', -1.1, -0.6 }, { ',', -0.6, -0.4 },
                                    { 'L', 0.6, 0.4 }, { 'Q', 1.1, 0.6 }, { ',', 1.5, -0.5 } } },
};

static void append_circle(struct text *text, const char *class, const double point[AXES],
                          double size)
{
    text_append_format(text, "<circle class=\"%s\"", class);
    svg_number_attribute(text, "cx", point[0]);
    svg_number_attribute(text, "cy", point[1]);
    svg_number_attribute(text, "r", size / 2);
    text_append(text, "/>\n");
}

void svg_mark(struct text *text, const double point[AXES], enum mark mark, double size)
{
    const struct symbol *symbol = &symbols[mark];
    if (symbol->strokes[0].letter == 0) {
        append_circle(text, symbol->class, point, size);
        return;
    }
    text_append_format(text, "<path class=\"%s\" d=\"", symbol->class);
    for (const struct stroke *stroke = symbol->strokes; stroke->letter != 0; stroke++) {
        if (stroke->letter != ',')
            text_append_format(text, "%s%c", stroke == symbol->strokes ? "" : " ",
                               stroke->letter);
        text_append(text, " ");
        svg_number(text, point[0] + stroke->x * size / 2);
        text_append(text, " ");
        svg_number(text, point[1] + stroke->y * size / 2);
    }
    text_append(text, "\"/>\n");
}

static void append_group(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area, const struct svg_contents *contents,
                         enum mark mark)
{
    enum svg_group group = svg_mark_group(mark);
    const struct svg_sample *samples = svg_group_samples(contents, group);
    double size = fmin(SVG_MARK, area->distance * mark_part);
    if (contents->counts[group] == 0)
        return;
    text_append_format(text, "<g>\n<title>%s</title>\n", mark_explanation(mark));
    for (size_t i = 0; i < contents->counts[group]; i++) {
        struct sample sample = field_sample(picture->field, samples[i].column, samples[i].row);
        double point[AXES];
        projection_point(&area->projection, sample.place, point);
        svg_mark(text, point, mark, size);
    }
    text_append(text, "</g>\n");
}

void svg_marks(struct text *text, const struct svg_picture *picture, const struct svg_area *area,
               const struct svg_contents *contents)
{
    text_append(text, "<g id=\"marks\"");
    svg_number_attribute(text, "stroke-width", fmin(contents->stroke, 1));
    text_append(text, ">\n");
    for (int mark = 0; mark < MARK_COUNT; mark++)
        append_group(text, picture, area, contents, (enum mark)mark);
    text_append(text, "</g>\n");
}
