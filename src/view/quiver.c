/* Arrows of true length and direction, made of dots. */
#include "view/quiver.h"

#include <math.h>

#include "view/glyph.h"
#include "view/scale.h"

enum { PATTERNS = 2, PAIRS_OF_STRAIGHT = 2, PAIRS_OF_DIAGONAL = 3 };

static const double percentile = 0.9;
static const double length_most = 1e6;
static const double full_head_from = 6; /* dots; a shorter arrow has less of a head */

/*
 * The heads of arrows to the east and to the north-east, dots from the tip, y downward: computed
 * barbs blot at this size, patterns do not. A pair stands on both sides of the shaft.
 */
static const int patterns[PATTERNS][QUIVER_HEAD_MOST][AXES] = {
    { { -1, -1 }, { -1, 1 }, { -2, -2 }, { -2, 2 } },
    { { -1, 0 }, { 0, 1 }, { -2, 0 }, { 0, 2 }, { -3, 0 }, { 0, 3 } },
};

/* Turn a dot by quarters of a turn counterclockwise on screen. */
static void turn(const int dot[AXES], int quarters, int turned[AXES])
{
    turned[0] = dot[0];
    turned[1] = dot[1];
    for (int i = 0; i < quarters; i++) {
        int right = turned[0];
        turned[0] = turned[1];
        turned[1] = -right;
    }
}

static void put_head(struct quiver_arrow *arrow, double length)
{
    bool diagonal = arrow->octant % 2 != 0;
    int pairs = diagonal ? PAIRS_OF_DIAGONAL : PAIRS_OF_STRAIGHT;
    if (length < full_head_from)
        pairs--;
    arrow->head_count = 2 * pairs;
    for (int i = 0; i < arrow->head_count; i++)
        turn(patterns[diagonal][i], arrow->octant / 2, arrow->head[i]);
}

struct quiver_arrow quiver_arrow_make(const double tail[AXES], const double direction[AXES],
                                      double length)
{
    struct quiver_arrow arrow = { .tail = { tail[0], tail[1] } };
    double size = hypot(direction[0], direction[1]);
    length = fmin(length, length_most);
    for (int axis = 0; axis < AXES; axis++)
        arrow.tip[axis] = tail[axis] + direction[axis] / size * length;
    arrow.octant = octant_of(direction[0], -direction[1]);
    arrow.too_short = length < QUIVER_SHORTEST;
    if (!arrow.too_short)
        put_head(&arrow, length);
    return arrow;
}

double quiver_reference(const struct field *field, double *scratch)
{
    return scale_percentile(field, percentile, scratch);
}

double quiver_length(double magnitude, double reference)
{
    return fmin(magnitude / reference * QUIVER_LONGEST, length_most);
}
