/* What a critical point is. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "grad/critical_parts.h"
#include "grad/eigenvalues.h"

enum { AROUND = 32 }; /* places round a degenerate point where f is looked at */

static const double pi = 3.14159265358979323846;
static const double around = 1e-3; /* radius of what is round a point, over the window's width */
static const double agreed = 1e-6; /* Hessians differ by less, over their size */
static const double alone = 1e-3;  /* and by more */
static const double nothing = DBL_MIN / DBL_EPSILON; /* a curvature that underflows */
static const double beside = 4;    /* times the gradient is what it should be: others are near */
static const double flat = 1e-6;   /* the same, where f must not be flat */

const char *critical_kind_words(enum critical_kind kind)
{
    static const char *const words[CRITICAL_KIND_COUNT] = {
#define CRITICAL_KIND(name, words_, letter) [CRITICAL_##name] = words_,
#include "grad/critical_kinds.def"
#undef CRITICAL_KIND
    };
    return words[kind];
}

bool critical_is_minimum(const struct critical_point *point)
{
    return point->kind == CRITICAL_minimum || point->kind == CRITICAL_degenerate_minimum;
}

struct eigen eigen_make(const double h[3])
{
    double angle = 0.5 * atan2(2 * h[1], h[0] - h[2]);
    double right = h[1] != 0 ? cos(angle) : h[0] >= h[2];
    double up = h[1] != 0 ? sin(angle) : h[0] < h[2];
    struct eigen eigen = { .directions = { { -up, right }, { right, up } } };
    eigenvalues_find(h, eigen.values);
    double size = fmax(fabs(eigen.values[0]), fabs(eigen.values[1]));
    if (size != 0)
        eigen.rounding = 4 * DBL_EPSILON * (fabs(h[0] / size * h[2]) + fabs(h[1] / size * h[1]));
    return eigen;
}

bool critical_hessian(const struct search *search, const double at[GRID_AXES], double hessian[3])
{
    if (!plane_slope_hessian(search->slope, at, hessian))
        return false;
    hessian[0] *= search->width[0] * search->width[0];
    hessian[1] *= search->width[0] * search->width[1];
    hessian[2] *= search->width[1] * search->width[1];
    return isfinite(hessian[0]) && isfinite(hessian[1]) && isfinite(hessian[2]);
}

/* The largest distance of two entries. */
static double entry_distance(const double a[3], const double b[3])
{
    return fmax(fabs(a[0] - b[0]), fmax(fabs(a[1] - b[1]), fabs(a[2] - b[2])));
}

double critical_change(const struct search *search, const double at[GRID_AXES],
                       const double hessian[3], double distance)
{
    double change = 0;
    for (int way = 0; way < 2 * GRID_AXES; way++) {
        int axis = way / 2;
        double near[GRID_AXES] = { at[0], at[1] };
        double other[3];
        near[axis] += (way % 2 == 0 ? 1 : -1) * distance * search->width[axis];
        if (!critical_hessian(search, near, other))
            continue;
        change = fmax(change, entry_distance(other, hessian));
    }
    return change;
}

void critical_look_around(const struct search *search, struct critical_point *point)
{
    const double radius[GRID_AXES] = { around * search->width[0], around * search->width[1] };
    int higher = 0;
    int lower = 0;
    int index = 0;
    for (int i = 0; i < AROUND; i++) {
        double angle = 2 * pi * i / AROUND;
        const double at[GRID_AXES] = { point->at[0] + radius[0] * cos(angle),
                                       point->at[1] + radius[1] * sin(angle) };
        double value = plane_slope_value(search->slope, at);
        higher += value > point->value;
        lower += value < point->value;
    }
    bool isolated = winding_of_circle(search->slope, point->at, radius, &index);
    point->index = index;
    /* A narrow valley may lie between the places; but an extreme that stands alone has index 1. */
    point->kind = !isolated                          ? CRITICAL_degenerate_line
                  : index == 1 && higher == AROUND   ? CRITICAL_degenerate_minimum
                  : index == 1 && lower == AROUND    ? CRITICAL_degenerate_maximum
                                                     : CRITICAL_degenerate_saddle;
}

