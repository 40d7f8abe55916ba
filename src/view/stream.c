/* Evenly spaced streamlines: where lines begin, which are kept, and what a pan does to them. */
#include "view/stream.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "view/dots.h"
#include "view/stream_trace.h"

enum {
    LINES_FIRST = 64,
    SEED_STEPS = 4,   /* points of a line from one that seeds are put beside to the next */
    LENGTH_LEAST = 2  /* separations: shorter lines are dropped */
};

static const double separation_small = 8;
static const double separation_large = 10;
static const double large_area = 240 * 160; /* dots */
static const double steps_per_dot = 2;
static const double failure_part = 0.5;  /* of the separation: no other seed is tried there */
static const double nowhere = -1;

struct streams {
    struct stream_line *lines;
    size_t count;
    size_t capacity;
    struct nearness *nearness;
    struct nearness *failures; /* seeds of lines that were too short */
    struct tracer tracer;
    struct rectangle area;
};

struct streams *streams_new(void)
{
    struct streams *streams = calloc(1, sizeof *streams);
    if (streams == NULL)
        return NULL;
    streams->nearness = nearness_new();
    streams->failures = nearness_new();
    if (streams->nearness == NULL || streams->failures == NULL) {
        streams_free(streams);
        return NULL;
    }
    return streams;
}

static void forget_lines(struct streams *streams)
{
    for (size_t i = 0; i < streams->count; i++)
        free(streams->lines[i].points);
    streams->count = 0;
}

void streams_free(struct streams *streams)
{
    if (streams == NULL)
        return;
    forget_lines(streams);
    free(streams->lines);
    nearness_free(streams->nearness);
    nearness_free(streams->failures);
    tracer_clear(&streams->tracer);
    free(streams);
}

static struct rectangle area_of(const struct projection *projection)
{
    return (struct rectangle){
        .low = { -0.5, -0.5 },
        .high = { projection->columns * DOTS_ACROSS - 0.5, projection->rows * DOTS_DOWN - 0.5 }
    };
}

static struct rectangle widened(const struct rectangle *rectangle, double by)
{
    return (struct rectangle){ .low = { rectangle->low[0] - by, rectangle->low[1] - by },
                               .high = { rectangle->high[0] + by, rectangle->high[1] + by } };
}

double stream_separation(const struct projection *projection)
{
    double dots = (double)projection->columns * DOTS_ACROSS * projection->rows * DOTS_DOWN;
    double bounded = 2 * steps_per_dot * dots / NEARNESS_POINTS_MOST;
    return fmax(dots >= large_area ? separation_large : separation_small, ceil(bounded));
}

size_t streams_count(const struct streams *streams)
{
    return streams->count;
}

const struct stream_line *streams_line(const struct streams *streams, size_t index)
{
    return &streams->lines[index];
}

/* Make the tracer and the buckets ready for a request, without a line's point in them. */
static enum status prepare(struct streams *streams, const struct stream_request *request)
{
    struct tracer *tracer = &streams->tracer;
    streams->area = area_of(&request->projection);
    tracer->request = request;
    tracer->nearness = streams->nearness;
    tracer->reach = widened(&streams->area, STREAM_MARGIN * request->separation);
    tracer->kept = (struct rectangle){ .low = { 0, 0 }, .high = { nowhere, nowhere } };
    if (tracer_prepare(tracer) != STATUS_OK ||
        nearness_reset(streams->failures, tracer->reach.low, tracer->reach.high,
                       request->separation / 2) != STATUS_OK)
        return STATUS_FAILED;
    return nearness_reset(streams->nearness, tracer->reach.low, tracer->reach.high,
                          request->separation / 2);
}

static enum status add_points(struct streams *streams, const struct stream_point *points,
                              size_t count, int owner)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = nearness_add(streams->nearness, points[i].dot, owner);
    return status;
}

static enum status make_room_for_line(struct streams *streams)
{
    if (streams->count < streams->capacity)
        return STATUS_OK;
    size_t capacity = streams->capacity == 0 ? LINES_FIRST : 2 * streams->capacity;
    struct stream_line *grown = array_resize(streams->lines, capacity, sizeof *grown);
    if (grown == NULL)
        return STATUS_FAILED;
    streams->lines = grown;
    streams->capacity = capacity;
    return STATUS_OK;
}

