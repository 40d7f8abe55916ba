/* Eigenvalues of symmetric matrices of two rows. */
#include "grad/eigenvalues.h"

#include <math.h>

static const double rounding = 1e-12; /* of the smaller eigenvalue, times the larger */

void eigenvalues_find(const double h[3], double eigenvalues[GRID_AXES])
{
    double mean = 0.5 * h[0] + 0.5 * h[2];
    double spread = hypot(0.5 * h[0] - 0.5 * h[2], h[1]);
    int larger = mean < 0 ? 0 : 1; /* in absolute value */
    double size = larger == 1 ? mean + spread : mean - spread;
    /* Their product is the determinant, which keeps the digits that a difference would lose. */
    double other = size == 0 ? 0 : h[0] / size * h[2] - h[1] / size * h[1];
    eigenvalues[larger] = size;
    eigenvalues[1 - larger] = other;
}

double eigenvalues_edge(const double h[3])
{
    double eigenvalues[GRID_AXES];
    eigenvalues_find(h, eigenvalues);
    bool convex = eigenvalues[0] >= -rounding * eigenvalues[1] && eigenvalues[1] > 0 &&
                  isfinite(eigenvalues[1]);
    return convex ? 2 / eigenvalues[1] : (double)NAN;
}
