/* From places on the plane to points of the field's area on screen, and back. */
#include "view/projection.h"

#include <limits.h>
#include <math.h>

#include "view/dots.h"

struct projection projection_make(const struct viewport *viewport, const struct layout *layout)
{
    struct projection projection = {
        .first = { viewport_place(viewport, 0, 0), viewport_place(viewport, 1, 0) },
        .step = { viewport->step[0], viewport->step[1] },
        .dots = { DOTS_ACROSS * layout->spacing, -DOTS_DOWN },
        .rows = layout->samples_up,
        .columns = layout_field_columns(layout),
    };
    projection.first_dot[0] = (DOTS_ACROSS - 1) / 2.0;
    projection.first_dot[1] = (layout->samples_up - 1) * DOTS_DOWN + (DOTS_DOWN - 1) / 2.0;
    return projection;
}

void projection_point(const struct projection *projection, const double place[AXES],
                      double point[AXES])
{
    for (int axis = 0; axis < AXES; axis++)
        point[axis] = projection->first_dot[axis]
                      + (place[axis] - projection->first[axis]) / projection->step[axis]
                            * projection->dots[axis];
}

static bool is_finite(const double pair[AXES])
{
    return isfinite(pair[0]) && isfinite(pair[1]);
}

bool projection_find_point(const struct projection *projection, const double place[AXES],
                           double point[AXES])
{
    projection_point(projection, place, point);
    return is_finite(place) && is_finite(point);
}

bool projection_cell(const struct projection *projection, const double place[AXES], int *row,
                     int *column)
{
    double point[AXES];
    projection_point(projection, place, point);
    double across = floor((point[0] + 0.5) / DOTS_ACROSS);
    double down = floor((point[1] + 0.5) / DOTS_DOWN);
    if (!(across >= 0 && across < projection->columns && down >= 0 && down < projection->rows))
        return false;
    *row = (int)down;
    *column = (int)across;
    return true;
}

void projection_place(const struct projection *projection, const double point[AXES],
                      double place[AXES])
{
    for (int axis = 0; axis < AXES; axis++)
        place[axis] = projection->first[axis]
                      + (point[axis] - projection->first_dot[axis]) / projection->dots[axis]
                            * projection->step[axis];
}

void projection_direction(const struct projection *projection, const double vector[AXES],
                          double direction[AXES])
{
    int exponents[AXES];
    double mantissas[AXES];
    int most = INT_MIN;
    for (int axis = 0; axis < AXES; axis++) {
        int part[2];
        mantissas[axis] = frexp(vector[axis], &part[0]) * projection->dots[axis]
                          / frexp(projection->step[axis], &part[1]);
        exponents[axis] = part[0] - part[1];
        if (vector[axis] != 0 && exponents[axis] > most)
            most = exponents[axis];
    }
    for (int axis = 0; axis < AXES; axis++)
        direction[axis] = mantissas[axis] == 0 ? 0 : ldexp(mantissas[axis], exponents[axis] - most);
}
