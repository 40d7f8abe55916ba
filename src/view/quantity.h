/* What is known of a sample, as named columns. */
#ifndef STEEPEST_VIEW_QUANTITY_H
#define STEEPEST_VIEW_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "view/field.h"

/* One enumerator for each row of quantities.def. */
enum quantity {
#define QUANTITY(name, word, kind, need, colors, symbol, ascii, label, missing, meaning)           \
    QUANTITY_##word,
#include "view/quantities.def"
#undef QUANTITY
    QUANTITY_COUNT
};

/*
 * The colours that suit a quantity: none, weak to strong, round a circle, two arms from zero, or
 * one for each whole number, without an order.
 */
enum color_kind {
    COLORS_NONE,
    COLORS_SEQUENTIAL,
    COLORS_CYCLIC,
    COLORS_DIVERGING,
    COLORS_CATEGORICAL
};

enum color_kind quantity_color_kind(enum quantity quantity);

/* What has to be found out about a field before its samples have the quantity. */
enum need {
    NEED_NOTHING,
    NEED_DIVERGENCE, /* field_diverge */
    NEED_JUDGEMENT,  /* field_judge */
    NEED_TRUTH,      /* field_find_truth, with exact derivatives */
    NEED_STEPS,      /* field_find_steps */
    NEED_HESSIAN,    /* field_find_rates_rows */
    NEED_BASINS,     /* field_find_basins_rows */
    NEED_CHECK,      /* field_set_check, by who knows the gradient to check */
    NEED_COUNT
};

enum need quantity_need(enum quantity quantity);

/* What the legend calls it, in UTF-8 or in ASCII; it lives for ever. */
const char *quantity_symbol(enum quantity quantity, bool ascii);

/*
 * What the row of the probe calls it, or NULL where that row tells it whatever the colours. Lives for
 * ever.
 */
const char *quantity_label(enum quantity quantity);

/*
 * What it means that a place that has a gradient has no such number, or NULL where there is no word
 * for it; `unmapped` where f is too large for what the number is computed from. Lives for ever.
 */
const char *quantity_missing_words(enum quantity quantity, bool unmapped);

/* The column's name, as in tables and on the command line. */
const char *quantity_name(enum quantity quantity);

/* Whether the quantity is a word (quantity_word) and not a number (quantity_number). */
bool quantity_is_word(enum quantity quantity);

/* The number; NaN where the sample has none. Not for words. */
double quantity_number(enum quantity quantity, const struct sample *sample);

/* The word, which lives for ever. Not for numbers. */
const char *quantity_word(enum quantity quantity, const struct sample *sample);

#endif
