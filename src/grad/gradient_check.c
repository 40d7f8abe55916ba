/* Whether a derivative that somebody gives is right, as far as finite differences can tell. */
#include "grad/gradient_check.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "grad/judgement.h"
#include "grad/near_slope.h"
#include "grad/noise.h"

enum { CHECKED_AT_ONCE = 128 };

/* Schemes whose errors have little in common, so that few slopes are off by more than they say. */
static const char *const judges[] = { "central", "central4", "central6", "central8" };
enum { JUDGES = sizeof judges / sizeof judges[0] };

static const double ERRORS_ALLOWED = 3;
static const double ROUNDINGS_ALLOWED = 4; /* in epsilons */
static const double RESOLUTION = 1e-7;     /* relative errors that a check must be able to find */
static const double STEP_RESORT = 0x1p-10; /* relative, where steps that were chosen tell nothing */

/*
 * A function with its variables in another order: one of them first, so that derivatives by it can
 * be had, and judged, without those by the others.
 */
struct turned {
    const struct fn *fn;
    size_t axis; /* the variable that changes places with x0 */
    const double **columns;
};

struct checker {
    struct turned turned;
    struct fn fn; /* the turned function */
    struct differentiator *differentiator;
    struct places places;
    const double **columns; /* the points in hand, turned */
    double values[CHECKED_AT_ONCE];
    double derivatives[CHECKED_AT_ONCE];
    double steps[CHECKED_AT_ONCE];
    double moved[CHECKED_AT_ONCE];
    double sides[CHECKED_AT_ONCE];
    double scales[CHECKED_AT_ONCE];
    enum verdict verdicts[CHECKED_AT_ONCE];
    struct estimate estimates[CHECKED_AT_ONCE];
    struct slope slopes[CHECKED_AT_ONCE][2 * JUDGES]; /* by chosen steps, then by the resort */
};

const char *agreement_name(enum agreement agreement)
{
    static const char *const names[AGREEMENT_COUNT] = {
#define AGREEMENT(name, meaning) [AGREEMENT_##name] = #name,
#include "grad/agreements.def"
#undef AGREEMENT
    };
    return names[agreement];
}

static bool slope_is_known(const struct slope *slope)
{
    return isfinite(slope->value) && isfinite(slope->error);
}

/* The known slope with the least error; one that is NaN when there is none. */
static struct slope best_slope(const struct slope *slopes, size_t count)
{
    struct slope best = { .value = (double)NAN, .error = (double)NAN };
    for (size_t i = 0; i < count; i++)
        if (slope_is_known(&slopes[i]) && !(slopes[i].error >= best.error))
            best = slopes[i];
    return best;
}

/* Whether `given` is further from the slope than it may be off. */
static bool contradicts(double given, const struct slope *slope)
{
    double rounding =
        ROUNDINGS_ALLOWED * DBL_EPSILON * fmax(fabs(slope->value), fabs(given));
    return !isfinite(given) ||
           fabs(given - slope->value) > ERRORS_ALLOWED * slope->error + rounding;
}

static size_t count_known(const struct slope *slopes, size_t count)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += slope_is_known(&slopes[i]);
    return known;
}

static size_t count_contradictions(double given, const struct slope *slopes, size_t count)
{
    size_t contradictions = 0;
    for (size_t i = 0; i < count; i++)
        contradictions += slope_is_known(&slopes[i]) && contradicts(given, &slopes[i]);
    return contradictions;
}

/* Whether the best slope is too inexact to find a small error of `given`. */
static bool is_blurred(double given, const struct slope *best, double scale, double tolerance)
{
    double size = fmax(fabs(best->value), fabs(given));
    double allowed = ERRORS_ALLOWED * best->error;
    if (fabs(best->value) <= allowed)
        size = fmax(size, scale);
    /* Where even large steps do not change f, 0 is as right as anything can be known. */
    return size > 0 && allowed > fmax(RESOLUTION, tolerance) * size;
}

