/* The parts of a figure; for svg.c and its neighbours only. */
#ifndef STEEPEST_VIEW_SVG_PARTS_H
#define STEEPEST_VIEW_SVG_PARTS_H

#include "base/number.h"
#include "view/contour.h"
#include "view/glyph.h"
#include "view/minus.h"
#include "view/palette.h"
#include "view/projection.h"
#include "view/svg.h"
#include "view/ticks.h"

/* Lengths are in user units, x rightward and y downward. */
enum {
    SVG_MARK = 5,    /* size of a mark where there is room */
    SVG_LETTER = 8,  /* width of a character of a label, in a wide font */
    SVG_LINE = 17,   /* from a line of text to the next */
    SVG_GAP = 8,     /* between things that stand side by side */
    SVG_LEGEND = 170, /* width of the legend */
    SVG_LEVELS = 9    /* contours, or a few more */
};

/* Where the field is drawn. */
struct svg_area {
    double left;
    double top;
    double width;
    double height;
    double total_width;  /* of the figure */
    double total_height;
    double distance;     /* between neighbouring samples, the lesser of across and up */
    struct projection projection; /* to user units instead of dots */
    struct tick ticks[AXES][TICKS_MOST];
    size_t tick_count[AXES];
};

/* What the lengths of arrows mean, and what there is to explain. */
struct svg_contents {
    size_t arrows;
    size_t marks[MARK_COUNT];
    bool too_short;      /* whether some arrow is too short to show a direction */
    double percentile;   /* the 90th of the magnitudes; 0 without arrows */
    double length;       /* of an arrow of that magnitude */
    double stroke;       /* width of shafts */
};

/* The area of a figure of that many samples over the window, with its ticks. */
void svg_area_make(struct svg_area *area, const struct window *window, size_t columns,
                   size_t rows);

/* Append a coordinate: at most three decimals, no exponent, whatever the locale. Cut to +-1e6. */
void svg_number(struct text *text, double value);

/* Append ` name="value"`. */
void svg_number_attribute(struct text *text, const char *name, double value);

/*
 * Append text as XML: markup escaped, and what a terminal may not see (controls, invalid bytes)
 * written as `\x1b`. What is longer than `most` characters is cut, with an ellipsis at its end.
 */
void svg_escape(struct text *text, const char *utf8, size_t most);

/* Append a <text> element at (x, y); anchor is start, middle or end. */
void svg_label(struct text *text, double x, double y, const char *anchor, const char *utf8);

/* Append a <rect>; `rest` is what follows its place and size: attributes and its end. */
void svg_rectangle(struct text *text, double x, double y, double width, double height,
                   const char *rest);

/* Append what a figure of that size begins with, up to and with <title>. */
void svg_open(struct text *text, double width, double height);

/* Append the group `contours`: a path for each level, named by it. Needs picture->relief. */
void svg_contours(struct text *text, const struct svg_picture *picture,
                  const struct svg_area *area);

/*
 * Append the groups `streamlines`, paths of one colour each, and `directions`, a triangle for each
 * direction mark. Needs picture->streams.
 */
void svg_streamlines(struct text *text, const struct svg_picture *picture,
                     const struct svg_area *area);

/*
 * Append the path of an arrow whose tail is at `from`, `length` > 0 long, in direction (x right, y
 * down; of any length but 0), of that class.
 */
void svg_arrow(struct text *text, const double from[AXES], const double direction[AXES],
               double length, double stroke, int level);

/* Append a mark around `point`, `size` wide and high. */
void svg_mark(struct text *text, const double point[AXES], enum mark mark, double size);

/* Append the grid and the axes with ticks, labels and names. */
void svg_axes(struct text *text, const struct svg_area *area);

/* Append the groups `arrows` and `marks`, and tell what they show. */
struct svg_contents svg_arrows(struct text *text, const struct svg_picture *picture,
                               const struct svg_area *area);

/* Append the legend. */
void svg_legend(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents);

/* Height of the tallest legend. */
double svg_legend_height(void);

#endif
