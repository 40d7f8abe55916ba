/* The places where a gradient is zero: all those of a window, and what they are. */
#include "grad/critical.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/critical_parts.h"
#include "grad/lattice.h"

enum {
    CELL_PIECES = 16, /* of a cell's edge, to begin with */
    EDGE_PIECES = 1024,
    DEPTH_MOST = 7,      /* halvings of a cell whose index disagrees */
    DEPTH_UNDECIDED = 2, /* and of one whose index cannot be told */
    CAPACITY_FIRST = 16
};

static const double same = 1e-6; /* distance of equal points, over the window's width */
static const double same_degenerate = 1e-4;

static bool is_degenerate(const struct critical_point *point)
{
    return point->kind >= CRITICAL_degenerate_minimum;
}

/* Whether the point is among those found. */
static bool is_known(const struct search *search, const struct critical_point *point)
{
    for (size_t i = 0; i < search->points->count; i++) {
        const struct critical_point *other = &search->points->points[i];
        double close = is_degenerate(point) && is_degenerate(other) ? same_degenerate : same;
        if (fabs(point->at[0] - other->at[0]) <= close * search->width[0] &&
            fabs(point->at[1] - other->at[1]) <= close * search->width[1])
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

/* Follow Newton's steps from a cell's middle, and add the point that they lead to if it is new. */
static void follow_middle(struct search *search, const struct rectangle *cell)
{
    struct critical_point point = { .at = { 0.5 * (cell->low[0] + cell->high[0]),
                                            0.5 * (cell->low[1] + cell->high[1]) } };
    if (critical_refine(search, point.at) && critical_classify(search, &point) &&
        !is_known(search, &point))
        add_point(search, &point);
}

/* The sum of the indices of the points in a cell. */
static int sum_inside(const struct critical_points *points, const struct rectangle *cell)
{
    int sum = 0;
    for (size_t i = 0; i < points->count; i++) {
        const double *at = points->points[i].at;
        if (at[0] >= cell->low[0] && at[0] <= cell->high[0] && at[1] >= cell->low[1] &&
            at[1] <= cell->high[1])
            sum += points->points[i].index;
    }
    return sum;
}

/* Whether a cell is to be halved: what was found in it is not what its edge says. */
static bool is_unexplained(const struct search *search, const struct rectangle *cell, int depth)
{
    int index;
    if (search->failed || search->points->cut)
        return false;
    if (!winding_of_rectangle(search->slope, cell, CELL_PIECES, &index))
        return depth < DEPTH_UNDECIDED;
    return index != sum_inside(search->points, cell) && depth < DEPTH_MOST;
}

/* Look into the quarters of a cell, and into theirs, as long as something is unexplained. */
static void search_quarters(struct search *search, const struct rectangle *cell, int depth)
{
    const double middle[GRID_AXES] = { 0.5 * (cell->low[0] + cell->high[0]),
                                       0.5 * (cell->low[1] + cell->high[1]) };
    for (int quarter = 0; quarter < 4; quarter++) {
        struct rectangle part = *cell;
        for (int axis = 0; axis < GRID_AXES; axis++) {
            bool upper = (quarter >> axis & 1) != 0;
            *(upper ? &part.low[axis] : &part.high[axis]) = middle[axis];
        }
        follow_middle(search, &part);
        if (is_unexplained(search, &part, depth))
            search_quarters(search, &part, depth + 1);
    }
}

/* Look closer at a cell of the lattice when what was found in it is not what its edge says. */
static void explain_cell(struct search *search, const struct lattice *lattice, int column, int row)
{
    int index;
    struct rectangle cell = lattice_cell(lattice, column, row);
    if (lattice_is_flat(lattice, column, row))
        return;
    bool told = lattice_index(lattice, column, row, &index);
    if (told ? index != sum_inside(search->points, &cell) : is_unexplained(search, &cell, 0))
        search_quarters(search, &cell, 1);
}

/* Follow what the lattice promises, then look closer where its cells are unexplained. */
static void search_window(struct search *search, const struct lattice *lattice)
{
    enum { CELLS = LATTICE_CELLS * LATTICE_CELLS };
    for (int i = 0; i < CELLS; i++) {
        struct rectangle cell = lattice_cell(lattice, i % LATTICE_CELLS, i / LATTICE_CELLS);
        if (lattice_is_promising(lattice, i % LATTICE_CELLS, i / LATTICE_CELLS))
            follow_middle(search, &cell);
    }
    for (int i = 0; i < CELLS; i++)
        explain_cell(search, lattice, i % LATTICE_CELLS, i / LATTICE_CELLS);
}

static int compare_points(const void *a, const void *b)
{
    const double *first = ((const struct critical_point *)a)->at;
    const double *second = ((const struct critical_point *)b)->at;
    for (int axis = 0; axis < GRID_AXES; axis++)
        if (first[axis] != second[axis])
            return first[axis] < second[axis] ? -1 : 1;
    return 0;
}

bool critical_points_find(struct plane_slope *slope, const struct rectangle *window,
                          struct critical_points *points)
{
    struct search search = { .slope = slope, .window = *window, .points = points };
    for (int axis = 0; axis < GRID_AXES; axis++)
        search.width[axis] = window->high[axis] - window->low[axis];
    struct lattice lattice = { .places = { NULL, NULL } };
    search.failed = !lattice_make(&lattice, slope, window);
    if (!search.failed)
        search_window(&search, &lattice);
    lattice_release(&lattice);
    if (points->count > 0)
        qsort(points->points, points->count, sizeof *points->points, compare_points);
    points->sum = sum_inside(points, window);
    points->edge_decided = winding_of_rectangle(slope, window, EDGE_PIECES, &points->edge);
    return !search.failed;
}

void critical_points_free(struct critical_points *points)
{
    free(points->points);
    *points = (struct critical_points){ .count = 0 };
}

void critical_points_summarize(const struct critical_points *points,
                               char summary[CRITICAL_SUMMARY_SIZE])
{
    int length = snprintf(summary, CRITICAL_SUMMARY_SIZE, "%zu%s found, indices sum to %d, ",
                          points->count, points->cut ? " and more" : "", points->sum);
    char *rest = summary + length;
    size_t room = CRITICAL_SUMMARY_SIZE - (size_t)length;
    if (!points->edge_decided)
        snprintf(rest, room,
                 "the edge is undecided: a critical point, a pole or a jump lies on it");
    else if (points->edge == points->sum)
        snprintf(rest, room, "edge says %d", points->edge);
    else
        snprintf(rest, room, "edge says %d: some are missing or doubled, or f has poles or jumps",
                 points->edge);
}
