/* Where a function varies faster than the samples of a field can show. */
#include "view/aliasing.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "grad/judgement.h"

/* Differences of values below so many units of rounding are noise. */
static const double noise_roundings = 64;

/* Fewer places than this part of all are not spoken of. */
static const double told_least = 0.01;

/* What two samples' gradients may be off by, over half the distance between them. */
static double error_over(const struct sample *a, const struct sample *b, double half)
{
    double errors = fabs(half) * a->error + fabs(half) * b->error;
    return isfinite(errors) ? errors : 0;
}

/* Whether f between two samples along an axis turns without their derivatives telling how often. */
static bool turns(const struct sample *a, const struct sample *b, int axis)
{
    if (a->verdict != VERDICT_ok || b->verdict != VERDICT_ok)
        return false;
    double half = (b->place[axis] - a->place[axis]) / 2;
    double by_a = 2 * half * a->gradient[axis];
    double by_b = 2 * half * b->gradient[axis];
    double length_a = 2 * fabs(half) * vector_length(AXES, a->gradient);
    double length_b = 2 * fabs(half) * vector_length(AXES, b->gradient);
    double smaller = fmin(fabs(by_a), fabs(by_b));
    double change = b->value - a->value;
    double beyond = fmax(change - fmax(by_a, by_b), fmin(by_a, by_b) - change);
    double noise = noise_roundings * DBL_EPSILON * fmax(fabs(a->value), fabs(b->value)) +
                   error_over(a, b, half);
    if (!isfinite(beyond) || !isfinite(noise))
        return false;
    if ((by_a > 0) != (by_b > 0) && smaller - noise > ALIASING_PART * fmax(length_a, length_b))
        return true;
    return beyond - noise > ALIASING_PART * (length_a / 2 + length_b / 2);
}

/*
 * Find the neighbour of sample (at[0], at[1]) along an axis, in the field or its rim: the next one
 * when `forward`, else the one before. False where there is none.
 */
static bool find_neighbour(const struct surrounded *surrounded, const size_t at[AXES], int axis,
                           bool forward, struct sample *found)
{
    const struct field *field = surrounded->field;
    const struct field *rim = surrounded->rims[axis];
    size_t count = axis == 0 ? field_columns(field) : field_rows(field);
    size_t place[AXES] = { at[0], at[1] };
    bool outside = forward ? at[axis] + 1 == count : at[axis] == 0;
    if (outside && rim == NULL)
        return false;
    if (outside)
        place[axis] = forward;
    else
        place[axis] = forward ? at[axis] + 1 : at[axis] - 1;
    *found = field_sample(outside ? rim : field, place[0], place[1]);
    return true;
}

bool aliasing_at(const struct surrounded *surrounded, size_t column, size_t row)
{
    const size_t at[AXES] = { column, row };
    struct sample here = field_sample(surrounded->field, column, row);
    for (int axis = 0; axis < AXES; axis++) {
        struct sample before;
        struct sample after;
        if (find_neighbour(surrounded, at, axis, false, &before) &&
            find_neighbour(surrounded, at, axis, true, &after) && turns(&before, &here, axis) &&
            turns(&here, &after, axis))
            return true;
    }
    return false;
}

size_t aliasing_count(const struct surrounded *surrounded)
{
    size_t aliased = 0;
    for (size_t row = 0; row < field_rows(surrounded->field); row++)
        for (size_t column = 0; column < field_columns(surrounded->field); column++)
            aliased += aliasing_at(surrounded, column, row);
    return aliased;
}

enum status aliasing_compute_rim(struct field *rim, const struct plane *plane,
                                 const struct difference *difference, int axis,
                                 const double ends[2], const double *along, size_t count)
{
    if (field_resize(rim, axis == 0 ? 2 : count, axis == 0 ? count : 2) != STATUS_OK)
        return STATUS_FAILED;
    field_compute(rim, plane, difference, axis == 0 ? ends : along, axis == 0 ? along : ends);
    field_judge(rim, plane, difference);
    return STATUS_OK;
}

bool aliasing_describe(double part, const char *advice, char words[ALIASING_WORDS])
{
    if (!(part >= told_least))
        return false;
    snprintf(words, ALIASING_WORDS,
             "f varies faster than the cells can show at %.0f %% of places%s", 100 * part, advice);
    return true;
}
