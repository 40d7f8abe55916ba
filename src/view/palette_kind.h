/* The pens of levels by the kind of colours: sequential, cyclic and diverging. */
#ifndef STEEPEST_VIEW_PALETTE_KIND_H
#define STEEPEST_VIEW_PALETTE_KIND_H

#include "view/palette.h"
#include "view/quantity.h"

/*
 * The pen of level `level`, 0 <= level < levels <= LEVELS, of a kind of colours:
 *   COLORS_SEQUENTIAL  palette_level's, the ends at its ends
 *   COLORS_CYCLIC      levels are octants, counterclockwise from the east. Four colours serve two
 *                      each where there are 16 or 8; without colours all are plain.
 *   COLORS_DIVERGING   blue to red or alike by the middle, which is grey or plain; at 16 and 8
 *                      colours one for each sign, the outermost level bold; without colours
 *                      negative is dim and positive bold, without dim too positive alone is bold.
 *                      An even number of levels has no middle.
 *   COLORS_CATEGORICAL the level is any whole number from 0 on, however many levels there are. 0
 *                      has the grey of marks, or is plain; the others palette_categories' pens in
 *                      turn, again and again.
 *   COLORS_NONE        plain
 */
struct pen palette_pen(const struct color_mode *mode, enum color_kind kind, int level, int levels);

/* How many whole numbers from 1 on are told apart by their pens; 0 without colours. */
int palette_categories(const struct color_mode *mode);

/* Whether levels `level` - 1 and `level` are drawn alike, 0 < level < levels. */
bool palette_pens_same(const struct color_mode *mode, enum color_kind kind, int level, int levels);

#endif
