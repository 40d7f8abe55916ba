/* A gradient at one point with one step after another: error against h. */
#include "grad/sweep.h"

#include <stdlib.h>

#include "base/size.h"

double sweep_step(size_t index)
{
    static const double steps[SWEEP_STEPS] = {
        1,     5e-1,  2e-1,  1e-1,  5e-2,  2e-2,  1e-2,  5e-3,  2e-3,  1e-3,
        5e-4,  2e-4,  1e-4,  5e-5,  2e-5,  1e-5,  5e-6,  2e-6,  1e-6,  5e-7,
        2e-7,  1e-7,  5e-8,  2e-8,  1e-8,  5e-9,  2e-9,  1e-9,  5e-10, 2e-10,
        1e-10, 5e-11, 2e-11, 1e-11, 5e-12, 2e-12, 1e-12, 5e-13, 2e-13, 1e-13,
        5e-14, 2e-14, 1e-14, 5e-15, 2e-15, 1e-15, 5e-16, 2e-16, 1e-16,
    };
    return steps[index];
}

bool sweep_make(struct sweep *sweep, const struct fn *fn)
{
    size_t n = fn->n;
    *sweep = (struct sweep){ .fn = fn, .axes = n };
    sweep->differentiator = differentiator_new(fn);
    sweep->gradient = array_resize(NULL, n, sizeof *sweep->gradient);
    sweep->estimates = array_resize(NULL, n, sizeof *sweep->estimates);
    sweep->steps = array_resize(NULL, n, sizeof *sweep->steps);
    sweep->columns = array_resize(NULL, n, 2 * sizeof *sweep->columns);
    if (sweep->differentiator == NULL || sweep->gradient == NULL || sweep->estimates == NULL ||
        sweep->steps == NULL || sweep->columns == NULL)
        return false;
    for (size_t k = 0; k < n; k++) {
        sweep->columns[k] = &sweep->gradient[k];
        sweep->columns[n + k] = &sweep->steps[k];
    }
    return true;
}

void sweep_release(struct sweep *sweep)
{
    differentiator_free(sweep->differentiator);
    free(sweep->gradient);
    free(sweep->estimates);
    free(sweep->steps);
    free(sweep->columns);
}

void sweep_at(struct sweep *sweep, const struct scheme *scheme, double h,
              const double *const *point)
{
    const struct difference difference = { .scheme = scheme, .h = h, .step = STEP_FIXED };
    size_t n = sweep->fn->n;
    size_t axes = scheme_is_exact(scheme) ? n : sweep->axes;
    double value;
    struct gradient_result result = { .values = &value,
                                      .derivatives = sweep->columns,
                                      .verdicts = &sweep->verdict,
                                      .steps = sweep->columns + n };
    gradient_batch(sweep->differentiator, &difference, 1, point, axes, &result);
    judge_batch(sweep->differentiator, &difference, 1, point, axes, &result, sweep->estimates);
}
