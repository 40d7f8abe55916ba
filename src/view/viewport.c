/* The window on the plane: a lattice of sample places, and the probe on it. */
#include "view/viewport.h"

#include <math.h>

/* Spans that differ by more than this are shown with scales of their own by ASPECT_auto. */
static const double auto_aspect_most = 4;

/* A centre half way between two samples goes to the upper one, also when rounding left it below. */
static const double tie_bias = 1e-6;

/* 2^-970, whose unit in the last place is the smallest normal double: halving stays exact. */
static const double coordinate_least = 0x1p-970;

/* Sample numbers are exact as doubles as long as they and their changes are below this. */
#define SHIFT_MOST (INT64_C(1) << 51)

enum { DOUBLE_DIGITS = 53 }; /* bits of a double */

static const char *const axis_names[AXES] = { "x0", "x1" };

static enum status doubles_end(struct failure *failure, const char *action, const char *reason,
                               int axis)
{
    return failure_set(failure, STATUS_USAGE, action, "doubles end here (%s %s)", reason,
                       axis_names[axis]);
}

double viewport_place(const struct viewport *viewport, int axis, int index)
{
    return viewport->origin[axis] +
           (double)(viewport->first[axis] + index) * viewport->step[axis];
}

bool viewport_shape_is_same(const struct viewport_shape *a, const struct viewport_shape *b)
{
    for (int axis = 0; axis < AXES; axis++)
        if (a->samples[axis] != b->samples[axis])
            return false;
    return a->sample_ratio == b->sample_ratio && a->aspect == b->aspect;
}

bool viewport_has_same_places(const struct viewport *a, const struct viewport *b)
{
    for (int axis = 0; axis < AXES; axis++)
        if (a->origin[axis] != b->origin[axis] || a->step[axis] != b->step[axis] ||
            a->first[axis] != b->first[axis] || a->shape.samples[axis] != b->shape.samples[axis])
            return false;
    return true;
}

static int last_cell(const struct viewport *viewport, int axis)
{
    return viewport->shape.samples[axis] - 1;
}

static int middle_cell(const struct viewport *viewport, int axis)
{
    return last_cell(viewport, axis) / 2;
}

/* The largest coordinate in sight, without its sign. */
static double reach(const struct viewport *viewport, int axis)
{
    return fmax(fabs(viewport_place(viewport, axis, 0)),
                fabs(viewport_place(viewport, axis, last_cell(viewport, axis))));
}

static double unit_in_last_place(double value)
{
    int exponent;
    frexp(fmax(value, coordinate_least), &exponent);
    return ldexp(1, exponent - DOUBLE_DIGITS);
}

static bool samples_are_distinct(const struct viewport *viewport, int axis)
{
    return viewport->step[axis] >=
           WINDOW_STEP_ULPS * unit_in_last_place(reach(viewport, axis));
}

/*
 * Whether doubles carry the viewport `next`. `before` is what it was made from, or NULL: a window
 * that is beyond the reach already may be moved back toward it.
 */
static enum status check(const struct viewport *next, const struct viewport *before,
                         const char *action, struct failure *failure)
{
    for (int axis = 0; axis < AXES; axis++) {
        double most = before == NULL ? WINDOW_REACH : fmax(WINDOW_REACH, reach(before, axis));
        if (!(reach(next, axis) <= most))
            return doubles_end(failure, action, "beyond 1e300 in", axis);
        if (!samples_are_distinct(next, axis))
            return doubles_end(failure, action, "step 16 ulp of", axis);
    }
    return STATUS_OK;
}

/* Work out the bounds of the window asked for from its middle and span. */
static void refresh_asked(struct viewport *viewport, int axis)
{
    double centre = viewport->origin[axis] + viewport->middle[axis] * viewport->step[axis];
    double half = viewport->span[axis] / 2;
    viewport->asked.low[axis] = fmin(centre - half, nextafter(centre, -HUGE_VAL));
    viewport->asked.high[axis] = fmax(centre + half, nextafter(centre, HUGE_VAL));
}

/* The whole number nearest to `value`, cut to what samples can be counted with. */
static int64_t count_samples(double value)
{
    double most = (double)SHIFT_MOST;
    return (int64_t)floor(fmin(fmax(value, -most), most) + 0.5);
}

/* The first sample that shows the window asked for as its middle says. */
static int64_t wanted_first(const struct viewport *viewport, int axis)
{
    return count_samples(viewport->middle[axis] + tie_bias) - middle_cell(viewport, axis);
}

/* Where a reshape had to show something else than was asked for, that is now what is asked for. */
static void settle(struct viewport *viewport, int axis)
{
    if (viewport->first[axis] != wanted_first(viewport, axis))
        viewport->middle[axis] = (double)(viewport->first[axis] + middle_cell(viewport, axis));
}

