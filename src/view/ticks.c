/* Round numbers along an axis. */
#include "view/ticks.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "view/decimal.h"
#include "view/minus.h"

enum {
    COARSER_MOST = 1, /* steps that are given up for a simpler way to write labels */
    WHOLE_COLUMNS_MOST = 9, /* of a label that stands for itself where it need not */
    ROUNDING = 4      /* multiples by which the first in sight may be missed */
};

/* Multiples of a step are written exactly as long as they are below this. */
static const double multiple_most = 9e15;

/* A place between two cells goes to the upper one, also when rounding left it just below. */
static const double tie_bias = 1e-6;

/* A distance that misses what was asked for by rounding alone still holds. */
static const double apart_tolerance = 1e-9;

/* How labels are written: a tick's place is base + label, the label in units when `scaled`. */
struct notation {
    int64_t base; /* in units: the power of ten of the step */
    bool scaled;
};

/* What labels are to be like. */
enum labelling { WHOLE, OFFSET, SCALED, LABELLINGS };

/* The next 1-2-5 step. */
static struct decimal next_step(struct decimal step)
{
    if (step.whole == 5)
        return (struct decimal){ 1, step.exponent + 1 };
    return (struct decimal){ step.whole == 1 ? 2 : 5, step.exponent };
}

/* The finest step that keeps ticks apart, and their number below TICKS_MOST. */
static struct decimal finest_step(const struct tick_axis *axis)
{
    int apart = axis->cells / TICKS_MOST + 1;
    if (apart < axis->apart)
        apart = axis->apart;
    double least = axis->step * apart * (1 - apart_tolerance);
    if (!isfinite(least))
        return (struct decimal){ 0, 0 };
    struct decimal step = { 1, (int)floor(log10(least)) - 1 };
    while (decimal_value(step) < least)
        step = next_step(step);
    return step;
}

/* Columns of a text: one a character. */
static int text_width(const char *text)
{
    int width = 0;
    for (; *text != '\0'; text++)
        width += ((unsigned char)*text & 0xc0) != 0x80;
    return width;
}

/* Write the label of a tick whose place is `whole` units. */
static void write_label(const struct tick_axis *axis, int64_t whole, int exponent,
                        struct notation notation, struct tick *tick)
{
    char number[NUMBER_SIZE];
    struct decimal shown = { whole - notation.base, notation.scaled ? 0 : exponent };
    decimal_text(shown, number);
    minus_copy(number, axis->ascii, tick->label, sizeof tick->label);
    int width = text_width(tick->label);
    bool long_whole = axis->base_room > 0 && notation.base == 0 && width > WHOLE_COLUMNS_MOST;
    if (width > axis->label_room || long_whole)
        tick->label[0] = '\0';
    int start = tick->cell - width / 2;
    if (start > axis->cells - width)
        start = axis->cells - width;
    tick->label_cell = start < 0 ? 0 : start;
}

/* Whole numbers of the ticks in sight, in units of their step's power of ten. */
struct ticks_in_sight {
    struct decimal step;
    int64_t first;
    size_t count;
};

/* Find all ticks of that step on the axis and store their places. */
static struct ticks_in_sight place_multiples(const struct tick_axis *axis, struct decimal step,
                                             struct tick ticks[TICKS_MOST])
{
    struct ticks_in_sight sight = { step, 0, 0 };
    double apart = decimal_value(step);
    double first = ceil((axis->low - axis->step) / apart);
    if (!(apart > 0) || !isfinite(apart) || !(fabs(first) < multiple_most))
        return sight;
    for (int64_t multiple = (int64_t)first - ROUNDING; sight.count < TICKS_MOST; multiple++) {
        struct decimal place = { multiple * step.whole, step.exponent };
        double value = decimal_value(place);
        double cell = floor((value - axis->low) / axis->step + 0.5 + tie_bias);
        if (!(cell < axis->cells))
            break;
        if (!(cell >= 0))
            continue;
        if (sight.count == 0)
            sight.first = place.whole;
        ticks[sight.count++] = (struct tick){ .value = value, .cell = (int)cell };
    }
    return sight;
}

/* The roundest of the ticks: 0, or the one divisible by the highest power of ten, then least. */
static int64_t roundest(const struct ticks_in_sight *sight)
{
    int64_t best = sight->first;
    int best_zeros = -1;
    for (size_t i = 0; i < sight->count; i++) {
        int64_t whole = sight->first + (int64_t)i * sight->step.whole;
        int zeros = decimal_reduce((struct decimal){ whole, 0 }).exponent;
        if (whole == 0)
            return 0;
        if (zeros > best_zeros) {
            best = whole;
            best_zeros = zeros;
        }
    }
    return best;
}

/* Write what goes before the labels; returns its columns. */
static int write_base(const struct tick_axis *axis, const struct ticks_in_sight *sight,
                      struct notation notation, char base[TICK_BASE_SIZE])
{
    char number[NUMBER_SIZE];
    char shown[TICK_LABEL_SIZE] = "";
    char unit[TICK_LABEL_SIZE] = "";
    struct decimal place = { notation.base, sight->step.exponent };
    if (notation.base != 0)
        minus_copy(decimal_text(decimal_reduce(place), number), axis->ascii, shown, sizeof shown);
    if (notation.scaled)
        minus_copy(decimal_text((struct decimal){ 1, sight->step.exponent }, number), axis->ascii,
                   unit, sizeof unit);
    const char *times = axis->ascii ? "*" : "\u00d7";
    snprintf(base, TICK_BASE_SIZE, "%s%s%s%s%s%s", shown, notation.base != 0 ? " +" : "",
             notation.base != 0 && notation.scaled ? " " : "", unit, notation.scaled ? " " : "",
             notation.scaled ? times : "");
    return text_width(base);
}

