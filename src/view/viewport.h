/* The window on the plane: a lattice of sample places, and the probe on it. */
#ifndef STEEPEST_VIEW_VIEWPORT_H
#define STEEPEST_VIEW_VIEWPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/failure.h"

enum { AXES = 2 }; /* the plane's axes: 0 is x0, rightward; 1 is x1, upward */

/* low[a] < high[a], all finite. */
struct window {
    double low[AXES];
    double high[AXES];
};

/* How a window is fitted to the canvas: see aspects.def. */
enum aspect {
#define ASPECT(name, meaning) ASPECT_##name,
#include "view/aspects.def"
#undef ASPECT
    ASPECT_COUNT
};

/* How many samples there is room for, and how they stand. */
struct viewport_shape {
    int samples[AXES];   /* odd, at least 1 */
    double sample_ratio; /* width over height, on screen, of the cell between two samples: spacing *
                            cell aspect; positive */
    enum aspect aspect;
};

/* Whether two shapes are the same. */
bool viewport_shape_is_same(const struct viewport_shape *a, const struct viewport_shape *b);

/*
 * Sample i of axis a, 0 <= i < shape.samples[a] counted from the left and from below, lies at
 * origin[a] + (first[a] + i) * step[a]. A pan changes first alone, so what stays in sight keeps its
 * place to the last bit.
 */
struct viewport {
    struct window asked; /* what is at least to be seen; moves and shrinks with pan and zoom. Its
                            bounds are rounded: span and middle are what counts */
    struct viewport_shape shape;
    double origin[AXES];
    double step[AXES]; /* positive */
    int64_t first[AXES];
    double probe[AXES];   /* where the probe stands: a sample's place, unless it was set by hand */
    int probe_cell[AXES]; /* the sample nearest to the probe, 0 <= i < shape.samples[a] */
    /*
     * What a reshape starts from, so that a size that comes back brings the same samples back to
     * the last bit, however often the window was moved, zoomed and reshaped in between.
     */
    double span[AXES];          /* of the window asked for, in units; a zoom halves it exactly */
    double middle[AXES];        /* its centre, in steps from the origin */
    double anchor_origin[AXES]; /* origin and step of the lattice that the probe was put on */
    double anchor_step[AXES];
};

/*
 * Where doubles end: a window can be shown when low < high, all that is seen lies within
 * +-WINDOW_REACH, and samples stand at least WINDOW_STEP_ULPS units in the last place of the
 * largest coordinate apart. What would go beyond is refused with STATUS_USAGE; the failure's origin
 * names the action ("window", "pan", "probe", "centre", "zoom"), its message the reason.
 */
#define WINDOW_REACH 1e300
#define WINDOW_STEP_ULPS 16

/*
 * Show `window` anew: its centre is a sample and holds the probe. Where the aspect keeps the scales
 * of the axes equal, the roomier axis shows more than asked. STATUS_OK, or STATUS_USAGE with
 * nothing changed when doubles cannot carry the window (see above).
 */
enum status viewport_show(struct viewport *viewport, const struct window *window,
                          const struct viewport_shape *shape, struct failure *failure);

/*
 * Fit the present window to another shape; the probe keeps its value and is a sample of the new
 * lattice (one set by hand becomes one too, until its own size comes back). The samples in sight
 * are those nearest to the window asked for, moved as little as keeps the probe in sight. Never
 * fails (a canvas can have any size at any moment): samples that would stand too close for doubles
 * are put further apart, and a roomier axis may reach beyond WINDOW_REACH.
 */
void viewport_reshape(struct viewport *viewport, const struct viewport_shape *shape);

/* Whether the samples of both have the same places, to the last bit. */
bool viewport_has_same_places(const struct viewport *a, const struct viewport *b);

/* The place of sample `index` (0 <= index < shape.samples[axis]). */
double viewport_place(const struct viewport *viewport, int axis, int index);

/* Move the window by whole samples; the probe keeps its value, or stays at the edge it would leave
 * by. STATUS_USAGE, nothing changed, with a message for people, where doubles end. */
enum status viewport_pan(struct viewport *viewport, int axis, int64_t samples,
                         struct failure *failure);

/* Move the probe by whole samples from the one it is nearest to; the window follows it over its
 * edge. Errors as viewport_pan. */
enum status viewport_move_probe(struct viewport *viewport, int axis, int64_t samples,
                                struct failure *failure);

/* Put the probe at any finite place; one out of sight pans the window so that the sample nearest to
 * it is the middle one. The status line shows exactly that place, the cursor the nearest sample.
 * STATUS_USAGE for a place that is not finite; other errors as viewport_pan. */
enum status viewport_set_probe(struct viewport *viewport, const double place[AXES],
                               struct failure *failure);

/* Pan so that the probe's cell is the middle one. Errors as viewport_pan. */
enum status viewport_centre(struct viewport *viewport, struct failure *failure);

/*
 * Multiply the distance between samples by 2^-power (in for positive powers). The probe keeps its
 * value and its cell on screen and becomes the lattice's origin. What can be done of a larger power
 * is done, with STATUS_OK, and stored in *done; where nothing can, errors as viewport_pan.
 */
enum status viewport_zoom(struct viewport *viewport, int power, int *done,
                          struct failure *failure);

#endif
