/* The parts of the panel of errors; for error_panel.c and its neighbours only. */
#ifndef STEEPEST_VIEW_ERROR_PANEL_PARTS_H
#define STEEPEST_VIEW_ERROR_PANEL_PARTS_H

#include "view/error_panel.h"

/* Where the panel stands, and what its edges mean. */
struct error_box {
    int row; /* of the upper edge */
    int column;
    int height; /* edges included */
    int width;
    double low; /* log10 of the error at the lowest row of the curves, and at the highest */
    double high;
    double first; /* log10 of h at the left, and at the right */
    double last;
    size_t best; /* the step whose estimate is least in the present scheme; panel->steps if none */
};

/* How what is told apart by characters is told apart by colour. */
struct error_pens {
    struct pen roundoff; /* estimates to the left of the best h, and to its right */
    struct pen truncation;
    struct pen truth;
    struct pen best; /* the best h */
    struct pen own;  /* the present h */
};

/* The pens for what the terminal can show. */
struct error_pens error_panel_pens(const struct color_mode *mode);

/* The letter of a curve among several: that of its name, or its digit. */
uint32_t error_panel_letter(const struct error_curve *curve);

/* The pen of one of several curves. */
struct pen error_panel_curve_pen(const struct color_mode *mode, size_t index);

/*
 * Clear the box and draw its edges: what the characters mean in the upper one, and in the lower one
 * the name of what is at each side of the best h, where the estimates are larger there. In a narrow
 * box words are shorter, none is left out.
 */
void error_panel_draw_edges(struct canvas *canvas, const struct frame *frame,
                            const struct error_panel *panel, const struct error_box *box);

#endif
