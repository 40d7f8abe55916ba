/* What the colours of xterm's palette look like. */
#ifndef STEEPEST_VIEW_XTERM_H
#define STEEPEST_VIEW_XTERM_H

#include <stdint.h>

enum { XTERM_FIRST = 16, XTERM_COLORS = 256 }; /* those before are the user's own */

/*
 * The colour of an index from XTERM_FIRST to XTERM_COLORS - 1 as 0xRRGGBB: a cube of 6 x 6 x 6
 * colours, then 24 greys (256colres.pl of xterm's sources).
 */
uint32_t xterm_rgb(int index);

#endif
