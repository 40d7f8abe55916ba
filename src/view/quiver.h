/* Arrows of true length and direction, made of dots. */
#ifndef STEEPEST_VIEW_QUIVER_H
#define STEEPEST_VIEW_QUIVER_H

#include <stdbool.h>

#include "view/field.h"

enum {
    QUIVER_HEAD_MOST = 6,   /* dots of a head, besides the tip */
    QUIVER_SHORTEST = 4,    /* dots below which no head fits, so that an arrow is one dot */
    QUIVER_COLUMNS = 6,     /* from one arrow to the next, as near as the samples' spacing comes */
    QUIVER_ROWS = 3
};

/* An arrow in points of a projection: x rightward, y downward. */
struct quiver_arrow {
    double tail[AXES];
    double tip[AXES];
    bool too_short;                  /* to have a head: only the tail's dot is to be drawn */
    int octant;                      /* of its direction on screen: view/glyph.h */
    int head_count;                  /* dots of the head, counted from the tip's dot */
    int head[QUIVER_HEAD_MOST][AXES];
};

/*
 * The arrow with its tail at a point, `length` >= 0 dots long, into a direction on screen, finite,
 * not both 0, of any length. Beyond 1e6 dots it is cut.
 */
struct quiver_arrow quiver_arrow_make(const double tail[AXES], const double direction[AXES],
                                      double length);

/*
 * The 90th percentile of the magnitudes of the field's samples that are ok, finite and not 0, or 0
 * without any: what an arrow stands for that is 0.9 of the way to the next (QUIVER_LONGEST dots).
 * `scratch` holds as many doubles as the field has samples.
 */
double quiver_reference(const struct field *field, double *scratch);

/* Dots of an arrow whose magnitude is the reference. */
#define QUIVER_LONGEST (0.9 * 12)

/* The length in dots of an arrow of that magnitude, both positive; at most 1e6. */
double quiver_length(double magnitude, double reference);

#endif
