/* What the environment tells about where frames are shown. */
#ifndef STEEPEST_CLI_SURROUNDINGS_H
#define STEEPEST_CLI_SURROUNDINGS_H

#include <stdbool.h>

#include "session/session.h"

/* Whether the locale's characters are UTF-8; setlocale(LC_CTYPE, "") must have been called. */
bool locale_is_utf8(void);

/*
 * The set that `glyphs auto` stands for: ascii without UTF-8 and on the Linux console; else arrows,
 * or where the locale says that these are two columns wide, neutral, if those are one.
 */
enum glyph_set surroundings_glyphs(bool utf8);

/*
 * The background that COLORFGBG tells: its last field is the palette number of the background;
 * unknown without it.
 */
enum background surroundings_background(void);

/* Whether NO_COLOR is set and not empty. */
bool surroundings_forbid_color(void);

/* Whether TERM names no terminal that would understand escape sequences: unset, empty or dumb. */
bool surroundings_are_dumb(void);

/* The size of the terminal behind a descriptor; false when it is none or has none. */
bool surroundings_size(int descriptor, int *rows, int *columns);

/* The width of its cells over their height: see cell_aspect_of; the usual one for no terminal. */
double surroundings_cell_aspect(int descriptor);

#endif
