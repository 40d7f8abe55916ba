/* The edges of the panel of errors, with the words in them, and its pens. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "view/error_panel_parts.h"
#include "view/frame_parts.h"
#include "view/palette_kind.h"

enum {
    CURVE_COLORS = LEVELS, /* of several curves; those after them are plain */
    STEP_DIGITS = 3,
    TEXT_SIZE = 128
};

struct error_pens error_panel_pens(const struct color_mode *mode)
{
    struct error_pens pens = {
        .roundoff = palette_pen(mode, COLORS_DIVERGING, 0, 2),
        .truncation = palette_pen(mode, COLORS_DIVERGING, 1, 2),
        .truth = PEN_PLAIN,
        .best = PEN_PLAIN,
        .own = palette_line(mode, false),
    };
    /* Where colours are few the others have them all: the terminal's own is left. */
    if (mode->depth == DEPTH_256)
        pens.truth = palette_pen(mode, COLORS_CYCLIC, 1, LEVELS);
    if (mode->depth != DEPTH_PLAIN)
        pens.best.attributes = ATTRIBUTE_REVERSE;
    return pens;
}

struct pen error_panel_curve_pen(const struct color_mode *mode, size_t index)
{
    return index < CURVE_COLORS ? palette_pen(mode, COLORS_CYCLIC, (int)index, LEVELS) : PEN_PLAIN;
}

uint32_t error_panel_letter(const struct error_curve *curve)
{
    size_t length = strlen(curve->name);
    char end = curve->name[length - 1];
    if (end < '0' || end > '9')
        return (uint32_t)curve->name[0];
    if (curve->name[0] == 'c')
        return (uint32_t)end;
    return (uint32_t)(curve->name[0] - 'a' + 'A');
}

/* Clear the box and draw its edge. */
static void draw_edge(struct canvas *canvas, const struct frame *frame, const struct error_box *box)
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
}

/* Columns that words in an edge may take. */
static int edge_room(const struct error_box *box)
{
    return box->width - 3;
}

/* Write words into a row of the box, from `column` on. Returns the column after them. */
static int put_words(struct canvas *canvas, const struct frame *frame, const struct error_box *box,
                     int row, int column, const char *words, struct pen pen)
{
    int end = frame_text(canvas, &frame->style, row, column, box->column + box->width - 1, words);
    for (int at = column; at < end; at++)
        canvas_put(canvas, row, at, canvas_cell(canvas, row, at).character, pen);
    return end;
}

/* Write what the panel shows, the longest that there is room for; it goes before the key. */
static void write_subject(const struct error_panel *panel, int room, char words[TEXT_SIZE])
{
    static const char *const after_name[] = { " error against h:", " error:", ":" };
    static const char *const after_exact[] = { ", not exact, against h:", ", not exact:", ":" };
    static const char *const alone[] = { " error against h:", " error:", "" };
    bool named = panel->count == 1;
    const char *const *forms = !named ? alone : panel->exact ? after_exact : after_name;
    for (size_t i = 0; i < sizeof alone / sizeof alone[0]; i++) {
        snprintf(words, TEXT_SIZE, "%s%s%s", named ? " " : "", named ? panel->curves[0].name : "",
                 forms[i]);
        if ((int)strlen(words) <= room)
            return;
    }
    words[0] = '\0';
}

/* What the characters mean, in the upper edge. */
static void draw_title(struct canvas *canvas, const struct frame *frame,
                       const struct error_panel *panel, const struct error_box *box)
{
    static const char estimate[] = " * estimate";
    static const char truth[] = " + true ";
    char words[TEXT_SIZE];
    struct error_pens pens = error_panel_pens(&frame->style.color);
    int alone = (int)(strlen(estimate) + strlen(truth));
    int column = box->column + 2;
    int key = panel->count == 1 ? alone : 2 * (int)panel->count + 1;
    write_subject(panel, edge_room(box) - key, words);
    column = put_words(canvas, frame, box, box->row, column, words, PEN_PLAIN);
    if (panel->count == 1) {
        column = put_words(canvas, frame, box, box->row, column, estimate, PEN_PLAIN);
        put_words(canvas, frame, box, box->row, column, truth, pens.truth);
        return;
    }
    for (size_t i = 0; i < panel->count; i++) {
        struct pen pen = error_panel_curve_pen(&frame->style.color, i);
        column = put_words(canvas, frame, box, box->row, column, " ", PEN_PLAIN);
        canvas_put(canvas, box->row, column++, error_panel_letter(&panel->curves[i]), pen);
    }
    put_words(canvas, frame, box, box->row, column, " ", PEN_PLAIN);
}

