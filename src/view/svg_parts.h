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
    double below;        /* where what stands below the axes and the legend begins */
    double distance;     /* between neighbouring samples, the lesser of across and up */
    struct projection projection; /* to user units instead of dots */
    struct tick ticks[AXES][TICKS_MOST];
    size_t tick_count[AXES];
};

/* What stands at a sample, in the order in which it is drawn. */
enum svg_group {
    SVG_TRUNCATION, /* an arrow that may be off, by truncation or by roundoff */
    SVG_ROUNDOFF,
    SVG_SURE,       /* an arrow */
    SVG_MARKS,      /* the first mark; the others follow */
    SVG_GROUPS = SVG_MARKS + MARK_COUNT
};

/* The group of a mark. */
static inline enum svg_group svg_mark_group(enum mark mark)
{
    return (enum svg_group)((int)SVG_MARKS + (int)mark);
}

struct svg_sample {
    size_t column;
    size_t row;
    double magnitude; /* of an arrow, positive and finite; 0 for a mark */
    enum svg_group group;
};

/* What is marked on the way of a walk. */
enum svg_walk_mark { SVG_WALK_START, SVG_WALK_STEP, SVG_WALK_ARRIVED, SVG_WALK_STANDS,
                     SVG_WALK_ENDED, SVG_WALK_MARKS };

/* What stands at the samples, what the lengths of arrows mean, and what there is to explain. */
struct svg_contents {
    struct svg_sample *samples; /* by group, from long to short in each; to be freed; may be NULL */
    size_t counts[SVG_GROUPS];
    double aliased;      /* the part of the samples between which f varies too fast */
    bool too_short;      /* whether some arrow is too short to show a direction */
    double percentile;   /* the 90th of the magnitudes; 0 without arrows */
    double length;       /* of an arrow of that magnitude */
    double stroke;       /* width of shafts */
    double least;        /* of the numbers that colours show */
    double most;         /* least > most: there is none */
    bool none;           /* whether something has no such number */
    bool nullclines[AXES];              /* which there are */
    bool critical[CRITICAL_KIND_COUNT]; /* which kinds of critical points */
    size_t walks;                       /* how many are drawn */
    bool walk_marks[SVG_WALK_MARKS];    /* which are to be explained */
};

/* The area of a figure of that many samples over the window, with its ticks, without a legend. */
void svg_area_make(struct svg_area *area, const struct window *window, size_t columns,
                   size_t rows);

/*
 * Make room for so many lines of notes above the area, for a legend of that height, and for what
 * stands below both.
 */
void svg_area_fit(struct svg_area *area, int notes, double legend_height, double below_height);

/*
 * Find what stands at the samples, where the layers have arrows; else there is nothing. STATUS_FAILED
 * when memory is short. The caller frees contents->samples.
 */
enum status svg_survey(struct svg_contents *contents, const struct svg_picture *picture,
                       const struct svg_area *area);

/* Note which nullclines and critical points, and which walks, there are to explain. */
void svg_survey_places(struct svg_contents *contents, const struct svg_picture *picture);
void svg_survey_walks(struct svg_contents *contents, const struct svg_picture *picture,
                      const struct svg_area *area);

/* The samples of a group, contents->counts[group] of them. */
const struct svg_sample *svg_group_samples(const struct svg_contents *contents,
                                           enum svg_group group);

/* How many arrows there are, sure or not. */
size_t svg_arrow_count(const struct svg_contents *contents);

/* The length of an arrow of that magnitude, where there are arrows. */
double svg_arrow_length(const struct svg_contents *contents, double magnitude);

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

/* Append the group `nullclines`: a path for each of contents->nullclines. */
void svg_nullclines(struct text *text, const struct svg_picture *picture,
                    const struct svg_area *area, const struct svg_contents *contents);

/* Append a piece of such a line, rightward from a point, and return its words. */
const char *svg_nullcline_swatch(struct text *text, const double point[AXES], double width,
                                 int axis);

/* Append the group `critical`: a group for each point. Needs picture->critical. */
void svg_critical(struct text *text, const struct svg_picture *picture,
                  const struct svg_area *area);