/* Add a copy of points as a line. */
static enum status add_line(struct streams *streams, const struct stream_point *points,
                            size_t count, size_t mark, const bool open[2])
{
    if (make_room_for_line(streams) != STATUS_OK)
        return STATUS_FAILED;
    struct stream_line *line = &streams->lines[streams->count];
    *line = (struct stream_line){ .points = array_resize(NULL, count, sizeof *points),
                                  .count = count,
                                  .mark = mark,
                                  .open = { open[0], open[1] } };
    if (line->points == NULL)
        return STATUS_FAILED;
    memcpy(line->points, points, count * sizeof *points);
    streams->count++;
    return add_points(streams, points, count, (int)(streams->count - 1));
}

/* The index in the middle of what can be seen of a line. */
static size_t middle_in_sight(const struct streams *streams, const struct stream_point *points,
                              size_t count)
{
    size_t first = 0;
    size_t last = count - 1;
    while (first < last && !rectangle_holds(&streams->area, points[first].dot))
        first++;
    while (last > first && !rectangle_holds(&streams->area, points[last].dot))
        last--;
    return first + (last - first) / 2;
}

/* Draw a line through `seed`, where there is room for one that is long enough. */
static enum status try_seed(struct streams *streams, const double seed[AXES])
{
    struct tracer *tracer = &streams->tracer;
    double separation = tracer->request->separation;
    if (streams->count >= STREAM_LINES_MOST || !rectangle_holds(&tracer->reach, seed) ||
        rectangle_holds(&tracer->kept, seed) ||
        nearness_has(streams->nearness, seed, separation, NEARNESS_NO_OWNER) ||
        nearness_has(streams->failures, seed, separation * failure_part, NEARNESS_NO_OWNER))
        return STATUS_OK;
    if (!tracer_seed(tracer, seed))
        return nearness_add(streams->failures, seed, 0);
    tracer_follow(tracer, 1, NEARNESS_NO_OWNER);
    tracer_follow(tracer, -1, NEARNESS_NO_OWNER);
    size_t count = tracer->end - tracer->begin;
    if ((double)(count - 1) < LENGTH_LEAST * separation * steps_per_dot ||
        count > nearness_room(streams->nearness))
        return nearness_add(streams->failures, seed, 0);
    const struct stream_point *points = &tracer->points[tracer->begin];
    size_t mark = middle_in_sight(streams, points, count) % STREAM_MARK_STEPS;
    return add_line(streams, points, count, mark, tracer->open);
}

/* Put seeds on both sides of a line's point, square to the line. */
static enum status seed_beside(struct streams *streams, size_t index, size_t at)
{
    const struct stream_line *line = &streams->lines[index];
    const double *here = line->points[at].dot;
    const double *before = line->points[at > 0 ? at - 1 : at].dot;
    const double *after = line->points[at + 1 < line->count ? at + 1 : at].dot;
    double right = after[0] - before[0];
    double below = after[1] - before[1];
    double length = hypot(right, below);
    if (!(length > 0))
        return STATUS_OK;
    double apart = streams->tracer.request->separation / length;
    const double seeds[2][AXES] = {
        { here[0] - below * apart, here[1] + right * apart },
        { here[0] + below * apart, here[1] - right * apart },
    };
    enum status status = try_seed(streams, seeds[0]);
    return status == STATUS_OK ? try_seed(streams, seeds[1]) : status;
}

/* Seed beside all lines from number *done on, and beside those that this gives. */
static enum status seed_beside_lines(struct streams *streams, size_t *done)
{
    enum status status = STATUS_OK;
    for (; status == STATUS_OK && *done < streams->count; (*done)++)
        for (size_t at = 0; status == STATUS_OK && at < streams->lines[*done].count;
             at += SEED_STEPS)
            status = seed_beside(streams, *done, at);
    return status;
}

/* Fill the reach: beside lines first, then wherever there is room. */
static enum status fill(struct streams *streams)
{
    const struct tracer *tracer = &streams->tracer;
    double apart = tracer->request->separation / 2;
    size_t done = 0;
    enum status status = seed_beside_lines(streams, &done);
    for (double down = tracer->reach.low[1]; down <= tracer->reach.high[1]; down += apart) {
        for (double right = tracer->reach.low[0]; right <= tracer->reach.high[0]; right += apart) {
            const double seed[AXES] = { right, down };
            if (status == STATUS_OK)
                status = try_seed(streams, seed);
            if (status == STATUS_OK)
                status = seed_beside_lines(streams, &done);
        }
    }
    return status;
}