/* The present lattice is the one that the probe stands on. */
static void anchor(struct viewport *viewport, int axis)
{
    viewport->anchor_origin[axis] = viewport->origin[axis];
    viewport->anchor_step[axis] = viewport->step[axis];
}

static bool fills_canvas(const struct viewport *viewport)
{
    double larger = fmax(viewport->span[0], viewport->span[1]);
    double smaller = fmin(viewport->span[0], viewport->span[1]);
    return viewport->shape.aspect == ASPECT_fill ||
           (viewport->shape.aspect == ASPECT_auto && larger / auto_aspect_most > smaller);
}

/* Set the steps so that the window asked for fits. */
static void fit_steps(struct viewport *viewport)
{
    double *step = viewport->step;
    double ratio = viewport->shape.sample_ratio;
    for (int axis = 0; axis < AXES; axis++) {
        int steps = last_cell(viewport, axis);
        step[axis] = viewport->span[axis] / (steps > 0 ? steps : 1);
    }
    if (fills_canvas(viewport))
        return;
    if (step[0] / ratio > step[1])
        step[1] = step[0] / ratio;
    else
        step[0] = step[1] * ratio;
}

enum status viewport_show(struct viewport *viewport, const struct window *window,
                          const struct viewport_shape *shape, struct failure *failure)
{
    struct viewport next = { .asked = *window, .shape = *shape };
    for (int axis = 0; axis < AXES; axis++) {
        double low = window->low[axis];
        double high = window->high[axis];
        if (!(low < high))
            return failure_set(failure, STATUS_USAGE, "window",
                               "the low end of %s must lie below its high end", axis_names[axis]);
        if (!(low >= -WINDOW_REACH && high <= WINDOW_REACH))
            return doubles_end(failure, "window", "beyond 1e300 in", axis);
        next.span[axis] = high - low;
        next.origin[axis] = (low + high) / 2;
        next.first[axis] = -middle_cell(&next, axis);
        next.probe[axis] = next.origin[axis];
        next.probe_cell[axis] = middle_cell(&next, axis);
    }
    fit_steps(&next);
    for (int axis = 0; axis < AXES; axis++)
        anchor(&next, axis);
    enum status status = check(&next, NULL, "window", failure);
    if (status == STATUS_OK)
        *viewport = next;
    return status;
}

/*
 * Put the samples of `next`, whose steps are set, around the window and probe of `before`: on the
 * lattice that the probe was put on where the step is the same, else on one that begins at it.
 */
static void place_samples(struct viewport *next, const struct viewport *before, int axis)
{
    double step = next->step[axis];
    double probe = next->probe[axis];
    double origin = step == before->anchor_step[axis] ? before->anchor_origin[axis] : probe;
    double from_origin = before->origin[axis] - origin;
    next->origin[axis] = origin;
    next->middle[axis] = (from_origin + before->middle[axis] * before->step[axis]) / step;
    int64_t first = wanted_first(next, axis);
    int64_t cell = count_samples((probe - origin) / step);
    int last = last_cell(next, axis);
    if (first > cell)
        first = cell;
    if (first < cell - last)
        first = cell - last;
    next->first[axis] = first;
    next->probe_cell[axis] = (int)(cell - first);
}

void viewport_reshape(struct viewport *viewport, const struct viewport_shape *shape)
{
    const struct viewport before = *viewport;
    bool distinct[AXES] = { false, false };
    viewport->shape = *shape;
    fit_steps(viewport);
    while (!distinct[0] || !distinct[1]) {
        for (int axis = 0; axis < AXES; axis++) {
            place_samples(viewport, &before, axis);
            distinct[axis] = samples_are_distinct(viewport, axis);
        }
        bool together = !fills_canvas(viewport) && !(distinct[0] && distinct[1]);
        for (int axis = 0; axis < AXES; axis++)
            if (together || !distinct[axis])
                viewport->step[axis] *= 2;
    }
}

/* Move the window by whole samples, leaving the probe alone; false when they cannot be counted. */
static bool slide(struct viewport *viewport, int axis, int64_t samples)
{
    if (samples > SHIFT_MOST || samples < -SHIFT_MOST)
        return false;
    settle(viewport, axis);
    viewport->first[axis] += samples;
    viewport->middle[axis] += (double)samples;
    refresh_asked(viewport, axis);
    return viewport->first[axis] <= SHIFT_MOST && viewport->first[axis] >= -SHIFT_MOST;
}

/* Put the probe on a sample. */
static void put_probe(struct viewport *viewport, int axis, int cell)
{
    viewport->probe_cell[axis] = cell;
    viewport->probe[axis] = viewport_place(viewport, axis, cell);
    anchor(viewport, axis);
}

