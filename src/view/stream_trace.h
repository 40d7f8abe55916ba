/* One streamline, followed step by step from a point; for stream.c only. */
#ifndef STEEPEST_VIEW_STREAM_TRACE_H
#define STEEPEST_VIEW_STREAM_TRACE_H

#include "view/nearness.h"
#include "view/stream.h"

/* Points from low to high, in dots, edges included. */
struct rectangle {
    double low[AXES];
    double high[AXES];
};

bool rectangle_holds(const struct rectangle *rectangle, const double point[AXES]);

/* Where lines may go, and room for one of them. Pointers but `points` and `seen` are not owned. */
struct tracer {
    const struct stream_request *request;
    struct nearness *nearness;   /* the points of the lines that there are */
    struct rectangle reach;      /* no line leaves it */
    struct rectangle kept;       /* no point is added in it; empty: low > high */
    struct stream_point *points; /* 2 * STREAM_STEPS_MOST + 1 points, the middle one the seed */
    size_t begin;                /* the traced points are those from here */
    size_t end;                  /* to before here */
    bool open[2];                /* whether the first and the last were stopped by the reach alone */
    unsigned char *seen;         /* a bit for each dot of the reach */
    size_t seen_capacity;
};

/*
 * Make room for a reach. STATUS_OK, or STATUS_FAILED when memory is short. Free with
 * tracer_clear.
 */
enum status tracer_prepare(struct tracer *tracer);

/* Free the memory that the tracer owns. */
void tracer_clear(struct tracer *tracer);

/* Take `seed`, in dots, as the only point; false where f has no direction there. */
bool tracer_seed(struct tracer *tracer, const double seed[AXES]);

/*
 * Follow the line from the only point: downhill (way 1) to the points after it, or uphill (way -1)
 * to those before it. It ends where the field has no direction, turns by more than 90 degrees, f
 * does not go the line's way (a pole, a jump), a point that `owner` does not own is nearer than the
 * test distance, a dot is seen again, the reach ends or the kept rectangle begins.
 */
void tracer_follow(struct tracer *tracer, int way, int owner);

#endif
