/* What can be counted and measured in the field of a frame. */
#include "view/survey.h"

#include <math.h>
#include <stdlib.h>

#include "view/aliasing.h"
#include "view/frame_parts.h"
#include "view/mark.h"

static size_t extent(const struct frame *frame, int axis)
{
    return (size_t)frame->viewport->shape.samples[axis];
}

static struct spot spot_at(const struct frame *frame, size_t across, size_t up)
{
    return (struct spot){ .at = { across, up }, .sample = field_sample(frame->field, across, up) };
}

/* How far from the middle of the field a spot is, in samples along both axes together. */
static long distance_from_middle(const struct frame *frame, const struct spot *spot)
{
    long distance = 0;
    for (int axis = 0; axis < AXES; axis++)
        distance += labs((long)spot->at[axis] - (long)extent(frame, axis) / 2);
    return distance;
}

static void note_value(const struct frame *frame, const struct spot *spot, struct survey *survey)
{
    struct least *least = &survey->least;
    double value = spot->sample.value;
    double lowest = least->spot.sample.value;
    if (!isfinite(value))
        return;
    bool first = survey->finite++ == 0;
    if (first || value > survey->most)
        survey->most = value;
    bool equal = !first && value == lowest;
    if (first || value < lowest)
        least->alike = 1;
    else if (equal)
        least->alike++;
    if (first || value < lowest ||
        (equal && distance_from_middle(frame, spot) < distance_from_middle(frame, &least->spot)))
        least->spot = *spot;
}

static void note_magnitude(const struct sample *sample, struct survey *survey)
{
    double magnitude = hypot(sample->gradient[0], sample->gradient[1]);
    if (!sample_has_gradient(sample))
        return;
    bool first = survey->gradients++ == 0;
    if (first || magnitude < survey->weakest)
        survey->weakest = magnitude;
    if (first || magnitude > survey->strongest)
        survey->strongest = magnitude;
}

/* Whether a sample is inside and no neighbour is as low; of two alike the later one counts. */
static bool is_low(const struct frame *frame, const struct spot *spot)
{
    const size_t *at = spot->at;
    if (!isfinite(spot->sample.value))
        return false;
    for (int axis = 0; axis < AXES; axis++)
        if (at[axis] == 0 || at[axis] + 1 == extent(frame, axis))
            return false;
    for (size_t up = at[1] - 1; up <= at[1] + 1; up++) {
        for (size_t across = at[0] - 1; across <= at[0] + 1; across++) {
            double value = field_sample(frame->field, across, up).value;
            bool later = up > at[1] || (up == at[1] && across > at[0]);
            bool same = up == at[1] && across == at[0];
            if (!isfinite(value) || value < spot->sample.value ||
                (later && !same && value == spot->sample.value))
                return false;
        }
    }
    return true;
}

/* Whether the arrow of a sample has `least` before it, or uphill behind it. */
static bool is_lined_up(const struct frame *frame, const struct spot *spot,
                        const struct least *least)
{
    double away[AXES];
    for (int axis = 0; axis < AXES; axis++)
        away[axis] = spot->sample.place[axis] - least->spot.sample.place[axis];
    if (away[0] == 0 && away[1] == 0)
        return true;
    int turn = abs(frame_octant(frame, spot->sample.gradient) - frame_octant(frame, away));
    return turn <= 1 || turn == OCTANTS - 1;
}

/* Note the mark of a sample, else its arrow. */
static void note_arrow(const struct frame *frame, const struct spot *spot, struct survey *survey)
{
    struct surrounded surrounded = { .field = frame->field,
                                     .rims = { frame->rims[0], frame->rims[1] } };
    bool trusts = frame_trusts(frame);
    enum mark mark = MARK_ALIASED;
    if (mark_find(&spot->sample, trusts, &mark) ||
        (trusts && aliasing_at(&surrounded, spot->at[0], spot->at[1]))) {
        survey->marks[mark]++;
        return;
    }
    survey->arrows++;
    survey->octants[frame_octant(frame, spot->sample.gradient)]++;
    survey->unsure += mark_dims(&spot->sample, trusts);
    survey->lined_up += survey->finite > 0 && is_lined_up(frame, spot, &survey->least);
}

