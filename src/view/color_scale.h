/* Numbers of a quantity sorted into levels for colours, at round edges. */
#ifndef STEEPEST_VIEW_COLOR_SCALE_H
#define STEEPEST_VIEW_COLOR_SCALE_H

#include <stdbool.h>

#include "view/palette.h"
#include "view/quantity.h"
#include "view/scale.h"

/* How edges follow one another: see scale_forms.def. */
enum scale_form {
#define SCALE_FORM(name, meaning) SCALE_FORM_##name,
#include "view/scale_forms.def"
#undef SCALE_FORM
    SCALE_FORM_COUNT
};

/* What was asked of a quantity's scale. Zeros ask for nothing. */
struct color_wish {
    enum scale_form form;
    bool has_range; /* the colours span low to high, low < high, both finite */
    double low;
    double high;
};

/* Whether the same was asked for. */
bool color_wish_is_same(const struct color_wish *a, const struct color_wish *b);

/*
 * Levels 0 to levels - 1; edges[i], 0 < i < levels, ascending, is where level i begins.
 *   COLORS_SEQUENTIAL  level i is from edges[i] to below edges[i + 1]; ends are open. One level:
 *                      there is nothing to tell apart.
 *   COLORS_DIVERGING   an odd number of levels; edges[i] = -edges[levels - i]. The middle level is
 *                      between the innermost edges; an edge belongs to the level further from 0.
 *   COLORS_CYCLIC      eight octants of the arrow's direction on screen, without edges: level 0 is
 *                      east, then counterclockwise.
 *   COLORS_CATEGORICAL without edges: the level is the number itself, 0 or more, also beyond
 *                      `levels`.
 * With no levels it is the one of magnitudes that struct scale (view/scale.h) describes.
 */
struct color_scale {
    enum quantity quantity;
    int levels; /* 0 to LEVELS */
    double edges[LEVELS];
    double tolerance; /* numbers within this of an edge are on it; 0: 1e-6 of the number */
};

/*
 * The scale of a quantity that has colours, over the samples of a field that are ok. A range given
 * bounds the outermost levels (diverging: the larger of its ends' sizes does, either way from 0),
 * the edges between are multiples of 1, 2 or 5 times a power of ten, or on the ladders of struct
 * scale where the form is log. Otherwise, of the 5th and 95th percentiles (diverging and symlog:
 * the 25th and 95th of the sizes that are not 0, for where signs change some are rounding alone):
 *   linear  multiples of 1, 2 or 5 times a power of ten, the finest that hold the percentiles;
 *           diverging: 1, 2 and 3 times the largest of 1, 1.5, 2, 3, 5 or 7 times a power of ten
 *           for which the last does not go beyond the 95th
 *   log     as struct scale, for numbers above 0; others are in the lowest level
 *   symlog  as log, both ways from 0
 *   auto    magnitude: no levels; others: log or symlog where high >= 1000 low > 0, else linear
 * Diverging quantities take log for symlog; magnitude symlog for log; a log range needs low > 0,
 * else it is linear. `scratch` holds as many doubles as the field has samples.
 */
struct color_scale color_scale_choose(enum quantity quantity, const struct color_wish *wish,
                                      const struct field *field, double *scratch);

/* The scale that stands for none: of magnitudes, by `scale`, which has the same levels. */
struct color_scale color_scale_of_magnitudes(const struct scale *scale);

/* The level of a number that is not NaN, for a scale with at least one level that is not cyclic. */
int color_scale_level(const struct color_scale *scale, double number);

#endif
