/*
 * The gradient flow dx/dt = -grad f, by the pair of Dormand and Prince, Journal of Computational
 * and Applied Mathematics 6 (1980), table 2, with local extrapolation; steps are chosen as in
 * Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, 2nd edition, II.4.
 */
#include <math.h>
#include <string.h>

#include "grad/optimizer_steps.h"

enum {
    STAGES = 7,      /* of the pair; the last is the slope at the new place */
    TRIALS_MOST = 60 /* lengths of a step that are tried */
};

static const double error_allowed = 1e-4; /* times the length of the step */
static const double safety = 0.9;
static const double growth_most = 4;
static const double growth_least = 0.125;

static const double weights[STAGES][STAGES - 1] = {
    { 0 },
    { 1.0 / 5 },
    { 3.0 / 40, 9.0 / 40 },
    { 44.0 / 45, -56.0 / 15, 32.0 / 9 },
    { 19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729 },
    { 9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656 },
    { 35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84 },
};

/* The fifth order's weights less the fourth's. */
static const double error_weights[STAGES] = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
};

/* Fill `place` with that of a stage, from the gradients of those before. */
static void place_stage(const struct walker *walker, size_t stage, double *const *gradients,
                        double *place)
{
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        double sum = 0;
        for (size_t i = 0; i < stage; i++)
            sum += weights[stage][i] * gradients[i][k];
        place[k] = walker->x[k] - walker->time_step * sum;
    }
}

/* Compute the slopes of a step of the present length, and fill `place` with where it leads. */
static void compute_stages(struct walker *walker, double *const *gradients, double *place)
{
    double value;
    memcpy(gradients[0], walker->gradient, walker->slope.fn->n * sizeof *place);
    for (size_t stage = 1; stage < STAGES; stage++) {
        place_stage(walker, stage, gradients, place);
        slope_at(&walker->slope, place, &value, gradients[stage]);
    }
}

/* The error of the step to `place` over what is allowed. */
static double measure_error(const struct walker *walker, double *const *gradients,
                            const double *place)
{
    double error = 0;
    double length = 0;
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        double sum = 0;
        for (size_t i = 0; i < STAGES; i++)
            sum += error_weights[i] * gradients[i][k];
        error = hypot(error, walker->time_step * sum);
        length = hypot(length, place[k] - walker->x[k]);
    }
    return length > 0 ? error / (error_allowed * length) : error;
}

/*
 * By what the next step is longer: a power of two, so that rounding, which the error is full of,
 * leaves the steps as they are.
 */
static double growth(double error)
{
    int exponent;
    double by = safety * pow(error, -1.0 / 5);
    frexp(fmin(growth_most, fmax(growth_least, by)), &exponent);
    return ldexp(1, exponent - 1);
}

void optimizer_step_flow(struct walker *walker)
{
    double *place = walker->rooms[STAGES];
    for (int i = 0; i < TRIALS_MOST; i++) {
        compute_stages(walker, walker->rooms, place);
        double error = measure_error(walker, walker->rooms, place);
        if (error <= 1) {
            memcpy(walker->x, place, walker->slope.fn->n * sizeof *place);
            walker->time_step *= growth(error);
            return;
        }
        walker->time_step *= isfinite(error) ? growth(error) : growth_least;
    }
}
