/* Where a function varies faster than the samples of a field can show. */
#ifndef STEEPEST_VIEW_ALIASING_H
#define STEEPEST_VIEW_ALIASING_H

#include <stdbool.h>
#include <stddef.h>

#include "view/field.h"

/*
 * A field and the samples next to its edges, not owned: rims[0] holds two columns, at its left and
 * right, rims[1] two rows, below and above. Either may be NULL: that axis then tells nothing of the
 * samples at the edges.
 */
struct surrounded {
    const struct field *field;
    const struct field *rims[AXES];
};

/* See aliasing_at: chosen by looking at the catalogue in 80x24 and 200x60 cells. */
#define ALIASING_PART 0.25

/*
 * Whether f turns faster than the samples tell: along an axis, on both sides of the sample, either
 * the slopes there and at the neighbour have different signs and are both more than ALIASING_PART of
 * the longer gradient, or the mean slope between the two lies outside of both by more than
 * ALIASING_PART of the gradients' mean length. One side alone may be an extremum, an inflection, a
 * kink, a jump or a pole; where f grows fast but steadily the mean slope lies between the two. What
 * the rounding of f or the errors of the gradients explain does not count, nor do samples whose
 * verdict is not ok. It depends on how far apart the samples are, and so on the viewport; what comes
 * to the edge of a surrounded field in a pan keeps what is said of it.
 */
bool aliasing_at(const struct surrounded *surrounded, size_t column, size_t row);

/* How many samples of a field are aliased. */
size_t aliasing_count(const struct surrounded *surrounded);

/*
 * Compute and judge the samples next to a field's edges along an axis: places ends[0] and ends[1] on
 * it, and the `count` places `along` on the other. STATUS_FAILED when memory is short.
 */
enum status aliasing_compute_rim(struct field *rim, const struct plane *plane,
                                 const struct difference *difference, int axis,
                                 const double ends[2], const double *along, size_t count);

enum { ALIASING_WORDS = 100 }; /* bytes of what is said of aliasing */

/*
 * Say at what part of its places, 0 to 1, f varies too fast, and then `advice`, at most 20 bytes;
 * false where they are too few to speak of: they are told by their marks alone.
 */
bool aliasing_describe(double part, const char *advice, char words[ALIASING_WORDS]);

#endif
