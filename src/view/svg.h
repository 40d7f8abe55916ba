/* The picture as SVG 1.1: a figure for a page or a slide. */
#ifndef STEEPEST_VIEW_SVG_H
#define STEEPEST_VIEW_SVG_H

#include <stdbool.h>

#include "base/text.h"
#include "grad/critical.h"
#include "view/color_scale.h"
#include "view/field.h"
#include "view/layer.h"
#include "view/race_table.h"
#include "view/relief.h"
#include "view/spread.h"
#include "view/stream.h"
#include "view/trail.h"

/* Most samples along an axis of a figure. */
enum { SVG_GRID_MOST = 500 };

/* A walk, and what is said of it. Nothing is owned. */
struct svg_walk {
    const struct trail *trail;
    const char *name;   /* "adam lr 0.1" */
    const char *reason; /* why it has ended, with its name */
};

/* Everything that a figure shows. Pointers are not owned; no text is NULL. */
struct svg_picture {
    const struct field *field; /* at least one sample; with what the colours show found out, and
                                  judged where the layer trust is shown */
    const struct field *rims[AXES]; /* those around it (struct surrounded); may be NULL */
    struct window window;      /* from the first sample to the last of each axis */
    struct color_scale colors; /* of one level or more */
    bool unmapped; /* f is too large for what the map that colours show is computed from */
    const struct critical_points *minima; /* among which are those that basins have the numbers
                                             of; NULL where colours show something else */
    const size_t *basin_numbers; /* of these minima, in their order; NULL: 1, 2, ... */
    bool ascent;               /* arrows of +grad f instead of -grad f */
    layer_set layers;          /* what is shown besides the axes and the title */
    const struct relief *relief;   /* over the window, for contours; NULL without them */
    struct spread spread;          /* of f, for the levels of contours */
    const struct streams *streams; /* over the window; NULL without them */
    const struct relief *slopes[AXES]; /* df/dx0 and df/dx1 over the window, for nullclines; NULL
                                          without them */
    const struct critical_points *critical; /* of the window; NULL where they are not shown */
    const struct svg_walk *walks; /* walk_count of them, the first below the others */
    size_t walk_count;            /* TRAIL_PENS at most have colours of their own */
    const struct race_table *race; /* whose rows' trails are these walks; NULL: they are no race */
    const char *function;      /* as the title names it; any bytes */
    const char *settings;      /* below the title: "central h=0.0001" */
};

/*
 * The window that a figure of columns x rows samples shows: that asked for where the aspect fills,
 * else the narrower axis widened about its middle until a unit is as long across as up.
 */
struct window svg_window(const struct window *asked, size_t columns, size_t rows,
                         enum aspect aspect);

/*
 * Append the figure to `text`, in UTF-8; text->failed when memory is short.
 *
 * Arrows have their tails on the samples and lengths in proportion to |grad f|, so that the 90th
 * percentile nearly reaches to the next sample; they turn with the scales of the axes, as those of
 * matplotlib's quiver with angles="xy". What would leave the area of the samples is cut there.
 * Group `arrows` has one path `M tail L tip ...` for each; group `marks` a circle for each sample
 * whose gradient is 0 and a path of class `undefined` or `dead` for each other.
 *
 * Colours are the pens of view/palette_kind.h for a light background, as classes `level-0` and so
 * on; class `none`, black with a hollow head, is what has no such number. Streamlines have the
 * colours of the nearest samples, those of magnitudes their own.
 *
 * Group `nullclines` has a path for each line where a derivative is 0, group `critical` a ring with
 * a letter for each critical point, group `walks` a path for each walk, an open circle at its
 * start, a dot for each step that is long enough, and at its end a diamond where it has arrived, a
 * square where more steps would lead it further, else a cross. Titles say what is known of each.
 * The table of a race is group `race`, below the area; group `letters` has those of its rows.
 *
 * With the layer trust marks are found and arrows are dimmed as in a frame (view/mark.h): those
 * that may be off have a dashed path of class `unsure` in group `truncation` or `roundoff`, and
 * `marks` paths of class `doubtful`, `kink` and `aliased` too. Titles say what is wrong, and a line
 * above the area that f varies too fast, where it does.
 */
void svg_write(const struct svg_picture *picture, struct text *text);

#endif
