/* Exact slopes and curvatures of a function in a plane of x0 and x1. */
#include "grad/plane_slope.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"

bool plane_slope_make(struct plane_slope *slope, const struct fn *fn, const double *fixed)
{
    *slope = (struct plane_slope){ .fn = fn };
    slope->place = array_resize(NULL, fn->n, sizeof *slope->place);
    for (size_t k = GRID_AXES; slope->place != NULL && k < fn->n; k++)
        slope->place[k] = fixed[k];
    return slope->place != NULL;
}

void plane_slope_release(struct plane_slope *slope)
{
    free(slope->place);
}

/* A grid of the one place. */
static struct grid grid_at(struct plane_slope *slope, const double at[GRID_AXES])
{
    slope->place[0] = at[0];
    slope->place[1] = at[1];
    return (struct grid){ .columns = 1, .rows = 1, .x0 = &slope->place[0], .x1 = &slope->place[1],
                          .fixed = slope->place };
}

double plane_slope_value(struct plane_slope *slope, const double at[GRID_AXES])
{
    double value;
    struct grid grid = grid_at(slope, at);
    const struct grid_difference itself = { .samples = 1, .weights = { 1 }, .divisor = 1,
                                            .out = &value };
    slope->fn->evaluate_grid(slope->fn->context, &grid, 1, &itself);
    return value;
}

bool plane_slope_gradient(struct plane_slope *slope, const double at[GRID_AXES],
                          double gradient[GRID_AXES])
{
    struct grid grid = grid_at(slope, at);
    double *const derivatives[GRID_AXES] = { &gradient[0], &gradient[1] };
    slope->fn->gradient_grid(slope->fn->context, &grid, NULL, derivatives);
    return isfinite(gradient[0]) && isfinite(gradient[1]);
}

bool plane_slope_hessian(struct plane_slope *slope, const double at[GRID_AXES], double hessian[3])
{
    slope->place[0] = at[0];
    slope->place[1] = at[1];
    slope->fn->plane_hessian(slope->fn->context, slope->place, hessian);
    return isfinite(hessian[0]) && isfinite(hessian[1]) && isfinite(hessian[2]);
}