enum status viewport_pan(struct viewport *viewport, int axis, int64_t samples,
                         struct failure *failure)
{
    struct viewport next = *viewport;
    if (!slide(&next, axis, samples))
        return doubles_end(failure, "pan", "step 16 ulp of", axis);
    enum status status = check(&next, viewport, "pan", failure);
    if (status != STATUS_OK)
        return status;
    int64_t cell = viewport->probe_cell[axis] - samples;
    if (cell < 0)
        put_probe(&next, axis, 0);
    else if (cell > last_cell(&next, axis))
        put_probe(&next, axis, last_cell(&next, axis));
    else
        next.probe_cell[axis] = (int)cell;
    *viewport = next;
    return STATUS_OK;
}

enum status viewport_move_probe(struct viewport *viewport, int axis, int64_t samples,
                                struct failure *failure)
{
    struct viewport next = *viewport;
    if (samples > SHIFT_MOST || samples < -SHIFT_MOST)
        return doubles_end(failure, "probe", "step 16 ulp of", axis);
    int last = last_cell(viewport, axis);
    int64_t cell = viewport->probe_cell[axis] + samples;
    int64_t inside = cell < 0 ? 0 : cell > last ? last : cell;
    if (!slide(&next, axis, cell - inside))
        return doubles_end(failure, "probe", "step 16 ulp of", axis);
    enum status status = check(&next, viewport, "probe", failure);
    if (status != STATUS_OK)
        return status;
    put_probe(&next, axis, (int)inside);
    *viewport = next;
    return STATUS_OK;
}

/* Slide so that the sample `cell` (it may be out of sight) is the middle one, with the probe. */
static bool slide_to_middle(struct viewport *viewport, int axis, int64_t cell)
{
    int middle = middle_cell(viewport, axis);
    viewport->probe_cell[axis] = middle;
    return slide(viewport, axis, cell - middle);
}

/* The sample nearest to a place, counted from the leftmost or lowest; it may be out of sight. */
static double nearest_cell(const struct viewport *viewport, int axis, double place)
{
    return floor((place - viewport->origin[axis]) / viewport->step[axis] + 0.5) -
           (double)viewport->first[axis];
}

enum status viewport_set_probe(struct viewport *viewport, const double place[AXES],
                               struct failure *failure)
{
    struct viewport next = *viewport;
    double cell[AXES];
    bool in_sight = true;
    for (int axis = 0; axis < AXES; axis++) {
        if (!isfinite(place[axis]))
            return failure_set(failure, STATUS_USAGE, "probe", "%s must be finite",
                               axis_names[axis]);
        cell[axis] = nearest_cell(viewport, axis, place[axis]);
        if (!(fabs(cell[axis]) < (double)SHIFT_MOST))
            return doubles_end(failure, "probe", "step 16 ulp of", axis);
        in_sight = in_sight && cell[axis] >= 0 && cell[axis] <= last_cell(viewport, axis);
    }
    for (int axis = 0; axis < AXES; axis++) {
        next.probe[axis] = place[axis];
        if (in_sight)
            next.probe_cell[axis] = (int)cell[axis];
        else if (!slide_to_middle(&next, axis, (int64_t)cell[axis]))
            return doubles_end(failure, "probe", "step 16 ulp of", axis);
        anchor(&next, axis);
    }
    enum status status = check(&next, viewport, "probe", failure);
    if (status == STATUS_OK)
        *viewport = next;
    return status;
}

enum status viewport_centre(struct viewport *viewport, struct failure *failure)
{
    struct viewport next = *viewport;
    for (int axis = 0; axis < AXES; axis++)
        if (!slide_to_middle(&next, axis, viewport->probe_cell[axis]))
            return doubles_end(failure, "centre", "step 16 ulp of", axis);
    enum status status = check(&next, viewport, "centre", failure);
    if (status == STATUS_OK)
        *viewport = next;
    return status;
}

/* Make the probe the origin, leave it in its cell, and multiply all distances by `factor`. */
static void zoom_axis(struct viewport *viewport, int axis, double factor)
{
    double probe = viewport->probe[axis];
    double index = (double)(viewport->first[axis] + viewport->probe_cell[axis]);
    if (probe != viewport_place(viewport, axis, viewport->probe_cell[axis]))
        index = (probe - viewport->origin[axis]) / viewport->step[axis];
    viewport->middle[axis] -= index;
    viewport->origin[axis] = probe;
    viewport->first[axis] = -viewport->probe_cell[axis];
    viewport->step[axis] *= factor;
    viewport->span[axis] *= factor;
    anchor(viewport, axis);
    settle(viewport, axis);
    refresh_asked(viewport, axis);
}

enum status viewport_zoom(struct viewport *viewport, int power, int *done,
                          struct failure *failure)
{
    double factor = power > 0 ? 0.5 : 2;
    for (*done = 0; *done != power; *done += power > 0 ? 1 : -1) {
        struct viewport next = *viewport;
        for (int axis = 0; axis < AXES; axis++)
            zoom_axis(&next, axis, factor);
        enum status status = check(&next, viewport, "zoom", failure);
        if (status != STATUS_OK)
            return *done != 0 ? STATUS_OK : status;
        *viewport = next;
    }
    return STATUS_OK;
}
