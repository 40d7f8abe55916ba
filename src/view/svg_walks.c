/* The ways of walks of a figure. */
#include <math.h>

#include "view/svg_parts.h"

/* A way is drawn as far as this from the figure's corner, so that it leaves in its direction. */
#define WAY_REACH 1e5

static const double mark_radius = 4;
static const double step_radius = 1.7;
static const double step_least = 6; /* length of a step that is marked */

/* A walk being written. */
struct writing {
    struct text *text;
    const struct svg_area *area;
    const struct trail *trail;
    int class; /* of its colour */
    bool broken; /* the path does not stand where the next segment begins */
};

/* Liang and Barsky 1984, "A new concept and method for line clipping". */
bool svg_clip(const double from[AXES], const double to[AXES], const double low[AXES],
              const double high[AXES], double part[2])
{
    part[0] = 0;
    part[1] = 1;
    for (int axis = 0; axis < AXES; axis++) {
        double along = to[axis] - from[axis];
        double first = (low[axis] - from[axis]) / along;
        double second = (high[axis] - from[axis]) / along;
        if (along == 0 && (from[axis] < low[axis] || from[axis] > high[axis]))
            return false;
        if (along == 0)
            continue;
        part[0] = fmax(part[0], fmin(first, second));
        part[1] = fmin(part[1], fmax(first, second));
    }
    return part[0] < part[1];
}

static void append_point(struct text *text, const char *letter, const double from[AXES],
                         const double to[AXES], double part)
{
    text_append(text, letter);
    svg_number(text, from[0] + part * (to[0] - from[0]));
    text_append(text, " ");
    svg_number(text, from[1] + part * (to[1] - from[1]));
}

/* Go on with the path from one place to another. */
static void append_segment(struct writing *writing, const double from[AXES],
                           const double to[AXES])
{
    static const double low[AXES] = { -WAY_REACH, -WAY_REACH };
    static const double high[AXES] = { WAY_REACH, WAY_REACH };
    double a[AXES];
    double b[AXES];
    double part[2];
    if (!projection_find_point(&writing->area->projection, from, a) ||
        !projection_find_point(&writing->area->projection, to, b) ||
        !svg_clip(a, b, low, high, part)) {
        writing->broken = true;
        return;
    }
    if (writing->broken || part[0] > 0)
        append_point(writing->text, " M", a, b, part[0]);
    append_point(writing->text, " L", a, b, part[1]);
    writing->broken = part[1] < 1;
}

static void append_way(struct writing *writing)
{
    const struct trail *trail = writing->trail;
    text_append_format(writing->text, "<path class=\"walk-%d\" d=\"", writing->class);
    writing->broken = true;
    for (size_t i = 1; i < trail->count; i++)
        append_segment(writing, trail->places[i - 1], trail->places[i]);
    append_segment(writing, trail->places[trail->count - 1], trail->last);
    text_append(writing->text, "\"/>\n");
}

static void append_circle(struct text *text, const char *kind, int class,
                          const double point[AXES], double radius)
{
    text_append_format(text, "<circle class=\"%s-%d\"", kind, class);
    svg_number_attribute(text, "cx", point[0]);
    svg_number_attribute(text, "cy", point[1]);
    svg_number_attribute(text, "r", radius);
    text_append(text, "/>\n");
}

/* Where a walk ends: a diamond where it has arrived, a square where it may go on, else a cross. */
static void append_end(struct text *text, int class, const double point[AXES],
                       enum svg_walk_mark mark)
{
    static const struct {
        const char *name;
        double corners[5][AXES];
        size_t count;
        size_t again; /* the corner that another line begins at */
    } ends[SVG_WALK_MARKS] = {
        [SVG_WALK_ARRIVED] = { "arrived", { { -1, 0 }, { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } },
                               5, 0 },
        [SVG_WALK_STANDS] = { "stands", { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 }, { -1, -1 } },
                              5, 0 },
        [SVG_WALK_ENDED] = { "ended", { { -1, -1 }, { 1, 1 }, { -1, 1 }, { 1, -1 } }, 4, 2 },
    };
    text_append_format(text, "<path class=\"%s-%d\" d=\"", ends[mark].name, class);
    for (size_t i = 0; i < ends[mark].count; i++) {
        text_append(text, i == 0 ? "M " : i == ends[mark].again ? " M " : " L ");
        svg_number(text, point[0] + mark_radius * ends[mark].corners[i][0]);
        text_append(text, " ");
        svg_number(text, point[1] + mark_radius * ends[mark].corners[i][1]);
    }
    text_append(text, "\"/>\n");
}

