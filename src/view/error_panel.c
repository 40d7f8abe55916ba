/* Error against h at the probe: the panel over the field. */
#include "view/error_panel.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view/error_panel_parts.h"
#include "view/frame_parts.h"

enum {
    WIDTH_LEAST = 24,  /* of the box */
    HEIGHT_LEAST = 8,
    WIDTH_MOST = 64,
    LABELS = 6,        /* columns left of the curves, of the error's decades */
    DECADES_APART = 4, /* between labels of h */
    TEXT_SIZE = 64
};

static const double NO_LOGARITHM = -18; /* an error of 0 is drawn at the lower edge */

/* The pen of an estimate of the one curve. */
static struct pen branch_pen(const struct error_pens *pens, const struct error_box *box, size_t step)
{
    return step > box->best ? pens->roundoff : pens->truncation;
}

static double logarithm(double error)
{
    return error > 0 ? fmax(log10(error), NO_LOGARITHM) : NO_LOGARITHM;
}

/* Widen the box's range of errors by one of them. */
static void include(struct error_box *box, double error)
{
    if (!isfinite(error))
        return;
    box->low = fmin(box->low, floor(logarithm(error)));
    box->high = fmax(box->high, ceil(logarithm(error)));
}

/* Find the range of errors; false when there is none. */
static bool find_range(const struct error_panel *panel, struct error_box *box)
{
    box->low = INFINITY;
    box->high = -INFINITY;
    for (size_t i = 0; i < panel->count; i++)
        for (size_t step = 0; step < panel->steps; step++) {
            include(box, panel->curves[i].estimates[step]);
            if (panel->count == 1)
                include(box, panel->curves[i].truths[step]);
        }
    box->high = fmax(box->high, box->low + 1);
    box->first = log10(panel->h[panel->steps - 1]);
    box->last = log10(panel->h[0]);
    return box->low < INFINITY;
}

/*
 * Choose the half of the field that the probe is not in, which stands in that column of samples;
 * false when it is too small.
 */
static bool place_box(const struct layout *layout, int across, struct error_box *box)
{
    int columns = layout_field_columns(layout);
    int probe = across * layout->spacing;
    bool at_right = probe <= columns / 2;
    /* The probe's column and one beside it stay free. */
    int room = at_right ? columns - probe - 2 : probe - 1;
    box->width = room < WIDTH_MOST ? room : WIDTH_MOST;
    box->height = layout->samples_up;
    box->row = layout->field_row;
    box->column = layout->gutter + (at_right ? columns - box->width : 0);
    return box->width >= WIDTH_LEAST && box->height >= HEIGHT_LEAST;
}

/* Columns and rows of the curves. */
static int curves_width(const struct error_box *box)
{
    return box->width - LABELS - 2;
}

static int curves_height(const struct error_box *box)
{
    return box->height - 3;
}

static int column_of(const struct error_box *box, double h)
{
    double share = (log10(h) - box->first) / (box->last - box->first);
    return box->column + 1 + LABELS + (int)lround(share * (curves_width(box) - 1));
}

static int row_of(const struct error_box *box, double error)
{
    double share = (logarithm(error) - box->low) / (box->high - box->low);
    return box->row + curves_height(box) - (int)lround(share * (curves_height(box) - 1));
}

static void draw_decades(struct canvas *canvas, const struct frame *frame, const struct error_box *box)
{
    char text[TEXT_SIZE];
    int bottom = box->row + box->height - 2;
    int limit = box->column + box->width - 2; /* there stands what these are decades of */
    int free = box->column;
    for (double decade = box->first; decade < box->last; decade += DECADES_APART) {
        int column = column_of(box, pow(10, decade));
        snprintf(text, sizeof text, "1e%.0f", decade);
        if (column > free && column + (int)strlen(text) < limit)
            free = frame_text(canvas, &frame->style, bottom, column, limit, text);
    }
    canvas_put(canvas, bottom, limit, 'h', PEN_PLAIN);
}

static void draw_labels(struct canvas *canvas, const struct frame *frame, const struct error_box *box)
{
    char text[TEXT_SIZE];
    int rows = curves_height(box);
    for (int i = 0; i < 3; i++) {
        double share = i / 2.0;
        double decade = round(box->low + share * (box->high - box->low));
        snprintf(text, sizeof text, "1e%.0f", decade);
        int row = box->row + rows - (int)lround((decade - box->low) / (box->high - box->low) *
                                                (rows - 1));
        frame_text(canvas, &frame->style, row, box->column + 1, box->column + 1 + LABELS, text);
    }
    draw_decades(canvas, frame, box);
}

static void put_error(struct canvas *canvas, const struct error_box *box, double h, double error,
                      uint32_t character, struct pen pen)
{
    if (isfinite(error))
        canvas_put(canvas, row_of(box, error), column_of(box, h), character, pen);
}

