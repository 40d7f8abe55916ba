/* Gradients over a grid of places. */
#include "grad/gradient_grid.h"

#include <math.h>

#include "grad/differentiator.h"

/* A grid being computed. Nothing is owned. */
struct job {
    struct differentiator *work;
    const struct difference *difference;
    const struct grid *grid;
    const struct gradient_result *result;
    size_t indices[GATHERED_MOST]; /* of the points that are gathered */
    size_t gathered;
};

/* Compute the gathered points one by one, with all that takes, and put them where they belong. */
static void compute_gathered(struct job *job)
{
    double values[GATHERED_MOST];
    double derivatives[GRID_AXES][GATHERED_MOST];
    double steps[GRID_AXES][GATHERED_MOST];
    enum verdict verdicts[GATHERED_MOST];
    struct gradient_result result = {
        .values = values,
        .derivatives = (double *const[]){ derivatives[0], derivatives[1] },
        .verdicts = verdicts,
        .steps = (double *const[]){ steps[0], steps[1] },
    };
    gradient_batch(job->work, job->difference, job->gathered,
                   (const double *const *)job->work->gathered, GRID_AXES, &result);
    for (size_t i = 0; i < job->gathered; i++) {
        size_t index = job->indices[i];
        job->result->values[index] = values[i];
        for (size_t axis = 0; axis < GRID_AXES; axis++) {
            job->result->derivatives[axis][index] = derivatives[axis][i];
            if (job->result->steps != NULL)
                job->result->steps[axis][index] = steps[axis][i];
        }
        job->result->verdicts[index] = verdicts[i];
    }
    job->gathered = 0;
}

static void gather(struct job *job, size_t column, size_t row)
{
    const struct grid *grid = job->grid;
    double **points = job->work->gathered;
    points[0][job->gathered] = grid->x0[column];
    points[1][job->gathered] = grid->x1[row];
    for (size_t k = GRID_AXES; k < job->work->fn->n; k++)
        points[k][job->gathered] = grid->fixed[k];
    job->indices[job->gathered++] = row * grid->columns + column;
    if (job->gathered == GATHERED_MOST)
        compute_gathered(job);
}

/* The difference along an axis that the scheme asks for. */
static struct grid_difference difference_along(const struct difference *difference, size_t axis,
                                               double *out)
{
    const struct scheme *scheme = difference->scheme;
    struct grid_difference made = {
        .samples = scheme->samples, .divisor = scheme->divisor * difference->h, .out = out
    };
    for (size_t k = 0; k < scheme->samples; k++) {
        made.shifts[k][axis] = scheme->offsets[k] * difference->h;
        made.weights[k] = scheme->weights[k];
    }
    return made;
}

/* Whether a sample's place rounds to x, or is not finite. */
static bool loses_step(const struct difference *difference, double x)
{
    const struct scheme *scheme = difference->scheme;
    for (size_t k = 0; k < scheme->samples; k++) {
        double shift = scheme->offsets[k] * difference->h;
        if (shift != 0 && (x + shift == x || !isfinite(x + shift)))
            return true;
    }
    return false;
}

/*
 * Judge a row. Most places need no more than this: finite derivatives that are not 0 come from
 * finite samples that differ. The others are gathered.
 */
static void judge_row(struct job *job, size_t row)
{
    const struct grid *grid = job->grid;
    const struct gradient_result *result = job->result;
    bool row_lost = loses_step(job->difference, grid->x1[row]);
    for (size_t column = 0; column < grid->columns; column++) {
        size_t i = row * grid->columns + column;
        double grad0 = result->derivatives[0][i];
        double grad1 = result->derivatives[1][i];
        result->verdicts[i] = VERDICT_ok;
        if (row_lost || grad0 == 0 || grad1 == 0 || !isfinite(grad0) || !isfinite(grad1) ||
            !isfinite(result->values[i]) || loses_step(job->difference, grid->x0[column]))
            gather(job, column, row);
    }
}

/* Differences by the function's own evaluation of grids. */
static void compute_differences(struct job *job)
{
    const struct fn *fn = job->work->fn;
    const struct grid_difference differences[] = {
        { .samples = 1, .weights = { 1 }, .divisor = 1, .out = job->result->values },
        difference_along(job->difference, 0, job->result->derivatives[0]),
        difference_along(job->difference, 1, job->result->derivatives[1]),
    };
    fn->evaluate_grid(fn->context, job->grid, sizeof differences / sizeof differences[0],
                      differences);
    if (fn_is_stopped(fn))
        return;
    size_t places = job->grid->columns * job->grid->rows;
    for (size_t axis = 0; axis < GRID_AXES && job->result->steps != NULL; axis++)
        for (size_t i = 0; i < places; i++)
            job->result->steps[axis][i] = job->difference->h;
    for (size_t row = 0; row < job->grid->rows; row++)
        judge_row(job, row);
}

/* Every place by itself: functions that cannot evaluate grids, and steps that differ. */
static void compute_places(struct job *job)
{
    for (size_t row = 0; row < job->grid->rows && !fn_is_stopped(job->work->fn); row++)
        for (size_t column = 0; column < job->grid->columns; column++)
            gather(job, column, row);
}

void gradient_grid(struct differentiator *differentiator, const struct difference *difference,
                   const struct grid *grid, const struct gradient_result *result)
{
    const struct fn *fn = differentiator->fn;
    struct job job = {
        .work = differentiator, .difference = difference, .grid = grid, .result = result
    };
    if (scheme_is_exact(difference->scheme)) {
        fn->gradient_grid(fn->context, grid, result->values, result->derivatives);
        finish_exact(GRID_AXES, grid->columns * grid->rows, result);
        return;
    }
    if (fn->evaluate_grid != NULL && difference->step == STEP_FIXED)
        compute_differences(&job);
    else
        compute_places(&job);
    if (job.gathered > 0)
        compute_gathered(&job);
}
