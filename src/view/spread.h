/* How a field's values are spread, and the round values that lines and shades are put at. */
#ifndef STEEPEST_VIEW_SPREAD_H
#define STEEPEST_VIEW_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "view/field.h"

enum {
    SPREAD_PARTS = 20,       /* equal parts that the sorted values are cut into */
    SPREAD_LEVELS_MOST = 16  /* round values that can be asked for */
};

/* quantiles[i]: the value below which i of SPREAD_PARTS parts of the finite values lie. */
struct spread {
    bool known; /* false where no value is finite */
    double quantiles[SPREAD_PARTS + 1];
};

/* That of the field's samples. `scratch` holds as many doubles as the field has samples. */
struct spread spread_of(const struct field *field, double *scratch);

/*
 * Store ascending round values of f, at most `wanted` (1 to SPREAD_LEVELS_MOST) or a few more, and
 * return how many: steps of 1, 2 or 5 times a power of ten. Where most values crowd near the least
 * (or the most) and the others go decades beyond, f - that is 1, 2, 5 or coarser times powers of
 * ten instead, from an end that is itself rounded; 0 where it can be, as where all values have one
 * sign and most crowd near 0. None where the values differ
 * by no more than rounding.
 */
int spread_levels(const struct spread *spread, int wanted, double levels[SPREAD_LEVELS_MOST]);

/*
 * Which of `shades` (at least 1) parts of equal count a finite value belongs to, 0 for the lowest.
 */
int spread_shade(const struct spread *spread, int shades, double value);

#endif
