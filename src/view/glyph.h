/* Directions on screen as characters. */
#ifndef STEEPEST_VIEW_GLYPH_H
#define STEEPEST_VIEW_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One enumerator for each row of glyphs.def. */
enum glyph_set {
#define GLYPHS(name, ascii, arrows, marks, meaning) GLYPHS_##name,
#include "view/glyphs.def"
#undef GLYPHS
    GLYPHS_COUNT
};

/* What stands in a cell that has no arrow. The order is that of the marks in glyphs.def. */
enum mark {
    MARK_ZERO,
    MARK_UNDEFINED,
    MARK_DEAD,
    MARK_DOUBTFUL, /* the arrow may be reversed; this and the next two belong to the layer trust */
    MARK_KINK,
    MARK_ALIASED,
    MARK_COUNT
};

enum { OCTANTS = 8 }; /* directions of an arrow: 0 is east, counterclockwise */

const char *glyph_set_name(enum glyph_set set);

/* What the set is, for people; ASCII, lives for ever. */
const char *glyph_set_meaning(enum glyph_set set);

/* Whether the set needs nothing beyond ASCII. */
bool glyph_set_is_ascii(enum glyph_set set);

/* The arrow that points to octant 0 <= octant < OCTANTS. */
uint32_t glyph_arrow(enum glyph_set set, int octant);

uint32_t glyph_mark(enum glyph_set set, enum mark mark);

/* What the legend says of a mark: "flat", "undefined", "f(x+h) = f(x)". */
const char *mark_meaning(enum mark mark);

/* What there is to say of a mark where there is more room: no markup, lives for ever. */
const char *mark_explanation(enum mark mark);

/*
 * The octant nearest to the direction (right, up), both finite and not both 0, in units that are
 * equally long on screen. Exact for any magnitudes: neither overflows nor underflows.
 */
int octant_of(double right, double up);

#endif
