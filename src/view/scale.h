/* Magnitudes sorted into levels at round numbers. */
#ifndef STEEPEST_VIEW_SCALE_H
#define STEEPEST_VIEW_SCALE_H

#include <stddef.h>

#include "view/field.h"

/*
 * Bins lie between round numbers, `per_decade` of them in a decade (6: 1 1.5 2 3 5 7; 3: 1 2 5;
 * 2: 1 3; 1: 1) or one for every `decades` decades when per_decade is 1 (decades a power of two,
 * else 1). A bin is numbered from the one that begins at 1. The top level is bin `top`, the others
 * lie below it; LEVELS (view/palette.h) levels.
 */
struct scale {
    int per_decade;
    int decades;
    int top;
};

/*
 * The finest scale whose levels hold the 5th to 95th percentile of the magnitudes of the field's
 * samples that are ok, finite and not 0; the top level is the 95th percentile's bin. Without such
 * samples: per_decade 1, top at 1. `scratch` holds as many doubles as the field has samples.
 */
struct scale scale_choose(const struct field *field, double *scratch);

/*
 * The magnitude below which that share, 0 to 1, of the same samples' lie; 0 without any. `scratch`
 * as above.
 */
double scale_percentile(const struct field *field, double share, double *scratch);

/*
 * The finest scale whose `levels` (1 to LEVELS) upper levels hold two positive finite magnitudes
 * low <= high; the top level is high's bin.
 */
struct scale scale_between(double low, double high, int levels);

/*
 * The level, 0 to LEVELS - 1, of a positive magnitude (infinity is at the top); ends clamp. Edges
 * are compared with magnitude * (1 + 1e-6), so that a difference that misses an edge by rounding
 * does not change it.
 */
int scale_level(const struct scale *scale, double magnitude);

/* Where level `level` (1 to LEVELS - 1) begins. 0 or infinity where doubles end. */
double scale_edge(const struct scale *scale, int level);

#endif
