/* A function's values on a lattice finer than the samples: what lines and shading are made from. */
#include "view/relief.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/size.h"

enum { HALVINGS_MOST = 12 }; /* of one side */

/* A side whose larger half has more than this of its change is looked at closely. */
static const double half_suspicious = 0.75;

/* What a jump keeps of its change, however short the piece. */
static const double change_kept = 0.25;

struct relief {
    int nodes[AXES];
    int density[AXES];
    size_t capacity;       /* nodes that the arrays below hold */
    double *values;        /* at the nodes */
    double *middles;       /* of the cells right of and above them */
    double *halves[AXES];  /* half way to the next node along each axis */
    uint8_t *torn;         /* bit axis: the side to the next node along it */
    double *places[AXES];  /* of columns and of rows */
    size_t places_capacity[AXES];
    double *point;         /* n variables */
    const double **columns; /* n pointers into `point` */
    size_t variables;      /* n that these hold */
    size_t halvings;       /* that may still be made */
};

struct relief *relief_new(void)
{
    return calloc(1, sizeof(struct relief));
}

void relief_free(struct relief *relief)
{
    if (relief == NULL)
        return;
    free(relief->values);
    free(relief->middles);
    free(relief->torn);
    for (int axis = 0; axis < AXES; axis++) {
        free(relief->halves[axis]);
        free(relief->places[axis]);
    }
    free(relief->point);
    free((void *)relief->columns);
    free(relief);
}

static int count_nodes(int samples, int density)
{
    return (samples - 1 + 2 * RELIEF_MARGIN) * density + 1;
}

void relief_density(const struct viewport_shape *shape, const int wanted[AXES], int density[AXES])
{
    for (int axis = 0; axis < AXES; axis++)
        for (density[axis] = 1; density[axis] < wanted[axis];)
            density[axis] *= 2;
    for (;;) {
        int64_t across = count_nodes(shape->samples[0], density[0]);
        int64_t up = count_nodes(shape->samples[1], density[1]);
        int finer = density[0] >= density[1] ? 0 : 1;
        if (across * up <= RELIEF_NODES_MOST || density[finer] == 1)
            return;
        density[finer] /= 2;
    }
}

/* Make `*array` hold `count` doubles; false when memory is short. */
static bool grow(double **array, size_t count)
{
    double *grown = array_resize(*array, count, sizeof *grown);
    if (grown == NULL)
        return false;
    *array = grown;
    return true;
}

static bool make_nodes(struct relief *relief, size_t count)
{
    if (count <= relief->capacity)
        return true;
    relief->capacity = 0;
    uint8_t *torn = array_resize(relief->torn, count, sizeof *torn);
    if (torn == NULL)
        return false;
    relief->torn = torn;
    if (!grow(&relief->values, count) || !grow(&relief->middles, count) ||
        !grow(&relief->halves[0], count) || !grow(&relief->halves[1], count))
        return false;
    relief->capacity = count;
    return true;
}

static bool make_places(struct relief *relief, int axis, size_t count)
{
    if (count <= relief->places_capacity[axis])
        return true;
    if (!grow(&relief->places[axis], count))
        return false;
    relief->places_capacity[axis] = count;
    return true;
}

static bool make_point(struct relief *relief, size_t n)
{
    if (n <= relief->variables)
        return true;
    relief->variables = 0;
    const double **columns = array_resize((void *)relief->columns, n, sizeof *columns);
    if (columns == NULL)
        return false;
    relief->columns = columns;
    if (!grow(&relief->point, n))
        return false;
    for (size_t k = 0; k < n; k++)
        columns[k] = &relief->point[k];
    relief->variables = n;
    return true;
}

/* Nodes are counted from the lattice's origin, so that a pan changes none of these numbers. */
static void list_places(struct relief *relief, const struct viewport *viewport, int axis)
{
    double density = relief->density[axis];
    double first = (double)(viewport->first[axis] - RELIEF_MARGIN);
    for (int i = 0; i < relief->nodes[axis]; i++) {
        int whole = i / relief->density[axis];
        int part = i % relief->density[axis];
        relief->places[axis][i] = viewport->origin[axis] +
                                  (first + whole + part / density) * viewport->step[axis];
    }
}

