/* Lines along which a function has one value. */
#include "view/contour.h"

#include <math.h>

enum { CORNERS = 4 }; /* of a cell, anticlockwise from the lower left */

static const int corner_offsets[CORNERS][AXES] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };

/* The corners that a side joins, always from lower left to upper right; side i follows corner i. */
static const int side_corners[CORNERS][2] = { { 0, 1 }, { 1, 2 }, { 3, 2 }, { 0, 3 } };

/* One cell while a line is traced through it. */
struct cell_trace {
    int node[AXES]; /* lower left corner */
    double level;
    double values[CORNERS];
    contour_receiver *receive;
    void *context;
};

/* Whether a line can be drawn in the cell. */
static bool is_whole(const struct relief *relief, int column, int row)
{
    return !relief_is_torn(relief, column, row, 0) && !relief_is_torn(relief, column, row, 1) &&
           !relief_is_torn(relief, column, row + 1, 0) &&
           !relief_is_torn(relief, column + 1, row, 1) &&
           isfinite(relief_middle(relief, column, row));
}

static bool is_above(const struct cell_trace *cell, int corner)
{
    return cell->values[corner] >= cell->level;
}

/* Where the line crosses a side, in nodes. */
static void cross(const struct cell_trace *cell, int side, double point[AXES])
{
    const int *corners = side_corners[side];
    double low = cell->values[corners[0]];
    double high = cell->values[corners[1]];
    double part = (cell->level - low) / (high - low);
    if (!isfinite(high - low))
        part = (cell->level / 2 - low / 2) / (high / 2 - low / 2);
    int axis = side % 2;
    for (int a = 0; a < AXES; a++)
        point[a] = cell->node[a] + corner_offsets[corners[0]][a];
    point[axis] += part;
}

static void join(const struct cell_trace *cell, int side, int other)
{
    double from[AXES];
    double to[AXES];
    cross(cell, side, from);
    cross(cell, other, to);
    cell->receive(cell->context, from, to);
}

/* Hand over the segments of a cell whose sides are crossed where corners differ. */
static void trace_cell(const struct cell_trace *cell, double middle)
{
    int crossed[CORNERS];
    int count = 0;
    for (int side = 0; side < CORNERS; side++)
        if (is_above(cell, side_corners[side][0]) != is_above(cell, side_corners[side][1]))
            crossed[count++] = side;
    if (count == 2) {
        join(cell, crossed[0], crossed[1]);
    } else if (count == CORNERS) {
        /* Cut off the corners that are not on the middle's side. */
        bool low_left_apart = is_above(cell, 0) != (middle >= cell->level);
        join(cell, 0, low_left_apart ? 3 : 1);
        join(cell, 2, low_left_apart ? 1 : 3);
    }
}

void contour_trace(const struct relief *relief, double level, contour_receiver *receive,
                   void *context)
{
    struct cell_trace cell = { .level = level, .receive = receive, .context = context };
    for (int row = 0; row + 1 < relief_nodes(relief, 1); row++) {
        for (int column = 0; column + 1 < relief_nodes(relief, 0); column++) {
            int above = 0;
            for (int corner = 0; corner < CORNERS; corner++) {
                cell.values[corner] = relief_value(relief, column + corner_offsets[corner][0],
                                                   row + corner_offsets[corner][1]);
                above += is_above(&cell, corner);
            }
            if (above == 0 || above == CORNERS || !is_whole(relief, column, row))
                continue;
            cell.node[0] = column;
            cell.node[1] = row;
            trace_cell(&cell, relief_middle(relief, column, row));
        }
    }
}
