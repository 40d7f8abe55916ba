/* The parts of a figure of error against h; for sweep_figure.c and its neighbours only. */
#ifndef STEEPEST_VIEW_SWEEP_FIGURE_PARTS_H
#define STEEPEST_VIEW_SWEEP_FIGURE_PARTS_H

#include "view/svg_parts.h"
#include "view/sweep_figure.h"

enum {
    SWEEP_LABEL_SIZE = 96,               /* bytes of a vertical line's label */
    SWEEP_MARKS_MOST = AXES + 1,         /* vertical lines: the present steps and the best */
    SWEEP_NOTES_MOST = 9, /* remarks, and the present steps beyond the axis */
    SWEEP_NOTE_SIZE = 320,
    SWEEP_NUMBER_SIZE = NUMBER_SIZE + MINUS_GROWTH
};

/* The width of a character of a label, nearly. */
#define SWEEP_LETTER 6.6

/* Vertical lines, from the left to the right, and what stands above them. */
struct sweep_marks {
    size_t count;
    struct {
        double h;
        const char *class;
        char label[SWEEP_LABEL_SIZE];
    } items[SWEEP_MARKS_MOST];
};

/* Lines below the figure. */
struct sweep_notes {
    size_t count;
    char lines[SWEEP_NOTES_MOST][SWEEP_NOTE_SIZE];
};

/* Where the curves are drawn, in user units, and what the edges mean. */
struct sweep_area {
    double left;
    double top;
    double width;
    double height;
    double total_width; /* of the figure */
    double total_height;
    double first; /* log10 of h at the left edge, and at the right */
    double last;
    double low; /* log10 of the error at the lower edge, and at the upper */
    double high;
    bool empty; /* there is no error to draw, and the error's axis means nothing */
};

/* Whether one scheme is drawn, with its true errors and its branches. */
static inline bool sweep_alone(const struct sweep_figure *figure)
{
    return figure->count == 1;
}

/* Whether an error has a place on a logarithmic axis. */
bool sweep_is_drawn(double error);

/* The step at which a curve's estimate is least, the largest of several; SWEEP_STEPS for none. */
size_t sweep_best(const struct sweep_curve *curve);

/* Write a number for people, with a long minus, and return `out`. */
char *sweep_number(double value, int digits, char out[SWEEP_NUMBER_SIZE]);

/* Write the class of a curve's line: its own, and that of the present scheme among several. */
void sweep_class(const struct sweep_figure *figure, size_t index, char class[SWEEP_LABEL_SIZE]);

/* Find the lines at the present steps, those that the axis has, and at the best. */
void sweep_marks_find(const struct sweep_figure *figure, struct sweep_marks *marks);

/* Find what is to be told of steps that have no place on the axes, and of kinks. */
void sweep_notes_find(const struct sweep_figure *figure, struct sweep_notes *notes);

/* Lay the figure out, with room for so many lines' labels and notes. */
void sweep_area_make(struct sweep_area *area, const struct sweep_figure *figure, size_t marks,
                     size_t notes);

/* Where a step and an error, positive and finite, lie; a step beyond the axis lies outside. */
double sweep_x(const struct sweep_area *area, double h);
double sweep_y(const struct sweep_area *area, double error);

/* Append the group `axes`: grid, ticks at powers of ten, their labels, the axes' names. */
void sweep_axes(struct text *text, const struct sweep_area *area,
                const struct sweep_figure *figure);

/* Append the group `curves`, and a ring where the present scheme's estimate is least. */
void sweep_curves(struct text *text, const struct sweep_area *area,
                  const struct sweep_figure *figure);

/* Append the group `branches` of a curve alone: what its error is, from where to where. */
void sweep_branches(struct text *text, const struct sweep_area *area,
                    const struct sweep_figure *figure, const struct sweep_marks *marks);

/* Append the group `marks`. */
void sweep_marks_draw(struct text *text, const struct sweep_area *area,
                      const struct sweep_marks *marks);

/* Append the group `legend`. */
void sweep_legend(struct text *text, const struct sweep_area *area,
                  const struct sweep_figure *figure);

/* Append the group `notes`. */
void sweep_notes_draw(struct text *text, const struct sweep_area *area,
                      const struct sweep_notes *notes);

#endif
