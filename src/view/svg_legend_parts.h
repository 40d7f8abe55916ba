/* The parts of a figure's legend; for svg_legend.c and its neighbours only. */
#ifndef STEEPEST_VIEW_SVG_LEGEND_PARTS_H
#define STEEPEST_VIEW_SVG_LEGEND_PARTS_H

#include "view/svg_parts.h"

enum { SVG_SWATCH_WIDTH = 22, SVG_SWATCH_HEIGHT = 11 };

/* Where the next entry is written. */
struct svg_pencil {
    double left;
    double middle; /* of the line */
};

/* Write an entry's words behind its swatch and go to the next line. */
void svg_legend_entry(struct text *text, struct svg_pencil *pencil, const char *label);

/* Write what stands over entries, and go to the next line. */
void svg_legend_heading(struct text *text, struct svg_pencil *pencil, const char *label);

/*
 * Append the group `levels`: what colours show, where it is to be `named`, and the entries of its
 * numbers; then what has none.
 */
void svg_legend_colors(struct text *text, const struct svg_picture *picture,
                       const struct svg_contents *contents, bool named,
                       struct svg_pencil *pencil);

#endif