/* Find the Hessian that all places round a point have, to `agreed`; false where they differ. */
static bool find_common_hessian(const struct search *search, const struct critical_point *point,
                                double common[3])
{
    static const double none[3] = { 0, 0, 0 };
    for (int way = 0; way < 2 * GRID_AXES; way++) {
        double at[GRID_AXES] = { point->at[0], point->at[1] };
        double hessian[3];
        at[way / 2] += (way % 2 == 0 ? 1 : -1) * point->uncertainty * search->width[way / 2];
        if (!critical_hessian(search, at, way == 0 ? common : hessian))
            return false;
        if (way > 0 && entry_distance(hessian, common) > agreed * entry_distance(common, none))
            return false;
    }
    return true;
}

/*
 * The Hessian at a point; where all round it have another one, as at the foot of hypot(x, y)^2,
 * whose formula has no second derivative there, it is theirs.
 */
static bool find_hessian(const struct search *search, const struct critical_point *point,
                         double hessian[3])
{
    static const double none[3] = { 0, 0, 0 };
    double common[3];
    if (!critical_hessian(search, point->at, hessian))
        return false;
    if (find_common_hessian(search, point, common) &&
        entry_distance(hessian, common) > alone * entry_distance(common, none))
        memcpy(hessian, common, sizeof common);
    return true;
}

/* Store the Hessian, and its eigenvalues, as the axes are. */
static void store_hessian(struct critical_point *point, const double width[GRID_AXES],
                          const double scaled[3])
{
    point->hessian[0] = scaled[0] / width[0] / width[0];
    point->hessian[1] = scaled[1] / width[0] / width[1];
    point->hessian[2] = scaled[2] / width[1] / width[1];
    eigenvalues_find(point->hessian, point->eigenvalues);
}

bool critical_classify(const struct search *search, struct critical_point *point,
                       bool *degenerate)
{
    double hessian[3];
    if (!find_hessian(search, point, hessian))
        return false;
    struct eigen eigen = eigen_make(hessian);
    store_hessian(point, search->width, hessian);
    point->value = plane_slope_value(search->slope, point->at);
    /* A derivative's formula may go on where f has no value. */
    if (!isfinite(point->value))
        return false;
    double smaller = fmin(fabs(eigen.values[0]), fabs(eigen.values[1]));
    double larger = fmax(fabs(eigen.values[0]), fabs(eigen.values[1]));
    if (fmax(larger, critical_change(search, point->at, hessian, flat)) < nothing)
        return false;
    double change = critical_change(search, point->at, hessian, point->uncertainty);
    bool saddle = eigen.values[0] < 0 && eigen.values[1] > 0;
    point->index = saddle ? -1 : 1;
    point->kind = saddle                ? CRITICAL_saddle
                  : eigen.values[0] > 0 ? CRITICAL_minimum
                                        : CRITICAL_maximum;
    *degenerate = smaller <= fmax(change, eigen.rounding);
    return true;
}

bool critical_is_alone(const struct search *search, const struct critical_point *point,
                       double width)
{
    double hessian[3];
    if (!find_hessian(search, point, hessian))
        return true;
    struct eigen eigen = eigen_make(hessian);
    for (int way = 0; way < 2 * GRID_AXES; way++) {
        const double *direction = eigen.directions[way / 2];
        double distance = way % 2 == 0 ? width / 2 : -width / 2;
        double expected = distance * eigen.values[way / 2];
        double gradient[GRID_AXES];
        const double near[GRID_AXES] = {
            point->at[0] + distance * direction[0] * search->width[0],
            point->at[1] + distance * direction[1] * search->width[1],
        };
        if (!plane_slope_gradient(search->slope, near, gradient))
            continue;
        double found = direction[0] * gradient[0] * search->width[0] +
                       direction[1] * gradient[1] * search->width[1];
        if (!(found / expected > 1 / beside && found / expected < beside))
            return false;
    }
    return true;
}
