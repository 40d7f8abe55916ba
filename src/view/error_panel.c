/* Error against h at the probe: the panel over the field. */
#include "view/error_panel.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

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

/* Where the panel stands, and what its edges mean. */
struct box {
    int row; /* of the upper edge */
    int column;
    int height; /* edges included */
    int width;
    double low; /* log10 of the error at the lowest row of the curves, and at the highest */
    double high;
    double first; /* log10 of h at the left, and at the right */
    double last;
};

/* The letter of a curve among several: that of its name, or its digit. */
static uint32_t curve_letter(const struct error_curve *curve)
{
    size_t length = strlen(curve->name);
    char end = curve->name[length - 1];
    if (end < '0' || end > '9')
        return (uint32_t)curve->name[0];
    if (curve->name[0] == 'c')
        return (uint32_t)end;
    return (uint32_t)(curve->name[0] - 'a' + 'A');
}

static double logarithm(double error)
{
    return error > 0 ? fmax(log10(error), NO_LOGARITHM) : NO_LOGARITHM;
}

/* Widen the box's range of errors by one of them. */
static void include(struct box *box, double error)
{
    if (!isfinite(error))
        return;
    box->low = fmin(box->low, floor(logarithm(error)));
    box->high = fmax(box->high, ceil(logarithm(error)));
}

/* Find the range of errors; false when there is none. */
static bool find_range(const struct error_panel *panel, struct box *box)
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

/* Choose the half of the field that the probe is not in; false when it is too small. */
static bool place_box(const struct frame *frame, struct box *box)
{
    const struct layout *layout = &frame->layout;
    int columns = layout_field_columns(layout);
    int probe = frame->viewport->probe_cell[0] * layout->spacing;
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
static int curves_width(const struct box *box)
{
    return box->width - LABELS - 2;
}

static int curves_height(const struct box *box)
{
    return box->height - 3;
}

static int column_of(const struct box *box, double h)
{
    double share = (log10(h) - box->first) / (box->last - box->first);
    return box->column + 1 + LABELS + (int)lround(share * (curves_width(box) - 1));
}

static int row_of(const struct box *box, double error)
{
    double share = (logarithm(error) - box->low) / (box->high - box->low);
    return box->row + curves_height(box) - (int)lround(share * (curves_height(box) - 1));
}

/* Clear the box and draw its edge, with what it shows written into the upper one. */
static void draw_edge(struct canvas *canvas, const struct frame *frame, const struct box *box,
                      const char *title)
{
    const struct symbols *symbols = frame_symbols(&frame->style);
    int bottom = box->row + box->height - 1;
    int right = box->column + box->width - 1;
    for (int row = box->row; row <= bottom; row++)
        for (int column = box->column; column <= right; column++) {
            bool level = row == box->row || row == bottom;
            bool side = column == box->column || column == right;
            uint32_t character = level ? symbols->horizontal : side ? symbols->vertical : ' ';
            canvas_put(canvas, row, column, character, PEN_PLAIN);
        }
    frame_text(canvas, &frame->style, box->row, box->column + 2, right - 1, title);
    frame_text(canvas, &frame->style, bottom, box->column + 2, right - 1, " error against h, o: best ");
}

static void draw_labels(struct canvas *canvas, const struct frame *frame, const struct box *box)
{
    char text[TEXT_SIZE];
    int bottom = box->row + box->height - 2;
    int limit = box->column + box->width - 1;
    int rows = curves_height(box);
    for (int i = 0; i < 3; i++) {
        double share = i / 2.0;
        double decade = round(box->low + share * (box->high - box->low));
        snprintf(text, sizeof text, "1e%.0f", decade);
        int row = box->row + rows - (int)lround((decade - box->low) / (box->high - box->low) *
                                                (rows - 1));
        frame_text(canvas, &frame->style, row, box->column + 1, box->column + 1 + LABELS, text);
    }
    for (double decade = box->first; decade < box->last; decade += DECADES_APART) {
        snprintf(text, sizeof text, "1e%.0f", decade);
        frame_text(canvas, &frame->style, bottom, column_of(box, pow(10, decade)), limit, text);
    }
}

static void put_error(struct canvas *canvas, const struct box *box, double h, double error,
                      uint32_t character)
{
    if (isfinite(error))
        canvas_put(canvas, row_of(box, error), column_of(box, h), character, PEN_PLAIN);
}

static void draw_curve(struct canvas *canvas, const struct error_panel *panel,
                       const struct box *box, size_t index)
{
    const struct error_curve *curve = &panel->curves[index];
    bool alone = panel->count == 1;
    for (size_t step = 0; step < panel->steps; step++) {
        if (alone)
            put_error(canvas, box, panel->h[step], curve->truths[step], '+');
        put_error(canvas, box, panel->h[step], curve->estimates[step],
                  alone ? '*' : curve_letter(curve));
    }
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

/* Name the branches to both sides of the best step, where there are such. */
static void name_branches(struct canvas *canvas, const struct frame *frame,
                          const struct error_panel *panel, const struct box *box, size_t best)
{
    static const char roundoff[] = "roundoff";
    static const char truncation[] = "truncation";
    int left = box->column + 1 + LABELS;
    int right = box->column + box->width - 1;
    int bottom = box->row + curves_height(box);
    int middle = column_of(box, panel->h[best]);
    if (middle - left > (int)sizeof roundoff)
        frame_text(canvas, &frame->style, bottom, left, middle, roundoff);
    if (right - middle > (int)sizeof truncation + 1)
        frame_text(canvas, &frame->style, bottom, right - (int)sizeof truncation + 1, right,
                   truncation);
}

static void draw_marks(struct canvas *canvas, const struct frame *frame,
                       const struct error_panel *panel, const struct box *box)
{
    const struct symbols *symbols = frame_symbols(&frame->style);
    const struct error_curve *curve = &panel->curves[panel->count == 1 ? 0 : panel->present];
    size_t best = best_step(panel, curve);
    if (panel->own >= panel->h[panel->steps - 1] && panel->own <= panel->h[0])
        for (int row = box->row + 1; row <= box->row + curves_height(box); row++)
            canvas_put(canvas, row, column_of(box, panel->own), symbols->vertical, PEN_PLAIN);
    if (best == panel->steps)
        return;
    if (panel->count == 1)
        name_branches(canvas, frame, panel, box, best);
    for (size_t i = 0; i < panel->count; i++)
        draw_curve(canvas, panel, box, i);
    put_error(canvas, box, panel->h[best], curve->estimates[best], 'o');
}

static void write_title(const struct error_panel *panel, char title[TEXT_SIZE])
{
    if (panel->count == 1)
        snprintf(title, TEXT_SIZE, " %s: * estimate + true ",
                 panel->curves[0].name);
    else
        snprintf(title, TEXT_SIZE, " f b F B c 4 6 8 r ");
}

bool frame_error_panel_fits(const struct frame *frame)
{
    struct box box;
    return place_box(frame, &box);
}

void frame_draw_error_panel(struct canvas *canvas, const struct frame *frame,
                            const struct error_panel *panel)
{
    char title[TEXT_SIZE];
    struct box box;
    if (panel->count == 0 || !place_box(frame, &box))
        return;
    write_title(panel, title);
    draw_edge(canvas, frame, &box, title);
    if (!find_range(panel, &box)) {
        frame_text(canvas, &frame->style, box.row + box.height / 2, box.column + 2,
                   box.column + box.width - 1, "no error is known here");
        return;
    }
    draw_labels(canvas, frame, &box);
    draw_marks(canvas, frame, panel, &box);
}
