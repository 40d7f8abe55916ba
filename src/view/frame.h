/* The whole frame drawn into a canvas. */
#ifndef STEEPEST_VIEW_FRAME_H
#define STEEPEST_VIEW_FRAME_H

#include <stdbool.h>

#include "grad/critical.h"
#include "view/canvas.h"
#include "view/color_scale.h"
#include "view/dots.h"
#include "view/field.h"
#include "view/glyph.h"
#include "view/layer.h"
#include "view/layout.h"
#include "view/palette.h"
#include "view/race_table.h"
#include "view/relief.h"
#include "view/scale.h"
#include "view/spread.h"
#include "view/stream.h"
#include "view/trail.h"
#include "view/viewport.h"

/* How things are written. */
struct style {
    enum glyph_set glyphs;
    struct color_mode color;
    bool ascii;         /* nothing beyond ASCII, whatever the text */
    bool ascent;        /* arrows of +grad f instead of -grad f */
    layer_set layers;   /* what is shown */
    bool faded;         /* all but the message is drawn dim: it is not what is asked for */
};

/* Words that the frame shows; none is owned, none is NULL. */
struct frame_words {
    const char *function; /* as the title names it: "x0*x2" */
    const char *values;   /* what follows on it: ", x2=1", or "" */
    const char *settings; /* right end of the title: "central h=0.0001" */
    const char *message;
    bool message_whole;     /* a message longer than its row takes rows above it */
    const char *hint; /* the bottom row */
};

/*
 * What a frame holds back because it is not computed yet. All zero: nothing. Where the area is
 * unfinished, of its layers only arrows and grid are shown, without a legend, dim, and arrows only
 * of the lowest `rows` rows: colours and lines belong to a whole field.
 */
struct frame_unfinished {
    bool work;   /* something is: `percent` is shown */
    bool area;   /* what stands between the axes, but critical points, which may come later */
    bool probe;  /* what is known at the probe, but its place */
    int rows;    /* of the field that are computed, from below */
    int percent; /* how much of all is computed */
};

/* Everything that a frame shows. Pointers are not owned. */
struct frame {
    struct layout layout;
    const struct viewport *viewport;
    const struct field *field; /* the viewport's samples */
    const struct field *rims[AXES]; /* those around it (struct surrounded); may be NULL */
    struct dots *dots;         /* for layers to draw with: of the canvas's size, or made smaller by
                                  frame_draw; what it holds means nothing */
    const struct streams *streams; /* of the viewport; may be NULL where they are not shown */
    const struct trail *trails; /* drawn over the layers, the first below the others */
    size_t trail_count;
    const char *const *trail_words; /* why each of these has ended, "" where it goes on: only for
                                       describe_frame; else NULL */
    struct {
        const char *gradient; /* that a person gave; NULL: none, or its check is not shown */
        const char *found;    /* what its check has found */
    } check; /* only for describe_frame */
    const struct race_table *race; /* of the trails, drawn over them; NULL: they are no race */
    struct scale scale;        /* of magnitudes */
    bool unmapped; /* f is too large for what the map that colours show is computed from */
    struct color_scale colors; /* without levels: of magnitudes, by `scale` */
    double quiver_reference; /* view/quiver.h; 0 when there is nothing to be longer than */
    const struct relief *relief; /* f on the viewport's lattice; may be NULL without the layers
                                    background and contour */
    const struct relief *slopes[AXES]; /* df/dx0 and df/dx1 on the viewport's lattice; may be NULL
                                          without the layer nullclines */
    const struct critical_points *critical; /* of the viewport; may be NULL where they are not
                                               shown */
    const size_t *basin_numbers; /* of the minima among them, in their order; NULL: 1, 2, ... */
    struct spread spread;        /* of f, for the levels of these */
    struct style style;
    struct sample probe; /* what is known at viewport->probe */
    struct frame_words words;
    struct frame_unfinished unfinished;
};

/* Store the values, ascending, that the layer `contour` draws lines at, and return how many. */
int frame_contour_levels(const struct frame *frame, double levels[SPREAD_LEVELS_MOST]);

/* What the layer `background` needs to be seen, or NULL when it is; lives for ever. */
const char *frame_shading_advice(const struct color_mode *mode);

/*
 * Draw the frame: clears the canvas, whose size must be the layout's. When the layout is too small,
 * only `needs 24x8` and the hint are drawn, as much of them as fits. The cursor is set on the
 * probe's cell. A blank between two arrows has the pen of the arrow to its left.
 */
void frame_draw(struct canvas *canvas, const struct frame *frame);

#endif
