/* Newton's step, with the Hessian made positive definite and a length that is searched for. */
#include <math.h>
#include <string.h>

#include "grad/cholesky.h"
#include "grad/optimizer_steps.h"

enum { HALVINGS_MOST = 60 };                    /* of the step's length */
static const double sufficient_decrease = 1e-4; /* c of Nocedal and Wright, algorithm 3.1 */

/*
 * Find the direction: minus the inverse of the Hessian times the gradient, or minus the gradient
 * where there is no Hessian. Returns the slope of f along it.
 */
static double find_direction(struct walker *walker, double *direction)
{
    size_t n = walker->slope.fn->n;
    double *hessian = walker->matrix;
    double *factor = walker->matrix + n * n;
    double slope = 0;
    for (size_t k = 0; k < n; k++)
        direction[k] = -walker->gradient[k];
    slope_hessian(&walker->slope, walker->x, hessian);
    if (cholesky_factor(n, hessian, factor))
        cholesky_solve(n, factor, direction);
    for (size_t k = 0; k < n; k++)
        slope += walker->gradient[k] * direction[k];
    return slope;
}

void optimizer_step_newton(struct walker *walker)
{
    size_t n = walker->slope.fn->n;
    double *direction = walker->rooms[0];
    double *tried = walker->rooms[1];
    double slope = find_direction(walker, direction);
    double length = walker->learning_rate;
    for (; walker->halvings <= HALVINGS_MOST; walker->halvings++, length /= 2) {
        for (size_t k = 0; k < n; k++)
            tried[k] = walker->x[k] + length * direction[k];
        double value = slope_value(&walker->slope, tried);
        if (value <= walker->value + sufficient_decrease * length * slope) {
            memcpy(walker->x, tried, n * sizeof *tried);
            return;
        }
    }
}
