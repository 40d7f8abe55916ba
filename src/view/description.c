/* A frame in words, for who does not see it. */
#include "view/description.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "view/description_parts.h"
#include "view/frame_parts.h"
#include "view/survey.h"

enum {
    PLACE_DIGITS = 4,       /* least significant digits of a place */
    PLACE_DIGITS_MOST = 17, /* and those that tell any double from the next */
    VALUE_DIGITS = 6,
    MAGNITUDE_DIGITS = 3
};

static const double most_part = 0.6; /* of the arrows: what is said of "most" holds for these */
static const double nearly_all_part = 0.95;
static const double agreement_least = 0.7; /* length of the mean of the arrows as unit vectors */

static void add_number(struct text *text, double value, int digits)
{
    char number[NUMBER_SIZE];
    text_append(text, number_short(value, digits, number));
}

/* A coordinate, with as many digits as tell it from the next sample's. */
static void add_coordinate(struct text *text, const struct frame *frame, int axis, double value)
{
    double step = frame->viewport->step[axis];
    double digits = PLACE_DIGITS;
    if (fabs(value) > step)
        digits = fmax(digits, floor(log10(fabs(value))) - floor(log10(step)) + 2);
    add_number(text, value, (int)fmin(digits, PLACE_DIGITS_MOST));
}

void description_add_place(struct text *text, const struct frame *frame, const double place[AXES])
{
    text_append(text, "x0=");
    add_coordinate(text, frame, 0, place[0]);
    text_append(text, ", x1=");
    add_coordinate(text, frame, 1, place[1]);
}

/* The name of a corner or an edge of the window. */
static const char *edge_name(const int edge[AXES])
{
    static const char *const names[3][3] = { /* by edge[1], then edge[0] */
        { "lower left corner", "lower edge", "lower right corner" },
        { "left edge", "", "right edge" },
        { "upper left corner", "upper edge", "upper right corner" }
    };
    return names[edge[1] + 1][edge[0] + 1];
}

static void say_function(struct text *text, const struct frame *frame)
{
    bool ascii = frame->style.ascii;
    const char *function = frame->words.function;
    const struct viewport *viewport = frame->viewport;
    text_append(text, "The function ");
    text_append_inert(text, function, strlen(function), ascii);
    text_append_inert(text, frame->words.values, strlen(frame->words.values), ascii);
    for (int axis = 0; axis < AXES; axis++) {
        text_append_format(text, "%s x%d from ", axis == 0 ? "; window" : " and", axis);
        add_coordinate(text, frame, axis, viewport_place(viewport, axis, 0));
        text_append(text, " to ");
        add_coordinate(text, frame, axis,
                       viewport_place(viewport, axis, viewport->shape.samples[axis] - 1));
    }
    text_append(text, "; derivatives ");
    text_append_inert(text, frame->words.settings, strlen(frame->words.settings), ascii);
    text_append(text, ".\n");
}

/* What the place where f is least among the samples has to do with a minimum. */
static const char *meaning_of_least(const struct least *least)
{
    if (least->at_hole)
        return "; f is undefined beside it, and may fall on there";
    if (least->edge[0] != 0 || least->edge[1] != 0)
        return least->falls_out ? "; f seems to fall on outside" : "; f may be lower outside";
    if (least->steep)
        return "; f falls so steeply there that it may be a pole";
    return "; a minimum seems to be near";
}

static void say_least(struct text *text, const struct frame *frame, const struct survey *survey)
{
    const struct least *least = &survey->least;
    const char *edge = edge_name(least->edge);
    text_append(text, "f is least, ");
    add_number(text, least->spot.sample.value, VALUE_DIGITS);
    text_append(text, ", at ");
    description_add_place(text, frame, least->spot.sample.place);
    if (edge[0] != '\0')
        text_append_format(text, ", the window's %s", edge);
    if (least->alike > 1)
        text_append_format(text, ", and at %zu other place%s", least->alike - 1,
                           least->alike == 2 ? "" : "s");
    text_append_format(text, "%s.\n", meaning_of_least(least));
}

