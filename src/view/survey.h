/* What can be counted and measured in the field of a frame. */
#ifndef STEEPEST_VIEW_SURVEY_H
#define STEEPEST_VIEW_SURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include "view/frame.h"
#include "view/glyph.h"

enum { LOWS_MOST = 3 }; /* low places that are remembered */

/* A sample of the field, by its column and its row from below. */
struct spot {
    size_t at[AXES];
    struct sample sample;
};

/* The sample where f is least; of several alike the one nearest to the middle of the field. */
struct least {
    struct spot spot; /* meaningless when no sample has a finite f */
    size_t alike;     /* samples with this f, itself among them */
    int edge[AXES];   /* -1 at the left or lower edge of the field, 1 at the other, else 0 */
    bool falls_out;   /* at an edge, and f falls across it */
    bool at_hole;     /* one of the eight neighbours has no finite f */
    bool steep;       /* f falls faster there than the neighbours explain, as beside a pole */
};

struct survey {
    size_t samples;
    size_t finite; /* samples with a finite f */
    double most;   /* largest finite f; the least is that of `least` */
    struct least least;
    struct spot lows[LOWS_MOST]; /* inside samples below their eight neighbours, but `least` */
    size_t low_count;            /* how many there are, remembered or not */
    size_t gradients;            /* samples with a gradient */
    double weakest;              /* between these two lie the magnitudes; 0 without gradients */
    double strongest;
    size_t arrows;               /* samples with a gradient, not 0, and without a mark */
    size_t octants[OCTANTS];     /* how many of them point where on screen */
    size_t lined_up; /* how many of them have `least` before them, uphill behind, to an octant */
    size_t marks[MARK_COUNT];
    size_t unsure;   /* arrows that are drawn dim */
};

/*
 * Survey the field of a frame whose layout is not too small. Marks and arrows are those that the
 * layers `arrows` and `trust` show, whether or not another layer hides some of them.
 */
struct survey survey_make(const struct frame *frame);

#endif