/* Whether a label can stand behind the last one that does, which ends before `end`. */
static bool label_stands(const struct tick_axis *axis, const struct tick *tick, int end)
{
    return axis->label_gap < 0 || end == 0 || tick->label_cell - end >= axis->label_gap;
}

/* Whether something else stands where a label along the axis would: the base, or what follows. */
static bool label_is_hidden(const struct tick_axis *axis, const struct tick *tick, int base_width)
{
    if (axis->label_gap < 0)
        return false;
    int end = tick->label_cell + text_width(tick->label);
    return (base_width > 0 && tick->label_cell < axis->base_cell + base_width + axis->label_gap)
        || (axis->label_limit > 0 && end > axis->label_limit);
}

/*
 * Empty the labels that would touch one before them or stand where something else does. Returns
 * how many; beside a base of their own some may well be hidden.
 */
static size_t thin_labels(const struct tick_axis *axis, struct tick *ticks, size_t count,
                          int base_width)
{
    size_t lost = 0;
    int end = 0;
    for (size_t i = 0; i < count; i++) {
        bool hidden = label_is_hidden(axis, &ticks[i], base_width);
        bool stands = ticks[i].label[0] != '\0' && label_stands(axis, &ticks[i], end);
        lost += hidden ? base_width == 0 : !stands;
        if (hidden || !stands)
            ticks[i].label[0] = '\0';
        else
            end = ticks[i].label_cell + text_width(ticks[i].label);
    }
    return lost;
}

/*
 * Write all labels in that way; returns how many have no room. Where it is of no use or
 * its base has no room, as many as there are ticks.
 */
static size_t write_labels(const struct tick_axis *axis, const struct ticks_in_sight *sight,
                           enum labelling labelling, struct tick *ticks,
                           char base[TICK_BASE_SIZE])
{
    struct notation notation = { 0, labelling == SCALED };
    int width = 0;
    base[0] = '\0';
    if (labelling != WHOLE) {
        notation.base = roundest(sight);
        width = write_base(axis, sight, notation, base);
        if (width == 0 || width > axis->base_room)
            return sight->count;
    }
    for (size_t i = 0; i < sight->count; i++)
        write_label(axis, sight->first + (int64_t)i * sight->step.whole, sight->step.exponent,
                    notation, &ticks[i]);
    return thin_labels(axis, ticks, sight->count, width);
}

/* Try a way at the finest step and at most `coarser` after it; returns how many ticks, or 0. */
static size_t try_labelling(const struct tick_axis *axis, struct decimal finest,
                            enum labelling labelling, int coarser, struct tick ticks[TICKS_MOST],
                            char base[TICK_BASE_SIZE])
{
    struct decimal step = finest;
    for (int tried = 0; tried <= coarser; tried++, step = next_step(step)) {
        struct ticks_in_sight sight = place_multiples(axis, step, ticks);
        if (sight.count < 2)
            return 0;
        if (write_labels(axis, &sight, labelling, ticks, base) == 0)
            return sight.count;
    }
    return 0;
}

/*
 * Labels that stand for themselves, however coarse the step. No step may have room for all of them:
 * better the finest ticks without some labels than none.
 */
static size_t place_whole(const struct tick_axis *axis, struct decimal finest,
                          struct tick ticks[TICKS_MOST], char base[TICK_BASE_SIZE])
{
    enum { ANY = 4096 }; /* more steps than lie between the smallest and the largest double */
    struct tick_axis alone = *axis;
    alone.base_room = 0;
    size_t count = try_labelling(&alone, finest, WHOLE, ANY, ticks, base);
    if (count > 0)
        return count;
    struct ticks_in_sight sight = place_multiples(axis, finest, ticks);
    if (write_labels(&alone, &sight, WHOLE, ticks, base) > 0 && axis->base_room > 0
        && write_labels(axis, &sight, OFFSET, ticks, base) > 0)
        write_labels(&alone, &sight, WHOLE, ticks, base);
    return sight.count;
}

size_t ticks_place_from(const struct tick_axis *axis, struct tick ticks[TICKS_MOST],
                        char base[TICK_BASE_SIZE])
{
    base[0] = '\0';
    if (axis->cells < 1 || !(axis->step > 0) || !isfinite(axis->step) || !isfinite(axis->low))
        return 0;
    struct decimal finest = finest_step(axis);
    size_t count = 0;
    for (int way = WHOLE; way < LABELLINGS && axis->base_room > 0 && count == 0; way++)
        count = try_labelling(axis, finest, (enum labelling)way, COARSER_MOST, ticks, base);
    return count > 0 ? count : place_whole(axis, finest, ticks, base);
}

size_t ticks_place(const struct tick_axis *axis, struct tick ticks[TICKS_MOST])
{
    char base[TICK_BASE_SIZE];
    struct tick_axis plain = *axis;
    plain.base_room = 0;
    return ticks_place_from(&plain, ticks, base);
}
