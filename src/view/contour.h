/* Lines along which a function has one value. */
#ifndef STEEPEST_VIEW_CONTOUR_H
#define STEEPEST_VIEW_CONTOUR_H

#include "view/relief.h"

/* Gets a segment of a line, its ends in nodes of the relief; relief_place makes places of them. */
typedef void contour_receiver(void *context, const double from[AXES], const double to[AXES]);

/*
 * Hand every segment of the line f = level to the receiver, cell by cell: marching squares, ends by
 * linear interpolation along the cells' sides; where a line crosses all four sides, f in the middle
 * of the cell decides which sides belong together (Wyvill, McPheeters and Wyvill 1986, "Data
 * structure for soft objects"). Neighbouring segments share their ends to the last bit. A
 * cell with a torn side or a corner where f is not finite has no segment. A plateau at the level
 * has a line only where f falls below it.
 */
void contour_trace(const struct relief *relief, double level, contour_receiver *receive,
                   void *context);

#endif
