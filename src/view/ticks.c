/* Round numbers along an axis. */
#include "view/ticks.h"

#include <math.h>

#include "view/decade.h"
#include "view/minus.h"

enum { LABEL_DIGITS_MOST = 16 };

/* Multiples of a step are written exactly as long as they are below this. */
static const double multiple_most = 9e15;

/* A place between two cells goes to the upper one, also when rounding left it just below. */
static const double tie_bias = 1e-6;

/* A distance that misses what was asked for by rounding alone still holds. */
static const double apart_tolerance = 1e-9;

/* mantissa * 10^exponent, mantissa 1, 2 or 5. */
struct round_step {
    int mantissa;
    int exponent;
};

static struct round_step next_step(struct round_step step)
{
    if (step.mantissa == 5)
        return (struct round_step){ 1, step.exponent + 1 };
    return (struct round_step){ step.mantissa == 1 ? 2 : 5, step.exponent };
}

static double step_value(struct round_step step)
{
    return times_power_of_ten(step.mantissa, step.exponent);
}

/* The finest step that keeps ticks apart, and their number below TICKS_MOST. */
static struct round_step finest_step(const struct tick_axis *axis)
{
    int apart = axis->cells / TICKS_MOST + 1;
    if (apart < axis->apart)
        apart = axis->apart;
    double least = axis->step * apart * (1 - apart_tolerance);
    struct round_step step = { 1, (int)floor(log10(least)) - 1 };
    while (step_value(step) < least)
        step = next_step(step);
    return step;
}

/* Columns of a label: one a character. */
static int label_width(const char *label)
{
    int width = 0;
    for (; *label != '\0'; label++)
        width += ((unsigned char)*label & 0xc0) != 0x80;
    return width;
}

/* Digits of a whole number, at least 1. */
static int count_digits(double whole)
{
    int digits = 1;
    for (double bound = 10; bound <= whole; bound *= 10)
        digits++;
    return digits;
}

/* Fill in tick number `multiple` of the step. */
static void make_tick(const struct tick_axis *axis, struct round_step step, double multiple,
                      struct tick *tick)
{
    double whole = multiple * step.mantissa;
    int digits = count_digits(fabs(whole));
    char number[NUMBER_SIZE];
    tick->value = times_power_of_ten(whole, step.exponent);
    tick->cell = (int)floor((tick->value - axis->low) / axis->step + 0.5 + tie_bias);
    number_short(tick->value, digits < LABEL_DIGITS_MOST ? digits : LABEL_DIGITS_MOST, number);
    minus_copy(number, axis->ascii, tick->label, sizeof tick->label);
    int width = label_width(tick->label);
    if (width > axis->label_room)
        tick->label[0] = '\0';
    int start = tick->cell - width / 2;
    if (start > axis->cells - width)
        start = axis->cells - width;
    tick->label_cell = start < 0 ? 0 : start;
}

/* All ticks of that step on the axis; returns how many. */
static size_t place_multiples(const struct tick_axis *axis, struct round_step step,
                              struct tick ticks[TICKS_MOST])
{
    double apart = step_value(step);
    double first = ceil((axis->low - axis->step) / apart);
    if (!(apart > 0) || !(fabs(first) < multiple_most))
        return 0;
    size_t count = 0;
    for (double multiple = first; count < TICKS_MOST; multiple++) {
        make_tick(axis, step, multiple, &ticks[count]);
        if (ticks[count].cell >= axis->cells)
            break;
        if (ticks[count].cell >= 0)
            count++;
    }
    return count;
}

/* Whether a label can stand behind the last one that does, which ends before `end`. */
static bool label_stands(const struct tick_axis *axis, const struct tick *tick, int end)
{
    return axis->label_gap < 0 || end == 0 || tick->label_cell - end >= axis->label_gap;
}

/* Empty the labels that would touch one before them; returns how many labels are left. */
static size_t thin_labels(const struct tick_axis *axis, struct tick *ticks, size_t count)
{
    size_t left = 0;
    int end = 0;
    for (size_t i = 0; i < count; i++) {
        if (!label_stands(axis, &ticks[i], end))
            ticks[i].label[0] = '\0';
        if (ticks[i].label[0] == '\0')
            continue;
        end = ticks[i].label_cell + label_width(ticks[i].label);
        left++;
    }
    return left;
}

size_t ticks_place(const struct tick_axis *axis, struct tick ticks[TICKS_MOST])
{
    if (axis->cells < 1 || !(axis->step > 0) || !isfinite(axis->step) || !isfinite(axis->low))
        return 0;
    struct round_step finest = finest_step(axis);
    size_t count;
    for (struct round_step step = finest;; step = next_step(step)) {
        count = place_multiples(axis, step, ticks);
        if (count < 2)
            break;
        if (thin_labels(axis, ticks, count) == count)
            return count;
    }
    /* No step has room for all its labels: better ticks without some of them than none. */
    count = place_multiples(axis, finest, ticks);
    thin_labels(axis, ticks, count);
    return count;
}
