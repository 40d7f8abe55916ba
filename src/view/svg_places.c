/* Nullclines and critical points of a figure. */
#include <math.h>
#include <stdlib.h>

#include "view/critical_letter.h"
#include "view/svg_parts.h"

static const double ring_radius = 3.2;

/* From a point to its letter, rightward and downward: at the point, and in the legend's line. */
static const double letter_at_point[AXES] = { 5, -5 };
static const double letter_in_line[AXES] = { 7, 4 };

static const char *const nullcline_words[AXES] = { "∂f/∂x0 = 0", "∂f/∂x1 = 0" };

/* What writing the line of an axis takes. */
struct line_path {
    struct text *text;
    const struct relief *slope;
    const struct projection *projection;
    bool dashed;
    bool empty;
};

/* Whether a segment is in a cell that the dashed line leaves out: every second on its way. */
static bool is_gap(const double from[AXES], const double to[AXES])
{
    double column = floor((from[0] + to[0]) / 2);
    double row = floor((from[1] + to[1]) / 2);
    return fmod(column + row, 2) != 0;
}

static void append_segment(void *context, const double from[AXES], const double to[AXES])
{
    struct line_path *path = context;
    const double *const ends[] = { from, to };
    if (path->dashed && is_gap(from, to))
        return;
    for (int i = 0; i < 2; i++) {
        double place[AXES];
        double point[AXES];
        relief_place(path->slope, ends[i], place);
        projection_point(path->projection, place, point);
        text_append(path->text, i == 1 ? "L" : path->empty ? "M" : " M");
        svg_number(path->text, point[0]);
        text_append(path->text, " ");
        svg_number(path->text, point[1]);
    }
    path->empty = false;
}

void svg_nullclines(struct text *text, const struct svg_picture *picture,
                    const struct svg_area *area, const struct svg_contents *contents)
{
    text_append(text, "<g id=\"nullclines\" clip-path=\"url(#area)\">\n");
    for (int axis = 0; axis < AXES; axis++) {
        struct line_path path = { text, picture->slopes[axis], &area->projection, axis == 1, true };
        if (!contents->nullclines[axis])
            continue;
        text_append_format(text, "<path class=\"nullcline-%d\" d=\"", axis);
        contour_trace(picture->slopes[axis], 0, append_segment, &path);
        text_append_format(text, "\"><title>%s</title></path>\n", nullcline_words[axis]);
    }
    text_append(text, "</g>\n");
}

static void note_segment(void *context, const double from[AXES], const double to[AXES])
{
    bool *seen = context;
    (void)from;
    (void)to;
    *seen = true;
}

void svg_survey_places(struct svg_contents *contents, const struct svg_picture *picture)
{
    for (int axis = 0; axis < AXES; axis++)
        if (picture->slopes[axis] != NULL)
            contour_trace(picture->slopes[axis], 0, note_segment, &contents->nullclines[axis]);
    for (size_t i = 0; picture->critical != NULL && i < picture->critical->count; i++)
        contents->critical[picture->critical->points[i].kind] = true;
}

const char *svg_nullcline_swatch(struct text *text, const double point[AXES], double width,
                                 int axis)
{
    text_append_format(text, "<path class=\"nullcline-%d\"%s d=\"M ", axis,
                       axis == 1 ? " stroke-dasharray=\"4 4\"" : "");
    svg_number(text, point[0]);
    text_append(text, " ");
    svg_number(text, point[1]);
    text_append(text, " h ");
    svg_number(text, width);
    text_append(text, "\"/>\n");
    return nullcline_words[axis];
}

void svg_letter(struct text *text, const double point[AXES], const double away[AXES], char letter)
{
    static const char *const classes[] = { "halo", "letter" };
    for (int i = 0; i < 2; i++) {
        text_append_format(text, "<text class=\"%s\"", classes[i]);
        svg_number_attribute(text, "x", point[0] + away[0]);
        svg_number_attribute(text, "y", point[1] + away[1]);
        text_append_format(text, ">%c</text>\n", letter);
    }
}

static void append_mark(struct text *text, const double point[AXES], const double away[AXES],
                        enum critical_kind kind)
{
    text_append(text, "<circle class=\"ring\"");
    svg_number_attribute(text, "cx", point[0]);
    svg_number_attribute(text, "cy", point[1]);
    svg_number_attribute(text, "r", ring_radius);
    text_append(text, "/>\n");
    svg_letter(text, point, away, critical_letter(kind));
}

void svg_critical_swatch(struct text *text, const double point[AXES], enum critical_kind kind)
{
    append_mark(text, point, letter_in_line, kind);
}

static void append_number(struct text *text, const char *before, double value)
{
    char number[NUMBER_SIZE];
    char minused[NUMBER_SIZE + MINUS_GROWTH];
    minus_copy(number_short(value, 6, number), false, minused, sizeof minused);
    text_append_format(text, "%s%s", before, minused);
}

static void append_point(struct text *text, const struct svg_area *area,
                         const struct critical_point *point)
{
    double at[AXES];
    projection_point(&area->projection, point->at, at);
    text_append_format(text, "<g class=\"critical\"><title>%s", critical_kind_words(point->kind));
    append_number(text, ": x0 ", point->at[0]);
    append_number(text, ", x1 ", point->at[1]);
    append_number(text, ", f ", point->value);
    append_number(text, ", curvature ", point->eigenvalues[0]);
    append_number(text, " to ", point->eigenvalues[1]);
    append_number(text, ", index ", point->index);
    text_append(text, "</title>\n");
    append_mark(text, at, letter_at_point, point->kind);
    text_append(text, "</g>\n");
}

void svg_critical(struct text *text, const struct svg_picture *picture,
                  const struct svg_area *area)
{
    text_append(text, "<g id=\"critical\" clip-path=\"url(#area)\">\n");
    for (size_t i = 0; i < picture->critical->count; i++)
        append_point(text, area, &picture->critical->points[i]);
    text_append(text, "</g>\n");
}
