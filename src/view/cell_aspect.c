/* The shape of a terminal's cells, from what its window tells of its size. */
#include "view/cell_aspect.h"

#include <math.h>

enum { STEPS = 20 }; /* in 1: what a ratio is rounded to */

static const double ratio_least = 0.3;
static const double ratio_most = 0.8;

double cell_aspect_of(const struct window_size *size)
{
    if (size->rows <= 0 || size->columns <= 0 || size->height <= 0 || size->width <= 0)
        return CELL_ASPECT_USUAL;
    double ratio = (double)size->width / size->columns / ((double)size->height / size->rows);
    if (!(ratio >= ratio_least && ratio <= ratio_most))
        return CELL_ASPECT_USUAL;
    return floor(ratio * STEPS + 0.5) / STEPS;
}
