/* Systems of linear equations whose matrix is made positive definite. */
#include "grad/cholesky.h"

#include <math.h>

static const double least_shift = 1e-3; /* times the matrix's norm: beta of algorithm 3.3 */

/* Factor A + shift I; false when it is not positive definite. */
static bool try_factor(size_t n, const double *matrix, double shift, double *factor)
{
    for (size_t j = 0; j < n; j++) {
        double pivot = matrix[j * n + j] + shift;
        for (size_t k = 0; k < j; k++)
            pivot -= factor[j * n + k] * factor[j * n + k];
        if (!(pivot > 0) || isinf(pivot))
            return false;
        factor[j * n + j] = sqrt(pivot);
        for (size_t i = j + 1; i < n; i++) {
            double sum = matrix[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= factor[i * n + k] * factor[j * n + k];
            factor[i * n + j] = sum / factor[j * n + j];
        }
    }
    return true;
}

/* The Frobenius norm of a matrix, from its lower triangle, and its least diagonal entry. */
static double measure(size_t n, const double *matrix, double *least)
{
    double norm = 0;
    *least = matrix[0];
    for (size_t j = 0; j < n; j++) {
        *least = fmin(*least, matrix[j * n + j]);
        for (size_t k = 0; k <= j; k++)
            norm = hypot(norm, matrix[j * n + k] * (k < j ? sqrt(2) : 1));
    }
    return norm;
}

bool cholesky_factor(size_t n, const double *matrix, double *factor)
{
    double least;
    double norm = measure(n, matrix, &least);
    if (!isfinite(norm))
        return false;
    double step = norm > 0 ? least_shift * norm : 1;
    double shift = least > 0 ? 0 : step - least;
    while (isfinite(shift)) {
        if (try_factor(n, matrix, shift, factor))
            return true;
        shift = fmax(2 * shift, step);
    }
    return false;
}

void cholesky_solve(size_t n, const double *factor, double *b)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            b[i] -= factor[i * n + k] * b[k];
        b[i] /= factor[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            b[i] -= factor[k * n + i] * b[k];
        b[i] /= factor[i * n + i];
    }
}
