/* How far gradients can be believed: an error estimate and a verdict for each. */
#include "grad/judgement.h"

#include <math.h>

#include "grad/differentiator.h"
#include "grad/noise.h"

/*
 * Differences at h, h/2 and h/4 spread by about five times the roundoff at h where there is no
 * truncation: only beyond that it is truncation that matters.
 */
static const double ROUNDOFF_SPREAD = 8;

double vector_length(size_t axes, const double *vector)
{
    double length = fabs(vector[0]);
    for (size_t a = 1; a < axes; a++)
        length = hypot(length, vector[a]);
    return length;
}

double error_of_point(size_t axes, const struct estimate *estimates)
{
    double length = estimate_error(&estimates[0]);
    for (size_t a = 1; a < axes; a++)
        length = hypot(length, estimate_error(&estimates[a]));
    return length;
}

double angle_bound(double length, double error)
{
    if (isnan(length) || isnan(error))
        return (double)NAN;
    return error < length ? asin(error / length) : acos(-1);
}

double order_of_point(size_t axes, const struct estimate *estimates)
{
    double changes[] = { 0, 0 };
    for (size_t a = 0; a < axes; a++)
        for (size_t i = 0; i < 2; i++)
            changes[i] = hypot(changes[i], estimates[a].changes[i]);
    return log2(changes[0] / changes[1]);
}

double condition_of_point(size_t axes, const double *gradient, const struct estimate *estimates)
{
    double terms = 0;
    for (size_t a = 0; a < axes; a++)
        terms = hypot(terms, estimates[a].terms);
    return terms / vector_length(axes, gradient);
}

/* Whether truncation matters more than roundoff, in the whole gradient. */
static bool is_truncated(size_t axes, const struct estimate *estimates)
{
    double truncation = 0;
    double roundoff = 0;
    for (size_t a = 0; a < axes; a++) {
        truncation = hypot(truncation, estimates[a].truncation);
        roundoff = hypot(roundoff, estimates[a].roundoff);
    }
    return truncation > ROUNDOFF_SPREAD * roundoff;
}

enum verdict verdict_of_point(size_t axes, const double *gradient, const struct estimate *estimates)
{
    bool zero = true;
    for (size_t a = 0; a < axes; a++) {
        if (estimates[a].kink)
            return VERDICT_kink;
        zero = zero && estimates[a].zero;
    }
    if (zero ||
        error_of_point(axes, estimates) < TRUSTED_SINE * vector_length(axes, gradient))
        return VERDICT_ok;
    return is_truncated(axes, estimates) ? VERDICT_truncation : VERDICT_roundoff;
}

/* What is known where nothing is estimated. */
static struct estimate unknown(void)
{
    return (struct estimate){ .truncation = NAN,
                              .roundoff = NAN,
                              .changes = { NAN, NAN },
                              .terms = NAN };
}

/* Estimate the first `count` of work->items and store them where they belong. */
static void estimate_items(struct differentiator *work, const struct scheme *scheme,
                           const double *const *x, size_t axes, size_t count,
                           const struct gradient_result *result, struct estimate *estimates)
{
    struct components components = {
        .x = x, .values = result->values, .count = count, .items = work->items
    };
    for (size_t i = 0; i < count; i++)
        work->steps[i] = result->steps[work->items[i].axis][work->items[i].point];
    noise_measure(&work->places, &components, work->noises);
    estimate_errors(&work->places, scheme, &components, work->steps, work->noises,
                    work->estimates);
    for (size_t i = 0; i < count; i++)
        estimates[work->items[i].point * axes + work->items[i].axis] = work->estimates[i];
}

/* Estimate the components of all points whose verdict is ok. */
static void estimate_batch(struct differentiator *work, const struct scheme *scheme, size_t count,
                           const double *const *x, size_t axes,
                           const struct gradient_result *result, struct estimate *estimates)
{
    size_t items = 0;
    for (size_t i = 0; i < count * axes; i++) {
        if (result->verdicts[i / axes] == VERDICT_ok)
            work->items[items++] = (struct component){ .point = i / axes, .axis = i % axes };
        if (items < DIFFERENTIATOR_BLOCK && i + 1 < count * axes)
            continue;
        estimate_items(work, scheme, x, axes, items, result, estimates);
        items = 0;
    }
}

void judge_batch(struct differentiator *differentiator, const struct difference *difference,
                 size_t count, const double *const *x, size_t axes,
                 const struct gradient_result *result, struct estimate *estimates)
{
    double *gradient = differentiator->point;
    for (size_t i = 0; i < count * axes; i++)
        estimates[i] = unknown();
    if (scheme_is_exact(difference->scheme))
        return;
    estimate_batch(differentiator, difference->scheme, count, x, axes, result, estimates);
    for (size_t i = 0; i < count; i++) {
        for (size_t a = 0; a < axes; a++)
            gradient[a] = result->derivatives[a][i];
        if (result->verdicts[i] == VERDICT_ok)
            result->verdicts[i] = verdict_of_point(axes, gradient, &estimates[i * axes]);
    }
}
