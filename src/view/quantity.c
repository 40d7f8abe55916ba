/* What is known of a sample, as named columns. */
#include "view/quantity.h"

#include <math.h>
#include <string.h>

#include "grad/judgement.h"

/* Digits of a double: -log10 of half the distance from 1 to the next. */
static const double digits_most = 15.95;

enum kind { NUMBER, WORD };

static const struct {
    const char *name;
    enum kind kind;
    enum need need;
    enum color_kind colors;
    const char *symbol;
    const char *ascii;
    const char *label;
    const char *missing;
} quantities[QUANTITY_COUNT] = {
#define QUANTITY(name, word, kind, need, colors, symbol, ascii, label, missing, meaning)           \
    { #name, kind, NEED_##need, COLORS_##colors, symbol, ascii, label, missing },
#include "view/quantities.def"
#undef QUANTITY
};

const char *quantity_name(enum quantity quantity)
{
    return quantities[quantity].name;
}

bool quantity_is_word(enum quantity quantity)
{
    return quantities[quantity].kind == WORD;
}

enum color_kind quantity_color_kind(enum quantity quantity)
{
    return quantities[quantity].colors;
}

const char *quantity_symbol(enum quantity quantity, bool ascii)
{
    return ascii ? quantities[quantity].ascii : quantities[quantity].symbol;
}

static const char *words_or_null(const char *words)
{
    return words[0] == '\0' ? NULL : words;
}

const char *quantity_label(enum quantity quantity)
{
    return words_or_null(quantities[quantity].label);
}

const char *quantity_missing_words(enum quantity quantity, bool unmapped)
{
    return unmapped ? "f is too large to tell" : words_or_null(quantities[quantity].missing);
}

enum need quantity_need(enum quantity quantity)
{
    return quantities[quantity].need;
}

static double length_of(const struct sample *sample)
{
    return vector_length(AXES, sample->gradient);
}

/* The largest angle by which the gradient may be off; none where it is a true zero. */
static double angle_error(const struct sample *sample)
{
    double length = length_of(sample);
    if (sample->verdict == VERDICT_ok && length == 0 && !isnan(sample->error))
        return (double)NAN;
    return angle_bound(length, sample->error);
}

/* Significant digits of the gradient. */
static double trust_of(const struct sample *sample)
{
    double length = length_of(sample);
    if (isnan(sample->error) || isnan(length))
        return (double)NAN;
    if (length == 0)
        return sample->verdict == VERDICT_ok ? digits_most : 0;
    if (!(sample->error < length))
        return 0;
    return fmin(-log10(sample->error / length), digits_most);
}

/* What has to be found out about a field besides its gradients. */
static double found_number(enum quantity quantity, const struct sample *sample)
{
    switch (quantity) {
    case QUANTITY_divergence:
        return sample->divergence;
    case QUANTITY_error:
        return sample->error;
    case QUANTITY_true_error:
        return sample->true_error;
    case QUANTITY_angle_error:
        return angle_error(sample);
    case QUANTITY_order:
        return sample->order;
    case QUANTITY_best_step:
        return sample->best_step;
    case QUANTITY_trust:
        return trust_of(sample);
    case QUANTITY_condition:
        return sample->condition;
    case QUANTITY_learning_rate:
        return sample->rate;
    case QUANTITY_basin:
        return sample->basin;
    case QUANTITY_check:
        return sample->check;
    default:
        return (double)NAN;
    }
}

double quantity_number(enum quantity quantity, const struct sample *sample)
{
    switch (quantity) {
    case QUANTITY_x0:
        return sample->place[0];
    case QUANTITY_x1:
        return sample->place[1];
    case QUANTITY_f:
        return sample->value;
    case QUANTITY_grad0:
        return sample->gradient[0];
    case QUANTITY_grad1:
        return sample->gradient[1];
    case QUANTITY_magnitude:
        return hypot(sample->gradient[0], sample->gradient[1]);
    case QUANTITY_angle:
        return atan2(sample->gradient[1], sample->gradient[0]);
    default:
        return found_number(quantity, sample);
    }
}

const char *quantity_word(enum quantity quantity, const struct sample *sample)
{
    return quantity == QUANTITY_verdict ? verdict_name(sample->verdict) : "";
}
