/* The parts of a frame, each drawn into rows of its own; for frame.c and its neighbours only. */
#ifndef STEEPEST_VIEW_FRAME_PARTS_H
#define STEEPEST_VIEW_FRAME_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "view/canvas.h"
#include "view/frame.h"
#include "view/projection.h"
#include "view/ticks.h"

enum {
    ARROWS_APART = 4,             /* columns from an arrow to the next over lines */
    FRAME_GAP = 2,                /* blanks between two things that share a row */
    FRAME_NUMBER_DIGITS = 6,      /* significant digits of the status row where there is room */
    FRAME_NUMBER_DIGITS_LEAST = 2 /* and where there is least */
};

/* Characters and words that depend on whether the terminal shows more than ASCII. */
struct symbols {
    const char *gradient;  /* of what the arrows show, where they ascend */
    const char *negative;  /* of what they show otherwise: minus the gradient */
    const char *magnitude; /* of the gradient */
    const char *at_least;
    const char *at_most;
    const char *cut; /* stands where text was cut off */
    uint32_t vertical; /* axes: a line upward, with a tick, with the probe beside it */
    uint32_t vertical_tick;
    uint32_t vertical_probe;
    uint32_t corner;
    uint32_t horizontal;
    uint32_t horizontal_tick;
    uint32_t horizontal_probe;
};

/* The symbols of the style; they live for ever. */
const struct symbols *frame_symbols(const struct style *style);

/* The symbol of what the arrows show: the gradient or minus the gradient. */
const char *frame_arrow_name(const struct style *style);

/* The set that arrows and marks come from: the style's, unless that is not ASCII and must be. */
enum glyph_set frame_glyphs(const struct style *style);

/*
 * What stands before a level in the legend: the arrow to the east, or for sets of ASCII, whose
 * arrows would read as part of the number (`>>=7`, `60.7`), a `#`.
 */
uint32_t frame_swatch(const struct style *style);

/* Columns of a text as frame_text writes it. */
int frame_text_width(const struct style *style, const char *utf8);

/*
 * Write a text in PEN_PLAIN from `column` to before `limit`, escaping what the style cannot show.
 * What does not fit is cut, with the symbol for that at the end. Returns the column after it.
 */
int frame_text(struct canvas *canvas, const struct style *style, int row, int column, int limit,
               const char *utf8);

/* Where a derivative is 0, as far as a frame shows it. */
enum nullcline { NULLCLINE_UNSEEN, NULLCLINE_LINE, NULLCLINE_EVERYWHERE };

/* The marks of walks, those that matter most to the legend first. */
enum trail_mark {
    TRAIL_MARK_START,
    TRAIL_MARK_ARRIVED,
    TRAIL_MARK_ENDED,
    TRAIL_MARK_STANDS,
    TRAIL_MARK_STEP,
    TRAIL_MARK_WAY, /* the dots from step to step */
    TRAIL_MARK_COUNT
};

/*
 * What the field shows: which marks, and between which numbers its arrows' colours lie (least >
 * most: no arrow has such a number).
 */
struct contents {
    bool marks[MARK_COUNT];
    double least;
    double most;
    bool too_short; /* an arrow of the quiver, to have a head */
    bool dim;       /* an arrow that may be off */
    enum nullcline nullclines[AXES]; /* where df/dx0 and df/dx1 are 0 */
    bool none;      /* an arrow for which there is no such number */
    struct {
        double least; /* such numbers of places that have a mark; least > most: none has one */
        double most;
        bool none;    /* a mark for which there is no such number */
    } marked;
    bool critical[CRITICAL_KIND_COUNT]; /* which kinds of critical points */
    bool trail_marks[TRAIL_MARK_COUNT];      /* which marks of walks */
    struct pen trail_pens[TRAIL_MARK_COUNT]; /* and how the last of each is drawn */
    double aliased; /* the part of the samples between which f varies too fast */
};

/* A mark as it is drawn. */
struct cell frame_mark_cell(const struct style *style, enum mark mark);

/* A piece of the line where the derivative along an axis is 0, as it is drawn. */
struct cell frame_nullcline_cell(const struct style *style, int axis);

/* What the legend calls it; lives for ever. */
const char *frame_nullcline_meaning(const struct style *style, int axis, enum nullcline seen);

/*
 * Where a point given in nodes of a relief of the viewport lies, in dots. One half way between two
 * dots goes to the same one wherever it is on screen.
 */
void frame_node_dot(const struct projection *projection, const struct relief *relief,
                    const double node[AXES], double dot[AXES]);

/* A critical point as it is drawn. */
struct cell frame_critical_cell(const struct style *style, enum critical_kind kind);

/* The character of a mark of walks. */
uint32_t frame_trail_character(const struct style *style, enum trail_mark mark);

/*
 * The part of the legend that belongs to the quiver: an arrow with what it stands for. Columns that
 * it takes, 0 when there is nothing to tell; and drawn from a column on.
 */
int frame_quiver_key_width(const struct frame *frame, const struct contents *contents);
void frame_draw_quiver_key(struct canvas *canvas, const struct frame *frame,
                           const struct contents *contents, int column);

/* The scale of colours in force, with its levels: the frame's, or of magnitudes. */
struct color_scale frame_colors(const struct frame *frame);

