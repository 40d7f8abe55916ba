/* Evenly spaced streamlines (B. Jobard, W. Lefer, Creating Evenly-Spaced Streamlines of Arbitrary
 * Density, 1997). */
#ifndef STEEPEST_VIEW_STREAM_H
#define STEEPEST_VIEW_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "view/projection.h"

enum {
    STREAM_LINES_MOST = 1 << 14,  /* further ones are not drawn */
    STREAM_STEPS_MOST = 1 << 13,  /* of a line, to each side of its seed */
    STREAM_MARK_STEPS = 72        /* points from one direction mark to the next: 12 cells of a
                                     slanting line, which takes 3 dots for a cell */
};

/* Points are dots of the field's area, as in view/projection.h. */

/* What is known of a point. */
struct stream_sample {
    double direction[AXES]; /* of -grad f on screen, in dots, x rightward, y downward; length 1 */
    double magnitude;       /* |grad f|, positive */
    double value;           /* f */
};

/*
 * Tells of a point of the area or up to STREAM_MARGIN separations and two dots outside. False
 * where there is no direction: f or its gradient is undefined, or the gradient 0.
 */
typedef bool stream_sampler(void *context, const double point[AXES],
                            struct stream_sample *sample);

/* Lines are drawn this many separations beyond the area, so that a pan finds them there. */
enum { STREAM_MARGIN = 2 };

/* What lines are drawn of. */
struct stream_request {
    struct projection projection;
    double separation; /* from one line to the next, in dots: stream_separation */
    stream_sampler *sample;
    void *context;
};

/* A point of a line. Neighbours are half a dot apart. */
struct stream_point {
    double dot[AXES]; /* in the window as it is: multiples of 2^-20, so that pans are exact */
    double place[AXES];
    double magnitude;
};

/* A line; f falls from its first point to its last. */
struct stream_line {
    struct stream_point *points;
    size_t count;
    size_t mark;  /* every point whose index leaves this remainder by STREAM_MARK_STEPS has a
                     direction mark */
    bool open[2]; /* whether the first and the last point lie where the drawing ended */
};

/* The lines of a window. */
struct streams;

/* No line, or NULL when memory is short. Free with streams_free. */
struct streams *streams_new(void);

/* Free what streams_new returned, or NULL. */
void streams_free(struct streams *streams);

/* The separation for an area: 8 dots, 10 where there is room, more where memory must be bounded. */
double stream_separation(const struct projection *projection);

/*
 * Draw all lines anew. STATUS_OK, or STATUS_FAILED, with no line, when memory is short.
 * No line comes nearer to another than half the separation; none is shorter than two, but for what
 * the area's edge cuts off. They go STREAM_MARGIN separations beyond the area.
 */
enum status streams_start(struct streams *streams, const struct stream_request *request);

/*
 * The area now shows what was `shift` dots (whole numbers) further left and up, all else in the
 * request being the same: what can still be seen keeps its points and takes no others; lines that
 * went out of sight go on, and new ones fill what came into it. Errors as streams_start.
 */
enum status streams_pan(struct streams *streams, const struct stream_request *request,
                        const double shift[AXES]);

size_t streams_count(const struct streams *streams);

/* Line `index` < streams_count, until the lines change. */
const struct stream_line *streams_line(const struct streams *streams, size_t index);

#endif
