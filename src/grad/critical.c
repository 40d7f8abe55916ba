/* The places where a gradient is zero: all those of a window, and what they are. */
#include "grad/critical.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/critical_parts.h"
#include "grad/critical_search.h"

enum {
    CELL_PIECES = 16, /* of a cell's edge, to begin with */
    DEPTH_UNDECIDED = 2, /* halvings of a cell whose index cannot be told */
    CAPACITY_FIRST = 16
};

/* Distances of equal points, over the window's width, where they are no more uncertain. */
static const double same = 1e-9;
static const double same_degenerate = 1e-4;
static const double same_line = 0.01; /* a line has no end of points: one is enough for others */

/* patch_bend of a cell that is explained by the points in it, and of one without any. */
static const double bent = 0.4;
static const double bent_empty = 0.1;

static bool is_degenerate(const struct critical_point *point)
{
    return point->kind >= CRITICAL_degenerate_minimum;
}

/* Whether a place is in a cell, or at most a distance, over the window's width, outside of it. */
static bool holds(const struct search *search, const struct rectangle *cell, double distance,
                  const double at[GRID_AXES])
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        double slack = distance * search->width[axis];
        if (!(at[axis] >= cell->low[axis] - slack && at[axis] <= cell->high[axis] + slack))
            return false;
    }
    return true;
}

/* How far a degenerate point reaches: others nearer than that are taken for it. */
static double reach(const struct critical_point *point)
{
    return point->kind == CRITICAL_degenerate_line ? same_line : same_degenerate;
}

/* Whether the point is among those found; of its kind only this is known. */
static bool is_known(const struct search *search, const struct critical_point *point,
                     bool degenerate)
{
    const struct rectangle place = { { point->at[0], point->at[1] },
                                     { point->at[0], point->at[1] } };
    for (size_t i = 0; i < search->points->count; i++) {
        const struct critical_point *other = &search->points->points[i];
        double close = degenerate && is_degenerate(other)
                           ? reach(other)
                           : fmax(same, 2 * (point->uncertainty + other->uncertainty));
        if (holds(search, &place, close, other->at))
            return true;
    }
    return false;
}

static void add_point(struct search *search, const struct critical_point *point)
{
    struct critical_points *points = search->points;
    if (points->count == CRITICAL_MOST) {
        points->cut = true;
        return;
    }
    if (points->count == points->capacity) {
        size_t capacity = points->capacity == 0 ? CAPACITY_FIRST : 2 * points->capacity;
        struct critical_point *grown = array_resize(points->points, capacity, sizeof *grown);
        search->failed = grown == NULL;
        if (search->failed)
            return;
        points->points = grown;
        points->capacity = capacity;
    }
    points->points[points->count++] = *point;
}

bool critical_goes_on(const struct search *search)
{
    return !search->failed && !search->points->cut && !fn_is_stopped(search->slope->fn);
}

/*
 * Follow Newton's steps from a place, and add the point that they lead to if it is new; whether they
 * lead to one that stands alone.
 */
static bool follow(struct search *search, enum critical_ways ways, const double from[GRID_AXES])
{
    struct critical_point point = { .at = { from[0], from[1] } };
    bool degenerate;
    if (!critical_refine(search, ways, &point) ||
        !critical_classify(search, &point, &degenerate))
        return false;
    if (!is_known(search, &point, degenerate)) {
        if (degenerate)
            critical_look_around(search, &point);
        add_point(search, &point);
    }
    return !degenerate;
}

void critical_follow_middle(struct search *search, const struct rectangle *cell)
{
    const double middle[GRID_AXES] = { 0.5 * (cell->low[0] + cell->high[0]),
                                       0.5 * (cell->low[1] + cell->high[1]) };
    bool alone = false;
    for (enum critical_ways ways = CRITICAL_BOTH; ways < CRITICAL_WAYS && !alone; ways++)
        alone = follow(search, ways, middle);
}

/* What was found in a cell. */
struct inside {
    size_t count;
    int sum; /* of the indices */
    bool crowded;    /* one that is not degenerate may hide another */
    bool degenerate; /* one that is, is there or beside it */
};

