/* What the description of a frame says of critical points, nullclines and walks. */
#include "view/description_parts.h"

#include <math.h>
#include <string.h>

#include "view/contour.h"

/* Append so many of a kind: "1 minimum", "4 minima", "2 saddles". */
static void add_kind(struct text *text, size_t count, const char *words)
{
    static const char latin[] = "um";
    size_t length = strlen(words);
    size_t stem = length - (sizeof latin - 1);
    text_append_format(text, "%zu ", count);
    if (count == 1) {
        text_append(text, words);
    } else if (strcmp(words + stem, latin) == 0) {
        text_append_bytes(text, words, stem);
        text_append(text, "a");
    } else {
        text_append(text, words);
        text_append(text, "s");
    }
}

/* Append how many places of lines there are: how many lines those are of is not known. */
static void add_line_places(struct text *text, size_t count)
{
    const char *words = critical_kind_words(CRITICAL_degenerate_line);
    if (count == 1)
        text_append_format(text, "1 place on a %s", words);
    else
        text_append_format(text, "%zu places on one or more %ss", count, words);
}

/* Append how many there are of each kind. */
static void add_kinds(struct text *text, const struct critical_points *points)
{
    size_t counts[CRITICAL_KIND_COUNT] = { 0 };
    bool any = false;
    for (size_t i = 0; i < points->count; i++)
        counts[points->points[i].kind]++;
    for (int kind = 0; kind < CRITICAL_KIND_COUNT; kind++) {
        if (counts[kind] == 0)
            continue;
        text_append(text, any ? ", " : "");
        if (kind == CRITICAL_degenerate_line)
            add_line_places(text, counts[kind]);
        else
            add_kind(text, counts[kind], critical_kind_words((enum critical_kind)kind));
        any = true;
    }
}

void description_say_critical(struct text *text, const struct frame *frame)
{
    char summary[CRITICAL_SUMMARY_SIZE];
    const struct critical_points *points = frame->critical;
    if (!layer_is_in(frame->style.layers, LAYER_critical) || points == NULL)
        return;
    critical_points_summarize(points, summary);
    text_append(text, points->count == 0 ? "No critical point is in sight"
                                         : "The gradient is 0 at ");
    add_kinds(text, points);
    text_append_format(text, ": %s.\n", summary);
}

/* A relief, and whether a line in it was seen where samples are. */
struct watch {
    const struct relief *slope;
    bool seen;
};

static void watch_segment(void *context, const double from[AXES], const double to[AXES])
{
    struct watch *watch = context;
    bool inside = true;
    for (int axis = 0; axis < AXES; axis++) {
        double margin = RELIEF_MARGIN * relief_node_density(watch->slope, axis);
        double middle = (from[axis] + to[axis]) / 2;
        inside = inside && middle >= margin &&
                 middle <= relief_nodes(watch->slope, axis) - 1 - margin;
    }
    watch->seen = watch->seen || inside;
}

void description_say_nullclines(struct text *text, const struct frame *frame)
{
    if (!layer_is_in(frame->style.layers, LAYER_nullclines) || frame->slopes[0] == NULL)
        return;
    for (int axis = 0; axis < AXES; axis++) {
        struct watch watch = { .slope = frame->slopes[axis] };
        contour_trace(watch.slope, 0, watch_segment, &watch);
        text_append_format(text, "%sdf/dx%d %s", axis == 0 ? "" : ", ", axis,
                           watch.seen ? "is 0 along a line that is shown"
                           : relief_is_zero(watch.slope) ? "is 0 everywhere"
                                                         : "changes its sign nowhere");
    }
    text_append(text, ".\n");
}

static bool is_finite(const double place[AXES])
{
    return isfinite(place[0]) && isfinite(place[1]);
}

static void say_walk(struct text *text, const struct frame *frame, const struct trail *trail,
                     const char *words)
{
    text_append(text, "A walk");
    if (trail->count > 0) {
        text_append(text, " from ");
        description_add_place(text, frame, trail->places[0]);
    }
    if (trail->count > 0 && is_finite(trail->last)) {
        text_append(text, " to ");
        description_add_place(text, frame, trail->last);
    }
    if (words[0] == '\0')
        text_append(text, " goes on.\n");
    else
        text_append_format(text, ": %s.\n", words);
}

void description_say_walks(struct text *text, const struct frame *frame)
{
    for (size_t i = 0; frame->trail_words != NULL && i < frame->trail_count; i++)
        say_walk(text, frame, &frame->trails[i], frame->trail_words[i]);
}
