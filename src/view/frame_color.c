/* What a sample's pen is under the quantity that colours show. */
#include <math.h>

#include "view/frame_parts.h"
#include "view/palette_kind.h"
#include "view/projection.h"

struct color_scale frame_colors(const struct frame *frame)
{
    return frame->colors.levels > 0 ? frame->colors : color_scale_of_magnitudes(&frame->scale);
}

double frame_dot_aspect(const struct frame *frame)
{
    double cell_aspect = frame->viewport->shape.sample_ratio / frame->layout.spacing;
    return cell_aspect * DOTS_DOWN / DOTS_ACROSS;
}

int frame_octant(const struct frame *frame, const double gradient[AXES])
{
    struct projection projection = projection_make(frame->viewport, &frame->layout);
    double sign = frame->style.ascent ? 1 : -1;
    double direction[AXES];
    projection_direction(&projection, gradient, direction);
    return octant_of(sign * direction[0] * frame_dot_aspect(frame), -sign * direction[1]);
}

enum quantity frame_quantity(const struct frame *frame)
{
    return frame->colors.levels > 0 ? frame->colors.quantity : QUANTITY_magnitude;
}

struct pen frame_sample_pen(const struct frame *frame, const struct sample *sample)
{
    if (frame->unfinished.area)
        return PEN_PLAIN;
    const struct color_mode *mode = &frame->style.color;
    enum quantity quantity = frame_quantity(frame);
    enum color_kind kind = quantity_color_kind(quantity);
    double number = quantity_number(quantity, sample);
    if (isnan(number))
        return PEN_PLAIN;
    if (frame->colors.levels == 0)
        return palette_level(mode, scale_level(&frame->scale, number));
    int level = kind == COLORS_CYCLIC ? frame_octant(frame, sample->gradient)
                                      : color_scale_level(&frame->colors, number);
    return palette_pen(mode, kind, level, frame->colors.levels);
}

void frame_note_sample(const struct frame *frame, const struct sample *sample,
                       struct contents *contents)
{
    double number = quantity_number(frame_quantity(frame), sample);
    contents->none = contents->none || isnan(number);
    contents->least = fmin(contents->least, number);
    contents->most = fmax(contents->most, number);
}

void frame_note_mark(const struct frame *frame, const struct sample *sample, enum mark mark,
                     struct contents *contents)
{
    double number = quantity_number(frame_quantity(frame), sample);
    contents->marks[mark] = true;
    contents->marked.none = contents->marked.none || isnan(number);
    contents->marked.least = fmin(contents->marked.least, number);
    contents->marked.most = fmax(contents->marked.most, number);
}

uint32_t frame_tag_of(double number)
{
    enum { DIGITS = 10, LETTERS = 26 };
    if (number < DIGITS)
        return (uint32_t)'0' + (uint32_t)number;
    return number < DIGITS + LETTERS ? (uint32_t)'a' + (uint32_t)number - DIGITS : (uint32_t)'+';
}

uint32_t frame_tag(const struct frame *frame, const struct sample *sample)
{
    enum quantity quantity = frame_quantity(frame);
    double number = quantity_number(quantity, sample);
    bool colors = palette_categories(&frame->style.color) > 0;
    if (colors || frame->unfinished.area || frame->unmapped)
        return 0;
    if (quantity == QUANTITY_basin && !isnan(number))
        return frame_tag_of(number);
    return quantity_missing_words(quantity, false) != NULL && isnan(number) ? (uint32_t)'-' : 0;
}

const char *frame_missing_words(const struct frame *frame)
{
    return quantity_missing_words(frame_quantity(frame), frame->unmapped);
}
