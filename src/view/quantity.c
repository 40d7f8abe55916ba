/* What is known of a sample, as named columns. */
#include "view/quantity.h"

#include <math.h>
#include <string.h>

enum kind { NUMBER, WORD };

static const struct {
    const char *name;
    enum kind kind;
    enum color_kind colors;
    const char *symbol;
    const char *ascii;
} quantities[QUANTITY_COUNT] = {
#define QUANTITY(name, kind, colors, symbol, ascii, meaning)                                       \
    { #name, kind, COLORS_##colors, symbol, ascii },
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
    case QUANTITY_divergence:
        return sample->divergence;
    case QUANTITY_check:
        return sample->check;
    case QUANTITY_verdict:
    case QUANTITY_COUNT:
        break;
    }
    return (double)NAN;
}

const char *quantity_word(enum quantity quantity, const struct sample *sample)
{
    return quantity == QUANTITY_verdict ? verdict_name(sample->verdict) : "";
}