/* Name the other places that look like minima. */
static void say_lows(struct text *text, const struct frame *frame, const struct survey *survey)
{
    size_t named = survey->low_count < LOWS_MOST ? survey->low_count : LOWS_MOST;
    if (named == 0)
        return;
    text_append(text, "Lower than around it f is also at");
    for (size_t i = 0; i < named; i++) {
        text_append(text, i == 0 ? " " : "; ");
        description_add_place(text, frame, survey->lows[i].sample.place);
    }
    if (survey->low_count > named)
        text_append_format(text, "; and at %zu more", survey->low_count - named);
    text_append(text, ".\n");
}

static void say_values(struct text *text, const struct frame *frame, const struct survey *survey)
{
    if (survey->finite == 0) {
        text_append(text, "f is undefined at every place that is shown.\n");
        return;
    }
    if (survey->least.spot.sample.value < survey->most) {
        say_least(text, frame, survey);
        say_lows(text, frame, survey);
        return;
    }
    text_append(text, "f is ");
    add_number(text, survey->most, VALUE_DIGITS);
    text_append(text, survey->finite == survey->samples
                          ? " at every place that is shown: no place is lower than another.\n"
                          : " wherever it is defined: no place is lower than another.\n");
}

static void say_magnitudes(struct text *text, const struct survey *survey)
{
    char weakest[NUMBER_SIZE];
    char strongest[NUMBER_SIZE];
    if (survey->gradients == 0) {
        text_append(text, "No place has a gradient.\n");
        return;
    }
    number_short(survey->weakest, MAGNITUDE_DIGITS, weakest);
    number_short(survey->strongest, MAGNITUDE_DIGITS, strongest);
    text_append_format(text, "The gradient's magnitude is %s%s", weakest,
                       strcmp(weakest, strongest) == 0 ? "" : " to ");
    if (strcmp(weakest, strongest) != 0)
        text_append(text, strongest);
    if (survey->gradients < survey->samples)
        text_append_format(text, " at the %zu of %zu places that have one", survey->gradients,
                           survey->samples);
    text_append(text, ".\n");
}

/* Find the octant that the arrows point to on average; false when they do not agree. */
static bool find_direction(const struct survey *survey, int *octant)
{
    static const double diagonal = 0.70710678118654757;
    const double right[OCTANTS] = { 1, diagonal, 0, -diagonal, -1, -diagonal, 0, diagonal };
    double sums[AXES] = { 0, 0 };
    for (int i = 0; i < OCTANTS; i++) {
        sums[0] += (double)survey->octants[i] * right[i];
        sums[1] += (double)survey->octants[i] * right[(i + OCTANTS - 2) % OCTANTS];
    }
    if (!(hypot(sums[0], sums[1]) >= agreement_least * (double)survey->arrows))
        return false;
    *octant = octant_of(sums[0], sums[1]);
    return true;
}

static const char *how_many(const struct survey *survey, size_t count)
{
    double part = (double)count / (double)survey->arrows;
    if (part < most_part)
        return "On average the";
    return part >= 1 ? "All" : part >= nearly_all_part ? "Nearly all" : "Most";
}

static void say_arrows(struct text *text, const struct frame *frame, const struct survey *survey)
{
    static const char *const names[OCTANTS] = {
        "right", "up and right", "up", "up and left", "left", "down and left", "down",
        "down and right"
    };
    const struct least *least = &survey->least;
    bool inside = least->edge[0] == 0 && least->edge[1] == 0;
    int octant;
    if (survey->arrows == 0)
        text_append(text, "No place has an arrow.\n");
    else if (find_direction(survey, &octant))
        text_append_format(text, "%s arrows point %s.\n",
                           how_many(survey, survey->octants[octant]), names[octant]);
    else if (inside && (double)survey->lined_up >= most_part * (double)survey->arrows)
        text_append_format(text, "%s arrows point %s the place where f is least.\n",
                           how_many(survey, survey->lined_up),
                           frame->style.ascent ? "away from" : "towards");
    else
        text_append(text, "The arrows have no direction in common.\n");
}

