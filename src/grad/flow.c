/* The flow of steepest descent in a plane, a step at a time at many places. */
#include "grad/flow.h"

#include <math.h>
#include <string.h>

#include "grad/eigenvalues.h"

/* A number for each lane, for each axis. */
typedef double lane_vectors[GRID_AXES][FLOW_LANES];

/* What a step is computed with. */
struct step {
    const struct fn *fn;
    struct flow_lanes *lanes;
    double hessian[3][FLOW_LANES];
    lane_vectors stages[FLOW_STAGES];
    lane_vectors place;
    lane_vectors gradient;
};

static const double gamma_rodas = 0.25; /* on the diagonal */

/* How the stages before add to the place of a stage; of the last, those of the one before it. */
static const double place_weights[FLOW_STAGES][FLOW_STAGES - 1] = {
    { 0 },
    { 1.544 },
    { 0.9466785280815826, 0.2557011698983284 },
    { 3.314825187068521, 2.896124015972201, 0.9986419139977817 },
    { 1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950 },
    { 1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1 },
};

/* And to its right side, over the time. */
static const double slope_weights[FLOW_STAGES][FLOW_STAGES - 1] = {
    { 0 },
    { -5.6688 },
    { -2.430093356833875, -0.2063599157091915 },
    { -0.1073529058151375, -9.594562251023355, -20.47028614809616 },
    { 7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160 },
    { 8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136,
      -6.058818238834054 },
};

/* Compute the gradient at step->place. */
static void find_gradient(struct step *step)
{
    double values[FLOW_LANES];
    const double *const x[GRID_AXES] = { step->place[0], step->place[1] };
    double *const derivatives[GRID_AXES] = { step->gradient[0], step->gradient[1] };
    step->fn->gradient(step->fn->context, step->lanes->count, x, values, derivatives);
}

/* Compute the gradient `spacing` away from the places along an axis. */
static void look_aside(struct step *step, int axis, double spacing)
{
    for (size_t i = 0; i < step->lanes->count; i++) {
        step->place[1 - axis][i] = step->lanes->place[1 - axis][i];
        step->place[axis][i] = step->lanes->place[axis][i] + spacing;
    }
    find_gradient(step);
}

/* Take the derivatives of the gradient along an axis from what it is on both sides. */
static void difference_along(struct step *step, int axis, double spacing)
{
    lane_vectors below;
    double from[FLOW_LANES];
    look_aside(step, axis, -spacing);
    memcpy(below, step->gradient, sizeof below);
    memcpy(from, step->place[axis], sizeof from);
    look_aside(step, axis, spacing);
    for (size_t i = 0; i < step->lanes->count; i++) {
        /* Rounding has moved both places a little: far from 0 that counts. */
        double distance = step->place[axis][i] - from[i];
        step->hessian[2 * axis][i] = (step->gradient[axis][i] - below[axis][i]) / distance;
        step->hessian[1][i] +=
            0.5 * (step->gradient[1 - axis][i] - below[1 - axis][i]) / distance;
    }
}

static void find_hessian(struct step *step, const double spacing[GRID_AXES])
{
    for (size_t i = 0; i < step->lanes->count; i++)
        step->hessian[1][i] = 0;
    for (int axis = 0; axis < GRID_AXES; axis++)
        difference_along(step, axis, spacing[axis]);
}

/* Cut the time steps where f falls away to the sides. */
static void cut_times(struct step *step)
{
    for (size_t i = 0; i < step->lanes->count; i++) {
        const double h[3] = { step->hessian[0][i], step->hessian[1][i], step->hessian[2][i] };
        double eigenvalues[GRID_AXES];
        eigenvalues_find(h, eigenvalues);
        if (eigenvalues[0] < 0)
            step->lanes->time_step[i] = fmin(step->lanes->time_step[i], -1 / eigenvalues[0]);
    }
}

/* Put into step->place where a stage looks. */
static void place_stage(struct step *step, int stage)
{
    for (int axis = 0; axis < GRID_AXES; axis++)
        for (size_t i = 0; i < step->lanes->count; i++) {
            double sum = 0;
            for (int before = 0; before < stage; before++)
                sum += place_weights[stage][before] * step->stages[before][axis][i];
            step->place[axis][i] = step->lanes->place[axis][i] + sum;
        }
}

/* Solve (1 / (gamma t) + H) u = right. */
static void solve_stage(struct step *step, int stage, size_t i)
{
    double right[GRID_AXES];
    double time = step->lanes->time_step[i];
    double diagonal = 1 / (gamma_rodas * time);
    const double a[3] = { diagonal + step->hessian[0][i], step->hessian[1][i],
                          diagonal + step->hessian[2][i] };
    for (int axis = 0; axis < GRID_AXES; axis++) {
        double sum = 0;
        for (int before = 0; before < stage; before++)
            sum += slope_weights[stage][before] * step->stages[before][axis][i];
        right[axis] = sum / time - step->gradient[axis][i];
    }
    double determinant = a[0] * a[2] - a[1] * a[1];
    step->stages[stage][0][i] = (a[2] * right[0] - a[1] * right[1]) / determinant;
    step->stages[stage][1][i] = (a[0] * right[1] - a[1] * right[0]) / determinant;
}

void flow_step(const struct fn *fn, const double spacing[GRID_AXES], struct flow_lanes *lanes)
{
    struct step step = { .fn = fn, .lanes = lanes };
    find_hessian(&step, spacing);
    cut_times(&step);
    for (int stage = 0; stage < FLOW_STAGES; stage++) {
        place_stage(&step, stage);
        find_gradient(&step);
        for (size_t i = 0; i < lanes->count; i++)
            solve_stage(&step, stage, i);
    }
    for (int axis = 0; axis < GRID_AXES; axis++)
        for (size_t i = 0; i < lanes->count; i++) {
            lanes->error[axis][i] = step.stages[FLOW_STAGES - 1][axis][i];
            lanes->next[axis][i] = step.place[axis][i] + lanes->error[axis][i];
        }
}
