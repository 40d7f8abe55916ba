/* The colours and attributes of levels, by colour depth and background. */
#ifndef STEEPEST_VIEW_PALETTE_H
#define STEEPEST_VIEW_PALETTE_H

#include <stdbool.h>

#include "view/canvas.h"

/*
 * How many colours can be used; the pen's palette numbers are of that depth. DEPTH_NONE has
 * attributes, DEPTH_PLAIN characters alone.
 */
enum color_depth { DEPTH_PLAIN, DEPTH_NONE, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_COUNT };

/* What is known of the terminal's background: see backgrounds.def. */
enum background {
#define BACKGROUND(name, meaning) BACKGROUND_##name,
#include "view/backgrounds.def"
#undef BACKGROUND
    BACKGROUND_COUNT
};

/* What the terminal can show. */
struct color_mode {
    enum color_depth depth;
    enum background background; /* never BACKGROUND_auto: that is resolved before */
    bool has_dim;               /* whether it can write dim */
};

enum { LEVELS = 8 }; /* levels that a magnitude is sorted into, whatever the colours */

/*
 * The pen of an arrow of that level, 0 (weakest) to LEVELS - 1. Several levels share a pen where
 * there are fewer than LEVELS.
 */
struct pen palette_level(const struct color_mode *mode, int level);

/*
 * The pen of a line that others may be drawn over, `under` them fainter; plain where there are
 * fewer than 256 colours.
 */
struct pen palette_line(const struct color_mode *mode, bool under);

enum { SHADES_MOST = 5 };

/*
 * The backgrounds, from low to high, that keep what is drawn over them readable: stores at most
 * SHADES_MOST and returns how many. 0 without 256 colours or where the background is not known.
 */
int palette_shades(const struct color_mode *mode, int16_t shades[SHADES_MOST]);

enum { TRAIL_PENS = 8 };

/*
 * The pen of the way of walk `index` >= 0, unlike those of arrows. Beyond TRAIL_PENS, or before
 * where there are fewer, they are used again.
 */
struct pen palette_trail(const struct color_mode *mode, int index);

/*
 * The pen of the line where the derivative along an axis is 0, unlike those of arrows. Where there
 * are fewer than 8 colours both are alike.
 */
struct pen palette_nullcline(const struct color_mode *mode, int axis);

/* The pen of a mark (undefined, dead). */
struct pen palette_mark(const struct color_mode *mode);

/* The pen of an arrow that cannot be relied on: grey, or dim where the terminal can, never bold. */
struct pen palette_dim(const struct color_mode *mode);

/* Where tables of colours have their row: unknown, dark, light. */
int palette_row(const struct color_mode *mode);

#endif
