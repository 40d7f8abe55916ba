/* A function of many variables as one of the two that a plane shows. */
#include "grad/plane_fn.h"

#include <stdlib.h>

#include "base/size.h"

/* The whole function's columns for points of the plane from `first` on. */
static const double *const *columns_from(struct plane_fn *plane, const double *const *x,
                                         size_t first)
{
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        plane->columns[axis] = x[axis] + first;
    return plane->columns;
}

static size_t block_size(size_t left)
{
    return left < PLANE_FN_BLOCK ? left : PLANE_FN_BLOCK;
}

static void evaluate(void *context, size_t count, const double *const *x, double *values)
{
    struct plane_fn *plane = context;
    for (size_t first = 0; first < count; first += PLANE_FN_BLOCK)
        plane->whole->evaluate(plane->whole->context, block_size(count - first),
                               columns_from(plane, x, first), values + first);
}

static void find_gradient(void *context, size_t count, const double *const *x, double *values,
                          double *const *derivatives)
{
    struct plane_fn *plane = context;
    for (size_t first = 0; first < count; first += PLANE_FN_BLOCK) {
        for (size_t axis = 0; axis < GRID_AXES; axis++)
            plane->derivatives[axis] = derivatives[axis] + first;
        plane->whole->gradient(plane->whole->context, block_size(count - first),
                               columns_from(plane, x, first), values + first,
                               plane->derivatives);
    }
}

/* A grid of the plane with the fixed variables. */
static struct grid whole_grid(const struct plane_fn *plane, const struct grid *grid)
{
    struct grid whole = *grid;
    whole.fixed = plane->place;
    return whole;
}

static void evaluate_grid(void *context, const struct grid *grid, size_t count,
                          const struct grid_difference *differences)
{
    const struct plane_fn *plane = context;
    struct grid whole = whole_grid(plane, grid);
    plane->whole->evaluate_grid(plane->whole->context, &whole, count, differences);
}

static void find_gradient_grid(void *context, const struct grid *grid, double *values,
                               double *const derivatives[GRID_AXES])
{
    const struct plane_fn *plane = context;
    struct grid whole = whole_grid(plane, grid);
    plane->whole->gradient_grid(plane->whole->context, &whole, values, derivatives);
}

static void find_hessian(void *context, const double *place, double *hessian)
{
    struct plane_fn *plane = context;
    size_t n = plane->whole->n;
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        plane->place[axis] = place[axis];
    plane->whole->hessian(plane->whole->context, plane->place, plane->matrix);
    for (size_t j = 0; j < GRID_AXES; j++)
        for (size_t k = 0; k < GRID_AXES; k++)
            hessian[j * GRID_AXES + k] = plane->matrix[j * n + k];
}

static bool is_stopped(void *context)
{
    const struct plane_fn *plane = context;
    return fn_is_stopped(plane->whole);
}

/* Get the memory; false when it is short. */
static bool allocate(struct plane_fn *plane, size_t n)
{
    plane->place = array_resize(NULL, n, sizeof *plane->place);
    /* Of a function of very many variables there is room for no matrix. */
    if (plane->whole->hessian != NULL)
        plane->matrix = array_resize(NULL, n, n * sizeof *plane->matrix);
    bool has_matrix = plane->whole->hessian == NULL || plane->matrix != NULL;
    plane->memory = array_resize(NULL, n, 2 * PLANE_FN_BLOCK * sizeof *plane->memory);
    plane->columns = array_resize(NULL, n, sizeof *plane->columns);
    plane->derivatives = array_resize(NULL, n, sizeof *plane->derivatives);
    return has_matrix && plane->place != NULL && plane->memory != NULL &&
           plane->columns != NULL && plane->derivatives != NULL;
}

/* Let all variables but those of the plane have their columns of constants and of derivatives. */
static void fill(struct plane_fn *plane, const double *fixed)
{
    size_t n = plane->whole->n;
    for (size_t axis = 0; axis < GRID_AXES; axis++)
        plane->place[axis] = 0;
    for (size_t k = GRID_AXES; k < n; k++) {
        double *column = plane->memory + k * PLANE_FN_BLOCK;
        plane->place[k] = fixed[k];
        for (size_t i = 0; i < PLANE_FN_BLOCK; i++)
            column[i] = fixed[k];
        plane->columns[k] = column;
        plane->derivatives[k] = column + n * PLANE_FN_BLOCK;
    }
}

bool plane_fn_make(struct plane_fn *plane, const struct fn *whole, const double *fixed)
{
    *plane = (struct plane_fn){ .whole = whole };
    if (!allocate(plane, whole->n))
        return false;
    fill(plane, fixed);
    plane->fn = (struct fn){
        .n = GRID_AXES,
        .evaluate = evaluate,
        .evaluate_grid = whole->evaluate_grid == NULL ? NULL : evaluate_grid,
        .gradient = whole->gradient == NULL ? NULL : find_gradient,
        .gradient_grid = whole->gradient_grid == NULL ? NULL : find_gradient_grid,
        .hessian = whole->hessian == NULL ? NULL : find_hessian,
        .is_stopped = is_stopped,
        .context = plane,
    };
    return true;
}

void plane_fn_release(struct plane_fn *plane)
{
    free(plane->place);
    free(plane->matrix);
    free(plane->memory);
    free(plane->columns);
    free(plane->derivatives);
}
