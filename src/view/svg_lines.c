/* Contours and streamlines of a figure. */
#include <math.h>

#include "view/svg_parts.h"

enum {
    POINT_STRIDE = 4, /* points of a streamline for one of its path */
    HEAD_REACH = 8    /* points from a direction mark to where its direction is taken */
};

static const double head_length = 7;
static const double head_half_width = 2.6;

/* What writing the segments of one level takes. */
struct level_path {
    struct text *text;
    const struct relief *relief;
    const struct projection *projection;
    bool empty;
};

static void append_point(struct text *text, const char *letter, const double point[AXES])
{
    text_append(text, letter);
    svg_number(text, point[0]);
    text_append(text, " ");
    svg_number(text, point[1]);
}

static void append_segment(void *context, const double from[AXES], const double to[AXES])
{
    struct level_path *path = context;
    const double *const ends[] = { from, to };
    if (path->empty)
        text_append(path->text, "<path class=\"contour\" d=\"");
    for (int i = 0; i < 2; i++) {
        double place[AXES];
        double point[AXES];
        relief_place(path->relief, ends[i], place);
        projection_point(path->projection, place, point);
        append_point(path->text, i == 1 ? "L" : path->empty ? "M" : " M", point);
    }
    path->empty = false;
}

void svg_contours(struct text *text, const struct svg_picture *picture,
                  const struct svg_area *area)
{
    double levels[SPREAD_LEVELS_MOST];
    int count = spread_levels(&picture->spread, SVG_LEVELS, levels);
    text_append(text, "<g id=\"contours\" clip-path=\"url(#area)\">\n");
    for (int i = 0; i < count; i++) {
        char number[NUMBER_SIZE];
        char minused[NUMBER_SIZE + MINUS_GROWTH];
        struct level_path path = { text, picture->relief, &area->projection, true };
        contour_trace(picture->relief, levels[i], append_segment, &path);
        if (path.empty)
            continue;
        minus_copy(number_short(levels[i], 6, number), false, minused, sizeof minused);
        text_append_format(text, "\"><title>f = %s</title></path>\n", minused);
    }
    text_append(text, "</g>\n");
}

/* The triangle that shows which way a line goes at a point, from where it was a little before. */
static void append_head(struct text *text, const double from[AXES], const double to[AXES],
                        int color)
{
    char class[SVG_CLASS_SIZE];
    double along[AXES] = { to[0] - from[0], to[1] - from[1] };
    double size = hypot(along[0], along[1]);
    if (!(size > 0))
        return;
    for (int axis = 0; axis < AXES; axis++)
        along[axis] /= size;
    double back[AXES] = { to[0] - head_length * along[0], to[1] - head_length * along[1] };
    svg_color_class(color, class);
    text_append_format(text, "<path class=\"%s\" d=\"", class);
    append_point(text, "M", to);
    append_point(text, " L", (double[]){ back[0] - head_half_width * along[1],
                                         back[1] + head_half_width * along[0] });
    append_point(text, " L", (double[]){ back[0] + head_half_width * along[1],
                                         back[1] - head_half_width * along[0] });
    text_append(text, " Z\"/>\n");
}

/* The first point after `at` from which on another colour is needed, or the line's end. */
static size_t run_end(const struct svg_picture *picture, const struct svg_area *area,
                      const struct stream_line *line, size_t at)
{
    int color = svg_stream_color(picture, area, &line->points[at]);
    while (at + 1 < line->count &&
           svg_stream_color(picture, area, &line->points[at]) == color)
        at++;
    return at;
}

static void append_path_point(struct text *text, const struct svg_area *area,
                              const struct stream_line *line, size_t at, const char *letter)
{
    double point[AXES];
    projection_point(&area->projection, line->points[at].place, point);
    append_point(text, letter, point);
}

/* A path for each stretch of one colour; neighbours share their ends. */
static void append_line(struct text *text, const struct svg_picture *picture,
                        const struct svg_area *area, const struct stream_line *line)
{
    for (size_t at = 0, end; at + 1 < line->count; at = end) {
        char class[SVG_CLASS_SIZE];
        end = run_end(picture, area, line, at);
        svg_color_class(svg_stream_color(picture, area, &line->points[at]), class);
        text_append_format(text, "<path class=\"%s\" d=\"", class);
        append_path_point(text, area, line, at, "M");
        for (size_t i = at + POINT_STRIDE; i < end; i += POINT_STRIDE)
            append_path_point(text, area, line, i, " L");
        append_path_point(text, area, line, end, " L");
        text_append(text, "\"/>\n");
    }
}

static void append_heads(struct text *text, const struct svg_picture *picture,
                         const struct svg_area *area, const struct stream_line *line)
{
    for (size_t at = line->mark; at < line->count; at += STREAM_MARK_STEPS) {
        double ends[2][AXES];
        size_t before = at >= HEAD_REACH ? at - HEAD_REACH : 0;
        size_t after = at + HEAD_REACH < line->count ? at + HEAD_REACH : line->count - 1;
        projection_point(&area->projection, line->points[before].place, ends[0]);
        projection_point(&area->projection, line->points[after].place, ends[1]);
        int tip = picture->ascent ? 0 : 1;
        append_head(text, ends[1 - tip], ends[tip],
                    svg_stream_color(picture, area, &line->points[at]));
    }
}

void svg_streamlines(struct text *text, const struct svg_picture *picture,
                     const struct svg_area *area)
{
    size_t count = streams_count(picture->streams);
    text_append(text, "<g id=\"streamlines\" clip-path=\"url(#area)\">\n");
    for (size_t i = 0; i < count; i++)
        append_line(text, picture, area, streams_line(picture->streams, i));
    text_append(text, "</g>\n<g id=\"directions\" clip-path=\"url(#area)\">\n");
    for (size_t i = 0; i < count; i++)
        append_heads(text, picture, area, streams_line(picture->streams, i));
    text_append(text, "</g>\n");
}