/* Whether the frame shows arrows, and so marks. */
static bool has_arrows(const struct frame *frame)
{
    return layer_is_in(frame->style.layers, LAYER_arrows) ||
           layer_is_in(frame->style.layers, LAYER_quiver);
}

static void add_count(struct text *text, size_t count, const char *meaning, bool *any)
{
    if (count == 0)
        return;
    text_append_format(text, "%s%zu %s%s", *any ? ", " : "", count,
                       strncmp(meaning, "f(", 2) == 0 ? "where " : "", meaning);
    *any = true;
}

static void say_marks(struct text *text, const struct frame *frame, const struct survey *survey)
{
    bool any = false;
    text_append_format(text, "Marked among %zu places: ", survey->samples);
    for (int mark = 0; mark < MARK_COUNT; mark++)
        add_count(text, survey->marks[mark], mark_meaning((enum mark)mark), &any);
    add_count(text, survey->unsure, "unsure", &any);
    text_append(text, any ? "" : "none");
    text_append(text, frame_trusts(frame) ? ".\n"
                                          : "; which arrows may be wrong is not shown.\n");
}

/* Append what colours show at the probe, where nothing else tells it. */
static void say_colored(struct text *text, const struct frame *frame)
{
    enum quantity quantity = frame_quantity(frame);
    double number = quantity_number(quantity, &frame->probe);
    const char *missing = quantity_missing_words(quantity, false);
    if (quantity_label(quantity) == NULL)
        return;
    if (isnan(number) && (missing == NULL || frame->unmapped))
        return;
    text_append_format(text, "; %s", isnan(number) ? missing : quantity_symbol(quantity, true));
    if (isnan(number))
        return;
    text_append(text, " ");
    add_number(text, number, MAGNITUDE_DIGITS);
}

static void say_probe(struct text *text, const struct frame *frame)
{
    const struct sample *probe = &frame->probe;
    double sign = frame->style.ascent ? 1 : -1;
    text_append(text, "At the probe, ");
    description_add_place(text, frame, probe->place);
    if (!isfinite(probe->value)) {
        text_append(text, ", f is undefined.\n");
        return;
    }
    text_append(text, ", f is ");
    add_number(text, probe->value, VALUE_DIGITS);
    if (sample_has_gradient(probe)) {
        text_append(text, sign > 0 ? " and grad f is (" : " and -grad f is (");
        add_number(text, sign * probe->gradient[0], VALUE_DIGITS);
        text_append(text, ", ");
        add_number(text, sign * probe->gradient[1], VALUE_DIGITS);
        text_append(text, ")");
    }
    say_colored(text, frame);
    text_append_format(text, "; verdict %s.\n", verdict_name(probe->verdict));
}

static void say_check(struct text *text, const struct frame *frame)
{
    const char *gradient = frame->check.gradient;
    if (gradient == NULL)
        return;
    text_append(text, "The gradient ");
    text_append_inert(text, gradient, strlen(gradient), frame->style.ascii);
    text_append_format(text, " was given: %s.\n", frame->check.found);
}

void describe_frame(const struct frame *frame, struct text *text)
{
    if (frame->layout.too_small) {
        text_append_format(text, "There is no room for a picture: it needs %d columns and %d rows.\n",
                           LAYOUT_COLUMNS_LEAST, LAYOUT_ROWS_LEAST);
        return;
    }
    struct survey survey = survey_make(frame);
    say_function(text, frame);
    say_values(text, frame, &survey);
    say_magnitudes(text, &survey);
    if (has_arrows(frame)) {
        say_arrows(text, frame, &survey);
        say_marks(text, frame, &survey);
    }
    say_check(text, frame);
    description_say_critical(text, frame);
    description_say_nullclines(text, frame);
    description_say_walks(text, frame);
    say_probe(text, frame);
}