static double evaluate_at(const struct relief *relief, const struct fn *fn, double x0, double x1)
{
    double value;
    relief->point[0] = x0;
    relief->point[1] = x1;
    fn->evaluate(fn->context, 1, relief->columns, &value);
    return value;
}

/* Store f at every node, moved by `shifts`. */
static void evaluate_nodes(struct relief *relief, const struct fn *fn, const double shifts[AXES],
                           double *out)
{
    size_t i = 0;
    for (int row = 0; row < relief->nodes[1]; row++)
        for (int column = 0; column < relief->nodes[0]; column++)
            out[i++] = evaluate_at(relief, fn, relief->places[0][column] + shifts[0],
                                   relief->places[1][row] + shifts[1]);
}

/* Compute all that is on the lattice or half way between its nodes. */
static void compute_values(struct relief *relief, const struct fn *fn, const double *fixed,
                           const double half[AXES])
{
    const struct grid_difference wanted[] = {
        { .samples = 1, .weights = { 1 }, .divisor = 1, .out = relief->values },
        { .samples = 1, .weights = { 1 }, .divisor = 1, .out = relief->middles,
          .shifts = { { half[0], half[1] } } },
        { .samples = 1, .weights = { 1 }, .divisor = 1, .out = relief->halves[0],
          .shifts = { { half[0], 0 } } },
        { .samples = 1, .weights = { 1 }, .divisor = 1, .out = relief->halves[1],
          .shifts = { { 0, half[1] } } },
    };
    const size_t count = sizeof wanted / sizeof wanted[0];
    struct grid grid = { .columns = (size_t)relief->nodes[0], .rows = (size_t)relief->nodes[1],
                         .x0 = relief->places[0], .x1 = relief->places[1], .fixed = fixed };
    if (fn->evaluate_grid != NULL) {
        fn->evaluate_grid(fn->context, &grid, count, wanted);
        return;
    }
    for (size_t i = 0; i < count; i++)
        evaluate_nodes(relief, fn, wanted[i].shifts[0], wanted[i].out);
}

/* How much f changes, without overflow: halved. */
static double change(double from, double to)
{
    return fabs(to / 2 - from / 2);
}

/* A piece of a side: its ends along the axis and f there. */
struct piece {
    double low;
    double high;
    double low_value;
    double high_value;
};

/* Keep the half in which f changes more. */
static void keep_half(struct piece *piece, double middle, double value)
{
    if (change(piece->low_value, value) >= change(value, piece->high_value)) {
        piece->high = middle;
        piece->high_value = value;
    } else {
        piece->low = middle;
        piece->low_value = value;
    }
}

/* Whether a piece of a side that ends in f's finite values has a jump or a pole on it. */
static bool has_tear(struct relief *relief, const struct fn *fn, struct piece piece,
                     int axis, double other, double first_change)
{
    for (int halving = 0; halving < HALVINGS_MOST; halving++) {
        double middle = piece.low + (piece.high - piece.low) / 2;
        if (!(middle > piece.low && middle < piece.high) || relief->halvings == 0)
            return true;
        relief->halvings--;
        double value = axis == 0 ? evaluate_at(relief, fn, middle, other)
                                 : evaluate_at(relief, fn, other, middle);
        if (!isfinite(value))
            return true;
        keep_half(&piece, middle, value);
        if (change(piece.low_value, piece.high_value) <= change_kept * first_change)
            return false;
    }
    return true;
}

