/* One streamline, followed step by step from a point. */
#include "view/stream_trace.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum {
    SEED = STREAM_STEPS_MOST, /* where the seed is among a tracer's points */
    STEPS_UNSEEN = 8          /* a line's last steps may share a dot */
};

static const double stride = 0.5;          /* a step, in dots */
static const double grain = 1 / 1048576.0; /* of coordinates: 2^-20 */
static const double test_part = 0.5;       /* of the separation, which lines keep from another */

/* A point on its way, and what is known there. */
struct walker {
    double point[AXES];
    struct stream_sample sample;
};

enum outcome { OUTCOME_ON, OUTCOME_EDGE, OUTCOME_END };

bool rectangle_holds(const struct rectangle *rectangle, const double point[AXES])
{
    for (int axis = 0; axis < AXES; axis++)
        if (!(point[axis] >= rectangle->low[axis] && point[axis] <= rectangle->high[axis]))
            return false;
    return true;
}

/* Dots of the reach along an axis. */
static size_t reach_dots(const struct tracer *tracer, int axis)
{
    return (size_t)(tracer->reach.high[axis] - tracer->reach.low[axis]) + 2;
}

enum status tracer_prepare(struct tracer *tracer)
{
    if (tracer->points == NULL)
        tracer->points = array_resize(NULL, 2 * STREAM_STEPS_MOST + 1, sizeof *tracer->points);
    size_t bytes = reach_dots(tracer, 0) * reach_dots(tracer, 1) / CHAR_BIT + 1;
    if (bytes > tracer->seen_capacity) {
        unsigned char *grown = array_resize(tracer->seen, bytes, 1);
        if (grown == NULL)
            return STATUS_FAILED;
        tracer->seen = grown;
        tracer->seen_capacity = bytes;
    }
    memset(tracer->seen, 0, bytes);
    return tracer->points == NULL ? STATUS_FAILED : STATUS_OK;
}

void tracer_clear(struct tracer *tracer)
{
    free(tracer->points);
    free(tracer->seen);
}

/* The number of a point's dot in the reach. */
static size_t dot_of(const struct tracer *tracer, const double point[AXES])
{
    size_t across = (size_t)(point[0] - tracer->reach.low[0] + 0.5);
    size_t down = (size_t)(point[1] - tracer->reach.low[1] + 0.5);
    return down * reach_dots(tracer, 0) + across;
}

static bool is_seen(const struct tracer *tracer, const double point[AXES])
{
    size_t dot = dot_of(tracer, point);
    return (tracer->seen[dot / CHAR_BIT] >> dot % CHAR_BIT & 1) != 0;
}

static void set_seen(struct tracer *tracer, const double point[AXES])
{
    size_t dot = dot_of(tracer, point);
    tracer->seen[dot / CHAR_BIT] |= (unsigned char)(1u << dot % CHAR_BIT);
}

static void forget_seen(struct tracer *tracer)
{
    for (size_t i = tracer->begin; i < tracer->end; i++)
        tracer->seen[dot_of(tracer, tracer->points[i].dot) / CHAR_BIT] = 0;
}

static bool sample_at(const struct tracer *tracer, struct walker *walker)
{
    const struct stream_request *request = tracer->request;
    return request->sample(request->context, walker->point, &walker->sample);
}

/* Whether the direction turns by more than 90 degrees from one to the other. */
static bool turns(const struct walker *from, const struct walker *to)
{
    return from->sample.direction[0] * to->sample.direction[0] +
           from->sample.direction[1] * to->sample.direction[1] < 0;
}

/* Put `to` where a step of that length leads from a point into another's direction. */
static void stride_from(const struct walker *from, const struct walker *into, double length,
                        struct walker *to)
{
    for (int axis = 0; axis < AXES; axis++)
        to->point[axis] = nearbyint((from->point[axis] +
                                     length * into->sample.direction[axis]) / grain) * grain;
}

/* Go a step by the midpoint rule; where that cannot be, the walker stays. */
static enum outcome advance(const struct tracer *tracer, int way, int owner,
                            struct walker *walker)
{
    struct walker middle;
    struct walker next;
    stride_from(walker, walker, way * stride / 2, &middle);
    if (!sample_at(tracer, &middle) || turns(walker, &middle))
        return OUTCOME_END;
    stride_from(walker, &middle, way * stride, &next);
    if (!rectangle_holds(&tracer->reach, next.point))
        return OUTCOME_EDGE;
    if (rectangle_holds(&tracer->kept, next.point) || is_seen(tracer, next.point))
        return OUTCOME_END;
    if (!sample_at(tracer, &next) || turns(&middle, &next) || turns(walker, &next) ||
        way * (next.sample.value - walker->sample.value) > 0)
        return OUTCOME_END;
    if (nearness_has(tracer->nearness, next.point, test_part * tracer->request->separation, owner))
        return OUTCOME_END;
    *walker = next;
    return OUTCOME_ON;
}

static void store(struct tracer *tracer, size_t index, const struct walker *walker)
{
    struct stream_point *point = &tracer->points[index];
    memcpy(point->dot, walker->point, sizeof point->dot);
    projection_place(&tracer->request->projection, point->dot, point->place);
    point->magnitude = walker->sample.magnitude;
}

bool tracer_seed(struct tracer *tracer, const double seed[AXES])
{
    struct walker walker;
    for (int axis = 0; axis < AXES; axis++)
        walker.point[axis] = nearbyint(seed[axis] / grain) * grain;
    tracer->begin = SEED;
    tracer->end = SEED + 1;
    tracer->open[0] = false;
    tracer->open[1] = false;
    if (!sample_at(tracer, &walker))
        return false;
    store(tracer, SEED, &walker);
    return true;
}

void tracer_follow(struct tracer *tracer, int way, int owner)
{
    struct walker walker;
    memcpy(walker.point, tracer->points[SEED].dot, sizeof walker.point);
    if (!sample_at(tracer, &walker))
        return;
    enum outcome outcome = OUTCOME_ON;
    for (size_t step = 1; step <= STREAM_STEPS_MOST; step++) {
        outcome = advance(tracer, way, owner, &walker);
        if (outcome != OUTCOME_ON)
            break;
        size_t index = way > 0 ? SEED + step : SEED - step;
        store(tracer, index, &walker);
        if (way > 0)
            tracer->end++;
        else
            tracer->begin--;
        if (step >= STEPS_UNSEEN)
            set_seen(tracer, tracer->points[way > 0 ? index - STEPS_UNSEEN
                                                    : index + STEPS_UNSEEN].dot);
    }
    forget_seen(tracer);
    tracer->open[way > 0 ? 1 : 0] = outcome == OUTCOME_EDGE;
}