enum status streams_start(struct streams *streams, const struct stream_request *request)
{
    forget_lines(streams);
    enum status status = prepare(streams, request);
    const double seed[AXES] = { streams->area.high[0] / 3, streams->area.high[1] / 3 };
    if (status == STATUS_OK)
        status = try_seed(streams, seed);
    if (status == STATUS_OK)
        status = fill(streams);
    if (status != STATUS_OK)
        forget_lines(streams);
    return status;
}

/* Add what the reach still holds of a line that was moved: one line for each piece. */
static enum status add_pieces(struct streams *streams, const struct stream_line *line)
{
    const struct rectangle *reach = &streams->tracer.reach;
    enum status status = STATUS_OK;
    size_t begin = 0;
    while (status == STATUS_OK && begin < line->count) {
        size_t end = begin;
        while (end < line->count && rectangle_holds(reach, line->points[end].dot))
            end++;
        const bool open[2] = { begin > 0 || line->open[0], end < line->count || line->open[1] };
        size_t before = begin % STREAM_MARK_STEPS;
        size_t mark = (line->mark + STREAM_MARK_STEPS - before) % STREAM_MARK_STEPS;
        if (end > begin + 1 && streams->count < STREAM_LINES_MOST)
            status = add_line(streams, &line->points[begin], end - begin, mark, open);
        begin = end + 1;
    }
    return status;
}

/* Move all points by `shift` and drop those out of reach. */
static enum status move_lines(struct streams *streams, const double shift[AXES])
{
    struct stream_line *old = streams->lines;
    size_t count = streams->count;
    enum status status = STATUS_OK;
    streams->lines = NULL;
    streams->count = 0;
    streams->capacity = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < old[i].count; at++)
            for (int axis = 0; axis < AXES; axis++)
                old[i].points[at].dot[axis] += shift[axis];
        if (status == STATUS_OK)
            status = add_pieces(streams, &old[i]);
        free(old[i].points);
    }
    free(old);
    return status;
}

/* Put traced points, all but the seed, before the line's (end 0) or after them (end 1). */
static enum status join(struct streams *streams, size_t index, int end)
{
    const struct tracer *tracer = &streams->tracer;
    struct stream_line *line = &streams->lines[index];
    size_t more = tracer->end - tracer->begin - 1;
    const struct stream_point *points = &tracer->points[tracer->begin + (end == 0 ? 0 : 1)];
    struct stream_point *grown = array_resize(line->points, line->count + more, sizeof *grown);
    if (grown == NULL)
        return STATUS_FAILED;
    line->points = grown;
    if (end == 0) {
        memmove(grown + more, grown, line->count * sizeof *grown);
        line->mark = (line->mark + more) % STREAM_MARK_STEPS;
    }
    memcpy(end == 0 ? grown : grown + line->count, points, more * sizeof *grown);
    line->count += more;
    return add_points(streams, points, more, (int)index);
}

/* Let a line go on at an end that stopped where the drawing ended. */
static enum status lengthen(struct streams *streams, size_t index, int end)
{
    struct tracer *tracer = &streams->tracer;
    struct stream_line *line = &streams->lines[index];
    const struct stream_point *last = &line->points[end == 0 ? 0 : line->count - 1];
    if (!line->open[end] || !tracer_seed(tracer, last->dot))
        return STATUS_OK;
    tracer_follow(tracer, end == 0 ? -1 : 1, (int)index);
    line->open[end] = tracer->open[end];
    size_t more = tracer->end - tracer->begin - 1;
    if (more == 0 || more > nearness_room(streams->nearness))
        return STATUS_OK;
    return join(streams, index, end);
}

enum status streams_pan(struct streams *streams, const struct stream_request *request,
                        const double shift[AXES])
{
    enum status status = prepare(streams, request);
    if (status == STATUS_OK)
        status = move_lines(streams, shift);
    for (int axis = 0; axis < AXES; axis++) {
        streams->tracer.kept.low[axis] = streams->area.low[axis] + shift[axis];
        streams->tracer.kept.high[axis] = streams->area.high[axis] + shift[axis];
    }
    size_t count = streams->count;
    for (size_t i = 0; i < count; i++)
        for (int end = 0; end < 2; end++)
            if (status == STATUS_OK)
                status = lengthen(streams, i, end);
    if (status == STATUS_OK)
        status = fill(streams);
    if (status != STATUS_OK)
        forget_lines(streams);
    return status;
}