/* The one curve: its true errors below its estimates. */
static void draw_course(struct canvas *canvas, const struct frame *frame,
                        const struct error_panel *panel, const struct error_box *box)
{
    const struct error_curve *curve = &panel->curves[0];
    struct error_pens pens = error_panel_pens(&frame->style.color);
    for (size_t step = 0; step < panel->steps; step++) {
        put_error(canvas, box, panel->h[step], curve->truths[step], '+', pens.truth);
        put_error(canvas, box, panel->h[step], curve->estimates[step], '*',
                  branch_pen(&pens, box, step));
    }
}

static void draw_curve(struct canvas *canvas, const struct frame *frame,
                       const struct error_panel *panel, const struct error_box *box, size_t index)
{
    const struct error_curve *curve = &panel->curves[index];
    struct pen pen = error_panel_curve_pen(&frame->style.color, index);
    for (size_t step = 0; step < panel->steps; step++)
        put_error(canvas, box, panel->h[step], curve->estimates[step], error_panel_letter(curve), pen);
}

/* Several curves, the present one over the others so that it is whole. */
static void draw_curves(struct canvas *canvas, const struct frame *frame,
                        const struct error_panel *panel, const struct error_box *box)
{
    for (size_t i = 0; i < panel->count; i++)
        if (i != panel->present)
            draw_curve(canvas, frame, panel, box, i);
    draw_curve(canvas, frame, panel, box, panel->present);
}

/* The step at which a curve's estimate is least; panel->steps where it has none. */
static size_t best_step(const struct error_panel *panel, const struct error_curve *curve)
{
    size_t best = panel->steps;
    for (size_t step = 0; step < panel->steps; step++)
        if (isfinite(curve->estimates[step]) &&
            (best == panel->steps || curve->estimates[step] < curve->estimates[best]))
            best = step;
    return best;
}

/* A line under a letter at an h, where that is among those swept. */
static void draw_step(struct canvas *canvas, const struct frame *frame,
                      const struct error_panel *panel, const struct error_box *box, double h,
                      char letter)
{
    struct pen pen = error_panel_pens(&frame->style.color).own;
    uint32_t line = frame_symbols(&frame->style)->vertical;
    if (!(h >= panel->h[panel->steps - 1] && h <= panel->h[0]))
        return;
    int column = column_of(box, h);
    canvas_put(canvas, box->row + 1, column, (unsigned char)letter, pen);
    for (int row = box->row + 2; row <= box->row + curves_height(box); row++)
        canvas_put(canvas, row, column, line, pen);
}

/* The present h, or that of each variable where they differ. */
static void draw_own(struct canvas *canvas, const struct frame *frame,
                     const struct error_panel *panel, const struct error_box *box)
{
    const double *own = panel->own;
    bool same = own[0] == own[1];
    draw_step(canvas, frame, panel, box, own[0], same ? 'h' : '0');
    if (!same)
        draw_step(canvas, frame, panel, box, own[1], '1');
}

static void draw_marks(struct canvas *canvas, const struct frame *frame,
                       const struct error_panel *panel, const struct error_box *box)
{
    const struct error_curve *curve = &panel->curves[panel->count == 1 ? 0 : panel->present];
    draw_own(canvas, frame, panel, box);
    if (panel->count == 1)
        draw_course(canvas, frame, panel, box);
    else
        draw_curves(canvas, frame, panel, box);
    if (box->best < panel->steps)
        put_error(canvas, box, panel->h[box->best], curve->estimates[box->best], 'o',
                  error_panel_pens(&frame->style.color).best);
}

bool frame_error_panel_fits(const struct frame *frame)
{
    struct error_box box;
    return place_box(&frame->layout, frame->viewport->probe_cell[0], &box);
}

static bool fits_anywhere(const struct layout *layout, const void *nothing)
{
    struct error_box box;
    (void)nothing;
    for (int across = 0; across < layout->samples_across; across++)
        if (!place_box(layout, across, &box))
            return false;
    return true;
}

void frame_error_panel_need(const struct frame *frame, int *columns, int *rows)
{
    layout_need(&frame->layout, fits_anywhere, NULL, columns, rows);
}

void frame_draw_error_panel(struct canvas *canvas, const struct frame *frame,
                            const struct error_panel *panel)
{
    struct error_box box;
    if (panel->count == 0 ||
        !place_box(&frame->layout, frame->viewport->probe_cell[0], &box))
        return;
    box.best = best_step(panel, &panel->curves[panel->count == 1 ? 0 : panel->present]);
    error_panel_draw_edges(canvas, frame, panel, &box);
    if (!find_range(panel, &box)) {
        frame_text(canvas, &frame->style, box.row + box.height / 2, box.column + 2,
                   box.column + box.width - 1, "no error is known here");
        return;
    }
    draw_labels(canvas, frame, &box);
    draw_marks(canvas, frame, panel, &box);
}