/* Append the ring of a critical point with its letter to the right. */
void svg_critical_swatch(struct text *text, const double point[AXES],
                         enum critical_kind kind);

/* Append the group `walks`: a group for each that has a place. */
void svg_walks(struct text *text, const struct svg_picture *picture, const struct svg_area *area);

/*
 * The part of a segment within the rectangle from `low` to `high`: from part[0] to part[1] of its
 * length; false when there is none.
 */
bool svg_clip(const double from[AXES], const double to[AXES], const double low[AXES],
              const double high[AXES], double part[2]);

/* Append a letter, with white around it so that it can be read over lines and arrows. */
void svg_letter(struct text *text, const double point[AXES], const double away[AXES], char letter);

/* Height of the table of a race, and a little more; 0 without one. */
double svg_race_height(const struct svg_picture *picture);

/* Append the group `race`: the table below the area. Needs picture->race. */
void svg_race_table(struct text *text, const struct svg_picture *picture,
                    const struct svg_area *area);

/* Append the group `letters`: that of each row, where its way is alone. Needs picture->race. */
void svg_race_letters(struct text *text, const struct svg_picture *picture,
                      const struct svg_area *area);

/* Append a mark of walk `class` < picture->walk_count. */
void svg_walk_mark(struct text *text, const double point[AXES], int class,
                   enum svg_walk_mark mark);

/* What the colours are chosen for: a white page. Lives for ever. */
const struct color_mode *svg_page(void);

/*
 * What stands for a colour: of an arrow that may be off; of one for which there is no number to
 * show, which has a hollow head; and of what shows no number.
 */
enum { SVG_UNSURE = -1, SVG_NONE = -2, SVG_PLAIN = -3 };

enum { SVG_CLASS_SIZE = 24 };

/* Write the class of a colour or what stands for it: "level-3". */
void svg_color_class(int color, char class[SVG_CLASS_SIZE]);

/* The kind of the colours, and the pen of one of 0 to LEVELS - 1. */
enum color_kind svg_color_kind(const struct svg_picture *picture);
struct pen svg_color_pen(const struct svg_picture *picture, int color);

/* The colour, 0 to LEVELS - 1, of a sample by the quantity shown; SVG_NONE where that is NaN. */
int svg_color(const struct svg_picture *picture, const struct svg_area *area,
              const struct sample *sample);

/* The same of a point of a streamline. */
int svg_stream_color(const struct svg_picture *picture, const struct svg_area *area,
                     const struct stream_point *point);

/* The colour of a whole number that is a name. */
int svg_category_color(int number);

/* Note between which numbers lies what colours show, after svg_survey. */
void svg_survey_colors(struct svg_contents *contents, const struct svg_picture *picture);

/*
 * Append the path of an arrow whose tail is at `from`, `length` > 0 long, in direction (x right, y
 * down; of any length but 0), of the class of that colour. One of SVG_UNSURE has a path of class
 * `unsure` from tail to tip, and another for its head; the group it is in has svg_dashes.
 */
void svg_arrow(struct text *text, const double from[AXES], const double direction[AXES],
               double length, double stroke, int color);

/* Append the attribute that dashes shafts of that width. */
void svg_dashes(struct text *text, double stroke);

/* Append a mark around `point`, `size` wide and high; those with more strokes are larger. */
void svg_mark(struct text *text, const double point[AXES], enum mark mark, double size);

/* Append the grid and the axes with ticks, labels and names. */
void svg_axes(struct text *text, const struct svg_area *area);

/* Append the groups `truncation`, `roundoff` and `arrows`; the first two only where they occur. */
void svg_arrows(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents);

/* Append the group `marks`, which has a group for each kind of mark. */
void svg_marks(struct text *text, const struct svg_picture *picture, const struct svg_area *area,
               const struct svg_contents *contents);

/* Append the legend. */
void svg_legend(struct text *text, const struct svg_picture *picture,
                const struct svg_area *area, const struct svg_contents *contents);

/* Height of the legend, or a little more. */
double svg_legend_height(const struct svg_contents *contents);

#endif