static struct inside look_inside(const struct search *search, const struct rectangle *cell)
{
    struct inside inside = { .count = 0 };
    double width = (cell->high[0] - cell->low[0]) / search->width[0];
    for (size_t i = 0; i < search->points->count; i++) {
        const struct critical_point *point = &search->points->points[i];
        if (is_degenerate(point) && holds(search, cell, reach(point), point->at))
            inside.degenerate = true;
        if (!holds(search, cell, 0, point->at))
            continue;
        inside.count++;
        inside.sum += point->index;
        if (!is_degenerate(point))
            inside.crowded = inside.crowded || !critical_is_alone(search, point, width);
    }
    return inside;
}

/* Whether there may be more in a cell than its places show. */
static bool is_detailed(const struct search *search, const struct patch *patch,
                        const struct inside *inside)
{
    double hessian[3];
    const double middle[GRID_AXES] = { 0.5 * (patch->cell.low[0] + patch->cell.high[0]),
                                       0.5 * (patch->cell.low[1] + patch->cell.high[1]) };
    bool curved = plane_slope_hessian(search->slope, middle, hessian);
    bool agrees = true;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        bool right = !curved || patch_agrees(patch, axis, hessian);
        if (right && !patch_may_vanish(patch, axis))
            return false;
        agrees = agrees && right;
    }
    return !agrees || inside->crowded ||
           patch_bend(patch) > (inside->count == 0 ? bent_empty : bent);
}

bool critical_is_unexplained(struct search *search, const struct patch *patch, int depth)
{
    int index;
    if (!critical_goes_on(search) || patch_is_flat(patch))
        return false;
    struct inside inside = look_inside(search, &patch->cell);
    if (!inside.degenerate && is_detailed(search, patch, &inside)) {
        bool last = depth >= CRITICAL_DEPTH_MOST || search->effort <= 0;
        search->points->coarse = search->points->coarse || (last && !patch_has_jump(patch));
        return !last;
    }
    if (!patch_index(patch, &index) &&
        !winding_of_rectangle(search->slope, &patch->cell, CELL_PIECES, &index))
        return depth < DEPTH_UNDECIDED;
    return index != inside.sum && depth < CRITICAL_DEPTH_MOST && search->effort > 0;
}

int critical_sum(const struct search *search, const struct rectangle *cell)
{
    return look_inside(search, cell).sum;
}

bool critical_points_find(struct plane_slope *slope, const struct rectangle *window,
                          struct critical_points *points)
{
    struct critical_search *search = critical_search_new(window);
    bool found = search != NULL && critical_search_go_on(search, slope, NULL);
    if (found)
        critical_search_take(search, points);
    critical_search_free(search);
    return found;
}

void critical_points_free(struct critical_points *points)
{
    free(points->points);
    *points = (struct critical_points){ .count = 0 };
}

/* What is to be said besides of a list that may not be whole. */
static const char *reservation(const struct critical_points *points)
{
    if (points->coarse)
        return "; there may be more than so large a window can tell, zoom in";
    if (points->flat)
        return "; where f is constant every place is one";
    return "";
}

void critical_points_summarize(const struct critical_points *points,
                               char summary[CRITICAL_SUMMARY_SIZE])
{
    int length = snprintf(summary, CRITICAL_SUMMARY_SIZE, "%zu%s found, indices sum to %d, ",
                          points->count, points->cut ? " and more" : "", points->sum);
    char *rest = summary + length;
    size_t room = CRITICAL_SUMMARY_SIZE - (size_t)length;
    const char *more = reservation(points);
    if (!points->edge_decided)
        snprintf(rest, room,
                 "the edge is undecided: a critical point, a pole or a jump lies on it%s", more);
    else if (points->edge == points->sum)
        snprintf(rest, room, "edge says %d%s", points->edge, more);
    else
        snprintf(rest, room, "edge says %d: some are missing or doubled, or f has poles or jumps",
                 points->edge);
}
