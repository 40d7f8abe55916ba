/* What a figure of error against h cannot draw, in words. */
#include <math.h>
#include <stdio.h>

#include "view/sweep_figure_parts.h"

enum { NAMES_MOST = 3, STEP_DIGITS = 2 };

static bool is_zero(double error)
{
    return error >= 0 && error <= 0;
}

static bool is_dead(const struct sweep_curve *curve, size_t step)
{
    return curve->verdicts[step] == VERDICT_dead;
}

static bool is_undefined(const struct sweep_curve *curve, size_t step)
{
    return curve->verdicts[step] == VERDICT_undefined;
}

static bool has_zero(const struct sweep_curve *curve, size_t step)
{
    return is_zero(curve->estimates[step]);
}

static bool has_no_estimate(const struct sweep_curve *curve, size_t step)
{
    return !isfinite(curve->estimates[step]) && !is_dead(curve, step) &&
           !is_undefined(curve, step);
}

static bool has_zero_truth(const struct sweep_curve *curve, size_t step)
{
    return is_zero(curve->truths[step]);
}

static bool has_no_truth(const struct sweep_curve *curve, size_t step)
{
    return !isfinite(curve->truths[step]) && !is_undefined(curve, step);
}

static bool has_kink(const struct sweep_curve *curve, size_t step)
{
    return curve->verdicts[step] == VERDICT_kink;
}

/* What may be told of a step. */
static const struct remark {
    bool (*holds)(const struct sweep_curve *curve, size_t step);
    bool alone; /* told of a curve that is drawn alone */
    const char *words;
} remarks[] = {
    { has_zero, false, "not drawn, the estimate is exactly 0" },
    { is_dead, false, "not drawn, the step is lost to rounding" },
    { is_undefined, false, "not drawn, f has no finite value at the place or a step away" },
    { has_no_estimate, false, "not drawn, the error cannot be estimated" },
    { has_zero_truth, true, "not drawn, the true error is exactly 0" },
    { has_no_truth, true, "not drawn, there is no exact gradient" },
    { has_kink, false, "kink, the slopes to both sides differ and the estimate means nothing" },
};

/* Of which curves and steps a remark holds. */
struct extent {
    size_t curves;
    const char *names[SWEEP_CURVES_MOST];
    size_t first; /* step, the largest h */
    size_t last;
    size_t steps; /* of all curves together */
};

static struct extent find_extent(const struct sweep_figure *figure, const struct remark *remark)
{
    struct extent extent = { .first = SWEEP_STEPS };
    for (size_t i = 0; i < figure->count; i++) {
        size_t before = extent.steps;
        for (size_t step = 0; step < SWEEP_STEPS; step++) {
            if (!remark->holds(&figure->curves[i], step))
                continue;
            extent.steps++;
            extent.first = step < extent.first ? step : extent.first;
            extent.last = step > extent.last ? step : extent.last;
        }
        if (extent.steps > before)
            extent.names[extent.curves++] = figure->curves[i].name;
    }
    return extent;
}

/* Append as printf would to a note; what does not fit is cut. */
static void append(char note[SWEEP_NOTE_SIZE], size_t *used, const char *before,
                   const char *words)
{
    int written = snprintf(note + *used, SWEEP_NOTE_SIZE - *used, "%s%s", before, words);
    *used += (size_t)written;
    if (*used >= SWEEP_NOTE_SIZE)
        *used = SWEEP_NOTE_SIZE - 1;
}

static void append_steps(char note[SWEEP_NOTE_SIZE], size_t *used, const struct extent *extent)
{
    char number[SWEEP_NUMBER_SIZE];
    size_t width = extent->last - extent->first + 1;
    bool whole = extent->steps == width * extent->curves;
    if (whole && width == SWEEP_STEPS) {
        append(note, used, ": at every h", "");
        return;
    }
    append(note, used, whole ? ": h = " : ": some h from ",
           sweep_number(sweep_step(extent->last), STEP_DIGITS, number));
    if (width > 1)
        append(note, used, " to ", sweep_number(sweep_step(extent->first), STEP_DIGITS, number));
}

static void append_names(char note[SWEEP_NOTE_SIZE], size_t *used, const struct extent *extent,
                         const struct sweep_figure *figure)
{
    char number[SWEEP_NUMBER_SIZE];
    if (sweep_alone(figure))
        return;
    if (extent->curves == figure->count) {
        append(note, used, "; ", "all schemes");
    } else if (extent->curves > NAMES_MOST) {
        append(note, used, "; ", sweep_number((double)extent->curves, STEP_DIGITS, number));
        append(note, used, " of ", sweep_number((double)figure->count, STEP_DIGITS, number));
        append(note, used, " schemes", "");
    } else {
        for (size_t i = 0; i < extent->curves; i++)
            append(note, used, i == 0 ? "; " : ", ", extent->names[i]);
    }
}

/* Tell present steps that the axis does not have. */
static void tell_own(const struct sweep_figure *figure, struct sweep_notes *notes)
{
    for (int axis = 0; axis < AXES; axis++) {
        double own = figure->own[axis];
        char number[SWEEP_NUMBER_SIZE];
        bool beyond = own < sweep_step(SWEEP_STEPS - 1) || own > sweep_step(0);
        if (!beyond || (axis == 1 && own >= figure->own[0] && own <= figure->own[0]))
            continue;
        snprintf(notes->lines[notes->count++], SWEEP_NOTE_SIZE, "h = %s lies outside of the figure",
                 sweep_number(own, STEP_DIGITS, number));
    }
}

void sweep_notes_find(const struct sweep_figure *figure, struct sweep_notes *notes)
{
    notes->count = 0;
    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
        struct extent extent = find_extent(figure, &remarks[i]);
        size_t used = 0;
        if (extent.curves == 0 || (remarks[i].alone && !sweep_alone(figure)))
            continue;
        char *note = notes->lines[notes->count++];
        append(note, &used, remarks[i].words, "");
        append_steps(note, &used, &extent);
        append_names(note, &used, &extent, figure);
    }
    tell_own(figure, notes);
}

void sweep_notes_draw(struct text *text, const struct sweep_area *area,
                      const struct sweep_notes *notes)
{
    static const double lift = 8;
    double y = area->total_height - (double)(notes->count * SVG_LINE);
    text_append(text, "<g id=\"notes\">\n");
    for (size_t i = 0; i < notes->count; i++)
        svg_label(text, area->left, y + (double)((i + 1) * SVG_LINE) - lift, "start",
                  notes->lines[i]);
    text_append(text, "</g>\n");
}