void svg_walk_mark(struct text *text, const double point[AXES], int class,
                   enum svg_walk_mark mark)
{
    if (mark == SVG_WALK_START)
        append_circle(text, "start", class, point, mark_radius);
    else if (mark == SVG_WALK_STEP)
        append_circle(text, "step", class, point, step_radius);
    else
        append_end(text, class, point, mark);
}

static void put_mark(const struct writing *writing, const double place[AXES],
                     enum svg_walk_mark mark)
{
    double point[AXES];
    if (projection_find_point(&writing->area->projection, place, point))
        svg_walk_mark(writing->text, point, writing->class, mark);
}

/* Whether the step to a place is long enough to be told from others; stores where it is drawn. */
static bool is_marked(const struct writing *writing, size_t index, double point[AXES])
{
    const struct trail *trail = writing->trail;
    const struct projection *projection = &writing->area->projection;
    double before[AXES];
    return trail->stride == 1 &&
           projection_find_point(projection, trail->places[index - 1], before) &&
           projection_find_point(projection, trail->places[index], point) &&
           hypot(point[0] - before[0], point[1] - before[1]) >= step_least;
}

static void append_steps(const struct writing *writing)
{
    double point[AXES];
    for (size_t i = 1; i < writing->trail->count; i++)
        if (is_marked(writing, i, point))
            svg_walk_mark(writing->text, point, writing->class, SVG_WALK_STEP);
}

static enum svg_walk_mark end_mark(const struct trail *trail)
{
    static const enum svg_walk_mark marks[] = { [TRAIL_GOES_ON] = SVG_WALK_STANDS,
                                                [TRAIL_ARRIVED] = SVG_WALK_ARRIVED,
                                                [TRAIL_ENDED] = SVG_WALK_ENDED };
    return marks[trail->end];
}

static void append_walk(struct writing *writing, const char *reason)
{
    text_append(writing->text, "<g><title>");
    svg_escape(writing->text, reason, SIZE_MAX);
    text_append(writing->text, "</title>\n");
    append_way(writing);
    append_steps(writing);
    put_mark(writing, writing->trail->places[0], SVG_WALK_START);
    put_mark(writing, trail_last_seen(writing->trail, &writing->area->projection),
             end_mark(writing->trail));
    text_append(writing->text, "</g>\n");
}

void svg_walks(struct text *text, const struct svg_picture *picture, const struct svg_area *area)
{
    text_append(text, "<g id=\"walks\" clip-path=\"url(#area)\">\n");
    for (size_t i = 0; i < picture->walk_count; i++) {
        struct writing writing = { .text = text, .area = area, .class = (int)i,
                                   .trail = picture->walks[i].trail };
        if (writing.trail->count > 0)
            append_walk(&writing, picture->walks[i].reason);
    }
    text_append(text, "</g>\n");
}

/* Note what is marked on a walk. */
static void survey(const struct writing *writing, bool marks[SVG_WALK_MARKS])
{
    double point[AXES];
    marks[SVG_WALK_START] = true;
    for (size_t i = 1; i < writing->trail->count && !marks[SVG_WALK_STEP]; i++)
        marks[SVG_WALK_STEP] = is_marked(writing, i, point);
    marks[end_mark(writing->trail)] = true;
}

void svg_survey_walks(struct svg_contents *contents, const struct svg_picture *picture,
                      const struct svg_area *area)
{
    for (size_t i = 0; i < picture->walk_count; i++) {
        const struct writing writing = { .area = area, .trail = picture->walks[i].trail };
        if (writing.trail->count == 0)
            continue;
        contents->walks++;
        survey(&writing, contents->walk_marks);
    }
}