/* Whether the present scheme's estimate is larger than the least at a smaller h, or a larger one. */
static bool has_branch(const struct error_panel *panel, const struct error_box *box, bool smaller)
{
    const double *estimates = panel->curves[0].estimates;
    size_t from = smaller ? box->best + 1 : 0;
    size_t to = smaller ? panel->steps : box->best;
    for (size_t step = from; step < to; step++)
        if (isfinite(estimates[step]) && estimates[step] > estimates[box->best])
            return true;
    return false;
}

/* Where there is less room words of the foot are shorter; all of them have room in the least box. */
struct foot {
    const char *roundoff;
    const char *best;
    const char *truncation;
};

static int foot_width(const struct foot *foot)
{
    return (int)(strlen(foot->roundoff) + strlen(foot->best) + strlen(foot->truncation));
}

/* Write what the `o` is, with its h. */
static void write_best(const struct error_panel *panel, const struct error_box *box,
                       const char *before, char words[TEXT_SIZE])
{
    char h[NUMBER_SIZE];
    snprintf(words, TEXT_SIZE, " o: best%s h=%s ", before,
             number_short(panel->h[box->best], STEP_DIGITS, h));
}

/* Name the branches to both sides of the best h, where there are such, in the lower edge. */
static void draw_branches(struct canvas *canvas, const struct frame *frame,
                          const struct error_panel *panel, const struct error_box *box)
{
    char best_h[TEXT_SIZE];
    const struct foot feet[] = { { " roundoff ", best_h, " truncation " },
                                 { " roundoff ", " o: best ", " truncation " },
                                 { " roundoff ", "o", " truncation " },
                                 { " roundoff ", "o", " trunc. " } };
    struct error_pens pens = error_panel_pens(&frame->style.color);
    const struct foot *foot = feet;
    int row = box->row + box->height - 1;
    int left = box->column + 2;
    write_best(panel, box, "", best_h);
    while (foot_width(foot) > edge_room(box) && foot != &feet[sizeof feet / sizeof feet[0] - 1])
        foot++;
    int best = left + (int)strlen(foot->roundoff) + (edge_room(box) - foot_width(foot)) / 2;
    int right = left + edge_room(box) - (int)strlen(foot->truncation);
    if (has_branch(panel, box, true))
        put_words(canvas, frame, box, row, left, foot->roundoff, pens.roundoff);
    put_words(canvas, frame, box, row, best, foot->best, PEN_PLAIN);
    canvas_put(canvas, row, best + (foot->best[0] == ' '), 'o', pens.best);
    if (has_branch(panel, box, false))
        put_words(canvas, frame, box, row, right, foot->truncation, pens.truncation);
}

/* What the `o` means, in the lower edge; of one curve with what is to both sides of it. */
static void draw_foot(struct canvas *canvas, const struct frame *frame,
                      const struct error_panel *panel, const struct error_box *box)
{
    char of[TEXT_SIZE / 2];
    char words[TEXT_SIZE];
    struct error_pens pens = error_panel_pens(&frame->style.color);
    int row = box->row + box->height - 1;
    if (box->best == panel->steps)
        return;
    if (panel->count == 1) {
        draw_branches(canvas, frame, panel, box);
        return;
    }
    snprintf(of, sizeof of, " of %s", panel->curves[panel->present].name);
    write_best(panel, box, of, words);
    if ((int)strlen(words) > edge_room(box))
        snprintf(words, sizeof words, " o: best%s ", of);
    if ((int)strlen(words) > edge_room(box))
        snprintf(words, sizeof words, " o: best ");
    put_words(canvas, frame, box, row, box->column + 2, words, PEN_PLAIN);
    canvas_put(canvas, row, box->column + 3, 'o', pens.best);
}

void error_panel_draw_edges(struct canvas *canvas, const struct frame *frame,
                            const struct error_panel *panel, const struct error_box *box)
{
    draw_edge(canvas, frame, box);
    draw_title(canvas, frame, panel, box);
    draw_foot(canvas, frame, panel, box);
}
