/* From a guess to a place where the gradient is zero. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "grad/critical_parts.h"

enum { STEPS_MOST = 200, HALVINGS_MOST = 30 };

static const double singular = 1e-12;   /* a determinant over the square of the matrix's size */
static const double damping = 1e-6;     /* of a step of least squares, times the matrix's size */
static const double arrived = 1e-10;    /* a step over the window's width: a zero is close */
static const double rounding = 1e-12;  /* of the gradient */
static const double outside = 1e-9;     /* that a point may be, over the window's width */

/* Solve A d = b for the symmetric matrix of a[0], a[1] and a[2]. */
static void solve(const double a[3], const double b[GRID_AXES], double d[GRID_AXES])
{
    double determinant = a[0] * a[2] - a[1] * a[1];
    d[0] = (a[2] * b[0] - a[1] * b[1]) / determinant;
    d[1] = (a[0] * b[1] - a[1] * b[0]) / determinant;
}

/*
 * Newton's step at a place: minus the inverse of the Hessian times the gradient; where that has
 * nearly none, the step of least squares that Levenberg and Marquardt's method takes, and `squares`
 * is set. False where a derivative is not finite or the Hessian is zero.
 */
static bool find_step(struct plane_slope *slope, const double at[GRID_AXES], double step[GRID_AXES],
                      bool *squares)
{
    double gradient[GRID_AXES];
    double h[3];
    if (!plane_slope_gradient(slope, at, gradient) || !plane_slope_hessian(slope, at, h))
        return false;
    double size = fmax(fabs(h[0]), fmax(fabs(h[1]), fabs(h[2])));
    if (size == 0)
        return false;
    const double scaled[3] = { h[0] / size, h[1] / size, h[2] / size };
    const double down[GRID_AXES] = { -gradient[0] / size, -gradient[1] / size };
    *squares = !(fabs(scaled[0] * scaled[2] - scaled[1] * scaled[1]) > singular);
    if (!*squares) {
        solve(scaled, down, step);
    } else {
        const double square[3] = { scaled[0] * scaled[0] + scaled[1] * scaled[1] + damping,
                                   scaled[1] * (scaled[0] + scaled[2]),
                                   scaled[1] * scaled[1] + scaled[2] * scaled[2] + damping };
        const double right[GRID_AXES] = { scaled[0] * down[0] + scaled[1] * down[1],
                                          scaled[1] * down[0] + scaled[2] * down[1] };
        solve(square, right, step);
    }
    return isfinite(step[0]) && isfinite(step[1]);
}

/* The length of the gradient at a place; infinite where it has none. */
static double steepness(struct plane_slope *slope, const double at[GRID_AXES])
{
    double gradient[GRID_AXES];
    return plane_slope_gradient(slope, at, gradient) ? hypot(gradient[0], gradient[1]) : INFINITY;
}

/* Go along the step as far as the gradient falls; false where it does not. */
static bool advance(struct plane_slope *slope, const double step[GRID_AXES], double at[GRID_AXES])
{
    double before = steepness(slope, at);
    double length = 1;
    for (int i = 0; i < HALVINGS_MOST; i++, length /= 2) {
        const double next[GRID_AXES] = { at[0] + length * step[0], at[1] + length * step[1] };
        if (steepness(slope, next) < before) {
            memcpy(at, next, sizeof next);
            return true;
        }
    }
    return false;
}

/* The step over the window's width, on the axis where it is larger. */
static double share(const struct search *search, const double step[GRID_AXES])
{
    return fmax(fabs(step[0]) / search->width[0], fabs(step[1]) / search->width[1]);
}

static bool is_inside(const struct search *search, const double at[GRID_AXES])
{
    for (int axis = 0; axis < GRID_AXES; axis++) {
        double slack = outside * search->width[axis];
        if (!(at[axis] >= search->window.low[axis] - slack &&
              at[axis] <= search->window.high[axis] + slack))
            return false;
    }
    return true;
}

/* Whether the gradient could be zero within the place's uncertainty, for the Hessian around. */
static bool vanishes(const struct search *search, const double at[GRID_AXES])
{
    double near = critical_uncertainty * fmin(search->width[0], search->width[1]);
    return steepness(search->slope, at) <= near * critical_curvature(search, at);
}

/*
 * Whether a step of least squares has left no more of the gradient than the place's uncertainty
 * explains: such steps end where the gradient lies along the Hessian's nearly empty direction, which
 * is where it is zero only if that part of it is.
 */
static bool has_nothing_left(const struct search *search, const double at[GRID_AXES])
{
    double gradient[GRID_AXES];
    double h[3];
    double eigenvalues[GRID_AXES];
    if (!plane_slope_gradient(search->slope, at, gradient) ||
        !plane_slope_hessian(search->slope, at, h))
        return false;
    critical_eigenvalues(h, eigenvalues);
    double least = fabs(eigenvalues[0]) < fabs(eigenvalues[1]) ? eigenvalues[0] : eigenvalues[1];
    double first[GRID_AXES] = { h[1], least - h[0] };
    double second[GRID_AXES] = { least - h[2], h[1] };
    double *empty = hypot(first[0], first[1]) > hypot(second[0], second[1]) ? first : second;
    double left = fabs(gradient[0] * empty[0] + gradient[1] * empty[1]) / hypot(empty[0], empty[1]);
    double near = critical_uncertainty * fmin(search->width[0], search->width[1]);
    return left <= near * (fabs(least) + critical_change(search, at, h)) +
                       rounding * hypot(gradient[0], gradient[1]);
}

/* Whether the steps, the last of which went that share of the window, have led to a zero. */
static bool is_reached(const struct search *search, const double at[GRID_AXES], double way,
                       bool squares)
{
    if (squares)
        return way <= arrived && has_nothing_left(search, at);
    return way <= arrived || vanishes(search, at);
}

bool critical_refine(const struct search *search, double at[GRID_AXES])
{
    double step[GRID_AXES] = { 0, 0 };
    double way = INFINITY;
    bool squares = false;
    for (int i = 0; i < STEPS_MOST; i++) {
        if (steepness(search->slope, at) == 0)
            return is_inside(search, at);
        if (!find_step(search->slope, at, step, &squares))
            return false;
        way = share(search, step);
        if (!(way <= 1) || !advance(search->slope, step, at) || way < DBL_EPSILON)
            break;
    }
    return is_reached(search, at, way, squares) && is_inside(search, at);
}
