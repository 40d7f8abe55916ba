/* What a critical point is. */
#include <math.h>

#include "grad/critical_parts.h"

enum { AROUND = 32 }; /* places round a degenerate point where f is looked at */

const double critical_uncertainty = 1e-6;

static const double pi = 3.14159265358979323846;
static const double around = 1e-3;    /* radius of what is round a point, over the window's width */

const char *critical_kind_words(enum critical_kind kind)
{
    static const char *const words[CRITICAL_KIND_COUNT] = {
#define CRITICAL_KIND(name, words_, letter) [CRITICAL_##name] = words_,
#include "grad/critical_kinds.def"
#undef CRITICAL_KIND
    };
    return words[kind];
}

void critical_eigenvalues(const double h[3], double eigenvalues[GRID_AXES])
{
    double mean = 0.5 * h[0] + 0.5 * h[2];
    double spread = hypot(0.5 * h[0] - 0.5 * h[2], h[1]);
    eigenvalues[0] = mean - spread;
    eigenvalues[1] = mean + spread;
}

double critical_change(const struct search *search, const double at[GRID_AXES],
                       const double hessian[3])
{
    double change = 0;
    for (int way = 0; way < 2 * GRID_AXES; way++) {
        int axis = way / 2;
        double near[GRID_AXES] = { at[0], at[1] };
        double other[3];
        near[axis] += (way % 2 == 0 ? 1 : -1) * critical_uncertainty * search->width[axis];
        if (!plane_slope_hessian(search->slope, near, other))
            continue;
        for (int i = 0; i < 3; i++)
            change = fmax(change, fabs(other[i] - hessian[i]));
    }
    return change;
}

double critical_curvature(const struct search *search, const double at[GRID_AXES])
{
    double hessian[3];
    if (!plane_slope_hessian(search->slope, at, hessian))
        return 0;
    double size = fmax(fabs(hessian[0]), fmax(fabs(hessian[1]), fabs(hessian[2])));
    return size + critical_change(search, at, hessian);
}

/* Judge a degenerate point by what lies round it. */
static void look_around(const struct search *search, struct critical_point *point)
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
    point->kind = !isolated          ? CRITICAL_degenerate_line
                  : higher == AROUND ? CRITICAL_degenerate_minimum
                  : lower == AROUND  ? CRITICAL_degenerate_maximum
                                     : CRITICAL_degenerate_saddle;
}

bool critical_classify(const struct search *search, struct critical_point *point)
{
    double hessian[3];
    double *eigenvalues = point->eigenvalues;
    if (!plane_slope_hessian(search->slope, point->at, hessian))
        return false;
    critical_eigenvalues(hessian, eigenvalues);
    point->value = plane_slope_value(search->slope, point->at);
    double smaller = fmin(fabs(eigenvalues[0]), fabs(eigenvalues[1]));
    double larger = fmax(fabs(eigenvalues[0]), fabs(eigenvalues[1]));
    double change = critical_change(search, point->at, hessian);
    if (larger == 0 && change == 0)
        return false;
    double rounding = critical_uncertainty * critical_uncertainty * larger;
    if (smaller <= fmax(change, rounding)) {
        look_around(search, point);
        return true;
    }
    bool saddle = eigenvalues[0] < 0 && eigenvalues[1] > 0;
    point->index = saddle ? -1 : 1;
    point->kind = saddle               ? CRITICAL_saddle
                  : eigenvalues[0] > 0 ? CRITICAL_minimum
                                       : CRITICAL_maximum;
    return true;
}
