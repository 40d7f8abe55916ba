/* From places on the plane to points of the field's area on screen, and back. */
#ifndef STEEPEST_VIEW_PROJECTION_H
#define STEEPEST_VIEW_PROJECTION_H

#include "view/layout.h"
#include "view/viewport.h"

/*
 * Points are measured in dots of the area (view/dots.h), x rightward and y downward; dot (0, 0) is
 * the top left one of the cell of the top left sample, and its middle is the point (0, 0). A sample
 * lies in the middle of its cell's dots.
 */
struct projection {
    double first[AXES];      /* the place of the sample at the left and of that at the bottom */
    double step[AXES];       /* of the samples, in units */
    double first_dot[AXES];  /* where that sample is drawn */
    double dots[AXES];       /* from a sample to the next to the right, and to the next up: < 0 */
    int rows;                /* of the area, in cells */
    int columns;
};

struct projection projection_make(const struct viewport *viewport, const struct layout *layout);

/* Where a place is drawn. */
void projection_point(const struct projection *projection, const double place[AXES],
                      double point[AXES]);

/* Store where a place is drawn; false where that is no point: one of the two is not finite. */
bool projection_find_point(const struct projection *projection, const double place[AXES],
                           double point[AXES]);

/*
 * Store which cell of the area a place is drawn in, counted from the left and from above; false
 * where that is none.
 */
bool projection_cell(const struct projection *projection, const double place[AXES], int *row,
                     int *column);

/* The place that is drawn at a point. */
void projection_place(const struct projection *projection, const double point[AXES],
                      double place[AXES]);

/*
 * The direction on screen, in dots (x rightward, y downward) but of no particular length, into
 * which a vector in units of the plane points. Two zeros stay that, neither overflows.
 */
void projection_direction(const struct projection *projection, const double vector[AXES],
                          double direction[AXES]);

#endif