/* The quantity that colours show. */
enum quantity frame_quantity(const struct frame *frame);

/* Width of a dot (view/dots.h) over its height. */
double frame_dot_aspect(const struct frame *frame);

/* The octant, 0 east then counterclockwise, that the arrow of a gradient points to on screen. */
int frame_octant(const struct frame *frame, const double gradient[AXES]);

/*
 * The pen of what is drawn for a sample: by the quantity that colours show, plain where that is
 * NaN. A painter may make the sample itself; it needs what the quantity is computed from.
 */
struct pen frame_sample_pen(const struct frame *frame, const struct sample *sample);

/*
 * What is written beside the arrow of a sample where colours cannot tell it apart: of a basin, the
 * number's digit, a letter from 10 on, `+` beyond those; where there is no number and that has a
 * meaning (quantity_missing), `-`. 0: nothing.
 */
uint32_t frame_tag(const struct frame *frame, const struct sample *sample);

/* Of a whole number, that digit or letter. */
uint32_t frame_tag_of(double number);

/* What it means when the quantity that colours show is NaN at an arrow, or NULL; lives for ever. */
const char *frame_missing_words(const struct frame *frame);

/* Whether the picture tells which arrows may be wrong: the field is judged. */
bool frame_trusts(const struct frame *frame);

/* The pen of the arrow of a sample: its own, or the dim one, which is noted. */
struct pen frame_arrow_pen(const struct frame *frame, const struct sample *sample,
                           struct contents *contents);

/* Note the number that the sample's pen shows, for the legend. */
void frame_note_sample(const struct frame *frame, const struct sample *sample,
                       struct contents *contents);

/* Note a mark that stands for a sample, and what would be its number. */
void frame_note_mark(const struct frame *frame, const struct sample *sample, enum mark mark,
                     struct contents *contents);

/* Draws a layer over those before it, and notes what it shows. */
typedef void frame_painter(struct canvas *canvas, const struct frame *frame,
                           struct contents *contents);

#define LAYER(name, shown, meaning) frame_painter frame_paint_##name;
#include "view/layers.def"
#undef LAYER

/*
 * Whether the layer `arrows` draws the sample (across, up): all of them, but over the layer
 * `contour` those of a lattice of at least ARROWS_APART columns and two rows, which moves with the
 * field.
 */
bool frame_has_arrow(const struct frame *frame, int across, int up);

/*
 * Draw the ways of walks, each with a pen of its own: in dots, with marks for the start, `O`, for
 * steps that are long enough to be told from one another, `o`, and for the end: `*` where the walk
 * has arrived, `@` where it goes on, else `!`.
 */
void frame_draw_trails(struct canvas *canvas, const struct frame *frame,
                       struct contents *contents);

/* Set the dots of the way of a trail that is not empty in the frame's raster, and no others. */
void frame_set_way(const struct frame *frame, const struct projection *area,
                   const struct trail *trail, struct pen pen);

/*
 * Draw the frame's race, if there is one, over its trails: the table in a corner of the field, and
 * near the end of each walk the letter of its row; nothing where there is no room for the table
 * (view/race_panel.h).
 */
void frame_draw_race(struct canvas *canvas, const struct frame *frame);

/* The ticks of an axis, and what goes before all their labels: see ticks_place_from. */
struct axis_ticks {
    struct tick ticks[TICKS_MOST];
    size_t count;
    char base[TICK_BASE_SIZE];
};

/* Place the ticks of both axes; the cells of x0 are columns, those of x1 rows from below. */
void frame_place_ticks(const struct frame *frame, struct axis_ticks axes[AXES]);

/* The row of the canvas that shows the field's row `up`, counted from below. */
static inline int frame_row_of(const struct layout *layout, int up)
{
    return layout->field_row + layout->samples_up - 1 - up;
}

/* Draw both axes with their ticks, labels and names, and the probe's places on them. */
void frame_draw_axes(struct canvas *canvas, const struct frame *frame);

/*
 * Draw the title's row: function, settings and, where the layout has no row for it, the legend.
 * In want of room the settings go, then the function is cut.
 */
void frame_draw_title(struct canvas *canvas, const struct frame *frame,
                      const struct contents *contents);

/*
 * Draw the legend in its row: as much as fits before column `limit`, and against it when
 * `at_right`, else from column 0. At most `room` columns are taken. Returns how many were.
 * In want of room the marks of walks go, then that of zero, then every second edge, every third,
 * ..., then the other marks. Where the weakest entry is missing the symbol for what is cut stands
 * for it.
 */
int frame_draw_legend(struct canvas *canvas, const struct frame *frame,
                      const struct contents *contents, int room, bool at_right);

/*
 * Say at the end of the legend's row, where there is room, what the greys of the layer `background`
 * mean, or what they need.
 */
void frame_draw_shading_key(struct canvas *canvas, const struct frame *frame);

/*
 * Draw a message in its row; where it is to be shown whole and is longer it takes rows above too,
 * broken at blanks, over what was drawn there. What no row is left for is cut with the symbol for
 * that.
 */
void frame_draw_message(struct canvas *canvas, const struct frame *frame, const char *words);

/* Draw the status row: what is known at the probe. */
void frame_draw_status(struct canvas *canvas, const struct frame *frame);

#endif