/* Whether the side from node `i` along the axis is torn. */
static bool side_is_torn(struct relief *relief, const struct fn *fn, int column, int row,
                         int axis)
{
    size_t stride = axis == 0 ? 1 : (size_t)relief->nodes[0];
    size_t i = (size_t)row * (size_t)relief->nodes[0] + (size_t)column;
    double low = relief->values[i];
    double high = relief->values[i + stride];
    double half = relief->halves[axis][i];
    if (!isfinite(low) || !isfinite(high) || !isfinite(half))
        return true;
    double larger = fmax(change(low, half), change(half, high));
    if (larger <= half_suspicious * change(low, high))
        return false;
    int along = axis == 0 ? column : row;
    double other = axis == 0 ? relief->places[1][row] : relief->places[0][column];
    struct piece side = { relief->places[axis][along], relief->places[axis][along + 1], low, high };
    return larger > 0 && has_tear(relief, fn, side, axis, other, larger);
}

static void find_tears(struct relief *relief, const struct fn *fn)
{
    size_t i = 0;
    relief->halvings = RELIEF_HALVINGS + (size_t)relief->nodes[0] * (size_t)relief->nodes[1];
    for (int row = 0; row < relief->nodes[1]; row++) {
        for (int column = 0; column < relief->nodes[0]; column++, i++) {
            unsigned torn = 0;
            if (column + 1 < relief->nodes[0] && side_is_torn(relief, fn, column, row, 0))
                torn |= 1u;
            if (row + 1 < relief->nodes[1] && side_is_torn(relief, fn, column, row, 1))
                torn |= 2u;
            relief->torn[i] = (uint8_t)torn;
        }
    }
}

static enum status make_room(struct relief *relief, size_t variables)
{
    size_t count = (size_t)relief->nodes[0] * (size_t)relief->nodes[1];
    if (make_nodes(relief, count) && make_places(relief, 0, (size_t)relief->nodes[0]) &&
        make_places(relief, 1, (size_t)relief->nodes[1]) && make_point(relief, variables))
        return STATUS_OK;
    relief->nodes[0] = relief->nodes[1] = 0;
    return STATUS_FAILED;
}

enum status relief_compute(struct relief *relief, const struct fn *fn, const double *fixed,
                           const struct viewport *viewport, const int density[AXES])
{
    double half[AXES];
    for (int axis = 0; axis < AXES; axis++) {
        relief->density[axis] = density[axis];
        relief->nodes[axis] = count_nodes(viewport->shape.samples[axis], density[axis]);
        half[axis] = viewport->step[axis] / (2.0 * density[axis]);
    }
    enum status status = make_room(relief, fn->n);
    if (status != STATUS_OK)
        return status;
    for (size_t k = AXES; k < fn->n; k++)
        relief->point[k] = fixed[k];
    for (int axis = 0; axis < AXES; axis++)
        list_places(relief, viewport, axis);
    compute_values(relief, fn, fixed, half);
    find_tears(relief, fn);
    return STATUS_OK;
}

int relief_nodes(const struct relief *relief, int axis)
{
    return relief->nodes[axis];
}

int relief_node_density(const struct relief *relief, int axis)
{
    return relief->density[axis];
}

static size_t index_of(const struct relief *relief, int column, int row)
{
    return (size_t)row * (size_t)relief->nodes[0] + (size_t)column;
}

double relief_value(const struct relief *relief, int column, int row)
{
    return relief->values[index_of(relief, column, row)];
}

bool relief_is_zero(const struct relief *relief)
{
    size_t count = (size_t)relief->nodes[0] * (size_t)relief->nodes[1];
    for (size_t i = 0; i < count; i++)
        if (relief->values[i] != 0)
            return false;
    return true;
}

double relief_middle(const struct relief *relief, int column, int row)
{
    return relief->middles[index_of(relief, column, row)];
}

bool relief_is_torn(const struct relief *relief, int column, int row, int axis)
{
    return (relief->torn[index_of(relief, column, row)] >> axis & 1) != 0;
}

void relief_place(const struct relief *relief, const double node[AXES], double place[AXES])
{
    for (int axis = 0; axis < AXES; axis++) {
        int last = relief->nodes[axis] - 2;
        int whole = (int)node[axis];
        if (whole > last)
            whole = last;
        const double *places = relief->places[axis] + whole;
        place[axis] = places[0] + (node[axis] - whole) * (places[1] - places[0]);
    }
}