struct checked check_component(double given, const struct slope *slopes, size_t count,
                               double scale, double tolerance)
{
    struct checked checked = { .agreement = AGREEMENT_agree,
                               .numerical = best_slope(slopes, count) };
    const struct slope *best = &checked.numerical;
    double size = fmax(fabs(best->value), fabs(given));
    size_t known = count_known(slopes, count);
    size_t against = count_contradictions(given, slopes, count);
    bool tolerable = isfinite(given) && fabs(given - best->value) <= tolerance * size;
    if (known == 0)
        checked.agreement = AGREEMENT_unresolved;
    else if (against == known && !tolerable)
        checked.agreement = AGREEMENT_disagree;
    else if (is_blurred(given, best, scale, tolerance) ||
             (!tolerable && contradicts(given, best)))
        checked.agreement = AGREEMENT_unresolved;
    return checked;
}

double checked_difference(const struct checked *checked, double given)
{
    return fabs(given - checked->numerical.value);
}

double checked_relative(const struct checked *checked, double given)
{
    double difference = checked_difference(checked, given);
    if (!isfinite(given))
        return HUGE_VAL;
    return difference == 0 ? 0
                           : difference / fmax(fabs(given), fabs(checked->numerical.value));
}

static void turn(const double **columns, const double *const *x, size_t n, size_t axis)
{
    memcpy(columns, x, n * sizeof *columns);
    columns[0] = x[axis];
    columns[axis] = x[0];
}

static void evaluate_turned(void *context, size_t count, const double *const *x, double *values)
{
    struct turned *turned = context;
    turn(turned->columns, x, turned->fn->n, turned->axis);
    turned->fn->evaluate(turned->fn->context, count, turned->columns, values);
}

struct checker *checker_new(const struct fn *fn)
{
    struct checker *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->turned.fn = fn;
    made->turned.columns = array_resize(NULL, fn->n, sizeof *made->turned.columns);
    made->columns = array_resize(NULL, fn->n, sizeof *made->columns);
    made->fn = (struct fn){ .n = fn->n, .evaluate = evaluate_turned, .context = &made->turned };
    made->differentiator = differentiator_new(&made->fn);
    bool has_places = places_make(&made->places, &made->fn);
    if (has_places && made->turned.columns != NULL && made->columns != NULL &&
        made->differentiator != NULL)
        return made;
    checker_free(made);
    return NULL;
}

void checker_free(struct checker *checker)
{
    if (checker == NULL)
        return;
    differentiator_free(checker->differentiator);
    places_release(&checker->places);
    free(checker->turned.columns);
    free(checker->columns);
    free(checker);
}

/*
 * How far a slope may be off. What f rounds of its argument on the way counts as a rounding of x:
 * where f rounds alike at all the places that its noise is measured at, it is not seen there.
 */
static double error_at(const struct checker *checker, size_t i)
{
    const struct estimate *estimate = &checker->estimates[i];
    double rounding = UNIT_ROUNDOFF * fabs(checker->columns[0][i]) / checker->steps[i];
    double error = fmax(estimate_error(estimate), fabs(checker->derivatives[i]) * rounding);
    return estimate->kink ? (double)NAN : error;
}

/* Differentiate the points in hand by one scheme; its slopes have that index. */
static void take_slopes(struct checker *checker, size_t index, size_t count)
{
    const char *name = judges[index % JUDGES];
    struct difference difference = { .scheme = scheme_find(name, strlen(name)),
                                     .h = STEP_RESORT,
                                     .step = index < JUDGES ? STEP_AUTO : STEP_RELATIVE };
    struct gradient_result result = { .values = checker->values,
                                      .derivatives = (double *[]){ checker->derivatives },
                                      .verdicts = checker->verdicts,
                                      .steps = (double *[]){ checker->steps } };
    gradient_batch(checker->differentiator, &difference, count, checker->columns, 1, &result);
    judge_batch(checker->differentiator, &difference, count, checker->columns, 1, &result,
                checker->estimates);
    for (size_t i = 0; i < count; i++)
        checker->slopes[i][index] = (struct slope){ .value = checker->derivatives[i],
                                                    .error = error_at(checker, i) };
}

/* The distance at which f is looked at for the scale of its slopes. */
static double reach_at(double x)
{
    return fmax(1, fabs(x)) / 4;
}

