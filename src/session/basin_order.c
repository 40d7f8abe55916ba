/* The numbers of basins, which a pan keeps. */
#include "session/basin_order.h"

#include <math.h>

#include "base/size.h"
#include "session/state.h"

/* Places nearer than this, over the window's widths, are the same one found from two windows. */
static const double same_place = 1e-5;

const int64_t *basin_order_anchor(const struct session *session)
{
    const struct settings *now = &session->now;
    bool chosen = !now->scale_stale && !now->colors_stale && now->quiver_reference > 0;
    return chosen ? now->colors_at.first : now->viewport.first;
}

/* How far two places are from each other, over a window's widths. */
static double distance_between(const struct rectangle *window, const double a[GRID_AXES],
                               const double b[GRID_AXES])
{
    double most = 0;
    for (int axis = 0; axis < GRID_AXES; axis++)
        most = fmax(most, fabs(a[axis] - b[axis]) / (window->high[axis] - window->low[axis]));
    return most;
}

/* How far outside of a window a place lies, over its widths. */
static double distance_outside(const struct rectangle *window, const double place[GRID_AXES])
{
    double most = 0;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        double width = window->high[axis] - window->low[axis];
        most = fmax(most, (window->low[axis] - place[axis]) / width);
        most = fmax(most, (place[axis] - window->high[axis]) / width);
    }
    return most;
}

/* The number of the anchor's minimum at a place; 0 where there is none. */
static size_t find_number(const struct critical_points *points, const struct rectangle *window,
                          const double place[GRID_AXES])
{
    size_t number = 0;
    size_t found = 0;
    double least = same_place;
    for (size_t i = 0; i < points->count; i++) {
        const struct critical_point *point = &points->points[i];
        if (!critical_is_minimum(point))
            continue;
        number++;
        double distance = distance_between(window, point->at, place);
        if (distance < least) {
            least = distance;
            found = number;
        }
    }
    return found;
}

static size_t count_minima(const struct critical_points *points)
{
    size_t count = 0;
    for (size_t i = 0; i < points->count; i++)
        count += critical_is_minimum(&points->points[i]);
    return count;
}

/* Number a minimum that the anchor's window does not show, after those nearer to that window. */
static size_t number_after(const struct critical_points *points, const size_t *numbers,
                           size_t index, size_t before, const struct rectangle *anchor_window)
{
    size_t number = before + 1;
    size_t minimum = 0;
    double own = distance_outside(anchor_window, points->points[index].at);
    for (size_t i = 0; i < points->count; i++) {
        const struct critical_point *point = &points->points[i];
        if (!critical_is_minimum(point))
            continue;
        double distance = distance_outside(anchor_window, point->at);
        bool is_new = numbers[minimum] == 0 || numbers[minimum] > before;
        number += is_new && (distance < own || (distance == own && i < index));
        minimum++;
    }
    return number;
}

size_t *basin_order_find(const struct critical_points *points, const struct rectangle *window,
                         const struct critical_points *anchor_points,
                         const struct rectangle *anchor_window)
{
    size_t before = count_minima(anchor_points);
    size_t minimum = 0;
    size_t *numbers = array_resize(NULL, points->count + 1, sizeof *numbers);
    if (numbers == NULL)
        return NULL;
    for (size_t i = 0; i < points->count; i++)
        if (critical_is_minimum(&points->points[i]))
            numbers[minimum++] = find_number(anchor_points, window, points->points[i].at);
    minimum = 0;
    for (size_t i = 0; i < points->count; i++) {
        if (!critical_is_minimum(&points->points[i]))
            continue;
        if (numbers[minimum] == 0)
            numbers[minimum] = number_after(points, numbers, i, before, anchor_window);
        minimum++;
    }
    return numbers;
}
