/* Eigenvalues of symmetric matrices of two rows. */
#include "grad/eigenvalues.h"

#include <math.h>

static const double rounding = 1e-12; /* of the smaller eigenvalue, times the larger */

void eigenvalues_find(const double h[3], double eigenvalues[GRID_AXES])
{
    double mean = 0.5 * h[0] + 0.5 * h[2];
    double spread = hypot(0.5 * h[0] - 0.5 * h[2], h[1]);
    eigenvalues[0] = mean - spread;
    eigenvalues[1] = mean + spread;
}

double eigenvalues_edge(const double h[3])
{
    double eigenvalues[GRID_AXES];
    eigenvalues_find(h, eigenvalues);
    bool convex = eigenvalues[0] >= -rounding * eigenvalues[1] && eigenvalues[1] > 0 &&
                  isfinite(eigenvalues[1]);
    return convex ? 2 / eigenvalues[1] : (double)NAN;
}