/* Find the scales' share of one side. */
static void take_side(struct checker *checker, size_t count, double side)
{
    const double *x = checker->columns[0];
    for (size_t i = 0; i < count; i++)
        checker->moved[i] = x[i] + side * reach_at(x[i]);
    checker->columns[0] = checker->moved;
    checker->fn.evaluate(checker->fn.context, count, checker->columns, checker->sides);
    checker->columns[0] = x;
    for (size_t i = 0; i < count; i++) {
        double slope = fabs(checker->sides[i] - checker->values[i]) / reach_at(x[i]);
        if (isfinite(slope))
            checker->scales[i] = fmax(checker->scales[i], slope);
    }
}

/*
 * Forget what the resort found where it contradicts the chosen steps, which have looked at f from
 * near: they know less than is asked of them, but the resort may have jumped over what f does.
 */
static void pass_over_contradictions(struct slope *slopes)
{
    struct slope near = best_slope(slopes, JUDGES);
    for (size_t i = JUDGES; i < 2 * JUDGES && slope_is_known(&near); i++)
        if (fabs(slopes[i].value - near.value) > ERRORS_ALLOWED * (slopes[i].error + near.error))
            slopes[i].error = (double)NAN;
}

/*
 * Whether f itself follows the given slope near by, and not the numerical one: it moves by steps or
 * repeats itself, and nobody knows whether that is noise.
 */
static bool is_followed(struct checker *checker, size_t i, double given,
                        const struct slope *numerical)
{
    struct component item = { .point = i, .axis = 0 };
    struct components components = {
        .x = checker->columns, .values = checker->values, .count = 1, .items = &item
    };
    struct near_slope near = near_slope_find(&checker->places, &components, 0);
    struct slope slope = { .value = near.value, .error = near.error };
    double errors = ERRORS_ALLOWED * (near.error + numerical->error);
    return !contradicts(given, &slope) && fabs(near.value - numerical->value) > errors;
}

/* Compare what is given at point `i` of those in hand with its slopes. */
static struct checked compare(struct checker *checker, size_t i, double given,
                              double tolerance)
{
    struct slope *slopes = checker->slopes[i];
    double scale = checker->scales[i];
    struct checked checked = check_component(given, slopes, JUDGES, scale, tolerance);
    if (checked.agreement != AGREEMENT_unresolved)
        return checked;
    pass_over_contradictions(slopes);
    struct checked resort = check_component(given, slopes + JUDGES, JUDGES, scale, tolerance);
    return resort.agreement != AGREEMENT_unresolved ? resort : checked;
}

/* Check point `i`: what f follows near by is not called wrong. */
static struct checked check_point(struct checker *checker, size_t i, double given,
                                  double tolerance)
{
    struct checked checked = compare(checker, i, given, tolerance);
    if (checked.agreement == AGREEMENT_disagree &&
        is_followed(checker, i, given, &checked.numerical))
        checked.agreement = AGREEMENT_unresolved;
    return checked;
}

/* Check at most CHECKED_AT_ONCE points, from `first` on. */
static void check_block(struct checker *checker, size_t first, size_t count,
                        const double *const *x, const double *given, double tolerance,
                        struct checked *checked)
{
    size_t axis = checker->turned.axis;
    turn(checker->columns, x, checker->fn.n, axis);
    for (size_t k = 0; k < checker->fn.n; k++)
        checker->columns[k] += first;
    for (size_t index = 0; index < 2 * JUDGES; index++)
        take_slopes(checker, index, count);
    for (size_t i = 0; i < count; i++)
        checker->scales[i] = 0;
    take_side(checker, count, 1);
    take_side(checker, count, -1);
    for (size_t i = 0; i < count; i++)
        checked[first + i] = check_point(checker, i, given[first + i], tolerance);
}

void checker_check(struct checker *checker, size_t axis, size_t count, const double *const *x,
                   const double *given, double tolerance, struct checked *checked)
{
    checker->turned.axis = axis;
    for (size_t first = 0; first < count; first += CHECKED_AT_ONCE) {
        size_t left = count - first;
        check_block(checker, first, left < CHECKED_AT_ONCE ? left : CHECKED_AT_ONCE, x, given,
                    tolerance, checked);
    }
}
