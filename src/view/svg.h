/* The picture as SVG 1.1: a figure for a page or a slide. */
#ifndef STEEPEST_VIEW_SVG_H
#define STEEPEST_VIEW_SVG_H

#include <stdbool.h>

#include "base/text.h"
#include "view/field.h"
#include "view/layer.h"
#include "view/relief.h"
#include "view/scale.h"
#include "view/spread.h"
#include "view/stream.h"

/* Most samples along an axis of a figure. */
enum { SVG_GRID_MOST = 500 };

/* Everything that a figure shows. Pointers are not owned; no text is NULL. */
struct svg_picture {
    const struct field *field; /* at least one sample; judged where the layer trust is shown */
    const struct field *rims[AXES]; /* those around it (struct surrounded); may be NULL */
    struct window window;      /* from the first sample to the last of each axis */
    struct scale scale;        /* of the colours */
    bool ascent;               /* arrows of +grad f instead of -grad f */
    layer_set layers;          /* what is shown besides the axes and the title */
    const struct relief *relief;   /* over the window, for contours; NULL without them */
    struct spread spread;          /* of f, for the levels of contours */
    const struct streams *streams; /* over the window; NULL without them */
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
 * With the layer trust marks are found and arrows are dimmed as in a frame (view/mark.h): those
 * that may be off have a dashed path of class `unsure` in group `truncation` or `roundoff`, and
 * `marks` paths of class `doubtful`, `kink` and `aliased` too. Titles say what is wrong, and a line
 * above the area that f varies too fast, where it does.
 */
void svg_write(const struct svg_picture *picture, struct text *text);

#endif
