/*
 * From a guess to a place where the gradient is zero. Everything is in units of the window's widths
 * here, so that windows that are long and narrow are like others.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "grad/critical_parts.h"

enum { STEPS_MOST = 200, ACROSS_MOST = 20, HALVINGS_MOST = 30, AROUND = 8 };

static const double longest = 1.0 / 16; /* step along a direction */
static const double outside = 1e-9;     /* that a point may be */
static const double farthest = 1e-6;    /* from a zero that a place may be to pass for it */
static const double around = 1e-3;      /* radius of what is round a point */
static const double shorter = 1e-3;     /* is a gradient than those round it */
static const double polish = 1e-12;     /* a step that does no harm where the slope is lost */
static const double shrinking = 0.45;   /* ratio of two steps to a zero that is not simple */
static const double pi = 3.14159265358979323846;

/* What is known at a place. */
struct outlook {
    double gradient[GRID_AXES];    /* along the directions */
    double uncertainty[GRID_AXES]; /* of these, by rounding */
    double steepness;              /* the gradient's length */
    double hessian[3];             /* along the axes */
    struct eigen eigen;
};

/* Look at a place; false where a derivative is not finite. */
static bool look(const struct search *search, const double at[GRID_AXES], struct outlook *outlook)
{
    const double *width = search->width;
    const double *h = outlook->hessian;
    double gradient[GRID_AXES];
    if (!plane_slope_gradient(search->slope, at, gradient) ||
        !critical_hessian(search, at, outlook->hessian))
        return false;
    outlook->steepness = hypot(gradient[0] * width[0], gradient[1] * width[1]);
    outlook->eigen = eigen_make(h);
    double x0 = DBL_EPSILON * fabs(at[0] / width[0]);
    double x1 = DBL_EPSILON * fabs(at[1] / width[1]);
    const double rounding[GRID_AXES] = { fabs(h[0]) * x0 + fabs(h[1]) * x1,
                                         fabs(h[1]) * x0 + fabs(h[2]) * x1 };
    for (int i = 0; i < GRID_AXES; i++) {
        const double *direction = outlook->eigen.directions[i];
        outlook->gradient[i] = direction[0] * gradient[0] * width[0] +
                               direction[1] * gradient[1] * width[1];
        outlook->uncertainty[i] = 4 * (fabs(direction[0]) * rounding[0] +
                                       fabs(direction[1]) * rounding[1]);
    }
    return true;
}

/*
 * Newton's step, along the directions of the Hessian: none where the gradient is lost in rounding
 * or the slope does not change, and no longer one than is sensible.
 */
static void find_step(const struct outlook *outlook, enum critical_ways ways, double step[GRID_AXES])
{
    const double *values = outlook->eigen.values;
    int steeper = fabs(values[1]) >= fabs(values[0]);
    step[0] = step[1] = 0;
    for (int i = 0; i < GRID_AXES; i++) {
        double slope = outlook->gradient[i];
        double curvature = values[i];
        if (fabs(curvature) <= outlook->eigen.rounding || (ways == CRITICAL_ACROSS && i != steeper))
            continue;
        double length = fmax(-longest, fmin(-slope / curvature, longest));
        if (fabs(slope) <= outlook->uncertainty[i] && fabs(length) > polish)
            continue;
        for (int axis = 0; axis < GRID_AXES; axis++)
            step[axis] += length * outlook->eigen.directions[i][axis];
    }
}

/* The scaled length of the gradient at a place; infinite where it has none. */
static double steepness(const struct search *search, const double at[GRID_AXES])
{
    double gradient[GRID_AXES];
    return plane_slope_gradient(search->slope, at, gradient)
               ? hypot(gradient[0] * search->width[0], gradient[1] * search->width[1])
               : INFINITY;
}

/* Go `length` times the step if the gradient is shorter than `most` there; whether it is. */
static bool try_step(const struct search *search, const double step[GRID_AXES], double length,
                     double most, double at[GRID_AXES])
{
    const double next[GRID_AXES] = { at[0] + length * step[0] * search->width[0],
                                     at[1] + length * step[1] * search->width[1] };
    if (!(steepness(search, next) < most))
        return false;
    memcpy(at, next, sizeof next);
    return true;
}

/*
 * Go along the step as far as the gradient falls; false where it does not. Steps that shrink by a
 * constant `ratio` lead to a multiple zero: then their geometric series is tried first.
 */
static bool advance(const struct search *search, const double step[GRID_AXES], double ratio,
                    double most, double at[GRID_AXES])
{
    double length = 1;
    if (ratio > shrinking && ratio < 1 && try_step(search, step, 1 / (1 - ratio), most / 2, at))
        return true;
    for (int i = 0; i < HALVINGS_MOST; i++, length /= 2)
        if (try_step(search, step, length, most, at))
            return true;
    return false;
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

/* Whether the gradient is far shorter than round a place, as it is not beside a pole or a jump. */
static bool is_short(const struct search *search, const double at[GRID_AXES])
{
    double largest = 0;
    for (int i = 0; i < AROUND; i++) {
        double angle = 2 * pi * i / AROUND;
        const double near[GRID_AXES] = { at[0] + around * search->width[0] * cos(angle),
                                         at[1] + around * search->width[1] * sin(angle) };
        double there = steepness(search, near);
        if (isfinite(there))
            largest = fmax(largest, there);
    }
    return steepness(search, at) <= shorter * largest;
}

/* The places' rounding, over the window's widths. */
static double resolution(const struct search *search, const double at[GRID_AXES])
{
    return 4 * DBL_EPSILON *
           fmax(1, fmax(fabs(at[0]) / search->width[0], fabs(at[1]) / search->width[1]));
}

/*
 * Whether the gradient is zero at a place that Newton's method came to with a last step of some
 * length, as far as the step and rounding let that be known; how far that may be off is stored.
 */
static bool vanishes(const struct search *search, struct critical_point *point, double way)
{
    struct outlook outlook;
    if (!look(search, point->at, &outlook))
        return false;
    double near = fmin(fmax(4 * way, resolution(search, point->at)), farthest);
    double change = critical_change(search, point->at, outlook.hessian, near);
    point->uncertainty = near;
    for (int i = 0; i < GRID_AXES; i++) {
        double curvature = fabs(outlook.eigen.values[i]);
        if (fabs(outlook.gradient[i]) > outlook.uncertainty[i] + near * (curvature + change))
            return false;
        double rounding = curvature == 0 ? 0 : outlook.uncertainty[i] / curvature;
        point->uncertainty = fmax(point->uncertainty, fmin(rounding, farthest));
    }
    return is_short(search, point->at);
}

bool critical_refine(struct search *search, enum critical_ways ways, struct critical_point *point)
{
    double way = 0;
    int left = ways == CRITICAL_ACROSS ? ACROSS_MOST : STEPS_MOST;
    for (; left > 0 && search->effort > 0; left--, search->effort--) {
        double step[GRID_AXES];
        double before = way;
        struct outlook outlook;
        if (!look(search, point->at, &outlook))
            return false;
        find_step(&outlook, ways, step);
        way = fmax(fabs(step[0]), fabs(step[1]));
        double ratio = before > 0 ? way / before : 0;
        if (!advance(search, step, ratio, outlook.steepness, point->at) || way < DBL_EPSILON)
            break;
    }
    return left > 0 && way <= farthest && is_inside(search, point->at) &&
           vanishes(search, point, way);
}
