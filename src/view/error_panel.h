/* Error against h at the probe: what the panel over the field shows. */
#ifndef STEEPEST_VIEW_ERROR_PANEL_H
#define STEEPEST_VIEW_ERROR_PANEL_H

#include "view/canvas.h"
#include "view/frame.h"

enum { ERROR_CURVES_MOST = 16, ERROR_STEPS_MOST = 64 };

/* The errors of one scheme's gradient, lengths of vectors; NaN and infinite ones are not drawn. */
struct error_curve {
    const char *name; /* lives for ever */
    double estimates[ERROR_STEPS_MOST];
    double truths[ERROR_STEPS_MOST]; /* distances from the exact gradient; NaN where there is none */
};

/* Plain data. */
struct error_panel {
    size_t steps;
    double h[ERROR_STEPS_MOST]; /* from the largest down; positive */
    size_t count;               /* curves; 0 draws nothing */
    struct error_curve curves[ERROR_CURVES_MOST];
    size_t present;   /* the curve of the present scheme */
    bool exact;       /* that is exact, and `present` the default one */
    double own[AXES]; /* the present h by x0 and by x1; NaN where there is none */
};

/*
 * Draw the panel over the half of the field that the probe is not in: log error upward, log h to
 * the right. One curve is drawn by `*` for the estimated and `+` for the true error, its two
 * branches named below and in colours of their own; several by a letter and a colour for each,
 * estimated errors alone, the present scheme's over the others. A line under an `h` stands at the
 * present h, two under `0` and `1` where it is one for x0 and one for x1. The least estimate of the
 * present scheme is an `o`, reversed where the terminal can, with its h in the lower edge where
 * there is room. Nothing is drawn where it does not fit.
 */
void frame_draw_error_panel(struct canvas *canvas, const struct frame *frame,
                            const struct error_panel *panel);

/* Whether there is room for a panel beside the probe. */
bool frame_error_panel_fits(const struct frame *frame);

/* The least size of a canvas with room for one wherever the probe is; not below the frame's. */
void frame_error_panel_need(const struct frame *frame, int *columns, int *rows);

#endif