static void note_low(const struct frame *frame, const struct spot *spot, struct survey *survey)
{
    const size_t *least = survey->least.spot.at;
    if ((spot->at[0] == least[0] && spot->at[1] == least[1]) || !is_low(frame, spot))
        return;
    if (survey->low_count < LOWS_MOST)
        survey->lows[survey->low_count] = *spot;
    survey->low_count++;
}

/* The value of f at the neighbour of a spot along an axis, NaN outside of the field. */
static double neighbour(const struct frame *frame, const struct spot *spot, int axis, int side)
{
    size_t at[AXES] = { spot->at[0], spot->at[1] };
    if (side < 0 ? at[axis] == 0 : at[axis] + 1 >= extent(frame, axis))
        return NAN;
    at[axis] = side < 0 ? at[axis] - 1 : at[axis] + 1;
    return field_sample(frame->field, at[0], at[1]).value;
}

/* Whether f falls by more over a step downhill than twice what it has fallen over that before. */
static bool is_steep(const struct frame *frame, const struct spot *spot, int axis)
{
    double slope = spot->sample.gradient[axis];
    double before = neighbour(frame, spot, axis, slope > 0 ? 1 : -1);
    double fall = before - spot->sample.value;
    return isfinite(before) && fabs(slope) * frame->viewport->step[axis] > 2 * fall;
}

/* Whether one of the eight neighbours of a spot in the field has no finite f. */
static bool has_hole_beside(const struct frame *frame, const struct spot *spot)
{
    for (int up = -1; up <= 1; up++) {
        for (int across = -1; across <= 1; across++) {
            long column = (long)spot->at[0] + across;
            long row = (long)spot->at[1] + up;
            if (column >= 0 && row >= 0 && column < (long)extent(frame, 0) &&
                row < (long)extent(frame, 1) &&
                !isfinite(field_sample(frame->field, (size_t)column, (size_t)row).value))
                return true;
        }
    }
    return false;
}

static void look_around_least(const struct frame *frame, struct least *least)
{
    const struct spot *spot = &least->spot;
    bool slopes = sample_has_gradient(&spot->sample);
    for (int axis = 0; axis < AXES; axis++) {
        double slope = spot->sample.gradient[axis];
        int *edge = &least->edge[axis];
        *edge = spot->at[axis] == 0 ? -1 : spot->at[axis] + 1 == extent(frame, axis) ? 1 : 0;
        least->falls_out = least->falls_out || (slopes && *edge * slope < 0);
        least->steep = least->steep || (slopes && is_steep(frame, spot, axis));
    }
    least->at_hole = has_hole_beside(frame, spot);
}

/* Something to be noted of each sample. */
typedef void noter(const struct frame *frame, const struct spot *spot, struct survey *survey);

static void note_numbers(const struct frame *frame, const struct spot *spot,
                         struct survey *survey)
{
    note_value(frame, spot, survey);
    note_magnitude(&spot->sample, survey);
}

static void visit(const struct frame *frame, noter *note, struct survey *survey)
{
    for (size_t up = 0; up < extent(frame, 1); up++) {
        for (size_t across = 0; across < extent(frame, 0); across++) {
            struct spot spot = spot_at(frame, across, up);
            note(frame, &spot, survey);
        }
    }
}

struct survey survey_make(const struct frame *frame)
{
    struct survey survey = { .samples = extent(frame, 0) * extent(frame, 1) };
    visit(frame, note_numbers, &survey);
    visit(frame, note_arrow, &survey);
    if (survey.finite == 0)
        return survey;
    look_around_least(frame, &survey.least);
    visit(frame, note_low, &survey);
    return survey;
}
