/* How far the gradients over a grid can be believed. */
#include "grad/judgement_grid.h"

#include <math.h>

#include "grad/differentiator.h"
#include "grad/judgement.h"

/* Put `count` places of the grid, from `first` on, into the gathered columns. */
static void gather_places(const struct differentiator *work, const struct grid *grid, size_t first,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        work->gathered[0][i] = grid->x0[(first + i) % grid->columns];
        work->gathered[1][i] = grid->x1[(first + i) / grid->columns];
        for (size_t k = GRID_AXES; k < work->fn->n; k++)
            work->gathered[k][i] = grid->fixed[k];
    }
}

/* The part of a grid's result that begins at `first`; the arrays are filled in. */
static struct gradient_result part_of(const struct gradient_result *result, size_t first,
                                      double *derivatives[GRID_AXES], double *steps[GRID_AXES])
{
    for (size_t axis = 0; axis < GRID_AXES; axis++) {
        derivatives[axis] = result->derivatives[axis] + first;
        steps[axis] = result->steps[axis] + first;
    }
    return (struct gradient_result){ .values = result->values + first,
                                     .derivatives = derivatives,
                                     .verdicts = result->verdicts + first,
                                     .steps = steps };
}

/* Sum up the estimates of `count` points into the judgements from `first` on. */
static void store(const struct gradient_result *part, const struct estimate *estimates,
                  size_t first, size_t count, const struct grid_judgement *judgement)
{
    for (size_t i = 0; i < count; i++) {
        const struct estimate *of_point = &estimates[i * GRID_AXES];
        double gradient[GRID_AXES];
        for (size_t axis = 0; axis < GRID_AXES; axis++)
            gradient[axis] = part->derivatives[axis][i];
        bool known = !isnan(of_point[0].terms) || !isnan(of_point[1].terms);
        judgement->errors[first + i] = known ? error_of_point(GRID_AXES, of_point) : (double)NAN;
        judgement->orders[first + i] = order_of_point(GRID_AXES, of_point);
        judgement->conditions[first + i] = condition_of_point(GRID_AXES, gradient, of_point);
    }
}

void judge_grid(struct differentiator *differentiator, const struct difference *difference,
                const struct grid *grid, const struct gradient_result *result,
                const struct grid_judgement *judgement)
{
    size_t all = grid->columns * grid->rows;
    struct estimate estimates[GATHERED_MOST * GRID_AXES];
    for (size_t first = 0; first < all; first += GATHERED_MOST) {
        double *derivatives[GRID_AXES];
        double *steps[GRID_AXES];
        size_t count = all - first < GATHERED_MOST ? all - first : GATHERED_MOST;
        struct gradient_result part = part_of(result, first, derivatives, steps);
        gather_places(differentiator, grid, first, count);
        judge_batch(differentiator, difference, count,
                    (const double *const *)differentiator->gathered, GRID_AXES, &part, estimates);
        store(&part, estimates, first, count, judgement);
    }
}
